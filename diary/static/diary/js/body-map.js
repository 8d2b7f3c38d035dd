// Choosing a place on the figure: it only picks in the list, which stays the answer.

import { Figure, asks, picks } from "./body-figure.js";

const OTHER = { left: "right", right: "left" };

class Picker {
  constructor(root) {
    this.root = root;
    for (const part of this.all("[data-views], [data-chosen], [data-filter]")) part.hidden = false;
    this.figures = this.all("svg.body-map").map((svg) => new Figure(svg, (region) => this.pick(region)));
    for (const chip of this.all("[data-show]")) chip.addEventListener("click", () => this.show(chip.dataset.show));
    this.one("[data-view=list]").addEventListener("change", () => this.settle());
    this.one("[data-swap]").addEventListener("click", () => this.choose(`${this.site}:${OTHER[this.side]}`));
    this.one("[data-clear]").addEventListener("click", () => this.clear());
    this.filter(this.one("[data-filter] input"), this.all("[data-words]"));
    this.settle();
    this.show(this.code ? this.viewOf(this.code) : "front");
  }

  one(selector) { return this.root.querySelector(selector); }
  all(selector) { return [...this.root.querySelectorAll(selector)]; }

  get radio() { return this.one("input[type=radio]:checked"); }
  get code() { return this.radio?.value ?? ""; }
  get site() { return this.code.split(":")[0]; }
  get side() { return this.code.split(":")[1]; }

  viewOf(code) {
    const figure = this.figures.find(({ radios }) => radios.some((region) => picks(region).includes(code)));
    return figure?.svg.parentElement.dataset.view ?? "list";
  }

  show(code) {
    for (const view of this.all("[data-view]")) view.hidden = view.dataset.view !== code;
    for (const chip of this.all("[data-show]")) chip.setAttribute("aria-pressed", chip.dataset.show === code);
  }

  choose(code) {
    this.one(`input[type=radio][value="${code}"]`).checked = true;
    this.settle();
  }

  clear() {
    this.region = null;
    this.choose("");
    this.one("[data-show][aria-pressed=true]").focus(); // the button that had it is gone
  }

  pick(region) {
    const { opens } = region.dataset;
    if (opens) {
      this.show(opens);
      return this.one(`[data-view=${opens}] [tabindex="0"]`).focus();
    }
    this.region = region;
    const top = region.getBoundingClientRect().top;
    const [likeliest] = picks(region);
    this.choose(!asks(region) ? likeliest : picks(region).includes(this.code) ? this.code : "");
    window.scrollBy(0, region.getBoundingClientRect().top - top); // the figure stays under the finger
  }

  // The list has changed, in whatever way: everything else follows it.
  settle() {
    const stays = this.region && (this.code ? picks(this.region).includes(this.code) : asks(this.region));
    if (!stays) this.region = null;
    for (const figure of this.figures) figure.mark(this.code);
    this.one("[data-echo]").textContent = this.words();
    this.one("[data-swap]").disabled = !OTHER[this.side];
    this.one("[data-swap]").hidden = !this.code;
    this.one("[data-why]").hidden = this.side !== "middle";
    this.one("[data-clear]").hidden = !this.code;
    this.offer(this.region ? picks(this.region) : []);
  }

  words() {
    if (this.region && !this.code) return `${this.region.getAttribute("aria-label")}: which one?`;
    if (!this.code) return "No place chosen yet";
    const { words } = this.radio.closest("[data-words]").dataset;
    const own = OTHER[this.side] ? `your ${this.side.toUpperCase()} ` : "";
    return `Chosen: ${own}${words}${this.side === "middle" ? ", middle" : ""}`;
  }

  // A region that stands for several places says which, and lets another one be taken.
  offer(codes) {
    const box = this.one("[data-closer]");
    box.hidden = codes.length < 2;
    if (box.dataset.codes !== codes.join(" ")) {
      box.dataset.codes = codes.join(" ");
      box.replaceChildren(...codes.map((code) => this.chip(code)));
    }
    for (const chip of box.children) chip.setAttribute("aria-pressed", chip.value === this.code);
  }

  chip(code) {
    const chip = Object.assign(document.createElement("button"), { type: "button", className: "chip", value: code });
    const label = this.one(`input[value="${code}"]`).closest("label");
    chip.textContent = label.textContent.trim().replace(/\s+/g, " ");
    chip.addEventListener("click", () => this.choose(code));
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
