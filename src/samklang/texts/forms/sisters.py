"""What somebody asks of the page of differences, and why a difference is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.chosen_day import ChosenDay, chosen_day
from samklang.common.forms import PlainForm, TextField
from samklang.texts.harmony import Kind


@dataclass(frozen=True, slots=True)
class SistersTerms(ChosenDay):
    """Which day's words hold and which kind is shown; what is not understood asks nothing."""

    kind: Kind | None = None

    @property
    def query(self) -> str:
        day = {} if self.is_today else {"on": self.on.isoformat()}
        kind = {"kind": self.kind.value} if self.kind else {}
        return f"?{urlencode(day | kind)}" if day or kind else ""


def sisters_terms(query: Mapping[str, str], *, today: date) -> SistersTerms:
    said = query.get("kind", "")
    return SistersTerms(
        **asdict(chosen_day(query, today=today)),
        kind=next((one for one in Kind if one.value == said), None),
    )


class MeantForm(PlainForm):
    reason = TextField(
        label=_("Why shall the texts differ here?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is shown to all who may read the texts."),
    )
