"""Two texts are most likely the same when they share nearly all their runs of words."""

from __future__ import annotations

import pytest

from samklang.documents.api import File, keep, keep_text, likely_same
from samklang.documents.likeness import are_alike, sketch
from samklang.documents.models import Text
from tests import cast

WORDS = [f"ord{number}" for number in range(400)]
TEXT = " ".join(WORDS)


def with_margins(words: list[str]) -> str:
    """The same words as a PDF has them: divided, with page numbers and a footer."""
    divided = [
        f"{one[:2]}-\n{one[2:]}" if number % 8 == 0 else one for number, one in enumerate(words)
    ]
    pages = [" ".join(divided[start : start + 100]) for start in range(0, len(words), 100)]
    return "\nSida 1 (4)\n".join(pages)


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (TEXT, True),
        (TEXT.upper().replace(" ", "\n"), True),
        (with_margins(WORDS), True),
        (" ".join([*WORDS, *(f"bilaga{number}" for number in range(20))]), True),
        (" ".join(WORDS[:200]), False),
        (" ".join([*WORDS[:200], *(f"annat{number}" for number in range(200))]), False),
        (" ".join(reversed(WORDS)), False),
        ("", False),
    ],
)
def test_the_same_words_are_known_in_other_clothes(other: str, alike: bool) -> None:
    assert are_alike(sketch(TEXT), sketch(other)) is alike


def test_a_few_words_are_too_few_to_tell_by() -> None:
    assert not are_alike(
        sketch("Vi har ingen överenskommelse"), sketch("Vi har ingen överenskommelse")
    )


def text_of(name: str, *, of: str = "lund") -> Text:
    file: File = keep(
        name, name.encode(), format="text", by=None, organization=cast.organization(of)
    )
    return keep_text(file, TEXT)


@pytest.mark.django_db
def test_the_first_of_the_same_organization_is_meant_and_no_other_organizations() -> None:
    elsewhere = text_of("annan.txt", of="mora")
    first = text_of("lok.docx")
    second = text_of("lok.pdf")

    assert likely_same(second) == first.file
    assert likely_same(text_of("lok.odt")) == first.file
    assert likely_same(elsewhere) is None
