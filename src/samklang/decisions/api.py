"""What other contexts may ask of decisions, and let decisions do."""

from samklang.decisions.actions import (
    Asking,
    Clause,
    Sitting,
    WayHome,
    answer,
    put_demo_clauses,
    put_demo_home,
    record_clauses,
)
from samklang.decisions.decision_words import Mark, mark
from samklang.decisions.extracting import MOST_EXTRACTED, Extracted, extracted
from samklang.decisions.home_page import landed
from samklang.decisions.home_tasks import HomeTask, home_tasks
from samklang.decisions.models import Decision, Effect
from samklang.decisions.origins import Origin, Place, Stated, originate
from samklang.decisions.policies import can_record
from samklang.decisions.queries import offered, waiting_at
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
from samklang.decisions.subjects import Subject, SubjectKind, register_subjects

__all__ = [
    "MOST_EXTRACTED",
    "Asked",
    "Asking",
    "Change",
    "Changed",
    "Clause",
    "Decision",
    "Effect",
    "EffectForm",
    "EffectKind",
    "Extracted",
    "HomeTask",
    "Mark",
    "Origin",
    "Place",
    "Preview",
    "Sitting",
    "Stated",
    "Subject",
    "SubjectKind",
    "Taken",
    "Told",
    "Touched",
    "WayHome",
    "answer",
    "can_record",
    "extracted",
    "home_tasks",
    "landed",
    "mark",
    "offered",
    "originate",
    "put_demo_clauses",
    "put_demo_home",
    "record_clauses",
    "register",
    "register_subjects",
    "waiting_at",
]
