"""What was decided, what each decision does, and how it is carried home."""

from samklang.decisions.models.decisions import Decision, DecisionQuerySet, Effect
from samklang.decisions.models.home import CarryHome, HomeRequest, HomeState

__all__ = ["CarryHome", "Decision", "DecisionQuerySet", "Effect", "HomeRequest", "HomeState"]
