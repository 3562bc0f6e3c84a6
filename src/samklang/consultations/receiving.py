"""How a Word document is received, and how what was read in it goes through the page and back.

Nothing of it is kept here: a document holds a draft, or words about one, and has a wall only where
somebody has put it. What was read travels in the page of whoever uploaded it, sealed for that
person and that text, until they have chosen what to take in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.core import signing
from django.utils.translation import gettext as _

from samklang.consultations.forms import WordFileForm
from samklang.documents.api import (
    FileFault,
    WordText,
    brought_back,
    carried,
    read_word,
    safe_name,
)
from samklang.inventories.api import fault_sentence

LASTS: Final = timedelta(days=1)
# What a page sends back must fit in what Django takes in a form (2.5 MB).
LARGEST: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class Received:
    """What was read in a document, and the same sealed."""

    name: str
    word: WordText
    sealed: str


@dataclass(frozen=True, slots=True)
class Seal:
    """For whom, and about which text, something is sealed."""

    user_pk: int
    edition_pk: int

    @property
    def salt(self) -> str:
        return f"samklang.consultations.word.{self.user_pk}.{self.edition_pk}"

    def put_on(self, name: str, word: WordText) -> Received:
        sealed = signing.dumps([name, carried(word)], salt=self.salt, compress=True)
        return Received(name, word, sealed)

    def broken(self, sealed: str) -> Received | None:
        """Return what is inside; None when it is another’s, too old, or not what we sealed."""
        try:
            name, told = signing.loads(sealed, salt=self.salt, max_age=LASTS)
        except (signing.BadSignature, ValueError):
            return None
        word = brought_back(told)
        return Received(str(name), word, sealed) if word else None


def received(form: WordFileForm, seal: Seal) -> Received | None:
    """Read the document, or say in the form why not."""
    sent = form.cleaned_data["document"]
    try:
        made = seal.put_on(safe_name(sent.name), read_word(sent))
    except FileFault as fault:
        form.add_error("document", _sentence(fault))
        return None
    if len(made.sealed) > LARGEST:
        form.add_error("document", _too_much())
        return None
    return made


def _sentence(fault: FileFault) -> str:
    if fault.code in ("wrong_type", "archive", "no_words", "empty_archive"):
        return _("This is no Word document (DOCX). Save it as DOCX in Word and upload it again.")
    return fault_sentence(fault.code, {key: str(one) for key, one in fault.details.items()})


def _too_much() -> str:
    return _(
        "There is more text in the document than can be taken in at one time. Divide it in two, "
        "and upload one at a time."
    )
