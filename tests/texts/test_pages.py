"""A section is read, written, saved while one writes, and never lost.

Seen red: with the conflict page saving, with the typed text left out of the form that came back,
with markup kept uncleaned, with autosave answering 200 at a conflict, and with the write link shown
to those who only read.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from samklang.texts.actions import write
from samklang.texts.models import Actor, Answer, Commitment, Section
from tests import cast
from tests.inventories.bad_files import TEST_NUMBER
from tests.texts.desk import client, draft, headings, section, shared, writer

pytestmark = pytest.mark.django_db


def address(name: str, made: Section) -> str:
    return reverse(f"texts:{name}", args=[made.edition_id, made.key])


def sent(made: Section, **more: object) -> dict[str, Any]:
    return {"seen": made.seen, "heading": made.heading, "body": made.body, "is_done": "no", **more}


def test_a_saved_section_leads_to_the_next() -> None:
    edition = draft()
    first, second = section(edition), section(edition, "Vem gör vad")

    answer = client().post(address("write", first), sent(first, body="<p>Nytt.</p>", is_done="yes"))

    assert answer.headers["Location"] == address("write", second)
    now = Section.objects.get(key=first.key)
    assert (now.body, now.is_done) == ("<p>Nytt.</p>", True)


def test_what_the_editor_sends_is_cleaned() -> None:
    made = section(draft())

    client().post(
        address("write", made), sent(made, body='<p onclick="x()">Hej<script>y</script></p>')
    )

    assert Section.objects.get(key=made.key).body == "<p>Hej</p>"


def test_without_scripts_the_section_is_written_as_plain_lines() -> None:
    made = section(draft())
    written = {"seen": made.seen, "heading": "Syfte", "plain": "- ett\n- två", "is_done": "no"}

    client().post(address("write", made), written)

    assert Section.objects.get(key=made.key).body == "<ul><li>ett</li><li>två</li></ul>"


def test_a_section_without_a_heading_comes_back_with_all_that_was_typed() -> None:
    made = section(draft())

    answer = client().post(address("write", made), sent(made, heading="", body="<p>Typat.</p>"))

    assert answer.status_code == 422
    assert "&lt;p&gt;Typat.&lt;/p&gt;" in answer.content.decode()


def test_a_personal_identity_number_is_refused_and_not_kept() -> None:
    made = section(draft())

    answer = client().post(address("autosave", made), sent(made, body=f"<p>{TEST_NUMBER}</p>"))

    assert answer.status_code == 422
    assert "Ta bort personnumret" in answer.json()["said"]
    assert Section.objects.get(key=made.key).body == made.body


def test_a_number_divided_by_markup_is_refused_too() -> None:
    made = section(draft())

    answer = client().post(
        address("write", made), sent(made, body=f"<p>{TEST_NUMBER[:4]}<b>{TEST_NUMBER[4:]}</b></p>")
    )

    assert answer.status_code == 422


def test_the_second_of_two_sees_both_texts_and_chooses() -> None:
    made = section(draft())
    client("rut").post(address("write", made), sent(made, body="<p>Ruts text.</p>"))

    answer = client().post(address("write", made), sent(made, body="<p>Siris text.</p>"))
    html = answer.content.decode()

    assert answer.status_code == 409
    assert "<p>Ruts text.</p>" in html
    assert "<p>Siris text.</p>" in html
    assert Section.objects.filter(key=made.key).as_of().get().body == "<p>Ruts text.</p>"


def test_what_is_chosen_on_the_conflict_page_is_saved() -> None:
    made = section(draft())
    client("rut").post(address("write", made), sent(made, body="<p>Ruts text.</p>"))
    theirs = Section.objects.filter(key=made.key).as_of().get()
    both = "<p>Ruts text.</p><p>Siris text.</p>"

    client().post(address("write", made), {**sent(theirs, body=both), "is_done": "no"})

    assert Section.objects.filter(key=made.key).as_of().get().body == both


def test_autosave_says_when_it_saved_and_what_to_go_on_from() -> None:
    made = section(draft())

    first = client().post(address("autosave", made), sent(made, body="<p>Ett.</p>"))
    again = client().post(
        address("autosave", made), sent(made, seen=first.json()["seen"], body="<p>Två.</p>")
    )

    assert first.json()["said"].startswith("Sparat ")
    assert again.status_code == 200
    assert Section.objects.get(key=made.key).body == "<p>Två.</p>"


def test_autosave_stops_at_a_conflict_and_saves_nothing() -> None:
    made = section(draft())
    client("rut").post(address("autosave", made), sent(made, body="<p>Ruts text.</p>"))

    answer = client().post(address("autosave", made), sent(made, body="<p>Siris text.</p>"))

    assert answer.status_code == 409
    assert Section.objects.filter(key=made.key).as_of().get().body == "<p>Ruts text.</p>"


def test_one_sees_who_else_is_writing_and_where() -> None:
    made = section(draft())
    client("rut").post(address("autosave", made), sent(made, body="<p>Ruts text.</p>"))

    page = client().get(address("write", made)).content.decode()

    assert "Rut (Lund) skriver i avsnitt 1" in page


def test_a_receiver_reads_and_is_offered_nothing_to_change() -> None:
    edition = draft()
    made = section(edition)
    shared(edition)

    page = client("mira", "mora").get(reverse("texts:read", args=[edition.pk])).content.decode()

    assert "Mossan ska vara tyst." in page
    assert address("write", made) not in page


def test_a_new_section_is_put_where_it_was_asked_for() -> None:
    edition = draft()
    first, _last = section(edition, "Ett"), section(edition, "Tre")
    add = reverse("texts:add", args=[edition.pk])

    client().post(f"{add}?efter={first.key}", {"heading": "Två", "level": "1"})

    assert headings(edition) == ["Ett", "Två", "Tre"]


def undertaken_and_answered(made: Section) -> None:
    """Let the section undertake something, and the text answer something."""
    wording = Commitment(
        edition=made.edition, section_key=made.key, wording="Mossan.", actor=Actor.BOTH
    )
    write(wording, by=writer(), seen="")
    write(Answer(edition=made.edition, upper_wording="Ring!", how="Ja."), by=writer(), seen="")


@pytest.mark.slow
def test_a_text_takes_as_many_statements_at_any_length() -> None:
    short, long = draft(), cast.edition(cast.agreement("Lokalavtal om tjärnar"))
    undertaken_and_answered(section(short))
    for number in range(30):
        undertaken_and_answered(section(long, f"Avsnitt {number}"))
    reader = client()
    counts = []

    for edition in (short, short, long, long):
        with CaptureQueriesContext(connection) as asked:
            answer = reader.get(reverse("texts:read", args=[edition.pk]))
        counts.append(len(asked))

    # The first visit to each also notes who has read the draft.
    assert answer.content.decode().count('<h2 id="a-') == 30
    assert counts[1] == counts[3]
