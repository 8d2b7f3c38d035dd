"""Lengths, clock times, dates and volumes as people type them and as the diary shows them."""

from diary.quantities.clock import (
    Clock,
    Moment,
    end_after,
    format_clock,
    local_instant,
    parse_clock,
    zone_label,
)
from diary.quantities.dates import format_date, format_dates, format_day, read_date
from diary.quantities.errors import (
    AmPmMissing,
    FutureMoment,
    QuantityError,
    TwoDays,
    UnitMissing,
    YesterdayMeant,
)
from diary.quantities.lengths import Length, format_length, parse_length, without_seconds
from diary.quantities.partial import PartialDate, format_partial_date, read_partial_date
from diary.quantities.volumes import (
    VolumeUnit,
    format_hours,
    format_mg,
    format_volume,
    parse_hours,
    parse_mg,
    parse_volume,
)
from diary.quantities.writing import before_numbers

__all__ = [
    "AmPmMissing",
    "Clock",
    "FutureMoment",
    "Length",
    "Moment",
    "PartialDate",
    "QuantityError",
    "TwoDays",
    "UnitMissing",
    "VolumeUnit",
    "YesterdayMeant",
    "before_numbers",
    "end_after",
    "format_clock",
    "format_date",
    "format_dates",
    "format_day",
    "format_hours",
    "format_length",
    "format_mg",
    "format_partial_date",
    "format_volume",
    "local_instant",
    "parse_clock",
    "parse_hours",
    "parse_length",
    "parse_mg",
    "parse_volume",
    "read_date",
    "read_partial_date",
    "without_seconds",
    "zone_label",
]
