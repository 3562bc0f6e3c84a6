"""Two texts beside each other: what is new, what is gone, what has moved."""

from __future__ import annotations

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from samklang.agreements.api import Edition
from samklang.common.policy import require
from samklang.documents.api import compare as compared
from samklang.documents.api import redline as parts_of
from samklang.organizations.api import ActingRequest
from samklang.texts import policies, queries
from samklang.texts.page import TextView
from samklang.texts.whole import whole


class AgainstForm(forms.Form):
    """Which text to hold this one against; a search form, so it never refuses."""

    use_required_attribute = False
    med = forms.TypedChoiceField(label=_("From"), coerce=int, required=False)

    def __init__(self, *asked: object, editions: list[Edition]) -> None:
        super().__init__(*asked)  # type: ignore[arg-type]  # what Django's own form takes
        self.editions = {one.pk: one for one in editions}
        offered = [(one.pk, name(one)) for one in editions]
        self.fields["med"].choices = offered  # type: ignore[attr-defined]  # a choice field

    def chosen(self) -> Edition | None:
        asked = self.cleaned_data.get("med") if self.is_valid() else None
        return self.editions.get(asked or 0) or next(iter(self.editions.values()), None)


def name(edition: Edition) -> str:
    said = _("%(title)s, edition %(number)s") % {
        "title": edition.agreement,
        "number": edition.number,
    }
    return f"{said} ({edition.label})" if edition.label else str(said)


@require_GET
def compare(request: ActingRequest, edition_pk: int) -> HttpResponse:
    text = queries.text_page(request.acting, edition_pk)
    require(policies.can_read(text.opened))
    form = AgainstForm(request.GET, editions=queries.comparable(request.acting, text.edition))
    other = form.chosen()
    form.initial = {"med": other.pk if other else None}
    context = {
        "agreement": text.edition.agreement,
        "edition": text.edition,
        "form": form,
        "other": other,
        "names": (name(other) if other else "", name(text.edition)),
    }
    if other is not None:
        view = TextView(queries.text_page(request.acting, other.pk), request.acting)
        # On the page the text's own headings stand under the page's two.
        found = compared(whole(view, under=2), whole(TextView(text, request.acting), under=2))
        context["comparison"], context["parts"] = found, parts_of(found)
    return render(request, "texts/compare.html", context)
