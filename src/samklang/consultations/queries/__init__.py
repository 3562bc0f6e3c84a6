"""What the pages about consultations show."""

from samklang.consultations.queries.opinions import (
    Talk,
    comments_in,
    find_comment,
    find_suggestion,
    is_in_closed_round,
    suggestions_in,
    talk,
)
from samklang.consultations.queries.returned import against
from samklang.consultations.queries.rounds import (
    RoundPage,
    compilation_now,
    compilation_of,
    find_round,
    has_said,
)
from samklang.consultations.queries.voices import Voice

__all__ = [
    "RoundPage",
    "Talk",
    "Voice",
    "against",
    "comments_in",
    "compilation_now",
    "compilation_of",
    "find_comment",
    "find_round",
    "find_suggestion",
    "has_said",
    "is_in_closed_round",
    "suggestions_in",
    "talk",
]
