"""A comment is seen by those who write the draft and by whoever made it, and by nobody else.

Seen red, one at a time: with `visible_to` open to everybody, with a comment compared with the text
of today for those outside, with what is said of removed sections left out, with settling not asked
whether it is settled already, with settling let through in an adopted text, and with one that has a
reply marked as one that waits.
"""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.consultations import actions
from samklang.consultations.models import Comment
from samklang.organizations.models import Role
from tests import cast
from tests.consultations import county
from tests.inventories.bad_files import TEST_NUMBER

pytestmark = pytest.mark.django_db
QUERIES = 20


def client(name: str, of: str = "lund", role: str = Role.EDITOR) -> Client:
    made = Client()
    made.force_login(cast.person(name, role, of=cast.organization(of)))
    return made


def page(edition_pk: int, key: str = "") -> str:
    if key:
        return reverse("consultations:section", args=[edition_pk, key])
    return reverse("consultations:opinions", args=[edition_pk])


def commented(edition_pk: int, key: str, by: Client, text: str) -> Comment:
    answer = by.post(page(edition_pk, key), {"text": text})
    assert answer.status_code == 302, answer.content.decode()
    return Comment.objects.latest("pk")


def test_a_comment_is_seen_by_the_writers_and_by_those_who_made_it_alone() -> None:
    edition = county.draft()
    county.shared(edition, "mora", "orsa")
    key = county.section(edition).key

    commented(edition.pk, key, client("rut", "mora"), "Vem ringer vi på måndag?")

    said = "Vem ringer vi på måndag?"
    assert said in client("siri").get(page(edition.pk)).content.decode()
    assert said in client("ulla", "mora").get(page(edition.pk)).content.decode()
    assert said not in client("olle", "orsa").get(page(edition.pk)).content.decode()
    assert client("frida", "falun").get(page(edition.pk)).status_code == 404


def test_another_receiver_does_not_find_the_comment_by_its_number() -> None:
    edition = county.draft()
    county.shared(edition, "mora", "orsa")
    made = commented(edition.pk, county.section(edition).key, client("rut", "mora"), "Hur?")
    thread = reverse("consultations:reply", args=[edition.pk, made.pk])

    assert client("siri").get(thread).status_code == 200
    assert client("olle", "orsa").get(thread).status_code == 404
    assert client("olle", "orsa").post(thread, {"text": "Ja"}).status_code == 404


def test_somebody_who_only_reads_may_comment_for_their_organization() -> None:
    edition = county.draft()
    county.shared(edition)

    made = commented(
        edition.pk, county.section(edition).key, client("lea", "mora", Role.READER), "Bra."
    )

    assert made.organization == cast.organization("mora")


def test_a_comment_notices_that_the_text_has_been_changed_since() -> None:
    edition = county.draft()
    siri, key = client("siri"), county.section(edition).key
    commented(edition.pk, key, siri, "Oklart.")
    assert "Texten har ändrats sedan" not in siri.get(page(edition.pk)).content.decode()

    county.rewritten(edition, "<p>Enhetschefen svarar inom två dagar.</p>")
    html = siri.get(page(edition.pk)).content.decode()

    assert "Texten har ändrats sedan" in html
    assert "Om ansvar." in html


def test_what_the_writers_change_later_is_not_told_to_whoever_commented() -> None:
    edition = county.draft()
    county.shared(edition)
    rut, key = client("rut", "mora"), county.section(edition).key
    commented(edition.pk, key, rut, "Oklart.")

    county.rewritten(edition, "<p>Enhetschefen svarar inom två dagar.</p>")
    html = rut.get(page(edition.pk)).content.decode()

    assert "Texten har ändrats sedan" not in html
    assert "två dagar" not in html


def test_a_comment_on_a_section_that_is_taken_out_is_still_there() -> None:
    edition = county.draft()
    siri, found = client("siri"), county.section(edition)
    commented(edition.pk, found.key, siri, "Behövs den?")

    siri.post(reverse("texts:remove", args=[edition.pk, found.key]))
    html = siri.get(page(edition.pk)).content.decode()

    assert "Om avsnitt som inte längre finns i texten" in html
    assert "Behövs den?" in html


