"""What a form hands on is what was written in it, with blanks kept as blanks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from samklang.agreements.actions import Facts
from samklang.agreements.forms import (
    AdoptionForm,
    AgreementForm,
    DiaryNumberForm,
    EditionForm,
    EventForm,
    FactsForm,
    PartyForm,
)
from samklang.agreements.models import Agreement, Edition, EventKind
from samklang.library.models import Area
from samklang.organizations.models import Body, Organization
from tests.cast import TODAY

FIRST = Edition(pk=7, number=1)
SECOND = Edition(pk=8, number=2, label="Version 2")
LUND = Organization(pk=3, name="Lund kommun")
MORA = Organization(pk=4, name="Mora kommun")


def event_form(**sent: str) -> EventForm:
    asked = {"version": "4", "edition": "8", "kind": EventKind.STARTS, **sent}
    bodies = [Body(pk=6, name="Styrgruppen"), Body(pk=9, name="Nätverket")]
    form = EventForm(asked, editions=[SECOND, FIRST], bodies=bodies, known={}, today=TODAY)
    assert form.is_valid(), form.errors
    return form


def test_an_event_carries_its_sentence_its_place_and_who_decided_it() -> None:
    form = event_form(
        kind=EventKind.EXTENDED,
        when="2027",
        decided="2025-12-11",
        decided_by="6",
        quote="  Förlängs till 2027.\nSå står det.  ",
        source_note="protokoll § 9",
    )

    entry = form.entry()

    assert (entry.edition, entry.kind, form.seen) == (SECOND, EventKind.EXTENDED, 4)
    assert (entry.first_date, entry.last_date) == (date(2027, 1, 1), date(2027, 12, 31))
    assert entry.decided_first_date == entry.decided_last_date == date(2025, 12, 11)
    assert entry.decided_by_id == 6
    assert (entry.quote, entry.source_note) == (
        "Förlängs till 2027.\nSå står det.",
        "protokoll § 9",
    )


@pytest.mark.parametrize("kind", EventKind.values)
def test_only_what_is_about_a_day_keeps_one(kind: str) -> None:
    dated = {
        "starts",
        "ends",
        "revise_by",
        "follow_up_period",
        "extended",
        "terminated",
        "replaced",
        "known_to_hold",
    }

    entry = event_form(
        kind=kind, when="2024", decided="2025", years="3", source_note="arkivet"
    ).entry()

    assert (entry.stated is not None) is (kind in dated)
    assert (entry.years == 3) is (kind == EventKind.REVIEW_EVERY)


def test_what_was_left_out_of_an_event_is_nothing_and_not_a_guess() -> None:
    entry = event_form(kind=EventKind.UNTIL_FURTHER_NOTICE).entry()

    assert (entry.stated, entry.decided, entry.decided_by_id, entry.quote) == (None, None, None, "")


def test_editions_are_named_by_number_and_by_what_the_document_says() -> None:
    choices: Any = event_form().fields["edition"]

    assert list(choices.choices) == [(8, "Utgåva 2 (Version 2)"), (7, "Utgåva 1")]


def test_an_adoption_carries_what_was_written() -> None:
    asked = {
        "version": "1", "edition": "7", "party": "4", "kind": "signature",
        "adopted_date": "2026-05-18", "body_name": "Förvaltningschefen", "paragraph": "§ 102",
        "quote": "Undertecknas.", "wording": "other", "differs": "§ 3 ströks.",
    }  # fmt: skip
    form = AdoptionForm(asked, editions=[FIRST], organizations=[LUND, MORA], today=TODAY)
    assert form.is_valid(), form.errors

    entry = form.entry()

    assert (entry.edition, entry.organization, entry.kind) == (FIRST, MORA, "signature")
    assert entry.adopted_date == date(2026, 5, 18)
    assert (entry.body_name, entry.paragraph) == ("Förvaltningschefen", "§ 102")
    assert entry.quote == "Undertecknas."
    assert (entry.wording, entry.differs, entry.is_yes) == ("other", "§ 3 ströks.", False)


@pytest.mark.parametrize(
    ("offered", "labels"),
    [([LUND], ["Lund kommun"]), ([LUND, MORA], ["Välj", "Lund kommun", "Mora kommun"])],
)
def test_the_only_choice_there_is_is_chosen_already(
    offered: list[Organization], labels: list[str]
) -> None:
    """Seen red: without `len(chosen) != 1`, one who writes for one party had to choose it."""
    for form in (
        AdoptionForm(editions=[FIRST], organizations=offered, today=TODAY),
        DiaryNumberForm(organizations=offered),
    ):
        choices: Any = form.fields["party"]
        assert [str(label) for _pk, label in choices.choices] == labels


def test_a_diary_number_is_kept_as_the_diary_writes_it() -> None:
    form = DiaryNumberForm(
        {"version": "1", "party": "4", "number": " Dnr SN-2026/00017 "}, organizations=[LUND, MORA]
    )
    assert form.is_valid()

    assert (form.entry().organization, form.entry().number) == (MORA, "Dnr SN-2026/00017")


def test_facts_without_a_regional_agreement_have_none() -> None:
    asked = {"version": "1", "title": " Ny titel ", "keeper": "3", "parent": ""}
    form = FactsForm(asked, parents=[Agreement(pk=5, title="Ram")], keepers=[LUND])
    assert form.is_valid(), form.errors

    assert form.facts() == Facts("Ny titel", None, 3, "")
    choices: Any = form.fields["parent"]
    assert [str(label) for _pk, label in choices.choices] == ["Ingen", "Ram"]


def test_an_agreement_by_hand_carries_all_that_was_written() -> None:
    form = AgreementForm(
        {
            "level": "local", "area": "2", "title": "Ny", "keeper": "3", "parties": ["4", "3"],
            "parent": "5", "revision_responsible": "Enheten", "begun_date": "2026-01-02",
            "stage": "Utkast",
        },
        areas=[Area(pk=2, name="Skog")],
        organizations=[LUND, MORA],
        keepers=[LUND],
        parents=[Agreement(pk=5, title="Ram")],
        levels=[("local", "lokalavtal"), ("regional", "ramavtal")],
        today=TODAY,
    )  # fmt: skip
    assert form.is_valid(), form.errors

    agreement, edition = form.agreement(partnership_id=1), form.edition()

    assert (agreement.partnership_id, agreement.level, agreement.area_id) == (1, "local", 2)
    assert (agreement.title, agreement.keeper_id, agreement.parent_id) == ("Ny", 3, 5)
    assert agreement.revision_responsible == "Enheten"
    assert form.cleaned_data["parties"] == [4, 3]
    assert (edition.begun_date, edition.stage) == (date(2026, 1, 2), "Utkast")


@pytest.mark.parametrize(("answer", "required"), [("yes", True), ("no", False)])
def test_a_party_must_adopt_only_if_somebody_says_so(answer: str, required: bool) -> None:
    form = PartyForm(
        {"version": "1", "organization": "4", "required": answer},
        organizations=[LUND, MORA],
        parties_now=[],
    )
    assert form.is_valid()

    assert (form.entry().organization, form.entry().required) == (MORA, required)


def test_a_new_edition_may_begin_without_a_day() -> None:
    asked = {"version": "1", "label": "Version 3", "begun_date": "", "stage": "Remiss"}
    form = EditionForm(asked, today=TODAY)
    assert form.is_valid()

    entry = form.entry()

    assert (entry.label, entry.begun_date, entry.stage) == ("Version 3", None, "Remiss")
