// Chips and a box for one answer: typing lets go of the chip, a chip empties the box. The chip a box goes along
// with ("Yesterday" and a time) is left alone.

function chipsOf(box) {
  return [...box.form.querySelectorAll(`input[type=radio][name="${box.dataset.insteadOf}"]`)];
}

function typed(box) {
  const chips = chipsOf(box);
  const chosen = chips.find((chip) => chip.checked);
  const none = chips.find((chip) => chip.value === "");
  if (box.value.trim()) {
    if (chosen && chosen.value !== box.dataset.beside) chosen.checked = false;
  } else if (!chosen && none) {
    none.checked = true;
  }
}

function chose(box, chip) {
  if (!box.value || chip.value === box.dataset.beside) return;
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

for (const box of document.querySelectorAll("[data-instead-of]")) {
  box.addEventListener("input", () => typed(box));
  for (const chip of chipsOf(box)) chip.addEventListener("change", () => chose(box, chip));
}
