"""Every text of the product stands in English in the source and in Swedish in the catalogue.

Seen red: a new `{% translate %}` without Swedish, a .mo older than its .po, a Swedish word in a
template, and a pack's word in a view were each reported; so was a sentence of 27 words.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from scripts import messages
from tests.architecture.tree import ROOT, modules, strings, templates

pytestmark = pytest.mark.slow

SWEDISH = re.compile(r"[åäöÅÄÖ]")
# Where Swedish stands in the source, and why.
SWEDISH_SOURCES = {
    "common/letters.py": "the letters that stand last in the alphabet",
    "common/residents.py": "what numbers are called in Swedish documents, never shown",
    "common/templates/500.html": "shown when nothing works, translations included",
    "common/pictures/drawing.py": "how wide letters are",
    "documents/extraction/folding.py": "the little words that no line ends a sentence with",
    "documents/extraction/headings.py": "the little words that no heading ends with",
    "documents/extraction/language.py": "the words that languages are told apart by",
    "documents/extraction/lines.py": "what contents and pages are called in documents, never shown",
    "documents/extraction/pdf_paragraphs.py": "the letters that a word is divided at",
    "inventories/reading/": "what the reader looks for in Swedish documents, never shown",
}


def swedish_is_expected(path: str) -> bool:
    return any(path.startswith(place) for place in SWEDISH_SOURCES)


@cache
def merged(context: str) -> Catalog:
    """Every test looks at the whole of it, and changes nothing."""
    return messages.merged(context)


@pytest.mark.parametrize("context", messages.contexts())
def test_every_text_is_said_in_swedish(context: str) -> None:
    assert messages.untranslated(merged(context)) == []


def asked_alone(tree: ast.Module) -> Iterator[str]:
    """Yield the texts that code asks for without a number."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"_", "gettext", "gettext_lazy"}
            and node.args
            and isinstance(node.args[0], ast.Constant)
        ):
            yield str(node.args[0].value)


@pytest.mark.parametrize("context", messages.contexts())
def test_no_text_is_both_counted_and_said_alone(context: str) -> None:
    """Python 3.11.2 finds no text alone that has a plural, and says it in English.

    Seen red: with “Reviewed every year” said alone, as it was.
    """
    counted = {one.id[0] for one in merged(context) if one.pluralizable}
    alone = {
        text
        for path, tree in modules()
        if path.startswith(f"{context}/")
        for text in asked_alone(tree)
    }
    assert counted & alone == set()


@pytest.mark.parametrize("context", messages.contexts())
def test_the_catalogues_are_fresh(context: str) -> None:
    catalog = merged(context)
    po, mo = messages.files(context)

    stale = "run: python scripts/messages.py"
    if len(catalog) or po.exists():
        assert po.read_bytes() == messages.po_bytes(catalog), stale
        assert mo.read_bytes() == messages.mo_bytes(catalog), stale


def test_a_text_is_said_the_same_way_everywhere() -> None:
    """Django merges the contexts' catalogues, so two translations of one text would fight."""
    said = defaultdict(set)
    for context in messages.contexts():
        po = messages.files(context)[0]
        catalog = read_po(BytesIO(po.read_bytes()), locale="sv") if po.exists() else ()
        for message in catalog:
            if message.id:
                said[message.context, str(message.id)].add(str(message.string))

    assert {text: ways for text, ways in said.items() if len(ways) > 1} == {}


def test_translations_keep_the_placeholders() -> None:
    broken = [
        f"{context}: {message.id}"
        for context in messages.contexts()
        for message in merged(context)
        if message.id and messages.is_said(message) and message.check()
    ]

    assert broken == []


def test_the_source_speaks_english() -> None:
    in_code = [
        f"{path}:{text.lineno} {str(text.value)[:40]!r}"
        for path, tree in modules()
        if not swedish_is_expected(path)
        for text in strings(tree)
        if SWEDISH.search(str(text.value))
    ]
    in_templates = [
        f"{path} {found.group()}"
        for path, text in templates().items()
        if not swedish_is_expected(path)
        for found in [SWEDISH.search(text)]
        if found
    ]

    assert [*in_code, *in_templates] == []


def pack_names() -> set[str]:
    """Return the county pack's own names: its words for the levels, its places, its bodies."""
    names: set[str] = set()
    for path in (ROOT / "packs" / "se-dalarna").glob("*.toml"):
        names |= _names(tomllib.loads(path.read_text(encoding="utf-8")))
    return {name for name in names if len(name) > 2}


def _names(part: object) -> set[str]:
    if isinstance(part, list):
        return set[str]().union(*map(_names, part))
    if not isinstance(part, dict):
        return set()
    own = {part[key] for key in ("name", "short_name", "regional", "local") if key in part}
    return {name for name in own if isinstance(name, str)}.union(*map(_names, part.values()))


def test_the_packs_words_stay_in_the_pack() -> None:
    names = pack_names()
    if not names:
        pytest.skip("There is no packs/se-dalarna yet.")
    word = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, sorted(names)))}|Dalarna)(?!\w)")

    found = [
        f"{path}:{text.lineno} {match.group()}"
        for path, tree in modules()
        for text in strings(tree)
        if (match := word.search(str(text.value)))
    ]
    found += [
        f"{path} {match.group()}"
        for path, text in templates().items()
        if (match := word.search(text))
    ]

    assert found == []


MOST_WORDS = 20


def swedish_texts() -> list[tuple[str, str]]:
    """Return every Swedish text, plural forms apart, with its context."""
    return [
        (context, str(text))
        for context in messages.contexts()
        for message in merged(context)
        if message.id
        for text in (message.string if isinstance(message.string, tuple) else (message.string,))
    ]


def test_no_sentence_is_longer_than_can_be_said_in_one_breath() -> None:
    long = [
        f"{context}: {sentence}"
        for context, text in swedish_texts()
        for sentence in re.split(r"(?<=[.?!:])\s+", text)
        if len(sentence.split()) > MOST_WORDS
    ]

    assert long == []


def test_one_thing_has_one_word() -> None:
    """*Avtal* is what readings call a document of another kind; ours are *överenskommelser*.

    And nobody is spoken of as *man* or *användaren*: the reader is *du*.
    """
    other_words = re.compile(r"\b([Aa]vtal\w*|man|[Aa]nvändaren|[Vv]ederbörande)\b")

    assert [
        f"{context}: {text}"
        for context, text in swedish_texts()
        if context != "inventories" and other_words.search(text)
    ] == []
