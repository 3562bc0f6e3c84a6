"""The text beside the facts: marks, numbers and folded parts."""

from __future__ import annotations

from typing import Any

from samklang.documents.models import Text
from samklang.inventories.program_values import is_for_programs
from samklang.inventories.questions import Alternative, Form, Question
from samklang.inventories.source import Source, source

WORDS = ("Avtal om skog", "Gäller från 2022", "Ett", "Två", "Tre", "Fyra", "Gäller till 2026")


def text(paragraphs: tuple[str, ...] = WORDS, whole: str = "") -> Text:
    blocks: list[dict[str, Any]] = []
    joined = whole or "\n\n".join(paragraphs)
    position = 0
    for paragraph in paragraphs:
        blocks.append({"kind": "paragraph", "text": paragraph, "start": position, "page": None})
        position += len(paragraph) + 2
    return Text(text=joined, blocks=blocks)


def question(name: str, *quotes: str, clash: bool = False) -> Question:
    joined = "\n\n".join(WORDS)
    spans = tuple((joined.index(quote), joined.index(quote) + len(quote)) for quote in quotes)
    if clash:
        sides = tuple(Alternative(span, "", span) for span in spans)
        return Question(name, Form.DATE, name, alternatives=sides)
    return Question(name, Form.DATE, name, "x", "x", spans=spans)


def marked(found: Source) -> list[tuple[int, str, bool]]:
    return [
        (piece.mark.number, piece.text, piece.mark.clash)
        for passage in found.passages
        for paragraph in passage.paragraphs
        for piece in paragraph.pieces
        if piece.mark
    ]


def test_places_are_numbered_in_the_order_of_the_text() -> None:
    found = source(text(), [question("until", "2026"), question("from", "2022")], [])

    assert marked(found) == [(1, "2022", False), (2, "2026", False)]
    assert [mark.question for mark in found.marks] == ["from", "until"]


def test_places_that_overlap_are_one_mark() -> None:
    found = source(text(), [question("title", "Avtal om skog"), question("area", "skog")], [])

    assert marked(found) == [(1, "Avtal om skog", False)]
    assert found.numbers([(9, 13)]) == [1]


def test_two_answers_are_marked_as_contradicting() -> None:
    found = source(text(), [question("from", "2022", "2026", clash=True)], [])

    assert [clash for _number, _text, clash in marked(found)] == [True, True]


def test_what_has_nothing_about_the_facts_is_folded_and_nothing_is_lost() -> None:
    found = source(text(), [question("from", "2022"), question("until", "2026")], [])

    assert [passage.folded for passage in found.passages] == [False, True, False]
    shown = [
        "".join(piece.text for piece in paragraph.pieces)
        for passage in found.passages
        for paragraph in passage.paragraphs
    ]
    assert shown == list(WORDS)


def test_a_mark_finds_its_words_where_a_paragraph_has_closed_a_divided_word() -> None:
    whole = "Samver-\nkan gäller till\n2026 och inte längre"
    joined = "Samverkan gäller till 2026 och inte längre"
    blocks = [{"kind": "paragraph", "text": joined, "start": 0, "page": 1}]
    place = (whole.index("2026"), whole.index("2026") + 4)

    asked = [Question("until", Form.UNTIL, "Till", "2026", "2026", spans=(place,))]
    found = source(Text(text=whole, blocks=blocks), asked, [])

    assert marked(found) == [(1, "2026", False)]


def test_data_for_programs_is_told_from_text_for_people() -> None:
    assert is_for_programs('{"a": [1, 2]}')
    assert is_for_programs("a;b;c\n1;2;3\n1;2;3\n1;2;3\n")
    assert not is_for_programs("[Utkast] Avtal om skog")
    assert not is_for_programs("Parter: A, B, C\nAvtalet, som gäller, följs upp\nOch\nså\n")
