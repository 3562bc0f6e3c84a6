"""What the pages about texts show."""

from samklang.texts.queries.beginning import beginnings, find_beginning, find_text_of
from samklang.texts.queries.comparing import comparable
from samklang.texts.queries.county import county_texts
from samklang.texts.queries.reading import TextPage, answers, text_as_opened, text_page

__all__ = [
    "TextPage",
    "answers",
    "beginnings",
    "comparable",
    "county_texts",
    "find_beginning",
    "find_text_of",
    "text_as_opened",
    "text_page",
]
