"""What the marks (CSS classes) of a drawing mean where there is no style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

# The light tokens of samklang.css; a test compares.
COLOURS = {
    "paper": "#fff",
    "sheet": "#f4f7f7",
    "sheet-2": "#e6ecec",
    "ink": "#16211f",
    "ink-2": "#45524f",
    "line": "#c9d2d0",
    "line-2": "#74827e",
    "blue": "#0c4a6e",
    "blue-mid": "#5f9dbe",
    "blue-tint": "#dcebf3",
    "blue-wash": "#f0f6f9",
    "copper": "#93390a",
    "copper-mid": "#c4651f",
    "copper-tint": "#fae3d1",
    "region": "#9c1c22",
    "municipality": "#f3c33b",
    "support": "#1b6b47",
    "region-tint": "#f9e8e7",
    "municipality-tint": "#fdf4d6",
    "support-tint": "#e2f1e9",
}
# A name with a number in it must stand within quotes.
FAMILY = "'Source Sans 3', 'Segoe UI', Arial, sans-serif"
SERIF = "'Source Serif 4', Georgia, serif"


def _fill(token: str) -> dict[str, str]:
    return {"fill": COLOURS[token]}


def _line(token: str, width: str = "1", dashes: str = "") -> dict[str, str]:
    found = {"stroke": COLOURS[token], "stroke-width": width}
    return {**found, "stroke-dasharray": dashes} if dashes else found


SHAPE_DEFAULTS: Mapping[str, str] = {"fill": "none", **_line("ink")}
TEXT_DEFAULTS: Mapping[str, str] = {"font-size": "14", **_fill("ink")}

_FILLS = {
    "f-ink": "ink",
    "f-paper": "paper",
    "f-line2": "line-2",
    "f-sheet": "sheet",
    "f-sheet2": "sheet-2",
    "f-blue": "blue",
    "f-bluemid": "blue-mid",
    "f-bluetint": "blue-tint",
    "f-bluewash": "blue-wash",
    "f-copper": "copper",
    "f-coppermid": "copper-mid",
    "f-coppertint": "copper-tint",
    "f-region": "region",
    "f-municipality": "municipality",
    "f-support": "support",
    "f-region-tint": "region-tint",
    "f-municipality-tint": "municipality-tint",
    "f-support-tint": "support-tint",
    "fill-blue-tint": "blue-tint",
    "fill-blue-wash": "blue-wash",
    "fill-copper": "copper",
    "fill-copper-mid": "copper-mid",
    "fill-paper": "paper",
    "fill-blue": "blue",
}
_STROKES = {
    "stroke-blue": "blue",
    "stroke-blue-mid": "blue-mid",
    "stroke-copper": "copper",
    "stroke-ink": "ink",
    "stroke-paper": "paper",
    "ln": "line",
    "ln2": "line-2",
}
_MEANINGS: dict[str, dict[str, str]] = {
    **{mark: _fill(token) for mark, token in _FILLS.items()},
    **{mark: _line(token) for mark, token in _STROKES.items()},
    **{f"f-p-{name}": {"fill": f"url(#p-{name})"} for name in ("no-answer", "diag")},
    "o": _line("ink"),
    "o-l": _line("line-2"),
    "o-d": _line("ink", "1.5", "5 4"),
    "o-db": _line("blue-mid", "1.5", "5 4"),
    "today": _line("ink", "2"),
    "regional": _line("ink", "2.5", "6 4"),
    "fill-none": {"fill": "none"},
    "stroke-none": {"stroke": "none"},
    "stripe": _line("paper", "2"),
    "flow": _line("ink-2", "1.5"),
    "gap": _line("copper", "2", "3 4"),
    "solid": {"fill": COLOURS["ink"], "stroke": "none"},
    "t2": _fill("ink-2"),
    "tb": {"font-weight": "600"},
    "tl": {"font-size": "16"},
    "ts": {"font-size": "13"},
    "tinv": {**_fill("paper"), "font-weight": "600"},
    "tact": {**_fill("copper"), "font-weight": "600"},
    "fw-650": {"font-weight": "600"},
    "fs-12px": {"font-size": "12"},
    "fs-12_5px": {"font-size": "12.5"},
    "on-mid": _fill("ink"),
    "tser": {"font-family": SERIF, "font-size": "17", "font-weight": "600"},
    "t-tile": {"font-family": SERIF, "font-size": "19", "font-weight": "600"},
    "halo": {"paint-order": "stroke", "stroke": COLOURS["paper"], "stroke-width": "4"},
}


def attributes(marks: Iterable[str], defaults: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes that the marks stand for, the later ones winning."""
    found = dict(defaults)
    for mark in marks:
        found.update(_MEANINGS[mark])
    return found
