"""Giving a body an assignment, a mandate or a place, and ending them."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations import actions, policies, queries
from samklang.organizations.forms import (
    AssignmentForm,
    EndCharterForm,
    EndPostForm,
    MandateForm,
    PostForm,
    shown,
)
from samklang.organizations.http import ActingRequest
from samklang.organizations.models import Body, CharterKind
from samklang.organizations.views.changing_bodies import Asked, answered, around, sent


def _body(request: ActingRequest, pk: int) -> Body:
    body = queries.find_body(request.acting, pk)
    require(policies.can_change_body(request.acting, body))
    return body


@require_http_methods(["GET", "POST"])
@once
def give_assignment(request: ActingRequest, pk: int) -> HttpResponse:
    body = _body(request, pk)
    form = AssignmentForm(sent(request), around=around(request, body.partnership))
    lead = _("Record what the body is to do, as it is written.")
    asked = Asked(
        _("Record an assignment"), lead, _("Record"), _("The assignment is recorded."), body
    )
    return answered(
        request,
        form,
        asked,
        lambda: actions.give_charter(
            body, CharterKind.ASSIGNMENT, form.chartered(), by=request.acting
        ),
    )


@require_http_methods(["GET", "POST"])
@once
def give_mandate(request: ActingRequest, pk: int) -> HttpResponse:
    body = _body(request, pk)
    form = MandateForm(sent(request), around=around(request, body.partnership))
    lead = _("Record what the body may decide, and who has given it the right to.")
    asked = Asked(_("Record a mandate"), lead, _("Record"), _("The mandate is recorded."), body)
    return answered(
        request,
        form,
        asked,
        lambda: actions.give_charter(
            body, CharterKind.MANDATE, form.chartered(), by=request.acting
        ),
    )


@require_http_methods(["GET", "POST"])
@once
def end_charter(request: ActingRequest, pk: int) -> HttpResponse:
    charter = queries.find_charter(request.acting, pk)
    require(policies.can_change_body(request.acting, charter.body))
    form = EndCharterForm(sent(request), begun=charter.from_date)
    heading = _("End “%(title)s”") % {"title": charter.title}
    lead = _("It is still shown on the days on which it held.")
    asked = Asked(heading, lead, _("Save"), _("Its last day is recorded."), charter.body)
    return answered(
        request,
        form,
        asked,
        lambda: actions.end_charter(charter, **form.cleaned_data, by=request.acting),
    )


@require_http_methods(["GET", "POST"])
@once
def add_post(request: ActingRequest, pk: int) -> HttpResponse:
    body = _body(request, pk)
    form = PostForm(sent(request), around=around(request, body.partnership))
    lead = _("A place without a name is vacant, and is shown to be.")
    asked = Asked(_("Add a place"), lead, _("Add the place"), _("The place is there."), body)
    return answered(
        request, form, asked, lambda: actions.add_post(body, form.placed(), by=request.acting)
    )


@require_http_methods(["GET", "POST"])
@once
def fill_post(request: ActingRequest, pk: int) -> HttpResponse:
    """Let somebody take a place that is vacant; it was vacant until the day before."""
    post = queries.find_post(request.acting, pk)
    require(policies.can_fill(request.acting, post))
    there = around(request, post.body.partnership)
    begun = {**shown(post), "from_date": request.acting.today}
    form = PostForm(sent(request), around=there, initial=begun)
    lead = _("Until the day before, the place stands as vacant.")
    asked = Asked(_("Fill the place"), lead, _("Save"), _("The place is filled."), post.body)
    return answered(
        request,
        form,
        asked,
        lambda: actions.add_post(post.body, form.placed(), by=request.acting, fills=post),
    )


@require_http_methods(["GET", "POST"])
@once
def change_post(request: ActingRequest, pk: int) -> HttpResponse:
    post = queries.find_post(request.acting, pk)
    require(policies.can_change_body(request.acting, post.body))
    there = around(request, post.body.partnership)
    form = PostForm(sent(request), around=there, initial=shown(post))
    lead = _("Put right what is written wrong. Somebody new gets a place of their own.")
    asked = Asked(_("Correct the place"), lead, _("Save"), _("The place is corrected."), post.body)
    return answered(
        request, form, asked, lambda: actions.change_post(post, form.placed(), by=request.acting)
    )


@require_http_methods(["GET", "POST"])
@once
def end_post(request: ActingRequest, pk: int) -> HttpResponse:
    post = queries.find_post(request.acting, pk)
    require(policies.can_change_body(request.acting, post.body))
    form = EndPostForm(sent(request), begun=post.from_date)
    heading = _("End the place of %(name)s") % {"name": post.person or _("nobody")}
    lead = _("Whoever leaves is kept among the former members.")
    asked = Asked(heading, lead, _("Save"), _("Its last day is recorded."), post.body)
    return answered(
        request, form, asked, lambda: actions.end_post(post, **form.cleaned_data, by=request.acting)
    )
