"""All the rules, in one place: those about one place run over its runs, the others over the days."""

from collections.abc import Iterator
from datetime import date

from diary.analysis.flags import habits, medicines, persistence, signs, spread
from diary.analysis.flags.flag import Flag
from diary.analysis.flags.person import Rule, history, stood
from diary.analysis.flags.situation import Situation

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
    signs.weak_or_stiff,
    signs.wasting,
    signs.coord_falls,
    signs.cramps_same_area,
    signs.numb_tingle,
    signs.eyelid_closes,
    signs.eyelid_both_tight,
    signs.eye_local,
    signs.fatigue_memory,
    signs.impact,
    signs.worry,
    spread.multi_place,
    spread.spreading,
    spread.rising,
    spread.face_spread,
    spread.tongue,
    medicines.med_lithium,
    medicines.med_stopped,
    habits.salts,
    habits.fluid_loss,
    habits.caffeine_high,
    habits.sleep_short,
)


def raised(seen: Situation, since: date) -> list[Flag]:
    """Return what the rules find, open ones first, then the most pressing, then the oldest.

    Of what no longer holds, the rules about the person tell what held on a day from `since` on.
    """
    return sorted(
        _found(seen, since), key=lambda flag: (not flag.is_open, -flag.rank, flag.evidence.began_on)
    )


def _found(seen: Situation, since: date) -> Iterator[Flag]:
    for run in seen.runs:
        for rule in OF_A_RUN:
            yield from rule(seen, run)
    days = stood(seen, min(since, seen.today))
    for of_the_person in OF_THE_PERSON:
        yield from history(of_the_person, days)
