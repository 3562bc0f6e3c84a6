"""Consultations of drafts: who is asked, what they say of each section, and what is answered."""

from samklang.consultations.models.opinions import Comment, Opinion, Reply, Suggestion
from samklang.consultations.models.rounds import Answered, Consultation, Participant, Remark

__all__ = [
    "Answered",
    "Comment",
    "Consultation",
    "Opinion",
    "Participant",
    "Remark",
    "Reply",
    "Suggestion",
]
