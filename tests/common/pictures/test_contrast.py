"""Every colour that bears words or edges can be told from its ground, in each of the page's modes.

The ratios are computed as WCAG 2.2 says (1.4.3: text 4.5, 1.4.11: other marks 3).
"""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

import samklang.common
from samklang.common.pictures.matrix import GROUNDS
from samklang.common.pictures.palette import COLOURS, attributes
from samklang.common.pictures.tiles import Shade

STYLE = Path(samklang.common.__file__).parent / "static/samklang/samklang.css"
TOKEN = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{3,6})\b")
TEXT, MARK = 4.5, 3.0

# What is set in which colour on which ground, as the style sheet and the pictures do it.
WORDS = [
    *(("ink", ground) for ground in ("paper", "sheet", "sheet-2", "blue-tint", "blue-wash")),
    *(("ink", ground) for ground in ("copper-tint", "copper-wash")),
    *(("ink-2", ground) for ground in ("paper", "sheet", "sheet-2", "blue-tint", "blue-wash")),
    *(("ink-2", ground) for ground in ("copper-tint", "copper-wash")),
    *(("blue", ground) for ground in ("paper", "sheet", "blue-tint", "blue-wash")),
    *(("copper", ground) for ground in ("paper", "sheet", "copper-tint", "copper-wash")),
    *(("paper", ground) for ground in ("ink", "blue", "copper")),
    ("blue-deep", "paper"),
]
EDGES = [
    *((edge, "paper") for edge in ("line-2", "blue", "copper", "copper-mid", "ink", "focus")),
    *((edge, "sheet") for edge in ("line-2", "blue", "copper")),
]


def tokens(mode: str) -> dict[str, str]:
    """Return the colours of a mode: the light ones, with what the mode says otherwise."""
    style = STYLE.read_text(encoding="utf-8")
    light = dict(TOKEN.findall(style.split("@media", 1)[0]))
    if mode == "light":
        return light
    start = style.index(f"@media ({mode})")
    block = style[style.index(":root", start) : style.index("}", style.index(":root", start))]
    return light | dict(TOKEN.findall(block))


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(one * 2 for one in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000", "#fff", 21.0),
        ("#fff", "#ffffff", 1.0),
        ("#777777", "#fff", 4.48),
        ("#767676", "#fff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_the_ratio_is_that_of_the_standard(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)


MODES = ("light", "prefers-contrast: more", "prefers-color-scheme: dark")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_can_be_read_on_their_ground(mode: str, ink: str, ground: str) -> None:
    colours = tokens(mode)

    ratio = contrast(colours[ink], colours[ground])

    assert ratio >= TEXT, f"{ink} on {ground} is {ratio:.2f}"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_that_mean_something_can_be_seen(mode: str, edge: str, ground: str) -> None:
    colours = tokens(mode)

    ratio = contrast(colours[edge], colours[ground])

    assert ratio >= MARK, f"{edge} on {ground} is {ratio:.2f}"


def test_more_contrast_is_more() -> None:
    usual, more = tokens("light"), tokens("prefers-contrast: more")

    changed = [name for name in usual if more[name] != usual[name]]

    assert changed
    for name in changed:
        assert contrast(more[name], more["paper"]) > contrast(usual[name], usual["paper"]), name


# Pictures as files have their colours written out.


@pytest.mark.parametrize("mark", GROUNDS)
def test_a_status_word_can_be_read_in_its_cell(mark: str) -> None:
    ground = attributes(GROUNDS[mark][0].split(), {}).get("fill", COLOURS["paper"])

    assert contrast(COLOURS["ink"], ground) >= TEXT
    assert contrast(COLOURS["ink-2"], ground) >= TEXT


@pytest.mark.parametrize("shade", [one for one in Shade if one is not Shade.UNKNOWN])
def test_a_tiles_number_and_name_can_be_read_on_its_shade(shade: Shade) -> None:
    ground = attributes(shade.ground.split(), {})["fill"]
    ink = attributes(shade.text.split(), {"fill": COLOURS["ink"]})["fill"]

    assert contrast(ink, ground) >= TEXT


def test_no_two_statuses_are_told_apart_by_colour_alone() -> None:
    """Two cells of the same ground and strip have symbols of different shapes."""
    page = (STYLE.parents[2] / "jinja2/ui/_symbols.html").read_text(encoding="utf-8")
    shapes = {
        name: re.sub(r'\s(?:fill|stroke)="[^"]*"', "", drawn)
        for name, drawn in re.findall(r'<symbol id="s-([a-z-]+)"[^>]*>(.*?)</symbol>', page)
    }

    for one, other in combinations(GROUNDS, 2):
        assert shapes[one] != shapes[other], (one, other)


def test_each_status_keeps_its_shade_apart_in_grey_print_or_by_its_strip() -> None:
    looks = {
        mark: (ground.split()[0], strip, mark in {"under-way", "no-answer"})
        for mark, (ground, strip) in GROUNDS.items()
    }

    assert len(set(looks.values())) == len(looks)
