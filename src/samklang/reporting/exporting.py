"""Which files a report can be taken out as, and what they are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samklang.common.words import place
from samklang.organizations.api import Acting
from samklang.reporting import sheets
from samklang.reporting.docx import writer as docx
from samklang.reporting.extract import Approval, Extract
from samklang.reporting.figures import Inventory
from samklang.reporting.freezing import fingerprint, frozen, thawed
from samklang.reporting.models import Report
from samklang.reporting.paper import paper
from samklang.reporting.pdf import writer as pdf
from samklang.reporting.slides import writer as slides

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
    Kind("pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", slides.written),
    Kind("pdf", "PDF", "application/pdf", lambda it: pdf.written(paper(it))),
    Kind("xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet", sheets.written),
    Kind("json", "JSON", "application/json", lambda it: frozen(it.figures).encode()),
)


def of_draft(figures: Inventory, acting: Acting) -> Extract:
    return Extract(
        figures=figures,
        sha256=fingerprint(frozen(figures)),
        taken_by=str(acting.user),
        taken_on=acting.today,
    )


def of_report(report: Report, acting: Acting) -> Extract:
    """Take a frozen report out: everything comes from what was frozen."""
    return Extract(
        figures=thawed(report.figures),
        sha256=report.sha256,
        taken_by=str(acting.user),
        taken_on=acting.today,
        approval=Approval(by=str(report.approved_by), on=timezone.localdate(report.approved_at)),
    )


def download(extract: Extract, slug: str) -> HttpResponse:
    kind = next((one for one in KINDS if one.slug == slug), None)
    if kind is None:
        raise Http404
    return HttpResponse(
        kind.write(extract),
        content_type=kind.content_type,
        headers={"Content-Disposition": f'attachment; filename="{file_name(extract, slug)}"'},
    )


def file_name(extract: Extract, slug: str) -> str:
    """Make a name that every system can keep: only the letters a to z, digits and hyphens."""
    parts = [_("inventory"), place(extract.figures), extract.figures.on.isoformat()]
    if extract.approval is None:
        parts.append(_("draft"))
    return f"{slugify(' '.join(parts))}.{slug}"
