from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from diary.forms.days import DayForm
from diary.models import Day, Sign, User
from tests.factories import TODAY, make_day, make_sign, make_user

NOW = datetime(2026, 5, 28, 20, 0, tzinfo=UTC)


def form_of(user: User, typed: dict[str, str] | None = None, day: date = TODAY, **options: Any) -> DayForm:
    return DayForm(typed, user=user, now=NOW, day=day, **options)


def page_of(form: DayForm) -> str:
    request = RequestFactory().get("/checkin/")
    request.user = form.user
    shown = {"form": form, "day": form.instance, "nights": []}
    return render_to_string("checkin/checkin.html", shown, request)


def saved(user: User, **typed: str) -> Day | None:
    form = form_of(user, typed)
    assert form.is_valid(), form.errors
    form.save()
    return Day.objects.for_user(user).on(TODAY)


def signs(user: User) -> dict[str, bool]:
    return {sign.sign: sign.answer for sign in Sign.objects.for_user(user).on(TODAY)}


def test_a_whole_check_in_is_kept(alice: User) -> None:
    day = saved(
        alice, twitching="none", sleep_hours="7h30", sleep_quality="3", water_ml="1.5 l", caffeine_mg="180",
        stress="0", weakness="no", stiffness="yes", note="calm",
    )  # fmt: skip
    assert day is not None
    assert (day.twitching, day.sleep_hours, day.sleep_quality, day.water_ml) == ("none", 7.5, 3, 1500)
    assert (day.caffeine_mg, day.stress, day.note) == (180, 0, "calm")
    assert (day.zone, day.made_at, day.changed_at) == ("Europe/London", NOW, NOW)
    assert signs(alice) == {"weakness": False, "stiffness": True}


def test_a_check_in_with_nothing_said_makes_no_day(alice: User) -> None:
    page = {field.name: str(field.value() or "") for field in form_of(alice)}
    assert set(page.values()) == {""}
    assert saved(alice, **page) is None
    assert signs(alice) == {}


def test_zero_is_kept_as_an_answer(alice: User) -> None:
    day = saved(alice, caffeine_mg="0", water_ml="0", sleep_hours="0", stress="0")
    assert day is not None
    assert (day.caffeine_mg, day.water_ml, day.sleep_hours, day.stress) == (0, 0, 0, 0)
    assert form_of(alice)["caffeine_mg"].value() == "0 mg"
    assert form_of(alice)["stress"].value() == 0


def test_an_answer_can_be_taken_back(alice: User) -> None:
    make_day(alice, stress=5, sleep_hours=7, sleep_quality=2, twitching="none", caffeine_mg=0)
    make_sign(alice, TODAY, "weakness", answer=True)
    cleared = dict.fromkeys(
        ["stress", "sleep_hours", "sleep_quality", "twitching", "caffeine_mg", "weakness"], ""
    )
    day = saved(alice, **cleared)
    assert day is not None
    assert (day.stress, day.sleep_hours, day.sleep_quality, day.caffeine_mg) == (None, None, None, None)
    assert (day.twitching, signs(alice)) == ("", {})


def test_an_answer_that_is_not_sent_changes_nothing(alice: User) -> None:
    make_day(alice, stress=5, sleep_hours=7, twitching="none", note="calm")
    make_sign(alice, TODAY, "weakness", answer=False)
    day = saved(alice, caffeine_mg="90")
    assert day is not None
    assert (day.stress, day.sleep_hours, day.twitching, day.note) == (5, 7, "none", "calm")
    assert (day.caffeine_mg, signs(alice)) == (90, {"weakness": False})


def test_a_form_sent_back_unchanged_changes_nothing(alice: User) -> None:
    kept = make_day(
        alice, stress=0, sleep_hours=7.25, sleep_quality=1, water_ml=237, caffeine_mg=0, note="a\nb"
    )
    page = {field.name: "" if field.value() is None else str(field.value()) for field in form_of(alice)}
    day = saved(alice, **page)
    assert day is not None
    for name in ("twitching", "sleep_hours", "sleep_quality", "water_ml", "caffeine_mg", "stress", "note"):
        assert getattr(day, name) == getattr(kept, name)


