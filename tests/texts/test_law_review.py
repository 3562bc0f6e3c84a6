"""A change of the law names the sections and the commitments that somebody must look at.

Seen red: with the changes asked about another day, with the markup left in what is searched, with
others' drafts among the texts, with the commitments of another section shown, with nobody told
of who read a draft, and with everybody who read a decided text told of.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.audit.models import Entry
from samklang.library.api import LawText, put_law
from samklang.organizations.models import Partnership
from samklang.setup import packs
from samklang.texts import actions
from samklang.texts.law_review import looks
from samklang.texts.models import Actor, Commitment, Section
from tests import cast
from tests.library.law import law_of
from tests.texts.desk import client, draft, section, writer

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
NAMES_THE_DUTY = (
    "<p>Parterna samverkar enligt 16 kap. 3 § <em>hälso- och sjukvårdslagen</em> (2017:30).</p>"
)
PAGE = reverse("texts:law_review")


@pytest.fixture
def law() -> LawText:
    return law_of("se")


@pytest.fixture
def sweden() -> Partnership:
    put_law("se", packs.country("se").law)
    home = cast.partnership()
    home.country = "se"
    home.save()
    return home


def commitment(of: Section, wording: str) -> Commitment:
    made = Commitment(edition=of.edition, section_key=of.key, wording=wording, actor=Actor.BOTH)
    return actions.write(made, by=writer(), seen="")


@pytest.mark.parametrize(
    ("on", "named"),
    [
        (date(2024, 6, 1), False),
        (date(2027, 12, 31), True),
        (date(2028, 1, 2), True),
        (date(2029, 6, 1), False),
    ],
)
def test_a_change_is_told_before_it_and_for_a_year_after(
    law: LawText, on: date, named: bool
) -> None:
    made = section(draft(), "Grund", NAMES_THE_DUTY)

    found = [change for one in looks([made], [], law, on=on) for change in one.changed]

    assert bool(found) is named
    assert {one.change.day for one in found} <= {date(2028, 1, 1)}


def test_a_repealed_paragraph_is_told_with_what_it_is_now(law: LawText) -> None:
    made = section(draft(), "Grund", "<p>Se 5 kap. 9 a § socialtjänstlagen (2001:453).</p>")

    [look] = looks([made], [], law, on=cast.TODAY)

    assert [one.now for one in look.repealed] == [("7 kap. 2 § socialtjänstlagen (2025:400)",)]


def test_a_replaced_word_is_told_in_running_text_and_left_in_the_title_of_an_act(
    law: LawText,
) -> None:
    text = "<p>Den som har ett missbruk kan vårdas enligt lagen om vård av missbrukare.</p>"
    made = section(draft(), "Grund", text)

    [look] = looks([made], [], law, on=cast.TODAY)

    assert [one.text for one in look.terms] == ["missbruk"]


def test_the_commitments_of_the_section_are_named_and_no_others(law: LawText) -> None:
    edition = draft()
    named, other = (
        section(edition, "Grund", NAMES_THE_DUTY),
        section(edition, "Möten", "<p>Två.</p>"),
    )
    own, others = commitment(named, "Parterna samverkar"), commitment(other, "Vi möts")

    [look] = looks([named, other], [own, others], law, on=date(2028, 1, 2))

    assert look.commitments == (own,)


@pytest.mark.usefixtures("sweden")
def test_the_page_lists_own_drafts_and_never_those_of_others() -> None:
    edition = draft()
    section(edition, "Grund", NAMES_THE_DUTY)

    own = client().get(f"{PAGE}?on=2028-01-02").content.decode()
    others = client("mira", "mora").get(f"{PAGE}?on=2028-01-02").content.decode()

    assert "ändras 1 januari 2028" in own
    assert "ändras 1 januari 2028" not in others
    read = Entry.objects.get(verb="draft.read")
    assert (str(read.actor), read.target_id) == ("Siri", edition.pk)

    cast.adopted(edition, cast.TODAY)
    client("sam").get(f"{PAGE}?on=2028-01-02")
    assert Entry.objects.filter(verb="draft.read").count() == 1  # nobody is told of what is decided


@pytest.mark.slow
@pytest.mark.usefixtures("sweden")
@pytest.mark.parametrize("count", [1, 30])
def test_the_page_takes_as_many_statements_for_thirty_sections_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = draft()
    for number in range(count):
        section(edition, f"Grund {number}", NAMES_THE_DUTY)
    reader = client()
    reader.get(f"{PAGE}?on=2028-01-02")  # who reads a draft is written down once a day

    with django_assert_num_queries(15):
        reader.get(f"{PAGE}?on=2028-01-02")
