"""What the sign-in page shows."""

from __future__ import annotations

from django.db.models import QuerySet

from samklang.accounts.models import User


def demo_persons() -> QuerySet[User]:
    return User.objects.filter(demo=True, is_active=True).order_by("pk")
