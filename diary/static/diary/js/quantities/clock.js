// Clock times and "40 min ago", as people type them: reads what diary/quantities/clock.py reads.
// tests/quantities/clock.json holds both to one table. Days are written "2026-05-28", instants are milliseconds.

import { readAnyLength } from "./lengths.js";
import { Unread, plain, whole, withoutAbout } from "./writing.js";

const WRITE = "Write the time like 2:15pm, 14:15 or 40 min ago";
const FUTURE = "The time it started must be in the past";

const MIDDAY = ["noon", "midday", "12 noon", "12 midday"];
const MIDNIGHT = ["midnight", "12 midnight"];
const AGO = whole("(.+?) ago");
const DAY_WORD = whole("(today|yesterday),? (?:at )?(.+)|(.+?),? (today|yesterday)");
const HALF = "(?: ?(?<half>[ap])(?:\\.? ?m)?\\.?)?";
const TIMES = [
  whole(`(?<hour>[0-9]{1,2})(?:[:.h ](?<minute>[0-5][0-9]))?(?: ?o'clock)?${HALF}`),
  whole(`(?<hour>[0-9]{1,2})(?<minute>[0-5][0-9])${HALF}`),
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const OVERNIGHT = DAY / 2;
const EARLIEST = Date.parse("0001-01-01"); // nothing before it has a date on the server

// An instant, { at, about }; throws Unread. `on` is the day chosen beside the time, or "".
export function readClock(text, { now, zone, clock = "12", on = "" }) {
  let [words, about] = withoutAbout(plain(text));
  if (words === "now" || words === "just now") return { at: onOneDay(now, zone, on), about: words === "just now" };
  const ago = AGO.exec(words);
  if (ago) return readAgo(ago[1], now, zone, on);
  const found = DAY_WORD.exec(words);
  const dayWord = found ? found[1] ?? found[4] : "";
  words = found ? found[2] ?? found[3] : words;
  const day = oneDay(dayWord, dayOf(now, zone), on);
  const before = (dayWord && `${dayWord} at `) + (about ? "about " : "");
  return onDay(readTime(words, clock, before), { now, zone, clock, day, about });
}

// The end of what began at `start`: a time before it is the next day's, "10pm to 3am", for 12 hours and up to now.
export function endAfter(start, end, { now, zone }) {
  if (end > start) return end;
  const local = wall(end, zone);
  const minutes = (local % DAY + DAY) % DAY / MINUTE;
  try {
    const after = localInstant(new Date(local + DAY).toISOString().slice(0, 10), minutes, zone);
    return (after - start <= OVERNIGHT || !minutes) && after <= now ? after : end;
  } catch (skipped) {
    if (!(skipped instanceof Unread)) throw skipped;
    return end;
  }
}

// "2:15pm today", "about 11pm yesterday", "14:15 Thursday 28 May".
export function sayMoment({ at, about }, { now, zone, clock = "12" }) {
  return `${about ? "about " : ""}${sayTime(at, zone, clock)} ${sayDay(dayOf(at, zone), dayOf(now, zone))}`;
}

// "2:15pm", or "14:15" on a 24-hour clock.
export function sayTime(at, zone, clock = "12") {
  return inWords(Math.floor((wall(at, zone) % DAY + DAY) % DAY / MINUTE), clock);
}

// The day of an instant where its zone is.
export function dayOf(at, zone) {
  return new Date(wall(at, zone)).toISOString().slice(0, 10);
}

export function dayBefore(day) {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}

function inWords(minutes, clock) {
  const hour = Math.floor(minutes / 60);
  const minute = String(minutes % 60).padStart(2, "0");
  if (clock === "24") return `${String(hour).padStart(2, "0")}:${minute}`;
  if (minutes % 720 === 0) return hour ? "midday" : "midnight";
  return `${hour % 12 || 12}${minute === "00" ? "" : `:${minute}`}${hour >= 12 ? "pm" : "am"}`;
}

function sayDay(day, today) {
  if (day === today) return "today";
  if (today && day === dayBefore(today)) return "yesterday";
  const date = new Date(day);
  const year = today && today.slice(0, 4) === day.slice(0, 4) ? "" : ` ${date.getUTCFullYear()}`;
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}${year}`;
}

function readAgo(length, now, zone, on) {
  const at = now - 1000 * lengthAgo(length);
  if (at < EARLIEST) throw new Unread(WRITE);
  return { at: onOneDay(at, zone, on), about: true };
}

function onOneDay(at, zone, on) {
  const day = dayOf(at, zone);
  if (on && on !== day) throw new Unread(`Choose one day: the time says ${sayDay(day)}, the date says ${sayDay(on)}`);
  return at;
}

function lengthAgo(text) {
  try {
    return readAnyLength(text).seconds;
  } catch (refusal) {
    throw refusal instanceof Unread ? new Unread(WRITE) : refusal;
  }
}

function oneDay(dayWord, today, on) {
  const day = dayWord === "yesterday" ? dayBefore(today) : dayWord ? today : on;
  if (on && day !== on) throw new Unread(`Choose one day: the time says ${dayWord}, the date says ${sayDay(on)}`);
  return day;
}

// Minutes after midnight.
function readTime(words, clock, before) {
  if (MIDDAY.includes(words)) return 720;
  if (MIDNIGHT.includes(words)) return 0;
  const match = TIMES.map((form) => form.exec(words)).find(Boolean);
  if (!match) throw new Unread(WRITE);
  return minutesOf(match.groups, clock, before);
}

function minutesOf({ hour: typed, minute, half }, clock, before) {
  const hour = Number(typed);
  if (half) return hourOfHalf(hour, half) * 60 + Number(minute ?? 0);
  if (hour > 23 || (!minute && (hour < 1 || hour > 12))) throw new Unread(WRITE);
  const isUnclear = hour >= 1 && hour <= 12 && !typed.startsWith("0") && clock === "12";
  if (isUnclear || !minute) throw halfMissing(minute ? `${hour}:${minute}` : `${hour}`, before);
  return hour * 60 + Number(minute);
}

function halfMissing(clock, before) {
  return new Unread(`Choose am or pm for ${clock}`, [`${before}${clock}am`, `${before}${clock}pm`]);
}

function hourOfHalf(hour, half) {
  if (half === "p" && hour >= 13 && hour <= 23) return hour; // 14:15pm says one thing only
  if (hour < 1 || hour > 12) throw new Unread(WRITE);
  return hour % 12 + (half === "p" ? 12 : 0);
}

function onDay(minutes, { now, zone, clock, day, about }) {
  const today = dayOf(now, zone);
  const at = localInstant(day || today, minutes, zone);
  if (at <= now) return { at, about };
  if (day) throw new Unread(FUTURE);
  localInstant(dayBefore(today), minutes, zone); // there may have been no such time
  const shown = inWords(minutes, clock);
  throw new Unread(`Yesterday at ${shown}?`, [`yesterday at ${about ? "about " : ""}${shown}`]);
}

// A local time that the clocks repeat is its first occurrence; one that they skip is refused.
function localInstant(day, minutes, zone) {
  const local = Date.parse(day) + minutes * MINUTE;
  const offsets = [local - DAY, local + DAY].map((at) => wall(at, zone) - at);
  const instants = offsets.map((offset) => local - offset).filter((at) => wall(at, zone) === local);
  if (!instants.length) {
    throw new Unread(`There was no ${inWords(minutes, "12")} on ${sayDay(day)}: the clocks went forward past it`);
  }
  return Math.min(...instants);
}

// What the clock on the wall shows at an instant, as if it were UTC.
function wall(at, zone) {
  const part = Object.fromEntries(format(zone).formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) + (at % 1000 + 1000) % 1000;
}

const formats = new Map();

function format(timeZone) {
  const numeric = Object.fromEntries(["year", "month", "day", "hour", "minute", "second"].map((part) => [part, "numeric"]));
  if (!formats.has(timeZone)) {
    formats.set(timeZone, new Intl.DateTimeFormat("en-GB", { timeZone, hourCycle: "h23", ...numeric }));
  }
  return formats.get(timeZone);
}
