"""Writes a paper as an accessible PDF, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from typing import Any

from django.conf import settings

from samklang.common.pictures.palette import COLOURS
from samklang.common.pictures.svg import standalone
from samklang.common.trouble import ConverterDown
from samklang.reporting.paper import Node, Paper, Picture
from samklang.reporting.shades import SHADES

TIMEOUT_SECONDS = 30
TYPESETTING = [sys.executable, "-m", "samklang.reporting.pdf.typesetting"]


def written(paper: Paper) -> bytes:
    order = {"paper": tree(paper), "fonts": str(settings.STATE_DIR / "document-fonts")}
    try:
        made = subprocess.run(  # noqa: S603  # our own program
            TYPESETTING,
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ConverterDown(str(error)) from error
    return made.stdout


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
        "nodes": [_plain(node) for node in paper.nodes],
    }


def _plain(node: Node) -> dict[str, Any]:
    kind = {"kind": type(node).__name__.lower()}
    if isinstance(node, Picture):
        drawing = node.drawing
        return {**kind, "svg": standalone(drawing), "alt": drawing.label, "width": drawing.width}
    return {**kind, **asdict(node)}
