"""A text is written row by row: nothing is lost, and nobody writes over what they have not seen.

Seen red: with the seen row not compared, with every save a new row, with a row written over after
its draft was shared, with the day of the share left out of what a receiver reads, with removed
sections still shown, with the audit entry left out, with an entry for
each section that a move puts elsewhere, with an adopted text written in, with a section taken out
alone, and with all of another's draft carried over.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from samklang.agreements.models import Adoption, AdoptionKind, EventKind
from samklang.agreements.queries import find_text
from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.sharing.models import Purpose
from samklang.texts import actions, policies, queries
from samklang.texts.actions.writing import SITTING
from samklang.texts.models import Actor, Commitment, Section
from tests import cast
from tests.texts.desk import draft, headings, section, shared, writer

pytestmark = pytest.mark.django_db


def write(made: Section, body: str, *, by: str = "siri", seen: str | None = None) -> Section:
    now = Section.objects.get(pk=made.pk)
    started = now.seen if seen is None else seen
    now.body = body
    return actions.write(now, by=writer(by), seen=started)


def test_whoever_goes_on_writing_writes_one_row_and_one_entry() -> None:
    made = section(draft())

    for body in ("<p>Mossan.</p>", "<p>Mossan är.</p>", "<p>Mossan är tyst.</p>"):
        write(made, body)

    row = Section.objects.get()
    assert (row.body, row.revision) == ("<p>Mossan är tyst.</p>", 4)
    assert Entry.objects.filter(verb__startswith="text.").count() == 1


def test_after_a_sitting_a_new_row_is_begun_and_the_old_one_stands() -> None:
    made = section(draft())
    Section.objects.update(saved_at=timezone.now() - SITTING - timedelta(seconds=1))

    write(made, "<p>Ny mening.</p>")

    assert [one.body for one in Section.objects.order_by("pk")] == [made.body, "<p>Ny mening.</p>"]
    assert Entry.objects.filter(verb="text.part_changed").count() == 1


def test_another_writer_begins_a_row_of_their_own() -> None:
    made = section(draft())

    write(made, "<p>Rut skrev.</p>", by="rut")

    assert Section.objects.count() == 2


def test_the_second_of_two_who_began_from_the_same_text_is_told() -> None:
    made = section(draft())
    write(made, "<p>Den första.</p>")

    with pytest.raises(actions.Conflict):
        write(made, "<p>Den andra.</p>", by="rut", seen=made.seen)

    assert Section.objects.get().body == "<p>Den första.</p>"


def test_what_is_taken_out_is_gone_from_the_text_and_not_from_its_past() -> None:
    edition = draft()
    made = section(edition)
    before = timezone.now()

    actions.remove(made, by=writer("rut"), seen=made.seen)

    assert headings(edition) == []
    assert [one.heading for one in Section.objects.filter(edition=edition).as_of(before)] == [
        "Syfte"
    ]


def test_a_receiver_reads_the_text_as_it_stood_when_it_was_shared() -> None:
    edition = draft()
    made = section(edition)
    shared(edition)

    write(made, "<p>Det här är inte delat.</p>")

    [read] = queries.text_page(writer("mira", "mora"), edition.pk).sections
    [own] = queries.text_page(writer(), edition.pk).sections
    assert read.body == made.body
    assert own.body == "<p>Det här är inte delat.</p>"


def test_whoever_writes_it_together_reads_and_writes_what_stands_now() -> None:
    edition = draft()
    made = section(edition)
    shared(edition, purpose=Purpose.WRITING)
    mira = writer("mira", "mora")
    write(made, "<p>Skrivet sedan.</p>")

    text = queries.text_page(mira, edition.pk)
    [read] = text.sections
    read.body = "<p>Mira skrev.</p>"
    saved = actions.write(read, by=mira, seen=read.seen)

    assert policies.can_write(mira, text.opened)
    assert saved.saved_for == cast.organization("mora")
    assert headings(edition) == ["Syfte"]


def test_whoever_only_reads_may_not_write() -> None:
    edition = draft()
    section(edition)
    shared(edition)
    mira = writer("mira", "mora")

    verdict = policies.can_write(mira, find_text(mira, edition.pk))

    assert not verdict
    assert "Lund kommun" in str(verdict.reason)


def test_nobody_writes_in_a_text_that_a_party_has_adopted() -> None:
    edition = draft()
    section(edition)
    Adoption.objects.create(
        edition=edition,
        organization=cast.organization(),
        kind=AdoptionKind.DECISION,
        adopted_date=cast.TODAY,
    )

    verdict = policies.can_write(writer(), find_text(writer(), edition.pk))

    assert not verdict
    assert policies.can_mark(writer(), find_text(writer(), edition.pk))


def test_nobody_writes_in_a_text_that_somebody_knows_to_hold() -> None:
    edition = draft()
    cast.event(edition, EventKind.KNOWN_TO_HOLD, cast.TODAY.isoformat())

    assert not policies.can_write(writer(), find_text(writer(), edition.pk))


def test_what_was_begun_before_the_adoption_is_not_written_after_it() -> None:
    edition = draft()
    made = section(edition)
    cast.adopted(edition, cast.TODAY)

    with pytest.raises(MoveNotAllowed):
        write(made, "<p>För sent.</p>")
    with pytest.raises(MoveNotAllowed):
        actions.remove_section(made, by=writer(), seen=made.seen)
    with pytest.raises(MoveNotAllowed):
        section(edition, "Sent")

    marked = Commitment(edition=edition, section_key=made.key, wording="Mossan.", actor=Actor.BOTH)
    actions.write(marked, by=writer(), seen="")
    assert headings(edition) == ["Syfte"]
    assert Commitment.objects.get().wording == "Mossan."


def test_what_a_section_undertakes_goes_with_it() -> None:
    edition = draft()
    made, other = section(edition), section(edition, "Ansvar")
    for one in (made, other):
        held = Commitment(
            edition=edition, section_key=one.key, wording=one.heading, actor=Actor.BOTH
        )
        actions.write(held, by=writer(), seen="")

    actions.remove_section(made, by=writer(), seen=made.seen)

    [left] = Commitment.objects.filter(edition=edition).as_of()
    assert left.wording == "Ansvar"


def test_a_section_is_put_after_another_and_changes_places() -> None:
    edition = draft()
    first, last = section(edition, "Ett"), section(edition, "Tre")
    between = Section(edition=edition, heading="Två")

    actions.add_section(between, after=first, by=writer())
    actions.move_section(last, up=True, by=writer())
    actions.move_section(last, up=True, by=writer())
    actions.move_section(last, up=True, by=writer())

    assert headings(edition) == ["Tre", "Ett", "Två"]
    told = Entry.objects.count()
    actions.move_section(last, up=False, by=writer("rut"))
    assert headings(edition) == ["Ett", "Tre", "Två"]
    assert Entry.objects.count() == told + 1  # one act, though two sections have other places
    assert Entry.objects.latest("pk").verb == "text.part_moved"


def test_there_is_always_room_between_two_sections() -> None:
    edition = draft()
    first = section(edition, "0")

    for number in range(1, 15):
        actions.add_section(Section(edition=edition, heading=str(number)), after=first, by=writer())

    assert headings(edition) == ["0", *map(str, range(14, 0, -1))]


def test_the_next_edition_begins_with_the_text_of_the_last_and_keeps_its_keys() -> None:
    edition = draft()
    made = section(edition)
    following = cast.edition(edition.agreement, number=2)

    actions.carry_over(edition, following, by=writer())
    [carried] = Section.objects.filter(edition=following).as_of()
    carried.body = "<p>Ändrat.</p>"
    actions.write(carried, by=writer(), seen=carried.seen)

    assert carried.key == made.key
    assert [one.body for one in Section.objects.filter(edition=edition).as_of()] == [made.body]


def test_of_another_organizations_draft_no_more_is_carried_over_than_was_shared() -> None:
    edition = draft()
    made = section(edition)
    mira = writer("mira", "mora")
    following = cast.edition(
        cast.agreement("Lokalavtal om mossar i Mora", keeper=cast.organization("mora"))
    )
    with pytest.raises(MoveNotAllowed):
        actions.carry_over(edition, following, by=mira)

    shared(edition)
    write(made, "<p>Det här är inte delat.</p>")
    actions.carry_over(edition, following, by=mira)

    [carried] = Section.objects.filter(edition=following).as_of()
    assert carried.body == made.body
    assert Entry.objects.filter(verb="draft.read", actor=mira.user).exists()
