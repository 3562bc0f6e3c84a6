"""A suggestion is shown word by word, decided with a reason, and never lost.

Seen red, one at a time: with the refusals not asked in `accept`, with `over` taken as it comes,
with `is_overtaken` always false, with a text that a party has adopted let through, and with a
withdrawn suggestion deleted.
"""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from samklang.agreements.models import Edition
from samklang.audit.models import Entry
from samklang.common.lifecycle import Move, MoveNotAllowed
from samklang.consultations import actions
from samklang.consultations.actions import Refused, Suggested
from samklang.consultations.lifecycle import SUGGESTING, Fate
from samklang.consultations.models import Suggestion
from samklang.consultations.queries import talk
from samklang.consultations.refusals import Refusal, Standing, refusal
from samklang.consultations.rewording import rewording
from tests import cast
from tests.consultations import county
from tests.consultations.test_comments import client

OLD, NEW, OTHER = ("Ansvar", "<p>gammal</p>"), ("Ansvar", "<p>ny</p>"), ("Ansvar", "<p>annan</p>")


@pytest.mark.one_database
@pytest.mark.parametrize(
    ("standing", "why"),
    [
        (Standing(OLD), None),
        (Standing(OLD, is_closed=True), Refusal.CLOSED),
        (Standing(None), Refusal.GONE),
        (Standing(NEW), Refusal.ALREADY_APPLIED),
        (Standing(OTHER), Refusal.OUTDATED),
        (Standing(OTHER, is_overtaken=True), Refusal.OVERLAPPING),
        (Standing(OLD, is_overtaken=True), None),
    ],
)
def test_why_a_suggestion_is_refused(standing: Standing, why: Refusal | None) -> None:
    assert refusal(OLD, NEW, standing) == why


@pytest.mark.one_database
@pytest.mark.parametrize("move", SUGGESTING.moves, ids=lambda move: move.name)
@pytest.mark.parametrize("fate", Fate.values)
def test_what_is_decided_is_not_decided_again(move: Move, fate: str) -> None:
    name = move.name

    if fate == Fate.OPEN:
        assert SUGGESTING.after(name, in_state=fate) != Fate.OPEN
    else:
        with pytest.raises(MoveNotAllowed):
            SUGGESTING.after(name, in_state=fate)


@pytest.mark.one_database
def test_what_is_changed_is_told_word_by_word() -> None:
    before = ("Ansvar", "<p>Kommunen svarar vid behov.</p>")

    with override("sv"):
        found = rewording(before, ("Ansvaret", "<p>Kommunen svarar inom en vecka.</p>"))

    said = re.sub(r"<[^>]+>", "", found.part.both)
    assert "[Borttaget: Ansvar][Tillagt: Ansvaret]" in said
    assert "Kommunen svarar [Borttaget: vid behov][Tillagt: inom en vecka]." in said
    assert not found.is_of_looks


@pytest.mark.one_database
def test_that_only_the_looks_are_changed_is_known() -> None:
    assert rewording(("A", "<p>En vecka.</p>"), ("A", "<p>En <b>vecka</b>.</p>")).is_of_looks


def suggested(
    edition: Edition, body: str, *, by: str = "siri", of: str = "lund", editorial: bool = False
) -> Suggestion:
    who = county.person(by, of)
    found = talk(who, edition.pk).text
    section = next(one for one in found.sections if one.heading == "Ansvar")
    words = Suggested("Ansvar", body, is_editorial=editorial)
    return actions.suggest(section, words, voice=county.voice(who, section.edition), by=who)


def address(name: str, one: Suggestion) -> str:
    return reverse(f"consultations:{name}", args=[one.edition_id, one.pk])


@pytest.mark.django_db
def test_a_reader_suggests_other_words_and_they_are_accepted_into_the_text() -> None:
    edition = county.draft()
    county.shared(edition)
    rut, siri = client("rut", "mora"), client("siri")
    key = county.section(edition).key

    answer = rut.post(
        reverse("consultations:suggest", args=[edition.pk, key]),
        {"heading": "Ansvar", "body": "", "plain": "Enhetschefen svarar.", "why": "Tydligare."},
    )
    one = Suggestion.objects.get()
    html = siri.get(answer["Location"]).content.decode()
    assert "[Tillagt: " in html
    assert "<ins>" in html
    assert rut.post(address("accept", one)).status_code == 403
    assert siri.post(address("accept", one)).status_code == 302

    assert county.section(edition).body == "<p>Enhetschefen svarar.</p>"
    one.refresh_from_db()
    assert (one.fate, one.became) == (Fate.ACCEPTED, county.section(edition))
    assert Entry.objects.filter(verb="suggestion.accepted").count() == 1


@pytest.mark.django_db
def test_what_changes_nothing_is_not_taken_and_what_was_typed_stays() -> None:
    edition = county.draft()
    found = county.section(edition)

    answer = client("siri").post(
        reverse("consultations:suggest", args=[edition.pk, found.key]),
        {"heading": found.heading, "body": found.body, "why": "Bara för att."},
    )

    assert answer.status_code == 422
    assert "Inget är ändrat." in answer.content.decode()
    assert "Bara för att." in answer.content.decode()
    assert not Suggestion.objects.exists()


@pytest.mark.django_db
def test_what_is_pasted_into_a_suggestion_is_cleaned() -> None:
    edition = county.draft()

    client("siri").post(
        reverse("consultations:suggest", args=[edition.pk, county.section(edition).key]),
        {"heading": "Ansvar", "body": '<p onclick="x()">Ny<script>x()</script></p>'},
    )

    assert Suggestion.objects.get().body == "<p>Ny</p>"


