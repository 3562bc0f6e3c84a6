"""The browser's door: what is written of decisions and of how they are carried home."""

from samklang.decisions.forms.home import AskHomeForm, HomeSearchForm, WayHomeForm
from samklang.decisions.forms.recording import (
    FOLLOW_UP,
    STANDARD,
    ClauseForm,
    OutsideForm,
    ReasonForm,
    SearchForm,
    SittingForm,
)

__all__ = [
    "FOLLOW_UP",
    "STANDARD",
    "AskHomeForm",
    "ClauseForm",
    "HomeSearchForm",
    "OutsideForm",
    "ReasonForm",
    "SearchForm",
    "SittingForm",
    "WayHomeForm",
]
