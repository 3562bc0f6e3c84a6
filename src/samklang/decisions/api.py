"""What other contexts may ask of decisions, and let decisions do."""

from samklang.decisions.decision_words import Mark, mark
from samklang.decisions.models import Decision, Effect
from samklang.decisions.queries import decided_by
from samklang.decisions.registry import (
    Asked,
    Change,
    Changed,
    EffectForm,
    EffectKind,
    Preview,
    Taken,
    Told,
    Touched,
    register,
)

__all__ = [
    "Asked",
    "Change",
    "Changed",
    "Decision",
    "Effect",
    "EffectForm",
    "EffectKind",
    "Mark",
    "Preview",
    "Taken",
    "Told",
    "Touched",
    "decided_by",
    "mark",
    "register",
]
