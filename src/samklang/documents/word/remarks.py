"""What others have done to a text in Word: changes they made, and comments they left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from samklang.documents.comparing import Fate
from samklang.documents.passages import Passage


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment at a passage of the text, which is at place `at` in it (0-).

    `at` is -1 when it stands at no passage: at the document's title, in a note or a text box.
    `about` is the words that it stands at, "" when they are the whole passage.
    """

    at: int
    author: str
    written_at: datetime | None
    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Tracked:
    """Words that somebody inserted, deleted or moved, at place `at` of the text (0-).

    What was deleted with its whole passage is at the place of the passage that follows.
    """

    at: int
    fate: Fate
    text: str
    author: str
    made_at: datetime | None


@dataclass(frozen=True, slots=True)
class WordText:
    """A Word document: its text with all changes accepted, and with all of them rejected."""

    title: str
    text: tuple[Passage, ...]
    before: tuple[Passage, ...]
    changes: tuple[Tracked, ...]
    remarks: tuple[Remark, ...]
    warnings: tuple[str, ...] = ()
