"""A clause is read by what it is about, whatever words it uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Certainty, Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]
HEAD = (
    "Länsgemensam överenskommelse om samverkan kring barn och unga\n"
    "mellan Region Kronoberg och kommunerna i Kronobergs län\n\n"
)


def validity(reading: Reading) -> tuple[object, object, object]:
    facts = (reading.valid_from, reading.valid_until, reading.until_further_notice)
    start, end, is_open = map(value, facts)
    return start, end, is_open


def sides(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.what, one.values) for one in reading.contradictions]


def review_kinds(reading: Reading) -> set[str]:
    return {review.value.kind for review in reading.review}


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Avtalet börjar löpa 2020-03-01.", ("2020-03-01", None, None)),
        (
            "Avtalet börjar löpa 2020-03-01 och upphör utan uppsägning 2021-02-28.",
            ("2020-03-01", "2021-02-28", False),
        ),
        (
            "Fr.o.m. den 15 januari 2018 gäller denna överenskommelse, tills part säger upp den.",
            ("2018-01-15", None, True),
        ),
        ("Giltighetstiden är 1/7 2021 - 30/6 2024.", ("2021-07-01", "2024-06-30", False)),
        ("Avtalstiden är tre år, 2018-06-01 till 2021-05-31.", ("2018-06-01", "2021-05-31", False)),
        ("Avtalet gäller 1 januari – 31 december 2023.", ("2023-01-01", "2023-12-31", False)),
        ("Överenskommelsen gäller från första januari 2021.", ("2021-01-01", None, None)),
        ("Överenskommelsen är giltig längst till sista juni 2026.", (None, "2026-06-30", False)),
        ("Avtalet gäller tills parterna enas om annat.", (None, None, True)),
        ("Giltig till: tills vidare, revideras senast 2026-01-31", (None, None, True)),
        ("Gäller från och med – till och med\n2020-", ("2020", None, None)),
        (
            "LÖK:en gäller från 220101 och längst till 260630, samma tid som den regionala.",
            ("2022-01-01", "2026-06-30", False),
        ),
        ("Tidsperiod: 2023-05-01 – 2024-12-31", ("2023-05-01", "2024-12-31", False)),
        (
            (
                "Överenskommelsen börjar gälla 15 november 2022 och upphör tre år senare, "
                "den 14 november 2025."
            ),
            ("2022-11-15", "2025-11-14", False),
        ),
        (
            "Avtalets löptid är från och med den 1 januari 2021 till och med 31 december 2023.",
            ("2021-01-01", "2023-12-31", False),
        ),
        (
            "Från den 15 december 2020 och tills vidare är denna överenskommelse styrande.",
            ("2020-12-15", None, True),
        ),
        (
            "Nämnden godkänner överenskommelsen för perioden 1 maj 2022 – 30 april 2024.",
            ("2022-05-01", "2024-04-30", False),
        ),
        (
            "Överenskommelsen träder i kraft den 1 januari 2018 samtidigt som lagen (2017:612).",
            ("2018-01-01", None, None),
        ),
        (
            "Avtalet gäller under fyra år med början 2019-07-01 och slutar gälla 2023-06-30.",
            ("2019-07-01", "2023-06-30", False),
        ),
        (
            "Ansvaret övergår den 20 januari 2014, då också detta avtal träder i kraft.",
            ("2014-01-20", None, None),
        ),
        (
            (
                "Överenskommelsen gäller från den 1 maj 2020 och ersätter tidigare "
                "överenskommelse från 2015."
            ),
            ("2020-05-01", None, None),
        ),
    ],
)
def test_a_clause_of_validity_is_read_in_any_words(
    reading: Read, clause: str, expected: tuple[object, object, object]
) -> None:
    assert validity(reading(f"{HEAD}{clause}\n")) == expected


@pytest.mark.parametrize(
    "clause",
    [
        "Bestämmelserna i lagen gäller från och med den 1 januari 2017.",
        "Nuvarande överenskommelse gäller till och med den 31 december 2020.",
        "Den tidigare överenskommelsen gällde under åren 2013–2016.",
        "Projektet med att ta fram överenskommelsen pågick från 2017-02-01 till 2018-06-30.",
        "Avsnitt 4 i överenskommelsen gäller från den 1 juli 2021.",
        "Kommunerna redovisar enligt överenskommelsen till och med den 31 mars 2024.",
        "Avtalet kan förlängas till och med den 31 december 2024.",
        "Kommunens beslut om placering gäller tills vidare.",
        "Lokalavtalet löper till och med 2025-06-30.",
        "Statens satsning på psykisk hälsa gäller till och med 2024.",
        "Överenskommelsen bygger på en vägledning som började gälla den 1 mars 2019.",
        "Nuvarande rutiner gäller från 2018-01-01 i hela länet.",
        (
            "Föreskriften om bedömningen av om en åtgärd som ges av sjukvården kan utföras "
            "av den enskilde själv, eller av någon annan, gäller från och med 1 januari 2010."
        ),
        "Befintligt avtal från 2015 sades upp av regionen och upphör att gälla 31 december 2021.",
        "Överenskommelsen gäller från och med den 1 januari till och med den 31 december.",
    ],
)
def test_a_date_that_belongs_to_something_else_is_no_validity(reading: Read, clause: str) -> None:
    assert validity(reading(f"{HEAD}{clause}\n")) == (None, None, None)


def test_a_revision_date_after_until_further_notice_is_no_end(reading: Read) -> None:
    found = reading(
        f"{HEAD}Giltighetstid\nÖverenskommelsen gäller från och med den 1 februari 2021 och tills "
        "vidare. Den ska revideras senast 2026-01-31.\n"
    )

    assert validity(found) == ("2021-02-01", None, True)
    assert review_kinds(found) == {"revise_by"}


def test_a_decision_to_extend_moves_the_end_and_is_no_contradiction(reading: Read) -> None:
    found = reading(
        f"{HEAD}Överenskommelsen gäller från den 1 januari 2019 till och med 31 december 2021. "
        "Genom beslut 2021-10-22 har överenskommelsen förlängts till och med den 31 december 2023."
    )

    assert validity(found) == ("2019-01-01", "2023-12-31", False)
    assert sides(found) == []


@pytest.mark.parametrize(
    ("text", "what", "values", "guess"),
    [
        (
            (
                "Giltig till och med: 2024-09-30\n\nGiltighet\n"
                "Överenskommelsen gäller till och med den 31 december 2023."
            ),
            "valid_until",
            ("2024-09-30", "2023-12-31"),
            "2023-12-31",
        ),
        (
            "Gäller från: 2019-09-01\n\nGiltighet\nÖverenskommelsen träder i kraft 1 januari 2020.",
            "valid_from",
            ("2019-09-01", "2020-01-01"),
            "2020-01-01",
        ),
        (
            "Giltig till: 2025-04-30\n\nAvtalstid\nÖverenskommelsen gäller tills vidare.",
            "valid_until",
            ("2025-04-30", "until_further_notice"),
            None,
        ),
        (
            (
                "Överenskommelsen gäller till och med 2022-12-31.\n"
                "Syfte\nSamverkan.\nÖverenskommelsen löper till den 30 juni 2023."
            ),
            "valid_until",
            ("2022-12-31", "2023-06-30"),
            "2022-12-31",
        ),
        (
            (
                "Giltig: 2018-01-01 – 2021-12-31\n\nAvslutande bestämmelser\n"
                "Denna överenskommelse gäller till och med den 31 december 2022."
            ),
            "valid_until",
            ("2021-12-31", "2022-12-31"),
            "2022-12-31",
        ),
    ],
)
def test_places_that_do_not_agree_are_both_shown_and_what_the_first_clause_says_is_a_guess(
    reading: Read, text: str, what: str, values: tuple[str, str], guess: str | None
) -> None:
    found = reading(f"{HEAD}{text}\n")

    assert (what, values) in sides(found)
    assert value(getattr(found, what)) == guess
    assert guess is None or getattr(found, what).certainty is Certainty.GUESSED
    clash = next(one for one in found.contradictions if one.what == what)
    assert len({quote for quote in clash.quotes if quote}) == len(values)


@pytest.mark.parametrize(
    "text",
    [
        "Giltig från: 2020\n\nÖverenskommelsen träder i kraft 2020-07-01.",
        "Överenskommelsen gäller till och med 2022-12-31 och därefter tills vidare.",
        "Avtalet gäller till och med 2022-12-31. Om avtalet inte sägs upp gäller det tills vidare.",
    ],
)
def test_places_that_can_all_be_right_are_no_contradiction(reading: Read, text: str) -> None:
    assert sides(reading(f"{HEAD}{text}\n")) == []


def test_of_two_places_that_agree_the_more_precise_is_the_fact(reading: Read) -> None:
    found = reading(f"{HEAD}Giltig från: 2020\n\nÖverenskommelsen träder i kraft 2020-07-01.\n")

    assert value(found.valid_from) == "2020-07-01"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Antagen av Kommunstyrelsen den 12 mars 2021, § 45",
            ("2021-03-12", "Kommunstyrelsen", "§ 45"),
        ),
        ("Godkänd av: Styrgruppen 2022-06-17", ("2022-06-17", "Styrgruppen", None)),
        (
            "Beslutad i Socialnämnden 2018-11-20 § 141",
            ("2018-11-20", "Socialnämnden", "§ 141"),
        ),
        ("Beslutad av\nStyrgruppen\nBeslutsdatum\n12 september 2019", ("2019-09-12", None, None)),
        (
            "Antagen: 2020-10-28 av Regionfullmäktige § 112",
            ("2020-10-28", "Regionfullmäktige", "§ 112"),
        ),
        (
            "Överenskommelsen godkändes av Regionstyrelsen 2019-11-26 och gäller från 2020-01-01.",
            ("2019-11-26", "Regionstyrelsen", None),
        ),
        (
            "Länsgemensam ledning godkände denna överenskommelse den 8 februari 2019.",
            ("2019-02-08", "Länsgemensam ledning", None),
        ),
    ],
)
def test_who_took_the_agreement_and_when_is_read(
    reading: Read, line: str, expected: tuple[str, str | None, str | None]
) -> None:
    found = reading(f"{HEAD}{line}\n\nSyfte\nSamverkan.\n").signed

    assert found
    day, body, paragraph = expected
    assert (found.value.kind, found.value.date) == ("board_decision", day)
    assert body in {None, found.value.by}
    assert found.value.paragraph == paragraph


@pytest.mark.parametrize(
    "line",
    [
        "Taxorna som fastställts av regeringen tillämpas i överenskommelsen.",
        "I dokumentet avses vårdgivare som godkänts av regionen.",
        "Den tidigare överenskommelsen antogs av Socialnämnden 2012-01-01.",
    ],
)
def test_what_others_took_is_no_adoption(reading: Read, line: str) -> None:
    assert reading(f"{HEAD}{line}\n").signed is None


def test_a_place_and_a_day_above_the_names_are_a_signature(reading: Read) -> None:
    found = reading(
        f"{HEAD}Syfte\nSamverkan.\n\nVäxjö 2024-02-14\n\nAnna Prov\nBo Exempel\n"
    ).signed

    assert found
    assert (found.value.kind, found.value.date) == ("signature", "2024-02-14")


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("Avtalet kan sägas upp av endera parten med nio (9) månaders varsel.", 9),
        (
            "Om avtalet inte sagts upp senast tolv månader före avtalstidens utgång förlängs det.",
            12,
        ),
        ("Avtalet gäller tills vidare. Uppsägningstiden för avtalet är ett halvår.", 6),
        ("Uppsägning av överenskommelsen ska ske minst ett år i förväg.", 12),
        ("Avtalet gäller därefter tills vidare med två års uppsägningstid.", 24),
        ("Part som vill lämna samarbetet ska meddela övriga parter minst tre månader i förväg.", 3),
    ],
)
def test_notice_is_read_in_any_words(reading: Read, clause: str, months: int) -> None:
    assert value(reading(f"{HEAD}{clause}\n").termination_notice_months) == months


@pytest.mark.parametrize(
    ("clause", "kind"),
    [
        ("Nästa revidering av överenskommelsen ska göras hösten 2024.", "revise_by"),
        ("Överenskommelsen ska revideras senast 2026.", "revise_by"),
        ("Översyn av överenskommelsen ska vara klar före utgången av 2019.", "revise_by"),
        ("Överenskommelsen ses över när RÖK revideras.", "when_regional_revised"),
    ],
)
def test_a_review_is_read_in_any_words(reading: Read, clause: str, kind: str) -> None:
    assert kind in review_kinds(reading(f"{HEAD}{clause}\n"))


@pytest.mark.parametrize("number", ["HMN-HJM18-014", "01852-2019", "2018/0456-750", "RÖ 2019-311"])
def test_a_number_right_after_its_label_may_have_any_form(reading: Read, number: str) -> None:
    for label in ("Dnr ", "Diarienummer: ", "Diarienummer\n"):
        found = reading(f"{HEAD}{label}{number}\n\nSyfte\nSamverkan.\n")

        assert [value(fact) for fact in found.diary_numbers] == [number]


def test_a_table_whose_labels_stand_above_their_values_is_read_column_by_column(
    reading: Read,
) -> None:
    found = reading(
        "Dokument                      Diarienummer\n"
        "Egenvård                      02215-2018\n"
        "Beslutad av                   Beslutsdatum\n"
        "Samverkansberedningen         2018-06-19\n"
        "Giltig fr.o.m.                Giltig t.o.m.\n"
        f"2018-09-01                    2021-08-31\n\n{HEAD}"
    )

    assert validity(found) == ("2018-09-01", "2021-08-31", False)
    assert [value(fact) for fact in found.diary_numbers] == ["02215-2018"]
    assert found.signed
    assert found.signed.value.date == "2018-06-19"


def test_a_table_of_rows_is_not_read_column_by_column(reading: Read) -> None:
    found = reading(
        f"{HEAD}| Diarienummer | RS/512/2020 |\n| Version | 2.1 |\n| Giltig från | 2020-06-01 |\n"
    )

    assert [value(fact) for fact in found.diary_numbers] == ["RS/512/2020"]
    assert value(found.valid_from) == "2020-06-01"


def test_a_day_of_a_decision_is_no_diary_number(reading: Read) -> None:
    assert reading(f"Godkänt av TKL 2018-03-02\n\n{HEAD}").diary_numbers == ()


def test_empty_lines_to_sign_on_are_a_blank_signature(reading: Read) -> None:
    found = reading(f"{HEAD}Syfte\nSamverkan.\n\nFalun den    Mora den\n________    ________\n")

    assert found.signed
    assert found.signed.value.kind == "blank"


def test_named_parties_of_the_table_are_all_of_them(reading: Read) -> None:
    found = reading(
        "LOKAL ÖVERENSKOMMELSE\nParter: Malmö stad och Region Skåne, psykiatriförvaltningen\n"
        "Överenskommelsen utgår från avtalet mellan Region Skåne och kommunerna i Skåne.\n"
    )

    assert {party.value.name for party in found.parties} == {"Malmö stad", "Region Skåne"}


def test_between_speaks_of_the_agreement_only_in_its_own_sentence(reading: Read) -> None:
    found = reading(
        "Avtal om hemsjukvård\n"
        "Region Västerbotten och länets kommuner har träffat följande avtal.\n"
        "Skatteväxling mellan kommunerna och landstinget genomfördes den 1 september 2013.\n"
    )

    assert {party.value.name for party in found.parties} == {
        "Region Västerbotten",
        "länets kommuner",
    }


def test_an_extension_that_names_only_who_decided_moves_the_end(reading: Read) -> None:
    found = reading(
        f"{HEAD}Överenskommelsen trädde i kraft den 1 juli 2021 och gällde till och med 30 juni "
        "2024. Länschefsnätverket har beslutat om förlängning till och med den 30:e juni 2027."
    )

    assert validity(found) == ("2021-07-01", "2027-06-30", False)


def test_an_assignment_lasts_from_its_start_until_it_is_done(reading: Read) -> None:
    found = reading(
        "Uppdragsbeskrivning\nArbetsgrupp för planering\n\nUppdragsgivare\nStyrgruppen\n\n"
        "Tidplan\nUppdraget påbörjas 2024-01-15 och ska vara slutfört 2025-06-30. "
        "Delrapport lämnas senast 2024-09-01."
    )

    assert found.kind.value == "assignment"
    assert validity(found)[:2] == ("2024-01-15", "2025-06-30")


def test_the_municipalities_of_a_county_may_be_named_by_it(reading: Read) -> None:
    found = reading(
        "Samverkansöverenskommelse vid missbruk och beroende\n"
        "mellan Region Kalmar län och Kalmar läns kommuner\n"
    )

    assert {party.value.name for party in found.parties} == {
        "Region Kalmar län",
        "Kalmar läns kommuner",
    }


def test_a_heading_after_the_parties_is_no_part_of_their_name(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan Region Halland och kommunerna i Halland\n"
        "Ansvar för vård\nParterna är överens om att denna överenskommelse gäller.\n"
    )

    assert {party.value.name for party in found.parties} == {
        "Region Halland",
        "kommunerna i Halland",
    }


def test_the_name_a_side_is_to_be_called_by_is_no_further_side(reading: Read) -> None:
    found = reading(
        "Samverkansavtal elevhälsa\n"
        "Avtalet sluts mellan Östersunds kommun, nedan Östersund, och Krokoms kommun, nedan Krokom."
        "\nAvtalstid\nAvtalet gäller fr.o.m. 2022-08-15.\n"
    )

    assert {party.value.name for party in found.parties} == {"Östersunds kommun", "Krokoms kommun"}


def test_the_years_of_a_title_may_contradict_a_clause(reading: Read) -> None:
    found = reading(
        "Överenskommelse om samverkan mot hemlöshet i Mora 2031–2033\n\n1. Tid\n"
        "Överenskommelsen gäller från den 1 februari 2031 till den 31 januari 2034.\n"
    )

    assert ("valid_until", ("2034-01-31", "2033")) in sides(found)
    assert value(found.valid_until) == "2034-01-31"


def test_an_assignment_may_contradict_itself(reading: Read) -> None:
    found = reading(
        "UPPDRAG FÖR STYRGRUPP NÄRVÅRD\n\nGiltig t.o.m. 2032-12-31\n\nUppdragsgivare\n"
        "Ledningsgruppen.\n\nTidsplan\nUppdraget gäller från och med 1 februari 2031 till och med "
        "utgången av 2033.\n"
    )

    assert ("valid_until", ("2032-12-31", "2033")) in sides(found)
    assert value(found.valid_until) == "2033"


def test_an_agreement_with_letters_before_its_name_is_another(reading: Read) -> None:
    found = reading(
        f"{HEAD}Bakgrund\nMellan parterna finns ett avtal, det så kallade HS-avtalet, vilket "
        "trädde i kraft den 1 september 2030.\n\nGiltighet\nÖverenskommelsen gäller från "
        "2031-03-01.\n"
    )

    assert value(found.valid_from) == "2031-03-01"
    assert sides(found) == []
