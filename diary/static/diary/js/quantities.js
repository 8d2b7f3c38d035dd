// Says under a box what a typed length or time is read as. A bare number is asked about with buttons that fill the
// box. The place for it is kept free, so that nothing moves.

import { dayBefore, dayOf, readClock, sayMoment, sayTime } from "./quantities/clock.js";
import { readLength, sayLength } from "./quantities/lengths.js";
import { Unread } from "./quantities/writing.js";

const PAUSE = 500; // ms
const READERS = { length: (box) => sayLength(readLength(box.value)), clock: sayClock };

const timers = new WeakMap();

function sayClock(box) {
  const { zone, clock, inFuture } = box.dataset;
  const now = Date.now();
  const { on, typed } = chosenDay(box, dayOf(now, zone));
  try {
    const moment = readClock(box.value, { now, zone, clock, on });
    if (!typed) return sayMoment(moment, { now, zone, clock });
    return `${moment.about ? "about " : ""}${sayTime(moment.at, zone, clock)}, ${typed}`;
  } catch (refusal) {
    if (refusal instanceof Unread && on && inFuture && refusal.sentence.endsWith("must be in the past")) {
      refusal.sentence = inFuture;
    }
    throw refusal;
  }
}

// The day that another box or a chip says; one in words that only the server reads counts as past.
function chosenDay(box, today) {
  const boxes = (box.dataset.dayIn ?? "").split(" ").map((name) => box.form.elements[name]?.value.trim());
  const chip = box.form.elements[box.dataset.insteadOf]?.value;
  const said = boxes.find(Boolean) || (chip === "yesterday" ? chip : box.dataset.dayElse ?? "");
  const days = { "": "", today, yesterday: dayBefore(today) };
  const day = said.toLowerCase();
  return Object.hasOwn(days, day) ? { on: days[day], typed: "" } : { on: days.yesterday, typed: said };
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
