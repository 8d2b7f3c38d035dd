"""The questions about other signs: yes, no or skipped, and help named at once."""

import html
import re
from datetime import timedelta

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Sign, User
from diary.vocabulary.catalogue import CATALOGUE, NO_FLAG
from diary.vocabulary.signs import ASKED, QUESTIONS
from tests.factories import NOON, TODAY, make_episode, make_sign


@pytest.fixture(autouse=True)
def at_noon(time_machine: TimeMachineFixture) -> None:
    time_machine.move_to(NOON, tick=False)


def answers(user: User) -> dict[str, bool]:
    return {sign.sign: sign.answer for sign in Sign.objects.for_user(user).on(TODAY)}


def test_every_sign_is_asked_and_nothing_is_chosen(client_of_alice: Client) -> None:
    page = client_of_alice.get("/signs/").content.decode()
    assert [question for question in QUESTIONS.values() if question not in page] == []
    assert " checked" not in page


def test_a_no_is_kept_and_a_skip_is_not_answered(alice: User, client_of_alice: Client) -> None:
    make_sign(alice, TODAY, "cramps", answer=True)
    client_of_alice.post("/signs/", {"weakness": "yes", "stiffness": "no", "fever": "skip", "cramps": "skip"})
    assert answers(alice) == {"weakness": True, "stiffness": False}


def test_what_was_said_today_is_there_and_stays_when_left_alone(alice: User, client_of_alice: Client) -> None:
    make_sign(alice, TODAY, "numbness", answer=False)
    assert 'value="no" id="id_numbness_1" checked' in client_of_alice.get("/signs/").content.decode()
    client_of_alice.post("/signs/", {"weakness": "no"})
    assert answers(alice) == {"numbness": False, "weakness": False}


def test_an_answer_that_is_none_of_them_is_refused_in_words(alice: User, client_of_alice: Client) -> None:
    page = client_of_alice.post("/signs/", {"weakness": "maybe", "fever": "yes"}).content.decode()
    assert "Choose one of the answers" in page
    assert answers(alice) == {}


def test_help_stands_beside_each_question_that_calls_for_it(alice: User, client_of_alice: Client) -> None:
    User.objects.filter(pk=alice.pk).update(region="uk")
    page = client_of_alice.get("/signs/").content.decode()
    levels = [sign.level for sign in ASKED.values()]
    assert page.count("Call 999 now.") == levels.count("NOW")
    assert page.count("Get medical advice today, for example from NHS 111.") == levels.count("TODAY")


@pytest.mark.parametrize(("sign", "heading"), [
    ("seizure", "Call your local emergency number now"), ("breath_rest", "Get advice today"),
    ("weakness", "Show this to a doctor"),
])  # fmt: skip
def test_today_says_at_once_what_the_answer_means(client_of_alice: Client, sign: str, heading: str) -> None:
    page = client_of_alice.post("/signs/", {sign: "yes"}, follow=True).content.decode()
    assert heading in page


def test_what_is_about_today_stands_first_and_cannot_be_put_away(client_of_alice: Client) -> None:
    client_of_alice.post("/signs/", {"breath_rest": "yes"})
    page = client_of_alice.get("/today/").content.decode()
    assert page.index("Get advice today") < page.index("It is twitching now")
    assert "Put this away" not in page
    client_of_alice.post("/flags/put-away/", {"rule": "BREATH_REST"})
    assert "Get advice today" in client_of_alice.get("/today/").content.decode()


def test_the_next_days_it_can_be_put_away(client_of_alice: Client, time_machine: TimeMachineFixture) -> None:
    client_of_alice.post("/signs/", {"breath_rest": "yes"})
    time_machine.shift(2 * 86_400)
    assert "Put this away" in client_of_alice.get("/today/").content.decode()
    client_of_alice.post("/flags/put-away/", {"rule": "BREATH_REST"})
    assert "Get advice today" not in client_of_alice.get("/today/").content.decode()


def test_the_catalogue_on_the_help_page_is_the_one_the_rules_run_on(client: Client, db: None) -> None:
    page = client.get("/help/rules/").content.decode()
    assert [code for code in CATALOGUE if f'id="{code}"' not in page] == []
    assert page.count("The number is our choice") == sum(rule.is_our_choice for rule in CATALOGUE.values())


