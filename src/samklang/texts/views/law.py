"""What in the county's texts the law asks somebody to look at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from samklang.agreements.api import Edition
from samklang.common.date_fields import DayField
from samklang.library.api import law_text
from samklang.organizations.api import ActingRequest
from samklang.texts import queries
from samklang.texts.law_review import Look, looks, near_changes


class DayForm(forms.Form):
    use_required_attribute = False
    on = DayField(label=_("The state on"), required=False)


@dataclass(frozen=True, slots=True)
class TextLooks:
    """One text with the sections that somebody should look at."""

    edition: Edition
    looks: tuple[Look, ...]


@require_GET
def law_review(request: ActingRequest) -> HttpResponse:
    form = DayForm(request.GET)
    asked = form.cleaned_data["on"] if form.is_valid() else None
    day = asked or request.acting.today
    home = request.acting.partnership
    law = law_text(home.country if home else "", (get_language() or "sv").split("-")[0])
    held = queries.county_texts(request.acting)
    found: dict[int, list[Look]] = defaultdict(list)
    for one in looks(held.sections, held.commitments, law, on=day):
        found[one.section.edition_id].append(one)
    context = {
        "day": day,
        "form": form,
        "is_today": day == request.acting.today,
        "changes": near_changes(law, on=day),
        "texts": [TextLooks(one, tuple(found[one.pk])) for one in held.editions if one.pk in found],
        "text_count": len(held.editions),
        "commitment_count": sum(len(one.commitments) for many in found.values() for one in many),
    }
    return render(request, "texts/law_review.html", context)
