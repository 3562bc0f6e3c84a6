"""What we do at the news that an identity provider vouches for somebody new."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from samklang.accounts.signals import person_admitted
from samklang.organizations import actions


@receiver(person_admitted)
def place_the_person(*, user_id: int, county: str, organization: str, **_: Any) -> None:
    actions.admit_member(
        user_id=user_id, county=county, organization=organization, today=timezone.localdate()
    )
