"""One cell of the coverage: what it rests on, who judged it, and judging it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.numbers import whole
from samklang.common.once import once
from samklang.common.policy import Verdict, require
from samklang.inventories.api import reading_folders
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, policies, queries
from samklang.texts.bones.rules import rules_in
from samklang.texts.forms import JudgementForm
from samklang.texts.likely import likely
from samklang.texts.link_page import LinkPage
from samklang.texts.models import Coverage, Judgement
from samklang.texts.undertakings import groups
from samklang.texts.views.covering import Area, areas, chain_of, found_area


@dataclass(frozen=True)
class _Cell:
    """What the page of one cell is made from."""

    area: Area
    page: LinkPage
    may_judge: Verdict
    # Somebody else has judged it while the user was writing.
    is_clash: bool = False

    @property
    def path(self) -> tuple[str, str, str]:
        return self.area.code, self.page.place.code, self.page.undertaking.key

    def anew(self) -> Judgement:
        """Return a finding that rests on how both texts read today."""
        return Judgement(
            upper=self.page.chain.text.edition.agreement,
            commitment_key=self.page.undertaking.key,
            organization_id=self.page.place.pk,
            edition_id=self.page.edition_id,
            upper_wording=self.page.undertaking.commitment.wording,
        )


def _found(request: ActingRequest, area: str, municipality: str, key: str) -> _Cell:
    chosen = found_area(areas(request), area)
    chain = chain_of(request, chosen)
    place = chain.place(municipality) if chain else None
    local = chain.local.get(place.pk) if chain and place else None
    if chain is None or place is None or local is None:
        raise Http404
    own = [one for group in groups(chain.text) for one in group.undertakings if one.key == key]
    if not own:
        raise Http404
    page = LinkPage(
        chain,
        place,
        own[0],
        queries.judgements(request.acting, chain, key, place),
        queries.answer_in_force(chain, key, place),
        likely(
            own[0].commitment,
            queries.sections_in_force(chain, place),
            rules_in(reading_folders(chain.text.edition.agreement.partnership)),
        ),
    )
    upper = chain.text.edition.agreement
    sides = local.agreement.party_ids | {local.agreement.keeper_id}
    return _Cell(chosen, page, policies.can_judge(request.acting, upper, sides=sides))


@require_http_methods(["GET", "POST"])
@once
def link(request: ActingRequest, area: str, municipality: str, key: str) -> HttpResponse:
    cell = _found(request, area, municipality, key)
    if request.method == "GET":
        shown = JudgementForm.shown(cell.page.newest)
        if words := cell.page.words_chosen(request.GET.get("words", "")):
            shown["quote"] = words
        return _shown(request, cell, JudgementForm(initial=shown))
    require(cell.may_judge)
    form = JudgementForm(request.POST)
    if not form.is_valid():
        return _shown(request, cell, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    found = form.into(cell.anew())
    found.section_key = queries.section_with(cell.page.edition_id, found.quote)
    try:
        actions.judge(found, by=request.acting, seen=form.cleaned_data["seen"])
    except actions.Conflict:
        newest = cell.page.newest.pk if cell.page.newest else 0
        mine = JudgementForm(initial={**form.cleaned_data, "seen": newest})
        clash = replace(cell, is_clash=True)
        return _shown(request, clash, mine, status=HTTPStatus.CONFLICT)
    messages.success(request, _("The finding is saved."))
    return redirect("coverage:municipality", area, municipality)


@require_POST
@once
def stands(request: ActingRequest, area: str, municipality: str, key: str) -> HttpResponse:
    """Somebody has looked at the new wording: what was found before still stands."""
    cell = _found(request, area, municipality, key)
    require(cell.may_judge)
    before, answer = cell.page.holding, cell.page.answer
    if before is None and answer is None:
        raise Http404
    found = cell.anew()
    if before is not None:
        found.coverage, found.reason = before.coverage, before.reason
        found.quote, found.section_key = before.quote, before.section_key
    elif answer is not None:
        found.coverage = Coverage.ANSWERED if answer.is_full else Coverage.PARTLY
    seen = request.POST.get("seen", "")
    number = whole(seen)
    actions.judge(found, by=request.acting, seen=-1 if number is None else number)
    messages.success(request, _("It is noted that you have looked, and that the finding stands."))
    return redirect("coverage:link", *cell.path)


def _shown(
    request: ActingRequest, cell: _Cell, form: JudgementForm, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponse:
    context = {"cell": cell, "page": cell.page, "form": form}
    return render(request, "texts/coverage_link.html", context, status=status)
