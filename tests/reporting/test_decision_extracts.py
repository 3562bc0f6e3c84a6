"""An extract of decisions, read back by other programs than those that wrote it.

Seen red: with what is taken back or another county's given out, with a changed text said to be what
was locked, with what puts it right left out, with any number of them, with the paragraph in place
of the item, with no foot, and with nothing to choose it by.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import docx
import page as pdf_rules
import pypdfium2
import pytest
from django.db import connection
from django.urls import reverse

from samklang.decisions.models import Decision
from samklang.meetings import actions
from samklang.meetings.guarding import put_guards, take_guards_away
from samklang.meetings.models import AgendaItem, DecisionClause, Meeting, Minutes
from samklang.organizations.models import Body, Deciding, OrganizationKind
from tests import cast
from tests.meetings.desk import Desk, client, desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
DAY = date(2026, 11, 20)
NASTY = 'att köpa =1+1 #panic() *x* <b>&amp;</b> {{ 7*7 }} "citat" åäö'


def extract(at: Desk, kind: str, *pks: int, user: Any = None) -> Any:
    address = reverse("reporting:decision_extract", args=[kind])
    return client(user or at.ester).get(address, {"decision": pks})


def locked() -> tuple[Desk, Decision, Minutes]:
    """A meeting whose minutes are locked, with what it decided in the register."""
    at = desk()
    Body.objects.update(kind=OrganizationKind.SUPPORT)
    item = at.add("Stigar", "for_decision")
    actions.send_out(at.now, by=at.by)
    minutes = actions.begin_minutes(at.now, by=at.by)
    DecisionClause.objects.create(item=item, wording=NASTY)
    AgendaItem.objects.filter(pk=item.pk).update(outcome="decided")
    actions.hold(at.now, by=at.by)
    actions.check(minutes, by=at.by)
    actions.lock(minutes, by=at.by)
    minutes.refresh_from_db()
    return at, Decision.objects.get(), minutes


def told(made: Any) -> str:
    cells = (cell.text for one in made.tables for row in one.rows for cell in row.cells)
    return "\n".join((*(one.text for one in made.paragraphs), *cells))


def test_an_extract_names_the_body_the_item_the_mandate_and_the_locked_minutes() -> None:
    at, first, minutes = locked()
    group = cast.body("Styrgruppen")
    outside = Decision.objects.create(
        partnership=group.partnership, body=group, decided_date=DAY, wording="att anta texten",
        paragraph="7", deciding=Deciding.ADOPT_AGREEMENT, outside_reason="Rådet bad om det",
        source="Protokoll, sidan 2", recorded_by=at.cora,
    )  # fmt: skip
    right = Decision.objects.create(
        partnership=group.partnership, body=group, decided_date=DAY, wording="att vänta",
        corrects=outside,
    )  # fmt: skip
    undone = Decision.objects.create(
        partnership=group.partnership, body=group, decided_date=DAY, wording="att ångra",
        undone_at=first.recorded_at,
    )  # fmt: skip

    answer = extract(at, "docx", first.pk, outside.pk, undone.pk)
    made: Any = docx.Document(BytesIO(answer.content))

    assert "utdrag-skogsnatverket-styrgruppen-2026-11-20.docx" in answer["Content-Disposition"]
    headings = [one.text for one in made.paragraphs if one.style.name.startswith("Heading")]
    assert headings == [
        "Skogsnätverket, Styrgruppen", "Skogsnätverket 20 november 2026",
        f"Beslut {first.pk}, punkt 1", "Styrgruppen 20 november 2026", f"Beslut {outside.pk}, § 7",
    ]  # fmt: skip
    words = told(made)
    for said in (
        NASTY, "1 Stigar", "Skogsnätverket 2026-11-20", f"Låsta, SHA-256 {minutes.sha256}",
        "Beslutet kräver inget särskilt mandat.", "Bekräftat ändå: Rådet bad om det",
        "Protokoll, sidan 2", str(at.cora), f"http://testserver/beslut/{first.pk}/",
        f"Rättat genom beslut {right.pk}, Styrgruppen 2026-11-20.",
    ):  # fmt: skip
        assert said in words, said
    assert "att ångra" not in words
    assert "Utdrag · Skogsnätverket, Styrgruppen" in made.sections[0].footer.paragraphs[0].text

    # What stands there now is not what was locked, and the paper says so.
    take_guards_away(connection)
    Meeting.objects.filter(pk=at.meeting.pk).update(place="En annan plats")
    put_guards(connection)
    again: Any = docx.Document(BytesIO(extract(at, "docx", first.pk).content))
    assert f"INTE DET SOM LÅSTES med SHA-256 {minutes.sha256}" in told(again)


def test_an_extract_is_chosen_on_the_register_and_is_the_countys_own() -> None:
    at, first, _minutes = locked()
    page = client(at.ester).get(reverse("decisions:register")).content.decode()
    assert f'name="decision" value="{first.pk}"' in page
    assert 'id="extract" method="get"' in page
    detail = client(at.ester).get(first.get_absolute_url()).content.decode()
    assert f"{reverse('reporting:decision_extract', args=['pdf'])}?decision={first.pk}" in detail

    stranger = cast.person("frank", of=cast.organization("fjarran", of=cast.partnership("fjarran")))
    for user, pks in ((None, ()), (None, range(1, 102)), (stranger, (first.pk,))):
        answer = extract(at, "pdf", *pks, user=user)
        assert (answer.status_code, answer["Location"]) == (302, reverse("decisions:register"))
    assert extract(at, "xlsx", first.pk).status_code == 404


def test_the_extract_as_pdf_is_tagged_and_every_page_says_what_it_is() -> None:
    at, first, _minutes = locked()
    content = extract(at, "pdf", first.pk).content
    assert pdf_rules.validate_pdf_bytes(content, profile="ua1").failures == []
    pages = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(content)]
    assert all("Utdrag · Skogsnätverket · 2026-11-20" in one for one in pages)
    assert NASTY.removeprefix("att ") in " ".join("".join(pages).split())
