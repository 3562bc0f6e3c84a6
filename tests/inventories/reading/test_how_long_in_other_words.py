"""How long an agreement holds and who made it, in the words that a batch of its like showed.

Seen red: each on the reader before its rule (commit 6c579dd). All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.witnesses import opens_with_kind
from tests.inventories.reading.saying import ENDS, NEWS, sides, value

Read = Callable[[str], Reading]

HEAD = "Överenskommelse mellan Mora kommun och Orsa kommun om måltider\n\n"


@pytest.mark.parametrize(
    ("clause", "start", "end"),
    [
        ("Överenskommelsen är giltig mellan den 1 april 2031 och den 31 maj 2034.",
         "2031-04-01", "2034-05-31"),
        ("Överenskommelsen omfattar verksamhetsåren 2031 till och med 2034.", "2031", "2034"),
        ("Överenskommelsen är treårig och tar sin början den 1 januari 2032.", "2032-01-01", None),
    ],
)  # fmt: skip
def test_a_period_has_other_words(reading: Read, clause: str, start: str, end: str | None) -> None:
    found = reading(f"{HEAD}Giltighetstid\n{clause}\n{ENDS}")
    assert (value(found.valid_from), value(found.valid_until)) == (start, end)


def test_a_table_of_others_says_nothing_of_its_own_end(reading: Read) -> None:
    found = reading(
        f"{HEAD}6 Avtalstid\nAvtalstid: 2033-04-01–2036-12-31.\n{ENDS}\nLokala överenskommelser\n"
        "Kommun           Beslutad          Gäller till\n"
        "Mora             2028-03-20        2032-12-31\nOrsa             2031-09-01        "
        "2034-08-31\n"
    )
    assert value(found.valid_until) == "2036-12-31"


def test_since_when_there_has_been_one_is_not_the_start_of_the_new(reading: Read) -> None:
    found = reading(
        "Tjänsteskrivelse\n\nOmsorgsnämnden\n\nÖverenskommelse om samverkan kring måltider\n\n"
        "INLEDNING\nI Dalarna finns sedan 2023 en överenskommelse om måltider. En ny är "
        "skriven.\n\n"
        "FÖRSLAG TILL BESLUT\nNämnden beslutar att anta överenskommelsen att gälla fr.o.m. "
        "2031-03-01.\n"
    )
    assert value(found.valid_from) == "2031-03-01"
    assert value(found.title) == "Överenskommelse om samverkan kring måltider"


def test_a_list_of_agreements_has_no_start(reading: Read) -> None:
    found = reading(
        NEWS.format(
            "Avtal och överenskommelser",
            "Här finns de avtal och överenskommelser som Region Dalarna har med länets "
            "kommuner.\n\n"
            "Måltider\nSamverkansavtal måltider. Avtalet gäller från 1 oktober "
            "2031\n\nTolkar\nAvtal "
            "om tolkar, tills vidare",
        )
    )
    assert found.valid_from is None
    assert sides(found) == {"Region Dalarna", "länets kommuner"}


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        (("Den som vill avsluta överenskommelsen säger till skriftligt. Den upphör då tre månader "
         "senare."), 3),
        ("Part som vill dra sig ur ska meddela parterna det minst sex månader i förväg.", 6),
    ],
)  # fmt: skip
def test_a_notice_has_other_words(reading: Read, clause: str, months: int) -> None:
    assert value(reading(f"{HEAD}{clause}\n{ENDS}").termination_notice_months) == months


def test_a_number_in_a_sentence_is_of_the_paper_it_names(reading: Read) -> None:
    found = reading(
        f"Dnr OM 2031-00318\n\n{HEAD}Bakgrund\nDet här pappret följer av den länsgemensamma "
        "överenskommelsen mellan Region Dalarna och länets kommuner, dnr 29RD0911, som gäller i "
        f"hela länet.\n{ENDS}"
    )
    assert [number.value for number in found.diary_numbers] == ["OM 2031-00318"]


def test_the_police_have_numbers_of_their_own(reading: Read) -> None:
    found = reading(
        "Polismyndigheten          Diarienr\nPolisregion Nord          A482.117/2031\n\n"
        f"{HEAD}{ENDS}"
    )
    assert [number.value for number in found.diary_numbers] == ["A482.117/2031"]


def test_sides_may_stand_in_blocks_with_their_numbers_last(reading: Read) -> None:
    found = reading(
        "Idéburet offentligt partnerskap\n\n1. Överenskommelsens parter\n\nMora kommun\n"
        "Familjenämnden\n792 80 Mora\nOrg.nr 212000-2213\nnedan kallad kommunen\n\noch\n\n"
        "Kvinnojouren Lyktan i Siljan\nBox 31\n792 03 Mora\nOrg.nr 894003-1175\nnedan kallad "
        "jouren\n\n2. Värdegrund\nÖverenskommelsen bygger på överenskommelsen mellan regeringen "
        "och "
        f"Sveriges Kommuner och Landsting.\n\n3. Tid\nÖverenskommelsen gäller i tre år.\n{ENDS}"
    )
    assert sides(found) == {"Mora kommun", "Kvinnojouren Lyktan i Siljan"}


def test_a_list_of_sides_ends_at_the_next_sign(reading: Read) -> None:
    found = reading(
        "Samverkansavtal\n\nFamiljens hus Lyktan\n\nAvtalsparter:\nMora kommun\nRegion Dalarna\n\n"
        "§ 1  Bakgrund\n\nProjektet utvärderades av Högskolan i Dalarna. Parterna vill göra det "
        f"varaktigt.\n{ENDS}"
    )
    assert sides(found) == {"Mora kommun", "Region Dalarna"}
    assert value(found.title) == "Samverkansavtal Familjens hus Lyktan"


def test_all_of_a_county_s_municipalities_are_named_by_it(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan Dalarnas samtliga kommuner och Region Dalarna om måltider\n\n"
        f"Avtalet gäller från den 1 maj 2031.\n{ENDS}"
    )
    assert sides(found) == {"Region Dalarna", "Dalarnas samtliga kommuner"}


@pytest.mark.parametrize(
    "above",
    ["Transaktion 09222115557518840213   Signerat AA, BB", "Riktlinje  2031-09-14, § 93  Nämnden"],
)
def test_a_signing_service_and_a_row_of_values_give_no_title(reading: Read, above: str) -> None:
    found = reading(f"{above}\n\nRAMÖVERENSKOMMELSE\nFamiljens hus i Dalarna\n\n{ENDS}")
    assert value(found.title) == "RAMÖVERENSKOMMELSE Familjens hus i Dalarna"


def test_a_kind_may_be_spaced_out() -> None:
    assert opens_with_kind("A V T A L om samverkan rörande måltider")


def test_a_version_has_a_short_label(reading: Read) -> None:
    found = reading(f"Identifierare: 54880   Ver.nr: 3   Sid 1/4\n\n{HEAD}{ENDS}")
    assert value(found.version) == "3"


def test_a_version_that_was_is_not_this_one(reading: Read) -> None:
    past = "Uppdaterat\nVersion 2 gällde 2029-06-01–2030-05-31. Ett avsnitt är nytt.\n"
    found = reading(f"Identifierare: 54880   Ver.nr: 3   Sid 1/4\n\n{HEAD}{ENDS}\n{past}")
    assert value(found.version) == "3"


def test_the_last_row_of_a_table_of_versions_is_this_one(reading: Read) -> None:
    found = reading(
        "Version   Datum        Ändring            Ansvarig\n1.0       2028-02-09   Första   "
        "          A. Alm\n1.1       2029-03-15   Mat tillagt        A. Alm\n1.2       2030-05-29 "
        f"  Ny ordförande        B. Berg\n\n{HEAD}{ENDS}"
    )
    assert value(found.version) == "1.2"


def test_a_table_of_sides_has_a_number_for_each(reading: Read) -> None:
    found = reading(
        "RAMÖVERENSKOMMELSE\nFamiljens hus i Dalarna\n\n"
        "Part                Företräds av           Ärendenummer\n"
        "Region Dalarna      Nämnden för vård       2031/00312\n"
        "Mora kommun         Nämnden för barn       2031/1147\n"
        "                    och skola\n"
        "Orsa kommun         Kommunstyrelsen        KS/2031:118\n"
        f"Rättviks kommun     Socialnämnden          2031-00207\n\n{ENDS}"
    )
    assert sides(found) == {"Region Dalarna", "Mora kommun", "Orsa kommun", "Rättviks kommun"}
    assert [number.value for number in found.diary_numbers] == [
        "2031/00312",
        "2031/1147",
        "KS/2031:118",
        "2031-00207",
    ]


def test_a_number_stands_below_its_label_in_the_same_column(reading: Read) -> None:
    found = reading(
        "Riktlinje för kansliets teknik\n\n"
        "                                                          Datum och paragraf för\n"
        " Beslutad av:        Gäller för:       Diarienummer:      beslutet:\n"
        " Direktör            Kansliet          0451/31            2031-02-22\n\n"
        "Inledning\nSyftet med denna anvisning är att styra arbetet med teknik i kansliet.\n\n"
        "Vem omfattas\nDenna plan gäller tills vidare för kansliet.\n"
    )
    assert [number.value for number in found.diary_numbers] == ["0451/31"]
    assert value(found.until_further_notice) is True
