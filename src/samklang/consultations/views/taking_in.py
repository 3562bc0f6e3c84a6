"""A Word document taken in: uploaded, shown beside the text, and what is chosen of it saved."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.consultations import actions, policies
from samklang.consultations.forms import ChosenForm, WordFileForm
from samklang.consultations.page import TalkView
from samklang.consultations.receiving import Seal, received
from samklang.consultations.returned_page import ReturnedView
from samklang.consultations.views.finding import readable
from samklang.organizations.api import ActingRequest


@require_http_methods(["GET", "POST"])
def word(request: ActingRequest, edition_pk: int) -> HttpResponse:
    """Receive a document and show what is marked in it; nothing of it is saved."""
    view = TalkView(readable(request, edition_pk), request.acting)
    require(policies.can_speak(view.talk))
    if request.method == "GET":
        return _asked(request, view, WordFileForm())
    form = WordFileForm(request.POST, request.FILES)
    found = received(form, _seal(request, edition_pk)) if form.is_valid() else None
    if found is None:
        return _asked(request, view, form)
    back = ReturnedView(view, found)
    if not back.returned.is_of_this_text:
        form.add_error("document", _not_this_text())
        return _asked(request, view, form)
    return _shown(request, back, _choosing(back), HTTPStatus.OK)


@require_POST
@once
def take_in(request: ActingRequest, edition_pk: int) -> HttpResponse:
    """Save what was chosen, in the name that was chosen."""
    view = TalkView(readable(request, edition_pk), request.acting)
    require(policies.can_speak(view.talk))
    found = _seal(request, edition_pk).broken(request.POST.get("kept", ""))
    if found is None:
        return _asked(request, view, _worn_out())
    back = ReturnedView(view, found)
    form = _choosing(back, request.POST)
    if not form.is_valid():
        return _shown(request, back, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if form.cleaned_data["seen"] != back.seen:
        return _shown(request, back, form, HTTPStatus.CONFLICT)
    chosen = [*back.taken(form.cleaned_data["marks"]), *back.placed(form.places)]
    actions.take_in(chosen, voice=form.chosen, by=request.acting)
    messages.success(request, _said(len(chosen)))
    return redirect("consultations:opinions", edition_pk)


def _seal(request: ActingRequest, edition_pk: int) -> Seal:
    return Seal(request.acting.user.pk, edition_pk)


def _asked(request: ActingRequest, view: TalkView, form: WordFileForm) -> HttpResponse:
    context = {"view": view, "agreement": view.talk.edition.agreement, "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "consultations/word.html", context, status=status)


def _choosing(back: ReturnedView, sent: Mapping[str, str] | None = None) -> ChosenForm:
    return ChosenForm(
        sent,
        initial={"marks": back.returned.certain},
        voices=back.view.talk.voices,
        offered=back.returned.read,
        lost=back.returned.lost,
        sections=back.sections,
    )


def _shown(
    request: ActingRequest, back: ReturnedView, form: ChosenForm, status: HTTPStatus
) -> HttpResponse:
    context = {
        "view": back.view,
        "back": back,
        "agreement": back.view.talk.edition.agreement,
        "form": form,
        "unplaced": [
            (one, form[one.mark] if one.may_be_taken else None) for one in back.returned.unplaced
        ],
        "ticked": form["marks"].value() or [],
        "changed": status == HTTPStatus.CONFLICT,
    }
    return render(request, "consultations/returned.html", context, status=status)


def _worn_out() -> WordFileForm:
    form = WordFileForm({}, {})
    form.errors.clear()
    told = _("The page was too old, so nothing was saved. Upload the document again.")
    form.add_error("document", told)
    return form


def _not_this_text() -> str:
    return _(
        "None of this text’s sections is in the document, neither by Samklang’s marks nor by their "
        "headings. Choose a document that was taken out from this text."
    )


def _said(count: int) -> str:
    told = ngettext("%(count)d thing is taken in.", "%(count)d things are taken in.", count)
    return told % {"count": count}
