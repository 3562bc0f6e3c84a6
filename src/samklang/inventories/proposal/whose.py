"""What the agreement is, about what and between whom."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from samklang.inventories import kinds
from samklang.inventories.county import County
from samklang.inventories.proposal.evidence import Result, alternative, evidence, span
from samklang.inventories.questions import Form, Question
from samklang.inventories.reading.facts import Party

_CERTAINTIES = ("guessed", "derived", "stated")


def level(result: Result) -> str:
    return kinds.LEVELS.get(result["kind"]["value"], "")


def party_ids(result: Result, county: County) -> tuple[int, ...]:
    known, _unknown = county.parties(read_parties(result))
    return tuple(one.pk for one in known)


def kind(result: Result, county: County) -> Question:
    fact = result["kind"]
    value = fact["value"] if fact["value"] in kinds.LEVELS else None
    return Question(
        "kind",
        Form.KIND,
        _("What it is"),
        value,
        kinds.kind_label(fact["value"], county.words),
        required=True,
        **evidence(fact),
    )


def area(result: Result, county: County) -> Question:
    """One area is a fact; several are a choice, for an agreement in the register is about one."""
    found = [(area, fact) for fact in result["areas"] if (area := county.area(fact["value"]))]
    remark = _not_kept(len(found)) if len(result["areas"]) > len(found) else ""
    label = _("Area")
    if len(found) == 1:
        area, fact = found[0]
        return Question(
            "area",
            Form.AREA,
            label,
            area.pk,
            area.name,
            required=True,
            remark=remark,
            **evidence(fact),
        )
    alternatives = tuple(alternative(fact, area.pk, area.name) for area, fact in found)
    return Question(
        "area", Form.AREA, label, required=True, alternatives=alternatives, remark=remark
    )


def _not_kept(found_count: int) -> str:
    if found_count:
        return _("It also seems to be about an area that is not in the register.")
    return _("It seems to be about an area that is not in the register.")


def read_parties(result: Result) -> list[Party]:
    return [Party(**fact["value"]) for fact in result["parties"]]


def parties(result: Result, county: County) -> Question:
    known, unknown = county.parties(read_parties(result))
    facts = result["parties"]
    remark = _("Not in the register: %(names)s.") % {"names": ", ".join(unknown)} if unknown else ""
    return Question(
        "parties",
        Form.PARTIES,
        _("Parties"),
        [one.pk for one in known] or None,
        ", ".join(one.name for one in known),
        certainty=least_sure(facts),
        quote=facts[0]["quote"] if facts else "",
        spans=tuple(span(fact["place"]) for fact in facts),
        required=True,
        remark=remark,
    )


def least_sure(facts: list[Result]) -> str:
    found = {fact["certainty"] for fact in facts}
    return next((certainty for certainty in _CERTAINTIES if certainty in found), "")


def keeper(result: Result, county: County) -> Question:
    """Who keeps the record: of a local agreement the municipality, if there is just one."""
    fact = result["municipality"]
    found = county.named(fact["value"]) if fact else None
    ids = {one.pk for one in county.municipalities} & set(party_ids(result, county))
    if found is None and len(ids) == 1 and level(result) == "local":
        found = county.organization(next(iter(ids)))
        fact = fact or result["parties"][0] | {"certainty": "derived"}
    return Question(
        "keeper",
        Form.KEEPER,
        _("Who keeps the agreement"),
        found.pk if found else None,
        found.name if found else "",
        **evidence(fact if found else None),
    )


def parent(result: Result, county: County) -> Iterator[Question]:
    """A local agreement builds on the regional one of its area; the name in the text is a hint."""
    if level(result) == "regional" or not county.regional:
        return
    codes = {fact["value"] for fact in result["areas"]}
    alike = [one for one in county.regional if one.area.code in codes]
    only = alike[0] if len(alike) == 1 else None
    fact = result["parent"] if only else None
    certainty = {} if fact else {"certainty": "guessed" if only else ""}
    yield Question(
        "parent",
        Form.PARENT,
        _("Builds on"),
        only.pk if only else None,
        only.title if only else "",
        **{**evidence(fact), **certainty},
    )
