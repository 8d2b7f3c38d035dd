"""All the rules, in one place: those about one place run over its runs, the others over the days."""

from collections.abc import Iterator
from datetime import date

from diary.analysis.flags import (
    changes,
    fluids,
    habits,
    medicines,
    persistence,
    recording,
    signs,
    spread,
    together,
    weakness,
)
from diary.analysis.flags.flag import Flag
from diary.analysis.flags.person import Rule, history, stood
from diary.analysis.flags.situation import Situation
from diary.periods import Period

OF_A_RUN = (
    persistence.time_flag,
    persistence.episode_very_long,
    persistence.episode_long,
    medicines.med_link,
)
OF_THE_PERSON: tuple[Rule, ...] = (
    signs.sudden_fast,
    signs.breath_severe,
    signs.seizure,
    signs.confusion,
    signs.breath_rest,
    signs.speech_swallow,
    signs.palpitations,
    signs.breath_exertion,
    weakness.weak_or_stiff,
    weakness.weak_progress,
    signs.wasting,
    signs.coord_falls,
    signs.cramps_same_area,
    signs.numb_tingle,
    signs.eyelid_closes,
    signs.eyelid_both_tight,
    signs.eye_local,
    together.fatigue_memory,
    together.thyroid_like,
    signs.impact,
    signs.worry,
    spread.multi_place,
    spread.spreading,
    spread.rising,
    spread.face_spread,
    spread.tongue,
    medicines.med_lithium,
    changes.med_serotonin,
    changes.med_stopped,
    fluids.salts,
    fluids.fluid_loss,
    fluids.dehydrated,
    fluids.over_fluid,
    habits.caffeine_high,
    habits.sleep_short,
    habits.alcohol_high,
    habits.screen_long,
)


def raised(seen: Situation, since: date, reported: Period | None = None) -> list[Flag]:
    """Return what the rules find, open ones first, then the most pressing, then the oldest.

    `reported` is the period of a report, of whose days one rule counts how many have an entry.
    Of what no longer holds, the rules about the person tell what held on a day from `since` on.
    """
    return sorted(
        _found(seen, since, reported), key=lambda flag: (not flag.is_open, -flag.rank, flag.evidence.began_on)
    )


def _found(seen: Situation, since: date, reported: Period | None) -> Iterator[Flag]:
    for run in seen.runs:
        for rule in OF_A_RUN:
            yield from rule(seen, run)
    if reported:
        yield from recording.recording_gap(seen, reported)
    days = stood(seen, min(since, seen.today))
    for of_the_person in OF_THE_PERSON:
        yield from history(of_the_person, days)
