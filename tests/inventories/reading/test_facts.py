"""Parties, dates, follow-up and numbers are read with the words they came from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from samklang.inventories.reading.facts import Fact, Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]

TITLE = "Länsgemensam överenskommelse om samverkan kring barn och unga\n"
HEAD = (
    TITLE
    + "mellan Region Kronoberg och kommunerna i Kronobergs län\n\n"
    + "Parter\nRegion Kronoberg och länets kommuner är parter i denna överenskommelse.\n"
)


def names(reading: Reading) -> list[str]:
    return [party.value.name for party in reading.parties]


def reviews(reading: Reading) -> list[tuple[str, object]]:
    return [(review.value.kind, review.value.value) for review in reading.review]


@pytest.mark.parametrize(
    ("clause", "start", "end"),
    [
        (
            "Överenskommelsen gäller från och med 2021-07-01 till och med 2024-12-31.",
            "2021-07-01",
            "2024-12-31",
        ),
        (
            "Avtalet löper under tiden 1 januari 2016 – 31 december 2018.",
            "2016-01-01",
            "2018-12-31",
        ),
        ("Överenskommelsen gäller fr.o.m. den 1 april 2017.", "2017-04-01", None),
        ("Denna överenskommelse gäller from 220905.", "2022-09-05", None),
        ("Den 1 oktober, 2021 börjar överenskommelsen gälla.", "2021-10-01", None),
        ("Giltighetstid: 2018–2022", "2018", "2022"),
        ("Överenskommelsen träder i kraft den 1 november\n2015.", "2015-11-01", None),
        ("Gäller från och med:\n\n2021-\n\nGäller till och med:\n\n2024-", "2021", "2024"),
        ("Giltig från:\nGiltig till:\n2022-01-01\n2023-12-31", "2022-01-01", "2023-12-31"),
        ("Lagen trädde i kraft den 1 januari 2018.", None, None),
        ("Tjänsten är en anställning som gäller från och med 2024-01-01.", None, None),
    ],
)
def test_validity_is_read_from_clause_and_table(
    reading: Read, clause: str, start: str | None, end: str | None
) -> None:
    found = reading(f"{HEAD}\n{clause}\n")

    assert (value(found.valid_from), value(found.valid_until)) == (start, end)


def test_a_period_in_the_title_is_a_derived_validity(reading: Read) -> None:
    found = reading(HEAD.replace("barn och unga", "barn och unga 2018–2022"))

    assert (value(found.valid_from), value(found.valid_until)) == ("2018", "2022")
    assert found.valid_from
    assert found.valid_from.certainty == "derived"


@pytest.mark.parametrize(
    "clause",
    [
        "Överenskommelsen gäller tills vidare.",
        "Överenskommelsen gäller till dess överenskommelsen sägs upp eller omförhandlas.",
        "Avtalet gäller tills det ersätts av ett nytt.",
    ],
)
def test_open_ended_words_are_read(reading: Read, clause: str) -> None:
    assert value(reading(f"{HEAD}\n{clause}\n").until_further_notice) is True


def test_a_blank_start_is_warned_of_and_not_guessed(reading: Read) -> None:
    found = reading(f"{HEAD}\nDenna överenskommelse gäller fr.o.m. ____________ - tills vidare.\n")

    assert found.valid_from is None
    assert "blank_start" in [warning.code for warning in found.warnings]


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Överenskommelsen följs upp årligen.", ("yearly", 1)),
        ("Överenskommelsen revideras 1g/år.", ("yearly", 1)),
        ("Avtalet ska följas upp minst vart tredje år.", ("every_n_years", 3)),
        ("Överenskommelsen utvärderas vartannat år.", ("every_n_years", 2)),
        ("Överenskommelsen revideras en gång per mandatperiod.", ("every_n_years", 4)),
        ("Överenskommelsen bör revideras senast 260131.", ("revise_by", "2026-01-31")),
        (
            "Överenskommelsen följs upp under perioden 241001-241231.",
            ("follow_up_period", ("2024-10-01", "2024-12-31")),
        ),
        (
            "Överenskommelsen ändras i samband med att den regionala revideras.",
            ("when_regional_revised", None),
        ),
        (
            "Revidering av överenskommelsen sker när någon part begär det.",
            ("other", "när någon part"),
        ),
    ],
)
def test_follow_up_is_read(reading: Read, clause: str, expected: tuple[str, object]) -> None:
    assert expected in reviews(reading(f"{HEAD}\n{clause}\n"))


def test_follow_up_of_patients_is_not_follow_up_of_the_agreement(reading: Read) -> None:
    found = reading(f"{HEAD}\nLäkemedelslistan ska revideras årligen för varje patient.\n")

    assert reviews(found) == []


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("Överenskommelsen kan sägas upp av part. Uppsägningstiden är tre månader.", 3),
        ("Avtalet sägs upp senast nio månader före avtalstidens utgång.", 9),
        ("Överenskommelsen gäller med 6 månaders uppsägningstid.", 6),
        ("När en läkarorganisation säger upp avtalet är tiden åtta månader.", None),
        ("Återkoppling på avvikelser ska ske inom 3 månader.", None),
    ],
)
def test_notice_is_that_of_the_agreement(reading: Read, clause: str, months: int | None) -> None:
    assert value(reading(f"{HEAD}\n{clause}\n").termination_notice_months) == months


def test_parties_of_the_title_are_read(reading: Read) -> None:
    assert names(reading(HEAD)) == ["Region Kronoberg", "kommunerna i Kronobergs län"]


def test_a_list_of_parties_without_commas_is_read(reading: Read) -> None:
    found = reading(
        TITLE + "Parter:\n\nRegion Kronoberg Alvesta kommun Lessebo kommun\n\nLjungby kommun\n\n"
        "Kommunerna benämns i överenskommelsen gemensamt kommunerna.\n"
    )

    assert names(found) == [
        "Region Kronoberg",
        "Alvesta kommun",
        "Lessebo kommun",
        "Ljungby kommun",
    ]


def test_a_list_that_ends_in_municipalities_names_each(reading: Read) -> None:
    found = reading(
        "Samverkansavtal om gemensam nämnd mellan Alvesta, Lessebo och Ljungby kommuner\n"
        "Parterna ska följa detta avtal.\nGiltighetstid\nAvtalet gäller tills vidare.\n"
    )

    assert names(found) == ["Alvesta kommun", "Lessebo kommun", "Ljungby kommun"]


def test_boards_are_parties_where_nothing_else_is_listed(reading: Read) -> None:
    found = reading(
        "Lokal samverkansöverenskommelse om barn\n1. Parter\nSocialnämnden Utbildningsnämnden\n"
        "2. Syfte\nParterna ska samverka enligt denna överenskommelse.\n"
        "3. Tvist\nTvist löses i samtal.\n"
    )

    assert names(found) == ["Socialnämnden", "Utbildningsnämnden"]


def test_a_company_is_a_party_by_its_full_name(reading: Read) -> None:
    found = reading(
        "Lokal samverkansöverenskommelse mellan Vårdbolaget i Exempelby och ____________\n\n"
        "Parterna ska följa denna överenskommelse. "
        "Läkarna är anställda av Vårdbolaget i Exempelby AB.\n"
        "Tvist\nOenighet löses i samtal.\n"
    )

    assert names(found) == ["Vårdbolaget i Exempelby AB"]


def test_a_municipality_stands_at_the_local_level(reading: Read) -> None:
    found = reading(
        "Lokal överenskommelse mellan Region Kronoberg och Alvesta kommun om äldre\n"
        "Denna överenskommelse gäller tills vidare.\nParter\nRegion Kronoberg och Alvesta kommun.\n"
    )

    assert (value(found.level), value(found.municipality)) == ("local", "Alvesta")
    assert value(found.county) == "Kronobergs län"


@pytest.mark.parametrize(
    "line",
    ["Dnr RK21/00517", "Diarienummer:\n\nRK21/00517", "RK21/00517", "Dnr: RK21/00517, bilaga 1"],
)
def test_a_diary_number_is_read_at_the_head(reading: Read, line: str) -> None:
    found = reading(
        f"{TITLE}{line}\n\nmellan Region Kronoberg och länets kommuner.\nParter\nTvist\n"
    )

    assert [number.value for number in found.diary_numbers] == ["RK21/00517"]


@pytest.mark.parametrize(
    "line", ["org.nr 212000-0662", "bg 5599-3331", "SOU 2021:93", "SOSFS 2011:9"]
)
def test_other_numbers_are_no_diary_numbers(reading: Read, line: str) -> None:
    assert reading(f"{HEAD}\n{line}\n").diary_numbers == ()


def test_areas_follow_the_title(reading: Read) -> None:
    assert [area.value for area in reading(HEAD).areas] == ["children_young"]


def test_an_e_signature_is_evidence_of_adoption(reading: Read) -> None:
    found = reading(f"{HEAD}\nVerifikat\nFärdigställt 2023-12-11 12:35:56 CET\n")

    assert found.signed
    assert (found.signed.value.kind, found.signed.value.date) == ("e_signature", "2023-12-11")


def test_every_quote_stands_in_the_text(reading: Read) -> None:
    text = (
        HEAD
        + "Giltighet\nÖverenskommelsen gäller från 2021-07-01 tills\n"
        + "vidare och följs upp år-\nligen.\n"
    )

    found = reading(text)
    facts: list[Fact[Any] | None] = [found.kind, found.title, found.county, found.level]
    facts += [
        found.valid_from,
        found.until_further_notice,
        *found.areas,
        *found.parties,
        *found.review,
    ]

    assert len([fact for fact in facts if fact]) >= 9
    assert all(fact.quote and fact.quote in text for fact in facts if fact)
    assert all(text[fact.place.start : fact.place.end] == fact.quote for fact in facts if fact)
