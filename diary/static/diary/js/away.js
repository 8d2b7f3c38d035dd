// A diary that nobody looks at covers itself (html[data-hides-words]) and locks (html[data-lock-after], in minutes).
// The server counts for itself; this makes the page that is still open follow.

const page = document.documentElement;
const lockAfter = 60_000 * Number(page.dataset.lockAfter ?? 0);
const KEY = "last-touched"; // shared between the tabs of this diary
const SAY_SO_EVERY = 20_000;

let said = Date.now();

function touched() {
  const now = Date.now();
  localStorage.setItem(KEY, now);
  if (now - said < SAY_SO_EVERY) return;
  said = now;
  fetch("/healthz").catch(() => {}); // any request tells the server that somebody is here
}

function lockWhenLeft() {
  if (Date.now() - Number(localStorage.getItem(KEY)) < lockAfter) return;
  page.classList.add("is-covered");
  document.getElementById("lock-now").submit();
}

function cover() {
  const isAway = document.visibilityState === "hidden";
  page.classList.toggle("is-covered", isAway && ("hidesWords" in page.dataset || lockAfter > 0));
}

if (lockAfter) {
  touched();
  for (const act of ["pointerdown", "keydown", "scroll"]) document.addEventListener(act, touched, { passive: true });
  setInterval(lockWhenLeft, 1000);
}

document.addEventListener("visibilitychange", () => {
  if (lockAfter && document.visibilityState === "visible") lockWhenLeft();
  cover();
});

// Locked or signed out in another tab, or brought back by "Back": ask the server what may be seen.
new BroadcastChannel("diary").addEventListener("message", () => location.reload());
window.addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
