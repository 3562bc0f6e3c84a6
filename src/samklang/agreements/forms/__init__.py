"""What people write about agreements: parsed and explained, never saved here."""

from samklang.agreements.forms.entries import (
    AdoptionForm,
    DiaryNumberForm,
    EventForm,
)
from samklang.agreements.forms.search import DayForm, SearchForm
from samklang.agreements.forms.works import (
    AgreementForm,
    ChoiceForm,
    EditionForm,
    EvidenceForm,
    FactsForm,
    FileForm,
    PartyForm,
    StageForm,
)

__all__ = [
    "AdoptionForm",
    "AgreementForm",
    "ChoiceForm",
    "DayForm",
    "DiaryNumberForm",
    "EditionForm",
    "EventForm",
    "EvidenceForm",
    "FactsForm",
    "FileForm",
    "PartyForm",
    "SearchForm",
    "StageForm",
]
