"""A person’s secret calendar address: made, replaced and ended by themselves."""

from __future__ import annotations

import secrets

from django.db import transaction
from django.utils import timezone

from samklang.audit.api import record
from samklang.meetings.models import CalendarFeed
from samklang.organizations.api import Acting, hashed


@transaction.atomic
def make_feed(*, scope: str, by: Acting) -> tuple[CalendarFeed, str]:
    """Return the feed and the secret of its address, which is not kept; an older one is dead."""
    secret = secrets.token_urlsafe(32)
    said = {"scope": scope, "secret_hash": hashed(secret), "made_at": timezone.now()}
    feed, _new = CalendarFeed.objects.update_or_create(user=by.user, defaults=said)
    record("calendar_feed.made", by.user, by=by.user, scope=scope, **_at_home(by))
    return feed, secret


@transaction.atomic
def end_feed(*, by: Acting) -> None:
    """Let the address open nothing more."""
    CalendarFeed.objects.filter(user=by.user).delete()
    record("calendar_feed.ended", by.user, by=by.user, **_at_home(by))


def forget_feed(user_id: int) -> None:
    """Take the address away with its person."""
    CalendarFeed.objects.filter(user=user_id).delete()


def _at_home(by: Acting) -> dict[str, int | None]:
    home = by.organization
    return {
        "partnership_id": home.partnership_id if home else None,
        "organization_id": home.pk if home else None,
    }
