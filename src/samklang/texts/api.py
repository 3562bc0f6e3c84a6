"""What other contexts may do with texts."""

from samklang.texts.actions import put_demo_text
from samklang.texts.known import (
    KnownAnswer,
    KnownCommitment,
    KnownJudgement,
    KnownSection,
    KnownText,
)
from samklang.texts.models import Actor, Coverage, Scope

__all__ = [
    "Actor",
    "Coverage",
    "KnownAnswer",
    "KnownCommitment",
    "KnownJudgement",
    "KnownSection",
    "KnownText",
    "Scope",
    "put_demo_text",
]
