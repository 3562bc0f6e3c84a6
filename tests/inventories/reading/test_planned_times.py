"""How long an agenda plans for each item, and where it says so.

Seen red: with a number of minutes in a heading’s own words taken for its time, with the time left
in the heading, with a span backwards, and without the line that says nothing but the time.
"""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]

AGENDA = (
    "Dagordning Skogsnätverket\n\n"
    "1. Öppnande (5 min)\n\n"
    "2. Information/Beslut: Stigar för alla, 25 minuter (Bilaga 2)\n\n"
    "Föredragande: Tove Gran, skogvaktare, Region Skåne\n\n"
    "3. 10.00–10.15 Mossan efter regnet\n\n"
    "4. Rast i 30 minuter för alla elever\n\n"
    "5. Karta\n\nTid: 20 min\n\n"
    "6. Skyltar kl. 11.00-10.30\n\n"
    "7. Minst 20 min"
)


def test_an_agenda_says_how_long_its_items_take(reading: Read) -> None:
    items = reading(AGENDA).items

    said = [
        (one.title and one.title.value, one.minutes and (one.minutes.value, one.minutes.quote))
        for one in items
    ]
    assert said == [
        ("Öppnande", (5, "(5 min)")),
        ("Stigar för alla", (25, ", 25 minuter")),
        ("Mossan efter regnet", (15, "10.00–10.15")),
        ("Rast i 30 minuter för alla elever", None),
        ("Karta", (20, "Tid: 20 min")),
        ("Skyltar", None),
        ("Minst 20 min", None),
    ]
    assert (items[1].kinds, items[1].attachments) == (("information", "beslut"), ("Bilaga 2",))
    assert [one.minutes.certainty for one in items if one.minutes] == [
        "stated", "stated", "derived", "stated"
    ]  # fmt: skip
