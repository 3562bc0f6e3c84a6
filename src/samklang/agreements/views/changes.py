"""The verbs: each finds, asks leave, parses, acts and answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.agreements import actions, forms, policies, queries
from samklang.agreements.fingerprints import mark_of
from samklang.agreements.models import Agreement
from samklang.agreements.receiving import received
from samklang.agreements.views.answering import FormPage, carried_out, form_page
from samklang.common.answers import see
from samklang.common.once import once
from samklang.common.policy import require
from samklang.organizations.api import ActingRequest, bodies, organizations

EVENT = FormPage(
    _("Record when it holds"),
    _("What is recorded is not changed afterwards. If something was wrong, record what is right."),
    _("Record"),
    _("The entry is recorded."),
)
ADOPTION = FormPage(
    _("Record an adoption"),
    _("The agreement is in force when all parties that must adopt it have done so."),
    _("Record the adoption"),
    _("The adoption is recorded."),
)
DIARY_NUMBER = FormPage(
    _("Record a diary number"),
    _("Each authority keeps the agreement under a number of its own."),
    _("Record the number"),
    _("The diary number is recorded."),
)
PARTY = FormPage(
    _("Add a party"),
    _("A party that must adopt holds back the agreement until it has done so."),
    _("Add the party"),
    _("The party is added."),
)
EDITION = FormPage(
    _("Begin a new edition"),
    _("The edition that holds goes on holding until the new one is adopted."),
    _("Begin the edition"),
    _("The edition is begun."),
)
STAGE = FormPage(
    _("Say how far the text has come"),
    _("The other parties see the stage, never the text."),
    _("Save"),
    _("The stage is saved."),
)
FILE = FormPage(
    _("Add a file"),
    _("The other parties may read it when the edition is adopted."),
    _("Add the file"),
    _("The file is added."),
)


def _version(agreement: Agreement) -> dict[str, object]:
    return {"version": agreement.version}


def _followed(request: ActingRequest) -> dict[str, object]:
    """Return which edition’s and party’s line somebody came from, for the form to begin with."""
    return {name: request.GET[name] for name in ("edition", "party") if name in request.GET}


@require_http_methods(["GET", "POST"])
@once
def add_event(request: ActingRequest, pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    require(policies.can_edit(request.acting, agreement))
    form = forms.EventForm(
        request.POST or None,
        initial=_version(agreement),
        editions=queries.readable(request.acting, agreement),
        bodies=bodies(agreement.partnership_id),
        known=queries.known_validity(request.acting, agreement),
        today=request.acting.today,
    )
    return carried_out(
        request,
        agreement,
        form,
        EVENT,
        lambda: actions.record_event(agreement, form.entry(), by=request.acting, seen=form.seen),
    )


@require_http_methods(["GET", "POST"])
@once
def adopt(request: ActingRequest, pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    parties = [party.organization for party in queries.parties(agreement)]
    ids = {one.pk for one in parties}
    require(policies.can_record_for_party(request.acting, agreement, ids))
    mine = policies.may_record_for(request.acting, agreement, ids)
    editions = queries.editions(request.acting, agreement)
    texts = {"texts": {one.pk: mark_of(one) for one in editions if request.method == "GET"}}
    form = forms.AdoptionForm(
        request.POST or None,
        initial={**_version(agreement), **_followed(request), **texts},
        editions=editions,
        organizations=[one for one in parties if one.pk in mine],
        today=request.acting.today,
    )
    return carried_out(
        request,
        agreement,
        form,
        ADOPTION,
        lambda: actions.record_adoption(
            agreement, form.entry(), by=request.acting, seen=form.seen, text=form.text
        ),
    )


@require_http_methods(["GET", "POST"])
@once
def add_diary_number(request: ActingRequest, pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    parties = [party.organization for party in queries.parties(agreement)]
    ids = {one.pk for one in parties}
    require(policies.can_record_for_party(request.acting, agreement, ids))
    mine = policies.may_record_for(request.acting, agreement, ids)
    form = forms.DiaryNumberForm(
        request.POST or None,
        initial=_version(agreement),
        organizations=[one for one in parties if one.pk in mine],
    )
    act = actions.record_diary_number
    return carried_out(
        request,
        agreement,
        form,
        DIARY_NUMBER,
        lambda: act(agreement, form.entry(), by=request.acting, seen=form.seen),
    )


@require_http_methods(["GET", "POST"])
@once
def add_party(request: ActingRequest, pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    require(policies.can_edit(request.acting, agreement))
    parties = queries.parties(agreement)
    there = {party.organization_id for party in parties}
    form = forms.PartyForm(
        request.POST or None,
        initial=_version(agreement),
        organizations=[
            one for one in organizations(agreement.partnership_id) if one.pk not in there
        ],
        parties_now=parties,
    )
    return carried_out(
        request,
        agreement,
        form,
        PARTY,
        lambda: actions.add_party(agreement, form.entry(), by=request.acting, seen=form.seen),
    )


@require_POST
@once
def remove_party(request: ActingRequest, pk: int, organization_pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    require(policies.can_edit(request.acting, agreement))
    party = queries.find_party(agreement, organization_pk)
    actions.remove_party(agreement, party.organization, by=request.acting)
    messages.success(request, str(_("The party is taken away.")))
    return see(request, agreement)


@require_http_methods(["GET", "POST"])
@once
def add_edition(request: ActingRequest, pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    require(policies.can_edit(request.acting, agreement))
    today = request.acting.today
    initial = {**_version(agreement), "begun_date": today}
    form = forms.EditionForm(request.POST or None, initial=initial, today=today)
    return carried_out(
        request,
        agreement,
        form,
        EDITION,
        lambda: actions.add_edition(agreement, form.entry(), by=request.acting, seen=form.seen),
    )


@require_http_methods(["GET", "POST"])
@once
def move_stage(request: ActingRequest, pk: int, edition_pk: int) -> HttpResponse:
    edition = queries.find_edition(request.acting, pk, edition_pk)
    agreement = edition.agreement
    require(policies.can_edit_text(request.acting, edition))
    form = forms.StageForm(
        request.POST or None, initial={**_version(agreement), "stage": edition.stage}
    )
    return carried_out(
        request,
        agreement,
        form,
        STAGE,
        lambda: actions.move_stage(
            edition, form.cleaned_data["stage"], by=request.acting, seen=form.seen
        ),
    )


@require_http_methods(["GET", "POST"])
@once
def add_file(request: ActingRequest, pk: int) -> HttpResponse:
    agreement = queries.find(request.acting, pk)
    require(policies.can_edit(request.acting, agreement))
    form = forms.FileForm(
        request.POST or None,
        request.FILES or None,
        editions=queries.readable(request.acting, agreement),
    )
    if not form.is_bound or not form.is_valid():
        return form_page(request, agreement, form, FILE)
    file = received(form, by=request.acting)
    if file is None:
        return form_page(request, agreement, form, FILE)
    actions.attach_file(agreement, form.chosen_edition, file, by=request.acting)
    messages.success(request, str(FILE.done))
    return see(request, agreement)
