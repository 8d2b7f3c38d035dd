// The time that has run, from the clock on every tick: a phone that slept shows the right time when it wakes.
// What a page shows from a moment on ("Still twitching?") appears in one that stays open, too.

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
  for (const part of document.querySelectorAll("[data-from]")) part.hidden = Date.now() < new Date(part.dataset.from);
}

show();
setInterval(show, 1000);
document.addEventListener("visibilitychange", show);
document.addEventListener("timing-started", show);
document.addEventListener("htmx:afterSettle", show);
