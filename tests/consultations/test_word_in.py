"""A Word document is uploaded, shown, and taken in by whoever may speak: chosen by a person.

Seen red, one at a time: all ticked; the text that was looked at not asked for; the seal without the
person, and without the text; a document of another text shown; `can_speak` not asked; what is
barred offered; the source left out; without `@once`; the suggestion resting on today's wording;
what was placed not taken in, placed at the first section, and its choice not kept.
"""

from __future__ import annotations

import html
import re
from http import HTTPStatus
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samklang.agreements.models import Edition
from samklang.audit.models import Entry
from samklang.common.models import SentForm
from samklang.consultations.models import Comment, Suggestion
from samklang.documents.api import Kind, Passage, Run
from samklang.documents.models import File
from samklang.documents.word.reading import read
from tests import cast
from tests.consultations import county
from tests.consultations.test_comments import client
from tests.consultations.words import (
    export,
    held_against,
    said,
    text,
    tracked,
    untracked,
    upload,
)
from tests.inventories.bad_files import TEST_NUMBER

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]


def address(name: str, edition: Edition) -> str:
    return reverse(f"consultations:{name}", args=[edition.pk])


def sent(
    who: Client, edition: Edition, document: bytes, name: str = "svar.docx"
) -> tuple[int, str]:
    answer = who.post(address("word", edition), {"document": upload(document, name)})
    return answer.status_code, html.unescape(answer.content.decode())


def form(page: str) -> dict[str, str | list[str]]:
    """What the page sends when nothing on it is touched."""
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    ticked = re.findall(r'name="marks" id="[^"]+" value="([^"]+)" checked', page)
    return {**dict(hidden), "marks": ticked}


def heading(words: str) -> Passage:
    return Passage(Kind.HEADING, (Run(words),), level=1)


def boxes(page: str) -> list[str]:
    return re.findall(r'name="marks" id="[^"]+" value="([^"]+)"', page)


def test_a_text_goes_out_and_comes_back_with_a_change_and_a_comment_in_their_sections() -> None:
    edition, siri = county.draft(), client("siri")
    county.shared(edition)
    rut = client("rut", "mora")
    whole = read(BytesIO(rut.get(reverse("texts:as_word", args=[edition.pk])).content)).text
    assert whole == export(edition)
    changed = said(whole, om_ansvar="Enhetschefen svarar.")
    back = tracked(whole, changed, (len(whole) - 1, "Hur ofta?"))

    status, page = sent(rut, edition, back, "avtal från Anna.docx")

    assert status == HTTPStatus.OK
    assert "[Tillagt: </span>Enhetschefen svarar" in page
    assert "spårat av Anna Ek" in page
    assert "Kommentar av Anna Ek" in page
    assert not Suggestion.objects.exists()
    assert not Comment.objects.exists()
    assert not File.objects.exists()
    assert len(form(page)["marks"]) == 2

    answer = rut.post(address("take_in", edition), form(page))

    assert answer["Location"] == address("opinions", edition)
    one, said_of_it = Suggestion.objects.get(), Comment.objects.get()
    assert (one.key, one.body) == (county.section(edition).key, "<p>Enhetschefen svarar.</p>")
    assert (said_of_it.section, said_of_it.text) == (
        county.section(edition, "Uppföljning"),
        "Hur ofta?",
    )
    assert one.organization == cast.organization("mora")
    assert Entry.objects.filter(verb__in=("suggestion.made", "comment.made")).count() == 2
    shown = siri.get(address("opinions", edition)).content.decode()
    assert shown.count("Ur Word-dokumentet avtal från Anna.docx, skrivet av Anna Ek") == 2


def test_what_is_not_certain_is_not_ticked_and_may_be_ticked() -> None:
    edition, siri = county.draft(), client("siri")
    document = untracked(said(text(edition), om_ansvar="Enhetschefen svarar."))

    _status, page = sent(siri, edition, document)
    key = f"f-{county.section(edition).key}"

    assert "utan att det är spårat" in page
    assert boxes(page) == [key]
    assert form(page)["marks"] == []
    assert siri.post(address("take_in", edition), form(page)).status_code == 422
    siri.post(address("take_in", edition), {**form(page), "marks": [key]})
    assert Suggestion.objects.get().body == "<p>Enhetschefen svarar.</p>"


def test_what_belongs_to_no_section_is_placed_by_hand_or_left() -> None:
    edition, siri = county.draft(), client("siri")
    now = text(edition)
    lost = (heading("Kostnader"), heading("Resor"))
    number = (heading(f"Ring {TEST_NUMBER}"),)
    _status, page = sent(siri, edition, untracked((*now, *lost, *number)))
    choices = re.findall(r'<select name="(p-[^"]+)"', page)
    key = county.section(edition).key
    assert len(choices) == 2  # and none for what may never be taken in
    assert TEST_NUMBER not in page

    filled = {**form(page), choices[0]: key, choices[1]: "", "seen": "en annan text"}
    changed = siri.post(address("take_in", edition), filled)
    wrong = siri.post(address("take_in", edition), {**filled, choices[1]: "finns-inte"})
    for answer, status in ((changed, HTTPStatus.CONFLICT), (wrong, 422)):
        assert answer.status_code == status
        assert f'<option value="{key}" selected>' in answer.content.decode()
    assert not Comment.objects.exists()

    assert (
        siri.post(address("take_in", edition), {**form(page), choices[0]: key}).status_code == 302
    )
    made = Comment.objects.get()
    assert (made.section.key, made.text) == (key, "Kostnader")
    assert made.word_file == "svar.docx"


