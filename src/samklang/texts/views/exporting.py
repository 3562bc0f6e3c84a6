"""A text taken out as a file: PDF, Word, and a comparison as tracked changes in Word."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from samklang.common.chosen_day import chosen_day
from samklang.common.policy import require
from samklang.documents.api import Hand, as_pdf, compare, redlined, written
from samklang.organizations.api import ActingRequest
from samklang.texts import policies, queries
from samklang.texts.page import TextView
from samklang.texts.paper import paper
from samklang.texts.whole import finished, whole

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _view(request: ActingRequest, edition_pk: int, *, on: date | None = None) -> TextView:
    text = queries.text_page(request.acting, edition_pk, on=on)
    require(policies.can_read(text.opened))
    return TextView(text, request.acting)


def _asked(request: ActingRequest) -> date:
    """Return the day whose text is asked for."""
    return chosen_day(request.GET, today=request.acting.today).on


@require_GET
def as_paper(request: ActingRequest, edition_pk: int) -> HttpResponse:
    """The text as an accessible PDF that is fit for the archive."""
    view = _view(request, edition_pk, on=_asked(request))
    return _file(as_pdf(paper(view, request.acting)), view, "application/pdf", "pdf")


@require_GET
def as_word(request: ActingRequest, edition_pk: int) -> HttpResponse:
    view = _view(request, edition_pk, on=_asked(request))
    title = str(view.text.edition.agreement)
    return _file(written(finished(view), title=title, language=_language()), view, WORD, "docx")


@require_GET
def redline(request: ActingRequest, edition_pk: int, other_pk: int) -> HttpResponse:
    """What has changed since another text, as tracked changes that Word can accept or reject."""
    view, other = _view(request, edition_pk), _view(request, other_pk)
    made = redlined(
        compare(whole(other), whole(view)),
        title=str(view.text.edition.agreement),
        hand=Hand(str(request.user), timezone.now()),
        language=_language(),
    )
    return _file(made, view, WORD, "docx", more=f"-mot-{other.text.edition.pk}")


def _language() -> str:
    return (get_language() or "sv").split("-")[0]


def _file(
    content: bytes, view: TextView, content_type: str, suffix: str, *, more: str = ""
) -> HttpResponse:
    edition = view.text.edition
    earlier = f"-{view.text.earlier.on.isoformat()}" if view.text.earlier else ""
    name = f"{slugify(str(edition.agreement))}-{edition.number}{earlier}{more}.{suffix}"
    shown = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type, headers=shown)
