"""A board's minutes list their matters first, by paragraph and page: that list is believed.

Seen red: without the table of contents, when whoever came for one paragraph was an item and the
matters before it were lost; with the page number left in a title; with what stands at the foot of
a page as a title; without what the matter's own paragraph decides.
"""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]
MINUTES = """TALLMO KOMMUN             SAMMANTRÄDESPROTOKOLL
Nämnden för stöd
Datum
2026-03-12

Plats och tid Tallrummet, klockan 14:00 – 16:30
Beslutande Ledamöter
Alva Sten (M), ordförande
Bo Lind (S), vice ordförande
Övriga närvarande Tjänstepersoner
Cia Ström, controller,
§ 12
Dag Ek, enhetschef,
§§ 11, 13

Innehåll

§ 10 Dnr ST-2026-00012
Förändring av ärendelistan ........................................... 4

§ 11 Dnr ST-2026-00013
Ny överenskommelse om samverkan vid utskrivning från
sluten vård ........................................................... 5

§ 12 Dnr ST-2026-00014
Svar på motion om en rättvis budget för nya boenden i hela kommunen 6

§ 13 Dnr ST-2026-00015
Det här dokumentet är digitalt signerat
Transaktionsidentitet: 41097E85BA1256C96A0A

TALLMO KOMMUN             SAMMANTRÄDESPROTOKOLL          4 (7)
Nämnden för stöd
§ 10                      Dnr ST-2026-00012
Förändring av ärendelistan

Beslut

Nämnden för stöd godkänner den förändrade ärendelistan.

Sammanfattning av ärendet

Ärende 3 utgår från dagens sammanträde.

§ 11                      Dnr ST-2026-00013
Ny överenskommelse om samverkan vid utskrivning från sluten vård

Beslut

Nämnden för stöd föreslår kommunfullmäktige att anta överenskommelsen.

§ 12                      Dnr ST-2026-00014
Svar på motion om en rättvis budget för nya boenden i hela kommunen

Ärendet bordläggs.

§ 13                      Dnr ST-2026-00015
Information från förvaltningen
"""


def test_the_matters_are_those_of_the_table_of_contents(reading: Read) -> None:
    found = reading(MINUTES)

    assert found.kind.value == "minutes"
    assert [(item.number, item.title.value if item.title else "") for item in found.items] == [
        (10, "Förändring av ärendelistan"),
        (11, "Ny överenskommelse om samverkan vid utskrivning från sluten vård"),
        (12, "Svar på motion om en rättvis budget för nya boenden i hela kommunen"),
        # Its line in the table was hidden by the foot of a page.
        (13, "Information från förvaltningen"),
    ]


def test_each_matter_has_what_its_own_paragraph_decides(reading: Read) -> None:
    decided = [[one.value for one in item.decisions] for item in reading(MINUTES).items]

    assert decided == [
        ["Nämnden för stöd godkänner den förändrade ärendelistan."],
        ["Nämnden för stöd föreslår kommunfullmäktige att anta överenskommelsen."],
        [],
        [],
    ]


def test_every_title_is_quoted_from_its_place(reading: Read) -> None:
    for item in reading(MINUTES).items:
        assert item.title is not None
        assert MINUTES[item.title.place.start : item.title.place.end] == item.title.quote
        assert item.title.value.split()[0] in item.title.quote


def test_what_stands_under_letters_stays_with_its_matter(reading: Read) -> None:
    """Seen red: only whole matters were taken over."""
    lettered = MINUTES.replace("Ärendet bordläggs.", "a) Stigar i skogen\n\nb) Bänkar vid sjön")

    found = [(item.number, item.letter) for item in reading(lettered).items]

    assert found == [(10, None), (11, None), (12, None), (12, "a"), (12, "b"), (13, None)]


def test_a_list_of_two_is_no_table_and_a_row_of_dots_takes_no_time(reading: Read) -> None:
    short = MINUTES.replace("§ 12 Dnr", "12 Dnr").replace("§ 11 Dnr", "11 Dnr")

    assert [item.number for item in reading(short).items] != [10, 11, 12, 13]
    assert reading(f"SAMMANTRÄDESPROTOKOLL\n\n§ 1 {'.' * 40_000}x\n{' ' * 40_000}\n").items == ()
