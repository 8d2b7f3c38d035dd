// Which hours are meant by the part of the day that was chosen. "Change" puts them into the boxes.

const box = document.querySelector("[data-parts]");
const form = box.closest("form");
const change = box.querySelector("[data-set-times]");

function chosen() {
  const day = form.elements.day.value.trim();
  const on = ["", "today", box.dataset.today].includes(day) ? "today" : "earlier";
  const when = form.elements.when.value;
  return box.querySelector(`[data-part="${when}"][data-on="${on}"]`);
}

function show() {
  const part = chosen();
  for (const line of box.querySelectorAll("[data-part]")) line.hidden = line !== part;
  change.hidden = !part?.dataset.ends;
}

function fill(name, words) {
  form.elements[name].value = words;
  form.elements[name].dispatchEvent(new Event("input", { bubbles: true }));
}

change.addEventListener("click", () => {
  const { begins, ends } = chosen().dataset;
  form.querySelector('[name=when][value="set"]').checked = true;
  fill("start_time", begins);
  fill("end_time", ends);
  show();
  form.elements.start_time.focus();
});

for (const name of ["change", "input"]) form.addEventListener(name, show);
window.addEventListener("pageshow", show);
show();
