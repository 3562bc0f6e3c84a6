"""Writing a section: the page, what the editor saves by itself, and the order of sections."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.documents.api import shown
from samklang.library.api import ClauseVersion, clause_versions
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, policies, queries
from samklang.texts.clause_shelf import Shelf
from samklang.texts.forms import NewSectionForm, SectionForm
from samklang.texts.page import TextView
from samklang.texts.queries import TextPage


def writable(request: ActingRequest, edition_pk: int) -> TextPage:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    require(policies.can_write(request.acting, text.opened))
    return text


@require_http_methods(["GET", "POST"])
@once
def write(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    view = TextView(writable(request, edition_pk), request.acting)
    shown = view.shown(key)
    if request.method == "GET":
        clause = clause_asked_for(view.text, request.GET.get("formulering", ""))
        form = SectionForm.of(shown.section, clause=clause)
        return editor(request, view, key, form, fetched=clause)
    form = SectionForm(request.POST, within=view.home_id)
    if not form.is_valid():
        return editor(request, view, key, form)
    try:
        actions.write(form.into(shown.section), by=request.acting, seen=form.cleaned_data["seen"])
    except actions.Conflict:
        return _clash(request, edition_pk, key, form)
    messages.success(request, _("The section is saved."))
    onward = view.following.get(key)
    if onward is None:
        return redirect("texts:read", edition_pk)
    return redirect("texts:write", edition_pk, onward.section.key)


def clause_asked_for(text: TextPage, said: str) -> ClauseVersion | None:
    """Return the shared wording that is asked for, if the county has it and offers it."""
    there = clause_versions(text.edition.agreement.partnership_id)
    there = there.filter(clause__withdrawn_at__isnull=True)
    return there.filter(pk=said).first() if said.isdecimal() else None


def editor(
    request: ActingRequest,
    view: TextView,
    key: str,
    form: SectionForm,
    *,
    fetched: ClauseVersion | None = None,
) -> HttpResponse:
    """Show the section in its form; `fetched` is the shared wording that was just put in it."""
    context = {
        "view": view,
        "agreement": view.text.edition.agreement,
        "shown": view.shown(key),
        "onward": view.following.get(key),
        "form": form,
        "fetched": fetched,
        "shelf": Shelf(view, form),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "texts/write.html", context, status=status)


def _clash(request: ActingRequest, edition_pk: int, key: str, form: SectionForm) -> HttpResponse:
    """Show what was saved meanwhile beside what the user wrote; nothing is lost or chosen."""
    view = TextView(queries.text_page(request.acting, edition_pk), request.acting)
    context = {
        "view": view,
        "agreement": view.text.edition.agreement,
        "theirs": view.shown(key),
        "mine": form.cleaned_data,
        "mine_body": shown(form.cleaned_data["body"]),
        "both": view.shown(key).section.body + form.cleaned_data["body"],
    }
    return render(request, "texts/clash.html", context, status=HTTPStatus.CONFLICT)


@require_POST
def autosave(request: ActingRequest, edition_pk: int, key: str) -> JsonResponse:
    """Save what the editor holds, and say in words how it went."""
    view = TextView(writable(request, edition_pk), request.acting)
    form = SectionForm(request.POST, within=view.home_id)
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return JsonResponse({"said": said}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    section = form.into(view.shown(key).section)
    try:
        saved = actions.write(section, by=request.acting, seen=form.cleaned_data["seen"])
    except actions.Conflict:
        said = _("Somebody else has saved the section. Press Save to see both texts.")
        return JsonResponse({"said": said}, status=HTTPStatus.CONFLICT)
    at = timezone.localtime(saved.rewritten_at)
    said = _("Saved %(time)s") % {"time": f"{at:%H.%M}"}
    return JsonResponse({"said": said, "seen": saved.seen, "present": list(view.present)})


@require_http_methods(["GET", "POST"])
@once
def add(request: ActingRequest, edition_pk: int) -> HttpResponse:
    text = writable(request, edition_pk)
    form = NewSectionForm(request.POST if request.method == "POST" else None, initial={"level": 1})
    after = request.GET.get("efter", "")
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "agreement": text.edition.agreement, "edition": text.edition}
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        return render(request, "texts/add.html", context, status=status)
    section = form.section()
    section.edition = text.edition
    before = next((one for one in text.sections if one.key == after), None)
    made = actions.add_section(
        section, after=before or (text.sections[-1] if text.sections else None), by=request.acting
    )
    return redirect("texts:write", edition_pk, made.key)


@require_POST
@once
def move(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    section = writable(request, edition_pk).section(key)
    actions.move_section(section, up=request.POST.get("to") == "up", by=request.acting)
    return redirect("texts:read", edition_pk)


@require_POST
@once
def remove(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    section = writable(request, edition_pk).section(key)
    actions.remove_section(section, by=request.acting, seen=section.seen)
    messages.success(request, _("The section is taken out. It stays in the history."))
    return redirect("texts:read", edition_pk)
