"""Following a consultation: who has answered, what they answer, and how it ends."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.pictures.svg import standalone
from samklang.common.policy import require
from samklang.consultations import actions, policies, queries
from samklang.consultations.compiling import fingerprint, frozen
from samklang.consultations.forms import CloseForm, ExtendForm, HandInForm, RemarkForm
from samklang.consultations.queries import RoundPage
from samklang.consultations.round_page import CompilationView, RoundView
from samklang.organizations.api import ActingRequest


def shown(
    request: ActingRequest,
    page: RoundPage,
    *,
    extending: ExtendForm | None = None,
    remarking: RemarkForm | None = None,
) -> HttpResponse:
    """Show the consultation, with what is to be corrected if anything is."""
    context = {
        "view": RoundView(page, request.acting),
        "consultation": page.consultation,
        "agreement": page.consultation.edition.agreement,
        "may_run": policies.can_run(request.acting, page.consultation.edition),
        "may_compile": policies.can_read_compilation(request.acting, page),
        "extending": extending or ExtendForm(today=request.acting.today),
        "remarking": remarking or RemarkForm(),
        "form": extending or remarking,
    }
    wrong = extending or remarking
    status = HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    return render(request, "consultations/consultation.html", context, status=status)


@require_GET
def answers(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    """The picture of who has answered as a file of its own."""
    page = queries.find_round(request.acting, edition_pk, pk)
    drawing, _mark = RoundView(page, request.acting).drawings[0]
    shown = {"Content-Disposition": f'attachment; filename="remiss-{pk}.svg"'}
    return HttpResponse(standalone(drawing), content_type="image/svg+xml", headers=shown)


@require_http_methods(["GET", "POST"])
@once
def hand_in(request: ActingRequest, edition_pk: int, pk: int, participant_pk: int) -> HttpResponse:
    """What one of those asked answers as a whole."""
    page = queries.find_round(request.acting, edition_pk, pk)
    participant = page.participant(participant_pk)
    require(policies.can_hand_in(request.acting, page.consultation, participant))
    sent = request.POST if request.method == "POST" else None
    form = HandInForm(sent, has_said=queries.has_said(participant))
    if not form.is_bound or not form.is_valid():
        context = {
            "consultation": page.consultation,
            "agreement": page.consultation.edition.agreement,
            "participant": participant,
            "form": form,
        }
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "consultations/hand_in.html", context, status=status)
    actions.hand_in(participant, form.cleaned_data["answered"], by=request.acting)
    messages.success(request, _("The answer is handed in. It can be changed until it is closed."))
    return redirect(page.consultation)


@require_http_methods(["GET", "POST"])
@once
def close(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    """Say what closing does and what is left without an answer; then close."""
    page = queries.find_round(request.acting, edition_pk, pk)
    require(policies.can_run(request.acting, page.consultation.edition))
    if request.method == "GET":
        return _closing(request, page, HTTPStatus.OK)
    form = CloseForm(request.POST)
    if not form.is_valid():
        return _closing(request, page, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        actions.close(page.consultation, by=request.acting, seen=form.cleaned_data["seen"])
    except actions.Conflict:
        return _closing(request, page, HTTPStatus.CONFLICT)
    messages.success(request, _("The consultation is closed, and what was said is frozen."))
    return redirect("consultations:compilation", edition_pk, pk)


def _closing(request: ActingRequest, page: RoundPage, status: HTTPStatus) -> HttpResponse:
    compilation = queries.compilation_of(page.consultation)
    context = {
        "view": RoundView(page, request.acting),
        "consultation": page.consultation,
        "agreement": page.consultation.edition.agreement,
        "compilation": compilation,
        "seen": fingerprint(frozen(compilation)),
        "changed": status != HTTPStatus.OK,
    }
    return render(request, "consultations/close.html", context, status=status)


@require_POST
@once
def remark(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    page = queries.find_round(request.acting, edition_pk, pk)
    require(policies.can_run(request.acting, page.consultation.edition))
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return shown(request, page, remarking=form)
    actions.remark(page.consultation, form.cleaned_data["text"], by=request.acting)
    messages.success(request, _("The remark is written down."))
    return redirect(page.consultation)


@require_GET
def compilation(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    page = queries.find_round(request.acting, edition_pk, pk)
    require(policies.can_read_compilation(request.acting, page))
    held = page.consultation
    is_whole = held.is_open or held.is_intact
    context = {
        "consultation": held,
        "agreement": held.edition.agreement,
        "view": CompilationView(queries.compilation_of(held)) if is_whole else None,
    }
    status = HTTPStatus.OK if is_whole else HTTPStatus.CONFLICT
    return render(request, "consultations/compilation.html", context, status=status)