@pytest.mark.parametrize("code", sorted(CATALOGUE))
def test_every_rule_is_shown_with_its_level_its_source_and_its_date(
    client: Client, db: None, code: str
) -> None:
    rule, page = CATALOGUE[code], client.get("/help/rules/").content.decode()
    shown = html.unescape(page.split(f'id="{code}"')[1].split("</div>")[0])
    assert [words for words in (rule.name, rule.condition, rule.level_words) if words not in shown] == []
    assert rule.source.url in shown
    dated = rule.source.reviewed_on
    assert (f"reviewed {dated.day} {dated:%B %Y}" if dated else rule.source.name) in shown


def test_how_it_was_worked_out_leads_to_the_rule(alice: User, client_of_alice: Client) -> None:
    make_sign(alice, TODAY, "wasting")
    assert 'href="/help/rules/#WASTING"' in client_of_alice.get("/today/").content.decode()


def test_none_of_these_is_one_tap_and_says_no_to_what_was_left_alone(
    alice: User, client_of_alice: Client
) -> None:
    client_of_alice.post("/signs/", {"none": "1", "cramps": "yes", "fever": "skip"})
    said = answers(alice)
    assert (said["cramps"], "fever" in said, said["weakness"], len(said)) == (
        True,
        False,
        False,
        len(ASKED) - 1,
    )


def test_after_the_answers_it_goes_back_to_the_report(client_of_alice: Client) -> None:
    response = client_of_alice.post("/signs/?next=/report/", {"none": "1"})
    assert response.headers["Location"] == "/report/"


@pytest.mark.parametrize(
    ("sign", "is_said"), [("weakness", True), ("wasting", False), ("breath_rest", False)]
)
def test_most_are_harmless_is_not_said_of_what_should_be_checked_soon(
    alice: User, client_of_alice: Client, sign: str, is_said: bool
) -> None:
    make_sign(alice, TODAY, sign)
    page = client_of_alice.get("/today/").content.decode()
    assert "How this was worked out" in page
    assert ("Most twitches are harmless" in page) == is_said


def test_what_was_noticed_with_a_twitch_is_kept_with_the_twitch(alice: User, client_of_alice: Client) -> None:
    episode = make_episode(alice, NOON - timedelta(days=3))
    url = f"/episodes/{episode.uuid}/change/signs/"
    page = client_of_alice.get(url).content.decode()
    assert "What you say here is kept with this entry" in page
    client_of_alice.post(url, {"weakness": "yes", "cramps": "no", "fever": "skip"})
    episode.refresh_from_db()
    assert (episode.signs, episode.signs_on) == ({"weakness": True, "cramps": False}, None)
    assert answers(alice) == {}
    assert "At the same time</dt>" in client_of_alice.get(f"/episodes/{episode.uuid}/").content.decode()


def test_an_answer_about_a_twitch_can_be_taken_back(alice: User, client_of_alice: Client) -> None:
    episode = make_episode(alice, signs={"weakness": True, "cramps": True})
    client_of_alice.post(f"/episodes/{episode.uuid}/change/signs/", {"weakness": "skip", "fever": "no"})
    episode.refresh_from_db()
    assert episode.signs == {"cramps": True, "fever": False}


def test_of_a_twitch_that_goes_on_the_answers_are_about_today(alice: User, client_of_alice: Client) -> None:
    episode = make_episode(
        alice, NOON - timedelta(days=3), None, is_ongoing=True, going_at=NOON - timedelta(hours=1)
    )
    client_of_alice.post(f"/episodes/{episode.uuid}/change/signs/", {"breath_rest": "yes"})
    episode.refresh_from_db()
    assert episode.signs_on == TODAY
    assert "Get advice today" in client_of_alice.get("/today/").content.decode()


def test_a_deleted_entry_takes_no_answers(alice: User, client_of_alice: Client) -> None:
    episode = make_episode(alice, deleted_at=NOON)
    client_of_alice.post(f"/episodes/{episode.uuid}/change/signs/", {"weakness": "yes"})
    episode.refresh_from_db()
    assert episode.signs == {}


