"""A text's references to the law are found, and repealed ones are told what they mean now.

Seen red: with the lookahead after a place taken out (“HSL 16 kap. 3 §, 7 kap. 2 § SoL” became
one act), with ranges not filled in, with a number asked for behind every name, and with the act
in force always preferred.
"""

from __future__ import annotations

import tomllib
from itertools import pairwise

import pytest
from django.conf import settings as settings_of
from hypothesis import given, settings
from hypothesis import strategies as st

from samklang.library.api import LawText, references_in
from tests.library.law import law_of

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def law() -> LawText:
    return law_of("se")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("16 kap. 3 § HSL", ["hsl-16-3"]),
        ("HSL (2017:30) 16 kap 3 §", ["hsl-16-3"]),
        ("HSL 16:3", ["hsl-16-3"]),
        ("16 kap. 3 § i hälso- och sjukvårdslagen (2017:30)", ["hsl-16-3"]),
        ("Hälso- och sjukvårdslagens 16 kap. 3 §", ["hsl-16-3"]),
        ("10 kap. 8–9 §§ SoL", ["sol-10-8", "sol-10-9"]),
        ("16 kap. 3 till 6 §§ HSL", ["hsl-16-3", "hsl-16-4", "hsl-16-5", "hsl-16-6"]),
        ("16 kap. 3 och 4 §§ HSL", ["hsl-16-3", "hsl-16-4"]),
        ("16 kap. 3 § och 7 kap. 2 d § HSL", ["hsl-16-3", "hsl-7-2d"]),
        ("9 kap. 10a § SoL", ["sol-9-10a"]),
        ("7 kap. 2 § socialtjänstlagen", ["sol-7-2"]),
        ("5 § lagen (2026:1306) om samordnad vård", ["lag-2026-1306-5"]),
        ("16 kap. 3 § andra stycket HSL", ["hsl-16-3"]),
        ("16 kap. 3 § 2:a stycket hälso- och sjukvårdslagen", ["hsl-16-3"]),
        ("3 § 16 kap. HSL", ["hsl-16-3"]),
        ("16 kap. 3 § hälso- och sjukvårdslag (2017:30)", ["hsl-16-3"]),
        ("lagen (2017:612) om samverkan vid utskrivning", ["lag-2017-612"]),
    ],
)
def test_a_reference_is_found_however_it_is_written(
    law: LawText, text: str, named: list[str]
) -> None:
    (found,) = references_in(f"Se {text}, där det står.", law)

    assert list(found.provisions) == named
    assert not found.repealed


@pytest.mark.parametrize(
    ("text", "act", "now"),
    [
        ("5 kap. 8 a § SoL (2001:453)", "sol-2001", ["sol-7-2"]),
        ("SoL 5 kap. 8 a § och 9 a §", "sol-2001", ["sol-7-2"]),
        ("2 kap. 7 § socialtjänstlagen", "sol-2001", ["sol-10-8", "sol-10-9"]),
        ("8 a § HSL", "hsl-1982", ["hsl-16-3"]),
        ("3 f § hälso- och sjukvårdslagen (1982:763)", "hsl-1982", ["hsl-16-4"]),
        ("socialtjänstlagen (2001:453)", "sol-2001", []),
        ("1 § betalningsansvarslagen (1990:1404)", "lag-1990-1404", []),
    ],
)
def test_a_repealed_reference_is_told_what_it_means_now(
    law: LawText, text: str, act: str, now: list[str]
) -> None:
    (found,) = references_in(text, law)

    assert (found.act, list(found.now), found.repealed) == (act, now, True)
    assert found.now_act


def test_an_act_in_force_is_meant_when_both_have_such_a_name(law: LawText) -> None:
    new, old = references_in("SoL 7 kap. 2 § och SoL (2001:453) 7 kap. 2 §", law)

    assert (new.act, new.numbered, new.repealed) == ("sol", False, False)
    assert (old.act, old.numbered, old.repealed) == ("sol-2001", True, True)


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("HSL 16 kap. 3 §, SoL 7 kap. 2 §", ["hsl", "sol"]),
        ("16 kap. 3 § HSL och 7 kap. 2 § SoL", ["hsl", "sol"]),
        ("HSL 16 kap. 3 §, 7 kap. 2 § SoL", ["hsl", "sol"]),
        ("enligt HSL, 7 kap. 2 § SoL", ["sol"]),
        ("3 § 16 kap. HSL, 5 kap. 1 § patientlagen", ["hsl"]),
    ],
)
def test_a_paragraph_belongs_to_the_act_beside_it(law: LawText, text: str, acts: list[str]) -> None:
    found = references_in(text, law)

    assert [one.act for one in found] == acts
    assert all(len(one.places) == 1 for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "socialtjänstlagen gäller",
        "16 kap. 3 § patientlagen",
        "7 kap. 2 § socialtjänstlagen (1956:2)",
        "kl. 9:37 i Mora",
        "§ 37 i protokollet",
        "Solen 7:2",
        "dnr 12017:30",
    ],
)
def test_what_is_no_reference_to_a_known_act_is_left(law: LawText, text: str) -> None:
    assert references_in(text, law) == ()


def test_a_country_without_a_law_book_finds_nothing() -> None:
    nothing = LawText(source="")

    assert references_in("16 kap. 3 § HSL", nothing) == ()


def test_the_made_up_country_has_references_of_its_own() -> None:
    law = law_of("xx")

    (new,) = references_in("enligt 4 § omsorgslagen", law)
    (old,) = references_in("enligt 12 § i vårdstadgan", law)

    assert (new.provisions, new.repealed) == (("omsorgslagen-4",), False)
    assert (old.now, old.now_act) == (("omsorgslagen-4",), "omsorgslagen")


PARTS = "16 kap. |3 §|8 a|–| och |, | §§ |HSL|SoL| i |(2017:30)|socialtjänstlagen| |9:37|”|. "
PIECES = st.lists(st.sampled_from(PARTS.split("|")), max_size=14).map("".join)


@pytest.mark.slow
@settings(max_examples=150, deadline=None, derandomize=True)
@given(text=PIECES)
def test_whatever_is_found_stands_where_it_is_said_to(text: str) -> None:
    found = references_in(text, law_of("se"))

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(code in law_of("se").by_code for one in found for code in one.provisions + one.now)


def test_the_reader_of_received_files_is_told_the_same_about_repealed_acts() -> None:
    law = law_of("se")
    path = settings_of.SAMKLANG_PACKS_DIR / "se/reading/laws.toml"
    told = {one["name"]: one for one in tomllib.loads(path.read_text("utf-8"))["repealed"]}

    compared = 0
    for act in law.acts:
        for name in act.names:
            said = told.get(f"{name} ({act.number})", {})
            for key in ("cooperation_sections", "plan_sections"):
                if key in said:
                    (found,) = references_in(said[key]["now"], law)
                    olds = [one.now for one in law.references if one.act == act.code]
                    assert found.provisions in olds
                    compared += 1
    assert compared == 4
