"""Word documents of a text, as somebody sends them back: changed, commented, or without marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

from samklang.agreements.models import Edition
from samklang.consultations.page import TalkView
from samklang.consultations.queries import against, talk
from samklang.consultations.returned import Returned, returned
from samklang.documents.api import (
    Hand,
    Kind,
    Passage,
    Remark,
    Run,
    WordText,
    compare,
    passages,
    redlined,
    written,
)
from samklang.documents.word.reading import read
from samklang.texts.models import Section
from samklang.texts.whole import finished, whole
from tests.consultations import county

ANNA = Hand("Anna Ek", datetime(2026, 11, 27, 20, 0, tzinfo=UTC))


def text(edition: Edition) -> tuple[Passage, ...]:
    """The text's sections as our own export writes them."""
    siri = county.person("siri")
    return whole(TalkView(talk(siri, edition.pk), siri).text)


def export(edition: Edition) -> tuple[Passage, ...]:
    """All that our own export writes: what stands before the sections, and they."""
    siri = county.person("siri")
    return finished(TalkView(talk(siri, edition.pk), siri).text)


def said(found: Iterable[Passage], **words: str) -> tuple[Passage, ...]:
    """Say something else in a paragraph: `om_ansvar="Andra ord."`."""
    others = {old.replace("_", " ").capitalize() + ".": new for old, new in words.items()}
    return tuple(
        replace(one, runs=(Run(others[one.text]),)) if one.text in others else one for one in found
    )


def tracked(old: tuple[Passage, ...], new: tuple[Passage, ...], *remarks: tuple[int, str]) -> bytes:
    """Anna's changes, and her comments at passages."""
    made = [Remark(at, ANNA.author, ANNA.made_at, words) for at, words in remarks]
    return redlined(compare(old, new), title="Lokalavtal", hand=ANNA, remarks=made)


def untracked(new: tuple[Passage, ...]) -> bytes:
    return written(new, title="Lokalavtal")


def without_marks(document: bytes) -> bytes:
    """As it comes back from a program that throws away what it does not know."""
    made = BytesIO()
    with ZipFile(BytesIO(document)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", part))
    return made.getvalue()


def held_against(document: bytes | WordText, edition: Edition) -> Returned:
    siri = county.person("siri")
    view = TalkView(talk(siri, edition.pk), siri)
    word = read(BytesIO(document)) if isinstance(document, bytes) else document
    return returned(word, against(view.talk, view.text.sections))


def upload(document: bytes, name: str = "avtal från Anna.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, document)


def changed(section: Section) -> bytes:
    """A document with other words in a section, tracked, and a comment."""
    heading = Passage(Kind.HEADING, (Run(section.heading),), level=section.level, key=section.key)
    old = (heading, *(replace(one, key=section.key) for one in passages(section.body)))
    new = (heading, Passage(Kind.PARAGRAPH, (Run("Mossan hörs."),), key=section.key))
    return tracked(old, new, (1, "Vem hör den?"))
