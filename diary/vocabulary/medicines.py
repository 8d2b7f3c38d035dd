"""Classes of medicines with which twitching was reported: with, never caused by (clinical.md D1).

Sources were read on stored copies, some as abstracts, and must be read again on the live pages before a
release. Where all that was found was weak, a class is there to be chosen and nothing is said about it. Many
sources describe myoclonus (larger jerks) or tremor, so `reported` keeps their own word. No clinician has
reviewed the list. There is no database of medicines: the person writes the name as it is on the box.
"""

from dataclasses import dataclass

from diary.vocabulary.sources import BENZO, LOW_SALTS, Source

REVIEW = Source(
    "Rissardo 2025, drug-induced myoclonus, Medicina 61:131", "https://doi.org/10.3390/medicina61010131"
)
GABAPENTIN = Source(
    "Gabapentin and movement disorders, Medicines 2023", "https://doi.org/10.3390/medicines10090052"
)
TOPIRAMATE = Source("Eyelid myokymia with topiramate, 2015", "https://pubmed.ncbi.nlm.nih.gov/25828425")
LITHIUM = Source("Lithium (Eskalith), product label", "https://globalrph.com/rx-list/eskalith-drug")
NEOSTIGMINE = Source(
    "Neostigmine (Prostigmin), product label", "https://globalrph.com/rx-list/prostigmin-drug"
)
DEMENTIA = Source(
    "Cholinesterase inhibitors, table of effects, 2005",
    "https://hkcfp.org.hk/Upload/HK_Practitioner/2005/hkp2005vol27jul/images/p268t03.html",
)
STOMACH_ACID = Source(
    "GPnotebook, proton-pump inhibitors and low magnesium (MHRA)",
    "https://gpnotebook.com/pages/neurology/proton-pump-inhibitors-ppis-and-hypomagnesaemia",
)


@dataclass(frozen=True, slots=True)
class MedicineClass:
    """A kind of medicine; `reported` is "" where no source was found that bears being quoted."""

    code: str
    label: str
    examples: str
    reported: str = ""
    source: Source | None = None


MYOCLONUS = "jerks (myoclonus)"

_CLASSES = (
    MedicineClass("ssri", "Antidepressant, SSRI", "sertraline, citalopram", MYOCLONUS, REVIEW),
    MedicineClass("snri", "Antidepressant, SNRI", "venlafaxine, duloxetine"),
    MedicineClass("tricyclic", "Antidepressant, tricyclic", "amitriptyline", MYOCLONUS, REVIEW),
    MedicineClass(
        "benzodiazepine",
        "Anti-anxiety or sleep, benzodiazepine",
        "diazepam, lorazepam, clonazepam",
        "muscle twitches and jerks when it is reduced or stopped",
        BENZO,
    ),
    MedicineClass("stimulant", "Stimulant", "methylphenidate, amphetamines"),
    MedicineClass("lithium", "Lithium", "lithium carbonate", "twitching", LITHIUM),
    MedicineClass("antipsychotic", "Antipsychotic", "clozapine, quetiapine", MYOCLONUS, REVIEW),
    MedicineClass("antiseizure", "For seizures", "carbamazepine, valproate, phenytoin", MYOCLONUS, REVIEW),
    MedicineClass(
        "topiramate",
        "Topiramate",
        "topiramate",
        "eyelid twitching in 8 of 140 people who took it for migraine",
        TOPIRAMATE,
    ),
    MedicineClass("gabapentinoid", "For nerve pain", "gabapentin, pregabalin", MYOCLONUS, GABAPENTIN),
    MedicineClass("opioid", "Strong painkiller, opioid", "morphine, fentanyl", MYOCLONUS, REVIEW),
    MedicineClass("antibiotic", "Antibiotic", "ciprofloxacin, cefepime", MYOCLONUS, REVIEW),
    MedicineClass("amantadine", "Amantadine", "amantadine", MYOCLONUS, REVIEW),
    MedicineClass(
        "cholinesterase",
        "For muscle weakness",
        "neostigmine, pyridostigmine",
        "muscle twitching",
        NEOSTIGMINE,
    ),
    MedicineClass("dementia", "For memory", "donepezil", "muscle cramps", DEMENTIA),
    MedicineClass(
        "diuretic",
        "Water tablet, diuretic",
        "furosemide, thiazides",
        "cramps and twitching when potassium is low",
        LOW_SALTS,
    ),
    MedicineClass(
        "ppi",
        "For stomach acid",
        "omeprazole",
        "low magnesium, mostly after a year of taking it",
        STOMACH_ACID,
    ),
    MedicineClass("bronchodilator", "For asthma, inhaler or tablet", "salbutamol, theophylline"),
    MedicineClass("steroid", "Steroid", "prednisolone"),
    MedicineClass("statin", "For cholesterol, statin", "atorvastatin, simvastatin"),
    MedicineClass("decongestant", "For a cold or allergy", "decongestants, antihistamines"),
    MedicineClass("thyroid", "Thyroid hormone", "levothyroxine"),
    MedicineClass("supplement", "Vitamin, mineral or other supplement", "magnesium, vitamin D"),
)

CLASSES = {kind.code: kind for kind in _CLASSES}
LABELS = {kind.code: f"{kind.label} ({kind.examples})" for kind in _CLASSES}
