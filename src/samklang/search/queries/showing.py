"""What is shown of what was found: a title, where it stands, and the words around it.

The rows are those that the wall has let through; nothing else is fetched here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.agreements.api import Agreement, Edition
from samklang.common.jinja import finder
from samklang.common.lean import numbers, rows
from samklang.library.api import Area, Clause, Provision, Wording
from samklang.organizations.api import Acting, Organization, OrganizationKind
from samklang.search.analysis import Analysis, plain
from samklang.search.models import Kind
from samklang.search.queries import meeting_rows
from samklang.search.queries.reach import Reach
from samklang.search.queries.row import Row, shortened, titled
from samklang.search.question import Question
from samklang.search.snippets import Marker
from samklang.sharing.api import record_read


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found, as the page shows it."""

    kind: str
    title: SafeString
    url: str
    where: str
    snippet: SafeString
    is_draft: bool = False


def shown(
    acting: Acting,
    pairs: Iterable[tuple[str, int]],
    reach: Reach,
    asked: Question,
    analysis: Analysis,
) -> list[Hit]:
    """Return the hits in their order; a few statements for each kind that is among them."""
    pairs = list(pairs)
    wanted: dict[str, list[int]] = defaultdict(list)
    for kind, pk in pairs:
        wanted[kind].append(pk)
    found = {(kind, pk): row for kind, pks in wanted.items() for pk, row in _ROWS[kind](pks)}
    drafts = {row.edition_id for row in found.values()} - {0, *reach.decided}
    _tell_of_reading(acting, drafts, reach)
    marker = Marker(asked, analysis)
    labels = {kind: str(Kind(kind).label) for kind in wanted}
    return [_hit(labels[pair[0]], found[pair], marker, drafts) for pair in pairs if pair in found]


def _hit(label: str, row: Row, marker: Marker, drafts: Collection[int]) -> Hit:
    return Hit(
        kind=label,
        title=marker.marked(row.title),
        url=row.url,
        where=row.where,
        snippet=marker.snippet(row.text),
        is_draft=row.is_draft or row.edition_id in drafts,
    )


def _tell_of_reading(acting: Acting, drafts: Collection[int], reach: Reach) -> None:
    """Write down that somebody has seen words of a draft that others have shared with them."""
    for pk in sorted(drafts):
        if pk in reach.lent:
            record_read(Edition, pk, by=acting.user)


def _said(one: Any, name: str) -> str:
    """Return what a pack says, in the reader’s language if it does."""
    language = (get_language() or "").split("-")[0]
    return str(one.translations.get(language, {}).get(name) or getattr(one, name))


def _part(table: str, columns: str, pks: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """Yield parts of texts: their own columns after their edition and where they stand."""
    stands_in = _("%(agreement)s, edition %(number)s")
    found = rows(
        f"SELECT one.id, edition.id, agreement.title, edition.number, {columns} "  # noqa: S608  # our own names, numbers
        f"FROM {table} one JOIN agreements_edition edition ON edition.id = one.edition_id "
        "JOIN agreements_agreement agreement ON agreement.id = edition.agreement_id "
        f"WHERE one.id IN ({numbers(pks)})",
        [],
    )
    for pk, edition, title, number, *own in found:
        yield pk, edition, stands_in % {"agreement": title, "number": number}, *own


def _sections(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    url = finder()
    found = _part("texts_section", "one.key, one.number, one.heading, one.body", pks)
    for pk, edition, where, key, numbered, heading, body in found:
        to = f"{url('texts:read', edition)}#a-{key}"
        named = f"{numbered} {heading}".strip()
        yield pk, Row(named, to, where, plain(body), edition)


def _commitments(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    url = finder()
    found = _part("texts_commitment", "one.section_key, one.wording", pks)
    for pk, edition, where, key, wording in found:
        to = f"{url('texts:read', edition)}#a-{key}"
        title, rest = titled(wording)
        yield pk, Row(title, to, where, rest, edition)


def _answers(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    url = finder()
    columns = 'one.upper_wording, one.how, one.by_municipality, one.by_region, one."when"'
    for pk, edition, where, upper, *said in _part("texts_answer", columns, pks):
        text, to = " · ".join(filter(None, said)), url("texts:read", edition)
        yield pk, Row(shortened(upper), to, where, text, edition)


def _agreements(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    found = Agreement.objects.filter(pk__in=list(pks)).select_related("area", "partnership")
    related = found.prefetch_related("parties__organization", "diary_numbers")
    for one in related:
        numbers = [each.number for each in one.diary_numbers.all() if each.undone_at is None]
        parties = (party.organization.short_name for party in one.parties.all())
        where = " · ".join((one.area.short_name, ", ".join(parties)))
        yield one.pk, Row(one.title, one.get_absolute_url(), where, ", ".join(numbers))


def _clauses(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in Clause.objects.filter(pk__in=list(pks)).prefetch_related("versions"):
        url = reverse("clauses:detail", args=[one.pk])
        yield one.pk, Row(str(one), url, one.purpose, plain(one.newest.body))


def _areas(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    for one in Area.objects.filter(pk__in=list(pks)):
        text = f"{_said(one, 'statutory_basis')} {_said(one, 'target_group')}"
        url = reverse("portal:area", args=[one.code])
        yield one.pk, Row(_said(one, "name"), url, "", text)


def _laws(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    found = Provision.objects.filter(pk__in=list(pks)).select_related("act")
    says: dict[int, list[str]] = defaultdict(list)
    for wording in Wording.objects.filter(provision__in=list(pks)):
        says[wording.provision_id].append(_said(wording, "says"))
    for one in found:
        title = capfirst(f"{_said(one, 'citation')}: {_said(one, 'about')}")
        url, act = reverse("portal:law", args=[one.code]), capfirst(_said(one.act, "name"))
        yield one.pk, Row(title, url, act, " ".join(says[one.pk]))


def _organizations(pks: Collection[int]) -> Iterator[tuple[int, Row]]:
    register = reverse("agreements:register")
    for one in Organization.objects.filter(pk__in=list(pks)):
        others = (str(other.get("name", "")) for other in one.other_names)
        is_local = one.kind == OrganizationKind.MUNICIPALITY
        asked = {"municipality": one.pk} if is_local else {"text": one.short_name}
        yield (
            one.pk,
            Row(one.name, f"{register}?{urlencode(asked)}", _("Its agreements"), ", ".join(others)),
        )


_ROWS: Mapping[str, Callable[[Collection[int]], Iterator[tuple[int, Row]]]] = {
    Kind.SECTION: _sections,
    Kind.COMMITMENT: _commitments,
    Kind.ANSWER: _answers,
    Kind.AGREEMENT: _agreements,
    Kind.CLAUSE: _clauses,
    Kind.AREA: _areas,
    Kind.LAW: _laws,
    Kind.ORGANIZATION: _organizations,
    Kind.BODY: meeting_rows.bodies,
    Kind.MATTER: meeting_rows.matters,
    Kind.MEETING: meeting_rows.meetings,
    Kind.ITEM: meeting_rows.items,
    Kind.MINUTES: meeting_rows.minutes,
    Kind.DECISION: meeting_rows.decisions,
}
