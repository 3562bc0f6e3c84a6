"""Leases, guidelines and agreements beside the document: what is theirs, and what is its own.

Also tables of who has decided, numbers and versions that only page heads tell, and names among a
site's own words. Seen red: each with the reader before these rules. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import ENDS, sides, value

Read = Callable[[str], Reading]

HEAD = "Överenskommelse om hjälpmedel i Dalarnas län\n\n"
LOCAL = "Lokal överenskommelse mellan Mora kommun och Region Dalarna om hjälpmedel\n\n"
COUNTY = f"{HEAD}mellan Region Dalarna och länets kommuner\n\n"
HELD = "Giltighet\nÖverenskommelsen träder i kraft den 1 april 2034 och gäller i fyra år.\n"
PAGES = "\n\nSida {} av 3\nRDL 2031/2214\nVer. 1.2\n\n{}"


def periods(found: Reading) -> list[str]:
    return [one.value.kind for one in found.review]


@pytest.mark.parametrize(
    "aside",
    [
        "Bakgrund\nDen första länsgemensamma överenskommelsen trädde i kraft 2024-01-01.\n\n",
        "Lokaler\nKommunen hyr lokalerna genom avtal som gäller från och med 2029-07-31.\n\n",
        "Andra\nDet regleras i en egen överenskommelse från 2027, som gäller från 2029-01-01.\n\n",
        "Om den\nGruppen såg över den överenskommelse som gällt sedan den 1 januari 2028.\n\n",
        "Psykiatri\nFör vård där tillämpas överenskommelsen från och med 2035-01-01.\n\n",
    ],
)
def test_what_another_agreement_holds_from_is_not_its_own(reading: Read, aside: str) -> None:
    found = reading(COUNTY + aside + HELD + ENDS)

    assert value(found.valid_from) == "2034-04-01"
    assert found.contradictions == ()


def test_the_end_of_what_it_replaces_is_not_its_own_end(reading: Read) -> None:
    found = reading(
        COUNTY
        + "Syfte\nAvtalet ersätter ”Avtal om hjälpmedel” som upphör att gälla 2035-09-30.\n\n"
        "Giltighet\nAvtalet gäller från och med 2035-10-01 till och med 2041-09-30.\n" + ENDS
    )

    assert value(found.valid_until) == "2041-09-30"
    assert found.contradictions == ()


@pytest.mark.parametrize(
    "clause",
    [
        (
            "Den löper under mandatperioden och upphör, om den inte dessförinnan förlängts, den 31 "
            "december 2036."
        ),
        "Överenskommelsen gäller t.o.m. mandatperiodens slut 2036-12-31.",
    ],
)
def test_an_end_with_the_councils_term_is_told_by_its_day(reading: Read, clause: str) -> None:
    found = reading(f"{COUNTY}{HELD[:-1]} {clause}\n{ENDS}".replace(" och gäller i fyra år", ""))

    assert value(found.valid_until) == "2036-12-31"


def test_a_period_that_only_page_heads_tell_is_its_validity(reading: Read) -> None:
    head = "\n\nVårdsamverkan      Giltig: 2031-05-01 – 2034-04-30\n\n{}"
    texts = (COUNTY, "1 Syfte\nGod hjälp.\n", "2 Mål\nBättre hjälp.\n")
    found = reading("".join(map(head.format, texts)))

    assert (value(found.valid_from), value(found.valid_until)) == ("2031-05-01", "2034-04-30")


def test_when_somebody_signed_is_no_number(reading: Read) -> None:
    found = reading(
        f"{COUNTY}1 Syfte\nGod hjälp.\n\nVerifikat\n"
        "RD  Region Dalarna  Eva Ek, direktör  2035-08-19 09:12\n"
        "MK  Mora kommun  Bo Al, chef  2035-08-20 15:40\n"
    )

    assert found.diary_numbers == ()


def test_who_took_part_without_being_a_side_is_none(reading: Read) -> None:
    found = reading(
        "Lokal överenskommelse om missbruk i Mora\n\n1   Vilka vi är\n\n"
        "Parter i överenskommelsen är\n Socialtjänsten, Mora kommun\n Vuxenpsykiatrin Mora, Region "
        "Dalarna\n\nPolisen, Kriminalvården/Frivården och RIA har deltagit i arbetet men är "
        "inte\nparter.\n\n2   Mål\nSamverkan.\n"
    )

    assert sides(found) == {"Mora kommun", "Region Dalarna"}


def test_in_an_assignment_guidelines_have_a_time_of_their_own(reading: Read) -> None:
    found = reading(
        "UPPDRAGSBESKRIVNING\n\nUppdragsbeskrivning för Länsgrupp Plan\n\n1. Uppdragsgivare\n"
        "Länsstyrgruppen.\n\n2. Varför\nRiktlinjerna, som antogs av Länsstyrgruppen 2028-10-05, "
        "gäller till 2033-12-31.\n\n3. Tid\nUppdraget gäller fr.o.m. den 1 april 2032.\n"
    )

    assert (value(found.valid_from), value(found.valid_until)) == ("2032-04-01", None)


def test_the_turns_of_the_local_ones_are_not_the_countys(reading: Read) -> None:
    clause = "Uppföljning\nDen lokala överenskommelsen ska revideras vart tredje år.\n"

    assert periods(reading(COUNTY + clause + ENDS)) == []
    assert periods(reading(LOCAL + clause + ENDS)) == ["every_n_years"]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Parterna skall utvärdera avtalet före utgången av juni månad 2036.", "follow_up_period"),
        ("Gruppen initierar revidering senast sex månader innan avtalet löper ut.", "other"),
    ],
)
def test_a_month_by_that_name_and_a_revision_before_the_end_are_told(
    reading: Read, clause: str, expected: str
) -> None:
    assert periods(reading(f"{COUNTY}Uppföljning\n{clause}\n{ENDS}")) == [expected]


def test_a_page_tells_in_one_breath_whom_it_is_for_and_since_when(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/vard/plan.html | TITLE: Plan | EXTENT: whole\n\nPlan\n\n"
        "Region Dalarna och länets kommuner har en gemensam överenskommelse om planer. Den gäller "
        "barn, unga och vuxna och började gälla 1 oktober 2032.\n\nFrågor\n"
    )

    assert value(found.valid_from) == "2032-10-01"


def test_the_rows_of_who_has_decided_name_the_sides(reading: Read) -> None:
    found = reading(
        f"{HEAD}År 2026 tecknades en avsikt mellan Landstinget Dalarna och länets kommuner.\n\n"
        "Parter och beslut\n\n"
        "Part                  Beslutande organ                 Datum         §\n"
        "Region Dalarna        Hälso- och sjukvårdsnämnden      2031-05-23    61\n"
        "Mora kommun           Socialnämnden                    2031-06-13    88\n"
        "Orsa kommun           Bistånds-, arbetsmarknads- och   2031-06-18    97\n"
        "                      sociala nämnden\n"
        "Falu kommun           Omsorgsnämnden                   2031-09-25    114\n\n"
        "Bilagor\nA   Begäran\nB   Samtycke från Leksands kommun\n"
    )

    assert sides(found) == {"Region Dalarna", "Mora kommun", "Orsa kommun", "Falu kommun"}


def test_beside_their_names_a_word_for_them_all_adds_nobody(reading: Read) -> None:
    found = reading(
        f"{HEAD}1 Parter\nParter är Region Dalarna och samtliga kommuner i länet:\n"
        "Mora kommun      Orsa kommun\nFalu kommun      Leksands kommun\n\n2 Syfte\nSamverkan.\n"
    )

    named = {f"{one} kommun" for one in ("Mora", "Orsa", "Falu", "Leksands")}
    assert sides(found) == {"Region Dalarna", *named}


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Kommunförbundet Dalarna     Dnr 29 LX 412", {"29 LX 412"}),
        (
            (
                "Part             Dnr            Beslut\n"
                "Region Dalarna   00318-2031     RX 2031-05-27\n"
                "Mora kommun      00147/2031     KX 2031-06-22\n"
                "Orsa kommun      2031/333       KX"
            ),
            {"00318-2031", "00147/2031", "2031/333"},
        ),
    ],
)
def test_numbers_of_other_forms_stand_under_their_label(
    reading: Read, line: str, numbers: set[str]
) -> None:
    found = reading(f"{line}\n\n{COUNTY}1. Syfte\nÖverenskommelsen gäller hjälpmedel.\n")

    assert {one.value for one in found.diary_numbers} == numbers


def test_the_police_have_their_number_beside_the_municipalitys(reading: Read) -> None:
    body = "Det som sägs här gäller i hela kommunen. " * 100
    found = reading(
        f"{LOCAL}{body}\n\nMora 2031-05-02\n\n"
        "Diarienummer: KX 2031-00878 1.2.4.3     Polisen: A048.227/2031\n"
    )

    assert {one.value for one in found.diary_numbers} == {"KX 2031-00878", "A048.227/2031"}


def test_what_only_page_heads_tell_is_read_there(reading: Read) -> None:
    texts = (HEAD + "Region Dalarna\nLänets kommuner\n", "1 Syfte\nGod hjälp.\n", HELD)
    found = reading("".join(PAGES.format(n, text) for n, text in enumerate(texts, start=1)))

    assert [one.value for one in found.diary_numbers] == ["RDL 2031/2214"]
    assert value(found.version) == "1.2"
    assert found.version is not None
    assert found.version.quote.strip() == "1.2"


def test_a_hosts_list_above_the_transcript_is_not_where_the_document_ends(reading: Read) -> None:
    name = "Samverkansöverenskommelse mellan lokalpolisområde Mora och Orsa kommun"
    found = reading(
        f"SOURCE: http://docplayer.se/1-{name.replace(' ', '-')}.html | TITLE: - | EXTENT: all\n\n"
        f"{name}\n\nRelevanta dokument\n\nStorlek: px\nStarta visningen från sidan:\n\n"
        "Transkript\n\n"
        f"1 Polisen Orsa kommun {name} Bakgrund Rapporten om trygghet, uppföljningen och analysen "
        "visar resultat. Resultatet av enkäten redovisas i rapporten. Utvärderingen visar att "
        "insatserna ger resultat. Slutsatser dras i rapporten.\n"
    )

    assert found.kind.value.endswith("agreement")


def test_a_meeting_is_named_below_the_word_for_its_notes(reading: Read) -> None:
    found = reading(
        "Kommunal utveckling\n\nMINNESANTECKNINGAR\n2031-05-17\n\nGruppen för äldre, möte nr 3 2031"
        "\nPlats: Mora\nTid: kl. 9\n\nNärvarande\nBo Ek\n\n1. Inledning\nDagordningen godkänns.\n"
    )

    assert value(found.title) == "Gruppen för äldre, möte nr 3 2031"


def test_a_name_with_its_years_is_the_name_though_the_sides_stand_below(reading: Read) -> None:
    found = reading(
        "SAMVERKANSÖVERENSKOMMELSE 2031–2034\nEtt tryggare Mora\n\n"
        "Överenskommelse mellan Mora kommun och Polismyndigheten\n\nInledning\nVi samverkar.\n"
    )

    assert str(value(found.title)).startswith("SAMVERKANSÖVERENSKOMMELSE 2031–2034")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            (
                "UPPDRAGSBESKRIVNING            1(3)\nNya Vägar Dalarna\n"
                "Region Dalarna och länets kommuner          Datum           Dnr\n\n"
                "Länsgemensam arbetsgrupp för planer\n\nUppdragsgivare          Beredningsgruppen\n"
                "Uppdragstagare          Arbetsgrupp Plan\n"
            ),
            "Länsgemensam arbetsgrupp för planer",
        ),
        (
            (
                "Region Dalarna                UPPDRAGSBESKRIVNING\nStrategigrupp Äldre           "
                "2035-04-21\n                              Beslutad av: Ledningsgruppen\n\n\n"
                "Länsgemensam arbetsgrupp för vårdförlopp\nvid demens\n\nBakgrund\nArbetsgruppen "
                "tar fram ett vårdförlopp vid demens.\n\nUppdragsgivare\nStrategigrupp Äldre, på "
                "uppdrag av länet\n"
            ),
            "Länsgemensam arbetsgrupp för vårdförlopp vid demens",
        ),
        (
            (
                "Samverkan kring personer\nmed funktionsnedsättning i Dalarna\n\n"
                "En länsöverenskommelse mellan\nlandstinget Dalarna\noch länets kommuner\n\n"
                "Inledning\nVi samverkar.\n"
            ),
            "Samverkan kring personer med funktionsnedsättning i Dalarna",
        ),
        (
            (
                "Överenskommelse missbruk          Gäller fr.o.m. 2033-10-01\n\n"
                "Landstinget Dalarna        Kommunerna i Dalarna\n\n"
                "ÖVERENSKOMMELSE OM SAMVERKAN KRING\nVUXNA PERSONER\n\nInledning\nVi samverkar.\n"
            ),
            "ÖVERENSKOMMELSE OM SAMVERKAN KRING VUXNA PERSONER",
        ),
    ],
)
def test_the_sender_and_the_page_head_above_are_no_title(
    reading: Read, text: str, title: str
) -> None:
    assert value(reading(text).title) == title


def test_below_a_menu_and_its_button_for_listening_stands_the_name(reading: Read) -> None:
    found = reading(
        "SOURCE: https://samverkan.exempel.se/vard/aldre/ | TITLE: - | EXTENT: whole page\n\n"
        "Till innehållet\nGodkänn alla   Bara nödvändiga\n\nSamverkan Dalarna\nMeny\n • Start\n"
        " • Hälsa\n • Demens\n\nLyssna\n\nSamverkan vid demens\n\nRegion Dalarna och länets femton "
        "kommuner har en gemensam överenskommelse om vård.\n\nNytt\n\n • Team ska finnas.\n"
    )

    assert value(found.title) == "Samverkan vid demens"
