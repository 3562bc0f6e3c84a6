"""What portals, hosts and other people's tables do to a document, and what is read all the same.

Each test was seen red against the rules before it: without `flat_minutes`, `addresses`, `settle`
and the lines of the pack that came with them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]

SAVED = "SOURCE: https://{} | TITLE: - | EXTENT: beginning only\n\n"
FILLING = (
    "Ledamöterna gick igenom underlaget och ställde frågor om bemanning, lokaler och ekonomi. "
)


def numbers_and_titles(reading: Reading) -> list[tuple[int | None, str | None]]:
    return [(item.number, item.title.value if item.title else None) for item in reading.items]


def names(reading: Reading) -> list[str]:
    return [party.value.name for party in reading.parties]


PORTAL = (
    SAVED.format("moten.exempel.se/namnder/radet/mote-2024-02-01")
    + """Hoppa över navigering
 • Ordföranden hälsar alla varmt välkomna till årets första möte, och mötet öppnas.

 • § 2

  Val av protokolljusterare

 • Sara Holm, utredare, föredrar läget i arbetet med nära vård.

 • Sammanträdet avslutas och föregående anteckningar läggs till handlingarna."""
)


def test_every_point_of_a_portals_minutes_is_an_item_though_few_have_a_number(
    reading: Read,
) -> None:
    found = reading(PORTAL)
    assert numbers_and_titles(found) == [
        (None, None), (2, "Val av protokolljusterare"), (None, None), (None, None),
    ]  # fmt: skip
    assert found.items[0].text
    assert found.items[0].text.value.startswith("Ordföranden hälsar")


def test_who_presents_a_point_stands_first_in_it(reading: Read) -> None:
    found = reading(PORTAL)
    assert [item.presenters for item in found.items] == [(), (), ("Sara Holm, utredare",), ()]


RUNNING = SAVED.format("docplayer.se/4455-Protokoll.html") + (
    "Protokoll\n\n1 Protokoll 1 (6) Driftutskottet Plats Rådhuset, Sala Beslutande Anna Ek, "
    "ordförande Utsågs Bo Ask att justera dagens protokoll 15 Dagordning och övriga frågor "
    "Ordföranden hälsade välkommen och mötet öppnades. " + FILLING * 3 + "16 Planering av "
    "nästa års arbete Enhetschefen informerade om läget. " + FILLING
)


def test_items_of_running_minutes_are_numbers_in_a_row(reading: Read) -> None:
    assert numbers_and_titles(reading(RUNNING)) == [
        (15, "Dagordning och övriga frågor"), (16, "Planering av nästa års arbete"),
    ]  # fmt: skip


def test_the_number_a_host_gives_a_page_is_no_item(reading: Read) -> None:
    page = "\n\n2 SALA KOMMUN DU 17 (6) Fortsättning på sidan."
    assert 2 not in [item.number for item in reading(RUNNING + page).items]


EXTRACT = """REGION ÖREBRO LÄN                  PROTOKOLLSUTDRAG
Socialnämnden                      Sammanträdesdatum 2022-09-21

SN § 88
Överenskommelse om samverkan kring personer med missbruk
SN 2022/214

Socialnämndens beslut
Socialnämnden beslutar
att anta överenskommelsen
att överenskommelsen gäller från och med den 1 oktober 2022

Justerandes sign                   Utdragsbestyrkande"""


def test_a_paragraph_sign_alone_goes_with_the_heading_below_it(reading: Read) -> None:
    assert numbers_and_titles(reading(EXTRACT)) == [
        (88, "Överenskommelse om samverkan kring personer med missbruk")
    ]


def test_each_att_clause_on_its_own_line_is_a_decision(reading: Read) -> None:
    [item] = reading(EXTRACT).items
    assert [decision.value for decision in item.decisions] == [
        "att anta överenskommelsen",
        "att överenskommelsen gäller från och med den 1 oktober 2022",
    ]


def test_an_extract_is_about_what_its_one_item_is_about(reading: Read) -> None:
    far_down = EXTRACT.replace("\nSN § 88", "Närvarande\n" + FILLING * 6 + "\n\nSN § 88")
    assert [area.value for area in reading(far_down).areas] == ["substance_use"]


CALL = """KALLELSE

Kallelse till sammanträde med samverkansnämnden

Tid: Fredagen den 24 november 2023 kl. 09.00

