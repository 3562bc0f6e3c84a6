"""Writes a drawing as SVG: inside a page with classes, or as a file of its own with colours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from django.utils import html
from django.utils.safestring import SafeString, mark_safe

from samklang.common.pictures.drawing import Drawing, Link, Path, Rect, Shape, Symbol, Text
from samklang.common.pictures.palette import (
    COLOURS,
    FAMILY,
    SHAPE_DEFAULTS,
    TEXT_DEFAULTS,
    attributes,
)

Writer = Callable[[Shape], str]

_CLASS = re.compile(r'class="([^"]*)"')
_TOKEN = re.compile(r"var\(--([a-z0-9-]+)\)")


@lru_cache(maxsize=5000)
def escape(text: str) -> str:
    """Escape a text; the same names and days stand in many pictures."""
    return str.__add__(html.escape(text), "")


@lru_cache(maxsize=5000)
def _number(value: float) -> str:
    """Write a place or a length; the same rows and columns stand in many pictures."""
    return f"{value:g}"


def inline(drawing: Drawing, marks: str = "") -> SafeString:
    """Write it for a page: colours follow the page’s modes, links are links."""
    role = "group" if drawing.has_links else "img"
    body = "".join(_linked(shape, _classed) for shape in drawing.shapes)
    return _safe(
        f'<svg class="pic {marks}" viewBox="0 0 {drawing.width} {drawing.height}" role="{role}"'
        f' aria-label="{escape(drawing.label)}">{body}</svg>'
    )


def standalone(drawing: Drawing) -> str:
    """Write it as a file for other programs: colours as attributes, no links, white ground."""
    width, height = drawing.width, drawing.height
    body = "".join(
        _coloured(part)
        for shape in drawing.shapes
        for part in (shape.shapes if isinstance(shape, Link) else (shape,))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'font-family="{FAMILY}" color="{COLOURS["ink"]}">'
        f"<title>{escape(drawing.label)}</title>{_definitions()}"
        f'<rect width="{width}" height="{height}" fill="{COLOURS["paper"]}"/>{body}</svg>'
    )


def _linked(shape: Shape | Link, write: Writer) -> str:
    if not isinstance(shape, Link):
        return write(shape)
    body = "".join(write(part) for part in shape.shapes)
    title = f"<title>{escape(shape.name)}</title>" if shape.name else ""
    return f'<a href="{escape(shape.url)}">{title}{body}</a>'


def _classed(shape: Shape) -> str:
    return _WRITERS[type(shape)](shape)


def _rect(one: Rect) -> str:
    return (
        f'<rect x="{_number(one.x)}" y="{_number(one.y)}" width="{_number(one.width)}"'
        f' height="{_number(one.height)}" class="{one.marks}"/>'
    )


def _path(one: Path) -> str:
    return f'<path d="{one.d}" class="{one.marks}"/>'


def _text(one: Text) -> str:
    return (
        f'<text x="{_number(one.x)}" y="{_number(one.y)}" class="{one.marks}">'
        f"{escape(one.text)}</text>"
    )


def _symbol(one: Symbol) -> str:
    size = _number(one.size)
    return (
        f'<svg x="{_number(one.x)}" y="{_number(one.y)}" width="{size}" height="{size}">'
        f'<use href="#s-{one.name}"/></svg>'
    )


_WRITERS: dict[type[Any], Callable[[Any], str]] = {
    Rect: _rect,
    Path: _path,
    Text: _text,
    Symbol: _symbol,
}


def _coloured(shape: Shape) -> str:
    """Replace the classes of the page’s form by the attributes that they stand for."""
    defaults = TEXT_DEFAULTS if isinstance(shape, Text) else SHAPE_DEFAULTS
    if isinstance(shape, Rect | Symbol):
        defaults = {}
    return _CLASS.sub(lambda m: _written(attributes(m[1].split(), defaults)), _classed(shape))


def _written(found: Mapping[str, str]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in found.items())


@cache
def _definitions() -> str:
    """The page’s own symbols and patterns, so that both forms show the same marks."""
    page = files("samklang.common").joinpath("jinja2/ui/_symbols.html").read_text("utf-8")
    start, end = page.index("<defs>"), page.index("</defs>") + len("</defs>")
    painted = _CLASS.sub(lambda m: _written(attributes(m[1].split(), {})), page[start:end])
    return _TOKEN.sub(lambda m: COLOURS[m[1]], painted)


def _safe(markup: str) -> SafeString:
    # Everything from outside has been escaped above.
    return mark_safe(markup)  # noqa: S308


def joined(drawings: Iterable[tuple[Drawing, str]]) -> SafeString:
    """Write one picture drawn for several widths; the marks choose which one is seen."""
    return _safe("".join(inline(drawing, marks) for drawing, marks in drawings))
