"""How a text gets its first sections: from another edition, or as its file reads."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.common.once import once
from samklang.common.policy import require
from samklang.inventories.api import reading_folders
from samklang.organizations.api import ActingRequest
from samklang.texts import actions, policies, queries
from samklang.texts.bones.rules import rules_in
from samklang.texts.models import Actor, Commitment, Section
from samklang.texts.proposing import Proposal, propose
from samklang.texts.queries import TextPage


def _empty(request: ActingRequest, edition_pk: int) -> TextPage:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    require(policies.can_mark(request.acting, text.opened))
    require(policies.is_empty(text.sections))
    return text


@require_POST
@once
def begin(request: ActingRequest, edition_pk: int, earlier_pk: int) -> HttpResponse:
    """Begin with the text of an earlier edition."""
    text = _empty(request, edition_pk)
    require(policies.can_write(request.acting, text.opened))
    earlier = queries.find_beginning(request.acting, text.opened, earlier_pk)
    actions.carry_over(earlier, text.edition, by=request.acting)
    messages.success(request, _("The text is taken over. Change what is to be new."))
    return redirect("texts:read", edition_pk)


@require_http_methods(["GET", "POST"])
@once
def divide(request: ActingRequest, edition_pk: int, text_pk: int) -> HttpResponse:
    """Show what a file's text could be divided into; write down what a person has confirmed."""
    text = _empty(request, edition_pk)
    held = queries.find_text_of(text.opened, text_pk)
    rules = rules_in(reading_folders(text.edition.agreement.partnership))
    proposed = propose(held.extracted, rules, untitled=_("Before the first heading"))
    if request.method == "GET":
        context = {
            "agreement": text.edition.agreement,
            "edition": text.edition,
            "file": held.file,
            "proposed": proposed,
            "count": sum(len(one.commitments) for one in proposed),
            "actors": Actor.choices,
        }
        return render(request, "texts/divide.html", context)
    sections, commitments = _confirmed(request, proposed)
    actions.lay_out(text.edition, sections, commitments, by=request.acting)
    messages.success(request, _("The text is divided into sections."))
    return redirect("texts:read", edition_pk)


def _confirmed(
    request: HttpRequest, proposed: tuple[Proposal, ...]
) -> tuple[list[Section], list[Commitment]]:
    """Return the sections, and the commitments that somebody has left standing."""
    return [one.section for one in proposed], list(_left(request, proposed))


def _left(request: HttpRequest, proposed: tuple[Proposal, ...]) -> Iterator[Commitment]:
    kept = set(request.POST.getlist("kept"))
    for one in proposed:
        for number, commitment, _is_sure in one.commitments:
            if str(number) in kept:
                said = request.POST.get(f"actor-{number}", "")
                commitment.actor = said if said in Actor.values else commitment.actor
                yield commitment
