"""A title over several lines is read whole, under a page's head, a label or its kind alone.

Seen red: each of them with the reader before it was written, but for what is no part of a title
(that with blocks of lines joined whatever they begin with) and the page head that ends in a date,
which was red in a text whose title has no word for its kind.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]

BODY = (
    "\n\n1. Bakgrund\nRegion Dalarna och länets kommuner har sedan 2019 arbetat tillsammans för "
    "att den enskilde ska få vård i tid.\n\n2. Giltighet\nÖverenskommelsen gäller från och "
    "med 2031-01-01 till och med 2033-12-31.\n"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            (
                "Överenskommelse\n\nSamverkan kring hemgång från sjukhus och korttidsplats\n"
                "i Dalarnas län"
            ),
            "Överenskommelse Samverkan kring hemgång från sjukhus och korttidsplats i Dalarnas län",
        ),
        (
            "LOKAL ÖVERENSKOMMELSE\n\nStöd till unga vuxna med skadligt bruk\nMora kommun",
            "LOKAL ÖVERENSKOMMELSE Stöd till unga vuxna med skadligt bruk",
        ),
        (
            "Lokal rutin och överenskommelse\nUnga i behov av stöd från skola i\nMora kommun",
            "Lokal rutin och överenskommelse Unga i behov av stöd från skola i Mora kommun",
        ),
        (
            (
                "Version: 2     Dokumenttyp: Överenskommelse\nGiltig fr.o.m.: 2031-01-01\n\n"
                "Överenskommelse mellan Landstinget\nDalarna och kommunerna i Dalarnas län om jour"
            ),
            "Överenskommelse mellan Landstinget Dalarna och kommunerna i Dalarnas län om jour",
        ),
        (
            "A V T A L\n\n\nMELLAN PRIMÄRVÅRDEN I MORA OCH MORA KOMMUN OM HEMSJUKVÅRD\nI HEMMET",
            "AVTAL MELLAN PRIMÄRVÅRDEN I MORA OCH MORA KOMMUN OM HEMSJUKVÅRD I HEMMET",
        ),
        (
            "LÄNSÖVERENSKOMMELSE\nOM STÖD TILL DEM SOM\nSKADLIGT BRUK BERÖR\n\nVersion 1.2",
            "LÄNSÖVERENSKOMMELSE OM STÖD TILL DEM SOM SKADLIGT BRUK BERÖR",
        ),
        (
            (
                "ÖVERENSKOMMELSE       1 (4)\n\nSamverkansöverenskommelse 2031–2034\n"
                "Mora kommun och lokalpolisområde Mora\n\nTryggt i hela Mora"
            ),
            "Samverkansöverenskommelse 2031–2034 Mora kommun och lokalpolisområde Mora",
        ),
        (
            (
                "NÄRVÅRD I NORRA DALARNA      Giltig t.o.m. 2033-12-31\nUtgåva 2\n\n"
                "ÖVERENSKOMMELSE OM NÄRVÅRD I NORRA DALARNA"
            ),
            "ÖVERENSKOMMELSE OM NÄRVÅRD I NORRA DALARNA",
        ),
        (
            (
                "LANDSTINGET DALARNA    ÖVERENSKOMMELSE    1 (6)\nDokumentägare   Giltigt fr.o.m.  "
                "Diarienr\nSamordnare     2031-02-01   LX/310834\nUtgåva\n1.0\n\n"
                "Samverkan vid hemgång från sjukhus i Dalarna\n\n"
                "Överenskommelse mellan Landstinget Dalarna och kommunerna i länet"
            ),
            "Samverkan vid hemgång från sjukhus i Dalarna",
        ),
        (
            "Avtal\nDnr HSN 2031-12\n\nSamverkansavtal Familjecentralen Eken, Mora",
            "Samverkansavtal Familjecentralen Eken, Mora",
        ),
        (
            (
                "Region Dalarna | Överenskommelse | Hjälpmedel      Sida 1 av 5\n\n"
                "Överenskommelse om hjälpmedel för barn och unga"
            ),
            "Överenskommelse om hjälpmedel för barn och unga",
        ),
        (
            (
                "Överenskommelse    DALA776-4-1    2.0    1(5)\n\nÖVERENSKOMMELSE OM JOUR I\n"
                "KOMMUNAL HÄLSO- OCH SJUKVÅRD I\nDALARNAS LÄN"
            ),
            "ÖVERENSKOMMELSE OM JOUR I KOMMUNAL HÄLSO- OCH SJUKVÅRD I DALARNAS LÄN",
        ),
        (
            (
                "LANDSTINGET DALARNA         AVTAL\n\nAVTAL MELLAN LANDSTINGET DALARNA OCH "
                "MORA,\nORSA OCH FALU\nKOMMUNER RÖRANDE REHABILITERING\nFÖR ÄLDRE"
            ),
            (
                "AVTAL MELLAN LANDSTINGET DALARNA OCH MORA, ORSA OCH FALU KOMMUNER RÖRANDE "
                "REHABILITERING FÖR ÄLDRE"
            ),
        ),
        (
            (
                "ÖVERENSKOMMELSE     1(4)\nLS-LED31-0582\n\nSamverkan i Dalarna för unga som "
                "behöver stöd\n\nVilka överenskommelsen gäller"
            ),
            "Samverkan i Dalarna för unga som behöver stöd",
        ),
        (
            (
                "Tilläggsavtal 2     RS 2031/1877\n\n\nTilläggsavtal till Samverkansavtal om jour "
                "i Dalarnas län"
            ),
            "Tilläggsavtal till Samverkansavtal om jour i Dalarnas län",
        ),
        (
            "Överenskommelse om Idéburet\nOffentligt Partnerskap (IOP)",
            "Överenskommelse om Idéburet Offentligt Partnerskap (IOP)",
        ),
    ],
)
def test_the_title_is_read_whole(head: str, title: str, reading: Read) -> None:
    found = value(reading(head + BODY).title)

    assert title in str(found)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            (
                "REGION                DOKUMENT               DATUM\n"
                "DALARNA               Uppdragsbeskrivning    2031-04-22\n\n"
                "Uppdragsbeskrivning för länsgruppen\näldre och demens"
            ),
            "Uppdragsbeskrivning för länsgruppen äldre och demens",
        ),
        (
            (
                "TLV\nTjänstemannaledning vård och omsorg i Dalarna\n\nUPPDRAGSBESKRIVNING\n\n"
                "Länsgemensam arbetsgrupp Tandvård för äldre"
            ),
            "UPPDRAGSBESKRIVNING Länsgemensam arbetsgrupp Tandvård för äldre",
        ),
    ],
)
def test_so_is_that_of_an_assignment(head: str, title: str, reading: Read) -> None:
    told = (
        "\n\nUppdragsgivare\nLänschefsgruppen\n\nUppdrag\nArbetsgruppen ska följa hur vården ges "
        "och föreslå hur den blir bättre.\n"
    )
    assert value(reading(head + told).title) == title


def test_steps_to_a_page_are_not_its_title(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/vard/samverkan | TITLE: - | EXTENT: whole\n\n"
        "Hoppa till huvudinnehåll\n\n 1. Start\n 2. För vårdgivare\n 3. Samverkan\n\n"
        "Överenskommelse om personer med psykisk ohälsa\n\nRegionen och länets kommuner har en "
        "gemensam överenskommelse sedan 2031. Den gäller för alla som är över arton år.\n"
    )
    assert value(found.title) == "Överenskommelse om personer med psykisk ohälsa"


def test_what_stands_below_a_title_is_no_part_of_it(reading: Read) -> None:
    for below in (
        "Överenskommelse mellan Region Dalarna och Mora kommun",
        "Alkohol, läkemedel och spel om pengar",
        "Beslutad: Region Dalarna",
    ):
        found = reading(f"Överenskommelse om personer med beroende\n{below}{BODY}")
        assert value(found.title) == "Överenskommelse om personer med beroende", below


def test_a_memo_is_about_what_stands_above_its_proposal(reading: Read) -> None:
    found = reading(
        "MORA KOMMUN                TJÄNSTESKRIVELSE\n2031-10-12    1 (2)\nVård- och "
        "omsorgsnämnden                 Sid 1 (1)\n\n\nAvtal mellan regionen och länets kommuner "
        "om\njourverksamhet\n\nBeslutsförslag\nNämnden föreslår kommunfullmäktige att godkänna "
        "avtalet.\n\nSammanfattning\nEtt avtal har tagits fram.\n"
    )
    title = "Avtal mellan regionen och länets kommuner om jourverksamhet"
    assert value(found.title) == title
