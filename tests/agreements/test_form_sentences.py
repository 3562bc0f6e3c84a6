"""Each thing that a form refuses is explained in plain Swedish, beside its own field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

from samklang.agreements.forms import (
    AdoptionForm,
    AgreementForm,
    ChoiceForm,
    DiaryNumberForm,
    EditionForm,
    EventForm,
    FactsForm,
    FileForm,
    PartyForm,
    StageForm,
)
from samklang.agreements.models import Agreement, Edition
from samklang.agreements.validity import Validity
from samklang.common.periods import StatedDate
from samklang.library.models import Area
from samklang.organizations.models import Body, Organization
from tests.cast import TODAY

EDITION = Edition(pk=7, number=1, label="Version 2")
LUND = Organization(pk=3, name="Lund kommun", short_name="Lund")
MORA = Organization(pk=4, name="Mora kommun", short_name="Mora")
RAM = Agreement(pk=5, title="Ramavtalet")
BODY = Body(pk=6, name="Styrgruppen")
# The tax agency's own number for tests, in two parts so that it stands nowhere whole.
NUMBER = "811218" + "-" + "9876"


BOTH = [LUND, MORA]
HELD = Validity(start=StatedDate.on(date(2026, 1, 1)), end=StatedDate.on(date(2027, 12, 31)))
Sent = dict[str, Any]
# Each form as its view makes it.
FORMS: dict[str, Callable[[Sent], forms.Form]] = {
    "event": lambda sent: EventForm(
        sent, editions=[EDITION], bodies=[BODY], known={7: HELD}, today=TODAY
    ),
    "adoption": lambda sent: AdoptionForm(
        sent, editions=[EDITION], organizations=BOTH, today=TODAY
    ),
    "diary number": lambda sent: DiaryNumberForm(sent, organizations=BOTH),
    "facts": lambda sent: FactsForm(sent, parents=[RAM], keepers=[LUND]),
    "party": lambda sent: PartyForm(sent, organizations=BOTH, parties_now=[]),
    "file": lambda sent: FileForm(sent, sent["files"], editions=[EDITION]),
    "choice": lambda sent: ChoiceForm(sent, labels={"title": "Titel"}),
    "edition": lambda sent: EditionForm(sent, today=TODAY),
    "stage": StageForm,
    "agreement": lambda sent: AgreementForm(
        sent,
        areas=[Area(pk=2, name="Skog")],
        organizations=BOTH,
        keepers=BOTH,
        parents=[RAM],
        today=TODAY,
        levels=[("local", "lokalavtal"), ("regional", "ramavtal")],
    ),
}


def made(name: str, sent: Sent) -> forms.Form:
    return FORMS[name](sent)


RIGHT: dict[str, Sent] = {
    "event": {"version": "1", "edition": "7", "kind": "starts", "when": "2026-05"},
    "adoption": {
        "version": "1", "edition": "7", "party": "3", "kind": "decision",
        "adopted_date": "2026-05-18", "wording": "same",
    },
    "diary number": {"version": "1", "party": "3", "number": "SN 2026/7"},
    "facts": {"version": "1", "title": "Ny", "keeper": "3"},
    "party": {"version": "1", "organization": "3", "required": "yes"},
    "file": {
        "edition": "7", "about_nobody": "on",
        "files": {"file": SimpleUploadedFile("a.txt", b"a")},
    },
    "choice": {"version": "1", "whose_title": "mine"},
    "edition": {"version": "1", "begun_date": "2026-05-18"},
    "stage": {"version": "1", "stage": "Remiss"},
    "agreement": {
        "level": "local", "area": "2", "title": "Ny", "keeper": "3", "parties": ["3", "4"],
        "parent": "5", "begun_date": "2026-05-18", "stage": "Utkast",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_let_through(name: str) -> None:
    form = made(name, dict(RIGHT[name]))

    assert form.is_valid(), form.errors


DAY = "Skriv hela dagen, till exempel 2026-05-18."
STATED = (
    "Skriv en dag som 2027-06-30, en månad som 2027-06, ett år som 2027 eller en period som "
    "2024-10-01 – 2024-12-31."
)
PLANNED = (
    "Dagen har inte kommit än. Ett planerat beslut är inget beslut: anteckna det när det är fattat."
)
NOT_ADOPTED = (
    "Dagen har inte kommit än. Ett planerat beslut är inget antagande: anteckna det när det är "
    "fattat."
)
NOT_YET = "Dagen har inte kommit än. Anteckna det när det har hänt."
UNSAID_OTHER = "Du har skrivit vad som skiljer. Välj ”en annan lydelse”, eller töm fältet."
RESIDENT = "Ta bort personnumret. Samklang får inte innehålla något om invånare."
ABOUT = "Skriv dagen, månaden eller året som det gäller."
WHEN = "Skriv när det beslutades. Ett år räcker."
REFUSED = [
    ("event", {"edition": ""}, "edition", "Välj något för ”Vilken utgåva”."),
    ("event", {"kind": ""}, "kind", "Välj något för ”Vad som sägs”."),
    ("event", {"when": "i maj"}, "when", STATED),
    ("event", {"decided": "31/12"}, "decided", STATED),
    ("event", {"decided": "2026-12"}, "decided", PLANNED),
    ("event", {"kind": "starts", "when": "2028"}, "when",
     "Startdatum måste vara före slutdatum 2027-12-31."),
    ("event", {"when": "31 februari 2026"}, "when",
     "Det finns ingen sådan dag: februari 2026 har 28 dagar."),
    ("event", {"kind": "extended", "when": "", "decided": "2025"}, "when", ABOUT),
    ("event", {"kind": "terminated", "when": "", "decided": "2025"}, "when", ABOUT),
    ("event", {"kind": "replaced", "when": ""}, "when", ABOUT),
    ("event", {"kind": "revise_by", "when": ""}, "when", ABOUT),
    ("event", {"kind": "follow_up_period", "when": ""}, "when", ABOUT),
    ("event", {"kind": "extended", "when": "2027"}, "decided", WHEN),
    ("event", {"kind": "terminated", "when": "2027"}, "decided", WHEN),
    ("event", {"kind": "review_every"}, "years",
     "Skriv hur många år det är mellan översynerna."),
    ("event", {"kind": "ends", "when": "2025"}, "when",
     "Slutdatum måste vara efter startdatum 2026-01-01."),
    ("event", {"kind": "replaced", "when": "2025"}, "when",
     "Slutdatum måste vara efter startdatum 2026-01-01."),
    ("event", {"quote": f"Ring {NUMBER}."}, "quote", RESIDENT),
    ("event", {"source_note": NUMBER}, "source_note", RESIDENT),
    ("event", {"kind": "known_to_hold", "when": ""}, "source_note",
     "Skriv hur du vet att den gäller."),
    ("event", {"kind": "known_to_hold", "when": "2027", "source_note": "arkivet"}, "when", NOT_YET),
    ("adoption", {"party": ""}, "party", "Välj något för ”Part”."),
    ("adoption", {"kind": ""}, "kind", "Välj något för ”Hur”."),
    ("adoption", {"adopted_date": ""}, "adopted_date", "Fyll i ”Dag”."),
    ("adoption", {"adopted_date": "18/5"}, "adopted_date", DAY),
    ("adoption", {"adopted_date": "2026-11-25"}, "adopted_date", NOT_ADOPTED),
    ("adoption", {"adopted_date": "2026-05"}, "adopted_date", DAY),
    ("adoption", {"body_name": f"Nämnden {NUMBER}"}, "body_name", RESIDENT),
    ("adoption", {"quote": NUMBER}, "quote", RESIDENT),
    ("adoption", {"wording": ""}, "wording", "Välj något för ”Vilken lydelse som antogs”."),
    ("adoption", {"wording": "other"}, "differs", "Skriv i en mening vad nämnden ändrade."),
    ("adoption", {"differs": "§ 3 ströks."}, "wording", UNSAID_OTHER),
    ("adoption", {"wording": "other", "differs": NUMBER}, "differs", RESIDENT),
    ("diary number", {"party": ""}, "party", "Välj något för ”Myndighet”."),
    ("diary number", {"number": ""}, "number", "Fyll i ”Diarienummer”."),
    ("diary number", {"number": NUMBER}, "number", RESIDENT),
    ("facts", {"title": ""}, "title", "Fyll i ”Titel”."),
    ("facts", {"title": f"Plan för {NUMBER}"}, "title", RESIDENT),
    ("facts", {"keeper": ""}, "keeper", "Välj något för ”Förvaltas av”."),
    ("facts", {"revision_responsible": NUMBER}, "revision_responsible", RESIDENT),
    ("party", {"organization": ""}, "organization", "Välj något för ”Organisation”."),
    ("party", {"required": ""}, "required",
     "Välj något för ”Måste parten anta den innan överenskommelsen gäller?”."),
    ("file", {"edition": ""}, "edition", "Välj något för ”Vilken utgåva”."),
    ("file", {"files": {}}, "file", "Fyll i ”Fil”."),
    ("file", {"about_nobody": ""}, "about_nobody",
     "Titta igenom filen först. Samklang får inte innehålla något om invånare."),
    ("choice", {"whose_title": ""}, "whose_title",
     "Välj vems text som ska stå som ”Titel”."),
    ("edition", {"begun_date": "maj"}, "begun_date", DAY),
    ("edition", {"begun_date": "2027-01-01"}, "begun_date", NOT_YET),
    ("edition", {"label": NUMBER}, "label", RESIDENT),
    ("stage", {"stage": NUMBER}, "stage", RESIDENT),
    ("agreement", {"level": "", "parent": ""}, "level", "Välj något för ”Nivå”."),
    ("agreement", {"area": ""}, "area", "Välj något för ”Område”."),
    ("agreement", {"title": ""}, "title", "Fyll i ”Titel”."),
    ("agreement", {"keeper": ""}, "keeper", "Välj något för ”Förvaltas av”."),
    ("agreement", {"parties": []}, "parties", "Välj något för ”Parter”."),
    ("agreement", {"level": "regional"}, "parent",
     "Bara en lokal överenskommelse bygger på en annan. Välj ingen."),
    ("agreement", {"begun_date": "2026"}, "begun_date", DAY),
    ("agreement", {"stage": NUMBER}, "stage", RESIDENT),
]  # fmt: skip


@pytest.mark.parametrize(("name", "sent", "field", "sentence"), REFUSED)
def test_what_is_refused_is_explained(name: str, sent: Sent, field: str, sentence: str) -> None:
    form = made(name, {**RIGHT[name], **sent})

    assert form.errors == {field: [sentence]}
    assert NUMBER not in str(form.errors)


@pytest.mark.parametrize(
    ("name", "sent", "field"),
    [
        ("event", {"edition": "8"}, "edition"),
        ("event", {"decided_by": "66"}, "decided_by"),
        ("adoption", {"party": "99"}, "party"),
        ("diary number", {"party": "99"}, "party"),
        ("facts", {"keeper": "4"}, "keeper"),
        ("facts", {"parent": "99"}, "parent"),
        ("party", {"organization": "99"}, "organization"),
        ("file", {"edition": "8"}, "edition"),
        ("choice", {"whose_title": "both"}, "whose_title"),
        ("agreement", {"level": "galaxy"}, "level"),
        ("agreement", {"area": "99"}, "area"),
        ("agreement", {"parties": ["3", "99"]}, "parties"),
        ("agreement", {"keeper": "99"}, "keeper"),
    ],
)
def test_what_was_never_offered_cannot_be_chosen(name: str, sent: Sent, field: str) -> None:
    form = made(name, {**RIGHT[name], **sent})

    assert list(form.errors) == [field]


@pytest.mark.parametrize(
    ("name", "field", "most"),
    [
        ("event", "quote", 4000),
        ("event", "source_note", 300),
        ("adoption", "body_name", 200),
        ("adoption", "paragraph", 50),
        ("adoption", "quote", 4000),
        ("diary number", "number", 60),
        ("facts", "title", 300),
        ("facts", "revision_responsible", 200),
        ("edition", "label", 100),
        ("stage", "stage", 100),
        ("agreement", "title", 300),
        ("agreement", "stage", 100),
    ],
)
def test_a_text_longer_than_the_register_holds_is_refused_and_not_cut(
    name: str, field: str, most: int
) -> None:
    assert made(name, {**RIGHT[name], field: "ö" * most}).is_valid()
    assert list(made(name, {**RIGHT[name], field: "ö" * (most + 1)}).errors) == [field]


@pytest.mark.parametrize("name", [name for name in RIGHT if name not in ("file", "agreement")])
def test_a_change_without_the_version_that_was_seen_is_not_taken(name: str) -> None:
    assert list(made(name, {**RIGHT[name], "version": ""}).errors) == ["version"]
