"""What cold batches of federations, joint bodies and memos about them taught.

Seen red: each on the reader before its rule (commit 21ed58d). All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import NEWS, sides, value

Read = Callable[[str], Reading]

MEMO = (
    "NÄMNDSEKRETERARE\nTjänsteskrivelse Ingående av reviderat\nSamverkansavtal avseende vuxna\n"
    "Förslag till beslut\nNämnden beslutar att:\n- ingå samverkansavtal.\n- ge chefen i uppdrag "
    "att signera avtalet.\nSammanfattning av ärendet\nEn översyn av tidigare avtal har "
    "genomförts.\nBakgrund\nDe kommuner som för närvarande ingår i Vux Norr är Eda, Arvika och "
    "Säffle, omnämns framöver som Kommunerna.\n"
)


def test_what_begins_as_a_memo_is_one_whatever_words_it_has(reading: Read) -> None:
    found = reading(MEMO)
    assert found.kind.value == "board_memo"
    assert value(found.title) == "Ingående av reviderat Samverkansavtal avseende vuxna"


def test_a_memo_tells_which_municipalities_take_part(reading: Read) -> None:
    assert sides(reading(MEMO)) == {"Eda kommun", "Arvika kommun", "Säffle kommun"}


def test_a_company_in_common_has_sides(reading: Read) -> None:
    found = reading(
        NEWS.format("Nytt bolag", "Arvika och Eda kommuner bildar ett gemensamt bolag för vatten.")
    )
    assert sides(found) == {"Arvika kommun", "Eda kommun"}


def test_an_extract_headed_by_an_agreement_tells_whose_it_is(reading: Read) -> None:
    found = reading(
        "Förbundet; revidering av hälso- och sjukvårdsavtalet\n\nUtdrag ur protokoll fört vid "
        "sammanträde med kommunstyrelsens arbetsutskott\n\nBeslut\nArbetsutskottet föreslår "
        "kommunstyrelsen besluta att godkänna avtalet.\n\nSammanfattning av ärendet\nFörbundet har "
        "översänt ett reviderat avtal avseende Region Värmland och kommunerna i Värmland.\n\n"
        "Vid protokollet\nAnna Ek\nProtokollet justerat och anslaget samma dag.\n"
    )
    assert found.kind.value == "minutes"
    assert sides(found) == {"Region Värmland", "kommunerna i Värmland"}


def test_the_county_that_a_page_names_once_is_the_county_it_speaks_of(reading: Read) -> None:
    text = (
        "En ökad samverkan mellan länets kommuner har utvecklats kring en rad funktioner. " * 8
    ) + "\n\nUnder året sammanträder samverkan Kalmar län i maj."
    assert value(reading(NEWS.format("Samverkan", text)).county) == "Kalmar län"


def test_a_part_of_a_county_may_begin_a_sentence(reading: Read) -> None:
    found = reading(NEWS.format("Ny satsning", "Norra Kalmar län är en ny satsning av tre orter."))
    assert value(found.level) == "sub_regional"


def test_rules_that_all_members_adopt_are_of_no_one_municipality(reading: Read) -> None:
    found = reading(
        "Förbundsordning för Norra Arkivet\n\nAntagen av samtliga medlemskommuners "
        "kommunfullmäktige.\n\n1 Namn och säte\nKommunalförbundets namn är Norra Arkivet.\n\n"
        "2 Medlemmar\nMedlemmar i kommunalförbundet framgår av bilaga 1.\n"
    )
    assert found.level is None


def test_a_pictures_file_is_no_title(reading: Read) -> None:
    text = "Samordningsförbundet i Värmland finns på initiativ av flera myndigheter i länet."
    page = NEWS.format("Varmland_cyklande_par.jpg\n\nVåra medlemmar", f"{text} Avtalet är nytt.")
    assert value(reading(page).title) != "Varmland_cyklande_par.jpg"


def test_a_house_for_children_is_about_children(reading: Read) -> None:
    study = (
        "En studie av Barnahus Norr\n\nRapport 2031:1\n\nSammanfattning\nEn studie har gjorts.\n"
    )
    assert [area.value for area in reading(study).areas] == ["children_young"]


def test_a_ministrys_number_ends_with_its_unit(reading: Read) -> None:
    report = (
        "Slutrapport utvärdering\n\nS2031/00212/FST\n\nSammanfattning\nI januari gav regeringen "
        "universitetet i uppdrag att utvärdera verksamheterna. Resultatet visar att de behövs.\n"
    )
    assert [number.value for number in reading(report).diary_numbers] == ["S2031/00212/FST"]
