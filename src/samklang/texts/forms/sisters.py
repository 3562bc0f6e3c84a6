"""What somebody asks of the page of differences, and why a difference is meant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from samklang.common.forms import PlainForm, TextField
from samklang.texts.harmony import Kind

_EARLIEST, _LATEST = date(1970, 1, 1), date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class SistersTerms:
    """Which day's words hold and which kind is shown; what is not understood asks nothing."""

    on: date
    today: date
    typed: str
    wrong_day: bool
    kind: Kind | None

    @property
    def query(self) -> str:
        day = {} if self.on == self.today else {"on": self.on.isoformat()}
        kind = {"kind": self.kind.value} if self.kind else {}
        return f"?{urlencode(day | kind)}" if day or kind else ""


def sisters_terms(query: Mapping[str, str], *, today: date) -> SistersTerms:
    typed, said = query.get("on", "").strip(), query.get("kind", "")
    day = _day(typed)
    return SistersTerms(
        on=day or today,
        today=today,
        typed=typed or today.isoformat(),
        wrong_day=bool(typed) and day is None,
        kind=next((one for one in Kind if one.value == said), None),
    )


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    return day if _EARLIEST <= day <= _LATEST else None


class MeantForm(PlainForm):
    reason = TextField(
        label=_("Why shall the texts differ here?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is shown to all who may read the texts."),
    )