def test_how_strong_a_weakness_was_is_kept_with_a_yes(alice: User, client_of_alice: Client) -> None:
    def ratings() -> list[int | None]:
        return list(Sign.objects.for_user(alice).on(TODAY).values_list("rating", flat=True))

    client_of_alice.post("/signs/", {"weakness": "yes", "weakness_rating": "6"})
    assert ratings() == [6]
    client_of_alice.post(f"/checkin/{TODAY}/", {"weakness": "yes"})
    assert ratings() == [6]
    client_of_alice.post("/signs/", {"weakness": "no", "weakness_rating": "6"})
    assert ratings() == [None]
    page = client_of_alice.post("/signs/", {"weakness": "yes", "weakness_rating": "11"}).content.decode()
    assert "Choose one of the answers" in page


NUMBERS = [("uk", "999"), ("eu", "112"), ("us", "911"), ("ca", "911")]


@pytest.mark.parametrize(("region", "number"), NUMBERS)
@pytest.mark.parametrize("path", ["/signs/", "/today/", "/help/", "/help/rules/"])
def test_the_number_to_call_can_be_tapped(
    alice: User, client_of_alice: Client, path: str, region: str, number: str
) -> None:
    User.objects.filter(pk=alice.pk).update(region=region)
    make_sign(alice, TODAY, "seizure")
    assert f'<a class="btn btn-call" href="tel:{number}">Call {number}</a>' in (
        client_of_alice.get(path).content.decode()
    )


@pytest.mark.parametrize("path", ["/signs/", "/today/"])
def test_without_a_region_there_is_nothing_to_dial(alice: User, client_of_alice: Client, path: str) -> None:
    make_sign(alice, TODAY, "seizure")
    page = client_of_alice.get(path).content.decode()
    assert "all your local emergency number now" in page
    assert "tel:" not in page


def test_advice_today_can_be_called_where_there_is_a_line_for_it(
    alice: User, client_of_alice: Client
) -> None:
    User.objects.filter(pk=alice.pk).update(region="uk")
    make_sign(alice, TODAY, "breath_rest")
    page = client_of_alice.get("/today/").content.decode()
    assert '<a class="btn btn-call" href="tel:111">Call NHS 111</a>' in page


LOOKS = [
    ("weakness", "card-note"),
    ("wasting", "card-note"),
    ("breath_rest", "card-warn"),
    ("seizure", "card-danger"),
]


@pytest.mark.parametrize(("sign", "look"), LOOKS)
def test_only_what_is_about_now_is_red_and_its_words_say_so_too(
    alice: User, client_of_alice: Client, sign: str, look: str
) -> None:
    make_sign(alice, TODAY, sign)
    page = client_of_alice.get("/today/").content.decode()
    assert re.findall(r'class="card (card-\w+) care"', page) == [look]
    assert ("Non-urgent advice:" in page) == (look == "card-note")


def test_that_no_rule_is_open_is_no_opinion_and_help_says_so(client: Client, db: None) -> None:
    assert NO_FLAG in client.get("/help/rules/").content.decode()


def test_today_speaks_of_no_entry_to_finish(alice: User, client_of_alice: Client) -> None:
    make_sign(alice, TODAY, "sudden_change")
    page = client_of_alice.get("/today/").content.decode()
    assert "Call your local emergency number now" in page
    assert "Do not wait to finish" not in page


VISITS = [
    (0, "Visit kept. The card rests until 24 June, unless more joins."),
    (15, "Visit kept. What the card shows came later, or is about today, so it stays."),
]


@pytest.mark.parametrize(("days_ago", "words"), VISITS)
def test_a_visit_says_what_it_did_to_the_card(
    alice: User, client_of_alice: Client, days_ago: int, words: str
) -> None:
    make_sign(alice, TODAY - timedelta(days=2), "wasting")
    data = {"date": (TODAY - timedelta(days=days_ago)).isoformat()}
    page = client_of_alice.post("/flags/seen/", data, follow=True).content.decode()
    assert words in page
    assert ("Show this to a doctor soon" in page) == (days_ago > 2)


def test_a_visit_hides_nothing_urgent_on_its_day(alice: User, client_of_alice: Client) -> None:
    make_sign(alice, TODAY, "breath_rest")
    page = client_of_alice.post("/flags/seen/", {"date": TODAY.isoformat()}, follow=True).content.decode()
    assert "so it stays" in page
    assert "Get advice today" in page
