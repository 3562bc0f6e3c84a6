"""Writes passages, or a comparison of two texts, as a DOCX; the same text is the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from jinja2 import Environment, PackageLoader, StrictUndefined

from samklang.documents.comparing import Comparison, Fate, Step
from samklang.documents.passages import Passage
from samklang.documents.word.body import TEXT_WIDTH, Body
from samklang.documents.word.elements import Element, document, element, letters
from samklang.documents.word.names import sayable
from samklang.documents.word.remarks import Remark
from samklang.documents.word.runs import Hand, Pen, moment

# The first moment that a zip can name.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
LANGUAGES: Final = {"sv": "sv-SE", "en": "en-GB"}
_TEMPLATES = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "docProps/core.xml": "core.xml",
    "word/_rels/document.xml.rels": "document.rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
}


def written(
    text: Iterable[Passage], *, title: str, language: str = "sv", remarks: Sequence[Remark] = ()
) -> bytes:
    """Return the text as a Word document, with comments at its passages."""
    same = Comparison(tuple(Step(Fate.SAME, one, one) for one in text))
    return redlined(same, title=title, hand=Hand("", _EPOCH), language=language, remarks=remarks)


def redlined(
    comparison: Comparison,
    *,
    title: str,
    hand: Hand,
    language: str = "sv",
    remarks: Sequence[Remark] = (),
) -> bytes:
    """Return both texts in one document: all changes accepted it is the new, rejected the old.

    The changes are in the hand that is told; the comments stand at passages of the new text.
    """
    pen = Pen(hand)
    body = Body(pen, _by_step(comparison, remarks))
    blocks = [_title(title), *body.written(comparison.steps), _page()]
    parts = {
        "word/document.xml": document("document", [element("body", *blocks)]),
        "word/numbering.xml": document("numbering", body.lists.written()),
        "word/comments.xml": document(
            "comments", [_comment(number, one) for number, one in enumerate(body.comments)]
        ),
    }
    return _packed({**_described(title, hand, pen.links, language), **parts})


def _by_step(comparison: Comparison, remarks: Iterable[Remark]) -> Mapping[int, list[Remark]]:
    """Find the step of each passage of the new text that has comments."""
    standing = [
        at
        for at, step in enumerate(comparison.steps)
        if step.new is not None and step.fate is not Fate.MOVED_AWAY
    ]
    found: dict[int, list[Remark]] = defaultdict(list)
    for remark in remarks:
        found[standing[remark.at]].append(remark)
    return found


def _title(title: str) -> Element:
    style = element("pPr", element("pStyle", val="Title"))
    return element("p", style, element("r", letters("t", title)))


def _page() -> Element:
    """Return an A4 page with margins of two centimetres."""
    margin = (11906 - TEXT_WIDTH) // 2
    return element(
        "sectPr",
        element("pgSz", w=11906, h=16838),
        element(
            "pgMar", top=margin, right=margin, bottom=margin, left=margin, header=709, footer=709
        ),
    )


def _comment(number: int, remark: Remark) -> Element:
    initials = "".join(name[0] for name in remark.author.split())[:3]
    lines = [element("p", element("r", letters("t", line))) for line in remark.text.split("\n")]
    when = {"date": moment(remark.written_at)} if remark.written_at else {}
    return element("comment", *lines, id=number, author=remark.author, initials=initials, **when)


def _described(title: str, hand: Hand, links: Mapping[str, str], language: str) -> dict[str, bytes]:
    """Return the parts that say how the document looks and what it is called."""
    context = {
        "title": sayable(title),
        "author": sayable(hand.author),
        "made_at": moment(hand.made_at),
        "links": links,
        "language": LANGUAGES.get(language, language),
    }
    return {
        name: _environment().get_template(template).render(context).encode()
        for name, template in _TEMPLATES.items()
    }


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name, _NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return made.getvalue()


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("samklang.documents.word", "parts"),
        autoescape=True,
        undefined=StrictUndefined,
    )
