"""A text begins from an earlier edition, or as its file reads, and never over what is written.

Seen red: with the unticked commitments kept, with the division offered where sections stand, with
the keys drawn anew at a carrying over, and with another organization's draft among what to begin
with.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from samklang.agreements.models import Edition, EditionFile
from samklang.documents.api import Text, keep, keep_text
from samklang.documents.extraction.opening import extract
from samklang.texts.models import Actor, Commitment, Section
from tests import cast
from tests.texts.desk import client, draft, headings, section

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
    assert commitment.section_key in Section.objects.values_list("key", flat=True)


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


def test_the_text_of_another_agreement_is_not_taken_over() -> None:
    other = cast.edition(cast.agreement("Lokalavtal om tjärnar"))
    section(other)
    edition = draft()

    answer = client().post(reverse("texts:begin", args=[edition.pk, other.pk]))

    assert answer.status_code == 404
    assert headings(edition) == []
