"""What other contexts may ask of consultations."""

from samklang.consultations.compiling import Compilation
from samklang.consultations.models import Consultation
from samklang.consultations.policies import can_read_compilation
from samklang.consultations.queries import compilation_of, find_round
from samklang.consultations.wording import (
    answer_words,
    answered_word,
    asked_name,
    kind_word,
    lead_words,
    opinion_words,
)

__all__ = [
    "Compilation",
    "Consultation",
    "answer_words",
    "answered_word",
    "asked_name",
    "can_read_compilation",
    "compilation_of",
    "find_round",
    "kind_word",
    "lead_words",
    "opinion_words",
]
