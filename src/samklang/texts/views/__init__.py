"""The pages about texts, in the order a user meets them."""

from samklang.texts.views.answering import answer, tasks
from samklang.texts.views.beginning import begin, divide
from samklang.texts.views.borrowing import fetch_clause, keep_words
from samklang.texts.views.comparing import compare
from samklang.texts.views.exporting import as_paper, as_word, redline
from samklang.texts.views.law import law_review
from samklang.texts.views.marking import commitments, mark, mend, unmark
from samklang.texts.views.reading import read
from samklang.texts.views.sisters import mark_as_meant, sisters, sisters_sheet, take_back_meant
from samklang.texts.views.upgrading import set_aside, take_in, template_news
from samklang.texts.views.writing import add, autosave, move, remove, write

__all__ = [
    "add",
    "answer",
    "as_paper",
    "as_word",
    "autosave",
    "begin",
    "commitments",
    "compare",
    "divide",
    "fetch_clause",
    "keep_words",
    "law_review",
    "mark",
    "mark_as_meant",
    "mend",
    "move",
    "read",
    "redline",
    "remove",
    "set_aside",
    "sisters",
    "sisters_sheet",
    "take_back_meant",
    "take_in",
    "tasks",
    "template_news",
    "unmark",
    "write",
]
