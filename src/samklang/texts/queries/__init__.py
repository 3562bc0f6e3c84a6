"""What the pages about texts show."""

from samklang.texts.queries.beginning import beginnings, find_beginning, find_text_of
from samklang.texts.queries.reading import TextPage, answers, text_as_opened, text_page

__all__ = [
    "TextPage",
    "answers",
    "beginnings",
    "find_beginning",
    "find_text_of",
    "text_as_opened",
    "text_page",
]
