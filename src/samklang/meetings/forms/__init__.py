"""The forms of the context’s pages."""

from samklang.meetings.forms.agenda import ItemForm
from samklang.meetings.forms.noting import CorrectionForm, NoteForm
from samklang.meetings.forms.papers import PaperForm
from samklang.meetings.forms.planning import CallForm, PlanForm

__all__ = ["CallForm", "CorrectionForm", "ItemForm", "NoteForm", "PaperForm", "PlanForm"]
