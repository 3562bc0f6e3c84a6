"""Writes a paper as an accessible PDF, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from django.conf import settings

from samklang.common.letters import clean
from samklang.common.pictures.palette import COLOURS
from samklang.common.pictures.shades import SHADES
from samklang.common.pictures.svg import standalone
from samklang.common.trouble import ConverterDown
from samklang.documents.paper import Item, Node, Paper, Picture
from samklang.documents.pdf import NOT_SET

TIMEOUT_SECONDS = 30
TYPESETTING = [sys.executable, "-m", "samklang.documents.pdf.typesetting"]
WITH_STAND_INS = [sys.executable, "-m", "samklang.documents.pdf.letters"]


def written(paper: Paper) -> bytes:
    order = {"paper": _set(tree(paper)), "fonts": str(settings.STATE_DIR / "document-fonts")}
    given = json.dumps(order).encode()
    try:
        made = _run(TYPESETTING, given)
        if made.returncode == NOT_SET:
            made = _run(WITH_STAND_INS, given)
        made.check_returncode()
    except (subprocess.SubprocessError, OSError) as error:
        raise ConverterDown(str(error)) from error
    return made.stdout


def _set(told: Any) -> Any:
    """Return the values without signs that nobody sees: no font has a shape for them."""
    if isinstance(told, str):
        return clean(told)
    if isinstance(told, dict):
        return {name: _set(one) for name, one in told.items()}
    return [_set(one) for one in told] if isinstance(told, list | tuple) else told


def _run(program: list[str], given: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603  # our own program
        program, input=given, capture_output=True, timeout=TIMEOUT_SECONDS, check=False
    )


def tree(paper: Paper) -> dict[str, Any]:
    """Return the paper as plain values, for the template to walk."""
    return {
        "title": paper.title,
        "author": paper.author,
        "language": paper.language,
        "day": [paper.made_on.year, paper.made_on.month, paper.made_on.day],
        "footer": paper.footer,
        "page_text": paper.page_text,
        "colours": dict(COLOURS),
        "shades": SHADES,
        "nodes": list(_nodes(paper)),
    }


def _nodes(paper: Paper) -> Iterator[dict[str, Any]]:
    """Return the nodes as plain values, the items of each list together."""
    for is_list, nodes in groupby(_lists(paper.nodes), key=lambda one: one[0]):
        if is_list:
            yield {"kind": "items", "items": [asdict(node) for _list, node in nodes]}
        else:
            yield from (_plain(node) for _none, node in nodes)


def _lists(nodes: Iterable[Node]) -> Iterator[tuple[int, Node]]:
    """Number the list that each item belongs to, from 1; 0 is no list."""
    count = 0
    for node in nodes:
        count += isinstance(node, Item) and node.is_first and node.level == 0
        yield (count if isinstance(node, Item) else 0), node


def _plain(node: Node) -> dict[str, Any]:
    kind = {"kind": type(node).__name__.lower()}
    if isinstance(node, Picture):
        drawing = node.drawing
        return {**kind, "svg": standalone(drawing), "alt": drawing.label, "width": drawing.width}
    return {**kind, **asdict(node)}
