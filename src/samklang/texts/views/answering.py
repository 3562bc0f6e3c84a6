"""Local answers: the list of what there is to answer, and one answer at a time."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.common.once import once
from samklang.common.policy import require
from samklang.library.api import Guidance, guidance
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, policies, queries
from samklang.texts.forms import AnswerForm
from samklang.texts.models import Answer
from samklang.texts.page import TextView
from samklang.texts.queries import Chain, Example
from samklang.texts.task_list import Task, Tasks


@require_GET
def tasks(request: ActingRequest, edition_pk: int) -> HttpResponse:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    chain = queries.chain_above(request.acting, text.edition)
    context = {
        "view": TextView(text, request.acting),
        "agreement": text.edition.agreement,
        "tasks": Tasks(chain, queries.answers(text.opened)) if chain else None,
        "may_write": policies.can_write(request.acting, text.opened),
    }
    return render(request, "texts/tasks.html", context)


@dataclass(frozen=True)
class _Desk:
    """The page of one answer: what is asked, what stands, and the support beside it."""

    view: TextView
    tasks: Tasks
    task: Task
    advised: Guidance
    sides: dict[str, str]
    examples: list[Example]

    @property
    def near(self) -> tuple[Task, ...]:
        return self.tasks.near(self.task.undertaking.key)

    @property
    def seen(self) -> str:
        return self.task.answer.seen if self.task.answer else ""

    def form(self, *args: Any, **options: Any) -> AnswerForm:
        return AnswerForm(*args, advised=self.advised, sides=self.sides, **options)

    def chosen(self, code: str) -> Example | None:
        return next((one for one in self.examples if one.place.code == code), None)


def _desk(request: ActingRequest, edition_pk: int, key: str) -> _Desk:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    require(policies.can_write(request.acting, text.opened))
    chain: Chain | None = queries.chain_above(request.acting, text.edition)
    if chain is None:
        raise Http404
    found = Tasks(chain, queries.answers(text.opened))
    task = found.find(key)
    if task is None:
        raise Http404
    return _Desk(
        TextView(text, request.acting),
        found,
        task,
        guidance(text.edition.agreement.partnership.country),
        queries.sides(text.edition.agreement),
        queries.examples(chain, key, apart_from=edition_pk),
    )


@require_http_methods(["GET", "POST"])
@once
def answer(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    desk = _desk(request, edition_pk, key)
    if request.method == "GET":
        return _begun(request, desk)
    form = desk.form(request.POST)
    if not form.is_valid():
        return _shown(request, desk, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    written = form.into(desk.task.answer or Answer(edition=desk.view.text.edition, key=key))
    written.upper_wording = desk.task.undertaking.commitment.wording
    try:
        actions.write(written, by=request.acting, seen=form.cleaned_data["seen"])
    except actions.Conflict:
        return _clash(request, edition_pk, key, form)
    _remark(request, desk, written)
    onward = desk.tasks.after(key)
    if onward is None:
        return redirect("texts:tasks", edition_pk)
    return redirect("texts:answer", edition_pk, onward.undertaking.key)


def _begun(request: ActingRequest, desk: _Desk) -> HttpResponse:
    """Show what stands, or on demand how a neighbour has answered, which is not saved yet."""
    example = desk.chosen(request.GET.get("fran", ""))
    held = example.answer if example else desk.task.answer
    begun = AnswerForm.shown(held, seen=desk.seen)
    if example:
        begun["is_done"] = "no"
    form = desk.form(initial=begun)
    return _shown(request, desk, form, example=example)


def _remark(request: ActingRequest, desk: _Desk, written: Answer) -> None:
    """Say that it is saved, and in a friendly way what says nothing yet."""
    number = desk.task.undertaking.number
    messages.success(request, _("The answer to %(number)s is saved.") % {"number": number})
    for one in _empty(desk, written):
        messages.info(
            request,
            _("Answer %(number)s says “%(words)s”. %(advice)s")
            % {"number": number, "words": one.words, "advice": one.advice},
        )


def _empty(desk: _Desk, held: Answer | None) -> list[Any]:
    if held is None:
        return []
    return desk.advised.empty_in(held.how, held.by_municipality, held.by_region, held.when)


def _shown(
    request: ActingRequest,
    desk: _Desk,
    form: AnswerForm,
    *,
    example: Example | None = None,
    status: HTTPStatus = HTTPStatus.OK,
) -> HttpResponse:
    context = {
        "view": desk.view,
        "agreement": desk.view.text.edition.agreement,
        "desk": desk,
        "form": form,
        "example": example,
        "onward": desk.tasks.after(desk.task.undertaking.key),
        "empty": [] if form.is_bound else _empty(desk, desk.task.answer),
    }
    return render(request, "texts/answer.html", context, status=status)


def _clash(request: ActingRequest, edition_pk: int, key: str, form: AnswerForm) -> HttpResponse:
    """Show what was saved meanwhile above what the user wrote; nothing is lost or chosen."""
    desk = _desk(request, edition_pk, key)
    mine = desk.form(initial={**form.cleaned_data, "seen": desk.seen})
    context = {
        "view": desk.view,
        "agreement": desk.view.text.edition.agreement,
        "desk": desk,
        "form": mine,
        "theirs": desk.task.answer,
    }
    return render(request, "texts/answer.html", context, status=HTTPStatus.CONFLICT)
