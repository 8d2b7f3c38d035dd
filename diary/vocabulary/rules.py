"""When twitching is pointed out: thresholds with where they come from, as data.

Published thresholds were read on stored copies of the publishers' pages and must be read again on the live
pages before a release; those marked "our choice" have no source. No clinician has reviewed them.
"""

VERSION = "2026-11"


LEVELS = {
    "NOTE": "Worth noting",
    "ROUTINE": "Worth a routine appointment",
    "SOON": "Best checked in the next few days",
    "TODAY": "Get advice today",
    "NOW": "Call emergency services now",
}

# Days without a twitch that still belong to one run. No source states one (clinical.md A4).
GAP_DAYS = 3
GAP_DAYS_RANGE = (0, 7)

# A running timer asks "Still twitching?" after this many minutes, and is let go after as many hours (ux L-9).
ASK_AFTER_MIN = 15
ASK_AFTER_MIN_RANGE = (5, 60)
LET_GO_AFTER_H = 12

# "More than a few minutes": the seed of this diary; no health body names minutes.
LONG_EPISODE_MIN = 5
LONG_EPISODE_MIN_RANGE = (1, 60)

VERY_LONG_EPISODE_H = 24

# NHS: see a GP when a twitch lasts more than 2 weeks.
SITE_DAYS = 14
SITE_DAYS_RANGE = (7, 30)

# American Academy of Ophthalmology: an eyelid, longer than a week.
EYELID_DAYS = 7
EYELID_DAYS_RANGE = (7, 14)

# Mayo Clinic: "a few weeks", made 3 here.
EYELID_LATER_DAYS = 21

# NICE NG127: an eyelid, more than 3 months. The other places follow it by our choice.
MONTHS_3_DAYS = 90

MULTI_PLACE_WINDOW_DAYS = 14
MULTI_PLACE_PLACES = 2
MULTI_PLACE_EPISODES = 3

# EFSA and Mayo Clinic: up to 400 mg a day for adults.
CAFFEINE_MG = 400

# CDC: adults need 7 hours or more.
SLEEP_H = 7

# "I have seen someone" quiets a place for 4 weeks, "put away" for 2 (ux 7, P-3).
SEEN_QUIET_DAYS = 28
PUT_AWAY_DAYS = 14
