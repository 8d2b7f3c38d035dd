"""What a quantity cannot be, said in one sentence for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.quantities.clock import Moment


class QuantityError(ValueError):
    """Something typed cannot be read; `sentence` tells the person what to do about it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class UnitMissing(QuantityError):
    """A bare 45 may be seconds or minutes, so the person is asked; `choices` are texts that can be read."""

    def __init__(self, number: str, about: bool = False) -> None:
        super().__init__(f"Choose seconds or minutes for {number}")
        self.number = number
        before, plural = "about " if about else "", "" if number == "1" else "s"
        self.choices = (f"{before}{number} second{plural}", f"{before}{number} minute{plural}")


class AmPmMissing(QuantityError):
    """7:30 may be morning or evening, so the person is asked; `choices` are texts that can be read.

    What stood around the time ("yesterday at", "about") is put before them.
    """

    def __init__(self, clock: str, before: str = "") -> None:
        super().__init__(f"Choose am or pm for {clock}")
        self.clock = clock
        self.choices = (f"{before}{clock}am", f"{before}{clock}pm")


class YesterdayMeant(QuantityError):
    """A time later than now; `moment` is that time yesterday and `choices` the text that says so."""

    def __init__(self, moment: Moment, clock: str) -> None:
        super().__init__(f"Yesterday at {clock}?")
        self.moment = moment
        self.choices = (f"yesterday at {'about ' if moment.precision == 'about' else ''}{clock}",)


class TwoDays(QuantityError):
    """A time whose own words name another day than the date beside it."""

    def __init__(self, said: str, date: str) -> None:
        super().__init__(f"Choose one day: the time says {said}, the date says {date}")


class FutureMoment(QuantityError):
    """A date and time that have not come yet."""

    def __init__(self) -> None:
        super().__init__("The time it started must be in the past")
