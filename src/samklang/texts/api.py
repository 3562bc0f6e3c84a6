"""What other contexts may do with texts."""

from samklang.texts.actions import put_demo_text
from samklang.texts.known import (
    KnownAnswer,
    KnownCommitment,
    KnownJudgement,
    KnownSection,
    KnownText,
)
from samklang.texts.models import Actor, Coverage, Scope

__all__ = [
    "Actor",
    "Coverage",
    "KnownAnswer",
    "KnownCommitment",
    "KnownJudgement",
    "KnownSection",
    "KnownText",
    "Scope",
    "put_demo_text",
"""What other contexts may ask of texts, and do with them."""

from samklang.texts.actions import write
from samklang.texts.models import Section
from samklang.texts.numbering import numbered
from samklang.texts.page import Shown, TextView
from samklang.texts.plain_text import to_plain
from samklang.texts.policies import can_read, can_write, writers
from samklang.texts.queries import TextPage, text_page
from samklang.texts.wording import WordingForm

__all__ = [
    "Section",
    "Shown",
    "TextPage",
    "TextView",
    "WordingForm",
    "can_read",
    "can_write",
    "numbered",
    "text_page",
    "to_plain",
    "write",
    "writers",
]
