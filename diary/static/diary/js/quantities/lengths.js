// How long something lasted, as people type it: reads exactly what diary/quantities/lengths.py reads.
// tests/quantities/lengths.json holds both to one table.

import { Unread, inDigits, plain, whole, withoutAbout } from "./writing.js";

const WRITE = "Write the length like 45s, 2 min or 1:30";
const ZERO = "Length must be longer than 0 seconds";
const TOO_LONG = "A length can be 24 hours at most. For longer, use Came and went";
const REVERSED = "Write the shorter length first, like 30-60 s";

const SECONDS = { w: 604800, d: 86400, h: 3600, m: 60, s: 1 };
const SMALLER = { d: "h", h: "m", m: "s" };
const NAMES = { d: "day", h: "hour", m: "minute", s: "second" };

const AMOUNT = "(?:(?:[0-9]+ )?[1-9]/[1-9]|[0-9]+(?:[.,][0-9]{1,2})?|0[.,][0-9]+)";
const UNIT = `(?:weeks?|days?|d|hours?|hrs?|h|minutes?|mins?|m|'|seconds?|secs?|s|")`;
const PIECE = `${AMOUNT} ?${UNIT}(?![a-z])\\.?`;
const AND = "(?:,? ?(?:and |& ?)?)";
const ONE_PIECE = `(${AMOUNT}) ?(${UNIT})(?![a-z])\\.?`;

const BARE = whole(AMOUNT);
const PIECES = whole(`${PIECE}(?:${AND}${PIECE})*(?:${AND}([0-5]?[0-9]))?`);
const NEGATIVE = /^- ?[0-9:]/;
const COLON = whole(`([0-9]*):([0-5][0-9])(?: ?(${UNIT})\\.?)?`);
const TWO_COLONS = whole("([0-9]+):([0-5][0-9]):([0-5][0-9])");
const BETWEEN = /(?:between|from) (.+?) (?:and|to) (.+)/g;
const RANGE = whole("(.+?)(?: ?- ?| (to|or) )(.+)");

const VAGUE = [
  ["\\b(?:a )?few (?=s)", "5 "],
  ["\\b(?:a )?few (?=[mh])", "3 "],
  ["\\b(?:a )?couple (?:of )?(?=[smhd])", "2 "],
  ["\\b3 quarters of an? ", "3/4 "],
  ["\\b(?:a )?quarter (?:of )?(?:an? )?(?=[mh])", "1/4 "],
  ["\\b([0-9]+) and a half\\b", "$1 1/2"],
  [`\\b(?:an?|1) (${UNIT}) and a half\\b`, "1 1/2 $1"],
  [`\\b([0-9]+) (${UNIT}) and a half\\b`, "$1 1/2 $2"],
  ["\\b(?:a )?half (?:an? )?(?=[smhd])", "1/2 "],
].map(([pattern, amount]) => [new RegExp(pattern, "g"), amount]);
const SINGLE = new RegExp(`\\ban? (?=${UNIT}(?![a-z]))`, "g");

// A length in whole seconds, { seconds, about, low, high }; throws Unread.
export function readLength(text) {
  const length = readAnyLength(text);
  if (Math.max(length.seconds, length.high ?? 0) > SECONDS.d) throw new Unread(TOO_LONG);
  return length;
}

// As readLength, of any size above zero.
export function readAnyLength(text) {
  const [ends, about] = readSpan(text);
  if (ends[0].top <= 0n) throw new Unread(ZERO);
  if (ends.length === 1) return { seconds: wholeSeconds(ends[0]), about, low: null, high: null };
  const middle = times(sum(ends), 1n, 2n);
  return { seconds: wholeSeconds(middle), about: true, low: wholeSeconds(ends[0]), high: wholeSeconds(ends[1]) };
}

// "1 minute 30 seconds", "about 5 seconds", "30 seconds to 1 minute".
export function sayLength({ seconds, about, low, high }) {
  if (low !== null) return `${inUnits(low)} to ${inUnits(high)}`;
  return `${about ? "about " : ""}${inUnits(seconds)}`;
}

function inUnits(seconds) {
  const units = seconds >= SECONDS.d ? ["d", "h"] : ["h", "m", "s"];
  const words = [];
  for (const unit of units) {
    const count = Math.floor(seconds / SECONDS[unit]);
    seconds %= SECONDS[unit];
    if (count) words.push(`${count} ${NAMES[unit]}${count === 1 ? "" : "s"}`);
  }
  return words.join(" ");
}

