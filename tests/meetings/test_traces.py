"""What a confidential attachment leaves behind for those who may not know of it: nothing at all.

Everything that a member of another party can fetch is fetched before and after it is there, and is
the same to the letter. Seen red: with hidden attachments among the visible, with a hidden one
counted, and with the meeting's version counted for it.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from samklang.audit.models import Entry
from samklang.meetings import actions
from samklang.meetings.actions import PaperWords
from samklang.meetings.models import Attachment
from samklang.organizations.api import make_address
from samklang.search.api import rebuild
from tests import cast
from tests.meetings.desk import Desk, client, desk
from tests.meetings.papers import attach, confidential, gathered, pdf, url

pytestmark = [pytest.mark.django_db, pytest.mark.one_database, pytest.mark.slow]
# What is another each time that a page is made, whatever it says.
ITS_OWN = re.compile(r'name="(?:csrfmiddlewaretoken|form_key)" value="[^"]*"|"X-CSRFToken": "\w+"')


def fetched(lund: Desk, outside: Client, secrets: tuple[str, str]) -> dict[str, object]:
    """Return all that an outsider gets, by its address; of files what is read in them."""
    pk = lund.meeting.pk
    pages = [
        *(url(page, pk) for page in ("detail", "papers", "calendar_file")),
        *(url("register"), url("year_plan") + "?year=2026", url("year_sheet") + "?year=2026"),
        *(f"/sok/?text={word}" for word in ("Mossbrev", "Stigar", "mossa", "Skogsnätverket")),
        *(reverse("reporting:meeting_file", args=[pk, kind]) for kind in ("docx", "pdf", "pptx")),
        *(reverse("decisions:register"), reverse("decisions:atom"), reverse("bodies:register")),
        url("matter", Attachment.objects.earliest("pk").items.all()[0].matter_id),
        url("feed_file", secrets[0]),
        reverse("decisions:feed_file", args=[secrets[1]]),
    ]
    return {page: _said(outside.get(page)) for page in pages}


def _said(answer: Any) -> object:
    assert answer.status_code == 200
    content = b"".join(answer) if answer.streaming else answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            return {one: package.read(one) for one in package.namelist() if "docProps" not in one}
    if content.startswith(b"%PDF"):
        return [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(content)]
    return ITS_OWN.sub("", content.decode()), len(ITS_OWN.findall(content.decode()))


def packed(lund: Desk) -> object:
    """The pack as another party gets it: how large, how many pages and parts, and its names."""
    pack = gathered(lund, lund.rune)
    with zipfile.ZipFile(pack.archive) as archive:
        names = [(one.filename, one.file_size) for one in archive.infolist()[1:]]
    return pack.page_count, pack.total, pack.remarks, names, pack.mark


def test_nothing_that_others_fetch_tells_that_there_is_a_hidden_attachment() -> None:
    lund = desk()
    item = lund.add("Stigar", "for_decision")
    attach(lund, "1", "Karta", item, content=pdf("Karta"))
    actions.send_out(lund.meeting, by=lund.by)
    by, outside = cast.acting_for(lund.rune), client(lund.rune)
    secrets = (
        make_address("calendar_feed", scope="all", by=by)[1],
        make_address("decision_feed", by=by)[1],
    )
    rebuild()
    pack, before = packed(lund), fetched(lund, outside, secrets)

    mora = cast.organization("mora")
    hidden = attach(
        lund, "Mossbrev", "Hemlig mossa", item,
        content=pdf("Det hemliga"), wall=confidential("hidden", mora),
    )  # fmt: skip
    rebuild()
    after = fetched(lund, outside, secrets)
    assert {page for page, said in before.items() if after[page] != said} == set()
    assert packed(lund) == pack

    # Nor that it was changed, nor that it was there when it has gone.
    words = PaperWords("Mossbrev", "Ännu hemligare", wall=confidential("hidden"))
    actions.change_attachment(hidden, words, by=lund.by, seen=1)
    assert fetched(lund, outside, secrets) == before
    assert outside.get(url("paper_file", lund.meeting.pk, hidden.pk, 1)).status_code == 404
    assert outside.get(url("paper_file", lund.meeting.pk, hidden.pk + 1, 1)).status_code == 404
    refused = Entry.objects.filter(actor=lund.rune).values_list("details", flat=True)
    assert "Mossbrev" not in str(list(refused))
