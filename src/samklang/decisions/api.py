"""What other contexts may ask of decisions, and let decisions do."""

from samklang.decisions.actions import (
    Asking,
    Clause,
    Sitting,
    WayHome,
    put_demo_clauses,
    put_demo_home,
    record_clauses,
)
from samklang.decisions.decision_words import Mark, mark
from samklang.decisions.models import Decision, Effect
from samklang.decisions.origins import Origin, Place, Stated, originate
from samklang.decisions.policies import can_record
from samklang.decisions.queries import offered
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
    "Asking",
    "Change",
    "Changed",
    "Clause",
    "Decision",
    "Effect",
    "EffectForm",
    "EffectKind",
    "Mark",
    "Origin",
    "Place",
    "Preview",
    "Sitting",
    "Stated",
    "Taken",
    "Told",
    "Touched",
    "WayHome",
    "can_record",
    "mark",
    "offered",
    "originate",
    "put_demo_clauses",
    "put_demo_home",
    "record_clauses",
    "register",
]
