"""A small county's pack, and a demo county beside it, come out as they were written."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samklang.accounts.models import User
from samklang.agreements.models import Agreement, Edition
from samklang.audit.api import Entry, revision
from samklang.inventories.models import Finding
from samklang.library.models import Area
from samklang.organizations.acting import acting
from samklang.organizations.models import Body, Membership, Organization, Partnership
from samklang.setup import demo, loading, packs
from samklang.setup.models import Placed
from samklang.setup.tables import PackError
from tests.architecture.tree import ROOT

CODE = "xx-nordmark"
DEMO = {
    "demo.toml": 'code = "xx-nordmark-demo"\ncounty = "xx-nordmark"\n',
    "persons.toml": """
[[persons]]
username = "tyra"
name = "Tyra Tjärn"
title = "samordnare"
seats = [{ organization = "landskapet", role = "coordinator", from = "2024-01-01" }]
""",
    "agreements.toml": """
[[agreements]]
code = "dalom-aldre"
level = "local"
area = "older_people"
title = "Bygdeavtal om äldre i Dalom"
parent = "ram-aldre"
keeper = "dalom"
parties = ["dalom"]
diary_numbers = [{ organization = "dalom", number = "D 1" }]
""",
    "findings.toml": """
[[findings]]
organization = "furuhed"
area = "older_people"
answered = "2026-03-01"
channel = "mailbox"
answered_by = "Nämndsekreteraren"
quote = "Vi har ingen."
""",
}


@pytest.fixture
def packs_home(tmp_path: Path, settings: Any) -> Path:
    """Copy the small county, and write a demo county beside it."""
    home = tmp_path / "packs"
    for name in ("xx", CODE):
        shutil.copytree(ROOT / "packs" / name, home / name)
    (home / f"{CODE}-demo").mkdir()
    for name, text in DEMO.items():
        (home / f"{CODE}-demo" / name).write_text(text, encoding="utf-8")
    settings.SAMKLANG_PACKS_DIR = home
    return home


def spoil(home: Path, name: str, old: str, new: str, *, pack: str = CODE) -> None:
    path = home / pack / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.usefixtures("packs_home")
def test_a_county_is_read_whole() -> None:
    found = packs.county(CODE)

    assert (found.code, found.country.code, found.name) == (CODE, "xx", "Nordmark")
    assert [one.code for one in found.organizations][:2] == ["landskapet", "bergvik"]
    assert [one.code for one in found.areas] == ["older_people", "family_centre"]
    assert found.areas[0].statutory_basis == "4 § omsorgslagen"
    assert found.bodies[0].level == "council"
    ram, _family, local = found.agreements
    assert ram.parties == ("landskapet", "bergvik", "dalom", "furuhed", "granby")
    assert local.parent == "ram-aldre"
    assert local.editions[0].adoptions[0].adopted_date == date(2025, 2, 4)
    assert local.editions[0].adoptions[0].paragraph == "§ 7"


@pytest.mark.usefixtures("packs_home")
def test_the_countys_words_go_before_the_countrys() -> None:
    words = packs.county(CODE).words["sv"]

    assert (words["place"], words["local"], words["municipality"]) == (
        "Nordmark",
        "bygdeavtal",
        "bygd",
    )


def test_a_countys_own_word_ends_the_countrys_forms_of_it(packs_home: Path) -> None:
    """Else the page would say “grannavtal” in one place and “bygdeavtalet” in the next."""
    spoil(packs_home, "county.toml", "[words.sv]", '[words.sv]\nlocal = "grannavtal"')

    words = packs.county(CODE).words["sv"]

    assert words["local"] == "grannavtal"
    assert "local_definite" not in words
    assert words["regional_definite"] == "ramavtalet"


@pytest.mark.parametrize(
    ("name", "old", "new", "complaint"),
    [
        ("demo.toml", "-demo", "-dem", "demo.toml: code is 'xx-nordmark-dem'"),
        ("demo.toml", "county =", "land =", "demo.toml: county is missing"),
        ("demo.toml", '"xx-nordmark"', '"xx-sydmark"', "There is no pack 'xx-sydmark'"),
        ("persons.toml", "username", "user", "persons 1: username is missing"),
        ("persons.toml", '"coordinator"', '"boss"', "seats 1: role is 'boss'"),
        ("persons.toml", '"landskapet"', '"riket"', "seats 1: organization is 'riket'"),
        ("persons.toml", '"2024-01-01"', '"2024"', "seats 1: from is 2024; write a day"),
        ("persons.toml", 'title = "', 'titel = "x"\ntitle = "', "persons 1: titel is not known"),
        ("findings.toml", '"mailbox"', '"pigeon"', "findings 1: channel is 'pigeon'"),
        ("findings.toml", '"older_people"', '"hunting"', "findings 1: area is 'hunting'"),
        ("findings.toml", '"2026-03-01"', '"mars"', "findings 1: answered is not a date"),
        ("findings.toml", "quote", "qoute", "findings 1: qoute is not known here"),
        ("agreements.toml", '"ram-aldre"', '"ram-x"', "agreements 1: parent is 'ram-x'"),
        ("agreements.toml", '"D 1"', "1", "diary_numbers 1: number is 1; write a text"),
    ],
)
def test_a_mistake_in_a_demo_county_is_named_with_its_place(
    packs_home: Path, name: str, old: str, new: str, complaint: str
) -> None:
    spoil(packs_home, name, old, new, pack=f"{CODE}-demo")

    with pytest.raises(PackError) as wrong:
        packs.demo(f"{CODE}-demo")

    assert complaint in str(wrong.value)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('code = "xx"', 'code = "yy"', "xx/country.toml: code is 'yy'"),
        ('languages = ["sv"]', 'languages = "sv"', "languages is 'sv'; write a list of texts"),
        ("local_long", "local_longer", "words: sv: local_longer is not used"),
    ],
)
def test_a_mistake_in_the_countrys_pack_is_named_with_its_place(
    packs_home: Path, old: str, new: str, complaint: str
) -> None:
    spoil(packs_home, "country.toml", old, new, pack="xx")

    with pytest.raises(PackError) as wrong:
        packs.county(CODE)

    assert complaint in str(wrong.value)


WORDLESS = """[[provisions]]
code = "x"
act = "omsorgslagen"
about.sv = "x"
wordings = []
"""


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('code = "vardstadgan"', 'code = "omsorgslagen"', "acts 2: code 'omsorgslagen' is there"),
        ('"L 1971:3"', '"L 2009:12"', "acts 2: number 'L 2009:12' is there twice"),
        ('["vårdstadgan"]', '[""]', "acts 2: number 'L 1971:3' is there twice, or a name is empty"),
        ('"omsorgslagen"\n\n[[prov', '"x"\n\n[[prov', "acts 2: replaced_by is 'x'; it must be"),
        ('about.sv = "Ramavtal om omsorg"', "", "provisions 1: about is missing"),
        ("[[references]]", f"{WORDLESS}\n[[references]]", "provisions 3: wordings is empty; a"),
        ('kind = "agreement"', 'kind = "promise"', "wordings 1: kind is 'promise'; it must be"),
        ('from = "2027-04-01"', 'from = "2027-03-31"', "wordings 2: from is missing, or within"),
        ('from = "2027-04-01"\n', "", "wordings 2: from is missing, or within the wording before"),
        ('until = "2027-03-31"', "", "wordings 2: from is missing, or within the wording before"),
        ('from = "2027-04-01"', 'from = "2027-04-01"\nuntil = "2027-01-01"', "until is 2027-01-01"),
        ('now = ["omsorgslagen-4"]', 'now = ["o-5"]', "references 1: now names 'o-5'"),
        (
            'act = "vardstadgan"',
            'act = "omsorgslagen"',
            "act is 'omsorgslagen'; it must be one of v",
        ),
        ("pattern = '", "pattern = '(", "terms 1: pattern is "),
        ("leave = ['", "leave = ['(", "citing: leave is "),
        ('"%(section)s § %(act)s"', '"%(paragraf)s"', "without_chapter is '%(paragraf)s'; write "),
        ('"%(section)s § %(act)s"', '"100 %(act)"', "without_chapter is '100 %(act)'; write "),
    ],
)
def test_a_mistake_in_the_law_is_named_with_its_place(
    packs_home: Path, old: str, new: str, complaint: str
) -> None:
    spoil(packs_home, "law.toml", old, new, pack="xx")

    with pytest.raises(PackError) as wrong:
        packs.county(CODE)

    assert complaint in str(wrong.value)


@pytest.mark.django_db
@pytest.mark.usefixtures("packs_home")
def test_a_demo_county_stands_beside_the_countys_own_facts() -> None:
    home = demo.load(packs.demo(f"{CODE}-demo"))

    invented = Agreement.objects.get(demo=True)
    assert (invented.title, invented.keeper.code) == ("Bygdeavtal om äldre i Dalom", "dalom")
    assert invented.parent is not None
    assert not invented.parent.demo
    assert invented.diary_numbers.get().number == "D 1"
    assert Finding.objects.get().organization.code == "furuhed"
    assert Partnership.objects.get(pk=home.pk).demo
    tyra = User.objects.get(username="tyra")
    assert (tyra.name, tyra.last_name, tyra.demo) == ("Tyra Tjärn", "samordnare", True)
    assert not tyra.has_usable_password()
    assert acting(tyra, today=date(2024, 1, 1)).coordinates(home.pk)
    assert not acting(tyra, today=date(2023, 12, 31)).seats


@pytest.mark.django_db
@pytest.mark.usefixtures("packs_home")
def test_loading_a_demo_county_again_changes_nothing() -> None:
    home = demo.load(packs.demo(f"{CODE}-demo"))
    before = (Entry.objects.count(), revision(home.pk), Membership.objects.get().from_date)

    demo.load(packs.demo(f"{CODE}-demo"))

    after = (Entry.objects.count(), revision(home.pk), Membership.objects.get().from_date)
    assert after == before
    assert User.objects.count() == Finding.objects.count() == 1
    assert Agreement.objects.count() == 4


@pytest.mark.django_db
def test_a_county_that_cannot_be_put_in_whole_is_not_put_in_at_all(packs_home: Path) -> None:
    User.objects.create_user("tyra")

    with pytest.raises(PackError, match="'tyra' is a real account here"):
        demo.load(packs.demo(f"{CODE}-demo"))

    assert not Partnership.objects.exists()
    assert not Agreement.objects.exists()


@pytest.mark.django_db
def test_what_the_pack_renames_is_renamed_and_told(packs_home: Path) -> None:
    home = loading.load(packs.county(CODE))
    spoil(packs_home, "organizations.toml", '"Daloms bygd"', '"Daloms storbygd"')
    spoil(packs_home, "areas.toml", '"Äldre"', '"De äldre"')
    spoil(packs_home, "bodies.toml", '"Landsrådet"', '"Stora landsrådet"')

    loading.load(packs.county(CODE))

    assert Organization.objects.get(code="dalom").name == "Daloms storbygd"
    assert Area.objects.get(code="older_people").short_name == "De äldre"
    assert Body.objects.get().name == "Stora landsrådet"
    assert Entry.objects.filter(verb="partnership.loaded", partnership_id=home.pk).count() == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("packs_home")
def test_the_pack_remembers_where_it_put_each_entry() -> None:
    loading.load(packs.county(CODE))

    there = {str(one): one.target_id for one in Placed.objects.all()}

    local = Agreement.objects.get(title__contains="Bergvik")
    assert there["xx-nordmark: bergvik-aldre"] == local.pk
    assert there["xx-nordmark: bergvik-aldre#1"] == Edition.objects.get(agreement=local).pk
    assert len(there) == 6


@pytest.mark.django_db
@pytest.mark.usefixtures("packs_home")
def test_parties_stand_on_the_map_where_the_pack_puts_them() -> None:
    home = loading.load(packs.county(CODE))

    assert home.tiles == {
        "columns": 2,
        "rows": 3,
        "places": {"bergvik": [1, 1], "dalom": [2, 1], "furuhed": [2, 2], "granby": [3, 2]},
    }
    names = Organization.objects.of_partnership(home.pk).values_list("code", "position")
    assert dict(names)["landskapet"] == 1