function readSpan(text) {
  const [words, about] = inPieces(text);
  if (NEGATIVE.test(words)) throw new Unread(ZERO);
  const range = RANGE.exec(words);
  if (range) return [readRange(range[1], range[3], range[2] === "or", about), true];
  if (BARE.test(words)) throw amount(words).top ? unitMissing(words, about) : new Unread(ZERO);
  return [[secondsOf(words)], about];
}

// Words become amounts: "about half a minute" is "1/2 minute", an estimate.
function inPieces(text) {
  let [words, about] = withoutAbout(inDigits(plain(text)));
  for (const [pattern, amount] of VAGUE) {
    const replaced = words.replace(pattern, amount);
    about ||= replaced !== words;
    words = replaced;
  }
  return [words.replace(SINGLE, "1 ").trim().replace(BETWEEN, "$1 to $2"), about];
}

function readRange(low, high, joinedByOr, about) {
  if (BARE.test(low) && BARE.test(high)) throw unitMissing(`${low} to ${high}`, about);
  const ends = [secondsOf(low, unitOf(high)), secondsOf(high, joinedByOr ? unitOf(low) : "")];
  if (ends[0].top * ends[1].bottom >= ends[1].top * ends[0].bottom) throw new Unread(REVERSED);
  return ends;
}

function unitMissing(number, about) {
  const [before, plural] = [about ? "about " : "", number === "1" ? "" : "s"];
  const choices = ["second", "minute"].map((unit) => `${before}${number} ${unit}${plural}`);
  return new Unread(`Choose seconds or minutes for ${number}`, choices);
}

function secondsOf(text, unit = "") {
  if (unit && BARE.test(text)) return times(amount(text), SECONDS[unit]);
  const clock = TWO_COLONS.exec(text);
  if (clock) return fraction(BigInt(clock[1]) * 3600n + BigInt(clock[2]) * 60n + BigInt(clock[3]));
  const colon = COLON.exec(text);
  if (colon) return secondsOfColon(colon[1], colon[2], colon[3] ?? (unit === "h" ? "h" : "m"));
  const pieces = PIECES.exec(text);
  if (pieces) return sumOfPieces([...text.matchAll(new RegExp(ONE_PIECE, "g"))], pieces[1]);
  throw new Unread(WRITE);
}

function secondsOfColon(large, small, unitOfLarge) {
  const unit = letter(unitOfLarge);
  if (!"hm".includes(unit)) throw new Unread(WRITE);
  return fraction(BigInt(large || 0) * BigInt(SECONDS[unit]) + BigInt(small) * BigInt(SECONDS[SMALLER[unit]]));
}

// Each unit may stand once; a bare rest belongs to the unit below the last one.
function sumOfPieces(pieces, rest) {
  const parts = pieces.map((piece) => [amount(piece[1]), letter(piece[2])]);
  const last = parts.at(-1)[1];
  if (rest) parts.push([amount(rest), SMALLER[last] ?? last]);
  if (new Set(parts.map(([, unit]) => unit)).size < parts.length) throw new Unread(WRITE);
  return sum(parts.map(([count, unit]) => times(count, SECONDS[unit])));
}

function unitOf(text) {
  const piece = whole(ONE_PIECE).exec(text);
  return piece ? letter(piece[2]) : "";
}

function letter(unit) {
  return { "'": "m", '"': "s" }[unit] ?? unit[0];
}

// Exact fractions, so that halves round up here as they do on the server.

function fraction(top, bottom = 1n) {
  return { top, bottom };
}

function times({ top, bottom }, factor, divisor = 1n) {
  return fraction(top * BigInt(factor), bottom * divisor);
}

function sum(parts) {
  return parts.reduce((a, b) => fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom), fraction(0n));
}

function amount(text) {
  return sum(text.replaceAll(",", ".").split(" ").map((part) => {
    const [top, bottom = 1] = part.split("/");
    const [units, decimals = ""] = top.split(".");
    return fraction(BigInt(units + decimals), BigInt(bottom) * 10n ** BigInt(decimals.length));
  }));
}

function wholeSeconds({ top, bottom }) {
  const rounded = (2n * top + bottom) / (2n * bottom);
  return Number(rounded > 1n ? rounded : 1n);
}
