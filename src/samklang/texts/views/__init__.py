"""The pages about texts, in the order a user meets them."""

from samklang.texts.views.answering import answer, tasks
from samklang.texts.views.beginning import begin, divide
from samklang.texts.views.exporting import as_paper, as_word, redline
from samklang.texts.views.law import law_review
from samklang.texts.views.reading import read
from samklang.texts.views.marking import commitments, mark, mend, unmark
from samklang.texts.views.reading import as_paper, read
from samklang.texts.views.writing import add, autosave, move, remove, write

__all__ = [
    "add",
    "answer",
    "as_paper",
    "as_word",
    "autosave",
    "begin",
    "divide",
    "law_review",
    "move",
    "read",
    "redline",
    "remove",
    "autosave",
    "begin",
    "commitments",
    "divide",
    "mark",
    "mend",
    "move",
    "read",
    "remove",
    "tasks",
    "unmark",
    "write",
]
