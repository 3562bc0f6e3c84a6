"""Tasks, rules of boards, letters and slides about an agreement, and who its sides are.

Seen red: every test against the reader and the words before the slice that it speaks of.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]
BY_STATE = "\n\nRegeringen {}\n"


def names(found: Reading) -> list[str]:
    return [party.value.name for party in found.parties]


@pytest.mark.parametrize(
    "text",
    [
        "Uppdrag att granska en överenskommelse mellan staten och regionerna om tandhälsa"
        + BY_STATE.format("uppdrar åt Tandverket att följa upp regionernas arbete."),
        "Uppdrag om lägesbilder av ensamhet"
        + BY_STATE.format("ger länsstyrelserna i uppdrag att samla lägesbilder.")
        + "Medlen betalas ut av Länsstyrelsen i\nKalmar län. Länsstyrelsen Kalmar län redovisar.\n",
        "SOURCE: https://www.exempel.se/uppdrag/9 | TITLE: - | EXTENT: whole page\n\nMat för äldre"
        + BY_STATE.format("uppdrar åt Matverket att sprida kunskap om mat för alla som bor hemma.")
        + "\nLäs mer om mat\n",
    ],
    ids=["to-follow-up", "by-state", "on-page"],
)
def test_what_gives_somebody_a_task_is_an_assignment_wherever_it_stands(
    reading: Read, text: str
) -> None:
    found = reading(text)
    assert found.kind.value == "assignment"
    assert (found.county, found.level) == (None, None)


def test_rules_of_a_board_are_no_minutes_of_it(reading: Read) -> None:
    found = reading(
        "2026-02-03\n\nKS260181\n\nReglemente för Hjälpmedelsnämnden\n\nUppgifter\n\n§ 1\nNämnden "
        "ansvarar för hjälpmedel. Den lånar ut rullstolar och sängar till den som bor hemma, ser "
        "till att de är hela och rena, och svarar den som frågar i den ordning som de frågar. "
        "Den håller ett lager som räcker i en månad, och köper det som saknas.\n\n"
        "§ 2\nNämnden beslutar att lämna bidrag.\n\n§ 3\nLedamöter och "
        "ersättare väljs.\n\n§ 4\nNämndens protokoll anslås på anslagstavlan.\n"
    )
    assert found.kind.value == "law_text"
    assert found.items == ()
    assert [number.value for number in found.diary_numbers] == ["KS260181"]


def test_paragraphs_without_a_meeting_are_no_minutes(reading: Read) -> None:
    rules = "Så sköts den gemensamma tvättstugan i huset\n\n" + "".join(
        f"§ {i}\nStyrelsen beslutar att tvätt nummer {i} ska torkas av den som bor i huset.\n\n"
        for i in range(1, 6)
    )
    assert reading(rules).kind.value != "minutes"
    assert reading("Närvarande: Ada Alm\n\n" + rules).kind.value == "minutes"


def test_a_letter_sent_out_for_comments_has_no_validity_of_its_own(reading: Read) -> None:
    found = reading(
        "Remissanvisning\n\nDatum: 2026-01-15\n\nSamverkansavtal om tolkar\n\nHärmed översänds "
        "detta samverkansavtal på remiss. Avtalet gäller från och med 2027-01-01 till och med "
        "2030-12-31. Svar lämnas senast den 25 mars.\n"
    )
    assert found.kind.value == "other_document"
    assert (found.valid_from, found.valid_until) == (None, None)


def test_slides_on_an_agreement_are_a_report(reading: Read) -> None:
    line = "Detta   avtal   avser   att   parterna   samverkar   mellan   kommunerna.\n\n"
    found = reading("Samverkansavtal   om   tolkar\n\nAvtalstid\n\n" + line * 40)
    assert found.kind.value == "report"
    assert names(found) == []


def test_a_letterheads_number_stands_after_its_label(reading: Read) -> None:
    found = reading(
        "Missiv\n\nStorgatan 9\n302 38 Alvesta    Datum   Diarienummer\n"
        "kontoret@exempel.se   2026-04-16 KS260181\n\nMissiv om ändrade regler\n\nHej,\n"
    )
    assert [number.value for number in found.diary_numbers] == ["KS260181"]


def test_a_list_names_municipalities_by_their_place(reading: Read) -> None:
    found = reading(
        "Samverkansavtal om vuxenutbildning\n\n1. Avtalsparter\n\nAvtalets parter för detta avtal "
        "är Värendsregionens kommunalförbund och följande medlemskommuner: Alvesta, Lessebo,\n"
        "Ljungby och Älmhult.\n\n2. Syfte\nDetta avtal ger utbildning.\n"
    )
    places = ["Alvesta kommun", "Lessebo kommun", "Ljungby kommun", "Älmhults kommun"]
    assert names(found) == ["Värendsregionens kommunalförbund", *places]
    found = reading(
        "Samverkansavtal om tolkar\n\nParter\n• Alvesta\n• Lessebo\n• Ljungby\n• Älmhult\n\n"
        "Syfte\nDetta avtal ger tolkar i Uppvidinge.\n"
    )
    assert names(found) == places


def test_the_state_agrees_with_a_body_by_its_whole_name(reading: Read) -> None:
    found = reading(
        "Avtal om bidrag\n\nMellan svenska staten och Riksförbundet för kost- och näringslära har "
        "denna dag träffats följande avtal. Detta avtal gäller bidrag.\n"
    )
    assert names(found) == ["staten", "Riksförbundet för kost- och näringslära"]


def test_municipalities_in_general_are_no_side(reading: Read) -> None:
    found = reading(
        "Samverkansavtal om tolkar\n\nSyfte\nDetta avtal gäller samverkan mellan kommunerna. "
        "Parterna ansvarar för tolkar.\n"
    )
    assert names(found) == []


def test_what_tells_of_a_region_and_one_municipality_is_local(reading: Read) -> None:
    found = reading(
        "STÖD\nEn avsiktsförklaring har skrivits mellan Region Kronoberg och Alvesta kommun för "
        "att öppna en familjecentral\n\nDen ger regionalt stöd i länet. – Det blir bra, säger Ada "
        "Alm, ordförande.\n\nDela sidan\n"
    )
    assert found.kind.value == "web_page"
    assert names(found) == ["Region Kronoberg", "Alvesta kommun"]
    assert value(found.level) == "local"


def test_a_board_of_a_region_and_one_municipality_make_a_local_agreement(reading: Read) -> None:
    """Seen red: the board was no side, and the agreement nobody's."""
    found = reading(
        "Samverkansavtal om folkhälsa\n\nAvtalsparter\nDetta avtal är slutet mellan Ale kommun"
        " nedan kallad kommunen, och västra hälso- och sjukvårdsnämnden nedan kallad HSN. Avtalet"
        " avser gemensamma insatser.\n\nAvtalstid\nDetta avtal gäller från den 1 januari 2025.\n"
    )

    assert found.kind.value == "local_agreement"
    names = {party.value.name for party in found.parties}
    assert names == {"Ale kommun", "västra hälso- och sjukvårdsnämnden"}


