"""The letter to whoever has forgotten a password, written and sent after the page has answered."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext as _
from django_tasks import task

from samklang.accounts.models import User

# Stands for the account and its key in the address that the task is given.
PLACE = ("UID", "KEY")


@task()
def send_new_password_letters(user_ids: list[int], address: str, language: str) -> None:
    """Send each a link that works once; the address is that of the page, with PLACE in it."""
    with translation.override(language):
        for user in User.objects.filter(pk__in=user_ids, is_active=True):
            key = f"{user_pk_to_url_str(user)}-{default_token_generator.make_token(user)}"
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
