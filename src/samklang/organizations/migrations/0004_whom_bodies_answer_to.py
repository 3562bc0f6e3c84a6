"""Whom each body answers to becomes a dated row; from when is not known."""

from __future__ import annotations

from typing import Any

from django.db import migrations
from django.db.models import F


def forwards(apps: Any, _editor: Any) -> None:
    body, line = (apps.get_model("organizations", name) for name in ("Body", "ReportingLine"))
    there = line.objects.values("body")
    wanted = body.objects.exclude(parent=None).exclude(pk__in=there).exclude(parent=F("pk"))
    line.objects.bulk_create(line(body_id=one.pk, parent_id=one.parent_id) for one in wanted)


class Migration(migrations.Migration):
    dependencies = [("organizations", "0003_bodies_over_time")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop, elidable=True)]
