"""The adoption of an edition: who has decided, what shows it, and what each board is asked."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.agreements import actions, forms, policies, queries
from samklang.agreements.board_papers import PAPERS, Preview
from samklang.agreements.models import Edition
from samklang.agreements.receiving import received
from samklang.agreements.tracking import Tracker
from samklang.agreements.views.answering import FormPage, form_page
from samklang.common.once import once
from samklang.common.policy import require
from samklang.documents.api import attachment
from samklang.organizations.api import ActingRequest
from samklang.sharing.api import record_read

EVIDENCE = FormPage(
    _("Add what shows the decision"),
    _("An extract of the minutes or a signed page. It is not changed or taken away afterwards."),
    _("Add the file"),
    _("The file is added to the decision."),
)


@require_GET
def adoption(request: ActingRequest, pk: int, edition_pk: int) -> HttpResponse:
    acting = request.acting
    held = queries.adopting(acting, pk, edition_pk)
    agreement = held.dossier.agreement
    mine = policies.may_record_for(acting, agreement, held.dossier.party_ids)
    context = {
        "agreement": agreement,
        "held": held,
        "view": Tracker(held, mine),
        "may_propose": policies.can_propose(acting, held.page.edition),
        "may_record": policies.can_record_for_party(acting, agreement, held.dossier.party_ids),
        "papers": PAPERS,
    }
    return render(request, "agreements/adoption.html", context)


@require_http_methods(["GET", "POST"])
@once
def add_evidence(request: ActingRequest, pk: int, entry_pk: int) -> HttpResponse:
    entry = queries.find_adoption(request.acting, pk, entry_pk)
    agreement = entry.edition.agreement
    require(policies.can_record_for_party(request.acting, agreement, [entry.organization_id]))
    form = forms.EvidenceForm(request.POST or None, request.FILES or None)
    if not form.is_bound or not form.is_valid():
        return form_page(request, agreement, form, EVIDENCE)
    file = received(form, by=request.acting)
    if file is None:
        return form_page(request, agreement, form, EVIDENCE)
    actions.add_evidence(entry, file, by=request.acting)
    messages.success(request, str(EVIDENCE.done))
    return redirect("agreements:adoption", pk, entry.edition_id)


@require_GET
def evidence(request: ActingRequest, pk: int, entry_pk: int) -> FileResponse:
    entry = queries.find_evidence(request.acting, pk, entry_pk)
    if entry.evidence is None:
        raise Http404
    if not queries.is_decided(entry.edition, on=request.acting.today):
        record_read(Edition, entry.edition_id, by=request.user)
    return attachment(entry.evidence)


@require_GET
def board_paper(
    request: ActingRequest, pk: int, edition_pk: int, organization_pk: int, kind: str
) -> HttpResponse:
    """What a party’s board is asked, or the letter that goes with it, to look through."""
    asked = queries.case(request.acting, pk, edition_pk, organization_pk)
    require(policies.can_propose(request.acting, asked.adopting.page.edition))
    if kind not in PAPERS:
        raise Http404
    context = {
        "agreement": asked.adopting.dossier.agreement,
        "edition": asked.adopting.page.edition,
        "party": asked.party,
        "view": Preview(asked, kind),
        "papers": PAPERS,
    }
    return render(request, "agreements/board_paper.html", context)
