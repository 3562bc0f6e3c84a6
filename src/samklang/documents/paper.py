"""A document as a list of nodes, that PDF and DOCX are written from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.common.pictures.drawing import Drawing
from samklang.documents.passages import Run


@dataclass(frozen=True, slots=True)
class Number:
    """A large figure, what it counts, and what it rests on."""

    figure: str
    text: str
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`role` is lead, kicker, about_picture, note, decides, clause or body."""

    text: str
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Cell:
    """`mark` is the status whose shade the cell has, as its CSS class says it."""

    text: str
    numeric: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    foot: tuple[Cell, ...] = ()
    # How the columns share the page; by what they say where nothing is told.
    shares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Numbers:
    """Large figures that belong together."""

    items: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    text: str
    whose: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph of somebody's text, some of it strong, emphasized or a link."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, `level` steps in; `is_first` begins a list."""

    runs: tuple[Run, ...]
    level: int
    numbered: bool
    is_first: bool


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Node = NewPage | Words | Item | Heading | Paragraph | Table | Picture | Numbers | Quote


@dataclass(frozen=True, slots=True)
class Paper:
    """A document: its title and language, its foot, its content."""

    title: str
    author: str
    language: str
    made_on: date
    footer: str
    # “Page {} of {}”, filled in by whoever knows the numbers; nothing where they are not shown.
    page_text: str
    nodes: tuple[Node, ...]
