"""Texts with bones: sections, commitments, local answers, and what was found of them."""

from samklang.texts.models.judging import Coverage, Judgement
from samklang.texts.models.meant import MeantDifference
from samklang.texts.models.parts import Actor, Answer, Commitment, Scope, Section
from samklang.texts.models.templates import Origin, SetAside
from samklang.texts.models.written import Written, new_key

__all__ = [
    "Actor",
    "Answer",
    "Commitment",
    "Coverage",
    "Judgement",
    "MeantDifference",
    "Origin",
    "Scope",
    "Section",
    "SetAside",
    "Written",
    "new_key",
]
