"""What is read: the county’s meetings, one of them, and a matter over time."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from samklang.common import unchanged
from samklang.common.answers import around
from samklang.meetings import policies, queries
from samklang.meetings.lifecycle import OPEN, State
from samklang.meetings.rendering import content, without_forms
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
@cache_control(private=True, no_cache=True)
def detail(request: ActingRequest, pk: int) -> HttpResponse:
    """Answer that the page is the same, send what is kept of it, or make it anew."""
    acting = request.acting
    state = queries.page_state(acting, pk)
    who = (acting.marks, acting.user.pk, str(acting.user))
    etag = unchanged.etag(request, state, *who)
    same = get_conditional_response(request, etag=etag) if etag else None
    if same is not None:
        return same
    title, made = unchanged.kept(lambda: without_forms(acting, pk), "meeting", pk, state, *who)
    if not made:
        title, made = content(acting, queries.find_meeting(acting, pk), request)
    answer = around(request, "meetings/detail.html", made, {"title": title})
    if etag:
        answer["ETag"] = etag
    return answer


@require_GET
def matter(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_matter(request.acting, pk)
    context = {"matter": found, "occasions": queries.occasions(request.acting, found)}
    return render(request, "meetings/matter.html", context)
