"""What other contexts may do with files and their text."""

from samklang.documents.actions import examined, keep, keep_text, safe_name, weed
from samklang.documents.comparing import (
    CellStep,
    Comparison,
    Fate,
    Piece,
    Step,
    Stretch,
    compare,
)
from samklang.documents.downloads import attachment
from samklang.documents.extraction.gate import MAX_SIZE
from samklang.documents.extraction.text import ExtractedText, FileFault
from samklang.documents.models import File, Text
from samklang.documents.openness import opens
from samklang.documents.passages import Kind, Passage, Run, html, passages, plain
from samklang.documents.passages import clean as clean_markup
from samklang.documents.queries import likely_same, size_of_all
from samklang.documents.sandbox import Sandbox

__all__ = [
    "MAX_SIZE",
    "CellStep",
    "Comparison",
    "ExtractedText",
    "Fate",
    "File",
    "FileFault",
    "Kind",
    "Passage",
    "Piece",
    "Run",
    "Sandbox",
    "Step",
    "Stretch",
    "Text",
    "attachment",
    "clean_markup",
    "compare",
    "examined",
    "html",
    "keep",
    "keep_text",
    "likely_same",
    "opens",
    "passages",
    "plain",
    "safe_name",
    "size_of_all",
    "weed",
]
