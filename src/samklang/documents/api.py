"""What other contexts may do with files and their text."""

from samklang.documents.actions import examined, keep, keep_text, read_word, safe_name, weed
from samklang.documents.comparing import (
    CellStep,
    Comparison,
    Fate,
    Piece,
    Step,
    Stretch,
    compare,
)
from samklang.documents.downloads import attachment, handed_out
from samklang.documents.extraction.size import MAX_SIZE
from samklang.documents.extraction.text import BlockKind, ExtractedText, FileFault
from samklang.documents.models import File, Text
from samklang.documents.openness import opens
from samklang.documents.paper import (
    Cell,
    Heading,
    Item,
    NewPage,
    Node,
    Number,
    Numbers,
    Paper,
    Paragraph,
    Picture,
    Quote,
    Table,
    Words,
)
from samklang.documents.passages import (
    DEEPEST_HEADING,
    Kind,
    Passage,
    Run,
    html,
    passages,
    plain,
    shown,
)
from samklang.documents.passages import clean as clean_markup
from samklang.documents.pdf.binder import MOST_BYTES, MOST_OBJECTS, Binder, bound
from samklang.documents.pdf.converter import converted
from samklang.documents.pdf.sheets import Bookmark, Sheets
from samklang.documents.pdf.sheets import Part as BoundPart
from samklang.documents.pdf.writer import written as as_pdf
from samklang.documents.queries import likely_same, size_of_all
from samklang.documents.receiving import NotKept, receive
from samklang.documents.redline import Part, unfolded
from samklang.documents.redline import parts as redline
from samklang.documents.sandbox import Sandbox
from samklang.documents.setting import nodes_of
from samklang.documents.word.carrying import brought_back, carried
from samklang.documents.word.remarks import Remark, Tracked, WordText
from samklang.documents.word.runs import Hand
from samklang.documents.word.writing import redlined, written

__all__ = [
    "DEEPEST_HEADING",
    "MAX_SIZE",
    "MOST_BYTES",
    "MOST_OBJECTS",
    "Binder",
    "BlockKind",
    "Bookmark",
    "BoundPart",
    "Cell",
    "CellStep",
    "Comparison",
    "ExtractedText",
    "Fate",
    "File",
    "FileFault",
    "Hand",
    "Heading",
    "Item",
    "Kind",
    "NewPage",
    "Node",
    "NotKept",
    "Number",
    "Numbers",
    "Paper",
    "Paragraph",
    "Part",
    "Passage",
    "Picture",
    "Piece",
    "Quote",
    "Remark",
    "Run",
    "Sandbox",
    "Sheets",
    "Step",
    "Stretch",
    "Table",
    "Text",
    "Tracked",
    "WordText",
    "Words",
    "as_pdf",
    "attachment",
    "bound",
    "brought_back",
    "carried",
    "clean_markup",
    "compare",
    "converted",
    "examined",
    "handed_out",
    "html",
    "keep",
    "keep_text",
    "likely_same",
    "nodes_of",
    "opens",
    "passages",
    "plain",
    "read_word",
    "receive",
    "redline",
    "redlined",
    "safe_name",
    "shown",
    "size_of_all",
    "unfolded",
    "weed",
    "written",
]
