// A link to an entry that stands in a fold opens the fold; new browsers do so by themselves.

function unfold() {
  const entry = document.getElementById(location.hash.slice(1));
  const fold = entry?.closest("details:not([open])");
  if (!fold) return;
  fold.open = true;
  entry.scrollIntoView();
}

unfold();
window.addEventListener("hashchange", unfold);
