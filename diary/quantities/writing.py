"""The characters and words people type, brought to one plain form before a parser reads them."""

import re
import unicodedata

LONGEST = 100
"""Characters; nothing longer is a quantity, and no pattern has to chew on it."""

SYMBOLS = str.maketrans({
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u2032\u00b4`", "'"),
    **dict.fromkeys("\u201c\u201d\u2033", '"'),
    **dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", ""),  # invisible marks that come with copied text
    "\u2248": "~", "\u2044": "/", "\u2236": ":", "\u066b": ".",
})  # fmt: skip
"""Typographic signs and their keyboard form; done before NFKC, which would take some of them apart."""

ABOUT = re.compile(
    r"~|\b(?:about|around|approximately|roughly|circa|maybe|perhaps|nearly|almost|or so|more or less)\b"
    r"|\b(?:approx|ca)\b\.?|-?ish\b",
    re.ASCII,  # so that words end where they end in the browser
)

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
]  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
NUMBERS = {word: value for value, word in enumerate(ONES)} | {"fifteen": 15} | TENS
SPELLED = re.compile(
    rf"\b({'|'.join(TENS)})[ -]({'|'.join(ONES[1:10])})\b|\b({'|'.join(NUMBERS)})\b", re.ASCII
)


def plain(text: str) -> str:
    """Return the text in lower case, with plain digits, dashes, quotes and spaces; "" when it is too long."""
    if len(text) > LONGEST:
        return ""
    characters = (_plain_character(character) for character in text.translate(SYMBOLS))
    return " ".join("".join(characters).casefold().split()).replace("''", '"')


def before_numbers(words: str) -> str:
    """Return words so that ours keep their order behind them; a number after Hebrew would not.

    The invisible sign is one that a page, a picture and paper draw as nothing.
    """
    ways = (unicodedata.bidirectional(letter) for letter in reversed(words))
    last = next((way for way in ways if way in ("L", "R", "AL")), "L")
    return words if last == "L" else f"{words}\u200e"


def without_about(text: str) -> tuple[str, bool]:
    """Take "about", "~", "or so" and "ish" out of plain text and say whether any stood there."""
    rest, found = ABOUT.subn(" ", text)
    return " ".join(rest.split()), bool(found)


def in_digits(text: str) -> str:
    """Replace spelled numbers up to 99 in plain text: "forty-five seconds" becomes "45 seconds"."""
    return SPELLED.sub(_digits, text)


def _digits(match: re.Match[str]) -> str:
    tens, ones, single = match.groups()
    return str(NUMBERS[single]) if single else str(TENS[tens] + NUMBERS[ones])


def _plain_character(character: str) -> str:
    kind = unicodedata.decomposition(character).partition(" ")[0]
    if kind in ("<super>", "<sub>", "<circle>"):  # 4\u00b2 is not 42: no parser reads the sign
        return character
    folded = unicodedata.normalize("NFKC", character)
    if kind == "<fraction>":  # 1\u00bd is 1 1/2, not 11/2
        return f" {folded}".replace("\u2044", "/")
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in folded)
