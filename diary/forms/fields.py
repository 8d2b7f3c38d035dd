"""Form fields that read what people type: lengths, times, dates, volumes, hours.

What was typed stays in the box as it was, read or refused. Where only the person can decide (45 what? am or
pm?) two answers stand under the box; an answer counts as long as the box still says what was asked about.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.forms.widgets import Script
from django.utils.datastructures import MultiValueDict

from diary import quantities
from diary.models import User
from diary.periods import local_date
from diary.quantities import Clock, FutureMoment, Length, Moment, QuantityError, VolumeUnit
from diary.vocabulary.factors import Factor

FUTURE_START = FutureMoment().sentence
Choices = Sequence[tuple[str, Any]]
Posted = MultiValueDict[str, Any]


class QuantityInput(forms.TextInput):
    """A text box that can ask a question about what stands in it."""

    template_name = "diary/widgets/quantity.html"
    answers: tuple[str, ...] = ()

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            {"autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"} | (attrs or {})
        )

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return super().get_context(name, value, attrs) | {"answers": self.answers}

    def value_from_datadict(self, data: Mapping[str, Any], files: Posted, name: str) -> Any:
        typed = data.get(name)
        answer = data.get(f"{name}_answer")
        return answer if answer and typed == data.get(f"{name}_asked") else typed


class ReadBackInput(QuantityInput):
    """A text box under which a browser says, while somebody types, what it reads."""

    template_name = "diary/widgets/read_back.html"

    class Media:
        js = tuple(Script(f"diary/js/{name}.js", type="module") for name in ("quantities", "instead"))


class QuantityField(forms.Field):
    """A text box whose words are read as a quantity; subclasses say how it is read and shown."""

    widget = QuantityInput

    def read(self, text: str) -> Any:
        """Return what the words mean, or raise QuantityError."""
        raise NotImplementedError

    def show(self, value: Any) -> str:
        """Return the words for a kept value; they read back to it."""
        return str(value)

    def to_python(self, value: Any) -> Any:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return self.read(text)
        except QuantityError as refusal:
            self.widget.answers = getattr(refusal, "choices", ())
            raise ValidationError(refusal.sentence, code=type(refusal).__name__) from None

    def prepare_value(self, value: Any) -> str:
        return value if isinstance(value, str) else self._shown(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare words, not values: an untouched box leaves seconds that it does not show alone."""
        return str(data or "").strip() != self._shown(initial)

    def _shown(self, value: Any) -> str:
        return "" if value in (None, "") else self.show(value)


