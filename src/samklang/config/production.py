"""What must never be switched on where real people work."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

# As Django’s own deployment check asks for.
SHORTEST_KEY = 50


def refuse_in_production(
    *, demo: bool, debug: bool, ours: str, secret_key: str, audit_key: str
) -> None:
    """Stop before anything is served, and say which setting to change."""
    if demo:
        raise ImproperlyConfigured(
            "SAMKLANG_DEMO lets anybody sign in as an invented person. "
            "Unset it, or unset SAMKLANG_PRODUCTION."
        )
    if debug:
        raise ImproperlyConfigured(
            "SAMKLANG_DEBUG shows the inside of the program to visitors. "
            "Unset it, or unset SAMKLANG_PRODUCTION."
        )
    if secret_key == ours or len(secret_key) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            "Set SAMKLANG_SECRET_KEY (or SAMKLANG_SECRET_KEY_FILE) to 50 random characters or more."
        )
    if audit_key in {ours, secret_key} or len(audit_key) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            "Set SAMKLANG_AUDIT_KEY (or SAMKLANG_AUDIT_KEY_FILE) to 50 random characters or more, "
            "other than SAMKLANG_SECRET_KEY: it seals the record of what happened."
        )
