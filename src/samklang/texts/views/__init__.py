"""The pages about texts, in the order a user meets them."""

from samklang.texts.views.beginning import begin, divide
from samklang.texts.views.reading import as_paper, read
from samklang.texts.views.writing import add, autosave, move, remove, write

__all__ = ["add", "as_paper", "autosave", "begin", "divide", "move", "read", "remove", "write"]
