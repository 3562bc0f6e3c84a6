"""The letter to whoever has forgotten a password, written and sent after the page has answered."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.utils import timezone, translation
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django_tasks import task

from samklang.accounts.models import User

# Stands for the account and its key in the address that the task is given.
PLACE = ("UID", "KEY")
# How long a letter that the mail server did not take waits, the first time, the second and so on.
WAITS = [timedelta(minutes=minutes) for minutes in (1, 5, 15, 60)]
_log = logging.getLogger(__name__)


def mark_of(email: str) -> str:
    """Return what tells one e-mail address from others and cannot be read back without our key."""
    return salted_hmac(__name__, email.casefold()).hexdigest()


@task()
def send_new_password_letters(mark: str, address: str, language: str) -> None:
    """Send each whose e-mail address has the mark a link that works once.

    The address is that of the page, with PLACE in it. The page has looked for nobody, so that
    neither its time nor what waits here tells who has an account.
    """
    for user in User.objects.filter(is_active=True).exclude(email="").iterator():
        if constant_time_compare(mark_of(user.email), mark):
            send_new_password_letter.enqueue(user.pk, address, language)


@task()
def send_new_password_letter(user_id: int, address: str, language: str, failed: int = 0) -> None:
    """Send it, or try again later when the mail server does not take it; at last give up, logged.

    The link is made anew each time, so that it holds its hour from when it is sent.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    try:
        _send(user, address, language)
    except (SMTPException, OSError) as error:
        _log.error("no new password letter to user %s: %s", user.pk, type(error).__name__)
        if failed < len(WAITS):
            later = send_new_password_letter.using(run_after=timezone.now() + WAITS[failed])
            later.enqueue(user_id, address, language, failed + 1)


def _send(user: User, address: str, language: str) -> None:
    key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
    with translation.override(language):
        text = _text(user, address, key)
        send_mail(_("A new password for Samklang"), text, None, [user.email])


def _text(user: User, address: str, key: str) -> str:
    return _(
        "Hello!\n\n"
        "Somebody, most likely you, wants to choose a new password for the account "
        "%(username)s in Samklang. Follow the link to do so. It holds for an hour and can be "
        "used once:\n%(address)s\n\n"
        "If it was not you, you need not do anything: your password is as it was."
    ) % {"username": user.username, "address": address.replace("-".join(PLACE), key)}
