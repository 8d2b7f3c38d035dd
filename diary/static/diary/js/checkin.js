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

function show(name, answer) {
  for (const field of page.querySelectorAll(`[name="${name}"]`)) {
    if (field.type === "hidden" || field.tagName === "BUTTON") continue;
    if (field.type === "radio") field.checked = field.value === String(answer.value ?? "");
    else if (field.type === "text" && (answer.shown === "" || field !== document.activeElement)) field.value = answer.shown;
    const stepper = field.closest(".stepper");
    if (stepper && stepper.dataset.unit !== "fl oz") stepper.dataset.value = answer.value ?? "";
    if (stepper && answer.shown === "") stepper.dataset.value = "";
  }
}

document.addEventListener("answered", (event) => {
  for (const [name, answer] of Object.entries(event.detail)) if (answer?.shown !== undefined) show(name, answer);
});

// "Clear" goes with the answer it took back, so the question has the focus.
page.addEventListener("click", (event) => {
  const button = event.target.closest("[name=clear], [name=usual], [name=zero]");
  if (button) button.closest(".ask, #drinks").querySelector("input:not([type=hidden]), h2").focus();
});

function notSaved() {
  kept.textContent = "Not saved yet. Check the connection, then press Save.";
  save.hidden = false;
}

document.addEventListener("htmx:sendError", notSaved);
document.addEventListener("htmx:responseError", notSaved);
document.addEventListener("htmx:afterSettle", () => {
  kept.classList.toggle("has-error", kept.textContent.startsWith("Not"));
});
