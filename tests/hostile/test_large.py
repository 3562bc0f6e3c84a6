"""A megabyte in any field, or a style sheet's name at the end of any page, is no fault of ours.

Seen red: without PrivateMiddleware, and with a view that takes it for granted that a reason is
short.
"""

from __future__ import annotations

import pytest
from django.db import transaction

from tests.architecture.access_table import ACCESS, Row
from tests.architecture.scene import Scene
from tests.hostile.sending import RIGHT
from tests.hostile.showing import County
from tests.hostile.test_mass_assignment import FORMS, Sending

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
# A regular expression that goes back over what it read is slow with these; the rest is much.
BACKTRACKING = ("a" * 50_000 + "!", " " * 50_000 + "x", "1-" * 25_000, "((" * 25_000, "@" * 50_000)
MEGABYTE = "\n".join((*BACKTRACKING, "å" * (1024 * 1024)))


@pytest.mark.parametrize("row", FORMS, ids=str)
def test_a_megabyte_in_any_field_is_answered(row: Row) -> None:
    sending = Sending(row, Scene())
    sending.client.raise_request_exception = False
    with transaction.atomic():
        sent = RIGHT[row.page](sending.scene)
        transaction.set_rollback(True)
    names = [name for name, value in sent.items() if isinstance(value, str)]

    statuses = {(name, sending.status({name: MEGABYTE})) for name in names}

    assert [one for one in statuses if one[1] >= 500] == []


@pytest.mark.parametrize("ending", ["a.css", ";a.css", "%2fa.css", "?a.css", "%00.css"])
def test_no_private_page_passes_for_a_file_of_anybody(ending: str) -> None:
    """Else a cache on the way would keep it for others."""
    county = County()

    for row in ACCESS:
        if row.method == "get":
            answer = county.clients["editor"].get(f"{county.places[row]}{ending}")
            assert answer.status_code != 500
            kept = answer.headers.get("Cache-Control", "")
            assert "private" in kept or "no-store" in kept or "no-cache" in kept, row
            assert "Cookie" in answer.headers.get("Vary", ""), row
