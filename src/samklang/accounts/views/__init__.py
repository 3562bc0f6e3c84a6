"""Signing in and out, by oneself or by a provider’s word, and one’s own account."""

from samklang.accounts.views.account import (
    account,
    end_other_sessions,
    end_session,
    totp_picture,
)
from samklang.accounts.views.providers import come_back, go_to
from samklang.accounts.views.signing_in import demo_sign_in, sign_in, sign_out

__all__ = [
    "account",
    "come_back",
    "demo_sign_in",
    "end_other_sessions",
    "end_session",
    "go_to",
    "sign_in",
    "sign_out",
    "totp_picture",
]
