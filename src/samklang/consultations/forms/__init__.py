"""How what somebody writes about a draft is parsed."""

from samklang.consultations.forms.opinions import (
    CommentForm,
    ReasonForm,
    ReplyForm,
    SuggestionForm,
)
from samklang.consultations.forms.rounds import (
    CloseForm,
    ExtendForm,
    HandInForm,
    RemarkForm,
    RoundForm,
)
from samklang.consultations.forms.word import ChosenForm, WordFileForm

__all__ = [
    "ChosenForm",
    "CloseForm",
    "CommentForm",
    "ExtendForm",
    "HandInForm",
    "ReasonForm",
    "RemarkForm",
    "ReplyForm",
    "RoundForm",
    "SuggestionForm",
    "WordFileForm",
]
