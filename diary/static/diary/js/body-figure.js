// One view of the figure: its keys, and the marks of what is chosen and what has the focus.

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export const picks = (region) => region.dataset.picks?.split(" ") ?? [];
export const asks = (region) => "asks" in region.dataset;

export class Figure {
  constructor(svg, pick) {
    this.svg = svg;
    this.regions = [...svg.querySelectorAll("[data-at]")];
    this.choices = this.regions.filter((region) => region.dataset.picks);
    const region = (event) => event.target.closest("[data-at]");
    const frame = svg.parentElement; // an svg that listens for focus would take it
    svg.addEventListener("click", (event) => region(event) && pick(region(event)));
    svg.addEventListener("keydown", (event) => region(event) && this.press(event, region(event), pick));
    frame.addEventListener("focusin", (event) => this.focused(event.target));
    frame.addEventListener("focusout", () => this.focused(null));
  }

  // The region of a place; where only its middle is chosen, both halves.
  of(code) {
    const all = this.choices.filter((region) => picks(region).includes(code));
    const exact = all.filter((region) => picks(region)[0] === code || asks(region));
    return exact.length ? exact : all;
  }

  mark(codes) {
    const chosen = [...new Set(codes.flatMap((code) => this.of(code)))];
    for (const region of this.choices) {
      const isChecked = region.getAttribute("role") === "radio" ? region === chosen[0] : chosen.includes(region);
      region.setAttribute("aria-checked", isChecked);
      region.classList.toggle("is-chosen", chosen.includes(region));
    }
    this.draw("chosen", chosen);
    const ticks = this.svg.querySelector("[data-tick]");
    ticks.replaceChildren(...chosen.map(({ dataset }) => use(ticks.dataset.tick, `translate(${dataset.at})`)));
    if (this.svg.contains(document.activeElement)) return;
    this.stop(chosen[0] ?? this.regions.find((region) => region.tabIndex === 0) ?? this.regions[0]);
  }

  focused(region) {
    if (region) this.stop(region);
    this.svg.parentElement.querySelector("[data-name]").textContent = region?.getAttribute("aria-label") ?? "";
    this.draw("focus", region?.matches(":focus-visible") ? [region] : []);
  }

  draw(kind, regions) {
    for (const edge of this.svg.querySelectorAll(`[data-${kind}]`)) {
      edge.replaceChildren(...regions.map((region) => use(region.lastElementChild.id)));
    }
  }

  // One stop for the Tab key; arrows go on from there.
  stop(region) {
    for (const each of this.regions) each.setAttribute("tabindex", each === region ? 0 : -1);
  }

  press(event, region, pick) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    const step = STEPS[key];
    const next = step ? nearest(region, this.regions, step) : { Home: this.regions[0], End: this.regions.at(-1) }[key];
    if (next) next.focus();
    else if (key === " " || key === "Enter") pick(region);
    else if (!step) return;
    event.preventDefault();
  }
}

function use(id, transform = "") {
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "use");
  drawn.setAttribute("href", `#${id}`);
  drawn.setAttribute("transform", transform);
  return drawn;
}

const at = (region) => region.dataset.at.split(" ").map(Number);

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