def test_what_a_paper_is_may_stand_alone_below_what_it_is_about(reading: Read) -> None:
    """Seen red: the evaluation of an agreement was an agreement, the extract a memo."""
    evaluated = "Samverkansavtal hjälpmedel\n\n{}\n\nSammanfattning\n\nDet nuvarande avtalet saknar"
    evaluated += " indikatorer. Parterna ansvarar för hjälpmedel som skrivs ut till patienterna."

    assert reading(evaluated.format("Utvärdering")).kind.value == "report"
    assert reading(evaluated.format("Parter")).kind.value != "report"
    extract = (
        "Vård och stöd i länet\n\nUtdrag ur protokoll fört vid sammanträde med arbetsutskottet"
    )
    extract += "\n\nBeslut\nArbetsutskottet föreslår kommunstyrelsen att godkänna rapporten."
    assert reading(extract).kind.value == "minutes"


RULES = "Rutinen gäller alla som arbetar med utskrivning från sjukhus i hela länet och följs upp.\n"


@pytest.mark.parametrize(
    "line", ["Sammanträdesdatum", "Xxxxxx Xxxxx, Tallmo kommun", "Från nämndens kansli Tallmo"]
)
def test_a_label_and_a_hidden_name_are_no_title(reading: Read, line: str) -> None:
    """Seen red: each was what the paper was called."""
    found = reading(f"{line}\n\n2026-03-05\n\n{RULES}")

    assert value(found.title) != line


@pytest.mark.parametrize("head", ["Missiv", "Regionkontoret Missiv", "Följebrev"])
def test_what_a_paper_is_sent_with_to_those_who_decide_is_a_memo(reading: Read, head: str) -> None:
    """Seen red: it was a document of no kind, as a call for comments is."""
    letter = (
        f"{head}\n\n2026-04-16\n\nRevidering av reglemente\n\nHej,\nRegionen har för avsikt att "
        "göra ett par ändringar. Ni ombeds fatta ett likalydande beslut och skicka det till oss.\n"
    )

    assert reading(letter).kind.value == "board_memo"
    assert reading(letter.replace(head, "Remissmissiv")).kind.value == "other_document"


def test_what_is_kept_for_one_person_is_an_agreement_with_that_person(reading: Read) -> None:
    """Seen red: it was an agreement between authorities."""
    found = reading(
        "Bilaga 1\n\nÖverenskommelse privata medel\n\nDenna överenskommelse gäller brukarens"
        " privata medel.\nNamn:\nPersonnummer:\nParterna är överens om att allt redovisas.\n"
        "Underskrift av brukaren eller god man:\n"
    )

    assert found.kind.value == "agreement_with_individual"


def test_the_number_before_a_title_is_no_part_of_it(reading: Read) -> None:
    """Seen red: the title began with what it is registered under."""
    found = reading(
        "TALLMO KOMMUN  TJÄNSTESKRIVELSE\nStöd  Datum  Diarienummer\n2026-04-16  VO VO-2026-00190\n"
        "\nVO VO-2026-00190 Yttrande om ändrade regler för samverkan\n\nFörslag till beslut\n"
        "Nämnden godkänner yttrandet och skickar det till styrelsen.\n"
    )

    assert value(found.title) == "Yttrande om ändrade regler för samverkan"


def test_half_a_boards_name_is_no_side(reading: Read) -> None:
    """Seen red: the words after an ampersand were a company of their own."""
    found = reading(
        "Överenskommelse om partnerskap\n\nParter\nÖverenskommelsen gäller mellan Alvesta kommun"
        " och Gymnasium & Arbetsmarknad och Hjortsbergs Hjälpförening.\n\n"
        "Bakgrund\nParterna är överens.\n"
    )

    assert "Arbetsmarknad" not in names(found)
    assert "Alvesta kommun" in names(found)
