"""What is asked of the register in an address: the same of the page, the workbook and the feed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import QuerySet
from django.http import QueryDict

from samklang.decisions import queries
from samklang.decisions.forms import SearchForm
from samklang.decisions.models import Decision
from samklang.decisions.subjects import Subject, subject
from samklang.library.api import areas
from samklang.organizations.api import Acting, bodies, home_of

STANDARD = "standard"
# What a feed is asked by; anything else in an address asks nothing.
_ASKED_BY = ("text", "body", "year", "area", "about", "show")


@dataclass(frozen=True)
class Asked:
    """What somebody looks for, of what they may see."""

    search: SearchForm
    about: Subject | None
    only_standard: bool
    by: Acting

    @cached_property
    def found(self) -> QuerySet[Decision]:
        """Return all that is like that, standard clauses too."""
        about = self.about.decision_ids if self.about else None
        terms = replace(self.search.terms(), about=about)
        return queries.register(self.by, home_of(self.by).pk, terms)

    @property
    def listed(self) -> QuerySet[Decision]:
        """Return the list that the page shows: either what is to be followed up, or the rest."""
        return self.found.filter(standard=self.only_standard)

    @property
    def is_narrow(self) -> bool:
        return self.about is not None or self.search.terms().narrow


def asked(question: QueryDict, by: Acting) -> Asked:
    county = home_of(by)
    search = SearchForm(
        question,
        bodies=bodies(county.pk),
        years=queries.years(by, county.pk),
        areas=areas(county.pk),
    )
    about = subject(question.get("about", ""), by=by)
    return Asked(search, about, question.get("show") == STANDARD, by)


def feed_question(question: QueryDict) -> str:
    """Return the part of an address’s question that a feed is asked by."""
    said = QueryDict(mutable=True)
    for name in _ASKED_BY:
        if value := question.get(name, ""):
            said[name] = value
    return said.urlencode()
