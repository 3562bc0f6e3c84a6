"""Finds where a text refers to the law, and what a repealed reference means now."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samklang.library.law_text import CitedAct, LawText, Place


@dataclass(frozen=True, slots=True)
class FoundReference:
    """One reference in a text, at `text[start:end]`.

    `provisions` are the codes of those it names that the law book has. When the act is
    repealed, `now` are the codes of what says the same today, as far as that is known, and
    `now_act` is the act that came in its place. `numbered` tells whether the act's number stands
    there; without it the act follows from which one has such a paragraph.
    """

    start: int
    end: int
    text: str
    act: str
    places: tuple[Place, ...]
    numbered: bool
    provisions: tuple[str, ...]
    repealed: bool
    now: tuple[str, ...]
    now_act: str


def references_in(text: str, law: LawText) -> tuple[FoundReference, ...]:
    """Return the references to acts that the law book knows, in their order in the text."""
    if law.pattern is None:
        return ()
    found = (_reference(one, law) for one in law.pattern.whole.finditer(text))
    return tuple(one for one in found if one is not None)


def _reference(found: re.Match[str], law: LawText) -> FoundReference | None:
    listed = found["places_before"] or found["places_after"] or found["places_apart"] or ""
    number = _first(found, "number", "bare")
    if not listed and not number:
        return None  # The name of an act alone refers to nothing in it.
    places = tuple(law.pattern.places(listed)) if law.pattern else ()
    act = _meant(law, _first(found, "name"), number, places)
    old = [law.old_by_place.get((act.code, place)) for place in places]
    codes = [law.by_place.get((act.code, place)) for place in places or (("", ""),)]
    return FoundReference(
        start=found.start(),
        end=found.end(),
        text=found.group(),
        act=act.code,
        places=places,
        numbered=bool(number),
        provisions=tuple(code for code in codes if code),
        repealed=act.repealed_date is not None,
        now=tuple(dict.fromkeys(code for one in old if one for code in one.now)),
        now_act=act.replaced_by,
    )


def _first(found: re.Match[str], *names: str) -> str:
    groups = (f"{name}_{side}" for name in names for side in ("before", "after"))
    return next((found[group] for group in groups if found[group]), "")


def _meant(law: LawText, name: str, number: str, places: tuple[Place, ...]) -> CitedAct:
    """Return the act with the number, else the one of that name that has such a paragraph.

    Those in force come first, since a text most often means them.
    """
    if number:
        return next(act for act in law.acts if act.number == number)
    called = sorted(_called(law, name), key=lambda act: act.repealed_date is not None)
    known = law.by_place.keys() | law.old_by_place.keys()
    having = (act for act in called if any((act.code, place) in known for place in places))
    return next(having, called[0])


def _called(law: LawText, name: str) -> Iterator[CitedAct]:
    said = " ".join(name.split()).casefold()
    return (act for act in law.acts if said in {one.casefold() for one in act.names})
