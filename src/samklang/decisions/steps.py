"""A sitting as it is recorded, step by step: its clauses, what they do, what would change, done.

Nothing is saved on the way. Each page carries along what was written on those before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from samklang.common.numbers import whole
from samklang.common.policy import ALLOWED, Verdict
from samklang.decisions.actions import Clause, Sitting, Wanted
from samklang.decisions.decision_words import mandate_lines, outside_words
from samklang.decisions.forms import FOLLOW_UP, STANDARD, ClauseForm, OutsideForm, SittingForm
from samklang.decisions.origins import stated
from samklang.decisions.registry import EffectForm, EffectKind, Preview, Taken, kind_for
from samklang.library.api import areas
from samklang.organizations.api import Acting, Deciding, Mandates, Partnership, bodies, mandates

CLAUSES, EFFECTS, PREVIEW = "clauses", "effects", "preview"
FEW, MOST, MORE = 3, 30, 3
# What is written on each page: the sitting and its clauses; by the clause's row what it does, and
# what is to become of it outside the mandate.
_WRITTEN_ON = {
    CLAUSES: re.compile(r"body|decided_date|source|rows|c\d{1,2}-\w{1,40}"),
    EFFECTS: re.compile(r"e\d{1,2}-\w{1,40}"),
    PREVIEW: re.compile(r"o\d{1,2}-\w{1,40}"),
}


@dataclass(frozen=True)
class ClauseStep:
    """One clause that is written, with what it does and whether the body may decide it."""

    number: int
    form: ClauseForm
    taken: Taken
    rights: Mandates
    sent: QueryDict
    by: Acting

    @property
    def wording(self) -> str:
        return str(self.form.cleaned_data["wording"])

    @property
    def deciding(self) -> str:
        return self.form.deciding

    @property
    def kind(self) -> EffectKind | None:
        return kind_for(self.deciding)

    @cached_property
    def effect(self) -> EffectForm | None:
        """What the kind asks; it has been answered if the page before asked it."""
        if self.kind is None:
            return None
        prefix = f"e{self.number}"
        answered = any(name.startswith(f"{prefix}-") for name in self.sent)
        sent = self.sent if answered else None
        return self.kind.form(sent, taken=self.taken, by=self.by, prefix=prefix)

    @property
    def is_effect_right(self) -> bool:
        return self.effect is None or self.effect.is_valid()

    @cached_property
    def preview(self) -> Preview | None:
        if self.kind is None or self.effect is None or not self.effect.asked():
            return None
        return self.kind.preview(self.effect.asked(), taken=self.taken, by=self.by)

    @property
    def is_outside(self) -> bool:
        if self.deciding == Deciding.OTHER:
            return False
        taken = self.taken
        return self.rights.behind(taken.body.pk, self.deciding, on=taken.on) is None

    @property
    def outside_words(self) -> str:
        return outside_words(self.taken.body, self.deciding, self.taken.on, self.rights)

    @cached_property
    def outside(self) -> OutsideForm | None:
        if not self.is_outside:
            return None
        asked = self.sent.get("step") == PREVIEW
        there = self.rights.holders(self.deciding, on=self.taken.on)
        holders = [one for one in there if one.pk != self.taken.body.pk]
        sent = self.sent if asked else None
        return OutsideForm(sent, prefix=f"o{self.number}", holders=holders)

    @property
    def verdict(self) -> Verdict:
        """Say whether the user may do what it says; what is sent on waits for whoever may."""
        asked = self.effect.asked() if self.effect is not None else {}
        told = self.outside
        waits = told is not None and not (told.is_bound and told.is_valid() and told.given)
        if self.kind is None or not asked or waits:
            return ALLOWED
        return self.kind.verdict(asked, taken=self.taken, by=self.by)

    def clause(self) -> Clause:
        """Return it as it is to be recorded, with what the user was shown of it."""
        said, seen = self.form.cleaned_data, self.sent.get(f"seen{self.number}", "")
        asked = self.effect.asked() if self.effect is not None else {}
        wanted = Wanted(self.kind.kind, asked, seen) if self.kind is not None and asked else None
        return Clause(
            wording=self.wording,
            paragraph=said["paragraph"],
            deciding=self.deciding,
            standard=said["what"] == STANDARD,
            area_ids=(said["area"],) if said["area"] else (),
            effect=wanted,
            is_outside=f"outside{self.number}" in self.sent,
            outside_reason=self.outside.given if self.outside else "",
            sent_to_id=self.outside.sent_to_id if self.outside else None,
            origin=said["origin"],
        )


class Steps:
    """What has been written so far, and which page comes next."""

    def __init__(self, sent: QueryDict | None, *, by: Acting, county: Partnership) -> None:
        self.by, self.county = by, county
        self.sent = sent if sent is not None else QueryDict()
        # Whoever asks for more rows, or goes back, is not told what is wrong yet.
        self.is_asked = sent is None or bool({"more", "change"} & set(self.sent))
        there = bodies(county.pk)
        self.form: SittingForm = SittingForm(**_given(self, ""), bodies=there, today=by.today)
        offered = list(areas(county.pk))
        self.rows = [
            ClauseForm(**_given(self, f"c{number}"), areas=offered)
            for number in range(self.row_count)
        ]

    @property
    def row_count(self) -> int:
        asked = whole(str(self.sent.get("rows", FEW)))
        count = FEW if asked is None else asked
        return min(max(count, 1) + (MORE if "more" in self.sent else 0), MOST)

    @cached_property
    def rights(self) -> Mandates:
        return mandates(self.county.pk)

    @cached_property
    def are_clauses_right(self) -> bool:
        if self.is_asked or not all(one.is_valid() for one in (self.form, *self.rows)):
            return False
        if not any(one.is_written for one in self.rows):
            self.form.add_error(None, gettext("Write at least one clause."))
            return False
        return all(_is_as_stated(self, one) for one in self.rows if one.is_written)

    @cached_property
    def clauses(self) -> list[ClauseStep]:
        said = self.form.cleaned_data
        body = self.form.chosen
        return [
            ClauseStep(
                number=number,
                form=form,
                taken=Taken(
                    body, said["decided_date"], form.cleaned_data["wording"], said["source"]
                ),
                rights=self.rights,
                sent=self.sent,
                by=self.by,
            )
            for number, form in enumerate(self.rows)
            if form.is_written
        ]

    @property
    def with_effects(self) -> list[ClauseStep]:
        return [one for one in self.clauses if one.effect is not None]

    @cached_property
    def at(self) -> str:
        """Return the page to show: the first on which something is to be written or mended."""
        if not self.are_clauses_right:
            return CLAUSES
        return PREVIEW if all(one.is_effect_right for one in self.clauses) else EFFECTS

    @property
    def faulty(self) -> list[Any]:
        """Return the forms on the page in which something has to be mended."""
        shown: dict[str, list[Any]] = {
            CLAUSES: [] if self.is_asked else [self.form, *self.rows],
            EFFECTS: [one.effect for one in self.with_effects] if self.at == EFFECTS else [],
            PREVIEW: [one.outside for one in self.clauses] if self.at == PREVIEW else [],
        }
        return [one for one in shown[self.at] if one is not None and one.errors]

    @property
    def is_complete(self) -> bool:
        if self.at != PREVIEW or self.sent.get("step") != PREVIEW:
            return False
        return all(one.outside is None or one.outside.is_valid() for one in self.clauses)

    @property
    def mandate(self) -> list[str]:
        said = self.form
        return mandate_lines(said.chosen, said.cleaned_data["decided_date"], self.rights)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """Return what the page has to send along: what was written on the others."""
        others = [pattern for page, pattern in _WRITTEN_ON.items() if page != self.at]
        return [
            (name, value)
            for name in self.sent
            if any(pattern.fullmatch(name) for pattern in others)
            for value in self.sent.getlist(name)
        ]

    def sitting(self) -> Sitting:
        said = self.form.cleaned_data
        return Sitting(
            body=self.form.chosen,
            on=said["decided_date"],
            source=said["source"],
            clauses=[one.clause() for one in self.clauses],
        )


def begun(written: str, *, by: Acting) -> QueryDict | None:
    """Return the first page as it is filled in from what stands at “clause-12”, if it is there."""
    found = stated(written, by=by)
    if found is None:
        return None
    what = STANDARD if found.standard else found.deciding
    filled: dict[str, Any] = {
        "body": found.body_id,
        "decided_date": found.on and found.on.isoformat(),
        "source": found.source,
        "c0-wording": found.wording,
        "c0-paragraph": found.paragraph,
        "c0-what": FOLLOW_UP if what == Deciding.OTHER else what,
        "c0-origin": written,
        # It is something to begin with, and not told what is wrong yet.
        "change": "yes",
        "rows": 1,
    }
    answer = QueryDict(mutable=True)
    answer.update({name: str(value) for name, value in filled.items() if value})
    return answer


def _is_as_stated(steps: Steps, row: ClauseForm) -> bool:
    """Refuse what no longer says what is minuted, or is recorded by now."""
    written = row.cleaned_data["origin"]
    found = stated(written, by=steps.by) if written else None
    if written and found is None:
        row.add_error("wording", gettext("The clause is recorded already, or taken away."))
        return False
    if found is None or not found.is_fixed:
        return True
    said = steps.form.cleaned_data
    if (found.body_id, found.on) != (said["body"], said["decided_date"]):
        sentence = gettext("The clause is from another body or day. Choose as it is minuted.")
        steps.form.add_error("body", sentence)
        return False
    if found.wording.split() != row.cleaned_data["wording"].split():
        sentence = gettext("The minutes say: “%(wording)s”. Change the words there first.")
        row.add_error("wording", sentence % {"wording": found.wording})
        return False
    return True


def _given(steps: Steps, prefix: str) -> dict[str, Any]:
    """Return what a form is made with: what was sent, or that as something to begin with."""
    options: dict[str, Any] = {"prefix": prefix} if prefix else {}
    if not steps.is_asked:
        return {**options, "data": steps.sent}
    head = f"{prefix}-" if prefix else ""
    own = (name for name in steps.sent if name.startswith(head))
    return {**options, "initial": {name.removeprefix(head): steps.sent[name] for name in own}}
