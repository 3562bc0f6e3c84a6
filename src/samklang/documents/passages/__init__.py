"""What the text of a section is made of: passages, and the little HTML that they are kept as."""

from samklang.documents.passages.passage import (
    DEEPEST_HEADING,
    Kind,
    Passage,
    Run,
    plain,
    settled,
    text_of,
)
from samklang.documents.passages.reading import passages
from samklang.documents.passages.showing import shown
from samklang.documents.passages.wording import ordered, safe_address
from samklang.documents.passages.writing import html, marked


def clean(markup: str) -> str:
    """Return the markup as it may be kept and shown: `html(passages(markup))`, and nothing else."""
    return html(passages(markup))


__all__ = [
    "DEEPEST_HEADING",
    "Kind",
    "Passage",
    "Run",
    "clean",
    "html",
    "marked",
    "ordered",
    "passages",
    "plain",
    "safe_address",
    "settled",
    "shown",
    "text_of",
]
