"""Taking away the files that were put away so long ago that the authority's plan lets them go."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from samklang.audit.api import record
from samklang.documents.api import weed
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading


def weed_put_away(*, before: datetime) -> int:
    """Leave the name, the hash and why of each, as of a file that was refused at the door."""
    old = Reading.objects.filter(state=State.REJECTED, changed_at__lt=before)
    found = old.exclude(file=None).values_list("pk", flat=True)
    return sum(_weeded(pk, before) for pk in list(found))


@transaction.atomic
def _weeded(pk: int, before: datetime) -> bool:
    """Somebody who had it read again in the meantime goes first."""
    put_away = Reading.objects.select_for_update().filter(pk=pk, state=State.REJECTED)
    reading = put_away.filter(changed_at__lt=before).first()
    if reading is None or reading.file is None:
        return False
    file, reading.file, reading.result, reading.answers = reading.file, None, None, {}
    reading.save(update_fields=["file", "result", "answers"])
    record("reading.weeded", reading, by=None, organization_id=reading.organization_id)
    weed(file)
    return True
