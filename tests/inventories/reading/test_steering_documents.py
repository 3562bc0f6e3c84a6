"""Routines, memos, inquiries and portals: what they are, and what they say of themselves.

Each test was seen red against the reader before the signals, labels and forms it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]

SAVED = "SOURCE: https://{} | TITLE: - | EXTENT: beginning only\n\n"
FILLING = "Medarbetarna känner till hur arbetet går till och följer det som är bestämt. "


FORM = """Vård- och omsorgsförvaltningen
Dokumentet är beslutat av: Verksamhetschef
Dokumentet beslutades den: 2021-09-06

Dokumentet gäller till den: 2026-09-06
Dokumentansvarig är: Utvecklaren

# RUTIN
Låsbyte hos brukare
## Inledning
I kommunen byts låsen hos den som har hemtjänst. """


def test_the_type_alone_on_a_line_names_a_routine(reading: Read) -> None:
    assert reading(FORM + FILLING).kind.value == "routine"


def test_a_routine_says_how_long_the_document_holds(reading: Read) -> None:
    assert value(reading(FORM + FILLING).valid_until) == "2026-09-06"


def test_a_title_is_never_the_template_s_own_instruction(reading: Read) -> None:
    found = reading(
        "Ta inte bort denna rad den innehåller dold information\n\nUtlåning av lokaler\n\n"
        "Denna riktlinje gäller för förvaltningens utlåning. " + FILLING
    )
    assert value(found.title) == "Utlåning av lokaler"


INQUIRY = SAVED.format("rattsbas.exempel.se/dir?bet=2024") + (
    "Stärkt trygghet för äldre, Dir. 2024:99\nDepartement: Socialdepartementet\n"
    "Beslut vid regeringssammanträde den 8 februari 2024\nSammanfattning\n"
    "En särskild utredare ges i uppdrag att utreda frågan.\n"
)


def test_terms_of_reference_for_an_inquiry_are_law(reading: Read) -> None:
    assert reading(INQUIRY).kind.value == "law_text"


def test_a_study_that_says_so_after_a_dash_is_a_report(reading: Read) -> None:
    found = reading(
        SAVED.format("data.exempel.se/dokument/H50")
        + "Samordnad plan (SIP)\n\n– en utvärdering\n\nISSN 1653-0000\n\nFörord\n\n"
        "Utskottet beslutade om en förstudie, och överlämnar härmed sin rapport."
    )
    assert found.kind.value == "report"
    assert not found.diary_numbers


PORTAL = SAVED.format("insyn.exempel.se/social/protokoll?date=2014-02-26") + (
    "Sammanträde 2014-02-26\n\n1 Resultat av undersökningen\n\nNämndens förslag till beslut\n"
    "- Resultatet noteras.\n\nBeskrivning av ärendet\n" + FILLING + "\n\n2 Bokslut 2013\n\n"
    "Nämndens förslag till beslut\n- Bokslutet godkänns.\n\nBilagor\nTjänsteskrivelse bokslut\n\n"
    "3 Budget\n\nNämndens förslag till beslut\n- Budgeten antas.\n\nBeskrivning av ärendet\n"
    + FILLING
)


def test_a_page_named_by_a_meetings_day_is_the_meetings(reading: Read) -> None:
    assert reading(PORTAL).kind.value in {"agenda", "minutes"}


def test_a_collection_of_clauses_is_no_agreement(reading: Read) -> None:
    clauses = (
        "Avtalets giltighet. Detta avtal träder i kraft den 1 februari 2018 och gäller till och "
        "med den 31 mars 2020. Avtalet förlängs om det inte sägs upp av part.\n"
    )
    found = reading(SAVED.format("lawinsider.com/sv/clause/avtalets-giltighet") + clauses * 3)
    assert found.kind.value not in {"other_agreement", "local_agreement", "regional_agreement"}


def test_a_page_that_tells_of_a_revision_is_a_page(reading: Read) -> None:
    found = reading(
        SAVED.format("www.exempel.se/samverkan/avtalet.4.html")
        + "Översyn av Hälso- och sjukvårdsavtalet pågår\n\nAvtalet i Västra Götaland reglerar "
        "ansvaret mellan kommunerna i Västra Götaland och Västra Götalandsregionen.\n\n"
        "Läs mer\n\nSenast publicerad\n"
    )
    assert found.kind.value == "web_page"


def test_a_welcome_inside_a_brochure_invites_to_nothing(reading: Read) -> None:
    found = reading("TRYGGHET FÖR ALLA\n\nVälkommen till vår nya vårdmodell. " + FILLING * 5)
    assert found.kind.value != "invitation"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Tjänsteutlåtande\nLS 0309-2451\nHandläggare: Ask\nFörslag till beslut\n",
         ["LS 0309-2451"]),
        ("Förbundsordning\n\nAntagen DNR: 11RV0260, 12RV0069\n\n1 Namn\n",
         ["11RV0260", "12RV0069"]),
        ("1 september 2014 KS-2014/742.912 1 (11) HANDLÄGGARE Åsa Ek Kommunstyrelsen "
         "Svar på skrivelse Förslag till beslut " + FILLING * 3, ["KS-2014/742.912"]),
    ],
)  # fmt: skip
def test_a_diary_number_has_many_forms(reading: Read, text: str, numbers: list[str]) -> None:
    assert [number.value for number in reading(text + FILLING).diary_numbers] == numbers


def test_a_memo_may_tell_of_a_unit_as_the_other_side(reading: Read) -> None:
    found = reading(
        "TJÄNSTEUTLÅTANDE\n2003-11-18\nHandläggare: Ask\nSamverkan kring boende\nÄrendet\n"
        "En samverkansöverenskommelse har utarbetats mellan Nacka kommun och Beställarenhet "
        "Sydost.\nFörslag till beslut\nNämnden godkänner överenskommelsen.\n"
    )
    assert [party.value.name for party in found.parties] == [
        "Nacka kommun",
        "Beställarenhet Sydost",
    ]


def test_a_saint_s_hospital_and_a_list_of_neighbours_are_two_sides(reading: Read) -> None:
    found = reading(
        "Overordnet samarbeidsavtale\n\nmellom St. Marias Hospital HF og Fjellregionen ved "
        "kommunene Tydal, Selbu og Meråker\n\nAvtalen er inngått og gjelder ikke andre, og "
        "kommunene og helseforetaket har ansvar.\n"
    )
    assert [party.value.name for party in found.parties] == [
        "St. Marias Hospital HF", "Fjellregionen ved kommunene Tydal, Selbu og Meråker",
    ]  # fmt: skip


def test_a_county_named_once_as_an_example_is_not_the_reports(reading: Read) -> None:
    found = reading(
        "RAPPORT 2012. Otillgängliga jourer\n\nDenna rapport bygger på en enkät. "
        + FILLING * 12
        + "I Västra Götaland finns flera jourer."
    )
    assert found.county is None
    assert found.level is None


def test_a_genitive_names_its_county_too(reading: Read) -> None:
    found = reading("MODELL FÖR VÅRDEN\n\nDetta är Västra Götalandsregionens modell. " + FILLING)
    assert value(found.county) == "Västra Götalands län"


BILL = SAVED.format("rattsbas.exempel.se/prop?page=93") + (
    "Rättsdatabasen\n\nKlicka här för att komma dit\n\nPost 2 av 7 träffar\n"
    "God kvalitet inom vården Prop. 2012/13:77\nAnsvarig myndighet: Socialdepartementet\n"
    "Regeringens proposition 2012/13:77 God kvalitet inom vården. Regeringen överlämnar denna "
    "proposition till riksdagen. Propositionens huvudsakliga innehåll I propositionen föreslås "
    "ändringar. Läs mer om kakor.\n"
)


def test_a_bill_in_a_data_base_is_law_and_named_by_its_number(reading: Read) -> None:
    found = reading(BILL)
    assert found.kind.value == "law_text"
    assert value(found.title) == "God kvalitet inom vården Prop. 2012/13:77"


def test_an_attachment_to_minutes_is_no_minutes(reading: Read) -> None:
    contents = "".join(
        f"{i}. Mål nummer {i} som ska nås... {i + 8} Åtgärder... {i + 9} " for i in range(12)
    )
    found = reading(
        SAVED.format("docplayer.se/amp/1-program.html")
        + "Bilaga till protokoll vid sammanträde 2011-04-28 nr II.2 Åtgärdsprogram för alkohol-, "
        "narkotika- och dopningspolitiken 2011 Innehållsförteckning " + contents
    )
    assert found.kind.value != "minutes"
    assert not found.items


def test_a_part_of_a_county_named_in_passing_is_not_the_level(reading: Read) -> None:
    found = reading(
        SAVED.format("docplayer.se/2-.html")
        + "13 LANDSTINGSFULLMÄKTIGES HANDLINGAR 11OLL1007 Yttrande över motion om hemdialys "
        + FILLING * 5
        + "Dialys ges i norra länsdelen av Region Örebro län. "
        + FILLING * 2
    )
    assert value(found.level) == "regional"
    assert [number.value for number in found.diary_numbers] == ["11OLL1007"]
