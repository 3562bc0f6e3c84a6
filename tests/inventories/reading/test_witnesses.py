"""A title is said when two witnesses agree on it; with one it is offered to a person as a guess.

Seen red, one at a time: with one witness enough, with a guess written in the line of JSON, with no
line faulty and with each of the five faults forgotten, with a question naming a kind, with the kind
of an agreement enough, with no other heading looked for, with the area of a guessed title as
stated, with nothing called anything, with a short address and with the words of an address never
repeating, with a place counted as a heading above.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

import pytest

from samklang.inventories.proposal.evidence import text_question
from samklang.inventories.reading.addresses import repeats
from samklang.inventories.reading.facts import Certainty, Reading
from samklang.inventories.reading.json_line import as_json_line
from samklang.inventories.reading.vocabulary import Vocabulary
from samklang.inventories.reading.witnesses import is_faulty

Read = Callable[[str], Reading]
PAGE = "SOURCE: https://www.exempel.se/{} | TITLE: - | EXTENT: whole page\n\n"
BODY = (
    "\n\nHär möts de som arbetar i huset varje vecka och går igenom hur det har varit. De talar om "
    "lokaler och bemanning.\n\nDen som vill veta mer vänder sig till kansliet.\n"
)


def said(found: Reading) -> str | None:
    """Return the title as the command says it."""
    title: str | None = json.loads(as_json_line(found, "fil.txt"))["title"]
    return title


def guessed(found: Reading) -> str | None:
    title = found.title
    return title.value if title and title.certainty is Certainty.GUESSED else None


def test_a_first_line_that_nothing_else_speaks_for_is_offered_and_not_said(reading: Read) -> None:
    found = reading(PAGE.format("sida41") + "Snart öppnar trädgården" + BODY)
    assert (guessed(found), said(found)) == ("Snart öppnar trädgården", None)
    question = text_question({"title": asdict(found.title)} if found.title else {}, "title", "T")
    assert (question.value, question.certainty) == ("Snart öppnar trädgården", "guessed")


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("nyheter/snart-oppnar-tradgarden", "Snart öppnar trädgården"),
        ("huset/vuxna", "Vuxna"),
        ("traedgaarden-oeppnar-igen.html", "Trädgården i parken öppnar igen"),
        ("sida41", "Rutin för trädgården"),
        ("sida41", "Bemanning och lokaler i parken"),
    ],
    ids=["address", "short-address", "spelt-otherwise", "names-a-kind", "comes-again"],
)
def test_a_first_line_with_one_more_witness_is_the_title(
    reading: Read, address: str, line: str
) -> None:
    assert said(reading(PAGE.format(address) + line + BODY)) == line


@pytest.mark.parametrize("called", ["Snart öppnar trädgården | Exempel", "Trädgården som öppnar"])
def test_what_the_file_is_called_is_a_witness_too(reading: Read, called: str) -> None:
    page = PAGE.format("sida41").replace("TITLE: -", f"TITLE: {called}")
    assert said(reading(page + "Snart öppnar trädgården" + BODY)) == "Snart öppnar trädgården"
    assert said(reading(page.replace("öppnar", "grävs") + "Snart stängs huset" + BODY)) is None


def test_an_address_repeats_a_line_by_most_of_its_words(reading: Read) -> None:
    line = "Samverkan om hjälpmedel i länet"
    assert repeats(line, "https://a.example/samverkan-hjaelpmedel/2")
    assert not repeats(line, "https://a.example/samverkan/hjaelpmedel")


@pytest.mark.parametrize(
    "line",
    [
        "Tid Tisdagen den 24 november 2031 kl. 9:00",
        "Beslutande Ada Alm (M) ordförande",
        "Reviderad november 2031",
        "3 Utseende av två justerare",
        "Uppsala",
        "Dokumenttyp Rutin",
    ],
    ids=["when", "who", "month", "item", "place", "label"],
)
def test_a_line_of_who_when_or_where_is_no_title(vocabulary: Vocabulary, line: str) -> None:
    assert is_faulty(line, "minutes", vocabulary)
    assert not is_faulty(f"Protokoll {line}", "minutes", vocabulary)


def test_below_such_a_line_the_heading_is_the_title(reading: Read) -> None:
    found = reading(
        PAGE.format("a") + f"Onsdagen den 5 november 2031\n\nBemanning och lokaler i parken{BODY}"
    )
    assert said(found) == "Bemanning och lokaler i parken"
    below_a_place = reading(PAGE.format("a") + f"Uppsala\n\nBemanning och lokaler i parken{BODY}")
    assert said(below_a_place) == "Bemanning och lokaler i parken"


AGREEMENT = (
    "\n\nParter\nRegion Uppsala och Heby kommun.\n\nSyfte\nParterna samverkar om hemsjukvården.\n\n"
    "Giltighetstid\nÖverenskommelsen gäller från 1 april 2031.\n"
)


def test_an_agreements_kind_alone_is_a_guess_and_so_is_what_it_is_on(reading: Read) -> None:
    found = reading("ÖVERENSKOMMELSE" + AGREEMENT)
    assert (guessed(found), said(found)) == ("ÖVERENSKOMMELSE", None)
    assert [(area.value, area.certainty) for area in found.areas] == [("home_care", "guessed")]
    whole = reading("Överenskommelse om hemsjukvård" + AGREEMENT)
    assert said(whole) == "Överenskommelse om hemsjukvård"
    assert [(area.value, area.certainty) for area in whole.areas] == [("home_care", "stated")]


def test_a_question_names_no_document(reading: Read) -> None:
    assert said(reading(PAGE.format("a") + "Varför en överenskommelse?" + BODY)) is None
