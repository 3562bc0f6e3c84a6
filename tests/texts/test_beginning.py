"""A text begins from an earlier edition, or as its file reads, and never over what is written.

Seen red: with the unticked commitments kept, with the division offered where sections stand, with
the keys drawn anew at a carrying over, with a text laid out twice, with an adopted text begun from
another one, with what was taken out in the way of a new beginning,
and with what was said once for the rest not heard.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from samklang.agreements.models import Edition, EditionFile
from samklang.common.lifecycle import MoveNotAllowed
from samklang.documents.api import Text, keep, keep_text
from samklang.documents.extraction.opening import extract
from samklang.texts.actions import carry_over, lay_out, remove_section
from samklang.texts.models import Actor, Commitment, Section
from tests import cast
from tests.texts.desk import client, draft, headings, section, writer

pytestmark = pytest.mark.django_db
LETTER = """Overenskommelse om myrar

1 Syfte
Parterna vill att myrarna ska vara stilla hela aret om.

2 Ansvar
Kommunen ska märka ut varje stig.
Regionen ska mäta vattnet varje vår.
"""


def with_file(edition: Edition) -> Text:
    content = LETTER.encode()
    file = keep("myrar.txt", content, format="text", by=None, organization=cast.organization())
    EditionFile.objects.create(edition=edition, file=file)
    found = extract("myrar.txt", content)
    return keep_text(file, found.text, blocks=[one.to_keep() for one in found.blocks])


@pytest.fixture
def swedish(settings: object) -> None:
    cast.partnership().__class__.objects.update(country="se")


@pytest.mark.usefixtures("swedish")
def test_what_a_person_has_left_standing_is_written_down() -> None:
    edition = draft()
    address = reverse("texts:divide", args=[edition.pk, with_file(edition).pk])
    page = client().get(address).content.decode()

    client().post(address, {"kept": ["0"], "actor-0": Actor.BOTH})

    assert "Regionen ska mäta vattnet varje vår" in page
    assert "Syfte" in headings(edition)
    [commitment] = Commitment.objects.filter(edition=edition).as_of()
    assert "märka ut varje stig" in commitment.wording
    assert commitment.actor == Actor.BOTH
    assert commitment.section_key == Section.objects.get(heading="Ansvar").key


@pytest.mark.usefixtures("swedish")
def test_whether_each_municipality_must_answer_is_said_of_one_or_of_the_rest() -> None:
    edition = draft()
    address = reverse("texts:divide", args=[edition.pk, with_file(edition).pk])

    client().post(address, {"kept": ["0", "1"], "needs-0": "yes", "rest": "no"})

    found = Commitment.objects.filter(edition=edition).as_of()
    assert [one.needs_local_answer for one in found] == [True, False]


def test_nothing_is_laid_out_over_what_is_written() -> None:
    edition = draft()
    text = with_file(edition)
    section(edition)

    answer = client().post(reverse("texts:divide", args=[edition.pk, text.pk]), {"kept": []})

    assert answer.status_code == 403
    assert headings(edition) == ["Syfte"]


def test_an_empty_edition_offers_the_text_of_the_one_before() -> None:
    earlier = draft()
    made = section(earlier)
    following = cast.edition(earlier.agreement, number=2)

    page = client().get(reverse("texts:read", args=[following.pk])).content.decode()
    client().post(reverse("texts:begin", args=[following.pk, earlier.pk]))

    assert reverse("texts:begin", args=[following.pk, earlier.pk]) in page
    assert Section.objects.get(edition=following).key == made.key


def test_of_two_who_divide_the_same_text_the_second_is_told() -> None:
    edition = draft()
    lay_out(edition, [Section(heading="Syfte")], [], by=writer())

    with pytest.raises(MoveNotAllowed):
        lay_out(edition, [Section(heading="Syfte igen")], [], by=writer("rut"))

    assert headings(edition) == ["Syfte"]


def test_an_adopted_text_is_divided_as_it_reads_and_never_begun_from_another() -> None:
    earlier = draft()
    section(earlier)
    following = cast.edition(earlier.agreement, number=2)
    text = with_file(following)
    cast.adopted(following, cast.TODAY)
    begin = reverse("texts:begin", args=[following.pk, earlier.pk])
    divide = reverse("texts:divide", args=[following.pk, text.pk])

    page = client().get(reverse("texts:read", args=[following.pk])).content.decode()

    assert (begin in page, divide in page) == (False, True)
    assert client().post(begin).status_code == 403
    assert headings(following) == []
    assert client().post(divide, {"kept": []}).status_code == 302
    assert "Ansvar" in headings(following)


def test_a_text_that_was_taken_out_whole_is_begun_anew() -> None:
    earlier = draft()
    section(earlier)
    following = cast.edition(earlier.agreement, number=2)
    carry_over(earlier, following, by=writer())
    [carried] = Section.objects.filter(edition=following).as_of()
    remove_section(carried, by=writer(), seen=carried.seen)

    client().post(reverse("texts:begin", args=[following.pk, earlier.pk]))

    assert headings(following) == ["Syfte"]


def test_an_edition_whose_sections_are_all_taken_out_is_nothing_to_begin_with() -> None:
    earlier = draft()
    made = section(earlier)
    following = cast.edition(earlier.agreement, number=2)
    remove_section(made, by=writer(), seen=made.seen)

    page = client().get(reverse("texts:read", args=[following.pk])).content.decode()

    assert reverse("texts:begin", args=[following.pk, earlier.pk]) not in page


def test_the_text_of_another_agreement_is_not_taken_over() -> None:
    other = cast.edition(cast.agreement("Lokalavtal om tjärnar"))
    section(other)
    edition = draft()

    answer = client().post(reverse("texts:begin", args=[edition.pk, other.pk]))

    assert answer.status_code == 404
    assert headings(edition) == []
