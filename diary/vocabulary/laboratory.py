"""Blood tests a doctor may order: what they measure, in which units, and how one unit becomes another.

No range is here. A result is only ever held against the range of its own paper, because ranges differ from
laboratory to laboratory (Royal Liverpool NHS laboratory: use the range on the report).

The factors are arithmetic with the molar mass where `molar_mass` gives it; those that are not name their
source. `takes` are the bounds of a box, in the first unit, our choice and wider than any plausible result:
outside them the unit is asked about. They are not ranges of a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from diary.vocabulary.sources import Source

RANGES = Source(
    "Royal Liverpool NHS laboratory, reference ranges", "http://pathlabs.rlbuht.nhs.uk/refrange.htm"
)
IFCC = Source(
    "IFCC network, HbA1c master equation",
    "https://information.ifcchba1c.org/sustainable-implementation/master-equations.aspx",
)
MSD = Source("MSD Manual, blood tests", "https://www.msdmanuals.com/home/multimedia/table/blood-tests")
INTERVALS = Source(
    "Adult reference intervals, table 3", "https://pmc.ncbi.nlm.nih.gov/articles/PMC4975217/table/table003"
)
PTH_TABLE = Source(
    "Table of calcium, parathyroid hormone and vitamin D",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC7276095/table/T1",
)
ARITHMETIC = Source("Arithmetic with the molar mass", "")


@dataclass(frozen=True, slots=True)
class Unit:
    """How a unit becomes the first one of its test: (value - minus) x times."""

    times: Fraction
    minus: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Analyte:
    """What a test measures; its first unit is the one of the SI. `molar_mass` is in g/mol."""

    code: str
    label: str
    units: Mapping[str, Unit]
    takes: tuple[Fraction, Fraction] | None = None
    molar_mass: float | None = None
    source: Source = ARITHMETIC
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What else a unit may be written as; with two answers only the person can say which is meant."""

    @property
    def name(self) -> str:
        """The label without what explains it."""
        return self.label.partition(" (")[0]

    @property
    def unit(self) -> str:
        """The first unit."""
        return next(iter(self.units))


def _analyte(
    code: str,
    label: str,
    units: str,
    takes: tuple[str, str] | None = None,
    molar_mass: float | None = None,
    source: Source = ARITHMETIC,
    **more: Mapping[str, tuple[str, ...]],
) -> Analyte:
    """Make a test of its units as in "mmol/l, mg/dl x 0.4114"; the first one counts once."""
    parts = (part.partition(" x ") for part in units.split(", "))
    known = {name: Unit(Fraction(times or 1)) for name, _, times in parts}
    bounds = (Fraction(takes[0]), Fraction(takes[1])) if takes else None
    return Analyte(code, label, known, bounds, molar_mass, source, **more)


# One mmol of calcium or magnesium is two mEq: a table that prints mEq/l under mg/dl is the commonest mistake.
CALCIUM = "mmol/l, mg/dl x 0.2495, mEq/l x 0.5"

HBA1C = Analyte(
    "hba1c",
    "HbA1c",
    {"mmol/mol": Unit(Fraction(1)), "%": Unit(1 / Fraction("0.0915"), Fraction("2.15"))},
    source=IFCC,
)

# Urea and its nitrogen are two weights in one molecule, 60.06 and 28.01 g/mol: a bare mg/dl may be either.
UREA = _analyte(
    "urea",
    "Urea (or urea nitrogen, BUN)",
    "mmol/l, mg/dl urea nitrogen x 0.357, mg/dl urea x 0.1665",
    molar_mass=60.06,
    also={
        "mg/dl": ("mg/dl urea nitrogen", "mg/dl urea"),
        "mg/dl bun": ("mg/dl urea nitrogen",),
        "mg/dl un": ("mg/dl urea nitrogen",),
    },
)

_ANALYTES = (
    _analyte("calcium", "Calcium", CALCIUM, ("0.5", "5"), 40.078),
    _analyte("calcium_ionised", "Ionised calcium", CALCIUM, molar_mass=40.078),
    _analyte("magnesium", "Magnesium", "mmol/l, mg/dl x 0.4114, mEq/l x 0.5", ("0.1", "5"), 24.305),
    _analyte("potassium", "Potassium", "mmol/l, mEq/l", ("1", "10"), source=INTERVALS),
    _analyte("sodium", "Sodium", "mmol/l, mEq/l", ("90", "200"), source=INTERVALS),
    _analyte("phosphate", "Phosphate", "mmol/l, mg/dl x 0.3229", ("0.1", "10"), 30.974),
    _analyte("bicarbonate", "Bicarbonate", "mmol/l, mEq/l", source=INTERVALS),
    _analyte("creatinine", "Creatinine", "µmol/l, mg/dl x 88.4", molar_mass=113.12),
    UREA,
    _analyte("glucose", "Glucose (fasting)", "mmol/l, mg/dl x 0.0555", molar_mass=180.16),
    HBA1C,
    _analyte("ck", "CK (creatine kinase)", "U/l, µkat/l x 60", ("0", "200000"), source=INTERVALS),
    _analyte("tsh", "TSH (thyroid)", "mIU/l, mU/l, µIU/ml", ("0", "200"), source=INTERVALS),
    _analyte("free_t4", "Free T4 (thyroid)", "pmol/l, ng/dl x 12.87", molar_mass=776.87),
    _analyte("pth", "PTH (parathyroid hormone)", "pmol/l, pg/ml x 0.106, ng/l x 0.106", source=PTH_TABLE),
    _analyte("vitamin_d", "Vitamin D (25-OH)", "nmol/l, ng/ml x 2.496", ("0", "1000"), 400.64),
    _analyte("b12", "Vitamin B12", "pmol/l, pg/ml x 0.7378, ng/l x 0.7378", molar_mass=1355.4),
    _analyte("folate", "Folate", "µg/l, ng/ml"),
    _analyte("ferritin", "Ferritin", "µg/l, ng/ml"),
    _analyte("haemoglobin", "Haemoglobin", "g/l, g/dl x 10"),
    _analyte("white_cells", "White blood cells", "10⁹/l, 10³/µl"),
    _analyte("platelets", "Platelets", "10⁹/l, 10³/µl"),
    _analyte("albumin", "Albumin", "g/l, g/dl x 10"),
    _analyte("alt", "ALT (liver)", "U/l", source=MSD),
    _analyte("alp", "ALP (liver or bone)", "U/l", source=MSD),
    _analyte("esr", "ESR", "mm/h", source=MSD),
)

ANALYTES = {analyte.code: analyte for analyte in _ANALYTES}

OTHER = "other"
"""A test that is not on the list; it has the name and the unit that the person writes."""

CHOICES = {code: analyte.label for code, analyte in ANALYTES.items()} | {OTHER: "Another test"}
