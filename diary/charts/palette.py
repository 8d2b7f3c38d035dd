"""The colours of the charts as concrete values; `tokens.css` holds the same ones for the browser.

Every mark carries a class and a colour: the browser's style sheet wins over the colour (dark mode and print
without drawing again), the PDF engine reads the colour. Values and their contrasts: ux.md 12.1.
"""

from collections.abc import Mapping

SCREEN: Mapping[str, str] = {
    "series-1": "#0B6B70",
    "series-2": "#C0572A",
    "series-3": "#2F3480",
    "series-4": "#B58A00",
    "neutral": "#6D7478",
    "ink": "#22313A",
    "label": "#4C5A62",
    "line": "#DDD3C2",
    "hatch": "#857A69",
    "surface": "#FFFFFF",
    "seq-0": "#FFFFFF",
    "seq-1": "#D5E8E6",
    "seq-2": "#8FC1BF",
    "seq-3": "#2F7A7D",
    "seq-4": "#0A4A4E",
}

# The page itself, for what is drawn around it: the bars of a browser, the first moment of an app.
PAGE: Mapping[str, str] = {"light": "#FBF7F0", "dark": "#121A1E"}

# Greys for paper: no fact is lost on a black-and-white printer or copier.
PAPER: Mapping[str, str] = {
    "series-1": "#2B2B2B",
    "series-2": "#7A7A7A",
    "series-3": "#000000",
    "series-4": "#BDBDBD",
    "neutral": "#555555",
    "ink": "#000000",
    "label": "#2B2B2B",
    "line": "#BDBDBD",
    "hatch": "#7A7A7A",
    "surface": "#FFFFFF",
    "seq-0": "#FFFFFF",
    "seq-1": "#E4E4E4",
    "seq-2": "#BDBDBD",
    "seq-3": "#7A7A7A",
    "seq-4": "#2B2B2B",
}
