"""How what somebody writes in a text is parsed."""

from samklang.texts.forms.answers import AnswerForm
from samklang.texts.forms.clauses import ClauseForm, ClauseSearchForm, WithdrawForm
from samklang.texts.forms.commitments import CommitmentForm
from samklang.texts.forms.dividing import confirmed
from samklang.texts.forms.guide import BeginForm
from samklang.texts.forms.judgements import JudgementForm
from samklang.texts.forms.sections import NewSectionForm, SectionForm
from samklang.texts.forms.sisters import MeantForm, SistersTerms, sisters_terms

__all__ = [
    "AnswerForm",
    "BeginForm",
    "ClauseForm",
    "ClauseSearchForm",
    "CommitmentForm",
    "JudgementForm",
    "MeantForm",
    "NewSectionForm",
    "SectionForm",
    "SistersTerms",
    "WithdrawForm",
    "confirmed",
    "sisters_terms",
]
