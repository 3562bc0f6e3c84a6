"""A finished local text begins with who does what and when, whom to ask and the next review.

Seen red: with the first part left out of what is taken out, with the links shown to those who may
not record, with what was recorded after the sharing told, and with a regional text given the part.
Of an earlier day: with today's contact, and with the last change taken for the first one since.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import docx
import pypdfium2
import pytest
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from samklang.agreements.actions import Facts, edit
from samklang.agreements.models import Agreement, Edition, EventKind, Level
from samklang.agreements.queries import responsible_at
from samklang.texts.models import Section
from tests import cast
from tests.texts.desk import client, draft, promise, section, shared, writer

pytestmark = pytest.mark.django_db
CONTACT = "Verksamhetschefen för mossor"
FIRST = (
    "Det här gör vi",
    "Parterna ringer inom en vecka.",
    "Vi ringer samma dag.",
    "Vuxenenheten, enhetschefen",
    "Vårdcentralen, chefen",
    "Varje torsdag",
    "Kontakt och nästa översyn",
    CONTACT,
    "Ska revideras senast 30 juni 2028",
)


def finished() -> Edition:
    made = draft()
    section(made)
    promise(made)
    cast.event(made, EventKind.REVISE_BY, "2028-06-30")
    made.agreement.revision_responsible = CONTACT
    made.agreement.save()
    return made


def page(edition: Edition, name: str = "siri", of: str = "lund", **asked: str) -> str:
    address = reverse("texts:read", args=[edition.pk])
    return client(name, of).get(address, asked).content.decode()


def taken_out(edition: Edition, name: str) -> HttpResponse:
    answer = client().get(reverse(f"texts:{name}", args=[edition.pk]))
    assert isinstance(answer, HttpResponse)
    return answer


def places(words: str) -> list[int]:
    return [words.find(one) for one in (*FIRST, "Mossan ska vara tyst.")]


def test_the_page_says_first_what_is_done_whom_to_ask_and_when_it_is_reviewed() -> None:
    found = places(page(finished()))

    assert -1 not in found
    assert found == sorted(found)


def test_word_says_the_same_first_as_the_page() -> None:
    made = docx.Document(BytesIO(taken_out(finished(), "as_word").content))

    found = places("\n".join(one.text for one in made.paragraphs))

    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.slow
def test_the_pdf_says_the_same_first_as_the_page() -> None:
    made = pypdfium2.PdfDocument(taken_out(finished(), "as_paper").content)

    found = places(" ".join(one.get_textpage().get_text_range() for one in made))

    assert -1 not in found
    assert found == sorted(found)


def test_on_an_earlier_day_it_is_whom_one_asked_then() -> None:
    edition = finished()
    Section.objects.update(saved_at=timezone.now() - timedelta(days=9))
    moments = []
    for name in ("Utvecklingsledaren", "", "Samordnaren"):
        moments.append(timezone.now())
        agreement = Agreement.objects.get(pk=edition.agreement_id)
        facts = replace(Facts.of(agreement), revision_responsible=name)
        edit(agreement, facts, by=writer(), seen=agreement.version)

    now = Agreement.objects.get(pk=edition.agreement_id)
    told = [responsible_at(now, moment) for moment in (*moments, timezone.now())]
    assert told == [CONTACT, "Utvecklingsledaren", "", "Samordnaren"]
    yesterday = timezone.localdate() - timedelta(days=1)
    before, today = page(edition, on=yesterday.isoformat()), page(edition)
    assert [CONTACT in one for one in (before, today)] == [True, False]
    assert ["Samordnaren" in one for one in (before, today)] == [False, True]


def test_what_nobody_has_recorded_is_said_and_leads_whoever_may_record_it() -> None:
    edition = draft()
    section(edition)
    shared(edition)
    links = [
        reverse(f"agreements:{name}", args=[edition.agreement_id]) for name in ("edit", "add_event")
    ]

    own, received = page(edition), page(edition, "mira", "mora")

    assert [f'href="{one}"' in own for one in links] == [True, True]
    assert [f'href="{one}"' in received for one in links] == [False, False]
    for said in ("Ingen har angett vem som ansvarar.", "Ingen har angett när den ska ses över."):
        assert said in own
        assert said in received


def test_a_receiver_is_not_told_of_a_review_recorded_after_the_sharing() -> None:
    edition = draft()
    section(edition)
    shared(edition)
    cast.event(edition, EventKind.REVISE_BY, "2028-06-30")

    assert "30 juni 2028" in page(edition)
    assert "30 juni 2028" not in page(edition, "mira", "mora")


def test_a_regional_text_begins_with_its_own_sections() -> None:
    edition = cast.edition(cast.agreement("Ramavtal om mossar", level=Level.REGIONAL))
    section(edition)

    assert "Kontakt och nästa översyn" not in page(edition)


def test_an_answer_that_is_only_begun_is_said_to_be_so() -> None:
    edition = draft()
    section(edition)
    promise(edition, how="")

    assert "Inte besvarat än" in page(edition)
