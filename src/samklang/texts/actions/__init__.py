"""Everything that changes a text: each verb locks, compares, writes and records."""

from samklang.agreements.api import Conflict
from samklang.texts.actions.clauses import keep_words
from samklang.texts.actions.inventing import forget_texts, put_demo_text, with_texts
from samklang.texts.actions.judging import judge
from samklang.texts.actions.meant import mark_as_meant, take_back_meant
from samklang.texts.actions.sections import (
    add_section,
    carry_over,
    lay_out,
    move_section,
    remove_section,
)
from samklang.texts.actions.starting import start_text
from samklang.texts.actions.templates import set_aside, take_in
from samklang.texts.actions.writing import remove, write

__all__ = [
    "Conflict",
    "add_section",
    "carry_over",
    "forget_texts",
    "judge",
    "keep_words",
    "lay_out",
    "mark_as_meant",
    "move_section",
    "put_demo_text",
    "remove",
    "remove_section",
    "set_aside",
    "start_text",
    "take_back_meant",
    "take_in",
    "with_texts",
    "write",
]
