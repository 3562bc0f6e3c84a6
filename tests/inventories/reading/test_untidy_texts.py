"""Typewritten pages, text layers and saved pages: what stands in the way of what they say.

Seen red: each on the reader before its rule (commit 4169bd5); what is this paper's own, and columns
headed by letters, on commit 35cd7b3; marks in a row with every row of letters taken for a word. All
texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.running_text import Document
from tests.inventories.reading.saying import ENDS, sides, value

Read = Callable[[str], Reading]

BODY = "\n\n1 Bakgrund\nParterna har enats om en gemensam jour enligt detta avtal.\n{}\n" + ENDS
OWN = "Giltighet\nDetta avtal gäller från 2031-01-01 till och med 2033-12-31."
BOARDS = "Nämnden för hälsa, Region Dalarna\nSocialnämnden, Mora kommun"
LETTERHEAD = "LANDSTINGET DALARNA    A V T A L    Sid 1 (3)\nPrimärvården   2031-06-01"
TWO_NOTICES = (
    "Avtal om lokaler tecknas lokalt med tolv månaders uppsägningstid. "
    "Part kan säga upp avtalet med tre månaders uppsägningstid."
)
TITLE = "Avtal om gemensam jour mellan Mora kommun och Orsa kommun"


def test_letters_set_apart_for_emphasis_are_words(document: Callable[[str], Document]) -> None:
    text = document("S A M V E R K A N S A V T A L\n\nför   D a l a r n a s   l ä n\n").text
    assert text.split("\n") == ["SAMVERKANSAVTAL för Dalarnas län"]


@pytest.mark.parametrize("marks", ["X X X X X X", "A B C D E F"])
def test_marks_in_the_row_of_a_table_are_no_word(
    document: Callable[[str], Document], marks: str
) -> None:
    assert document(f"Tidig upptäckt {marks}\n").text.endswith(marks)


@pytest.mark.parametrize(
    "head",
    [
        "LANDSTINGET DALARNA   A V T A L    1(5)",
        "SAMVERKANSAVTAL 2031 - 2032",
        "Samverkansavtal jour",
        "Länsavtal   2031-03-25   Lst dnr 801-11",
    ],
)
def test_what_heads_the_pages_is_not_the_name_below_it(reading: Read, head: str) -> None:
    assert value(reading(f"{head}\n\n\n{TITLE}{BODY.format(OWN)}").title) == TITLE


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "TILLÄGGSAVTAL     1(2)\n\ntill avtal mellan Mora kommun och Orsa kommun om jour",
            "TILLÄGGSAVTAL till avtal mellan Mora kommun och Orsa kommun om jour",
        ),
        (
            f"AVTAL\n\nmellan\n{BOARDS}\n\nangående familjecentral i Nusnäs",
            "AVTAL angående familjecentral i Nusnäs",
        ),
        (
            f"{LETTERHEAD}\n\nAvtal angående läkare i Mora",
            "Avtal angående läkare i Mora",
        ),
    ],
)
def test_a_title_is_put_together_below_the_page_s_number(
    reading: Read, head: str, title: str
) -> None:
    assert value(reading(f"{head}{BODY.format(OWN)}").title) == title


def test_a_report_s_name_stands_below_the_word_report(reading: Read) -> None:
    name = "Uppföljning av avtalet om hemsjukvård i Dalarnas län"
    text = f"RAPPORT\n\n\n{name}\n\nFörord\nI denna rapport redovisas en enkät om hemsjukvården.\n"
    assert value(reading(text).title) == name


def test_when_another_agreement_was_made_is_no_part_of_a_title(reading: Read) -> None:
    title = "Tilläggsavtal till samarbetsavtal rörande korttidsplatser"
    found = reading(f"{title}, tecknat 2031-03-14{BODY.format(OWN)}")
    assert value(found.title) == title


def test_a_project_s_name_stands_after_its_label_and_a_colon_of_its_own(reading: Read) -> None:
    text = (
        "P R O J E K T D I R E K T I V\n\nProjektets namn      :   Nattro\n"
        "Projektnummer        :   DV 31:4\nBeställare           :   Mora kommun\n\n"
        "BAKGRUND\nI uppdraget ingår att utarbeta ett förslag till Mora kommun.\n"
    )
    assert value(reading(text).title) == "Nattro"


@pytest.mark.parametrize(
    "other",
    [
        "Rutinen (NORD-101, giltig 2026-09-01–2028-08-31) finns på varje enhet.",
        "Riktlinjen för läkare från 2022-12-20 upphör att gälla när avtalet träder i kraft.",
        "Avtal om städning berörs inte; det löper till 2038-12-31.",
        "Föreningar får stöd enligt avtal med Orsa IF, som löper till 2032-06-30.",
        'Bilaga: Grundavtalet i utdrag\n"§ 9 Avtalet gäller 2021-05-01–2023-04-30."',
    ],
)
def test_when_another_paper_holds_is_not_when_this_one_does(reading: Read, other: str) -> None:
    found = reading(TITLE + BODY.format(f"{OWN}\n\n{'Jouren delas lika. ' * 20}\n\n{other}"))
    assert (value(found.valid_from), value(found.valid_until)) == ("2031-01-01", "2033-12-31")


def test_what_the_parties_have_agreed_on_is_this_paper(reading: Read) -> None:
    said = "Jouren drivs enligt avtal mellan parterna och gäller från 2031-01-01 till 2033-12-31."
    filler = "Jouren delas lika. " * 20
    found = reading(TITLE + BODY.format(f"{filler}\n\nAvtalstid\n{said}"))
    assert (value(found.valid_from), value(found.valid_until)) == ("2031-01-01", "2033-12-31")


def test_the_municipality_that_writes_the_news_is_a_side(reading: Read) -> None:
    page = "SOURCE: https://mora.exempel.se/nyheter/jour | TITLE: Jour | EXTENT: full\n\n"
    head = (
        "Kommunen och Region Dalarna tar gemensamt ansvar för jouren\n\nPublicerad: 28 maj 2031\n\n"
    )
    news = (
        "Ett samverkansavtal har nu skrivits under, meddelar Mora kommun. Jouren öppnar i juni.\n"
    )
    assert sides(reading(page + head + news)) == {"Mora kommun", "Region Dalarna"}


def test_a_page_head_has_the_edition(reading: Read) -> None:
    text = "Uppdragsbeskrivning 3.1      Sida: 1 (2)\n\nUppdrag\nSamordnaren stödjer Mora."
    assert value(reading(text + ENDS).version) == "3.1"


def test_a_first_day_is_a_day_to_hold_from(reading: Read) -> None:
    said = "Tid\n1.1 Avtalet gäller längst till och med 2032-12-31.\n1.2 Första dag är 1 mars 2031."
    found = reading(TITLE + BODY.format(said))
    assert (value(found.valid_from), value(found.valid_until)) == ("2031-03-01", "2032-12-31")


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("Avtalet löper ett år i sänder, såvida det ej uppsäges minst sex månader före.", 6),
        (TWO_NOTICES, 3),
    ],
)  # fmt: skip
def test_notice_is_the_agreement_s_own(reading: Read, clause: str, months: int) -> None:
    found = reading(TITLE + BODY.format(f"Uppsägning\n{clause}"))
    assert value(found.termination_notice_months) == months


@pytest.mark.parametrize("heading", ["Fler nyheter", "Liknande dokument"])
def test_what_a_page_lists_at_its_end_is_not_its_own(reading: Read, heading: str) -> None:
    page = "SOURCE: https://dokument.exempel.se/a.pdf | TITLE: - | EXTENT: full\n\n"
    later = "Avtal om natthärbärge gäller t.o.m. 2036-04-30\nLäs mer\n"
    said = "Avtalstid\nAvtalet gäller från 2031-01-01.\n" + 5 * ENDS
    found = reading(f"{page}{TITLE}{BODY.format(said)}\n{heading}\n\n{later}")
    assert (value(found.valid_from), value(found.valid_until)) == ("2031-01-01", None)


def test_whole_pages_on_lines_of_their_own_are_no_table_of_contents(
    document: Callable[[str], Document],
) -> None:
    pages = "".join(
        f"{n} Del {n} {'Parterna svarar för sin del av jouren. ' * 9}{n}\n" for n in range(1, 7)
    )
    assert document(pages).text.count("svarar för") == 6 * 9


def test_a_page_head_with_its_number_cuts_no_sentence(document: Callable[[str], Document]) -> None:
    pages = "".join(f"NORD-4-118 Sida {n}(3)\nParten svarar då,\n" for n in (1, 2, 3))
    text = document(f"{pages}dock tidigast 2031-01-01.\n").text
    assert text.count("NORD-4-118") == 1


ROWS = (
    "Landstinget Dalarna\nMora kommun Orsa kommun Leksands kommun\nRättviks kommun Vansbro kommun"
)


def test_sides_stand_in_rows_below_the_title(reading: Read) -> None:
    title = "Samverkansavtal om hjälpmedel i Dalarnas län"
    signed = "\n\nFör Mora kommun\n\nMora den 3 maj 2031\n"
    found = reading(f"{title}\n\n{ROWS}{BODY.format(OWN)}{signed}")
    assert sides(found) >= {"Landstinget Dalarna", "Mora kommun", "Orsa kommun", "Vansbro kommun"}


def test_agencies_and_places_in_capitals_stand_in_rows_too(reading: Read) -> None:
    rows = "LÄNSSTYRELSEN DALARNA\nÅKLAGARKAMMAREN I FALUN\nsamt kommunerna\nMORA   ORSA   LEKSAND"
    head = "Överenskommelse om samverkan mot våld\n\nVi som står bakom den:\n\n"
    found = reading(f"{head}{rows}\n\nVarför?{BODY.format(OWN)}")
    assert sides(found) == {
        "Länsstyrelsen Dalarna", "Åklagarkammaren i Falun",
        "Mora kommun", "Orsa kommun", "Leksands kommun",
    }  # fmt: skip


def test_who_took_part_and_is_no_party_is_none(reading: Read) -> None:
    listed = "Parter\nRegion Dalarna, Mora kommun, Orsa kommun och Leksands kommun.\n"
    said = f"{listed}Kriminalvården har deltagit i arbetet men är inte part.\n{OWN}"
    assert "Kriminalvården" not in sides(reading(f"Överenskommelse om missbruk{BODY.format(said)}"))


def test_a_list_has_a_side_on_each_line_though_only_one_is_an_authority(reading: Read) -> None:
    listed = (
        "Parter:  Mora kommun\n         Nattro församling\n         Föreningen Härbärget\nTid: idag"
    )
    found = reading(f"Partnerskap och avtal om härbärge\n\n{listed}{BODY.format(OWN)}")
    assert sides(found) == {"Mora kommun", "Nattro församling", "Föreningen Härbärget"}


def test_what_an_employer_agrees_on_with_its_unions_is_no_agreement_of_ours(reading: Read) -> None:
    said = (
        "Med stöd av centralt avtal träffas detta kollektivavtal med arbetstagarorganisationerna.\n"
        "Samverkansgruppen är skyddskommitté. Facklig part kan förhandla enligt 12 § MBL.\n"
    )
    found = reading(f"LOKALT SAMVERKANSAVTAL\n\nParter: Mora kommun\n{BODY.format(said + OWN)}")
    assert found.kind.value == "other_document"


def test_where_an_office_works_is_no_part_of_the_county(reading: Read) -> None:
    head = "MORA KOMMUN   Polisen\n              Polisområde Norra Dalarna\n\n"
    title = "Överenskommelse mellan Mora kommun och Polisen i Mora om trygghet"
    assert value(reading(f"{head}{title}{BODY.format(OWN)}").level) == "local"


def test_a_memo_on_most_municipalities_of_a_county_is_on_the_county(reading: Read) -> None:
    names = "Mora, Orsa, Leksands, Rättviks, Vansbro, Falu, Hedemora, Säters, Smedjebackens"
    text = (
        "Mora kommun\nTjänsteskrivelse\n\nAntagande av överenskommelse om psykisk hälsa\n\n"
        "Förslag till beslut\nKommunstyrelsen föreslås anta överenskommelsen.\n\n"
        f"Ärendet\nÖverenskommelsen är träffad mellan {names} och Gagnefs kommuner.\n"
    )
    assert value(reading(text).level) == "regional"


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("2031-11-02        SN/2031:214", {"SN/2031:214"}),
        ("Diarienummer: Landstinget 05/0231   Mora SN 2031/77", {"05/0231", "SN 2031/77"}),
        ("Diarienummer LTD: HS 2031-00417\nVästra: 2031/0088", {"HS 2031-00417", "2031/0088"}),
        ("LTD 1021/2031        Dalarna", {"LTD 1021/2031"}),
        ("Polisen A 104.882/2031", {"A 104.882/2031"}),
        ("Diarienr:\nDalarna 07LTD0863\nMora 2031/SON0211 Orsa", {"07LTD0863", "2031/SON0211"}),
        ("Diarienummer   Mora  Sn 02/238 - 700\n   Orsavik 0137/02-75", {"Sn 02/238-700"}),
    ],
)
def test_numbers_are_read_in_the_forms_of_old_heads(
    reading: Read, head: str, numbers: set[str]
) -> None:
    found = reading(f"Mora kommun\n{head}\n\n{TITLE}{BODY.format(OWN)}")
    assert {fact.value for fact in found.diary_numbers} >= numbers


@pytest.mark.parametrize(
    "said",
    [
        "Parterna åtar sig att varje år i november stämma av mål och åtgärder.",
        "Gruppen gör varje år en gemensam skriftlig utvärdering för nämnderna.",
    ],
)
def test_what_is_looked_at_every_year_is_followed_up(reading: Read, said: str) -> None:
    found = reading(TITLE + BODY.format(f"Hur länge?\n{said}\n{OWN}"))
    assert [review.value.kind for review in found.review] == ["yearly"]
