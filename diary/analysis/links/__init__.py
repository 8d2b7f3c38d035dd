"""What goes with twitching (statistics.md, 0, 3 and 7): one look at all factors together, never "cause".

`exposures` says what is compared and on which day, `result` what comes out, `counting` counts it, `evidence`
tests it, `judging` turns that into verdicts, `sentences` says them, `plain` keeps them.
"""

from diary.analysis.links.judging import links
from diary.analysis.links.result import Group, Link, Review

__all__ = ["Group", "Link", "Review", "links"]
