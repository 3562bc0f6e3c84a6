"""The history tells what happened in the users' words, and a draft's text to its writers only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from samklang.agreements.history import Happening, happenings, said
from samklang.agreements.models import Agreement
from samklang.agreements.walls import WHOLE, Wall
from samklang.audit.api import Entry, history, record
from samklang.common.policy import Verdict
from samklang.organizations.api import Acting
from tests import cast

pytestmark = pytest.mark.django_db


def siri() -> Acting:
    return cast.acting_for(cast.person("siri"), today=timezone.localdate())


def happened(agreement: Agreement, verb: str, **details: Any) -> Entry:
    record(verb, agreement, by=siri().user, organization_id=agreement.keeper_id, **details)
    found = history([agreement]).first()
    assert found is not None
    return found


INSIDE = Wall(is_inside=True, knows_title=True, open_until={}, numbers={})
OUTSIDE = Wall(is_inside=False, knows_title=True, open_until={71: WHOLE}, numbers={71: 1, 72: 2})


def told(
    agreement: Agreement,
    acting: Acting | None = None,
    *,
    wall: Wall = INSIDE,
    registered: dict[int, Verdict] | None = None,
) -> list[Happening]:
    names = {agreement.keeper_id: "Lund"}
    entries = history([agreement])
    return happenings(entries, agreement, names, wall, registered or {}, acting=acting or siri())


EVENT = {"edition": 2, "kind": "extended", "stated": "2027-06-30", "entry": 5}
SENTENCES: list[tuple[str, dict[str, Any], str]] = [
    ("loaded", {"pack": "nordmark"}, "Kom med det som länet visste från början"),
    ("registered", {"edition": 1, "title": "T"}, "Förde in överenskommelsen i registret"),
    ("edition_registered", {"edition": 2}, "Registrerade utgåva 2 från ett dokument"),
    ("edited", {"changes": {}}, "Ändrade uppgifterna"),
    ("party_added", {"party": "Mora", "required": True}, "Lade till Mora som part"),
    ("party_removed", {"party": "Mora"}, "Tog bort Mora som part"),
    ("edition_added", {"edition": 2, "label": "", "stage": ""}, "Påbörjade utgåva 2"),
    ("stage_moved", {"edition": 2, "stage": "Remiss"}, "Utgåva 2: skede ”Remiss”"),
    ("file_attached", {"edition": 2, "file": "a.pdf"}, "Lade till filen a.pdf i utgåva 2"),
    ("adopted", {"party": "Mora", "edition": 2}, "Antecknade att Mora har antagit utgåva 2"),
    ("event_recorded", EVENT, "Utgåva 2: antecknade ”förlängd t.o.m.” 2027-06-30"),
    (
        "event_recorded",
        {**EVENT, "kind": "until_further_notice", "stated": ""},
        "Utgåva 2: antecknade ”tillsvidare”",
    ),
    (
        "diary_number_recorded",
        {"party": "Mora", "number": "SN 1", "entry": 5},
        "Antecknade diarienummer SN 1 för Mora",
    ),
    (
        "registration_taken_back",
        {"edition": 2, "edition_id": 5},
        "Tog tillbaka registreringen av utgåva 2",
    ),
    ("entry_undone", {"what": "SN 1", "entry": 5}, "Ångrade en anteckning: SN 1"),
]


@pytest.mark.parametrize(("verb", "details", "sentence"), SENTENCES)
def test_each_verb_is_told_in_a_sentence(verb: str, details: dict[str, Any], sentence: str) -> None:
    entry = happened(cast.agreement(), f"agreement.{verb}", **details)

    assert said(entry, INSIDE) == sentence
    with translation.override("en"):
        assert said(entry, INSIDE) not in (sentence, entry.verb)


@pytest.mark.parametrize(
    ("verb", "details"),
    [
        ("agreement.from_a_later_version", {"party": "Mora"}),
        ("agreement.party_added", {}),
        ("agreement.stage_moved", {"edition": 1}),
    ],
)
def test_an_entry_that_nobody_knows_how_to_tell_is_named_and_breaks_nothing(
    verb: str, details: dict[str, Any]
) -> None:
    """Seen red: without the KeyError, the history could not be opened."""
    assert said(happened(cast.agreement(), verb, **details), INSIDE) == verb


def test_a_happening_says_who_and_for_whom() -> None:
    agreement = cast.agreement()
    happened(agreement, "agreement.edited")
    record("agreement.loaded", agreement, by=None)

    loaded, edited = told(agreement)

    assert (edited.who, edited.organization) == ("Siri", "Lund")
    assert (loaded.who, loaded.organization) == ("Systemet", "")


def test_an_edit_tells_what_stood_before_and_says_nothing_of_numbers() -> None:
    agreement = cast.agreement()
    changes = {
        "title": ["Gammal", "Ny"],
        "revision_responsible": ["", "Enheten"],
        "keeper_id": [3, 4],
    }
    happened(agreement, "agreement.edited", changes=changes)

    assert told(agreement)[0].details == ("Titel: var ”Gammal”",)


def test_an_event_tells_the_sentence_that_says_so() -> None:
    agreement = cast.agreement()
    happened(agreement, "agreement.event_recorded", **EVENT, quote="Förlängs till juni.")

    assert told(agreement)[0].details == ("”Förlängs till juni.”",)


@pytest.mark.parametrize(
    ("verb", "details"),
    [
        ("agreement.event_recorded", {**EVENT, "edition_id": 72, "quote": "Hemlig mening."}),
        ("agreement.file_attached", {"edition": 2, "edition_id": 72, "file": "hemligt namn.pdf"}),
        # Written down before the editions’ ids were: nobody can say that it is open.
        ("agreement.event_recorded", {**EVENT, "quote": "Hemlig mening."}),
        ("agreement.file_attached", {"edition": 2, "file": "hemligt namn.pdf"}),
    ],
)
def test_behind_the_wall_only_that_something_was_written_is_told(
    verb: str, details: dict[str, Any]
) -> None:
    agreement = cast.agreement()
    happened(agreement, verb, **details)

    (happening,) = told(agreement, wall=OUTSIDE)

    assert happening.what == "Något om utkastet till utgåva 2"
    assert happening.details == ()
    assert "emlig" not in str(happening)
    assert told(agreement)[0].what != happening.what


def test_an_open_edition_is_told_of_by_its_id_and_called_by_todays_number() -> None:
    agreement = cast.agreement()
    happened(agreement, "agreement.event_recorded", **{**EVENT, "edition_id": 71})

    (happening,) = told(agreement, wall=OUTSIDE)

    assert happening.what == "Utgåva 1: antecknade ”förlängd t.o.m.” 2027-06-30"


def test_the_stage_of_a_draft_is_told_to_everybody() -> None:
    agreement = cast.agreement()
    happened(agreement, "agreement.stage_moved", edition=2, stage="Remiss")

    assert told(agreement, wall=OUTSIDE)[0].what == "Utgåva 2: skede ”Remiss”"


UNDOABLE = [
    ("agreement.event_recorded", "agreements:undo_event", "validityevent"),
    ("agreement.adopted", "agreements:undo_adoption", "adoption"),
    ("agreement.diary_number_recorded", "agreements:undo_diary_number", "diarynumber"),
]


@pytest.mark.parametrize(("verb", "page", "model"), UNDOABLE)
def test_ones_own_entry_has_a_button_until_it_is_undone(verb: str, page: str, model: str) -> None:
    agreement = cast.agreement()
    happened(agreement, verb, edition=1, entry=5, party="Lund", number="1", kind="", stated="")
    assert told(agreement)[0].undo_url == reverse(page, args=[agreement.pk, 5])

    happened(agreement, "agreement.entry_undone", entry=5, model=model, what="x")

    undoing, entry = told(agreement)
    assert (entry.undo_url, entry.undone) == ("", True)
    assert (undoing.undo_url, undoing.undone) == ("", False)


def test_undoing_one_kind_does_not_mark_another_with_the_same_number() -> None:
    """Seen red: with the model left out of the key, the adoption was struck out too."""
    agreement = cast.agreement()
    happened(agreement, "agreement.adopted", entry=5, party="Lund", edition=1)
    happened(agreement, "agreement.entry_undone", entry=5, model="validityevent", what="x")

    adopted = told(agreement)[1]

    assert not adopted.undone
    assert adopted.undo_url


def test_somebody_elses_entry_and_an_old_one_have_no_button() -> None:
    agreement = cast.agreement()
    happened(agreement, "agreement.adopted", entry=5, party="Lund", edition=1)
    today = timezone.localdate()
    rune = cast.acting_for(cast.person("rune"), today=today)

    def button(acting: Acting) -> bool:
        return bool(told(agreement, acting)[0].undo_url)

    assert not button(rune)
    person = cast.person("siri")
    assert button(cast.acting_for(person, today=today + timedelta(days=29)))
    assert not button(cast.acting_for(person, today=today + timedelta(days=32)))


@pytest.mark.parametrize("verb", ["agreement.edited", "agreement.party_added", "agreement.loaded"])
def test_what_is_changed_by_writing_anew_has_no_button(verb: str) -> None:
    agreement = cast.agreement()
    happened(agreement, verb, party="Mora", entry=5)

    assert told(agreement)[0].undo_url == ""