@pytest.mark.django_db
def test_an_outdated_suggestion_is_refused_and_shown_against_today() -> None:
    edition = county.draft()
    one, siri = suggested(edition, "<p>Enhetschefen svarar.</p>"), client("siri")
    now = county.rewritten(edition, "<p>Någon svarar.</p>")

    refused = siri.post(address("accept", one))
    html = refused.content.decode()

    assert refused.status_code == 409
    assert "Avsnittet har ändrats sedan förslaget lämnades." in html
    assert "Mot dagens text" in html
    assert county.section(edition).body == "<p>Någon svarar.</p>"
    assert siri.post(address("accept", one), {"over": now.seen}).status_code == 302
    assert county.section(edition).body == "<p>Enhetschefen svarar.</p>"


@pytest.mark.django_db
def test_who_looked_at_another_text_than_todays_accepts_nothing() -> None:
    edition = county.draft()
    one, siri = suggested(edition, "<p>Enhetschefen svarar.</p>"), client("siri")
    looked_at = county.rewritten(edition, "<p>Någon svarar.</p>").seen
    county.rewritten(edition, "<p>Någon annan svarar.</p>")

    assert siri.post(address("accept", one), {"over": looked_at}).status_code == 409
    assert county.section(edition).body == "<p>Någon annan svarar.</p>"


@pytest.mark.django_db
def test_two_suggestions_for_one_section_overlap_and_none_is_lost() -> None:
    edition, siri = county.draft(), county.person("siri")
    one, two = suggested(edition, "<p>Ett.</p>"), suggested(edition, "<p>Två.</p>")

    actions.accept(one, by=siri)
    with pytest.raises(Refused) as refused:
        actions.accept(two, by=siri)

    assert refused.value.why == Refusal.OVERLAPPING
    two.refresh_from_db()
    assert two.fate == Fate.OPEN
    with pytest.raises(MoveNotAllowed):
        actions.accept(one, by=siri)


@pytest.mark.django_db
def test_a_suggestion_is_rejected_with_a_reason_and_stays_to_be_read() -> None:
    edition = county.draft()
    county.shared(edition)
    one = suggested(edition, "<p>Ett.</p>", by="rut", of="mora")
    siri, rut = client("siri"), client("rut", "mora")

    assert siri.post(address("reject", one), {"reason": ""}).status_code == 422
    assert siri.post(address("reject", one), {"reason": "Står i avsnitt 3."}).status_code == 302

    html = rut.get(address("suggestion", one)).content.decode()
    assert "Avslaget" in html
    assert "Står i avsnitt 3." in html
    assert siri.post(address("accept", one)).status_code == 409


@pytest.mark.django_db
def test_whoever_suggested_it_may_withdraw_it_and_others_may_not() -> None:
    edition = county.draft()
    county.shared(edition)
    one = suggested(edition, "<p>Ett.</p>", by="rut", of="mora")

    assert client("siri").post(address("withdraw", one)).status_code == 403
    assert client("rut", "mora").post(address("withdraw", one)).status_code == 302

    one.refresh_from_db()
    assert (one.fate, one.body) == (Fate.WITHDRAWN, "<p>Ett.</p>")


@pytest.mark.django_db
def test_all_that_change_no_meaning_are_accepted_together_and_the_rest_wait() -> None:
    edition = county.draft()
    first = suggested(edition, "<p>Om ansvaret.</p>", editorial=True)
    second = suggested(edition, "<p>Om allt ansvar.</p>", editorial=True)
    third = suggested(edition, "<p>Helt annat.</p>")
    siri = client("siri")
    assert "Godta alla 2 redaktionella" in opinions(siri, edition)

    shown = [one.pk for one in (first, second, third)]
    siri.post(reverse("consultations:accept_editorial", args=[edition.pk]), {"suggestions": shown})

    fates = dict(Suggestion.objects.values_list("pk", "fate"))
    assert fates == {first.pk: Fate.ACCEPTED, second.pk: Fate.OPEN, third.pk: Fate.OPEN}
    assert "Inte godtagna" in opinions(siri, edition)


@pytest.mark.django_db
def test_what_came_after_the_page_was_shown_is_not_accepted_unseen() -> None:
    edition = county.draft()
    one = suggested(edition, "<p>Om ansvaret.</p>", editorial=True)

    client("siri").post(reverse("consultations:accept_editorial", args=[edition.pk]))

    one.refresh_from_db()
    assert one.fate == Fate.OPEN


@pytest.mark.django_db
def test_a_suggestion_is_seen_by_the_writers_and_by_whoever_made_it_alone() -> None:
    edition = county.draft()
    county.shared(edition, "mora", "orsa")
    one = suggested(edition, "<p>Enhetschefen svarar.</p>", by="rut", of="mora")

    assert client("olle", "orsa").get(address("suggestion", one)).status_code == 404
    assert "Enhetschefen" not in opinions(client("olle", "orsa"), edition)
    assert "Enhetschefen" in opinions(client("siri"), edition)


@pytest.mark.django_db
def test_nothing_is_decided_once_a_party_has_adopted_the_text() -> None:
    edition = county.draft()
    one, siri = suggested(edition, "<p>Ett.</p>"), client("siri")
    cast.adopted(edition, cast.TODAY)

    assert siri.post(address("accept", one)).status_code == 403
    assert siri.post(address("reject", one), {"reason": "Nej."}).status_code == 403
    assert siri.post(address("withdraw", one)).status_code == 403
    with pytest.raises(MoveNotAllowed):
        actions.accept(one, by=county.person("siri"))
    assert county.section(edition).body == "<p>Om ansvar.</p>"


def opinions(who: Client, edition: Edition) -> str:
    page = reverse("consultations:opinions", args=[edition.pk])
    return who.get(page).content.decode()
