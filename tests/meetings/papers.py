"""Papers of a network’s meeting: what is handed in, and packs as their readers get them."""

from __future__ import annotations

import pypdfium2
import typst
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from samklang.accounts.models import User
from samklang.documents.api import keep
from samklang.meetings import actions, jobs
from samklang.meetings.actions import PaperWords, Wall
from samklang.meetings.models import AgendaItem, Attachment, Pack
from samklang.organizations.models import Organization
from tests.meetings.desk import Desk, client


def url(page: str, *about: object) -> str:
    return reverse(f"meetings:{page}", args=about)


def pdf(*pages: str) -> bytes:
    """Return a PDF with a page for each text."""
    return bytes(typst.compile("\n#pagebreak()\n".join(pages).encode()))


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def sent(lund: Desk, label: str, **said: object) -> dict[str, object]:
    """Return what the form about an attachment sends."""
    first = {"version": lund.now.version, "label": label, "openness": "open"}
    return {**first, "about_nobody": "on", **said}


def attach(lund: Desk, label: str, title: str, *items: AgendaItem, **said: object) -> Attachment:
    """Attach it, with a PDF or whatever `content` is, for all or for whom `wall` says."""
    content, kind = said.get("content", b""), str(said.get("format", "pdf"))
    file = None
    if isinstance(content, bytes) and content:
        name = f"{title or label}.{kind}"
        keeper = lund.meeting.keeper
        file = keep(name, content, format=kind, by=lund.ester, organization=keeper)
    wall = said.get("wall")
    words = PaperWords(
        label,
        title,
        items=items,
        link=str(said.get("link", "")),
        wall=wall if isinstance(wall, Wall) else None,
    )
    seen = lund.now.version
    return actions.add_attachment(lund.meeting, words, by=lund.by, seen=seen, file=file)


def confidential(openness: str, *readers: Organization) -> Wall:
    return Wall(openness, "OSL 26 kap. 1 §", readers)


def gathered(lund: Desk, user: User) -> Pack:
    """Ask for the papers on the page, and let the worker gather them."""
    answer = client(user).post(url("make_pack", lund.meeting.pk))
    assert answer.status_code == 302
    pack = Pack.objects.latest("pk")
    jobs.make_pack.call(pack.pk)
    pack.refresh_from_db()
    return pack


def words_of(pack: Pack) -> str:
    """Return all text of the PDF."""
    with pypdfium2.PdfDocument(pack.pdf.read()) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
