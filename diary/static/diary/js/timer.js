// The time that has run, from the clock on every tick: a phone that slept shows the right time when it wakes.
// What is due later ("Still twitching?") appears in a page that stays open, whatever its clock says the time is.

const due = new WeakMap();

function words(seconds) {
  const pad = (number) => String(number).padStart(2, "0");
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  if (days) {
    const rest = hours % 24 ? ` ${hours % 24} h` : "";
    return `${days} ${days === 1 ? "day" : "days"}${rest}`;
  }
  return hours ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

function show() {
  for (const timer of document.querySelectorAll("[data-started]")) {
    const seconds = Math.floor((Date.now() - new Date(timer.dataset.started)) / 1000);
    timer.textContent = words(Math.max(0, seconds));
  }
  for (const part of document.querySelectorAll("[data-in][hidden]")) {
    if (!due.has(part)) due.set(part, Date.now() + 1000 * part.dataset.in);
    part.hidden = Date.now() < due.get(part);
  }
}

show();
setInterval(show, 1000);
document.addEventListener("visibilitychange", show);
document.addEventListener("timing-started", show);
document.addEventListener("htmx:afterSettle", show);
