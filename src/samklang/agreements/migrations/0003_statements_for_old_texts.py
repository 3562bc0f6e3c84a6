"""Says openly what was taken for granted: that old texts hold though no adoption is recorded.

Until now a text without any recorded adoption, stage or begun work counted as in force by its own
words. From now on somebody has to state that. For the texts that counted so the statement is made
here, with a note that tells where it comes from, so that no agreement falls out of the picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import migrations
from django.db.models import Exists, Min, OuterRef

NOTES = {
    "sv": "Räknades som gällande innan registret började fråga efter parternas antaganden",
    "en": "Counted as in force before the register began to ask for the parties’ adoptions",
}
NOTE = NOTES["sv" if settings.LANGUAGE_CODE.startswith("sv") else "en"]


def state(apps: Any, _schema_editor: Any) -> None:
    model = apps.get_model("agreements", "ValidityEvent")
    model.objects.bulk_create(_statements(apps, model), batch_size=500)


def _statements(apps: Any, model: Any) -> Iterator[Any]:
    standing = model.objects.filter(undone_at__isnull=True)
    adoptions = apps.get_model("agreements", "Adoption").objects.filter(undone_at__isnull=True)
    own = {"edition": OuterRef("pk")}
    taken_for_granted = (
        apps.get_model("agreements", "Edition")
        .objects.filter(Exists(standing.filter(**own)), stage="", begun_date__isnull=True)
        .exclude(Exists(adoptions.filter(**own)))
        .exclude(Exists(standing.filter(**own, kind="known_to_hold")))
    )
    for edition in taken_for_granted:
        held = standing.filter(edition=edition)
        dated = held.filter(kind="starts", first_date__isnull=False).exists()
        # Nobody knows when it began: then it surely held when the register came to know of it.
        day = None if dated else held.aggregate(first=Min("recorded_at"))["first"].date()
        yield model(
            edition=edition, kind="known_to_hold", first_date=day, last_date=day, source_note=NOTE
        )


def take_back(apps: Any, _schema_editor: Any) -> None:
    model = apps.get_model("agreements", "ValidityEvent")
    model.objects.filter(kind="known_to_hold", source_note__in=NOTES.values()).delete()


class Migration(migrations.Migration):
    dependencies = [("agreements", "0002_known_to_hold")]
    operations = [migrations.RunPython(state, take_back, elidable=True)]