class ReadBackField(QuantityField):
    """A box that the browser reads too, so as to show what it understood.

    Where chips offer the same answer, typing clears the chip and a chip the box: `instead_of` is the field of
    those chips, `beside` the one chip that goes along with what is typed.
    """

    widget = ReadBackInput
    reads: str

    def __init__(self, *, instead_of: str = "", beside: str | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        said = {"data-reads": self.reads, "data-instead-of": instead_of or None, "data-beside": beside}
        self.widget.attrs |= {name: value for name, value in said.items() if value is not None}


class LengthField(ReadBackField):
    """A length such as "45s", "2 min" or "1:30", as a Length."""

    reads = "length"

    def read(self, text: str) -> Length:
        return quantities.parse_length(text)


class DateField(QuantityField):
    """A day such as "28 May" or "yesterday"; `read_by` sets which day today is.

    A day after today is refused where there is a sentence for it, `in_future`.
    """

    today: date

    def __init__(self, *, in_future: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.in_future = in_future

    def read(self, text: str) -> date:
        day = quantities.read_date(text, self.today)
        if self.in_future and day > self.today:
            raise QuantityError(self.in_future)
        return day

    def show(self, value: date) -> str:
        return quantities.format_date(value, self.today)


class PartialDateField(DateField):
    """A date as well as it is known: a day, "March 2026", "2026" or "don't know", as a PartialDate."""

    def read(self, text: str) -> Any:
        partial = quantities.read_partial_date(text, self.today)
        if self.in_future and partial.first and partial.first > self.today:
            raise QuantityError(self.in_future)
        return partial

    def show(self, value: Any) -> str:
        return quantities.format_partial_date(value)


class MomentField(ReadBackField):
    """A time such as "2:15pm" or "40 min ago", as a Moment.

    `read_by` says whose clock it is read by; `on` is the day, when a field before it has one. The browser
    finds that day in the fields named in `day_in`, and that of an end in the field `begins_in` of its start.
    """

    reads = "clock"
    now: datetime
    zone: str
    clock: Clock
    on: date | None = None

    def __init__(
        self, *, in_future: str = FUTURE_START, day_in: str = "", begins_in: str = "", **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.in_future = in_future
        said = {"data-in-future": in_future, "data-day-in": day_in, "data-begins-in": begins_in}
        self.widget.attrs |= {name: value for name, value in said.items() if value}

    def read_by(self, now: datetime, zone: str, clock: Clock) -> None:
        """Have the box read by this clock, in this zone, at this moment."""
        self.now, self.zone, self.clock = now, zone, clock
        self.widget.attrs |= {"data-zone": zone, "data-clock": clock}

    def read(self, text: str) -> Moment:
        try:
            return quantities.parse_clock(text, self.now, self.zone, self.on, self.clock)
        except FutureMoment:
            raise QuantityError(self.in_future) from None

    def show(self, value: Moment) -> str:
        shown = quantities.format_clock(value.at, self.zone, self.clock)
        return f"about {shown}" if value.precision == "about" else shown


class FactorField(QuantityField):
    """A number of a day within the factor's bounds; outside them it says the factor's sentence."""

    def __init__(self, factor: Factor, **kwargs: Any) -> None:
        low = MinValueValidator(factor.low, factor.out_of_range)
        high = MaxValueValidator(factor.high, factor.out_of_range)
        super().__init__(validators=[low, high], required=False, **kwargs)


class HoursField(FactorField):
    """Hours such as "7.5", "7h30" or "7:30", as a float."""

    def read(self, text: str) -> float:
        return quantities.parse_hours(text)

    def show(self, value: float) -> str:
        return quantities.format_hours(value)


class VolumeField(FactorField):
    """An amount of drink in whole ml; a bare number is in `unit`, the person's own."""

    unit: VolumeUnit = "ml"

    def read(self, text: str) -> int:
        return quantities.parse_volume(text, self.unit)

    def show(self, value: int) -> str:
        return quantities.format_volume(value, self.unit)


class CaffeineField(FactorField):
    """Caffeine such as "180" or "180 mg", in whole mg."""

    def read(self, text: str) -> int:
        return quantities.parse_mg(text)

    def show(self, value: int) -> str:
        return quantities.format_mg(value)


def read_by(form: forms.BaseForm, user: User, now: datetime, zone: str) -> None:
    """Have every box of the form read by the person's clock and units, in this zone, at this moment."""
    for field in form.fields.values():
        if isinstance(field, MomentField):
            field.read_by(now, zone, cast("Clock", user.clock))
        elif isinstance(field, DateField):
            field.today = local_date(now, zone)
        elif isinstance(field, VolumeField):
            field.unit = cast("VolumeUnit", user.volume_unit)


class LineField(forms.CharField):
    """A few words on one line, single spaces between them, without NUL, which no database keeps."""

    def to_python(self, value: Any) -> str:
        return " ".join((super().to_python(value) or "").replace("\x00", "").split())


class NoteField(forms.CharField):
    """Free words of up to 5,000 characters, with plain line ends and without NUL, which no database keeps."""

    LONGEST = 5000

    def __init__(self, **kwargs: Any) -> None:
        # No `max_length`: a box that swallows what is pasted into it loses words.
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def to_python(self, value: Any) -> str:
        return super().to_python(str(value or "").replace("\r\n", "\n").replace("\x00", "")) or ""

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.LONGEST:
            most, length = f"{self.LONGEST:,}", f"{len(value):,}"
            raise ValidationError(f"The note can have {most} characters at most. This one has {length}")


class AnswerField(forms.TypedChoiceField):
    """A few answers as radio buttons, with one to take the answer back, since radios cannot be unset."""

    widget = forms.RadioSelect
    default_error_messages = {"invalid_choice": "Choose one of the answers"}
    NONE = "Not recorded"

    def __init__(self, answers: Mapping[Any, str], *, none: str = NONE, **kwargs: Any) -> None:
        choices = [*answers.items(), ("", none)]
        super().__init__(choices=choices, **{"required": False, "empty_value": None} | kwargs)

    def prepare_value(self, value: Any) -> Any:
        return "" if value is None else value
