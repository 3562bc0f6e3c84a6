"""How people sign in: what allauth is asked to do, and what it is kept from doing."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

# allauth’s own names; https://docs.allauth.org explains each.
ALLAUTH: dict[str, Any] = {
    "ACCOUNT_ADAPTER": "samklang.accounts.adapter.AccountAdapter",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
    "ACCOUNT_EMAIL_NOTIFICATIONS": True,
    "ACCOUNT_PREVENT_ENUMERATION": "strict",
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": 15 * 60,
    "ACCOUNT_SESSION_REMEMBER": True,
    # Tries are counted by address (IPv6 by /64) and by account, each path for itself.
    "ACCOUNT_RATE_LIMITS": {
        "login": "30/m/ip",
        "login_failed": "20/5m/ip,5/5m/key",
        "reset_password": "10/h/ip,3/h/key",
        "reset_password_from_key": "10/5m/ip",
        "change_password": "5/m/user",
        "reauthenticate": "10/5m/user",
    },
    "MFA_ADAPTER": "samklang.accounts.adapter.MfaAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
    # Addresses are known by the invitation that was answered from them.
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_TOTP_ISSUER": "Samklang",
    "ALLAUTH_RATE_LIMIT_IPV6_PREFIX": 64,
}


def mail_server(address: str) -> dict[str, Any]:
    """Read `smtp://user:password@host:port` (smtps: TLS from the start, smtp: STARTTLS)."""
    parts = urlsplit(address)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or 587,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 10,
    }
