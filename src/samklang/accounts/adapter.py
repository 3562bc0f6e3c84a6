"""Where allauth asks us: nobody signs up, and what it says is said in our words."""

from __future__ import annotations

import base64
import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samklang.accounts.models import User

_log = logging.getLogger(__name__)
_WITHOUT = _("Choose a password of your own first. You do that under My account.")
_WITHOUT_DEMO = _("An invented person signs in with one click and cannot change how.")
# What the page that follows shows by itself.
_SILENT = frozenset(
    {
        "account/messages/logged_in.txt",
        "account/messages/logged_out.txt",
        "mfa/messages/recovery_codes_generated.txt",
    }
)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth has no types
    """Accounts come by invitation only."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        # One sentence for a wrong password, an unknown name and a closed account.
        "username_password_mismatch": _(
            "The user name and the password do not belong together. Check both and try again."
        ),
        "too_many_login_attempts": _(
            "Too many tries. Wait five minutes and try again, or choose a new password."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(
        self, request: HttpRequest, level: int, message_template: str = "", *rest: Any, **more: Any
    ) -> None:
        if message_template not in _SILENT:
            super().add_message(request, level, message_template, *rest, **more)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, str]]:
        """Say why somebody without a password and a second step cannot show who they are."""
        methods: list[dict[str, str]] = super().get_reauthentication_methods(user)
        if user.is_authenticated and not methods:
            raise PermissionDenied(_WITHOUT_DEMO if user.demo else _WITHOUT)
        return methods

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell the owner of an account what changed in it, at the address that we know.

        What has changed has changed, also when the letter about it cannot be sent.
        """
        address = email or user.email
        if not address:
            return
        try:
            super().send_notification_mail(template_prefix, user, context, address)
        except (SMTPException, OSError) as error:
            _log.error("no notice to user %s: %s", user.pk, type(error).__name__)


class MfaAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth has no types
    """Keeps the secrets of two-step verification encrypted in the database."""

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002  # theirs
        """What a key is called until its owner names it."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return gettext("Key %(number)s") % {"number": count + 1}

    def encrypt(self, text: str) -> str:
        return _locks().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _locks().decrypt(encrypted_text.encode()).decode()


def _locks() -> MultiFernet:
    """One lock a secret key, the newest first: an older key opens, only the newest locks."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    derive = HKDF(SHA256(), length=32, salt=None, info=b"samklang two-step verification")
    return base64.urlsafe_b64encode(derive.derive(key.encode()))
