"""What in the county's texts the law asks somebody to look at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from samklang.agreements.api import Edition
from samklang.common.chosen_day import chosen_day
from samklang.library.api import law_text
from samklang.organizations.api import ActingRequest
from samklang.sharing.api import record_read
from samklang.texts import queries
from samklang.texts.law_review import Look, looks, near_changes


@dataclass(frozen=True, slots=True)
class TextLooks:
    """One text with the sections that somebody should look at."""

    edition: Edition
    looks: tuple[Look, ...]


@require_GET
def law_review(request: ActingRequest) -> HttpResponse:
    day = chosen_day(request.GET, today=request.acting.today)
    home = request.acting.partnership
    law = law_text(home.country if home else "", (get_language() or "sv").split("-")[0])
    held = queries.county_texts(request.acting)
    found: dict[int, list[Look]] = defaultdict(list)
    for one in looks(held.sections, held.commitments, law, on=day.on):
        found[one.section.edition_id].append(one)
    for pk in found.keys() - held.decided:
        record_read(Edition, pk, by=request.user)
    context = {
        "day": day,
        "changes": near_changes(law, on=day.on),
        "texts": [TextLooks(one, tuple(found[one.pk])) for one in held.editions if one.pk in found],
        "text_count": len(held.editions),
        "commitment_count": sum(len(one.commitments) for many in found.values() for one in many),
    }
    return render(request, "texts/law_review.html", context)
