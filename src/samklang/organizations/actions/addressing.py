"""A person’s secret addresses: made, replaced and ended by themselves."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone

from samklang.audit.api import record
from samklang.organizations.acting import Acting
from samklang.organizations.link_secrets import hashed
from samklang.organizations.models import SecretAddress


@transaction.atomic
def make_address(opens: str, *, by: Acting, scope: str = "") -> tuple[SecretAddress, str]:
    """Return the address and its secret, which is not kept; an older one to the same is dead."""
    secret = secrets.token_urlsafe(32)
    said = {"scope": scope, "secret_hash": hashed(secret), "made_at": timezone.now()}
    made, _new = SecretAddress.objects.update_or_create(user=by.user, opens=opens, defaults=said)
    record(f"{opens}.made", by.user, by=by.user, scope=scope, **_at_home(by))
    return made, secret


@transaction.atomic
def end_address(opens: str, *, by: Acting) -> None:
    """Let the address open nothing more."""
    SecretAddress.objects.filter(user=by.user, opens=opens).delete()
    record(f"{opens}.ended", by.user, by=by.user, **_at_home(by))


def forget_addresses(user_id: int) -> None:
    """Take the addresses away with their person."""
    SecretAddress.objects.filter(user=user_id).delete()


def _at_home(by: Acting) -> dict[str, int | None]:
    home = by.organization
    return {
        "partnership_id": home.partnership_id if home else None,
        "organization_id": home.pk if home else None,
    }
