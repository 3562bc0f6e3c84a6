"""The pages that show: the register, one agreement, its history, its picture and its files."""

from __future__ import annotations

from datetime import date

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from samklang.agreements import policies, queries
from samklang.agreements.forms import DayForm, SearchForm
from samklang.agreements.history import happenings
from samklang.agreements.listing import search_form, shown
from samklang.agreements.models import Edition
from samklang.agreements.page import AgreementPage
from samklang.agreements.rendering import content
from samklang.audit.api import history as audit_history
from samklang.audit.api import revision
from samklang.common import unchanged
from samklang.common.answers import around, page_or_part
from samklang.common.jinja import part
from samklang.common.pictures.svg import standalone
from samklang.common.policy import Verdict
from samklang.common.words import words
from samklang.documents.api import attachment
from samklang.organizations.api import Acting, ActingRequest, organizations
from samklang.sharing.api import record_read, shares_of

ROWS, ENTRIES = 25, 100


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    asked = SearchForm(request.GET)
    terms = asked.terms()
    found = queries.register(request.acting, terms)
    named = words(request.acting.partnership)
    page = Paginator(found.rows, ROWS).get_page(request.GET.get("page"))
    return page_or_part(
        request,
        page="agreements/register.html",
        part="agreements/_register_rows.html",
        context={
            "search": search_form(terms, found, named),
            "found": found,
            "terms": terms,
            "page": page,
            "rows": [shown(row, named) for row in page],
            "words": named,
            "may_register": policies.can_register_any(request.acting),
            "question": _question(request),
        },
    )


def _question(request: ActingRequest) -> str:
    asked = request.GET.copy()
    asked.pop("page", None)
    return asked.urlencode()


@require_GET
@cache_control(private=True, no_cache=True)
def detail(request: ActingRequest, pk: int) -> HttpResponse:
    acting = request.acting
    state = [(one, revision(one)) for one in sorted(acting.partnership_ids)]
    etag = unchanged.etag(request, state, acting.marks, acting.user.pk, str(acting.user))
    same = get_conditional_response(request, etag=etag) if etag else None
    if same is not None:
        return same
    asked = DayForm(request.GET)
    day = asked.cleaned_data["on"] if asked.is_valid() else None
    title, made, opened = unchanged.kept(
        lambda: _content(acting, pk, day or acting.today), "agreement", pk, day, state, acting.marks
    )
    for edition_pk in opened:
        record_read(Edition, edition_pk, by=acting.user)
    answer = around(request, "agreements/detail.html", made, {"title": title})
    if etag:
        answer["ETag"] = etag
    return answer


def _content(acting: Acting, pk: int, on: date) -> tuple[str, bytes, tuple[int, ...]]:
    """Return title and content, and the editions that somebody has opened for the reader."""
    dossier = queries.dossier(acting, pk, on=on)
    title, made = content(acting, dossier)
    return title, made.encode(), dossier.opened


@require_GET
def history(request: ActingRequest, pk: int) -> HttpResponse:
    acting = request.acting
    dossier = queries.dossier(acting, pk, on=acting.today)
    agreement = dossier.agreement
    names = dict(organizations(agreement.partnership_id).values_list("pk", "short_name"))
    shares = shares_of(Edition.KIND, (one.edition.pk for one in dossier.editions))
    own = [one.edition for one in dossier.editions if one.edition.inside & acting.organization_ids]
    entries = audit_history([agreement, *shares, *own])[:ENTRIES]
    page = AgreementPage(dossier, words(agreement.partnership))
    head = {"agreement": agreement, "dossier": dossier, "page": page, "tab": "history"}
    context = {
        "agreement": agreement,
        "head": part("agreements/_history_head.html", head),
        "happenings": happenings(
            entries, agreement, names, dossier.wall, _registered(acting, dossier), acting=acting
        ),
    }
    return render(request, "agreements/history.html", context)


def _registered(acting: Acting, dossier: queries.Dossier) -> dict[int, Verdict]:
    """Whether the user’s own registrations of what stands there may be taken back."""
    own = [one.edition for one in dossier.editions if one.edition.recorded_by_id == acting.user.pk]
    return {edition.pk: policies.can_take_back(acting, edition) for edition in own}


@require_GET
def picture(request: ActingRequest, pk: int) -> HttpResponse:
    """The life line as a file of its own."""
    dossier = queries.dossier(request.acting, pk, on=request.acting.today)
    drawing = AgreementPage(dossier, words(dossier.agreement.partnership)).life.wide_drawing
    if drawing is None:
        raise Http404
    return HttpResponse(
        standalone(drawing),
        content_type="image/svg+xml",
        headers={"Content-Disposition": f'attachment; filename="avtal-{pk}.svg"'},
    )


@require_GET
def download(request: ActingRequest, pk: int, file_pk: int) -> FileResponse:
    held = queries.find_file(request.acting, pk, file_pk)
    if not queries.is_decided(held.edition, on=request.acting.today):
        record_read(Edition, held.edition_id, by=request.user)
    return attachment(held.file)