def test_a_comment_is_replied_to_and_settled_and_opened_again() -> None:
    edition = county.draft()
    county.shared(edition)
    rut, siri = client("rut", "mora"), client("siri")
    made = commented(edition.pk, county.section(edition).key, rut, "Vem?")
    thread = reverse("consultations:reply", args=[edition.pk, made.pk])

    siri.post(thread, {"text": "Enhetschefen."})
    assert "Enhetschefen." in rut.get(thread).content.decode()
    rut.post(reverse("consultations:settle", args=[edition.pk, made.pk]))
    made.refresh_from_db()
    assert made.settled_at is not None
    siri.post(reverse("consultations:reopen", args=[edition.pk, made.pk]))
    made.refresh_from_db()

    assert made.settled_at is None
    verbs = set(Entry.objects.filter(verb__startswith="comment.").values_list("verb", flat=True))
    assert verbs == {"comment.made", "comment.replied", "comment.settled", "comment.reopened"}


def test_a_comment_that_has_a_reply_has_another_symbol_than_one_that_waits() -> None:
    edition = county.draft()
    siri = client("siri")
    made = commented(edition.pk, county.section(edition).key, siri, "Vem?")
    thread = reverse("consultations:reply", args=[edition.pk, made.pk])
    waiting = siri.get(thread).content.decode()

    siri.post(thread, {"text": "Enhetschefen."})
    replied = siri.get(thread).content.decode()

    assert '<use href="#s-no-answer"/></svg> Väntar på svar' in waiting
    assert '<use href="#s-under-way"/></svg> Har fått svar' in replied


def test_settling_what_is_settled_is_a_lost_race() -> None:
    edition = county.draft()
    siri = county.person("siri")
    made = actions.comment(
        county.section(edition), "Hur?", voice=county.voice(siri, edition), by=siri
    )
    actions.settle(made, by=siri, settled=True)

    with pytest.raises(MoveNotAllowed):
        actions.settle(made, by=siri, settled=True)


def test_nobody_comments_on_a_text_that_a_party_has_adopted() -> None:
    edition = county.draft()
    cast.adopted(edition, cast.TODAY)
    siri, key = client("siri"), county.section(edition).key

    assert siri.post(page(edition.pk, key), {"text": "Sent."}).status_code == 403
    assert not Comment.objects.exists()


def test_nothing_is_settled_or_opened_again_once_a_party_has_adopted_the_text() -> None:
    edition = county.draft()
    siri = client("siri")
    made = commented(edition.pk, county.section(edition).key, siri, "Vem?")
    cast.adopted(edition, cast.TODAY)

    for move in ("settle", "reopen"):
        address = reverse(f"consultations:{move}", args=[edition.pk, made.pk])
        assert siri.post(address).status_code == 403
    made.refresh_from_db()
    assert made.settled_at is None


def test_the_history_tells_the_writers_and_nobody_else_of_the_comment() -> None:
    edition = county.draft()
    county.shared(edition)
    commented(edition.pk, county.section(edition).key, client("rut", "mora"), "Vem?")
    history = reverse("agreements:history", args=[edition.agreement_id])

    assert "Kommenterade ”Ansvar”" in client("siri").get(history).content.decode()
    assert "Kommenterade" not in client("rut", "mora").get(history).content.decode()


def test_what_is_typed_stays_when_a_personal_number_is_refused() -> None:
    edition = county.draft()
    siri, key = client("siri"), county.section(edition).key

    answer = siri.post(page(edition.pk, key), {"text": f"Gäller {TEST_NUMBER} i Lund."})

    assert answer.status_code == 422
    assert "i Lund." in answer.content.decode()
    assert not Comment.objects.exists()


@pytest.mark.slow
@pytest.mark.parametrize("count", [1, 30])
def test_the_page_asks_as_much_for_thirty_comments_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = county.draft()
    siri, said = client("siri"), county.person("siri")
    for number in range(count):
        made = actions.comment(
            county.section(edition), f"Fråga {number}", voice=county.voice(said, edition), by=said
        )
        actions.reply(made, "Svar", organization=cast.organization("lund"), by=said)
    siri.get(page(edition.pk))

    with django_assert_num_queries(QUERIES):
        siri.get(page(edition.pk))
