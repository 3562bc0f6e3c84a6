"""What an edition without sections can begin from: an earlier edition, or a file's own text."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from samklang.agreements.api import (
    Agreement,
    Edition,
    OpenText,
    edition_texts,
    has_adoption,
    open_text,
    readable,
)
from samklang.documents.api import Text
from samklang.organizations.api import Acting
from samklang.texts.queries.chain import divided


@dataclass(frozen=True, slots=True)
class Beginnings:
    editions: tuple[Edition, ...]
    texts: tuple[Text, ...]


def beginnings(acting: Acting, opened: OpenText) -> Beginnings:
    """Return the agreement's other editions that have sections, and the edition's read files."""
    others = [one for one in readable(acting, opened.edition.agreement) if one != opened.edition]
    there = divided(one.pk for one in others)
    return Beginnings(
        tuple(one for one in others if one.pk in there), tuple(edition_texts(opened.edition))
    )


def own_draft(acting: Acting, agreement: Agreement) -> Edition | None:
    """Return the agreement's newest text, if the user writes it and nobody has adopted it."""
    newest = next(iter(readable(acting, agreement)), None)
    if newest is None or not newest.inside & acting.writes_for():
        return None
    return None if has_adoption(newest) or open_text(acting, newest).is_decided else newest


def find_beginning(acting: Acting, opened: OpenText, pk: int) -> Edition:
    for one in beginnings(acting, opened).editions:
        if one.pk == pk:
            return one
    raise Http404


def find_text_of(opened: OpenText, pk: int) -> Text:
    for one in edition_texts(opened.edition):
        if one.pk == pk:
            return one
    raise Http404
