"""A reading becomes one line of JSON in the form that scoring expects."""

from __future__ import annotations

import json
from collections.abc import Callable

from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.json_line import as_json_line

Read = Callable[[str], Reading]
TEXT = (
    "Lokal överenskommelse mellan Region Halland och Laholms kommun om äldre\n"
    "Parter\nRegion Halland och Laholms kommun.\nUppföljning\nÖverenskommelsen följs upp årligen.\n"
)


def test_a_reading_is_one_line_with_quotes(reading: Read) -> None:
    line = as_json_line(reading(TEXT), "mapp/fil.txt")

    told = json.loads(line)
    assert "\n" not in line
    assert told["file"] == "mapp/fil.txt"
    assert told["kind"] == "local_agreement"
    assert told["parties"] == ["Region Halland", "Laholms kommun"]
    assert told["areas"] == ["older_people"]
    assert told["review"][0]["kind"] == "yearly"
    assert told["valid_from"] is None
    assert told["quotes"]["parties"] == ["Region Halland", "Laholms kommun"]


def test_a_text_that_is_no_document_proposes_nothing(reading: Read) -> None:
    told = json.loads(as_json_line(reading("404 Sidan kunde inte hittas"), "avtal.pdf"))

    assert told["kind"] == "not_a_document"
    assert not any(
        told[name] for name in ("title", "parties", "areas", "diary_numbers", "valid_from")
    )


def test_areas_are_those_that_the_line_has_codes_for(reading: Read) -> None:
    for matter, codes in (
        ("utskrivning från sjukhus", ["other"]),
        ("hjälpmedel och rehabilitering i hemsjukvård", ["home_care"]),
    ):
        text = TEXT.replace("om äldre", f"om {matter}")
        assert json.loads(as_json_line(reading(text), "fil.txt"))["areas"] == codes, matter
