"""What must never be switched on where real people work."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured

# As Django’s own deployment check asks for.
SHORTEST_KEY = 50


def refuse_in_production(*, demo: bool, debug: bool, key: str, key_is_ours: bool) -> None:
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
    if key_is_ours or len(key) < SHORTEST_KEY:
        raise ImproperlyConfigured(
            "Set SAMKLANG_SECRET_KEY (or SAMKLANG_SECRET_KEY_FILE) to 50 random characters or more."
        )
