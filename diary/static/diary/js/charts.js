// Says what a mark of a chart stands for, in the words of its table: by pointer, touch or arrow keys.
// A drawing tells in data-areas where its cells are: "x y width height row down across column", ";" between.

class Chart {
  constructor(svg) {
    this.svg = svg;
    this.frame = svg.parentElement;
    this.figure = svg.closest("figure");
    this.areas = svg.dataset.areas.split(";").map((area) => area.split(" ").map(Number));
    this.cells = this.areas.flatMap(cellsOf);
    this.tip = this.frame.appendChild(hidden("p", "chart-tip"));
    this.spot = this.frame.appendChild(hidden("div", "chart-spot"));
    this.frame.tabIndex = 0;
    this.frame.setAttribute("role", "group");
    this.frame.setAttribute("aria-label", `${svg.querySelector("title").textContent}. Arrow keys read the values`);
    this.listen();
  }

  listen() {
    const { frame } = this;
    frame.addEventListener("pointermove", (event) => event.pointerType === "mouse" && this.point(event));
    frame.addEventListener("pointerdown", (event) => this.point(event));
    frame.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && this.hide());
    frame.addEventListener("keydown", (event) => this.press(event));
    frame.addEventListener("blur", () => this.hide());
    document.addEventListener("pointerdown", (event) => frame.contains(event.target) || this.hide());
    document.addEventListener("keydown", (event) => event.key === "Escape" && this.hide());
  }

  get scale() { return this.svg.clientWidth / this.svg.viewBox.baseVal.width; }

  // The cell under the pointer; where cells overlap, the one whose middle is nearest.
  point(event) {
    const box = this.svg.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / this.scale, (event.clientY - box.top) / this.scale];
    const far = (cell) => Math.hypot(cell.x + cell.width / 2 - x, cell.y + cell.height / 2 - y);
    const under = this.cells.filter((cell) => x >= cell.x && x < cell.x + cell.width && y >= cell.y && y < cell.y + cell.height);
    const [cell] = under.sort((a, b) => far(a) - far(b));
    if (cell) this.show(this.cells.indexOf(cell));
    else this.hide();
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const across = this.cells[this.at]?.across ?? 1;
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across };
    const last = this.cells.length - 1;
    const next = { Home: 0, End: last }[event.key] ?? (this.at ?? -Math.max(0, steps[event.key])) + steps[event.key];
    if (Number.isNaN(next)) return;
    event.preventDefault();
    this.tip.setAttribute("aria-live", "polite");
    this.show(Math.max(0, Math.min(last, next)));
  }

  show(at) {
    this.at = at;
    const cell = this.cells[at];
    const [head, ...lines] = this.words(cell);
    this.tip.replaceChildren(strong(head), ...lines.map(line));
    this.tip.hidden = this.spot.hidden = false;
    this.place(cell);
  }

  // Above the cell and inside the chart; below it where there is no room above.
  place({ x, y, width, height }) {
    const { scale, tip, spot, svg } = this;
    Object.assign(spot.style, { left: px(x * scale), top: px(y * scale), width: px(width * scale), height: px(height * scale) });
    const left = Math.max(0, Math.min((x + width / 2) * scale - tip.offsetWidth / 2, svg.clientWidth - tip.offsetWidth));
    const above = y * scale - tip.offsetHeight - 8;
    const isRoom = svg.getBoundingClientRect().top + above > 0;
    Object.assign(tip.style, { left: px(left), top: px(isRoom ? above : (y + height) * scale + 8) });
  }

  hide() {
    this.tip.hidden = this.spot.hidden = true;
    this.tip.removeAttribute("aria-live");
    this.at = undefined;
  }

  // A cell of the table with its two heads, or a row with what each column says.
  words({ row, column }) {
    const table = this.figure.querySelector("table");
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
    const cells = [...table.tBodies[0].rows[row].cells].map((cell) => cell.textContent);
    const head = /^[\d,]+$/.test(cells[0]) ? `${heads[0]}: ${cells[0]}` : cells[0]; // a number alone says nothing
    if (column) return [head, `${heads[column]}: ${cells[column]}`];
    return [head, ...cells.slice(1).map((cell, n) => `${heads[n + 1]}: ${cell}`)];
  }
}

function cellsOf([x, y, width, height, row, down, across, column]) {
  return Array.from({ length: down * across }, (_, n) => ({
    x: x + ((n % across) * width) / across,
    y: y + (Math.floor(n / across) * height) / down,
    width: width / across,
    height: height / down,
    across: column ? across : 1,
    row: row + (column ? Math.floor(n / across) : n),
    column: column && column + (n % across),
  }));
}

const px = (value) => `${value}px`;

function hidden(name, className) {
  const element = Object.assign(document.createElement(name), { className, hidden: true });
  return element;
}

function strong(words) {
  return Object.assign(document.createElement("strong"), { textContent: words });
}

function line(words) {
  return Object.assign(document.createElement("span"), { textContent: words });
}

for (const svg of document.querySelectorAll("figure.chart svg[data-areas]")) new Chart(svg);
