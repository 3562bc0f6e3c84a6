"""What is read: the county’s meetings, one of them, and a matter over time."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samklang.meetings import policies, queries
from samklang.meetings.course import course
from samklang.meetings.lifecycle import OPEN, State
from samklang.meetings.page import MeetingPage
from samklang.meetings.sayings import told
from samklang.organizations.api import ActingRequest

_ON_A_PAGE = 30


@require_GET
def register(request: ActingRequest) -> HttpResponse:
    found = queries.meetings(request.acting)
    cancelled, today = Q(state=State.CANCELLED), request.acting.today
    over = Q(state=State.HELD) | (cancelled & Q(date__lt=today))
    held = Paginator(found.filter(over), _ON_A_PAGE)
    ahead = Q(state__in=OPEN) | (cancelled & Q(date__gte=today))
    context = {
        "upcoming": list(found.filter(ahead).reverse()),
        "held": held.get_page(request.GET.get("page")),
        "may_call": policies.can_call(request.acting),
    }
    return render(request, "meetings/register.html", context)


@require_GET
def detail(request: ActingRequest, pk: int) -> HttpResponse:
    meeting = queries.find_meeting(request.acting, pk)
    page = MeetingPage(queries.agenda(request.acting, meeting))
    minutes = page.agenda.minutes
    history = list(queries.meeting_history(request.acting, meeting))
    context = {
        "page": page,
        "meeting": meeting,
        "course": course(request.acting, page.agenda, history),
        "history": list(told(history)),
        "may_write": policies.can_write(request.acting, meeting),
        "may_send_out": policies.can_send_out(request.acting, meeting),
        "may_record": policies.can_record_decisions(request.acting, meeting),
        "may_hold": policies.can_hold(request.acting, meeting),
        "may_say_who": policies.can_say_who_was_there(request.acting, meeting, minutes),
        "may_begin_minutes": policies.can_begin_minutes(request.acting, meeting),
        "may_note": minutes and policies.can_note(request.acting, minutes),
    }
    return render(request, "meetings/detail.html", context)


@require_GET
def matter(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_matter(request.acting, pk)
    context = {"matter": found, "occasions": queries.occasions(request.acting, found)}
    return render(request, "meetings/matter.html", context)
