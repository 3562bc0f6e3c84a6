"""The minutes are begun and written, item by item, with what the page saves by itself."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.meetings import actions, notes, policies, queries
from samklang.meetings.forms import NoteForm
from samklang.meetings.note_page import NotePage
from samklang.meetings.wording import marked
from samklang.organizations.api import ActingRequest


@require_http_methods(["GET", "POST"])
@once
def begin_minutes(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask whether the minutes are to be begun; once they are, lead to the item that waits."""
    meeting = queries.find_meeting(request.acting, pk)
    minutes = queries.minutes_of(request.acting, meeting)
    if minutes is not None:
        require(policies.can_note(request.acting, minutes))
        return _first(request, pk)
    require(policies.can_begin_minutes(request.acting, meeting))
    if request.method == "GET":
        return render(request, "meetings/begin_minutes.html", {"meeting": meeting})
    actions.begin_minutes(meeting, by=request.acting)
    messages.success(request, _("The minutes are begun. Only your organization reads them."))
    return _first(request, pk)


def _first(request: ActingRequest, pk: int) -> HttpResponse:
    """Lead to the first item that is not decided, or to the first one."""
    minutes = queries.find_minutes(request.acting, pk)
    items = queries.noted_items(request.acting, minutes)
    waiting = [item for item, _why in notes.hinders(items)]
    if not items:
        messages.info(request, _("Put an item on the agenda first: the minutes follow it."))
        return redirect(minutes.meeting)
    return redirect("meetings:note", pk, (waiting or items)[0].pk)


def _page(request: ActingRequest, pk: int, item_pk: int) -> NotePage:
    minutes = queries.find_minutes(request.acting, pk)
    require(policies.can_note(request.acting, minutes))
    items = queries.noted_items(request.acting, minutes)
    if item_pk not in {one.pk for one in items}:
        raise Http404
    return NotePage(minutes, items, item_pk, request.user)


@require_http_methods(["GET", "POST"])
@once
def note(request: ActingRequest, pk: int, item_pk: int) -> HttpResponse:
    page = _page(request, pk, item_pk)
    if request.method == "GET":
        return _written(request, page, NoteForm.of(page.item))
    form = NoteForm(request.POST, item=page.item)
    if not form.is_valid():
        return _written(request, page, form)
    try:
        actions.write_item(page.item, form.words(), by=request.acting, seen=form.began_from)
    except actions.Conflict:
        return _clash(request, _page(request, pk, item_pk), form)
    if form.rows.ask_for_more or page.onward is None:
        return redirect("meetings:note", pk, item_pk)
    return redirect("meetings:note", pk, page.onward.pk)


def _written(request: ActingRequest, page: NotePage, form: NoteForm) -> HttpResponse:
    context = {
        "page": page,
        "meeting": page.meeting,
        "item": page.item,
        "form": form,
        "phrases": notes.PHRASES.items(),
        "earlier": queries.earlier_notes(page.item),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "meetings/note.html", context, status=status)


def _clash(request: ActingRequest, page: NotePage, form: NoteForm) -> HttpResponse:
    """Show what was saved meanwhile beside what the user wrote; nothing is lost or chosen."""
    mine, theirs = notes.told(form.words()), notes.told(notes.noted(page.item))
    context = {
        "page": page,
        "meeting": page.meeting,
        "item": page.item,
        "mine": form.words(),
        "mine_pieces": marked(mine, theirs),
        "their_pieces": marked(theirs, mine),
    }
    return render(request, "meetings/note_clash.html", context, status=HTTPStatus.CONFLICT)


@require_POST
@once
def settle(request: ActingRequest, pk: int, item_pk: int) -> HttpResponse:
    """Let stand what was chosen of two wordings; the other one is kept among the earlier."""
    page = _page(request, pk, item_pk)
    form = NoteForm(request.POST, item=page.item)
    if not form.is_valid():
        return _written(request, page, form)
    words = form.words()
    if request.POST.get("choice") == "theirs":
        actions.set_aside(page.item, words, by=request.acting)
        return redirect("meetings:note", pk, item_pk)
    if request.POST.get("choice") != "mine":
        words = notes.both(notes.noted(page.item), words)
    try:
        actions.write_item(page.item, words, by=request.acting, seen=form.began_from)
    except actions.Conflict:
        return _clash(request, _page(request, pk, item_pk), form)
    return redirect("meetings:note", pk, item_pk)


@require_POST
def autosave_note(request: ActingRequest, pk: int, item_pk: int) -> JsonResponse:
    """Save what the page holds, and say in words how it went."""
    page = _page(request, pk, item_pk)
    form = NoteForm(request.POST, item=page.item)
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        return JsonResponse({"said": said}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        kept = actions.write_item(page.item, form.words(), by=request.acting, seen=form.began_from)
    except actions.Conflict:
        said = _("%(name)s has saved in the same item. Press Save to see both texts.") % {
            "name": _page(request, pk, item_pk).item.written_by
        }
        return JsonResponse({"said": said}, status=HTTPStatus.CONFLICT)
    at = timezone.localtime(kept.item.written_at or timezone.now())
    return JsonResponse(
        {
            "said": _("Saved %(time)s") % {"time": f"{at:%H.%M}"},
            "seen": kept.item.written_count,
            "rows": kept.rows,
            "present": list(page.present),
        }
    )
