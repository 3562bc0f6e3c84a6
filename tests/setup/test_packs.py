"""A pack is read whole or refused with the file, the key and what to write."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from samklang.agreements.models import Agreement, ValidityEvent
from samklang.audit.models import Entry
from samklang.library.models import Area
from samklang.organizations.models import Body, Organization, Partnership
from samklang.organizations.queries import structure
from samklang.setup import loading, packs
from samklang.setup.tables import PackError
from tests.architecture.tree import ROOT

PACKS = ROOT / "packs"


@pytest.fixture
def broken(tmp_path: Path, settings: Any) -> Callable[[str, str, str], None]:
    """Copy the packs, and change one text in one file of the small county."""
    shutil.copytree(PACKS, tmp_path / "packs")
    settings.SAMKLANG_PACKS_DIR = tmp_path / "packs"

    def spoil(name: str, old: str, new: str) -> None:
        path = tmp_path / "packs" / "xx-nordmark" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("county.toml", 'name = "Nordmark"', "", "xx-nordmark/county.toml: name is missing"),
        ("county.toml", "place", "plaace", r"words: sv: plaace is not used"),
        (
            "county.toml",
            "[words.sv]",
            "[words.no]",
            r"words: no is none of the country's languages",
        ),
        ("county.toml", '"granby"', '"grandby"', r"rows names 'grandby'"),
        ("county.toml", '["bergvik", ""]', '["bergvik"]', "rows must be rows of the same length"),
        ("organizations.toml", '"region"', '"landskap"', "organizations 1: kind is 'landskap'"),
        ("organizations.toml", '"dalom"', '"bergvik"', "organizations 3: code 'bergvik' is there"),
        (
            "bodies.toml",
            '"council"',
            '"top"',
            "bodies 1: level is 'top'; it must be one of council",
        ),
        ("areas.toml", '"omsorgslagen-4"', '"lagen"', "areas 1: basis names 'lagen'"),
        ("areas.toml", "statutory = true", 'statutory = "ja"', "statutory is 'ja'; write true or"),
        ("agreements.toml", '"ends"', '"stops"', "agreements 1: editions 1: events 2: kind is"),
        ("agreements.toml", '"2023-05"', '"in May"', "stated is not a date: 'in May'"),
        ("agreements.toml", "years = 3, ", "", "years is missing: every how many years"),
        ("agreements.toml", '"2025-02-04"', '"2025-02"', "date is 2025-02; write a day"),
        ("agreements.toml", '"ram-aldre"\nkeeper', '"ram"\nkeeper', "parent is 'ram'"),
        ("agreements.toml", "quote", "qoute", "qoute is not known here; is it misspelt"),
        (
            "agreements.toml",
            "number = 1",
            'number = "one"',
            "number is 'one'; write a whole number",
        ),
        ("agreements.toml", 'code = "ram-familj"', 'code = "ram-aldre"', "is there twice"),
        ("agreements.toml", '"all"', "[]", "parties is missing; name them or say"),
        ("agreements.toml", "[[agreements]]", "[agreements", "agreements.toml is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    broken: Callable[[str, str, str], None], name: str, old: str, new: str, complaint: str
) -> None:
    broken(name, old, new)

    with pytest.raises(PackError, match=complaint):
        packs.county("xx-nordmark")


def test_a_file_that_is_missing_is_named(
    broken: Callable[[str, str, str], None], settings: Any
) -> None:
    (settings.SAMKLANG_PACKS_DIR / "xx-nordmark" / "bodies.toml").unlink()

    with pytest.raises(PackError, match=r"xx-nordmark/bodies\.toml is missing"):
        packs.county("xx-nordmark")


@pytest.mark.parametrize("code", ["../etc", "/etc", "se_dalarna", "", "se-dalarna/../se"])
def test_a_code_is_never_a_path(code: str) -> None:
    with pytest.raises(PackError, match="is not the code of a pack"):
        packs.folder(code)


def test_an_unknown_pack_is_answered_with_those_there_are() -> None:
    with pytest.raises(CommandError, match=r"no pack 'se-narke'.*se-dalarna, se-dalarna-demo"):
        call_command("load_pack", "se-narke")


@pytest.mark.django_db
def test_dalarna_has_its_parties_bodies_and_areas() -> None:
    home = loading.load(packs.county("se-dalarna"))

    municipalities = Organization.objects.of_partnership(home.pk).local()
    names = list(municipalities.values_list("short_name", flat=True))
    assert len(names) == 15
    assert (names[0], names[-1]) == ("Avesta", "Älvdalen")
    assert Organization.objects.get(code="2062").name == "Mora kommun"
    assert set(home.tiles["places"]) == set(municipalities.values_list("code", flat=True))
    tree = {one.body.code: one for one in structure(home.pk, on=date(2026, 11, 28))}
    network = tree["lchnv"].body
    assert tree["lchnv-styrgrupp"].parent == network
    assert tree["lchnv"].parent == tree["valfardsradet"].body
    assert [one.given_by for one in tree["processgrupp-samsjuklighet"].assignments] == [network]
    assert not any(one.mandates or one.posts for one in tree.values())
    assert [one.code for one in Area.objects.filter(statutory=True)] == [
        "substance_use",
        "mental_disability",
        "children_young",
    ]
    assert "7 kap. 2 § socialtjänstlagen" in Area.objects.get(code="children_young").statutory_basis


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("area", "history"),
    [
        ("substance_use", ["2021-07-01", "2023", "2026-06-30", "2027-06-30"]),
        ("mental_disability", ["2021-07-01", "2024", "2026-06-30", "2027-06-30"]),
        ("children_young", ["2021", "None", "2026-06-30", "2027-06-30"]),
        ("hvb", ["2021-07-01", "None", "2026-06-30"]),
    ],
)
def test_dalarnas_history_is_as_precise_as_its_sources(area: str, history: list[str]) -> None:
    loading.load(packs.county("se-dalarna"))

    held = ValidityEvent.objects.filter(edition__agreement__area__code=area)
    events = held.exclude(kind="known_to_hold")

    assert held.get(kind="known_to_hold").source_note
    assert [str(event.stated) for event in events] == history
    assert str(events[2].decided) == "2024-06"
    assert events[2].decided_by == Body.objects.get(code="lchnv")
    assert all(event.source_note for event in events)


@pytest.mark.django_db
def test_loading_again_changes_nothing_and_writes_nothing_down() -> None:
    loading.load(packs.county("se-dalarna"))
    entries = Entry.objects.count()

    loading.load(packs.county("se-dalarna"))

    assert Entry.objects.count() == entries
    assert (Agreement.objects.count(), ValidityEvent.objects.count()) == (4, 19)


@pytest.mark.django_db
def test_what_people_mended_is_left_and_what_is_new_is_added(
    broken: Callable[[str, str, str], None],
) -> None:
    loading.load(packs.county("xx-nordmark"))
    Agreement.objects.filter(title="Ramavtal om familjens hus").update(
        title="Familjens hus, mendad"
    )
    broken(
        "agreements.toml",
        '{ kind = "starts", stated = "2023-05" },',
        '{ kind = "starts", stated = "2023-05" }, { kind = "extended", stated = "2030" },',
    )
    broken("county.toml", 'place = "Nordmark"', 'place = "Nordmarken"')

    loading.load(packs.county("xx-nordmark"))

    mended = Agreement.objects.get(title="Familjens hus, mendad")
    assert Agreement.objects.count() == 3
    assert ValidityEvent.objects.filter(edition__agreement=mended, kind="extended").count() == 1
    assert Partnership.objects.get().words["sv"]["place"] == "Nordmarken"


@pytest.mark.django_db
def test_a_pack_finds_its_edition_again_when_an_older_one_came_before_it() -> None:
    loading.load(packs.county("xx-nordmark"))
    agreement = Agreement.objects.get(title="Ramavtal om familjens hus")
    agreement.editions.update(number=2)
    agreement.editions.create(number=1)

    loading.load(packs.county("xx-nordmark"))

    assert [e.validity_events.count() for e in agreement.editions.order_by("number")] == [0, 4]
