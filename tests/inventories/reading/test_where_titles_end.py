"""Where a title goes on, where it ends, and what stands above it and is none.

Seen red: each on the reader before its rule (commit 6c579dd). All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import ENDS, value

Read = Callable[[str], Reading]

BODY = (
    "\n\nParter\nMora kommun och Orsa kommun är parter i detta avtal.\n\nUppsägning\nDetta avtal "
    "kan sägas upp av part med sex månaders varsel.\n"
)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "Avtal mellan Mora och Orsa om samverkan inom\n\nräddning genom\n\nRäddningsförbundet",
            "Avtal mellan Mora och Orsa om samverkan inom räddning genom Räddningsförbundet",
        ),
        (
            "Avtal mellan Mora och Orsa om räddning genom Räddningsförbundet\n\nStormora",
            "Avtal mellan Mora och Orsa om räddning genom Räddningsförbundet Stormora",
        ),
        ("Samverkansavtal gällande\n\nVuxenutbildning", "Samverkansavtal gällande Vuxenutbildning"),
        ("TILLÄGGSAVTAL TILL HYRESAVTAL\nKvarteret Lärkan",
         "TILLÄGGSAVTAL TILL HYRESAVTAL Kvarteret Lärkan"),
        ("EXPLOATERINGSAVTAL\nKvarteret Lärkan", "EXPLOATERINGSAVTAL Kvarteret Lärkan"),
    ],
)  # fmt: skip
def test_a_title_goes_on_where_it_cannot_end(reading: Read, lines: str, title: str) -> None:
    assert value(reading(lines + BODY + ENDS).title) == title


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Mellan nedanstående parter träffas härmed avtal om vägen enligt följande:",
         "Bevakningsavtal längs väg 7 i Nusnäs"),
        ("Mellan undertecknade parter har träffats följande avtal:",
         "Bevakningsavtal längs väg 7 i Nusnäs"),
    ],
)  # fmt: skip
def test_an_agreement_s_title_ends_before_its_first_words(
    reading: Read, first: str, title: str
) -> None:
    found = reading(f"Bevakningsavtal längs väg 7 i Nusnäs,\n\nMora kommun\n\n{first}{BODY}{ENDS}")
    assert value(found.title) == title


def test_a_letter_s_matter_ends_where_the_letter_begins(reading: Read) -> None:
    found = reading(
        "Följebrev\n\nDnr: UN-2031-00049\n\nFöljebrev Samverkansavtal för vuxenskolan\n\nHärmed "
        "sänds förslag till samverkansavtal på remiss till medlemmarna.\n\nÄrendet\nÄrendet gäller "
        "ett förnyat avtal.\n\nFörslag till beslut\nNämnden tillstyrker förslaget.\n"
    )
    assert value(found.title) == "Följebrev Samverkansavtal för vuxenskolan"


def test_for_whom_a_routine_holds_is_not_its_title(reading: Read) -> None:
    found = reading(
        "Gäller för: Region Dalarna\n\nTillämpning av avtal om flytt\n\nHitta i dokumentet\n\n"
        "Syfte\nDokumentet är framtaget av regionen. Här finns länkar till avtalet om flytt.\n\n"
        "Publicerad: 2031-05-02\n"
    )
    assert value(found.title) == "Tillämpning av avtal om flytt"


def test_a_sentence_that_says_why_is_not_the_title(reading: Read) -> None:
    found = reading(
        "# RUTIN\nSamordnad vårdplan (SVP)\n## Inledning\nEn plan är ett möte där alla är med.\n"
        "Syftet med rutinen är att medarbetare ska veta vad en plan är (SVP)\n## Ansvar\nChefen "
        "ansvarar för att rutinen följs.\n"
    )
    assert value(found.title) == "Samordnad vårdplan (SVP)"


EXTRACT = (
    "{}\nOmsorgsnämnden\nDatum\n2031-05-16\n\n§ 72{}\n{}\n\nBeslut\n\nOmsorgsnämnden noterar "
    "informationen till protokollet.\n\nSammanfattning av ärendet\n\nFörvaltningen informerar om "
    "läget.\n\nBeslutet skickas till\nFörvaltningen\n"
)


@pytest.mark.parametrize(
    "head",
    ["MORA KOMMUN     SAMMANTRÄDESPROTOKOLL    1 (1)", "Protokollsutdrag", "SAMMANTRÄDESPROTOKOLL",
     "Sammanträdesprotokoll Sammanträdesdatum 2031-05-16"],
)  # fmt: skip
def test_an_extract_is_called_by_its_one_matter(reading: Read, head: str) -> None:
    for sign, line in (("   Dnr ON-2031-00099", "Nattlig tillsyn"), (" Nattlig tillsyn", "")):
        found = reading(EXTRACT.format(head, sign, line))
        assert (found.kind.value, value(found.title)) == ("minutes", "Nattlig tillsyn")


def test_minutes_of_several_matters_are_called_minutes(reading: Read) -> None:
    text = EXTRACT.format("MORA KOMMUN SAMMANTRÄDESPROTOKOLL 1 (1)", "", "Nattlig tillsyn")
    found = reading(text + "\n§ 73\nBudget\n\nBeslut\n\nNämnden antar budgeten.\n")
    assert value(found.title) == "SAMMANTRÄDESPROTOKOLL"


def test_a_number_run_together_with_a_title_is_none_of_it(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/avtal/2031/12/insatser/ | TITLE: - | EXTENT: whole\n\n"
        "# Insatser för ungas hälsa – överenskommelse mellan staten och Sveriges Kommuner och "
        "RegionerDiarienummer: S2031/02060\n\nEfter överläggningar har staten och Sveriges "
        "Kommuner och Regioner slutit en överenskommelse.\n"
    )
    assert value(found.title) == (
        "Insatser för ungas hälsa – överenskommelse mellan staten och Sveriges Kommuner och "
        "Regioner"
    )


def test_marks_and_names_of_programs_are_no_titles(reading: Read) -> None:
    for above in ("a)\nb)\n", "NET.Session_Id\n", "KS/2031:341 Mora\n"):
        found = reading(
            f"{above}\nRiktlinje för måltider\n\nDenna riktlinje gäller alla kök "
            "i kommunen och beskriver hur maten ska lagas.\n"
        )
        assert value(found.title) == "Riktlinje för måltider", above
