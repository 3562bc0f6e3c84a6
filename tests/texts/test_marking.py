"""Marking what a text undertakes: in its own words, by those who write it, and nothing is lost.

Seen red: spaces compared, words taken that stand nowhere, all placed first, `seen` not compared,
and the words not looked for again in the section.
"""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samklang.texts import actions
from samklang.texts.models import Actor, Commitment, Section
from samklang.texts.same_words import is_same, place_in
from tests import cast

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
BODY = (
    "<p>Kommunen ringer först. Regionen svarar\nsamma dag.</p>"
    "<ul><li>Båda skriver upp det.</li></ul>"
)


@pytest.fixture
def section() -> Section:
    edition = cast.edition(cast.agreement(), begun=cast.TODAY)
    made = Section(edition=edition, heading="Vem gör vad", body=BODY)
    return actions.add_section(made, after=None, by=cast.acting_for(cast.person("siri")))


def client() -> Client:
    made = Client()
    made.force_login(cast.person("siri"))
    return made


def sent(section: Section, wording: str, **more: str) -> dict[str, str]:
    return {"section": section.key, "wording": wording, "actor": Actor.REGION, **more}


def marked(section: Section, wording: str) -> Commitment:
    client().post(reverse("texts:mark", args=[section.edition_id]), sent(section, wording))
    return Commitment.objects.get(wording=wording)


def test_words_are_the_same_whatever_stands_between_them() -> None:
    assert is_same("Regionen  svarar\nsamma dag.", "Regionen svarar samma dag.")
    assert not is_same("Regionen svarar samma dag.", "Regionen svarar samma vecka.")
    assert place_in("Först ringer kommunen.", "ringer\n kommunen.") == 6
    assert place_in("Först ringer kommunen.", "ringer regionen.") is None


def test_what_is_marked_stands_in_the_section(section: Section) -> None:
    marked(section, "Regionen svarar samma dag.")

    answer = client().post(
        reverse("texts:mark", args=[section.edition_id]), sent(section, "Regionen skriver brev.")
    )

    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "Regionen skriver brev." in answer.content.decode()
    assert [one.wording for one in Commitment.objects.as_of()] == ["Regionen svarar samma dag."]


def test_commitments_are_numbered_in_the_order_of_the_text(section: Section) -> None:
    for wording in ("Båda skriver upp det.", "Kommunen ringer först."):
        marked(section, wording)

    page = client().get(reverse("texts:commitments", args=[section.edition_id])).content.decode()

    assert page.index("<strong>1.1</strong> Kommunen ringer") < page.index(
        "<strong>1.2</strong> Båda"
    )


def test_the_second_of_two_who_mend_sees_both(section: Section) -> None:
    one = marked(section, "Kommunen ringer först.")
    begun = one.seen
    address = reverse("texts:mend", args=[section.edition_id, one.key])
    client().post(address, sent(section, "Båda skriver upp det.", seen=begun))

    answer = client().post(address, sent(section, "Regionen svarar samma dag.", seen=begun))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Båda skriver upp det." in answer.content.decode()
    assert "Regionen svarar samma dag." in answer.content.decode()


def test_a_commitment_whose_words_were_taken_out_of_the_text_is_pointed_out(
    section: Section,
) -> None:
    marked(section, "Kommunen ringer först.")
    section.body = "<p>Regionen ringer först.</p>"
    actions.write(section, by=cast.acting_for(cast.person("siri")), seen=section.seen)

    page = client().get(reverse("texts:commitments", args=[section.edition_id])).content.decode()

    assert 'href="#s-warning"' in page


@pytest.mark.slow
def test_the_list_takes_as_many_statements_for_thirty_as_for_one(section: Section) -> None:
    by, reader = cast.acting_for(cast.person("siri")), client()
    address = reverse("texts:commitments", args=[section.edition_id])
    reader.get(address)
    counts = []
    for more in (1, 29):
        for _each in range(more):
            one = Commitment(
                edition=section.edition,
                section_key=section.key,
                wording="Båda skriver upp det.",
                actor=Actor.BOTH,
            )
            actions.write(one, by=by, seen="")
        with CaptureQueriesContext(connection) as asked:
            reader.get(address)
        counts.append(len(asked))

    assert counts[0] == counts[1]
