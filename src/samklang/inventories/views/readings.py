"""One file: what was read in it, and what a person decides about it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samklang.agreements.api import can_register, keeper_of
from samklang.agreements.api import take_back as take_back_registration
from samklang.common.answers import correct, see
from samklang.common.once import once
from samklang.common.policy import Verdict, require
from samklang.inventories import actions, jobs, policies, queries
from samklang.inventories.confirmed import Confirmed
from samklang.inventories.faults import fault_sentence
from samklang.inventories.forms import RejectForm
from samklang.inventories.kinds import rejection_label
from samklang.inventories.lifecycle import DECIDED, State
from samklang.inventories.meeting_page import MeetingConfirmPage
from samklang.inventories.models import Reading
from samklang.inventories.pages import ConfirmPage
from samklang.inventories.views.answering import late, meeting_page, proposes_meeting
from samklang.organizations.api import ActingRequest


@require_GET
def reading(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_reading(request.acting, pk)
    if found.state == State.READ and proposes_meeting(request, found):
        return meeting_page(request, MeetingConfirmPage(found, today=request.acting.today))
    if found.state == State.READ:
        page = ConfirmPage(found, today=request.acting.today)
        return render(request, "inventories/confirm.html", _confirm_context(request, page))
    return render(request, "inventories/reading.html", _state_context(request, found))


@require_POST
@once
def confirm(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_reading(request.acting, pk)
    if found.state in DECIDED:
        return late(request, found, _page(request, found).form)
    require(policies.can_confirm(request.acting, found))

    page = _page(request, found)
    if not page.form.is_valid() or not _may_register(request, page):
        return correct(request, "inventories/confirm.html", _confirm_context(request, page))

    facts = _confirmed(page).facts()
    try:
        actions.confirm(found, facts, answers=page.form.answers, by=request.acting)
    except actions.DecidedAlready:
        return late(request, queries.find_reading(request.acting, pk), page.form)
    return see(request, found)


def _page(request: ActingRequest, found: Reading) -> ConfirmPage:
    return ConfirmPage(found, today=request.acting.today, sent=request.POST)


@require_POST
@once
def take_back(request: ActingRequest, pk: int) -> HttpResponse:
    """Take back what was confirmed; the file waits again, with what was read in it."""
    found = queries.find_reading(request.acting, pk)
    require(policies.can_take_back(request.acting, found))

    if found.meeting is not None:
        actions.withdraw_meeting(found, by=request.acting)
    elif found.edition is not None:
        take_back_registration(found.edition, by=request.acting)
    messages.success(
        request, _("The registration is taken back. The file waits for you to confirm it again.")
    )
    return see(request, found)


@require_GET
def put_away(request: ActingRequest, pk: int) -> HttpResponse:
    """Ask what the file is, when it is no agreement to register."""
    found = queries.find_reading(request.acting, pk)
    require(policies.can_reject(request.acting, found))
    kind = (found.result or {}).get("kind", {}).get("value")
    form = RejectForm(initial={"rejected_as": kind})
    return render(request, "inventories/put_away.html", {"reading": found, "form": form})


@require_POST
@once
def reject(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_reading(request.acting, pk)
    if found.state in DECIDED:
        return late(request, found, None)
    require(policies.can_reject(request.acting, found))

    form = RejectForm(request.POST)
    if not form.is_valid():
        context = {"reading": found, "form": form}
        return correct(request, "inventories/put_away.html", context)

    try:
        actions.reject(found, **form.cleaned_data, by=request.acting)
    except actions.DecidedAlready:
        return late(request, queries.find_reading(request.acting, pk), None)
    return see(request, found)


@require_POST
@once
def release(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_reading(request.acting, pk)
    require(policies.can_release(request.acting, found))

    actions.release(found, by=request.acting)
    return see(request, found)


@require_POST
@once
def read_again(request: ActingRequest, pk: int) -> HttpResponse:
    found = queries.find_reading(request.acting, pk)
    require(policies.can_read_again(request.acting, found))

    jobs.read_again(found, by=request.acting)
    messages.success(request, _("The file is queued to be read again."))
    return see(request, found.batch)


def _confirm_context(request: ActingRequest, page: ConfirmPage) -> dict[str, object]:
    return {
        "page": page,
        "reading": page.reading,
        "form": page.form,
        "readers": queries.readers_of(page.reading),
        "may_confirm": policies.can_confirm(request.acting, page.reading),
    }


def _confirmed(page: ConfirmPage) -> Confirmed:
    form = page.form
    return Confirmed(
        page.reading, page.questions, form.values, form.cleaned_data, form.known_agreement_id
    )


def _may_register(request: ActingRequest, page: ConfirmPage) -> bool:
    """Whose agreement it is follows from the answers, so the right is asked after them."""
    verdict = _registering(request, page)
    if not verdict:
        page.form.add_error("keeper-value", str(verdict.reason))
    return bool(verdict)


def _registering(request: ActingRequest, page: ConfirmPage) -> Verdict:
    facts = _confirmed(page).facts()
    known = page.form.known if facts.known_agreement_id else None
    keeper_id = (
        known.keeper_id
        if known
        else facts.keeper_id or keeper_of(facts.level, facts.party_ids, by=request.acting)
    )
    home = facts.partnership_id
    return can_register(request.acting, partnership_id=home, keeper_id=keeper_id, known=known)


def _state_context(request: ActingRequest, found: Reading) -> dict[str, object]:
    following, left = queries.next_to_confirm(request.acting, found)
    return {
        "reading": found,
        "fault": fault_sentence(found.fault, found.fault_details) if found.fault else "",
        "rejected_as": rejection_label(found.rejected_as),
        "readers": queries.readers_of(found),
        "following": following,
        "left": left,
        "may_take_back": policies.can_take_back(request.acting, found),
        "may_read_again": policies.can_read_again(request.acting, found),
        "may_release": policies.can_release(request.acting, found),
    }
