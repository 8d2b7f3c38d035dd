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

# EFSA: up to 200 mg a day in pregnancy.
CAFFEINE_PREGNANT_MG = 200

# UK low-risk guide for 7 days. "Heavy": the soft limit of a day (clinical.md B1) kept up for a week; ours.
ALCOHOL_UNITS = 14
HEAVY_UNITS = 8

# One study: 6.88 h with eyelid twitching, 4.84 h without; 6 is our choice.
SCREEN_H = 6

# Kidneys clear 0.8 to 1.0 l an hour, on a weak source.
FLUID_AN_HOUR_ML = 1000
FLUID_A_DAY_ML = 5000

# Windows and counts of clinical.md A5 about medicines; none is published.
STOPPED_DAYS = 28
ALCOHOL_STOPPED_DAYS = 7
SEROTONIN_DAYS = 7
SEROTONIN_SIGNS = 2

# Weakness that grows: days with a rating of 28, and points of 10 between the thirds; ours.
WEAK_DAYS = 3
WEAK_POINTS = 2

# Nights of 14 that make "poor sleep" one of several changes: our choice.
BAD_NIGHTS = 3

# CDC: adults need 7 hours or more.
SLEEP_H = 7

# "I have seen someone" quiets a place for 4 weeks, "put away" for 2 (ux 7, P-3).
SEEN_QUIET_DAYS = 28
PUT_AWAY_DAYS = 14
