"""What a report is asked for: whatever stands in the address, it is days of a year at most or a sentence."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.datastructures import MultiValueDict
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from diary.forms.notes import NotesForm
from diary.forms.report import BEHIND, ReportForm
from diary.models import User
from diary.models.ticks import tick_of
from diary.report.choices import choices_of
from diary.vocabulary.report import HEADINGS, MOST_DAYS, NAMES, PAPERS, SPANS
from tests.factories import TODAY, make_episode, make_visit

NOW = datetime(2026, 5, 28, 14, tzinfo=UTC)
FIELDS = ("span", "from", "to", "parts", "heading", "name", "paper")
quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

near = st.dates(date(2024, 1, 1), date(2027, 1, 1)).map(date.isoformat)
codes = st.sampled_from(["visit", "own", *SPANS, *BEHIND, *HEADINGS, *NAMES, *PAPERS])
words = (
    st.sampled_from(["", "\0", "yesterday", "tomorrow", "3 May", "31/2"])
    | near
    | codes
    | st.text(max_size=12)
)
addresses = st.dictionaries(st.sampled_from(FIELDS), st.lists(words, max_size=3))


@quick
@given(addresses)
def test_any_address_is_days_of_a_year_at_most_or_a_sentence(
    alice: User, address: dict[str, list[str]]
) -> None:
    make_visit(alice, TODAY - timedelta(days=20))
    form = ReportForm.remembering(address.items(), user=alice, now=NOW)
    if form.is_valid():
        assert 1 <= len(form.period) <= MOST_DAYS
        assert form.period.last <= TODAY
        assert choices_of(alice, form.choices).parts <= BEHIND.keys()
    assert all(sentence for errors in form.errors.values() for sentence in errors)


@quick
@example({"parts": [""], "from": ["2000-1-1"]})
@given(st.dictionaries(st.sampled_from([*FIELDS, "chosen_on", "notes"]), st.lists(words, max_size=3)))
def test_whatever_is_remembered_makes_a_report(alice: User, kept: dict[str, list[str]]) -> None:
    alice.report_choices = kept
    assert ReportForm.remembering((), user=alice, now=NOW).is_valid()


choices = st.fixed_dictionaries({
    "days": st.fixed_dictionaries({"span": st.sampled_from(["visit", *SPANS])})
    | st.fixed_dictionaries({"span": st.just("own"), "from": st.dates(date(2025, 6, 1), TODAY).map(str)}),
    "parts": st.fixed_dictionaries({"parts": st.lists(st.sampled_from(list(BEHIND)), unique=True)}),
    "name": st.fixed_dictionaries(
        {"heading": st.sampled_from(list(HEADINGS)), "name": st.sampled_from(list(NAMES))}
    ),
    "paper": st.fixed_dictionaries({"paper": st.sampled_from(list(PAPERS))}),
})  # fmt: skip


@quick
@given(choices)
def test_what_was_chosen_page_by_page_is_what_one_address_would_ask_for(
    alice: User, chosen: dict[str, dict[str, str]]
) -> None:
    make_visit(alice, TODAY - timedelta(days=5))
    alice.report_choices = {}
    for about, answers in chosen.items():
        sent = MultiValueDict({k: v if isinstance(v, list) else [v] for k, v in answers.items()})
        form = ReportForm(sent, user=alice, now=NOW, about=about)
        assert form.errors == {}
        form.save()
    kept = ReportForm.remembering((), user=alice, now=NOW)
    whole = MultiValueDict(
        {k: v if isinstance(v, list) else [v] for a in chosen.values() for k, v in a.items()}
    )
    asked = ReportForm(whole, user=alice, now=NOW)
    assert kept.is_valid()
    assert asked.is_valid()
    assert kept.choices == asked.choices


@pytest.mark.parametrize("changed", ["A note. ", "a note.", ""])
def test_a_tick_is_of_these_very_words(alice: User, changed: str) -> None:
    episode = make_episode(alice)
    assert tick_of(episode.uuid, "A note.") == tick_of(episode.uuid, "A note.")
    assert tick_of(episode.uuid, "A note.") != tick_of(episode.uuid, changed)


def test_half_a_character_can_be_ticked_and_nothing_to_tick_is_fine(alice: User) -> None:
    assert tick_of(make_episode(alice).uuid, "\ud83d")
    form = NotesForm({}, user=alice, notes=[])
    assert form.is_valid()
    form.save()
    assert alice.report_choices["notes"] == []
