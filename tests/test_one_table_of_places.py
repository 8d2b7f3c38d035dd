"""One table of places feeds the list, the figure, the files and the report: the same in each, none lost."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client

from diary.charts.body_map import targets
from diary.charts.figure import VIEWS
from diary.forms.places import groups
from diary.models import Episode, User
from diary.periods import Period
from diary.report.choices import Choices
from diary.report.pictures import where_chart
from diary.report.report import Report, make_report
from diary.transfer.exports import csv_file
from diary.transfer.tables import EPISODES
from diary.vocabulary.sites import SITES, Place
from tests.factories import NOON, TODAY, make_episode

# The sites that this diary has promised to know (UBERON terms and two of its own).
KNOWN = (
    "eyelid_upper eyelid_lower eyebrow forehead temple nose cheek lip_upper lip_lower mouth_corner chin "
    "jaw tongue scalp ear neck_front neck_back shoulder upper_arm_front upper_arm_back elbow forearm "
    "wrist hand thumb finger_index finger_middle finger_ring finger_little chest side_ribs abdomen "
    "diaphragm back_upper back_lower groin pelvic_floor buttock hip thigh_front thigh_back thigh_inner "
    "knee shin calf lower_leg_side ankle foot_sole foot_top toe_big toe_other widespread other"
)
EVERYWHERE = {Place(site.code, side) for site in SITES.values() for side in site.sides or ("",)}
WITHOUT_A_SPOT = {Place("widespread"), *Place("other").choices}


@pytest.fixture
def report(alice: User) -> Report:
    """A report about somebody who twitches everywhere."""
    for place in EVERYWHERE:
        make_episode(alice, NOON - timedelta(hours=1), site=place.site, side=place.side)
    return make_report(alice, Choices(Period(TODAY, TODAY, alice.timezone)), NOON)


def test_no_site_is_lost_and_none_is_new() -> None:
    assert " ".join(SITES) == KNOWN


def test_the_list_offers_every_place() -> None:
    assert {code for group in groups() for row in group.rows for code, _ in row.options} == codes(EVERYWHERE)


def test_the_figure_offers_every_place_that_has_a_spot() -> None:
    on_map = {place for view in VIEWS for target in targets(view) for place in target.places}
    assert on_map == EVERYWHERE - WITHOUT_A_SPOT


def test_the_file_names_every_place(report: Report, alice: User) -> None:
    rows = csv.DictReader(io.StringIO(csv_file(alice, EPISODES).decode("utf-8-sig")))
    assert {Place(row["site"], row["side"]) for row in rows} == EVERYWHERE


def test_the_report_counts_every_place_and_draws_those_with_a_spot(report: Report) -> None:
    assert {count.place for count in report.places} == EVERYWHERE
    drawn = {label for label, _, _ in where_chart(report).table.rows}
    assert drawn == {str(place) for place in EVERYWHERE - WITHOUT_A_SPOT}


def test_a_form_takes_every_place_and_says_it_as_the_report_does(client_of_alice: Client) -> None:
    data = {"start": "20", "lasted": "30", "other_place": sorted(codes(EVERYWHERE))}
    client_of_alice.post("/log/earlier/", data)
    assert {each.where for each in Episode.objects.all()} == {str(place) for place in EVERYWHERE}


def codes(places: set[Place]) -> set[str]:
    return {place.code for place in places}
