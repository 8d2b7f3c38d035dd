// Choosing places on the figure: it only picks in the list, which stays the answer. The list has radio buttons
// where one place is asked, and tick boxes where there may be several.

import { Figure, asks, picks } from "./body-figure.js";

const OTHER = { left: "right", right: "left" };
const AND = new Intl.ListFormat("en-GB");

const sideOf = (code) => code.split(":")[1];
const isElsewhere = (code) => code.split(":")[0] === "other";
const across = (code) => code.replace(/:(left|right)$/, (_, side) => `:${OTHER[side]}`);

class Picker {
  constructor(root) {
    this.root = root;
    this.settled = [];
    for (const part of this.all("[data-views], [data-chosen], [data-filter]")) part.hidden = false;
    this.boxes = this.all("input[type=radio], input[type=checkbox]");
    this.isSeveral = this.boxes[0].type === "checkbox";
    this.figures = this.all("svg.body-map").map((svg) => new Figure(svg, (region) => this.pick(region)));
    for (const chip of this.all("[data-show]")) chip.addEventListener("click", () => this.show(chip.dataset.show));
    this.one("[data-view=list]").addEventListener("change", () => this.settle());
    this.one("[data-swap]").addEventListener("click", () => this.choose(this.codes.map(across)));
    this.one("[data-both]").addEventListener("click", () => this.take([...this.codes, across(this.latest)]));
    this.one("[data-clear]").addEventListener("click", () => this.take([]));
    this.filter(this.one("[data-filter] input"), this.all("[data-words]"));
    this.settle();
    this.show(this.codes.length ? this.viewOf(this.codes[0]) : "front");
  }

  one(selector) { return this.root.querySelector(selector); }
  all(selector) { return [...this.root.querySelectorAll(selector)]; }

  get codes() { return this.boxes.filter((box) => box.checked && box.value).map((box) => box.value); }
  box(code) { return this.boxes.find((box) => box.value === code); }

  viewOf(code) {
    const figure = this.figures.find(({ choices }) => choices.some((region) => picks(region).includes(code)));
    return figure?.svg.parentElement.dataset.view ?? "list";
  }

  show(code) {
    for (const view of this.all("[data-view]")) view.hidden = view.dataset.view !== code;
    for (const chip of this.all("[data-show]")) chip.setAttribute("aria-pressed", chip.dataset.show === code);
  }

  choose(codes) {
    for (const box of this.boxes) box.checked = codes.includes(box.value);
    if (!codes.length && !this.isSeveral) this.box("").checked = true;
    this.settle();
  }

  take(codes) {
    this.region = null;
    this.choose(codes);
    this.refocus();
  }

  // The button that had the focus may be gone.
  refocus() {
    if (document.activeElement.matches("body, [hidden]")) this.one("[data-show][aria-pressed=true]").focus();
  }

  toggle(code) {
    const others = this.isSeveral ? this.codes.filter((each) => each !== code) : [];
    this.choose(this.isSeveral && this.codes.includes(code) ? others : [...others, code]);
    this.refocus();
  }

  pick(region) {
    const { opens } = region.dataset;
    if (opens) {
      this.show(opens);
      return this.one(`[data-view=${opens}] [tabindex="0"]`).focus();
    }
    const top = region.getBoundingClientRect().top;
    if (this.isSeveral) this.tick(region);
    else this.single(region);
    window.scrollBy(0, region.getBoundingClientRect().top - top); // the figure stays under the finger
  }

  single(region) {
    this.region = region;
    const [code] = this.codes;
    this.choose(!asks(region) ? [picks(region)[0]] : picks(region).includes(code) ? [code] : []);
  }

  // A region that is ticked is let go with all it stands for; one that asks takes nothing by itself.
  tick(region) {
    const isTicked = region.classList.contains("is-chosen");
    this.region = isTicked ? null : region;
    if (isTicked) this.choose(this.codes.filter((code) => !picks(region).includes(code)));
    else this.choose([...this.codes, ...(asks(region) ? [] : picks(region).slice(0, 1))]);
  }

  // The list has changed, in whatever way: everything else follows it.
  settle() {
    const { codes } = this;
    this.latest = codes.find((code) => !this.settled.includes(code)) ?? (codes.includes(this.latest) ? this.latest : codes[0]);
    this.settled = codes;
    if (this.region && !this.has(this.region) && !this.isAsking()) this.region = null;
    for (const figure of this.figures) figure.mark(codes);
    this.one("[data-echo]").textContent = this.words(codes);
    const swap = this.one("[data-swap]");
    swap.disabled = !codes.some((code) => OTHER[sideOf(code)]);
    swap.hidden = this.one("[data-clear]").hidden = !codes.length;
    this.one("[data-why]").hidden = !codes.length || !codes.every((code) => sideOf(code) === "middle");
    this.offerBoth(codes);
    this.chips("[data-each]", codes.length > 1 ? codes : []);
    const closer = this.region && picks(this.region).length > 1 ? picks(this.region) : [];
    this.chips("[data-closer]", closer.filter((code) => codes.length < 2 || !codes.includes(code)));
  }

  has(region) { return picks(region).some((code) => this.codes.includes(code)); }

  // Whether a region waits to be told which: of one place only while no other is chosen.
  isAsking() {
    return this.region && asks(this.region) && !this.has(this.region) && (this.isSeveral || !this.codes.length);
  }

  offerBoth(codes) {
    const both = this.one("[data-both]");
    const isPair = this.isSeveral && this.latest && !isElsewhere(this.latest) && OTHER[sideOf(this.latest)];
    both.hidden = !isPair || codes.includes(across(this.latest));
    both.textContent = both.hidden ? "" : `Both sides: ${this.site(this.latest)}`;
  }

  site(code) { return this.box(code).closest("[data-words]").dataset.words; }

  words(codes) {
    const asking = this.isAsking() ? [`${this.region.getAttribute("aria-label")}: which one?`] : [];
    const chosen = codes.length ? [`Chosen: ${AND.format(codes.map((code) => this.own(code)))}`] : [];
    return [...asking, ...chosen].join(" ") || "No place chosen yet";
  }

  own(code) {
    const [words, side] = [this.site(code), sideOf(code)];
    if (isElsewhere(code) && OTHER[side]) return `${words} on your ${side.toUpperCase()}`;
    return OTHER[side] ? `your ${side.toUpperCase()} ${words}` : `${words}${side === "middle" ? ", middle" : ""}`;
  }

  // What is chosen, each to be taken off; or what a region stands for, each to be taken instead or besides.
  chips(selector, codes) {
    const box = this.one(selector);
    box.hidden = !codes.length;
    if (box.dataset.codes !== codes.join(" ")) {
      box.dataset.codes = codes.join(" ");
      box.replaceChildren(...codes.map((code) => this.chip(code)));
    }
    for (const chip of box.children) chip.setAttribute("aria-pressed", this.codes.includes(chip.value));
  }

  chip(code) {
    const chip = Object.assign(document.createElement("button"), { type: "button", className: "chip", value: code });
    chip.textContent = this.box(code).closest("label").textContent.trim().replace(/\s+/g, " ");
    chip.addEventListener("click", () => this.toggle(code));
    return chip;
  }

  filter(box, rows) {
    box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase().split(/\s+/);
      for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
      for (const group of this.all("fieldset")) group.hidden = !group.querySelector("li:not([hidden])");
      const found = rows.some((row) => !row.hidden);
      this.one("[data-filter] [role=status]").textContent = found ? "" : "No place by that name. Another word may find it.";
    });
  }
}

for (const root of document.querySelectorAll("[data-places]")) new Picker(root);
