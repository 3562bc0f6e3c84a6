"""What people call the kinds of rows that name a person, and their columns."""

from __future__ import annotations

from typing import Any

from django.db.models import Field, Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

# A kind that is not here yet has its model’s own name.
_KINDS: dict[str, str | Promise] = {
    "accounts.user": _("Your account"),
    "accounts.identity": _("Accounts at identity providers"),
    "account.emailaddress": _("E-mail addresses"),
    "mfa.authenticator": _("Second steps at sign-in"),
    "usersessions.usersession": _("Where you are signed in"),
    "common.sentform": _("Forms you have sent, for 30 days"),
    "organizations.membership": _("Your rights"),
    "organizations.invitation": _("Invitations"),
    "organizations.elevation": _("Borrowed administrator rights"),
    "organizations.body": _("Bodies you have started"),
    "organizations.reportingline": _("Whom you have said bodies answer to"),
    "organizations.charter": _("Assignments and mandates you have recorded"),
    "organizations.post": _("Places in bodies you have recorded"),
    "sharing.share": _("Drafts you have shared"),
    "sharing.recipient": _("Sharing you have stopped"),
    "documents.file": _("Files you have handed in"),
    "agreements.edition": _("Editions you have recorded"),
    "agreements.editionfile": _("Files you have added to an edition"),
    "agreements.validityevent": _("Validity you have recorded"),
    "agreements.adoption": _("Decisions you have recorded"),
    "agreements.diarynumber": _("Diary numbers you have recorded"),
    "decisions.decision": _("Decisions of bodies you have recorded"),
    "decisions.homerequest": _("What you have asked organizations to carry home"),
    "meetings.meeting": _("Meetings you have recorded"),
    "meetings.attachedfile": _("Files that you have added to meetings"),
    "meetings.pack": _("Papers of meetings that you have had gathered"),
    "meetings.agendaitem": _("Items that you have written minutes of"),
    "meetings.minutes": _("Minutes that you have kept, checked or locked"),
    "meetings.earliernote": _("Wordings in minutes that you wrote and that were written over"),
    "meetings.adjuster": _("Minutes that you are asked to check"),
    "meetings.correction": _("Corrections you have made in minutes"),
    "meetings.series": _("Series of meetings you have recorded"),
    "meetings.planchange": _("Meetings you have moved"),
    "organizations.secretaddress": _("Your secret address to a calendar or a feed"),
    "inventories.batch": _("Batches of documents you have received"),
    "inventories.reading": _("Read documents you have decided on"),
    "inventories.finding": _("Answers you have recorded"),
    "texts.section": _("Sections you have written"),
    "texts.commitment": _("Commitments you have marked"),
    "texts.answer": _("Local answers you have written"),
    "texts.judgement": _("Findings of coverage you have recorded"),
    "texts.meantdifference": _("Differences you have said are meant"),
    "texts.setaside": _("What you have said a text does not take from its template"),
    "library.clause": _("Shared wordings you have added"),
    "library.clauseversion": _("Versions of shared wordings you have written"),
    "consultations.consultation": _("Consultations you have closed"),
    "consultations.participant": _("Answers to consultations you have handed in"),
    "consultations.remark": _("Remarks you have written to closed consultations"),
    "consultations.comment": _("Comments you have made or settled"),
    "consultations.reply": _("Replies you have written"),
    "consultations.suggestion": _("Suggestions you have made or decided on"),
    "reporting.report": _("Reports you have approved"),
}


def kind_name(model: type[Model]) -> str:
    named = _KINDS.get(model._meta.label_lower)
    return str(named or capfirst(str(model._meta.verbose_name_plural)))


def column_name(field: Field[Any, Any]) -> str:
    return capfirst(str(field.verbose_name))
