"""The process that the floor's PDF is set in: reads an order as JSON, writes the file."""

from __future__ import annotations

import json
import sys

import typst

# The same nodes as the product's, set by the plainest of templates to PDF/UA-1.
PLAIN = """
#let given = json(bytes(sys.inputs.paper))
#set document(title: given.title, date: none)
#set text(lang: "sv", font: "Source Sans 3")
#set page(paper: "a4", numbering: "1")
#for node in given.nodes {
  if node.kind == "heading" { heading(node.text) }
  else if node.kind == "paragraph" { par(node.text) }
  else { table(columns: node.head.len(),
    table.header(..node.head.map(cell => [#cell.text])),
    ..node.rows.flatten().map(cell => [#cell.text])) }
}
"""


def main() -> None:
    order = json.load(sys.stdin)
    made = typst.compile(
        PLAIN.encode(),
        font_paths=[order["fonts"]],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        sys_inputs={"paper": json.dumps(order["paper"])},
    )
    sys.stdout.buffer.write(bytes(made))


if __name__ == "__main__":
    main()
