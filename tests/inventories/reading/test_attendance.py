"""Who was at a meeting is read where names stand before a place, also in columns that are lost.

Seen red: with a surname that is a place taken for where somebody comes from, with names that wait
for their place on a later row forgotten, with two places enough, and with a decision that stands
on the row below not taken for the body’s own.
"""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]
AGENDA = (
    "1. Mötets öppnande\n\nSkogsnätverket beslutade\n\natt öppna mötet.\n\n2. Mossan\n\nVi gick."
)
HEAD = "Minnesanteckningar\n\n"


def people(reading: Reading) -> list[tuple[str, str, str]]:
    told = [(one.value, one.certainty.value) for one in reading.present]
    return [(who.name, who.organization, sure) for who, sure in told]


def test_two_columns_that_are_lost_are_told_apart_and_guessed_at(reading: Read) -> None:
    found = reading(
        f"{HEAD}Ask Björk Mora Tove Gran Chef Skogen\n\nSten Berg, Ida Lind Orsa\n\n"
        f"Alva-Lo Ek, Kvist\n\nTall\n\nVansbro\n\n{AGENDA}"
    )

    assert people(found) == [
        ("Ask Björk", "Mora", "derived"),
        ("Tove Gran", "Chef Skogen", "guessed"),
        ("Sten Berg", "Orsa", "derived"),
        ("Ida Lind", "Orsa", "derived"),
        ("Alva-Lo Ek", "Vansbro", "derived"),
        ("Kvist Tall", "Vansbro", "derived"),
    ]
    assert "Kvist\n\nTall" in found.present[-1].quote
    assert found.meeting is not None
    assert found.meeting.body is not None
    assert found.meeting.body.value == "Skogsnätverket"


def test_a_name_that_is_a_place_too_comes_from_the_place_after_it(reading: Read) -> None:
    found = reading(
        f"{HEAD}Mora Orsa Rättvik Säter\n\n"
        f"Närvarande: Sten Ola Berg, Mora Ida Lund, Orsa Alva Ek, Rättvik\n\n{AGENDA}"
    )

    names = [(name, of) for name, of, _sure in people(found)]
    assert names == [("Sten Ola Berg", "Mora"), ("Ida Lund", "Orsa"), ("Alva Ek", "Rättvik")]


def test_places_alone_are_nobody(reading: Read) -> None:
    assert reading(f"{HEAD}Mora, Orsa och Rättvik är med.\n\n{AGENDA}").present == ()
    assert reading(f"{HEAD}Ask Björk, Mora\n\nIda Lind, Orsa\n\n{AGENDA}").present == ()
