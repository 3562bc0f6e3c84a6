"""Which texts say what a shared clause says: those that the reader may read, as they may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from samklang.agreements.api import OpenText, open_texts
from samklang.library.api import Clause, ClauseVersion, newest_of
from samklang.organizations.api import Acting
from samklang.texts.clause_words import Tie, Ties
from samklang.texts.models import Section


@dataclass(frozen=True, slots=True)
class Use:
    """A section of a readable text that was begun with the clause."""

    opened: OpenText
    tie: Tie


def uses(acting: Acting, clauses: Iterable[Clause]) -> dict[int, list[Use]]:
    """Return where each clause is used, of all that the reader may read, by the clause.

    A text that is shared with the reader counts as it stood then.
    """
    versions = {one.pk: (one, clause) for clause in clauses for one in clause.versions.all()}
    tied = Section.objects.filter(clause_version__in=versions)
    agreements = set(tied.order_by().values_list("edition__agreement", flat=True))
    there = {one.edition.pk: one for one in open_texts(acting, agreements)}
    until = {pk: one.until for pk, one in there.items() if one.until is not None}
    found: dict[int, list[Use]] = {}
    for section in Section.objects.as_opened(until).filter(clause_version__in=versions):
        version, clause = versions[section.clause_version_id or 0]
        use = Use(there[section.edition_id], Tie(section, version, clause.newest))
        found.setdefault(clause.pk, []).append(use)
    return found


def ties(sections: Iterable[Section]) -> Ties:
    """Return the sections that were begun with a shared wording, by their keys."""
    tied = [one for one in sections if one.clause_version_id]
    pks = {one.clause_version_id or 0 for one in tied}
    versions = {one.pk: one for one in ClauseVersion.objects.filter(pk__in=pks)} if tied else {}
    newest = newest_of(versions.values()) if versions else {}
    return {
        one.key: Tie(one, version, newest[version.clause_id])
        for one in tied
        if (version := versions.get(one.clause_version_id or 0))
    }
