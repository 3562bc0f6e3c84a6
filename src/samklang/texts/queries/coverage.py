"""What has been answered and found about a regional text: two statements whatever the size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from samklang.organizations.api import Acting
from samklang.texts.models import Answer, Judgement, Section
from samklang.texts.queries.chain import Chain, Place
from samklang.texts.same_words import place_in, words_of


class Judged(NamedTuple):
    """What somebody found, and how the commitment read then."""

    coverage: str
    upper_wording: str


class Answered(NamedTuple):
    """Whether a local answer says how, who and when, and how the commitment read then."""

    is_full: bool
    upper_wording: str


@dataclass(frozen=True)
class Findings:
    # By the commitment's key and the municipality: what was found of the text in force today.
    judged: Mapping[tuple[str, int], Judged]
    # By the commitment's key and the local edition.
    answered: Mapping[tuple[str, int], Answered]


def findings(acting: Acting, found: Chain) -> Findings:
    return Findings(_judged(acting, found), _answered(found))


def _judged(acting: Acting, found: Chain) -> dict[tuple[str, int], Judged]:
    """Return each pair’s newest finding; one about an earlier local text is none of today’s."""
    in_force = set(found.edition_ids.values())
    rows = (
        Judgement.objects.visible_to(acting)
        .standing()
        .filter(upper=found.text.edition.agreement, edition__in=in_force)
        .order_by("pk")
        .values_list("commitment_key", "organization_id", "coverage", "upper_wording")
    )
    return {(key, place): Judged(coverage, wording) for key, place, coverage, wording in rows}


def _answered(found: Chain) -> dict[tuple[str, int], Answered]:
    rows = Answer.objects.filter(edition__in=set(found.edition_ids.values())).as_of()
    names = "key", "edition_id", "how", "by_municipality", "by_region", "when", "upper_wording"
    return {
        (key, edition): Answered(all((how, municipality or region, when)), wording)
        for key, edition, how, municipality, region, when, wording in rows.values_list(*names)
        if how or municipality or region or when
    }


def judgements(acting: Acting, found: Chain, key: str, place: Place) -> list[Judgement]:
    """Return what has been found of one pair, the newest first."""
    rows = Judgement.objects.visible_to(acting).standing()
    about = rows.filter(
        upper=found.text.edition.agreement, commitment_key=key, organization=place.pk
    )
    return list(about.select_related("judged_by").order_by("-pk"))


def answer_in_force(found: Chain, key: str, place: Place) -> Answer | None:
    """Return how the municipality's text in force answers, if it says anything at all."""
    rows = Answer.objects.filter(edition=found.edition_ids[place.pk], key=key).as_of()
    answer = rows.select_related("saved_by").first()
    return answer if answer is not None and answer.is_begun else None


def sections_in_force(found: Chain, place: Place) -> list[Section]:
    """Return the sections of the municipality's text in force, which everybody may read."""
    return list(Section.objects.filter(edition=found.edition_ids[place.pk]).as_of())


def section_with(edition_id: int, quote: str) -> str:
    """Return the key of the section of a decided text in which the words stand, or ""."""
    if not quote:
        return ""
    for one in Section.objects.filter(edition=edition_id).as_of():
        if place_in(words_of(one.body), quote) is not None:
            return one.key
    return ""
