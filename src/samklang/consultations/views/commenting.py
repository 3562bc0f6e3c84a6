"""Comments: all of a text's, those of one section, and what is done with one."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.consultations import actions, policies, queries
from samklang.consultations.forms import CommentForm, ReplyForm
from samklang.consultations.models import Comment
from samklang.consultations.page import TalkView, thread_of
from samklang.consultations.queries import Talk
from samklang.consultations.views.finding import asked_view, readable
from samklang.organizations.api import ActingRequest


@require_GET
def opinions(request: ActingRequest, edition_pk: int) -> HttpResponse:
    return all_opinions(request, edition_pk, HTTPStatus.OK)


def all_opinions(request: ActingRequest, edition_pk: int, status: HTTPStatus) -> HttpResponse:
    view = asked_view(request, edition_pk)
    context = {
        "view": view,
        "agreement": view.talk.edition.agreement,
        "may_speak": policies.can_speak(view.talk),
        "may_decide": policies.can_decide(request.acting, view.talk),
        "may_run": policies.can_run(request.acting, view.talk.edition),
    }
    return render(request, "consultations/opinions.html", context, status=status)


@require_http_methods(["GET", "POST"])
@once
def section(request: ActingRequest, edition_pk: int, key: str) -> HttpResponse:
    """One section with what is said of it, and room to say more."""
    view = TalkView(readable(request, edition_pk), request.acting)
    about, may_speak = view.section(key), policies.can_speak(view.talk)
    if request.method == "GET":
        form = CommentForm(voices=view.talk.voices) if may_speak else None
        return _section(request, view, key, form)
    require(may_speak)
    form = CommentForm(request.POST, voices=view.talk.voices)
    if not form.is_valid():
        return _section(request, view, key, form)
    made = actions.comment(
        about.section, form.cleaned_data["text"], voice=form.chosen, by=request.acting
    )
    messages.success(request, _("Your comment is saved."))
    return redirect(f"{request.path}#k-{made.pk}")


def _section(
    request: ActingRequest, view: TalkView, key: str, form: CommentForm | None
) -> HttpResponse:
    context = {
        "view": view,
        "agreement": view.talk.edition.agreement,
        "about": view.section(key),
        "form": form,
        "may_speak": policies.can_speak(view.talk),
        "may_decide": policies.can_decide(request.acting, view.talk),
    }
    is_wrong = form is not None and form.is_bound
    status = HTTPStatus.UNPROCESSABLE_ENTITY if is_wrong else HTTPStatus.OK
    return render(request, "consultations/section.html", context, status=status)


@require_http_methods(["GET", "POST"])
@once
def reply(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    """One comment with its whole thread, and room for a reply."""
    talk = readable(request, edition_pk)
    comment = queries.find_comment(request.acting, talk.edition, pk)
    if request.method == "GET":
        return _comment(request, talk, comment, None)
    require(policies.can_reply(talk, comment))
    form = ReplyForm(request.POST, voices=talk.own_voices)
    if not form.is_valid():
        return _comment(request, talk, comment, form)
    text = form.cleaned_data["text"]
    actions.reply(comment, text, organization=form.organization, by=request.acting)
    messages.success(request, _("Your reply is saved."))
    return redirect("consultations:reply", edition_pk, pk)


def _comment(
    request: ActingRequest, talk: Talk, comment: Comment, form: ReplyForm | None
) -> HttpResponse:
    may_reply = policies.can_reply(talk, comment)
    context = {
        "view": TalkView(talk, request.acting),
        "agreement": talk.edition.agreement,
        "thread": thread_of(talk, comment),
        "form": form or (ReplyForm(voices=talk.own_voices) if may_reply else None),
        "may_reply": may_reply,
        "may_settle": policies.can_settle(request.acting, talk, comment),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form else HTTPStatus.OK
    return render(request, "consultations/comment.html", context, status=status)


@require_POST
@once
def settle(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    return _settled(request, edition_pk, pk, settled=True)


@require_POST
@once
def reopen(request: ActingRequest, edition_pk: int, pk: int) -> HttpResponse:
    return _settled(request, edition_pk, pk, settled=False)


def _settled(request: ActingRequest, edition_pk: int, pk: int, *, settled: bool) -> HttpResponse:
    talk = readable(request, edition_pk)
    comment = queries.find_comment(request.acting, talk.edition, pk)
    require(policies.can_settle(request.acting, talk, comment))
    actions.settle(comment, by=request.acting, settled=settled)
    said = _("The comment is settled.") if settled else _("The comment is open again.")
    messages.success(request, said)
    return redirect("consultations:reply", edition_pk, pk)
