"""What inventories does at the news that the register sends."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from samklang.agreements.api import registration_taken_back
from samklang.inventories import actions
from samklang.organizations.api import Acting


@receiver(registration_taken_back)
def wait_again(edition_id: int, by: Acting, **_: Any) -> None:
    actions.wait_again(edition_id, by=by)
