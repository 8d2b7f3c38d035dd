"""Who says so: the pages the rules rest on, by the publisher's own address.

They were read on stored copies, of which the register of clinical.md H says more, and must be read again on
the live pages before a release.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so, where, and when the page was last reviewed or published."""

    name: str
    url: str
    reviewed_on: date | None = None

    def __str__(self) -> str:
        if self.reviewed_on is None:
            return self.name
        return f"{self.name}, reviewed {self.reviewed_on.day} {self.reviewed_on:%B %Y}"


_NICE = "https://www.nice.org.uk/guidance/ng127/chapter/Recommendations-for-adults-aged-over-16"

NHS = Source(
    "NHS, Twitching eyes and muscles",
    "https://www.nhs.uk/conditions/twitching-eyes-and-muscles/",
    date(2023, 10, 30),
)
AAO = Source(
    "American Academy of Ophthalmology, eyelid twitch",
    "https://www.aao.org/eye-health/diseases/eyelid-spasm-twitch",
)
MAYO = Source(
    "Mayo Clinic, eye twitching",
    "https://www.mayoclinic.org/symptoms/eye-twitching/basics/when-to-see-doctor/sym-20050838",
    date(2021, 1, 16),
)
NICE = Source("NICE guideline NG127", _NICE)
NICE_WEAKNESS = Source("NICE guideline NG127, limb or facial weakness", _NICE)
RED_FLAGS = Source(
    "Red-flag tool of a charity with the Royal College of GPs",
    "https://static.mndassociation.org/app/uploads/2013/10/19140141/red-flags-final-2.pdf",
)
FAST = Source(
    "NHS practice page, act FAST",
    "https://www.bartonfamilypractice.nhs.uk/2021/03/16/when-stroke-strikes-act-f-a-s-t/",
    date(2021, 3, 16),
)
NHS_BREATH = Source("NHS, shortness of breath", "https://www.nhs.uk/conditions/shortness-of-breath/")
FITS_999 = Source(
    "A UK charity's page on when to dial 999", "https://www.epilepsysociety.org.uk/when-dial-999"
)
LITHIUM = Source("Lithium, information for patients", "https://insiderx.com/drugs/lithium-carbonate-er")
BENZO = Source(
    "GPnotebook, cutting down sedatives",
    "https://gpnotebook.com/en-GB/pages/ear-nose-and-throat/withdrawal-from-benzodiazepines/"
    "benzodiazepine-withdrawal-symptoms",
)
LOW_SALTS = Source(
    "MedicineNet, signs of low potassium",
    "https://www.medicinenet.com/hypokalemia_symptoms_and_signs/symptoms.htm",
)
RDUH = Source(
    "Royal Devon NHS, Keep hydrated",
    "https://www.royaldevon.nhs.uk/news/keep-hydrated-stay-well/",
    date(2025, 5, 23),
)
GOOD_PRACTICE = Source(
    "Good-practice note for patients",
    "https://pariohealth.net/index.php/article-list/142-122-bring-list-of-questions-concerns-to-doctor-appointment",
)
SEED = Source("The article this diary began with", "")
EFSA = Source("EFSA 2015, safety of caffeine", "https://www.efsa.europa.eu/en/efsajournal/pub/4102")
CDC = Source("CDC, sleep amounts for adults, as quoted", "https://www.sleepdiplomat.com/quantity")
SEIZURE_DIARY = Source("A community's page on keeping a diary", "https://epilepsydisease.com/seizure-diary")
MSD_MEDICINES = Source(
    "MSD Manual, home edition, reactions to some antidepressants",
    "https://www.msdmanuals.com/en-nz/home/injuries-and-poisoning/heat-disorders/serotonin-syndrome",
)
TOO_LITTLE_FLUID = Source(
    "NHS text on too little fluid, read on a copy",
    "https://zana.com/a/dehydration-symptoms-dehydration.1454?lang=en",
)
MUCH_FLUID = Source("Figures on drinking too much", "https://www.jantzen.com.my/how-much-is-too-much/")
HSE_GLAND = Source(
    "HSE Ireland, signs that go with the thyroid gland",
    "https://www2.hse.ie/conditions/overactive-thyroid-hyperthyroidism/symptoms",
)
ALCOHOL = Source(
    "NHS trust, alcohol: knowing your units",
    "https://www.leicspart.nhs.uk/mental-health/advice/alcohol-knowing-your-units/",
)
SCREENS = Source("Gunes 2024, eyelid twitching and screen time", "https://doi.org/10.7759/cureus.69249")
OUR_CHOICE = Source("Our choice, not a published threshold", "")
