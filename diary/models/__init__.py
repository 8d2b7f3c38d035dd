"""What is kept, each record owned by one person and reached through `for_user` alone."""

from diary.models.account import User
from diary.models.days import Day, Sign
from diary.models.drinks import Drink, DrinkPreset
from diary.models.episodes import Episode
from diary.models.record import PutAway, Visit

__all__ = ["Day", "Drink", "DrinkPreset", "Episode", "PutAway", "Sign", "User", "Visit"]
