"""A fair self-experiment: `plan` says what is tried and when, `result` what it showed, `words` say it."""

from diary.analysis.experiment.plan import Block, Plan
from diary.analysis.experiment.result import Arm, Result, result

__all__ = ["Arm", "Block", "Plan", "Result", "result"]
