// On paper what is folded is unfolded, but where it only asks for something. New browsers do so by print.css alone.

const ASKS = "input:not([type=hidden]), select, textarea";
let unfolded = [];

window.addEventListener("beforeprint", () => {
  unfolded = [...document.querySelectorAll("details:not([open])")].filter((fold) => !fold.querySelector(ASKS));
  for (const fold of unfolded) fold.open = true;
});

window.addEventListener("afterprint", () => {
  for (const fold of unfolded) fold.open = false;
  unfolded = [];
});

// "Print" prints the page. Without a script the browser's own menu does.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
