"""What somebody wrote in meetings and decisions leaves the house as text, in every kind of file.

Each text of every model is hostile in its own way; each file is read by a parser that is not ours.
Seen red: with a workbook that reckons what begins with “=”, with a sign in a slide's XML that no
XML may hold, and with a clause that Typst reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pypdfium2
import pytest
import vobject
from docx import Document
from lxml import etree
from pptx import Presentation

from tests.architecture.access_table import OK, Row
from tests.hostile.formulas import FORMULAS
from tests.hostile.showing import County, Shown, _shown

pytestmark = [pytest.mark.django_db, pytest.mark.one_database, pytest.mark.slow]
OUT = {
    *("decisions:sheet", "decisions:home_sheet", "decisions:take_home", "decisions:atom"),
    *("bodies:sheet", "meetings:year_sheet", "meetings:calendar_file", "meetings:feed_file"),
    *("decisions:feed_file", "reporting:meeting_file"),
}
# Signs that no XML holds, directions of writing, what begins code in Typst, Office and iCalendar,
# and a word that no line has room for.
ODD = (
    "\x01\x0b\x1f styr",
    "\u202egnireskef\u202c \u200f\u2066vänd",
    '#panic() #read("/etc/passwd") $x$ @ref *x* ]] \\',
    "slut\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:ond\nATTENDEE:mailto:x@evil.example",
    "</w:t></w:r><w:fldSimple w:instr='DDE'/><![CDATA[ ]]> &#0; &ond;",
    "ö" * 3_000,
)


def files(county: County) -> Iterator[tuple[Row, Shown]]:
    for row, asker in county.rows():
        if row.page in OUT:
            answer = county.ask(row, asker)
            assert answer.status_code == 200, row
            yield row, _shown(str(row), answer)


def read_workbook(shown: Shown) -> None:
    for sheet in openpyxl.load_workbook(BytesIO(shown.content)):
        cells = [cell for line in sheet.iter_rows() for cell in line]
        assert {cell.data_type for cell in cells} <= {"s", "n", "d"}, shown.where
        assert not any(cell.hyperlink for cell in cells), shown.where


def read_document(shown: Shown) -> None:
    assert "fldSimple" not in {one.tag for one in Document(BytesIO(shown.content)).element.iter()}


def read_slides(shown: Shown) -> None:
    slides = Presentation(BytesIO(shown.content)).slides
    outside = [rel for one in slides for rel in one.part.rels.values() if rel.is_external]
    assert outside == [], shown.where


def read_pages(shown: Shown) -> None:
    assert len(pypdfium2.PdfDocument(shown.content)) > 0, shown.where
    assert "root:x:" not in shown.text


def read_calendar(shown: Shown) -> None:
    events = vobject.readOne(shown.content.decode()).contents.get("vevent", [])
    assert shown.content.count(b"\r\nBEGIN:VEVENT") == len(events)
    assert not any("attendee" in one.contents for one in events), shown.where
    assert not any(one.summary.value.startswith("ond") for one in events), shown.where


def read_feed(shown: Shown) -> None:
    assert etree.fromstring(shown.content).tag.endswith("}feed")


READERS = {
    "spreadsheet": read_workbook,
    "wordprocessing": read_document,
    "presentation": read_slides,
    "application/pdf": read_pages,
    "text/calendar": read_calendar,
    "application/atom+xml": read_feed,
}


def parsed(shown: Shown) -> str:
    """Read the file as its receiver’s program does; return what it is."""
    name = next(one for one in READERS if one in shown.kind)
    READERS[name](shown)
    return name


@pytest.mark.parametrize("texts", [FORMULAS, ODD], ids=["formulas", "odd"])
def test_every_file_of_meetings_and_decisions_is_whole_whatever_was_written(
    texts: tuple[str, ...],
) -> None:
    county = County()
    county.write(*texts, alone=True)

    kinds = {parsed(shown) for _row, shown in files(county)}

    assert kinds == set(READERS)


def test_every_kind_of_file_that_meetings_and_decisions_make_is_asked_for() -> None:
    county = County()
    assert {row.page for row, _asker in county.rows() if OK in row.expected} >= OUT
