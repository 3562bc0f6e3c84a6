"""Whose a secret address is, and what a person’s own opens."""

from __future__ import annotations

from samklang.organizations.link_secrets import hashed
from samklang.organizations.models import SecretAddress


def address_of(user_id: int, opens: str) -> SecretAddress | None:
    return SecretAddress.objects.filter(user=user_id, opens=opens).first()


def address_by_secret(secret: str, opens: str) -> SecretAddress | None:
    """Return it while its person may sign in.

    The hash is looked up, never the secret, so that how long the answer takes tells nothing of it.
    """
    open_ones = SecretAddress.objects.filter(user__is_active=True, opens=opens)
    return open_ones.select_related("user").filter(secret_hash=hashed(secret)).first()
