"""What is not firm is left for a person to say.

Each test but the two of what is still said was seen red against the rules before it: every first
line a title, every agreement on "other" where no area was settled, every word about counties the
level of the text; without the signals of an address, and with a host known by its whole address;
with a page's sentence taken for its title, and with the state among a page's parties.
"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Certainty, Reading
from samklang.inventories.reading.json_line import as_json_line
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]
BODY = (
    "\n\nKommunens chefer träffas varje månad och går igenom hur arbetet går. De ser över lokaler, "
    "bemanning och ekonomi, och berättar för sina medarbetare vad de kommit fram till.\n\n"
    "Den som vill veta mer vänder sig till kansliet.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Tillbaka till startsidan för besökare",
        "svarta rader och tomma rutor",
        "Här kan man läsa om det som händer nu.",
    ],
)
def test_a_line_that_the_text_never_comes_back_to_is_said_to_be_no_title(
    reading: Read, line: str
) -> None:
    found = reading(line + BODY)
    assert found.title is None or found.title.certainty is Certainty.GUESSED
    assert json.loads(as_json_line(found, "fil.txt"))["title"] is None


@pytest.mark.parametrize("line", ["Chefernas träffar", "Protokoll 2031-02-03"])
def test_a_line_that_the_text_is_about_or_that_names_it_is_the_title(
    reading: Read, line: str
) -> None:
    assert value(reading(line + BODY).title) == line


def test_an_agreement_that_names_an_area_in_passing_is_not_said_to_be_on_another(
    reading: Read,
) -> None:
    found = reading(
        "Överenskommelse om samverkan mellan Region Uppsala och Heby kommun\n\nParter\nRegion "
        "Uppsala och Heby kommun.\n\nSyfte\nParterna samverkar. Hemsjukvården berörs.\n\n"
        "Giltighetstid\nÖverenskommelsen gäller från 1 april 2031.\n"
    )
    assert found.kind.value == "local_agreement"
    assert found.areas == ()


def test_an_agreement_that_names_no_area_is_on_another(reading: Read) -> None:
    found = reading(
        "Överenskommelse om samverkan mellan Region Uppsala och Heby kommun\n\nParter\nRegion "
        "Uppsala och Heby kommun.\n\nSyfte\nParterna samverkar om kulturen.\n\n"
        "Giltighetstid\nÖverenskommelsen gäller från 1 april 2031.\n"
    )
    assert [area.value for area in found.areas] == ["other"]


def test_a_text_that_names_no_county_is_not_said_to_be_a_countys(reading: Read) -> None:
    found = reading(
        "Rapport om samverkan\n\nDenna rapport beskriver hur länets och regionernas grupper "
        "arbetar i hela landet. Regionala avtal är vanliga."
    )
    assert found.level is None


def test_of_counties_named_alike_none_is_the_texts(reading: Read) -> None:
    found = reading(
        "Rapport om samverkan\n\nDenna rapport jämför Uppsala län och Hallands län. Den är gjord "
        "av forskare."
    )
    assert found.county is None


def test_half_a_version_is_none(reading: Read) -> None:
    assert reading("Slutrapport\n2031-03-26\nVersion\n1.0-2\n" + BODY).version is None


def test_one_mention_of_children_and_young_people_is_not_two(reading: Read) -> None:
    found = reading(
        "Överenskommelse om samverkan mellan Region Uppsala och Heby kommun\n\nParter\nRegion "
        "Uppsala och Heby kommun.\n\nSyfte\nParterna samverkar för såväl vuxna som barn och "
        "unga.\n\nGiltighetstid\nÖverenskommelsen gäller från 1 april 2031.\n"
    )
    assert found.areas == ()


@pytest.mark.parametrize("body", ["Kommunstyrelsen", "Kommunfullmäktige", "Socialnämnden"])
def test_what_a_municipalitys_body_met_about_is_local_whatever_county_is_named(
    reading: Read, body: str
) -> None:
    found = reading(
        f"Protokoll\n{body}\nSammanträdesdatum 2031-02-03\nNärvarande: Ada Alm, Bo Berg\n\n"
        "§ 7 Remiss från Region Västmanland\nNy indelning av länet. Västmanlands län berörs, "
        "och länets parter har yttrat sig.\n\nUtdragsbestyrkande\n"
    )
    assert found.kind.value == "minutes"
    assert value(found.level) == "local"


HOSTED = "SOURCE: https://docplayer.se/{} | TITLE: - | EXTENT: beginning only\n\n{}"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("1234567-Protokoll-fran-mote-med-styrgruppen.html", "minutes"),
        ("1234567-Kallelse-till-gruppen.html", "agenda"),
        ("1234567-Utredning-om-samarbete-i-dalen.html", "report"),
        ("1234567-Tjansteskrivelse-om-samarbete.html", "board_memo"),
        ("1234567-Remissvar-om-samarbete.html", "consultation_response"),
    ],
)
def test_the_name_a_host_gives_a_kept_document_says_what_it_is(
    reading: Read, address: str, kind: str
) -> None:
    assert reading(HOSTED.format(address, BODY)).kind.value == kind


def test_only_a_hosts_name_makes_it_a_host(reading: Read) -> None:
    found = reading(
        "SOURCE: https://samverkan.exempel.se/inriktningsdokument-for-alla-mottagningarna-i-dalen/"
        " | TITLE: - | EXTENT: beginning only\n\nSamverkansavtal mottagningen\n\n"
        "Inriktningsdokument för alla mottagningarna i dalen ska göras om till ett avtal om varje "
        "mottagning.\n"
    )
    assert value(found.title) == "Samverkansavtal mottagningen"


def test_the_kind_alone_stands_under_the_title(reading: Read) -> None:
    found = reading(
        "Grupper i närområdet\n\nUppdragsbeskrivning\n\nGrupperna är basen för arbetet. Varje "
        "kommun har en grupp. Uppdraget är att leda arbetet."
    )
    assert value(found.title) == "Grupper i närområdet"


def test_a_bound_book_of_papers_to_a_meeting_is_an_agenda(reading: Read) -> None:
    found = reading(
        "Mötesbok: norra nämnden\n\nBeslutsärenden 187 Förlängning av avtal mellan Praktik AB och "
        "norra nämnden. Samverkansavtal mellan nämnden och Tanums kommun"
    )
    assert found.kind.value == "agenda"


def test_a_county_named_once_far_down_on_a_page_is_an_example(reading: Read) -> None:
    found = reading(
        "SOURCE: https://exempel.se/fragor/undantag | TITLE: - | EXTENT: whole page\n\n"
        "Undantag från kravet" + BODY * 3 + "Kravet gäller inte Gotlands kommun.\n"
    )
    assert found.kind.value == "web_page"
    assert (found.county, found.level) == (None, None)


def test_what_is_psychosocial_is_no_mental_disability(reading: Read) -> None:
    found = reading("Mottagningar\n\nEtt psykosocialt perspektiv på mottagningar." + BODY)
    assert [area.value for area in found.areas] == ["other"]


def test_papers_to_a_meeting_are_an_agenda(reading: Read) -> None:
    found = reading("DALEN Kommunfullmäktige 2031-09-15 Handlingar till Kommunfullmäktige" + BODY)
    assert found.kind.value == "agenda"


def test_a_title_on_the_quality_of_agreements_is_no_agreements(reading: Read) -> None:
    found = reading(
        HOSTED.format(
            "hogre-kvalitet-pa-samverkansoverenskommelser.abc12",
            "Högre kvalitet på samverkansöverenskommelser och löften\n\n4. ARBETSGRUPPERNA\n\n"
            "Syftet är att visa vilka åtaganden parterna åtar sig gentemot varandra. "
            "Överenskommelserna är numera vedertagen praxis." + BODY,
        )
    )
    assert not found.kind.value.endswith("agreement")


def test_what_a_ministry_publishes_under_is_no_title(reading: Read) -> None:
    found = reading(
        "SOURCE: https://regeringen.exempel.se/2012/s20128765/ | TITLE: - | EXTENT: whole page\n\n"
        "Överenskommelse och avtal från Socialdepartementet\n\nGodkännande av en överenskommelse "
        "om vård av de sjukaste\n\nPublicerad\n\nLadda ner:\n" + BODY
    )
    assert value(found.title) == "Godkännande av en överenskommelse om vård av de sjukaste"


PAGE = "SOURCE: https://sajt.example/nyheter/7 | EXTENT: whole page\n\n"


def test_a_page_that_opens_with_a_long_sentence_has_no_title(reading: Read) -> None:
    told = (
        "I dag har styrelsen gett tre av sina chefer i uppdrag att skriva en riktlinje för "
        "hur husen ska städas, hur lövet ska krattas och vem som ska låsa grinden på kvällen.\n\n"
        "Styrelsen har avsatt tre miljoner kronor.\n"
    )
    assert reading(PAGE + told).title is None
    assert value(reading(f"{PAGE}Riktlinje för husen\n\n{told}").title) == "Riktlinje för husen"


def test_what_the_state_agreed_on_gives_a_page_no_parties(reading: Read) -> None:
    state = "Överenskommelsen mellan regeringen och Sveriges Kommuner och Regioner är ny.\n"
    here = "Överenskommelsen mellan Region Dalarna och länets kommuner är ny.\n"
    assert reading(f"{PAGE}En ny överenskommelse\n\n{state}").parties == ()
    named = reading(f"{PAGE}En ny överenskommelse\n\n{here}").parties
    assert [party.value.name for party in named] == ["Region Dalarna", "länets kommuner"]
