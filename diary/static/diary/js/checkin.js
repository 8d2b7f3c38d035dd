// The check-in saves each answer by itself, so its Save button goes; steppers count up and down from the
// person's own middle. What the server understood is put back into the page.

const page = document.querySelector("[data-check-in]");
const kept = document.getElementById("kept");
const save = page.querySelector("[data-save]");
save.hidden = true;

function words(value, unit) {
  if (unit !== "h") return `${value.toLocaleString("en-GB")} ${unit}`;
  const hours = Math.floor(value);
  const minutes = Math.round((value - hours) * 60);
  return [hours ? `${hours} h` : "", minutes ? `${minutes} min` : ""].filter(Boolean).join(" ") || "0 h";
}

function step(stepper, by) {
  const { step, start, most, unit, value } = stepper.dataset;
  const field = stepper.querySelector("input");
  const size = Number(step);
  const counted = Math.round(Number(value) / size) * size + by * size;
  const next = value === "" ? Number(start) : Math.min(Number(most), Math.max(0, counted));
  stepper.dataset.value = next;
  field.value = words(next, unit);
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

for (const button of page.querySelectorAll("[data-by]")) {
  button.hidden = false;
  button.addEventListener("click", () => step(button.closest(".stepper"), Number(button.dataset.by)));
}

// A number being typed is not yet the stepper's: the server says what it read.
page.addEventListener("input", (event) => {
  const stepper = event.target.closest(".stepper");
  if (stepper && event.isTrusted) stepper.dataset.value = Number.parseFloat(event.target.value) || "";
});

// What was typed is written as the diary says it, unless somebody has typed on meanwhile.
function show(name, { typed, value, shown }) {
  const field = page.querySelector(`input[type=text][name="${name}"]`);
  if (!field || field.value.trim() !== typed.trim()) return;
  field.value = shown;
  const stepper = field.closest(".stepper");
  if (stepper) stepper.dataset.value = stepper.dataset.unit === "fl oz" ? Number.parseFloat(shown) || "" : value ?? "";
}

document.addEventListener("answered", (event) => {
  for (const [name, answer] of Object.entries(event.detail)) if (answer?.shown !== undefined) show(name, answer);
});

function blank(ask) {
  for (const field of ask.querySelectorAll("input, textarea")) {
    if (field.type === "radio") field.checked = false;
    else field.value = "";
  }
  for (const stepper of ask.querySelectorAll(".stepper")) stepper.dataset.value = "";
}

// "Clear", "Usual" and "No caffeine" are sent by their question, which stays while its buttons come and go; so
// does the focus.
page.addEventListener("click", (event) => {
  const button = event.target.closest("[data-answer]");
  if (!button) return;
  event.preventDefault();
  const ask = page.querySelector(`[name="${button.value}"]:not(button)`).closest(".ask");
  if (button.name === "clear") blank(ask);
  const values = { [button.name]: button.value };
  htmx.ajax("POST", button.formAction, { source: ask, target: ask, swap: "none", values });
  (button.closest("#drinks")?.querySelector("h2") ?? ask.querySelector("input, textarea")).focus();
});

// An answer that is still being typed, or waits for the one before it, goes along when the page is left.
let isSent = true;
page.addEventListener("input", () => { isSent = false; });
document.addEventListener("htmx:afterRequest", () => { isSent = !page.querySelector(".htmx-request"); });
addEventListener("pagehide", () => isSent || navigator.sendBeacon(page.action, new FormData(page)));

function notSaved() {
  kept.textContent = "Not saved yet. Check the connection, then press Save.";
  save.hidden = false;
}

document.addEventListener("htmx:sendError", notSaved);
document.addEventListener("htmx:responseError", notSaved);
document.addEventListener("htmx:afterSettle", () => {
  kept.classList.toggle("has-error", kept.textContent.startsWith("Not"));
});
