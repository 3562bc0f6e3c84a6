"""The letter that tells an organization’s writers that something is shared with them."""

from __future__ import annotations

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _

from samklang.organizations.api import writers
from samklang.sharing.models import Share


def tell_receivers(share: Share, address: str) -> int:
    """Write to those who write for the receivers; return how many letters left.

    A letter says who has shared and where to read it, and nothing of what it is: a letter is not
    behind the wall.
    """
    if not settings.SAMKLANG_MAIL:
        return 0
    told = [one.organization_id for one in share.recipients.all()]
    letters = [_letter(share, address, one) for one in writers(told, today=share.shared_at.date())]
    try:
        return get_connection().send_messages(letters) or 0
    except (SMTPException, OSError):
        return 0


def _letter(share: Share, address: str, to: str) -> EmailMessage:
    named = {"organization": " ".join(str(share.organization).split())}
    subject = _("%(organization)s has shared something with you in Samklang") % named
    text = _(
        "Hello!\n\n"
        "%(organization)s has shared a draft with your organization. Sign in to read it:\n"
        "%(address)s\n\n"
        "What you receive may be an official document with you too. Ask your registrar."
    ) % {**named, "address": address}
    return EmailMessage(subject, text, None, [to])
