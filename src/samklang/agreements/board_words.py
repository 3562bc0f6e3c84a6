"""What a board is asked to decide, in words: what nobody has said stands as a blank to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.agreements.models import EventKind, Level
from samklang.agreements.queries import Case, EditionPage
from samklang.agreements.validity import Event, Validity, validity
from samklang.agreements.wording import in_words
from samklang.common.words import words

# What says how long it holds, the most telling first.
_TELLING = (EventKind.STARTS, EventKind.ENDS, EventKind.UNTIL_FURTHER_NOTICE, EventKind.EXTENDED)
_BLANK = gettext_lazy("[fill in %(what)s]")


def blank(what: str) -> str:
    return str(_BLANK) % {"what": what}


def pieces(text: str) -> list[tuple[str, str]]:
    """Divide a text into what stands in it and the blanks: each a pair of text and what it asks."""
    before, after = map(re.escape, str(_BLANK).split("%(what)s"))
    found = re.split(f"{before}(.+?){after}", text)
    return [(blank(one), one) if at % 2 else (one, "") for at, one in enumerate(found) if one]


@dataclass(frozen=True)
class Asked:
    """One party's case, said as a board reads it."""

    case: Case

    @property
    def title(self) -> str:
        return str(self.case.adopting.dossier.agreement)

    @property
    def named(self) -> str:
        return f"{self.title}, {edition_words(self.case.adopting.page)}"

    @property
    def board(self) -> str:
        return self.case.board or blank(_("which board decides"))

    @property
    def diary_number(self) -> str:
        return self.case.diary_numbers or blank(_("diary number"))

    @property
    def keeper(self) -> str:
        return str(self.case.adopting.dossier.agreement.keeper)

    @property
    def contact(self) -> str:
        responsible = self.case.adopting.dossier.agreement.revision_responsible
        return responsible or blank(_("contact person and address"))

    @property
    def others(self) -> str:
        names = [str(one.organization) for one in self.case.others]
        return listed(names) if names else ""

    @cached_property
    def validity(self) -> Validity:
        events = self.case.adopting.page.events
        return validity((Event.of(one) for one in events), on=date.max)

    @property
    def start(self) -> str:
        start = self.validity.start
        return in_words(start) if start else blank(_("first day"))

    @property
    def period(self) -> str:
        known = self.validity
        if known.until_further_notice:
            return _("from %(start)s until further notice") % {"start": self.start}
        end = in_words(known.end) if known.end else blank(_("last day, or until further notice"))
        return _("from %(start)s to %(end)s") % {"start": self.start, "end": end}

    @property
    def quote(self) -> str:
        """The sentence of the document that says how long it holds, if it is known."""
        events = self.case.adopting.page.events
        quoted = {one.kind: one.quote for one in events if one.quote}
        return next((quoted[kind] for kind in _TELLING if kind in quoted), "")

    @property
    def replaced(self) -> str:
        earlier = self.case.adopting.replaced
        return edition_words(earlier) if earlier else ""


def edition_words(page: EditionPage) -> str:
    number = _("edition %(number)s") % {"number": page.edition.number}
    return f"{number} ({page.label})" if page.label else number


def listed(names: Sequence[str]) -> str:
    """Say several names as in a sentence: A, B and C."""
    *first, last = names
    return (
        _("%(first)s and %(last)s") % {"first": ", ".join(first), "last": last} if first else last
    )


def _level(asked: Asked) -> str:
    """Say which kind of agreement it is, in the county’s own words."""
    agreement = asked.case.adopting.dossier.agreement
    named = words(agreement.partnership)
    regional = agreement.level == Level.REGIONAL
    long = named.regional_long if regional else named.local_long
    short = named.regional if regional else named.local
    said = f"{long} ({short})" if long not in ("", short) else short
    return f"{said[:1].upper()}{said[1:]}"


def clauses(asked: Asked) -> Iterator[str]:
    """Return what the board is to decide, clause by clause; only the last ends the sentence."""
    yield _("to adopt %(named)s, as in appendix 1, for the time %(period)s,") % {
        "named": asked.named,
        "period": asked.period,
    }
    if asked.case.others:
        yield _(
            "that the decision holds on condition that %(others)s decide alike, in the same "
            "wording,"
        ) % {"others": asked.others}
    if asked.replaced:
        yield _("that it then takes the place of %(edition)s, and") % {"edition": asked.replaced}
    yield _("to ask %(whom)s to send the decision to %(keeper)s.") % {
        "whom": blank(_("which function")),
        "keeper": asked.keeper,
    }


def facts(asked: Asked) -> Iterator[tuple[str, str]]:
    """Return what the board needs to know, as labels and values."""
    known = asked.case.adopting.dossier
    area = known.agreement.area
    yield _("Kind of agreement"), _level(asked)
    yield _("Area"), str(area)
    if area.target_group:
        yield _("Target group"), area.target_group
    yield _("Statutory basis"), area.statutory_basis or _("No law demands it.")
    yield _("Parties"), listed([str(one.organization) for one in known.parties])
    if known.parent:
        yield _("Built on"), str(known.parent.agreement)
    yield _("Holds"), asked.period
    yield _("Replaces"), asked.replaced or _("Nothing that the register holds.")
    yield _("Keeper"), asked.keeper
    yield _("Responsible for revision"), known.agreement.revision_responsible or _("Not stated")
