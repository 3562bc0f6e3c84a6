"""A meeting's papers gathered: `python -m bench.packs` fills a site with 300 pages and measures.

Prints as JSON the seconds from the job's start to its files, the pages, the megabytes, and how
many times it told how far it had come. A second meeting has 40 text documents instead of PDFs.
"""

from __future__ import annotations

import json
import time
from datetime import UTC, date, datetime

import typst

from bench.signing_in import ready

ready()  # the product's modules can be imported from here on

from django.utils import translation  # noqa: E402

from bench import floors  # noqa: E402
from samklang.accounts.models import User  # noqa: E402
from samklang.documents.api import keep, keep_text  # noqa: E402
from samklang.documents.extraction.opening import extract  # noqa: E402
from samklang.meetings.models import (  # noqa: E402
    AgendaItem,
    AttachedFile,
    Attachment,
    Meeting,
)
from samklang.meetings.packing import built, contents  # noqa: E402
from samklang.organizations.api import Acting, readers_in  # noqa: E402
from samklang.organizations.models import Body, Organization  # noqa: E402

ITEMS, ATTACHMENTS, PAGES = 20, 40, 300
DAY = date(2026, 11, 20)


def _meeting(code: str) -> Meeting:
    keeper = Organization.objects.order_by("pk")[0]
    about = {"partnership": keeper.partnership, "level": "directors"}
    body = Body.objects.create(code=code, name=f"Nätverket {code}", **about)
    meeting = Meeting.objects.create(
        partnership=keeper.partnership, body=body, keeper=keeper, state="planned", date=DAY,
        sent_at=datetime(2026, 11, 1, tzinfo=UTC),
    )  # fmt: skip
    AgendaItem.objects.bulk_create(
        AgendaItem(meeting=meeting, position=n, number=n, title=f"Punkt {n}", for_decision=True)
        for n in range(1, ITEMS + 1)
    )
    return meeting


def _attach(meeting: Meeting, number: int, content: bytes, kind: str, by: User) -> None:
    paper = Attachment.objects.create(
        meeting=meeting, label=str(number), title=f"Underlag {number}", position=number
    )
    paper.items.add(meeting.items.all()[number % ITEMS])
    file = keep(f"{number}.{kind}", content, format=kind, by=by, organization=meeting.keeper)
    AttachedFile.objects.create(attachment=paper, number=1, file=file, name=file.name)
    if kind != "pdf":
        found = extract("", content)
        keep_text(file, found.text, blocks=[one.to_keep() for one in found.blocks])


def _pdf(number: int, pages: int) -> bytes:
    """Return a PDF of full pages of words, no two files the same."""
    page = f"= Underlag {number}\n" + floors.SENTENCE * 22
    return bytes(typst.compile("\n#pagebreak()\n".join([page] * pages).encode()))


def _measured(meeting: Meeting, by: User) -> dict[str, float]:
    seats = readers_in([meeting.keeper_id], today=DAY)
    told = []
    before = time.monotonic()
    made = built(
        contents(Acting(by, DAY, seats), meeting),
        home="https://samklang.example/",
        on=DAY,
        tell=lambda done, total: told.append((done, total)),
    )
    spent = time.monotonic() - before
    made.archive.close()
    megabytes = len(made.pdf) / 1e6
    return {
        "seconds": spent,
        "pages": made.page_count,
        "megabytes": megabytes,
        "told": len(told),
    }


def main() -> None:
    by, _made = User.objects.get_or_create(username="bench", defaults={"name": "Bench"})
    pdfs, texts = _meeting("pdfs"), _meeting("texts")
    shared, more = divmod(PAGES, ATTACHMENTS)
    for number in range(ATTACHMENTS):
        _attach(pdfs, number, _pdf(number, shared + (number < more)), "pdf", by)
        words = f"Underlag {number}\n\n{floors.SENTENCE * 22}".encode()
        _attach(texts, number, words, "text", by)
    with translation.override("sv"):
        print(json.dumps({"pdfs": _measured(pdfs, by), "texts": _measured(texts, by)}))


if __name__ == "__main__":
    main()
