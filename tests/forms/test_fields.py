from datetime import UTC, date, datetime
from typing import Any

import pytest
from django import forms

from diary.forms import fields
from diary.forms.places import PlacePicker
from diary.models import User
from diary.quantities import Length, Moment
from diary.vocabulary.factors import FACTORS
from diary.vocabulary.sites import Place

NOW = datetime(2026, 5, 28, 13, 30, tzinfo=UTC)  # 2:30pm in London


class Form(forms.Form):
    """One box of each kind."""

    use_required_attribute = False

    day = fields.DateField(required=False)
    at = fields.MomentField(required=False)
    length = fields.LengthField(required=False)
    sleep = fields.HoursField(FACTORS["sleep_hours"])
    water = fields.VolumeField(FACTORS["water_ml"])
    caffeine = fields.CaffeineField(FACTORS["caffeine_mg"])
    note = fields.NoteField()
    answer = fields.AnswerField({1: "Badly", 2: "So-so"}, coerce=int)
    place = PlacePicker()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields.read_by(self, User(), NOW, "Europe/London")


def test_every_box_reads_what_was_typed() -> None:
    form = Form({
        "day": "yesterday", "at": "about 2pm", "length": "1:30", "sleep": "7h30", "water": "1.5 l",
        "caffeine": "180 mg", "note": "a\r\nb\x00", "answer": "2", "place": "eyelid_lower:left",
    })  # fmt: skip
    assert form.is_valid()
    assert form.cleaned_data == {
        "day": date(2026, 5, 27),
        "at": Moment(datetime(2026, 5, 28, 13, 0, tzinfo=UTC), "about"),
        "length": Length(90),
        "sleep": 7.5,
        "water": 1500,
        "caffeine": 180,
        "note": "a\nb",
        "answer": 2,
        "place": Place("eyelid_lower", "left"),
    }


def test_empty_boxes_are_not_recorded() -> None:
    form = Form({})
    assert form.is_valid()
    assert form.cleaned_data == dict.fromkeys(form.fields) | {"note": "", "place": Place("")}


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("day", "31 April", "There is no 31 April 2026"),
        ("at", "7:30", "Choose am or pm for 7:30"),
        ("at", "11pm", "Yesterday at 11pm?"),
        ("at", "x", "Write the time like 2:15pm, 14:15 or 40 min ago"),
        ("length", "45", "Choose seconds or minutes for 45"),
        ("length", "0 s", "Length must be longer than 0 seconds"),
        ("length", "a\x00", "Write the length like 45s, 2 min or 1:30"),
        ("sleep", "30", "Sleep must be between 0 and 24 hours"),
        ("sleep", "-1", "Sleep must be between 0 and 24 hours"),
        ("sleep", "long", "Write the hours like 7, 7.5 or 7 h 30 min"),
        ("water", "20 l", "Drinks must be between 0 and 15,000 ml"),
        ("caffeine", "3001", "Caffeine must be between 0 and 3,000 mg"),
        ("caffeine", "9" * 90, "Caffeine must be between 0 and 3,000 mg"),
        ("note", "x" * 10_000, "The note can have 5,000 characters at most. This one has 10,000"),
        ("answer", "7", "Choose one of the answers"),
        ("place", "diaphragm:left", "That place is not on the list. Choose another one"),
        ("place", "<script>", "That place is not on the list. Choose another one"),
    ],
)
def test_what_cannot_be_read_gets_its_sentence_and_stays_in_its_box(
    name: str, typed: str, sentence: str
) -> None:
    form = Form({name: typed})
    assert form.errors == {name: [sentence]}
    assert form[name].value() == typed


def test_a_box_has_no_required_and_no_autocomplete() -> None:
    html = str(Form()["length"])
    assert 'autocomplete="off"' in html
    assert "required" not in html


def test_a_bare_number_is_answered_by_one_choice() -> None:
    html = str(Form({"length": "about 45"})["length"])
    assert '<input type="hidden" name="length_asked" value="about 45">' in html
    assert '<input type="radio" name="length_answer" value="about 45 minutes">' in html
    assert "checked" not in html
    answered = Form({"length": "about 45", "length_asked": "about 45", "length_answer": "about 45 minutes"})
    assert answered.is_valid()
    assert answered.cleaned_data["length"] == Length(2700, about=True)


def test_an_answer_about_other_words_does_not_count() -> None:
    form = Form({"length": "2 min", "length_asked": "45", "length_answer": "45 seconds"})
    assert form.is_valid()
    assert form.cleaned_data["length"] == Length(120)


@pytest.mark.parametrize(
    ("name", "kept", "shown"),
    [
        ("day", date(2026, 5, 1), "1 May"),
        ("at", Moment(datetime(2026, 5, 28, 13, 0, 37, tzinfo=UTC), "about"), "about 2pm"),
        ("length", Length(90), "1 min 30 s"),
        ("sleep", 7.5, "7 h 30 min"),
        ("sleep", 0.0, "0 h"),
        ("water", 1500, "1,500 ml"),
        ("caffeine", 0, "0 mg"),
        ("answer", None, ""),
        ("place", Place("calf", "left"), "calf:left"),
        ("place", Place(""), ""),
    ],
)
def test_a_kept_value_is_shown_and_is_unchanged_when_it_comes_back(
    name: str, kept: object, shown: str
) -> None:
    assert Form(initial={name: kept})[name].value() == shown
    assert not Form({name: shown}, initial={name: kept}).has_changed()
    assert Form({name: "2" if name == "answer" else "calf:right"}, initial={name: kept}).has_changed()
