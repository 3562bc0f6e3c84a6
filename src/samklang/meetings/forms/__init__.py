"""The forms of the context’s pages."""

from samklang.meetings.forms.agenda import FULL, ItemForm
from samklang.meetings.forms.attendance import AttendanceForm
from samklang.meetings.forms.calendars import FeedForm
from samklang.meetings.forms.checking import AdjustersForm
from samklang.meetings.forms.noting import CorrectionForm, NoteForm
from samklang.meetings.forms.papers import PaperForm
from samklang.meetings.forms.planning import CallForm, CancelForm, PlanForm
from samklang.meetings.forms.proposing import CarryForm, ConfirmForm, ProposeForm
from samklang.meetings.forms.series import NewSeriesForm, SeriesForm, usual_items

__all__ = [
    "FULL",
    "AdjustersForm",
    "AttendanceForm",
    "CallForm",
    "CancelForm",
    "CarryForm",
    "ConfirmForm",
    "CorrectionForm",
    "FeedForm",
    "ItemForm",
    "NewSeriesForm",
    "NoteForm",
    "PaperForm",
    "PlanForm",
    "ProposeForm",
    "SeriesForm",
    "usual_items",
]
