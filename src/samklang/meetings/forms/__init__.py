"""The forms of the context’s pages."""

from samklang.meetings.forms.agenda import ItemForm
from samklang.meetings.forms.calendars import FeedForm
from samklang.meetings.forms.noting import CorrectionForm, NoteForm
from samklang.meetings.forms.papers import PaperForm
from samklang.meetings.forms.planning import CallForm, CancelForm, PlanForm

__all__ = [
    "CallForm",
    "CancelForm",
    "CorrectionForm",
    "FeedForm",
    "ItemForm",
    "NoteForm",
    "PaperForm",
    "PlanForm",
]
