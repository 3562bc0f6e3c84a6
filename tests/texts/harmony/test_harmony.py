"""Three sister texts are held against each other: what was seeded is found, and nothing else."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from samklang.library.api import LawText
from samklang.texts.harmony import Difference, Kind
from tests.library.law import law_of
from tests.texts.harmony.sisters import LVM, compared, read, sisters

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

# Kind, subject, and in which texts' which sections it stands.
SEEDED = {
    (Kind.TERM, "missbruk, missbrukare, missbruksvård", ("ash-tvång",)),
    (Kind.DEFINITION, "Fast kontakt", ("ash-begrepp", "elm-begrepp", "oak-begrepp")),
    (Kind.LONE_DEFINITION, "Boendestöd", ("ash-begrepp", "elm-begrepp")),
    (Kind.ACTOR, "Ansvar", ("ash-ansvar", "elm-ansvar", "oak-ansvar")),
    (Kind.LIMIT, "Ansvar", ("ash-ansvar", "elm-ansvar", "oak-ansvar")),
    (Kind.TARGET, "Målgrupp", ("ash-målgrupp", "elm-målgrupp", "oak-målgrupp")),
    (Kind.REFERENCE, "Ansvar", ("ash-ansvar", "elm-ansvar", "oak-ansvar")),
    (Kind.REFERENCE, "2 kap. 7 § socialtjänstlagen (2001:453)", ("oak-ansvar",)),
    (Kind.LONE_SECTION, "Delaktighet", ("ash-delaktighet", "elm-delaktighet")),
    (Kind.HEADING, "Samverkansforum", ("ash-samverkansforum", "elm-möten", "oak-möten")),
    (Kind.WORDING, "Avvikelser", ("ash-avvikelser", "elm-avvikelser", "oak-avvikelser")),
    (Kind.WORDING, "Tvång", ("ash-tvång", "elm-tvång", "oak-tvång")),
    (Kind.ORDER, "Oenighet", ("ash-oenighet", "elm-oenighet", "oak-oenighet")),
}


def told(one: Difference) -> tuple[Kind, str, tuple[str, ...]]:
    return one.kind, one.subject, tuple(sorted(saying.section for saying in one.sayings))


@pytest.fixture
def law() -> LawText:
    return law_of("se")


def test_every_seeded_difference_is_found_and_nothing_else(law: LawText) -> None:
    found = [told(one) for one in read(sisters(), law).differences]

    assert sorted(found) == sorted(SEEDED)
    assert {kind for kind, _subject, _places in SEEDED} == set(Kind)


def test_the_order_of_the_texts_does_not_matter(law: LawText) -> None:
    first, *others = (read(list(order), law) for order in permutations(sisters()))

    assert all(one == first for one in others)


def test_a_difference_has_every_wording_and_what_differs_in_it(law: LawText) -> None:
    (limit,) = (one for one in read(sisters(), law).differences if one.kind is Kind.LIMIT)

    assert [(one.text, one.value) for one in limit.sayings] == [
        ("ash", "två veckor"),
        ("elm", "14 dagar"),
        ("oak", "3 veckor"),
    ]
    assert limit.sayings[2].wording == "Kommunen ska svara på en remiss inom 3 veckor."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("En plan ska finnas enligt 16 kap. 3 § HSL.", "En plan ska finnas enligt HSL 16:3."),
        ("Landstinget ska betala.", "Regionen ska betala."),
        ("Vård vid missbruk ges.", "Vård vid skadligt bruk och beroende ges."),
    ],
)
def test_the_law_by_another_name_is_no_difference_between_the_texts(
    one: str, other: str, law: LawText
) -> None:
    kinds = compared(f"<p>{one}</p>", f"<p>{other}</p>", law=law)

    assert set(kinds) <= {"term"}


def test_an_old_word_is_told_in_running_text_and_left_in_the_name_of_an_act(law: LawText) -> None:
    (old,) = (one for one in read(sisters(), law).differences if one.kind is Kind.TERM)

    assert [(one.text, one.wording, one.value) for one in old.sayings] == [
        (
            "ash",
            f"Om tvång säger {LVM} vad som gäller. Stödet vid missbruk är frivilligt.",
            "missbruk",
        )
    ]
    assert old.instead == "skadligt bruk och beroende"


def test_an_old_word_is_none_before_its_day(law: LawText) -> None:
    found = read(sisters(), law, on=date(2025, 6, 30)).differences

    assert Kind.TERM not in {one.kind for one in found}
