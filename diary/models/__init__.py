"""What is kept, each record owned by one person and reached through `for_user` alone."""

from diary.models.account import User
from diary.models.days import Day, Sign
from diary.models.drinks import Drink, DrinkPreset
from diary.models.episodes import Episode
from diary.models.experiments import Experiment
from diary.models.laboratory import BloodTest
from diary.models.medicines import DoseChange, Medicine
from diary.models.record import Condition, PutAway, Question, Visit
from diary.models.reviews import Review
from diary.models.shared import SharedReport

__all__ = [
    "BloodTest", "Condition", "Day", "DoseChange", "Drink", "DrinkPreset", "Episode", "Experiment",
    "Medicine", "PutAway", "Question", "Review", "SharedReport", "Sign", "User", "Visit",
]  # fmt: skip
