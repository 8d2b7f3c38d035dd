// Counting as it happens: the number goes up at once, every press is sent with its own moment, and what could not
// be sent is kept to go along with the next. However often it is sent, a moment counts once.

const form = document.querySelector("[data-tally]");
const part = (name) => form.querySelector(`[data-${name}]`);
const shown = JSON.parse(form.dataset.tally);
const unsent = [];
let sending = null;
let hasMoved = false; // to another place

// A clock that is off is corrected once, by the page's own time.
const off = Date.now() - new Date(form.dataset.now);
const skew = Math.abs(off) > 5000 ? off : 0;

function ago(seconds) {
  if (seconds < 60) return `${seconds} s ago`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min ago` : `${Math.floor(seconds / 3600)} h ago`;
}

function tick() {
  const seconds = Math.floor((Date.now() - skew - new Date(shown.at(-1))) / 1000);
  if (shown.length) part("ago").textContent = ago(Math.max(0, seconds));
}

function show() {
  part("count").textContent = shown.length;
  part("counted").textContent = shown.length === 1 ? "twitch" : "twitches";
  part("last").hidden = part("after").hidden = !shown.length;
  if (part("first")) part("first").hidden = shown.length > 0;
  document.querySelector("[data-earlier]")?.toggleAttribute("hidden", shown.length > 0);
  tick();
}

async function arrives(presses) {
  const data = new FormData(form);
  for (const [name, moment] of presses) data.append(name, moment);
  const sent = { method: "POST", body: data, headers: { "HX-Request": "true" }, keepalive: true };
  const answer = await fetch(form.action, sent).catch(() => null);
  return answer?.status === 204;
}

// One at a time; what is pressed meanwhile goes along next.
function send() {
  sending ??= sendAll().finally(() => { sending = null; });
  return sending;
}

async function sendAll() {
  let isThere = true;
  while (isThere && (unsent.length || hasMoved)) {
    const presses = [...unsent];
    hasMoved = false;
    isThere = await arrives(presses);
    if (isThere) unsent.splice(0, presses.length);
  }
  const trouble = isThere ? "" : "Not sent yet. The count is kept on this page and goes along with the next press.";
  if (part("trouble").textContent !== trouble) part("trouble").textContent = trouble;
  if (isThere) history.replaceState(null, "", shown.length ? form.dataset.page : form.dataset.start);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { name } = event.submitter;
  const moment = name === "undo" ? shown.pop() : new Date(Date.now() - skew).toISOString();
  if (!moment) return;
  if (name === "tap") shown.push(moment);
  unsent.push([name, moment]);
  show();
  send();
});

form.addEventListener("change", () => {
  hasMoved = shown.length > 0;
  send();
});

// Enter on a place chooses no twitch.
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.target.type === "radio") event.preventDefault();
});

part("finish").addEventListener("click", async (event) => {
  if (!unsent.length) return;
  event.preventDefault();
  await send();
  if (!unsent.length) location.assign(event.target.href);
});

window.addEventListener("pagehide", () => {
  if (unsent.length) arrives(unsent);
});
window.addEventListener("online", send);
setInterval(() => {
  tick();
  if (unsent.length && Math.floor(Date.now() / 1000) % 10 === 0) send();
}, 1000);
document.addEventListener("visibilitychange", tick);
show();
