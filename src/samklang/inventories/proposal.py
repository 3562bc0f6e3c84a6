"""Turns what was read from a file into the questions of the confirm page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from samklang.inventories import kinds
from samklang.inventories.county import County
from samklang.inventories.phrases import (
    adoption_phrase,
    contradiction_phrase,
    review_phrase,
    until_phrase,
)
from samklang.inventories.questions import Alternative, Form, Question, Span
from samklang.inventories.reading.facts import Party

UNTIL_FURTHER_NOTICE = "until_further_notice"
# Which question a contradiction is about; any other is shown beside the register’s facts.
_ABOUT = {
    "version": "version",
    "valid_from": "valid_from",
    "start": "valid_from",
    "valid_until": "valid_until",
}
_CERTAINTIES = ("guessed", "derived", "stated")
Result = dict[str, Any]


def questions(result: Result, county: County) -> list[Question]:
    """Return what to ask, in the order of the page."""
    contradictions = _contradictions(result)
    return [
        _kind(result, county),
        _text(result, "title", _("Title"), required=True),
        _area(result, county),
        _parties(result, county),
        _keeper(result, county),
        _date(result, contradictions),
        _until(result, contradictions),
        *_reviews(result),
        *_extension(result),
        *_adoption(result),
        *_diary_numbers(result),
        _version(result, contradictions),
        *_parent(result, county),
        *_notes(contradictions),
    ]


def level(result: Result) -> str:
    return kinds.LEVELS.get(result["kind"]["value"], "")


def party_ids(result: Result, county: County) -> tuple[int, ...]:
    known, _unknown = county.parties(_read_parties(result))
    return tuple(one.pk for one in known)


def _evidence(fact: Result | None) -> dict[str, Any]:
    if fact is None:
        return {}
    return {
        "certainty": fact["certainty"],
        "quote": fact["quote"],
        "spans": (_span(fact["place"]),),
        "page": fact["place"]["page"],
    }


def _span(place: Result) -> Span:
    return place["start"], place["end"]


def _kind(result: Result, county: County) -> Question:
    fact = result["kind"]
    value = fact["value"] if fact["value"] in kinds.LEVELS else None
    return Question(
        "kind",
        Form.KIND,
        _("What it is"),
        value,
        kinds.kind_label(fact["value"], county.words),
        required=True,
        **_evidence(fact),
    )


def _text(result: Result, name: str, label: str, *, required: bool = False) -> Question:
    fact = result[name]
    value = fact["value"] if fact else None
    return Question(
        name, Form.TEXT, label, value, value or "", required=required, **_evidence(fact)
    )


def _area(result: Result, county: County) -> Question:
    """One area is a fact; several are a choice, for an agreement in the register is about one."""
    found = [(area, fact) for fact in result["areas"] if (area := county.area(fact["value"]))]
    others = len(result["areas"]) - len(found)
    remark = _("It also seems to be about an area that is not in the register.") if others else ""
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
            **_evidence(fact),
        )
    alternatives = tuple(_alternative(fact, area.pk, area.name) for area, fact in found)
    return Question(
        "area", Form.AREA, label, required=True, alternatives=alternatives, remark=remark
    )


def _read_parties(result: Result) -> list[Party]:
    return [Party(**fact["value"]) for fact in result["parties"]]


def _parties(result: Result, county: County) -> Question:
    known, unknown = county.parties(_read_parties(result))
    facts = result["parties"]
    remark = _("Not in the register: %(names)s.") % {"names": ", ".join(unknown)} if unknown else ""
    return Question(
        "parties",
        Form.PARTIES,
        _("Parties"),
        [one.pk for one in known] or None,
        ", ".join(one.name for one in known),
        certainty=_least_sure(facts),
        quote=facts[0]["quote"] if facts else "",
        spans=tuple(_span(fact["place"]) for fact in facts),
        required=True,
        remark=remark,
    )


def _least_sure(facts: list[Result]) -> str:
    found = {fact["certainty"] for fact in facts}
    return next((certainty for certainty in _CERTAINTIES if certainty in found), "")


def _keeper(result: Result, county: County) -> Question:
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
        **_evidence(fact if found else None),
    )


def _date(result: Result, contradictions: list[Result]) -> Question:
    fact = result["valid_from"]
    return Question(
        "valid_from",
        Form.DATE,
        _("Holds from"),
        fact["value"] if fact else None,
        fact["value"] if fact else "",
        alternatives=_alternatives("valid_from", contradictions),
        **_evidence(fact),
    )


def _until(result: Result, contradictions: list[Result]) -> Question:
    """An end and “until further notice” in one file are two answers to one question."""
    end, open_ended = result["valid_until"], result["until_further_notice"]
    open_ended = open_ended if open_ended and open_ended["value"] else None
    alternatives = list(_alternatives("valid_until", contradictions))
    if open_ended and (end or alternatives):
        alternatives += [] if alternatives else [_alternative(end, end["value"], end["value"])]
        open_words = until_phrase(UNTIL_FURTHER_NOTICE)
        alternatives.append(_alternative(open_ended, UNTIL_FURTHER_NOTICE, open_words))
    fact = end or open_ended
    value = end["value"] if end else UNTIL_FURTHER_NOTICE if open_ended else None
    return Question(
        "valid_until",
        Form.UNTIL,
        _("Holds until"),
        value,
        until_phrase(value),
        alternatives=tuple(alternatives),
        **_evidence(fact),
    )


def _alternative(fact: Result, value: Any, shown: str) -> Alternative:
    place = fact["place"]
    return Alternative(value, shown, _span(place), fact["quote"], place["page"])


def _sides(contradiction: Result) -> list[Alternative]:
    sides = zip(
        contradiction["values"],
        contradiction["places"],
        contradiction["quotes"],
        strict=True,
    )
    return [
        Alternative(value, value, _span(place), quote, place["page"])
        for value, place, quote in sides
    ]


def _contradictions(result: Result) -> list[Result]:
    return list(result["contradictions"])


def _alternatives(name: str, contradictions: list[Result]) -> tuple[Alternative, ...]:
    found: dict[str, Alternative] = {}
    for one in contradictions:
        if _ABOUT.get(one["what"]) == name:
            for side in _sides(one):
                found.setdefault(side.value, side)
    return tuple(found.values())


def _reviews(result: Result) -> Iterator[Question]:
    """Ask about each clause on review that the register has a kind for."""
    facts = [fact for fact in result["review"] if fact["value"]["kind"] != "other"]
    for number, fact in enumerate(facts):
        yield Question(
            f"review-{number}",
            Form.REVIEW,
            _("Follow-up and revision"),
            fact["value"],
            review_phrase(fact["value"]),
            **_evidence(fact),
        )


def _extension(result: Result) -> Iterator[Question]:
    fact = result["extension"]
    if fact and fact["value"]["new_until"]:
        value = fact["value"]["new_until"]
        yield Question("extension", Form.DATE, _("Extended until"), value, value, **_evidence(fact))


def _adoption(result: Result) -> Iterator[Question]:
    """A yes without its day cannot be placed in time, and is only shown in the text."""
    fact = result["signed"]
    if fact and len(fact["value"]["date"] or "") == len("YYYY-MM-DD"):
        yield Question(
            "adoption",
            Form.ADOPTION,
            _("Adopted"),
            fact["value"],
            adoption_phrase(fact["value"]),
            **_evidence(fact),
        )


def _diary_numbers(result: Result) -> Iterator[Question]:
    label = _("Diary number")
    for number, fact in enumerate(result["diary_numbers"]):
        yield Question(
            f"diary-{number}", Form.DIARY, label, fact["value"], fact["value"], **_evidence(fact)
        )
    if not result["diary_numbers"]:
        yield Question("diary-0", Form.DIARY, label)


def _version(result: Result, contradictions: list[Result]) -> Question:
    fact = result["version"]
    return Question(
        "version",
        Form.TEXT,
        _("Version"),
        fact["value"] if fact else None,
        fact["value"] if fact else "",
        alternatives=_alternatives("version", contradictions),
        **_evidence(fact),
    )


def _parent(result: Result, county: County) -> Iterator[Question]:
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
        **{**_evidence(fact), **certainty},
    )


def _notes(contradictions: list[Result]) -> Iterator[Question]:
    others = [one for one in contradictions if one["what"] not in _ABOUT]
    for number, one in enumerate(others):
        yield Question(
            f"note-{number}",
            Form.NOTE,
            contradiction_phrase(one["what"]),
            alternatives=tuple(_sides(one)),
        )
