// The characters and words people type, brought to one plain form, as diary/quantities/writing.py does it.

const LONGEST = 100;

const SYMBOLS = new Map([
  ...[..."\u2010\u2011\u2012\u2013\u2014\u2212"].map((dash) => [dash, "-"]),
  ...[..."\u2018\u2019\u2032\u00b4`"].map((quote) => [quote, "'"]),
  ...[..."\u201c\u201d\u2033"].map((quote) => [quote, '"']),
  ...[..."\u200b\u200e\u200f\u2060\ufeff"].map((mark) => [mark, ""]),
  ["\u2248", "~"], ["\u2044", "/"], ["\u2236", ":"], ["\u066b", "."],
]);

const RAISED = /[ªº²³¹\u02b0-\u02e4\u1d2c-\u1d6a\u1d9b-\u1dbf\u2070-\u209c\u2120\u2122\u2460-\u2473\u24b6-\u24ea\u2c7c\u2c7d\u3250-\u32bf\ua7f2-\ua7f4]/;
const FRACTION = /[¼-¾\u2150-\u215f\u2189]/;
const DIGIT = /\p{Nd}/u;
const SPACE = /[\s\x1c-\x1f\x85]+/;

const ABOUT = new RegExp(
  "~|\\b(?:about|around|approximately|roughly|circa|maybe|perhaps|nearly|almost|or so|more or less)\\b"
  + "|\\b(?:approx|ca)\\b\\.?|-?ish\\b", "g",
);

const ONES = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");
const TENS = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 };
const NUMBERS = { ...Object.fromEntries(ONES.map((word, value) => [word, value])), fifteen: 15, ...TENS };
const SPELLED = new RegExp(
  `\\b(${Object.keys(TENS).join("|")})[ -](${ONES.slice(1, 10).join("|")})\\b`
  + `|\\b(${Object.keys(NUMBERS).join("|")})\\b`, "g",
);

// What cannot be read: the sentence says what to do about it, the choices are texts that can be read.
export class Unread extends Error {
  constructor(sentence, choices = []) {
    super(sentence);
    this.sentence = sentence;
    this.choices = choices;
  }
}

export function plain(text) {
  const signs = [...text];
  if (signs.length > LONGEST) return "";
  const words = signs.map((sign) => plainSign(SYMBOLS.get(sign) ?? sign)).join("").toLowerCase();
  return words.split(SPACE).filter(Boolean).join(" ").replaceAll("''", '"');
}

export function withoutAbout(text) {
  const rest = text.replace(ABOUT, " ");
  return [rest.split(" ").filter(Boolean).join(" "), rest !== text];
}

export function inDigits(text) {
  return text.replace(SPELLED, (_, tens, ones, single) => String(single ? NUMBERS[single] : TENS[tens] + NUMBERS[ones]));
}

// The whole text or nothing.
export function whole(pattern) {
  return new RegExp(`^(?:${pattern})$`);
}

function plainSign(sign) {
  if (RAISED.test(sign)) return sign; // 4² is not 42
  const folded = sign.normalize("NFKC");
  if (FRACTION.test(sign)) return ` ${folded.replace("\u2044", "/")}`; // 1½ is 1 1/2, not 11/2
  return [...folded].map(plainDigit).join("");
}

// The digits of every script stand in a row from 0 to 9.
function plainDigit(sign) {
  if (sign <= "\x7f" || !DIGIT.test(sign)) return sign;
  let zero = sign.codePointAt(0);
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((sign.codePointAt(0) - zero) % 10);
}
