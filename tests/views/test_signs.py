"""The questions about other signs: yes, no or skipped, and help named at once."""

import pytest
from django.test import Client
from time_machine import TimeMachineFixture

from diary.models import Sign, User
from diary.vocabulary.signs import ASKED, QUESTIONS
from tests.factories import NOON, TODAY, make_sign


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
    from diary.vocabulary.catalogue import CATALOGUE

    page = client.get("/help/rules/").content.decode()
    assert [code for code in CATALOGUE if f'id="{code}"' not in page] == []
    assert page.count("The number is our choice") == sum(rule.is_our_choice for rule in CATALOGUE.values())


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