def test_two_tabs_that_both_make_the_day_keep_both_answers(alice: User) -> None:
    one, other = form_of(alice, {"stress": "3"}), form_of(alice, {"caffeine_mg": "90"})
    assert one.is_valid()
    assert other.is_valid()
    one.save()
    other.save()
    day = Day.objects.for_user(alice).get()
    assert (day.stress, day.caffeine_mg) == (3, 90)


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("stress", "11", "Stress must be between 0 and 10"),
        ("stress", "-1", "Stress must be between 0 and 10"),
        ("stress", "5.5", "Stress must be between 0 and 10"),
        ("sleep_hours", "30", "Sleep must be between 0 and 24 hours"),
        ("sleep_hours", "-1", "Sleep must be between 0 and 24 hours"),
        ("sleep_hours", "a lot", "Write the hours like 7, 7.5 or 7 h 30 min"),
        ("sleep_hours", "nan", "Write the hours like 7, 7.5 or 7 h 30 min"),
        ("sleep_quality", "4", "Choose one of the answers"),
        ("water_ml", "16 l", "Drinks must be between 0 and 15,000 ml"),
        ("water_ml", "a glass", "Write the amount like 250 ml, 1.5 l or 8 fl oz"),
        ("caffeine_mg", "3001", "Caffeine must be between 0 and 3,000 mg"),
        ("caffeine_mg", "two coffees", "Write the caffeine in milligrams, like 180"),
        ("caffeine_mg", "9" * 10_000, "Write the caffeine in milligrams, like 180"),
        ("caffeine_mg", "90\x00", "Write the caffeine in milligrams, like 180"),
        ("twitching", "maybe", "Choose one of the answers"),
        ("weakness", "a bit", "Choose one of the answers"),
        ("note", "x" * 10_000, "The note can have 5,000 characters at most. This one has 10,000"),
    ],
)
def test_bad_input_gets_its_sentence_and_nothing_typed_is_lost(
    alice: User, name: str, typed: str, sentence: str
) -> None:
    form = form_of(alice, {"note": "keep me", "sleep_hours": "7h", name: typed})
    assert form.errors == {name: [sentence]}
    assert form[name].value() == typed
    html = page_of(form)
    assert sentence in html
    assert ("keep me" in html) == (name != "note")
    assert Day.objects.for_user(alice).count() == 0


def test_amounts_are_shown_in_the_unit_of_the_person(db: None) -> None:
    carol = make_user("carol", volume_unit="fl_oz")
    day = saved(carol, water_ml="50")
    assert day is not None
    assert day.water_ml == 1479
    assert form_of(carol)["water_ml"].value() == "50 fl oz"


def test_no_twitching_is_offered_only_for_a_day_without_any(alice: User) -> None:
    assert form_of(alice)["twitching"].label == "Any twitching today?"
    assert form_of(alice, day=date(2026, 5, 26))["twitching"].label == "Any twitching on Tuesday 26 May?"
    assert form_of(alice, {"twitching": "none"}, twitched=True).errors == {
        "twitching": ["Choose one of the answers"]
    }
    assert form_of(alice, {"twitching": "yes"}, twitched=True).is_valid()


def test_stress_is_eleven_equal_radios_none_of_them_chosen(alice: User) -> None:
    html = str(form_of(alice)["stress"])
    assert html.count('type="radio"') == 11
    assert 'type="range"' not in html
    assert "checked" not in html


def test_the_form_leaves_checking_to_us(alice: User) -> None:
    html = page_of(form_of(alice))
    assert "novalidate" in html
    assert " required" not in html


def test_another_persons_day_is_never_shown(alice: User, bob: User) -> None:
    make_day(bob, stress=9, note="mine")
    make_sign(bob, TODAY, "weakness", answer=True)
    form = form_of(alice)
    assert (form["stress"].value(), form["note"].value(), form["weakness"].value()) == ("", "", "")
