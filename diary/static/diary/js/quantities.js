// Says under a box what a typed length or time is read as. A bare number is asked about with buttons that fill the
// box. The place for it is kept free, so that nothing moves.

import { dayBefore, dayOf, endAfter, readClock, sayMoment, sayTime } from "./quantities/clock.js";
import { readLength, sayLength } from "./quantities/lengths.js";
import { Unread } from "./quantities/writing.js";

const PAUSE = 500; // ms
const READERS = { length: (box) => sayLength(readLength(box.value)), clock: sayClock };

const timers = new WeakMap();

function sayClock(box) {
  const { zone, clock, inFuture } = box.dataset;
  const when = { now: Date.now(), zone, clock };
  const { on, typed } = chosenDay(box, dayOf(when.now, zone));
  try {
    const moment = box.dataset.beginsIn ? readEnd(box, on, when) : readClock(box.value, { ...when, on });
    if (!typed) return sayMoment(moment, when);
    const after = dayOf(moment.at, zone) > on ? "the day after " : "";
    return `${moment.about ? "about " : ""}${sayTime(moment.at, zone, clock)}, ${after}${typed}`;
  } catch (refusal) {
    if (refusal instanceof Unread && inFuture && refusal.sentence.endsWith("must be in the past")) {
      refusal.sentence = inFuture;
    }
    throw refusal;
  }
}

// An end is on the day of its start or the night after it, unless its own words say when.
function readEnd(box, on, when) {
  const begun = readOr(null, () => readClock(box.form.elements[box.dataset.beginsIn].value, { ...when, on }).at);
  const day = begun ? dayOf(begun, when.zone) : on || dayOf(when.now, when.zone);
  const end = readOnDay(box.value, day, when);
  return begun ? { ...end, at: endAfter(begun, end.at, when) } : end;
}

function readOnDay(text, on, when) {
  try {
    return readClock(text, { ...when, on });
  } catch (refusal) {
    if (!(refusal instanceof Unread) || !refusal.sentence.startsWith("Choose one day")) throw refusal;
    return readClock(text, when);
  }
}

function readOr(otherwise, read) {
  try {
    return read();
  } catch (refusal) {
    if (!(refusal instanceof Unread)) throw refusal;
    return otherwise;
  }
}

// The day that another box or a chip says; one in words that only the server reads counts as long past.
function chosenDay(box, today) {
  const boxes = (box.dataset.dayIn ?? "").split(" ").map((name) => box.form.elements[name]?.value.trim());
  const chip = box.form.elements[box.dataset.insteadOf]?.value;
  const said = boxes.find(Boolean) || (chip === "yesterday" ? chip : "");
  const days = { "": "", today, yesterday: dayBefore(today) };
  const day = said.toLowerCase();
  return Object.hasOwn(days, day) ? { on: days[day], typed: "" } : { on: dayBefore(days.yesterday), typed: said };
}

function read(box) {
  if (!box.value.trim()) return { words: "", choices: [] };
  try {
    return { words: READERS[box.dataset.reads](box), choices: [] };
  } catch (refusal) {
    if (!(refusal instanceof Unread)) throw refusal;
    const { sentence, choices } = refusal;
    return { words: choices.length === 2 ? `Is that ${choices.join(" or ")}?` : sentence, choices, isRefused: !choices.length };
  }
}

// While somebody types, what cannot be read yet is passed over in silence.
function show(box, isDone = false) {
  clearTimeout(timers.get(box));
  const { words, choices, isRefused } = read(box);
  const status = document.getElementById(`${box.id}_reads`);
  const shown = isRefused && !isDone ? "" : words;
  if (status.textContent === shown) return; // a button that is being pressed stays
  status.textContent = shown;
  status.classList.toggle("visually-hidden", choices.length > 0);
  status.parentElement.querySelector(".choose")?.remove();
  if (choices.length) status.after(buttons(box, choices, words));
}

function buttons(box, choices, question) {
  const group = document.createElement("div");
  group.className = "choose";
  group.setAttribute("role", "group");
  group.setAttribute("aria-label", question);
  group.append(...choices.map((choice) => button(box, choice, choices.length === 1 ? question : choice)));
  return group;
}

function button(box, choice, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chip";
  button.textContent = words;
  button.addEventListener("click", () => {
    box.value = choice;
    box.focus(); // the button goes, the focus stays in its field
    box.dispatchEvent(new Event("input", { bubbles: true }));
    show(box, true);
  });
  return button;
}

function listen(box) {
  box.addEventListener("input", () => {
    clearTimeout(timers.get(box));
    if (!box.value.trim()) return show(box);
    timers.set(box, setTimeout(show, PAUSE, box));
  });
  box.addEventListener("change", () => show(box, true));
  box.form.addEventListener("change", ({ target }) => {
    if (target !== box && box.value !== box.defaultValue) show(box, true);
  });
}

// The question of a page that came back from the server is asked here, where its answer fills the box.
function takeOver(box) {
  const asked = box.parentElement.querySelector("[data-answers]");
  asked?.remove();
  if (asked) show(box, true);
}

function isKnown(timeZone) {
  try {
    return Boolean(new Intl.DateTimeFormat("en-GB", { timeZone }));
  } catch {
    return false; // an old browser and a young zone: the server reads the time all the same
  }
}

for (const box of document.querySelectorAll("[data-reads]")) {
  if (!isKnown(box.dataset.zone)) continue;
  box.setAttribute("aria-describedby", `${box.getAttribute("aria-describedby") ?? ""} ${box.id}_reads`.trim());
  listen(box);
  takeOver(box);
}

// With a keyboard and a mouse, typing starts at once; on a phone the keyboard would cover the chips.
if (document.activeElement === document.body && matchMedia("(hover: hover) and (pointer: fine)").matches) {
  document.querySelector("[data-starts-here]")?.focus();
}
