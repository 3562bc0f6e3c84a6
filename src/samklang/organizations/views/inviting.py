"""Inviting somebody, and coming because one was invited."""

from __future__ import annotations

from functools import partial
from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.answers import see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations import actions, joining, policies, queries
from samklang.organizations.forms import InviteForm
from samklang.organizations.http import ActingRequest
from samklang.organizations.letters import send_invitation
from samklang.organizations.sentences import of_invitation


@require_http_methods(["GET", "POST"])
@once
def invite(request: ActingRequest, pk: int) -> HttpResponse:
    organization = queries.find_own(request.acting, pk)
    require(policies.can_administer(request.acting, organization))
    roles = policies.roles_to_give(request.acting, organization)
    sent = request.POST if request.method == "POST" else None
    form = InviteForm(roles, sent, today=request.acting.today)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
        context = {"organization": organization, "form": form}
        return render(request, "organizations/invite.html", context, status=status)
    made, secret = actions.invite(
        organization, by=request.user, now=timezone.now(), **form.cleaned_data
    )
    address = request.build_absolute_uri(reverse("organizations:invitation", args=[secret]))
    context = {
        "organization": organization,
        "invitation": made,
        "sentence": of_invitation(made),
        # When the page is made, after the transaction: only the asker waits for a mail server.
        "sent": SimpleLazyObject(partial(send_invitation, made, address)),
        "address": address,
    }
    return TemplateResponse(request, "organizations/invited.html", context)


@require_POST
@once
def withdraw(request: ActingRequest, pk: int) -> HttpResponse:
    invitation = queries.find_invitation(request.acting, pk, now=timezone.now())
    require(policies.can_administer(request.acting, invitation.organization))
    actions.withdraw(invitation, by=request.user, now=timezone.now())
    messages.success(request, _("The invitation is withdrawn. Its link no longer works."))
    return see(request, invitation.organization)


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, secret: str) -> HttpResponse:
    """The page that the link leads to; one answer for every link that opens nothing."""
    found = queries.invitation_by_secret(secret, now=timezone.now())
    guest = joining.guest(request, found)
    if found is None or guest is None:
        return render(request, "organizations/no_invitation.html", status=HTTPStatus.NOT_FOUND)
    if request.method == "POST" and guest.may_join():
        person = guest.join(now=timezone.now(), today=timezone.localdate())
        if not request.user.is_authenticated:
            login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
        messages.success(request, _("Welcome! %(right)s") % {"right": of_invitation(found)})
        return redirect(settings.LOGIN_REDIRECT_URL)
    context = {"invitation": found, "sentence": of_invitation(found), "guest": guest}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    return render(request, "organizations/invitation.html", context, status=status)
