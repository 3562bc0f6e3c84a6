"""The process that `png` starts: reads an order as JSON, writes a PNG."""

from __future__ import annotations

import json
import sys

import typst

# The page takes the picture's own size, so nothing is cropped and nothing is added.
PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.picture), format: "svg")
"""


def main() -> None:
    order = json.load(sys.stdin)
    made = typst.compile(
        PAGE,
        format="png",
        ppi=order["dots_per_inch"],
        font_paths=[order["fonts"]],
        ignore_system_fonts=True,
        sys_inputs={"picture": order["picture"]},
    )
    sys.stdout.buffer.write(made)


if __name__ == "__main__":
    main()
