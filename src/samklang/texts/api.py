"""What other contexts may ask of texts, and do with them."""

from samklang.texts.actions import forget_texts, put_demo_text, with_texts, write
from samklang.texts.known import (
    KnownAnswer,
    KnownCommitment,
    KnownJudgement,
    KnownSection,
    KnownText,
)
from samklang.texts.models import Actor, Coverage, Scope, Section
from samklang.texts.numbering import numbered
from samklang.texts.page import Shown, TextView
from samklang.texts.plain_text import to_plain
from samklang.texts.policies import can_read, can_write
from samklang.texts.queries import TextPage, text_page, writers
from samklang.texts.same_words import plainly
from samklang.texts.whole import FRONT
from samklang.texts.wording_form import WordingForm

__all__ = [
    "FRONT",
    "Actor",
    "Coverage",
    "KnownAnswer",
    "KnownCommitment",
    "KnownJudgement",
    "KnownSection",
    "KnownText",
    "Scope",
    "Section",
    "Shown",
    "TextPage",
    "TextView",
    "WordingForm",
    "can_read",
    "can_write",
    "forget_texts",
    "numbered",
    "plainly",
    "put_demo_text",
    "text_page",
    "to_plain",
    "with_texts",
    "write",
    "writers",
]
