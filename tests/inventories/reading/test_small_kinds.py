"""Kinds that a few words tell: rules, pages of the government, letters, pledges, extracts.

Seen red: each on the reader before its rule (commit 6c579dd). All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]

AGREEMENTS = {"regional_agreement", "local_agreement", "other_agreement"}


@pytest.mark.parametrize(
    "name",
    ["Taxa för tillsyn", "Lokala ordningsföreskrifter för Mora", "Arbetsordning för fullmäktige",
     "Vattentaxa"],
)  # fmt: skip
def test_what_a_board_adopts_for_others_to_follow_are_rules(reading: Read, name: str) -> None:
    found = reading(
        f"{name}\n\nGäller från: 2031-01-01\n\nMora kommun\n\n1. Inledande bestämmelser\nHär står "
        "vad som gäller i Mora kommun och vem som får besluta om undantag från det.\n"
    )
    assert found.kind.value == "law_text"
    assert value(found.valid_from) == "2031-01-01"
    assert value(found.level) == "local"


def test_an_act_has_no_start_or_level_of_its_own(reading: Read) -> None:
    found = reading(
        "Lag (2031:100) om samverkan\n\nSFS 2031:100\n\n1 § Denna lag gäller Mora kommun.\n\n2 § "
        "Kommunen ska samverka.\n\n3 § Regionen ska samverka.\n\nDenna lag träder i kraft den 1 "
        "juli 2031.\n"
    )
    assert (found.kind.value, found.valid_from, found.level) == ("law_text", None, None)


@pytest.mark.parametrize(
    "text",
    [
        (
            "# Bemyndigande att ingå en överenskommelse om ungas hälsa\n\nRegeringen bemyndigar "
            "ministern att underteckna en överenskommelse mellan staten och Sveriges Kommuner och "
            "Regioner om ungas hälsa. Överenskommelsen syftar till att stärka arbetet i kommunerna."
        ),
        (
            "# Godkännande av en överenskommelse om äldres mat\n\nÖverenskommelsen handlar om "
            "maten. "
            "Sedan 2030 har regeringen ingått årliga överenskommelser med Sveriges Kommuner och "
            "Regioner kring äldres mat. Satsningen fortsätter nu."
        ),
    ],
)
def test_a_page_of_the_government_on_an_agreement_is_a_page(reading: Read, text: str) -> None:
    assert reading(text).kind.value == "web_page"


def test_how_an_agreement_is_applied_is_a_routine(reading: Read) -> None:
    found = reading(
        "Gäller för: Region Dalarna\n\nTillämpning av Samverkansavtal för gemensam nämnd\n\nSyfte\n"
        "Att beskriva hur avtalet används av regionen och länets kommuner.\n\nGenomförande\n"
        "Följande rutin har tagits fram av en arbetsgrupp.\n\nUppföljning\nDenna "
        "tillämpningsanvisning följs upp varje år.\n\nPublicerad: 2031-05-02\n"
    )
    assert found.kind.value == "routine"


@pytest.mark.parametrize("head", ["2031-04-24 Omsorgsnämnden", "Omsorgsnämnden 2031-04-24"])
def test_numbered_paragraphs_under_a_board_and_a_day_are_minutes(reading: Read, head: str) -> None:
    found = reading(
        f"{head}\n\n§ 69 Besök av regionen om färdtjänst\nOmv 780/2031\n\nI samband med "
        "månadsrapporten ställs en fråga om hur resandet påverkar nämndens verksamhet. Svaret ges "
        "vid ett senare tillfälle.\n\nOrdförandes förslag till Omsorgsnämnden:\n- Förvaltningen "
        "får "
        "i uppdrag att bjuda in regionen.\n"
    )
    assert found.kind.value == "minutes"
    assert [number.value for number in found.diary_numbers] == ["Omv 780/2031"]


def test_a_description_of_a_task_is_an_assignment(reading: Read) -> None:
    found = reading(
        "# BESKRIVNING AV UPPDRAG SOM - KONTAKTVÄN\n\nKontaktvännen har ansvar för den som hen är "
        "kontaktvän för. Det innebär:\n\n- att följa riktlinjen om trygghet\n- att uppdatera "
        "checklistan minst en gång per år.\n"
    )
    assert found.kind.value == "assignment"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Överenskommelse Enhetschef och Stödpedagog\n\nEnhetschefen ansvarar för verksamheten. "
            "Stödpedagogen arbetar på chefens uppdrag, som revideras årligen.\n\nEnhetschef:\n\n"
            "Stödpedagog:\n"
        ),
        (
            "Tystnadsförbindelse\n\nHärmed intygar jag att jag har tagit del av reglerna om "
            "tystnad och "
            "att jag inte för vidare vad jag får veta.\n\nDatum:\nNamnteckning:\n"
        ),
        (
            "ÖVERENSKOMMELSE OM BOENDE I LÄGENHET\n\nMellan Mora kommun, socialnämnden, "
            "och\n\nNamn: "
            "________   Personnr: ________\n\nnedan kallad den boende, träffas följande "
            "överenskommelse.\n\n1. Avgift\nAvgiften är ____ kr.\n\n2. Uppsägning\nDen boende kan "
            "säga "
            "upp överenskommelsen med en månads uppsägningstid.\n"
        ),
    ],
)
def test_what_one_person_signs_is_an_agreement_with_an_individual(reading: Read, text: str) -> None:
    assert reading(text).kind.value == "agreement_with_individual"


def test_a_letter_that_recommends_an_agreement_is_none(reading: Read) -> None:
    found = reading(
        "KOMMUNERNAS KANSLI\n\nTill\nKommunstyrelserna i länet\nFör kännedom: socialnämnderna\n\n"
        "Falun den 9 oktober 2031\nVår ref: Ada Alm\n\nRekommendation om avtal kring vården i "
        "Dalarna\n\nStyrelsen har beslutat att rekommendera kommunerna att anta avtalet mellan "
        "Region Dalarna och kommunerna i Dalarna.\n\nGiltighet\n\nDet är tänkt att avtalet ska "
        "börja "
        "gälla den 1 maj 2032. Avtalet gäller endast om alla godkänner det.\n\nMed vänlig "
        "hälsning\nAda Alm\n"
    )
    assert found.kind.value not in AGREEMENTS
