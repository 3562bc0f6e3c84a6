"""Which files a report can be taken out as, and what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samklang.agreements.api import Case, board_paper, board_paper_name
from samklang.common.pictures import timeline, units
from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.png import png
from samklang.common.words import place
from samklang.documents.api import as_pdf
from samklang.meetings.api import Proceedings
from samklang.organizations.api import Acting
from samklang.reporting import compilations, decisions, meeting_words, minutes, sheets, slides
from samklang.reporting.docx import writer as docx
from samklang.reporting.extract import Approval, Extract
from samklang.reporting.figures import Inventory
from samklang.reporting.freezing import frozen, thawed
from samklang.reporting.models import Report
from samklang.reporting.paper import paper
from samklang.reporting.presentation import ANSWERS, PICTURE, Shown

_OFFICE = "application/vnd.openxmlformats-officedocument"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: its ending, its name on the page, who writes it."""

    slug: str
    name: str
    content_type: str
    write: Callable[[Extract], bytes]


KINDS = (
    Kind(
        "docx", "Word", f"{_OFFICE}.wordprocessingml.document", lambda it: docx.written(paper(it))
    ),
    Kind("pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", slides.of_report),
    Kind("pdf", "PDF", "application/pdf", lambda it: as_pdf(paper(it))),
    Kind("xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet", sheets.written),
    Kind("json", "JSON", "application/json", lambda it: it.written.encode()),
)


def of_draft(figures: Inventory, acting: Acting) -> Extract:
    return Extract(
        figures=figures,
        written=frozen(figures),
        taken_by=str(acting.user),
        taken_on=acting.today,
    )


def of_report(report: Report, acting: Acting) -> Extract:
    """Take a frozen report out: everything comes from what was frozen."""
    return Extract(
        figures=thawed(report.figures),
        written=report.figures,
        taken_by=str(acting.user),
        taken_on=acting.today,
        approval=Approval(by=str(report.approved_by), on=timezone.localdate(report.approved_at)),
    )


def download(extract: Extract, slug: str) -> HttpResponse:
    """Answer with the file, or 404 for a kind (or an area) that there is not."""
    kind = next((one for one in (*KINDS, *_pictures(extract)) if one.slug == slug), None)
    if kind is None:
        raise Http404
    return _file(kind.write(extract), kind.content_type, file_name(extract, kind))


def download_compilation(it: compilations.Taken, slug: str) -> HttpResponse:
    """Answer with a consultation's compilation, as the kinds that officers work on with."""
    write = {"docx": compilations.as_docx, "xlsx": compilations.as_xlsx}.get(slug)
    if write is None:
        raise Http404
    kind = next(one for one in KINDS if one.slug == slug)
    return _file(write(it), kind.content_type, compilations.file_name(it, slug))


def download_board_paper(asked: Case, paper: str, slug: str) -> HttpResponse:
    """Answer with a paper for a party's board: to be written on in Word, or as it is."""
    write = {"docx": docx.written, "pdf": as_pdf}.get(slug)
    if write is None:
        raise Http404
    kind = next(one for one in KINDS if one.slug == slug)
    content = write(board_paper(asked, paper))
    return _file(content, kind.content_type, f"{board_paper_name(asked, paper)}.{slug}")


def download_meeting(it: Proceedings, slug: str, *, on: date) -> HttpResponse:
    """Answer with a meeting’s paper, or with slides to show it from."""
    write: dict[str, Callable[[], bytes]] = {
        "docx": lambda: docx.written(minutes.paper(it, on=on)),
        "pdf": lambda: as_pdf(minutes.paper(it, on=on)),
        "pptx": lambda: slides.of_meeting(it, on=on),
    }
    if slug not in write:
        raise Http404
    kind = next(one for one in KINDS if one.slug == slug)
    return _file(write[slug](), kind.content_type, meeting_words.file_name(it, slug))


def download_decisions(it: decisions.DecisionExtract, slug: str) -> HttpResponse:
    """Answer with an extract of chosen decisions."""
    write = {"docx": docx.written, "pdf": as_pdf}.get(slug)
    if write is None:
        raise Http404
    kind = next(one for one in KINDS if one.slug == slug)
    return _file(write(decisions.paper(it)), kind.content_type, decisions.file_name(it, slug))


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    return HttpResponse(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _pictures(extract: Extract) -> Iterator[Kind]:
    """Each picture of the report is a file of its own: PNG, large enough for a slide."""
    for code, drawing in _drawings(extract.shown):
        yield Kind(f"{PICTURE}{code}", code, "image/png", partial(_png, drawing))


def _drawings(shown: Shown) -> Iterator[tuple[str, Drawing]]:
    yield ANSWERS, units.draw(shown.units)
    for area in shown.areas:
        if not area.is_empty:
            yield area.code, timeline.draw(area.timeline)


def _png(drawing: Drawing, _extract: Extract) -> bytes:
    return png(drawing)


def file_name(extract: Extract, kind: Kind) -> str:
    """Make a name that every system can keep: only the letters a to z, digits and hyphens."""
    parts = [_("inventory"), place(extract.figures), extract.figures.on.isoformat()]
    if extract.approval is None:
        parts.append(_("draft"))
    ending = kind.slug
    if kind.slug.startswith(PICTURE):
        parts.append(kind.name.replace("_", " "))
        ending = "png"
    return f"{slugify(' '.join(parts))}.{ending}"
