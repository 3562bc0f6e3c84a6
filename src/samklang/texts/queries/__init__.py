"""What the pages about texts show."""

from samklang.texts.queries.reading import TextPage, answers, text_as_opened, text_page

__all__ = ["TextPage", "answers", "text_as_opened", "text_page"]
