"""Reading and writing twelve-page documents, against floors in the same process.

python -m bench.documents                       prints the ratios as JSON
"""

from __future__ import annotations

import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from bench.signing_in import ready

ready()  # the product's modules can be imported from here on

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402

from bench import floors  # noqa: E402
from samklang.documents.api import keep, keep_text  # noqa: E402
from samklang.documents.extraction import docx as reader  # noqa: E402
from samklang.documents.extraction.gate import admit  # noqa: E402
from samklang.documents.extraction.opening import extract  # noqa: E402
from samklang.documents.paper import Cell, Heading, Node, Paper, Paragraph, Table  # noqa: E402
from samklang.documents.pdf import typesetting  # noqa: E402
from samklang.documents.pdf.writer import tree  # noqa: E402
from samklang.organizations.models import Organization  # noqa: E402
from samklang.reporting.docx import writer as docx  # noqa: E402

TURNS = 15


def seconds(function: Callable[[], Any], turns: int = TURNS) -> float:
    """Return the median processor time of one call, warm."""
    function()
    found = []
    for _turn in range(turns):
        before = time.process_time()
        function()
        found.append(time.process_time() - before)
    return statistics.median(found)


def paper() -> Paper:
    """Twelve pages of headings, paragraphs and tables, without pictures."""
    nodes: list[Node] = []
    for heading in floors.headings():
        nodes.append(Heading(heading))
        nodes += [Paragraph(floors.SENTENCE * 4) for _turn in range(3)]
        nodes.append(
            Table(
                "Steg",
                tuple(Cell(text) for text in ("Steg", "Vem", "När")),
                tuple(tuple(Cell(text) for text in row) for row in floors.ROWS),
            )
        )
    return Paper(
        "Tolv sidor", "Bänken", "sv", date(2026, 1, 1), "Fot", "Sida {} av {}", tuple(nodes)
    )


def fonts() -> str:
    return str(settings.STATE_DIR.parents[1] / "document-fonts")


def reading(content: bytes) -> dict[str, float]:
    floor = seconds(lambda: floors.lxml_floor(content))
    # The checks that keep files out are measured with the import.
    parse = seconds(lambda: _parsed(content)) - seconds(lambda: admit(content))
    office = seconds(lambda: floors.python_docx_text(content))
    whole = seconds(lambda: _imported(content))
    return {"docx_floor": floor, "docx_parse": parse, "python_docx": office, "docx_import": whole}


def _parsed(content: bytes) -> None:
    package = admit(content).package
    if package is not None:
        reader.read(package)


_turn = [0]


def _imported(content: bytes) -> None:
    """Check, parse and store one file in one transaction, as new every time."""
    _turn[0] += 1
    # Another comment at the end of the zip: another file, the same work.
    other = (
        content[:-2]
        + (32).to_bytes(2, "little")
        + hashlib.md5(str(_turn[0]).encode(), usedforsecurity=False).hexdigest().encode()
    )
    found = extract("avtal.docx", other)
    with transaction.atomic():
        organization = Organization.objects.order_by("pk")[0]
        file = keep("avtal.docx", other, format="docx", by=None, organization=organization)
        keep_text(file, found.text, blocks=[block.to_keep() for block in found.blocks])


def pdf_reading(content: bytes) -> dict[str, float]:
    return {
        "pdf_floor": seconds(lambda: floors.pdfium_floor(content)),
        "pdf_parse": seconds(lambda: extract("avtal.pdf", content)),
    }


def writing() -> dict[str, float]:
    order = tree(paper())
    nodes = order["nodes"]
    template = docx.packed(paper(), [])
    return {
        "typst_floor": child_seconds("bench.typst_floor", order, fonts()),
        "typst_ours": child_seconds("samklang.documents.pdf.typesetting", order, fonts()),
        "zip_floor": seconds(lambda: floors.zip_floor(nodes, template)),
        "docx_ours": seconds(lambda: docx.packed(paper(), [])),
    }


def child_seconds(module: str, order: dict[str, Any], fonts: str) -> float:
    """Set the PDF in a process of its own, as the product does; return its processor time."""
    given = json.dumps({"paper": order, "fonts": fonts}).encode()
    found = []
    for _again in range(TURNS):
        before = os.times()
        subprocess.run([sys.executable, "-m", module], input=given, capture_output=True, check=True)
        after = os.times()
        spent = after.children_user + after.children_system
        found.append(spent - before.children_user - before.children_system)
    return statistics.median(found)


def main() -> None:
    pdf = typesetting.typeset(json.dumps(tree(paper())), fonts=fonts())
    print(json.dumps({**reading(floors.agreement_docx()), **pdf_reading(pdf), **writing()}))


if __name__ == "__main__":
    main()
