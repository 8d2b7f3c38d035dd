// "Copy" puts the words of another element where they can be pasted from, and says so. Without a script, or where
// the browser gives no page that right, they are marked and copied by hand.

function copy(button) {
  navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim()).then(
    () => { button.textContent = "Copied"; },
    () => { button.hidden = true; },
  );
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", () => copy(button));
}
