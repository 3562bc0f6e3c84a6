"""A county’s own words reach the pages in the reader’s language."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import override

from samklang.common.words import place, words


@dataclass
class County:
    name: str = "Nordmark"
    words: Any = field(
        default_factory=lambda: {
            "sv": {
                "regional": "ramavtal",
                "regional_definite": "ramavtalet",
                "local": "ortsavtal",
                "place": "Nordmarken",
            },
            "en": {"regional": "frame agreement", "regional_plural": "frame agreements"},
        }
    )


def test_words_are_in_the_readers_language() -> None:
    with override("sv"):
        swedish = words(County())
    with override("en-gb"):
        english = words(County())

    assert (swedish.regional, english.regional_plural) == ("ramavtal", "frame agreements")


def test_a_language_that_the_pack_lacks_gives_its_first() -> None:
    with override("de"):
        assert words(County()).local == "ortsavtal"


def test_a_form_that_is_left_out_takes_the_plainer_one() -> None:
    with override("sv"):
        found = words(County())

    assert found.regional_definite == "ramavtalet"
    assert found.regional_definite_plural == "ramavtal"
    assert found.local_plural == "ortsavtal"


def test_the_place_is_the_packs_word_or_the_partnerships_name() -> None:
    with override("sv"):
        assert place(County()) == "Nordmarken"
    with override("en"):
        assert place(County()) == "Nordmark"
    assert place(None) == ""


def test_nobody_without_a_county_breaks_a_page() -> None:
    assert words(None).regional == ""
