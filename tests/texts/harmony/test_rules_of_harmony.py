"""What counts as a difference, rule by rule, and what is only written in another way.

Seen red: with no spellings read as one, with the join of sentences not looked at, with two things
of one text let into a group, and with a text’s own words compared.
"""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.texts.harmony import Harmony, Kind
from tests.texts.harmony.sisters import ASH, ELM, OAK, Sections, compared, read, text

pytestmark = pytest.mark.one_database

# Words of these texts in any order, so that sentences come close to each other.
SAID = "regionen kommunen ska skall inte 14 dagar två veckor under 18 år från 21 plan möte ; . – §"
LINE = st.lists(st.sampled_from(SAID.split()), min_size=1, max_size=9).map(" ".join)
BODY = st.lists(LINE, max_size=4).map(lambda all_: "".join(f"<p>{one}.</p>" for one in all_))
HEADING = st.sampled_from(["Ansvar", "Syfte", "Begrepp", "Målgrupp", "1"])
SECTIONS = st.lists(st.tuples(HEADING, BODY), max_size=5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Regionen ska svara inom 14 dagar.", "Regionen skall svara inom två veckor"),
        ("Kommunen ska svara inom ett dygn.", "Kommunen ska svara inom 24 timmar."),
        (
            "Avtalet ses över varje år, t.ex. i maj.",
            "Avtalet ses över varje år, till exempel i maj.",
        ),
        ("Stödet ges till den som är under 18 år.", "Stödet ges till den som är högst 17 år."),
        ("Den är mellan 18–64 år.", "Den är mellan 18 till 64 år."),
        ("Avgiften är 1 200 kronor.", "Avgiften är 1.200 kr."),
        ("Regionen ska betala.", "Region Nordmark ska betala."),
        ("Tre platser finns – alltid.", "3 platser finns, alltid"),
        ("<strong>Vård</strong> ges.", "vård ges"),
        ("Först det ena. Sedan det andra.", "Först det ena; sedan det andra."),
        ("Vården är nära. Och den är öppen.", "Vården är nära, och den är öppen."),
    ],
)
def test_what_is_written_in_another_way_is_no_difference(one: str, other: str) -> None:
    assert compared(f"<p>{one}</p>", f"<p>{other}</p>") == []


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("Kommunen ska svara inom två veckor.", "Kommunen ska svara inom 3 veckor.", ["limit"]),
        ("Kommunen ska svara inom 5 dagar.", "Kommunen ska svara inom 5 arbetsdagar.", ["limit"]),
        ("Regionen ska betala resan.", "Kommunen ska betala resan.", ["actor"]),
        ("Socialtjänsten ska betala.", "Kommunen ska betala.", ["actor"]),
        ("Stödet ges från 16 år.", "Stödet ges från 18 år.", ["target"]),
        ("Stödet ges under 18 år.", "Stödet ges till och med 18 år.", ["target"]),
        (
            "Regionen ska betala inom en vecka.",
            "Kommunen ska betala inom en dag.",
            ["actor", "limit"],
        ),
        ("Regionen ska erbjuda vård.", "Regionen ska inte erbjuda vård.", ["wording"]),
        ("Vården är öppen på kvällar.", "", ["wording"]),
    ],
)
def test_what_is_meant_otherwise_is_told_by_its_kind(
    one: str, other: str, kinds: list[str]
) -> None:
    assert compared(f"<p>{one}</p>", f"<p>{other}</p>") == kinds


@pytest.mark.parametrize(
    "body",
    [
        "<p>Med samordnare avses {}.</p>",
        "<p>Begreppet samordnare definieras som {}.</p>",
        "<p><strong>Samordnare</strong> – {}.</p>",
        "<p><strong>Samordnare:</strong> {}.</p>",
        "<ul><li>Samordnare: {}.</li></ul>",
        "<table><tbody><tr><td>Samordnare</td><td>{}.</td></tr></tbody></table>",
    ],
)
def test_a_definition_is_known_by_each_of_its_forms(body: str) -> None:
    kinds = compared(
        body.format("den som håller ihop"), body.format("den som betalar"), heading="Begrepp"
    )

    assert kinds == ["definition"]


def test_a_definition_is_the_same_in_whichever_form_it_stands() -> None:
    listed = "<ul><li>Samordnare: den som håller ihop.</li></ul>"
    said = "<p>Med ”samordnare” avses den som håller ihop.</p>"

    assert compared(listed, said, heading="Begrepp") == []


def test_words_that_each_text_has_of_its_own_are_no_difference() -> None:
    one = text("a", [("Om barn", "<p>Barnen ska få stöd.</p>")], own=("barn",))
    other = text("b", [("Om äldre", "<p>Äldre ska få stöd.</p>")], own=("äldre",))

    assert read([one, other]).differences == ()


def test_the_sections_stand_beside_each_other_also_under_other_headings() -> None:
    found = read([text("elm", ELM), text("ash", ASH)])

    beside = [{code: part.heading for code, part in row.items()} for row in found.rows]
    assert {"elm": "Möten", "ash": "Samverkansforum"} in beside
    assert sum(len(row) for row in found.rows) == len(ELM) + len(ASH)


@pytest.mark.parametrize("sections", [ELM, ASH, OAK])
def test_a_text_beside_itself_differs_in_nothing(sections: Sections) -> None:
    assert twins(sections).differences == ()


def twins(sections: Sections) -> Harmony:
    return read([text("one", sections), text("other", sections)])


@settings(max_examples=60, deadline=None)
@given(SECTIONS)
def test_whatever_a_text_says_it_does_not_differ_from_itself(sections: Sections) -> None:
    found = twins(sections).differences

    assert [one for one in found if one.kind is not Kind.DEFINITION] == []


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(SECTIONS, SECTIONS, SECTIONS)
def test_whatever_they_say_the_order_of_the_texts_does_not_matter(
    one: Sections, two: Sections, three: Sections
) -> None:
    texts = [text("one", one), text("two", two), text("three", three)]

    assert read(texts) == read(texts[::-1])


def test_every_place_that_is_told_is_a_place_in_the_text() -> None:
    texts = [text("elm", ELM), text("ash", ASH)]
    places = {(one.code, part.key) for one in texts for part in one.parts}

    told = {(s.text, s.section) for d in read(texts).differences for s in d.sayings}

    assert told
    assert told <= places
