"""Leases, guidelines and agreements beside the document: what is theirs, and what is its own.

Also tables of who has decided, and periods that only page heads tell. Seen red: each with the
reader before these rules. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import COUNTY, ENDS, HEAD, LOCAL, sides, value

Read = Callable[[str], Reading]

HELD = "Giltighet\nÖverenskommelsen träder i kraft den 1 april 2034 och gäller i fyra år.\n"


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


@pytest.mark.parametrize(
    "added",
    [
        (
            "Samrådet beslutade 2033-11-09, § 37, att giltighetstiden för nedanstående "
            "överenskommelse förlängs t.o.m.\n2035-12-31 i avvaktan på ny lag.\n\n"
        ),
        "Parterna är ense om att ovanstående överenskommelse förlängs t o m 2035-12-31.\n\n",
        (
            "I avvaktan på att de nationella riktlinjerna färdigställs är parterna ense om att "
            "giltighetstiden i avsnitt 1 förlängs till och med den 31 december 2035.\n\n"
        ),
    ],
)
def test_what_is_added_moves_the_end_wherever_it_stands(reading: Read, added: str) -> None:
    held = (
        "Överenskommelsen gäller fr o m 2031-07-01 och tills vidare, dock längst t o m 2033-12-31."
    )
    found = reading(f"TILLÄGG\n{added}{COUNTY}Giltighet\n{held}\n{ENDS}")

    assert value(found.valid_until) == "2035-12-31"
    assert found.contradictions == ()


def test_a_promise_to_the_citizens_has_a_period_of_its_own(reading: Read) -> None:
    found = reading(
        "Samverkansöverenskommelse mellan Mora kommun och Polisen\n\nÅtgärder\nMedborgarlöftet för "
        "2031 gäller 1 maj 2031 – 30 april 2032.\n" + ENDS
    )

    assert (found.valid_from, found.valid_until) == (None, None)


def test_what_is_decided_before_the_end_is_no_notice(reading: Read) -> None:
    clause = "Senast sex månader dessförinnan tar strategisk grupp ställning till en ny."

    assert reading(f"{COUNTY}{HELD}{clause}\n{ENDS}").termination_notice_months is None


def test_who_agrees_for_the_whole_country_is_no_side_of_a_countys(reading: Read) -> None:
    found = reading(
        "Samverkansöverenskommelse mellan\nMora kommun och Polismyndigheten,\nlokalpolisområde "
        "Mora\n\nInledning\nRikspolisstyrelsen och Sveriges Kommuner och Landsting träffade 2026 "
        "en\növerenskommelse om lokal samverkan mellan polis och kommun. Mora kommun och\nPolisen "
        "har haft en skriftlig överenskommelse sedan 2028.\n" + ENDS
    )

    assert "Sveriges Kommuner och Landsting" not in sides(found)


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
        ("Gruppen svarar för att överenskommelsen följs upp med ett års mellanrum.", "yearly"),
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


def test_how_often_parents_are_asked_is_no_turn_of_the_agreement(reading: Read) -> None:
    clause = "Uppföljning\nAvtalet följs upp årligen. Föräldraenkät genomförs vart tredje år."

    assert periods(reading(f"{COUNTY}{clause}\n{ENDS}")) == ["yearly"]
