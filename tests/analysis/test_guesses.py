"""What the person suspects is counted, each entry once."""

from diary.analysis.guesses import FACTOR_OF, Guess, count_guesses
from diary.vocabulary.episodes import SUSPECTED_TRIGGERS
from diary.vocabulary.factors import FACTORS


def test_guesses_are_counted_by_entries_the_most_frequent_first() -> None:
    entries = [["caffeine", "tired"], ["caffeine", "caffeine"], ["cold"], ["unheard of"]]
    assert count_guesses(entries) == [Guess("caffeine", 2, 4), Guess("cold", 1, 4), Guess("tired", 1, 4)]
    assert count_guesses([]) == []


def test_every_guess_names_a_daily_question_that_there_is() -> None:
    assert set(FACTOR_OF) <= set(SUSPECTED_TRIGGERS)
    assert set(FACTOR_OF.values()) <= set(FACTORS)