1. Upprop och val av justerare
2. Godkännande av föredragningslista
3. Förlängning av överenskommelse om hemsjukvård"""


def test_an_agendas_numbered_points_are_its_items(reading: Read) -> None:
    assert [number for number, _ in numbers_and_titles(reading(CALL))] == [1, 2, 3]


def test_a_host_that_flattened_the_page_still_has_the_title_in_its_address(reading: Read) -> None:
    address = "docplayer.se/amp/3539-Rekommendation-att-anta-gemensam-policy-for-missbruk.html"
    text = "KFSL KOMMUNFÖRBUNDET Ink. 2008-05-13 Dnr: ^/-/g Bilaga 1(2) Rekommendation att anta "
    text += (
        "gemensam policy för missbruk Förbundets styrelse gav i augusti sina kanslier i uppdrag "
    )
    found = reading(SAVED.format(address) + text + FILLING * 4)
    assert found.title
    assert found.title.value == "Rekommendation att anta gemensam policy för missbruk"


def test_an_address_without_the_small_words_still_names_the_title(reading: Read) -> None:
    page = SAVED.format("vard.exempel.se/samverkan/rutiner-avtal-lanet/") + (
        "Hoppa till innehåll\nVårdportalen\n\nRutiner och avtal i länet\n\n"
        "Här hittar du de rutiner som gäller.\n\nKontakta oss\nSidan uppdaterad: 2023-05-02"
    )
    found = reading(page)
    assert found.title
    assert found.title.value == "Rutiner och avtal i länet"


@pytest.mark.parametrize("skip", ["Skip til primært indhold", "Hopp til hovedinnhold"])
def test_a_neighbours_skip_link_is_no_title(reading: Read, skip: str) -> None:
    page = SAVED.format("regionen.dk/aftaler/psykiatri") + (
        f"{skip}\n\nPsykiatriske aftaler\n\nFormålet med aftalerne er ikke at ændre ansvaret, og "
        "de gælder fra 2020 og frem. Aftalen er indgået mellem regionen og kommunerne."
    )
    found = reading(page)
    assert found.title
    assert found.title.value == "Psykiatriske aftaler"


def test_a_row_with_one_label_is_a_label_and_its_value(reading: Read) -> None:
    found = reading(
        "| Dokumentnamn | Länsgemensam överenskommelse om samarbete kring barn |\n"
        "| Diarienr | RG 2022/4410 |\n| Version | 3 |\n\nParter\nRegion Gävleborg\nGävle kommun\n"
    )
    assert found.title
    assert found.title.value == "Länsgemensam överenskommelse om samarbete kring barn"


def test_a_region_and_one_municipality_make_a_local_agreement(reading: Read) -> None:
    found = reading(
        "SAMVERKANSAVTAL FÖR FAMILJECENTRALEN LINDEN\n\nParter\nDetta avtal har träffats mellan "
        "Västra Götalandsregionen och Trollhättans stad.\n\nAvtalsperiod\nAvtalet gäller "
        "2024-01-01–2026-12-31.\n\nUnderskrifter\n"
    )
    assert found.kind.value == "local_agreement"


def test_a_health_centre_and_a_municipality_make_a_local_agreement(reading: Read) -> None:
    found = reading(
        "Överenskommelse om läkarinsatser mellan Vårdcentralen Lunden och Nyköpings kommun\n\n"
        "Denna lokala överenskommelse bygger på avtalet mellan Region Sörmland och länets "
        "kommuner.\n\nUppsägning\nÖverenskommelsen kan sägas upp med tre månaders varsel.\n"
    )
    assert found.kind.value == "local_agreement"
    assert found.level
    assert found.level.value == "local"


def test_a_sentence_that_says_who_the_parties_are_is_believed(reading: Read) -> None:
    found = reading(
        "Avtal om gemensam hälso- och sjukvård\n\nAvtalet är ett samarbete mellan kommunerna och "
        "bygger på lagen.\n\nAvtalsparter i detta avtal är var och en av "
        "kommunerna i Västra Götaland och Västra Götalandsregionen vilka benämns parterna.\n\n"
        "Avtalstid\nAvtalet gäller 2017-04-01 till 2020-12-31.\n"
    )
    assert sorted(names(found)) == ["Västra Götalandsregionen", "kommunerna i Västra Götaland"]


def test_an_agreement_for_a_part_of_a_county_says_so_in_its_title(reading: Read) -> None:
    found = reading(
        "Delregional överenskommelse om utskrivning i Skaraborg\n\nÖverenskommelsen är gemensam "
        "för Västra Götalandsregionen och kommunerna i Skaraborg. Parterna tillämpar den "
        "länsgemensamma överenskommelsen mellan länets kommuner.\n\nGiltighet\n"
        "Överenskommelsen gäller från och med 1 mars 2019 och tills vidare.\n"
    )
    assert found.level
    assert found.level.value == "sub_regional"


def test_a_revision_of_a_year_gone_is_no_deadline(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan kommunerna i Kalmar län och Region Kalmar län om barn\n\n"
        "Överenskommelsen följs upp årligen. Under 2014 års revidering vidgades "
        "överenskommelsens målgrupp.\n"
    )
    assert [review.value.kind for review in found.review] == ["yearly"]


def test_a_title_about_work_with_guidelines_names_no_guideline(reading: Read) -> None:
    found = reading(
        "BESLUTSUNDERLAG\n\nImplementering av riktlinjer för vård vid missbruk\n\nOrdförandens "
        "förslag\n1. Riktlinjerna fastställs.\n\n" + FILLING
    )
    assert found.kind.value == "board_memo"


def test_a_national_text_that_mentions_counties_has_no_level(reading: Read) -> None:
    found = reading(
        "RAPPORT\n\nSamverkan mot droger i trafiken. Redovisning av ett uppdrag\n\n"
        + "Denna rapport beskriver hur misstänkta förare erbjuds stöd. " * 8
        + "Bilaga 2 är ett förslag till länsöverenskommelse.\n"
    )
    assert found.level is None
