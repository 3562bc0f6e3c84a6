"""The letter that reminds an organization of what it was asked to carry home."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _

from samklang.decisions.models import CarryHome
from samklang.organizations.api import writers


def send_reminders(rows: Iterable[CarryHome], address: str, *, today: date) -> list[CarryHome]:
    """Write to those who write for each organization; return the organizations that got a letter.

    None get one when there is no mail server or it does not answer.
    """
    if not settings.SAMKLANG_MAIL:
        return []
    reached = [(one, writers([one.organization_id], today=today)) for one in rows]
    letters = [
        EmailMessage(_subject(one), _text(one, address), None, [to])
        for one, addresses in reached
        for to in addresses
    ]
    try:
        get_connection().send_messages(letters)
    except (SMTPException, OSError):
        return []
    return [one for one, addresses in reached if addresses]


def _subject(row: CarryHome) -> str:
    said = {"body": row.request.decision.body.name, "day": row.request.due_date.isoformat()}
    # A name with a line break in it must not become a header of its own.
    return " ".join((_("To carry home: a decision of %(body)s, by %(day)s") % said).split())


def _text(row: CarryHome, address: str) -> str:
    return _(
        "Hello!\n\n"
        "%(body)s has decided something that %(organization)s is asked to carry home by %(day)s, "
        "and it has not landed yet.\n\n"
        "Write who takes it where, and what came back:\n%(address)s\n\n"
        "If it does not apply to you, write so there with the reason."
    ) % {
        "body": row.request.decision.body.name,
        "organization": row.organization.name,
        "day": row.request.due_date.isoformat(),
        "address": address,
    }
