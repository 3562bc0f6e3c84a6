"""The letter that an invitation comes by."""

from __future__ import annotations

from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils.translation import gettext as _

from samklang.organizations.models import Invitation
from samklang.organizations.sentences import of_invitation


def send_invitation(invitation: Invitation, address: str) -> bool:
    """Send the link; return False when there is no mail server or it does not answer."""
    if not settings.SAMKLANG_MAIL:
        return False
    subject = _("Invitation to Samklang from %(organization)s") % {
        "organization": _one_line(str(invitation.organization))
    }
    text = _(
        "Hello!\n\n"
        "%(by)s invites you to Samklang, where the county keeps its collaboration agreements.\n\n"
        "%(right)s\n\n"
        "Follow the link to begin. It holds for 14 days and can be used once:\n%(address)s\n\n"
        "If you do not know what this is about, you need not do anything."
    ) % {
        "by": invitation.invited_by,
        "right": of_invitation(invitation),
        "address": address,
    }
    try:
        return bool(send_mail(subject, text, None, [invitation.email]))
    except (SMTPException, OSError):
        return False


def _one_line(text: str) -> str:
    """A name with a line break in it must not become a header of its own."""
    return " ".join(text.split())
