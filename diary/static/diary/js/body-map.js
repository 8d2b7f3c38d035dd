// Choosing a place on the figure: it only picks in the list, which stays the answer.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const SIDES = { left: "right", right: "left" };

class Picker {
  constructor(root) {
    this.root = root;
    this.list = this.one("[data-view=list]");
    this.views = this.all("[data-view]");
    for (const part of this.all("[data-views], [data-chosen], [data-filter]")) part.hidden = false;
    for (const svg of this.all("svg.body-map")) this.listen(svg);
    for (const chip of this.all("[data-show]")) chip.addEventListener("click", () => this.show(chip.dataset.show));
    this.list.addEventListener("change", () => this.settle());
    this.one("[data-swap]").addEventListener("click", () => this.choose(this.swapped()));
    this.one("[data-clear]").addEventListener("click", () => this.clear());
    this.filter(this.one("[data-filter] input"));
    this.settle();
    const chosen = this.code && (this.all("[role=radio]").find((region) => picks(region).includes(this.code)) ?? this.list);
    this.show(chosen ? chosen.closest("[data-view]").dataset.view : "front");
  }

  one(selector) { return this.root.querySelector(selector); }
  all(selector) { return [...this.root.querySelectorAll(selector)]; }

  get radio() { return this.one("input[type=radio]:checked"); }
  get code() { return this.radio?.value ?? ""; }

  choose(code) {
    this.one(`input[type=radio][value="${code}"]`).checked = true;
    this.settle();
  }

  clear() {
    this.choose("");
    this.one("[data-show][aria-pressed=true]").focus(); // the button that was pressed is gone
  }

  pick(region) {
    if (region.dataset.opens) {
      this.show(region.dataset.opens);
      return this.one(`[data-view=${region.dataset.opens}] [tabindex="0"]`).focus();
    }
    this.region = region;
    const [first] = picks(region);
    this.choose(!("asks" in region.dataset) ? first : picks(region).includes(this.code) ? this.code : "");
  }

  // The list has changed, by whatever way: everything else follows it.
  settle() {
    if (this.code && !(this.region && picks(this.region).includes(this.code))) this.region = null;
    if (!this.code && !("asks" in (this.region?.dataset ?? {}))) this.region = null;
    for (const svg of this.all("svg.body-map")) this.mark(svg);
    this.offer();
    this.one("[data-echo]").textContent = this.words();
    const [, side] = this.code.split(":");
    this.one("[data-swap]").disabled = !SIDES[side];
    this.one("[data-why]").hidden = side !== "middle";
    this.one("[data-clear]").hidden = !this.code;
  }

  words() {
    const asked = this.region && !this.code && this.region.getAttribute("aria-label");
    if (asked) return `${asked}: which one?`;
    if (!this.code) return "No place chosen yet";
    const { words } = this.radio.closest("[data-words]").dataset;
    const [, side] = this.code.split(":");
    return `Chosen: ${SIDES[side] ? `your ${side.toUpperCase()} ` : ""}${words}${side === "middle" ? ", middle" : ""}`;
  }

  swapped() {
    const [site, side] = this.code.split(":");
    return `${site}:${SIDES[side]}`;
  }

  mark(svg) {
    const chosen = [...svg.querySelectorAll("[role=radio]")].filter((region) => picks(region).includes(this.code));
    const exact = chosen.filter((region) => picks(region)[0] === this.code || "asks" in region.dataset);
    const marked = exact.length ? exact : chosen;
    for (const region of svg.querySelectorAll("[role=radio]")) {
      region.setAttribute("aria-checked", region === marked[0]);
      region.classList.toggle("is-chosen", marked.includes(region));
    }
    svg.querySelectorAll(".chosen-edge").forEach((edge, n) => point(edge, marked[n]));
    svg.querySelectorAll(".chosen-tick").forEach((tick, n) => {
      tick.setAttribute("transform", `translate(${marked[n]?.dataset.at ?? "-999"})`);
    });
    stop(svg, marked[0] ?? svg.querySelector('[tabindex="0"]') ?? svg.querySelector("[data-at]"));
  }

  // A region that stands for several places says which, and lets another one be taken.
  offer() {
    const codes = this.region ? picks(this.region) : [];
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
    const label = this.one(`input[value="${code}"]`).closest("label").textContent;
    chip.textContent = label.trim().replace(/\s+/g, " ");
    chip.addEventListener("click", () => this.choose(code));
    return chip;
  }

  show(code) {
    for (const view of this.views) view.hidden = view.dataset.view !== code;
    for (const chip of this.all("[data-show]")) chip.setAttribute("aria-pressed", chip.dataset.show === code);
  }

  listen(svg) {
    const name = svg.parentElement.querySelector("[data-focus]");
    const region = (event) => event.target.closest("[data-at]");
    svg.addEventListener("click", (event) => region(event) && this.pick(region(event)));
    svg.addEventListener("focusin", (event) => {
      stop(svg, event.target);
      name.textContent = event.target.getAttribute("aria-label");
      const seen = event.target.matches(":focus-visible") ? event.target : null;
      svg.querySelectorAll(".focus-halo, .focus-edge").forEach((edge) => point(edge, seen));
    });
    svg.addEventListener("focusout", () => {
      name.textContent = "";
      svg.querySelectorAll(".focus-halo, .focus-edge").forEach((edge) => point(edge, null));
    });
    svg.addEventListener("keydown", (event) => this.press(event, region(event), [...svg.querySelectorAll("[data-at]")]));
  }

  press(event, region, regions) {
    if (!region || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const next = STEPS[key] ? nearest(region, regions, STEPS[key]) : { Home: regions[0], End: regions.at(-1) }[key];
    if (next) next.focus();
    else if (key === " " || key === "Enter") this.pick(region);
    else if (!STEPS[key]) return;
    event.preventDefault();
  }

  filter(box) {
    box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase().split(/\s+/);
      const rows = [...this.list.querySelectorAll("[data-words]")];
      for (const row of rows) row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
      for (const group of this.list.querySelectorAll("fieldset")) group.hidden = !group.querySelector("li:not([hidden])");
      const found = rows.some((row) => !row.hidden);
      this.one("[data-filter] [role=status]").textContent = found ? "" : "No place has that name. Another word may find it.";
    });
  }
}

const picks = (region) => region.dataset.picks?.split(" ") ?? [];
const at = (region) => region.dataset.at.split(" ").map(Number);

function point(edge, region) {
  if (region) edge.setAttribute("href", `#${region.querySelector("[id]").id}`);
  else edge.removeAttribute("href");
}

function stop(svg, region) {
  for (const each of svg.querySelectorAll("[data-at]")) each.setAttribute("tabindex", each === region ? 0 : -1);
}

// The nearest one in that direction; what lies off to the side counts as further away.
function nearest(from, regions, [dx, dy]) {
  const [x, y] = at(from);
  const far = (region) => {
    const [right, down] = [at(region)[0] - x, at(region)[1] - y];
    const along = right * dx + down * dy;
    return along > 0.5 ? along + 2 * Math.abs(right * dy + down * dx) : Infinity;
  };
  const [next] = regions.filter((region) => far(region) < Infinity).sort((a, b) => far(a) - far(b));
  return next;
}

for (const root of document.querySelectorAll("[data-places]")) new Picker(root);
