"""The health record on page 1: as it stood then, in lines that fit, with what is left out counted."""

import re
from datetime import date

import pytest

from diary.analysis.health import as_it_stood, taken_by
from diary.models import DoseChange, User
from diary.periods import Period
from diary.quantities import PartialDate
from diary.report.choices import Choices
from diary.report.page1 import page1
from diary.report.report import make_report
from tests.analysis.made import medicine, result
from tests.factories import NOON, make_blood_test, make_medicine, make_question
from tests.report.sheets import diary, person, printed, reader, report_of, text_of

LAST = date(2026, 5, 27)


def partial(text: str) -> PartialDate:
    return PartialDate.from_text(text)


def test_page_1_says_what_is_taken_since_when_and_how_that_lies_to_the_first_twitch() -> None:
    change = DoseChange(partial("2026-04"), "100 mg", "")
    record = {
        "medicines": [medicine(dose_changes=(change,)), medicine("Zinc", "", kind="supplement", dose="")],
        "tests": [result("6.0", "0.35 to 5.5"), result("2.1", "0.35 to 5.5", "2026-03")],
        "questions": ["Could the tablet do this?"],
    }
    page = page1(report_of(user=person(first_noticed_on=date(2026, 3, 3)), **record))
    assert page.medicines.rows == (
        "Sertraline 100 mg: started 16 February 2026 with 50 mg (15 days before first noticed);"
        " 100 mg from April 2026",
        "Zinc",
    )
    assert page.tests == (
        "Tests: TSH 6.0 mIU/l (above the lab’s range, 0.35 to 5.5), 20 April 2026;"
        " TSH 2.1 mIU/l (in the lab’s range, 0.35 to 5.5), March 2026",
    )
    assert page.questions.rows == ("Could the tablet do this?",)
    assert page.medicines.more == ""


def test_the_first_dose_is_left_out_before_a_line_is_cut() -> None:
    change = DoseChange(partial("2026-04"), "100 mg", "in the morning")
    drug = medicine(how_often="in the morning", dose_changes=(change,))
    [row] = page1(report_of(medicines=[drug])).medicines.rows
    assert row == (
        "Sertraline 100 mg, in the morning: started 16 February 2026; 100 mg, in the morning from April 2026"
    )


def test_a_name_is_cut_before_its_dates_and_keeps_a_dose_behind_it() -> None:
    [row] = page1(report_of(medicines=[medicine("Long name " * 10)])).medicines.rows
    assert row.endswith("…: started 16 February 2026")
    [row] = page1(report_of(medicines=[medicine("סרטרלין")])).medicines.rows
    assert row.startswith("סרטרלין\N{LEFT-TO-RIGHT MARK} 50 mg")


def test_what_does_not_fit_is_counted() -> None:
    many = {"medicines": [medicine(f"No {n}") for n in range(6)], "tests": [result() for _ in range(3)]}
    page = page1(report_of(**many, questions=[f"{n}?" for n in range(5)]))
    assert (len(page.medicines.rows), len(page.tests)) == (4, 1)
    assert page.medicines.mores[1].startswith("5 more medicines and")
    assert page.medicines.more == "2 more medicines and 1 more test in the details."
    assert (page.questions.rows, page.questions.more) == (("0?", "1?", "2?"), "2 more in the details.")


def test_results_outside_the_labs_range_come_first_on_their_day() -> None:
    results = [result("2.1", "0.35 to 5.5"), result("2.2", "0.35 to 5.5"), result("6", "0.35 to 5.5")]
    rows = page1(report_of(tests=results)).tests
    assert rows[0].startswith("Tests: TSH 6 mIU/l (above")


def test_an_empty_record_says_nothing() -> None:
    page = page1(report_of())
    assert (page.medicines.rows, page.medicines.more, page.questions.rows) == ((), "", ())


@pytest.mark.parametrize(("days", "paper"), [(7, "letter"), (31, "a4"), (366, "letter")])
def test_the_longest_record_leaves_page_1_one_page(days: int, paper: str) -> None:
    long = "W" * 100
    changes = tuple(DoseChange(partial("2026-04-20"), long[:60], long[:60]) for _ in range(5))
    drugs = [medicine(long, dose=long[:60], how_often=long[:60], dose_changes=changes) for _ in range(15)]
    tests = [result("999999999.999999", "0.000001 to 999999999", label=long[:60], unit=long[:30])] * 9
    report = diary(days, 300, medicines=drugs, tests=tests, questions=[long * 2] * 9)
    pdf = printed(report, "", paper)  # type: ignore[arg-type]
    assert len(reader(pdf).pages) == 1
    assert re.search(r"1[1-4] more medicines and 7 more tests in the diary\.", " ".join(text_of(pdf).split()))


@pytest.mark.parametrize(
    ("started", "stopped", "is_there", "is_taken"),
    [
        ("2026-05-27", None, True, True),
        ("2026-05-28", None, False, False),
        ("2026-05", None, True, True),
        ("2026-06", None, False, False),
        ("unknown", None, True, True),
        ("", None, True, True),
        ("2019", "2026-05-27", True, False),
        ("2019", "2026-05-28", True, True),
        ("2019", "unknown", True, False),
    ],
)
def test_a_medicine_is_shown_as_it_stood_at_the_end_of_the_period(
    started: str, stopped: str | None, is_there: bool, is_taken: bool
) -> None:
    taken = medicine(started=started, stopped=partial(stopped) if stopped else None)
    found = as_it_stood([taken], LAST)
    assert (bool(found), any(each.is_taken for each in found)) == (is_there, is_taken)


def test_a_dose_that_changed_later_is_not_yet_the_dose() -> None:
    changes = (DoseChange(partial("2026-05-01"), "75 mg", ""), DoseChange(partial("2026-06"), "100 mg", ""))
    [found] = as_it_stood([medicine(dose_changes=changes)], LAST)
    assert found.dose_now.dose == "75 mg"


def test_those_taken_come_first_and_then_the_last_to_be_stopped() -> None:
    stopped = {"A": "unknown", "B": "2026-03", "C": "2026-05-02", "D": ""}
    drugs = [medicine(name, stopped=partial(on) if on else None) for name, on in stopped.items()]
    assert [found.name for found in as_it_stood(drugs, LAST)] == ["D", "C", "B", "A"]


def test_a_result_from_after_the_period_is_left_out() -> None:
    results = [result(taken_on=on) for on in ("2026-05-27", "2026-05-28", "unknown", "2026-06", "2026-05")]
    assert [str(found.taken_on) for found in taken_by(results, LAST)] == ["2026-05-27", "unknown", "2026-05"]


def test_a_report_has_the_persons_own_record_and_nobody_elses(alice: User, bob: User) -> None:
    for user in (alice, bob):
        make_medicine(user, f"of {user}")
        make_blood_test(user, "other", name=f"of {user}")
        make_question(user, f"of {user}?")
    make_question(alice, "Asked?", asked_at=NOON)
    report = make_report(alice, Choices(Period(date(2026, 5, 1), LAST, "Europe/London")), NOON)
    assert [each.name for each in report.medicines] == ["of alice"]
    assert [each.label for each in report.tests] == ["of alice"]
    assert report.questions == ("of alice?",)