def test_nothing_ticked_takes_in_nothing_and_keeps_what_was_read() -> None:
    edition, siri = county.draft(), client("siri")
    document = tracked(text(edition), text(edition), (1, "Varför?"), (3, "Hur?"))
    _status, page = sent(siri, edition, document)

    answer = siri.post(address("take_in", edition), {**form(page), "marks": []})
    again = answer.content.decode()

    assert answer.status_code == 422
    assert "Markera minst en sak att ta in." in again
    assert "Varför?" in again
    assert len(boxes(again)) == 2
    assert form(again)["marks"] == []
    assert not Comment.objects.exists()


def test_a_text_that_was_changed_meanwhile_is_shown_anew_and_nothing_is_saved() -> None:
    edition, siri = county.draft(), client("siri")
    county.shared(edition)
    document = tracked(text(edition), said(text(edition), om_ansvar="Enhetschefen svarar."))
    _status, page = sent(siri, edition, document)
    county.rewritten(edition, "<p>Regionen svarar.</p>")

    answer = siri.post(address("take_in", edition), form(page))

    assert answer.status_code == HTTPStatus.CONFLICT
    assert "Texten har ändrats sedan du tittade" in answer.content.decode()
    assert not Suggestion.objects.exists()
    siri.post(address("take_in", edition), form(answer.content.decode()))
    made = Suggestion.objects.get()
    assert (made.body_then, made.body) == ("<p>Om ansvar.</p>", "<p>Enhetschefen svarar.</p>")
    accepting = reverse("consultations:accept", args=[edition.pk, made.pk])
    assert siri.post(accepting).status_code == HTTPStatus.CONFLICT


def test_a_document_in_which_nothing_is_changed_says_so() -> None:
    edition = county.draft()

    status, page = sent(client("siri"), edition, untracked(text(edition)))

    assert status == HTTPStatus.OK
    assert "Ingenting är ändrat i dokumentet" in page
    assert "Ladda upp ett annat dokument" in page
    assert boxes(page) == []


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (b"Ren text", "Filen är inget Word-dokument (DOCX)."),
        (b"%PDF-1.7 nej", "Filen är inget Word-dokument (DOCX)."),
        (b"", "Filen är tom"),
        (b"PK\x03\x04 trasig", "Filen är skadad"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(document: bytes, told: str) -> None:
    status, page = sent(client("siri"), county.draft(), document)

    assert status == 422
    assert told in page


def test_no_file_and_a_document_of_another_text_are_refused() -> None:
    edition, siri = county.draft(), client("siri")
    other = text(county.draft("Mat", title="Lokalavtal om mat"))

    assert siri.post(address("word", edition), {}).status_code == 422
    status, page = sent(siri, edition, untracked(other))

    assert status == 422
    assert "Inget av textens avsnitt finns i dokumentet" in page


def test_a_personal_number_is_neither_shown_nor_sent_along_nor_taken_in() -> None:
    edition, siri = county.draft(), client("siri")
    new = said(text(edition), om_ansvar=f"Ring {TEST_NUMBER}.")
    document = tracked(text(edition), new, (1, "Bra."))

    _status, page = sent(siri, edition, document, f"svar {TEST_NUMBER}.docx")

    assert TEST_NUMBER not in page
    assert "Här står ett personnummer." in page
    assert boxes(page) == ["k-0"]
    barred = {**form(page), "marks": [f"f-{county.section(edition).key}"]}
    assert siri.post(address("take_in", edition), barred).status_code == 422
    assert not Suggestion.objects.exists()


def test_what_was_read_is_sealed_for_one_person_and_one_text() -> None:
    edition, other = county.draft(), county.draft(title="Lokalavtal om skog")
    siri = client("siri")
    _status, page = sent(siri, edition, tracked(text(edition), text(edition), (1, "Varför?")))
    taken = form(page)

    for who, where in ((client("sam"), edition), (siri, other)):
        answer = who.post(address("take_in", where), taken)
        assert answer.status_code == 422
        assert "Sidan var för gammal" in answer.content.decode()
    forged = {**taken, "kept": f"{taken['kept']}x"}
    assert siri.post(address("take_in", edition), forged).status_code == 422
    assert not Comment.objects.exists()


def test_who_may_not_speak_uploads_nothing_and_a_stranger_finds_no_page() -> None:
    edition = county.draft()
    document = tracked(text(edition), text(edition), (1, "Varför?"))
    assert sent(client("frida", "falun"), edition, document)[0] == 404
    cast.adopted(edition, cast.TODAY)

    assert sent(client("siri"), edition, document)[0] == 403


def test_it_is_taken_in_once_and_in_the_name_that_is_chosen() -> None:
    edition, siri = county.draft(), client("siri")
    _status, page = sent(siri, edition, tracked(text(edition), text(edition), (1, "Varför?")))

    for _turn in range(2):
        assert siri.post(address("take_in", edition), form(page)).status_code == 302

    assert Comment.objects.get().organization == cast.organization("lund")
    assert SentForm.objects.count() == 1


def test_as_many_questions_are_asked_of_the_database_for_thirty_changes_as_for_one() -> None:
    headings = [f"Avsnitt {number}" for number in range(30)]
    edition, siri = county.draft(*headings), client("siri")
    now = text(edition)
    new = said(now, **{f"om_avsnitt_{number}": f"Nytt {number}." for number in range(30)})
    few = said(now, om_avsnitt_1="Nytt.")

    counts = []
    for changed in (few, new):
        with CaptureQueriesContext(connection) as asked:
            _status, page = sent(siri, edition, tracked(now, changed, (1, "Varför?")))
        counts.append(len(asked))

    assert len(boxes(page)) == 31
    assert counts[0] == counts[1] <= 25
    assert held_against(tracked(now, new), edition).certain
