"""The principals’ colours, each with a pattern of its own, so that they hold in grey as well.

The patterns are drawn line by line, and need no definitions of the page around them.
"""

from __future__ import annotations

from collections.abc import Iterator

from samklang.common.pictures.drawing import Path, Rect, Shape

STRIP = 16
_PITCH = 6
_DOT = 1.2
_ROUND = f"a{_DOT} {_DOT} 0 1 0 {2 * _DOT} 0a{_DOT} {_DOT} 0 1 0-{2 * _DOT} 0"
_COLOURED = ("region", "municipality", "support")


def ground(kind: str) -> str:
    """Return the marks of a plain ground that words can stand on."""
    return f"f-{kind}-tint" if kind in _COLOURED else "f-paper"


def strip(kind: str, x: float, y: float, width: float, height: float) -> Iterator[Shape]:
    """Draw an edge in the kind’s colour and pattern."""
    colour = kind if kind in _COLOURED else "sheet2"
    yield Rect(x, y, width, height, f"f-{colour}")
    if drawn := "".join(_PATTERNS.get(kind, _plain)(x, y, width, height)):
        yield Path(drawn, "on-mid stroke-none" if kind == "municipality" else "stripe")
    yield Rect(x, y, width, height, "o fill-none")


def _plain(_x: float, _y: float, _width: float, _height: float) -> Iterator[str]:
    return iter(())


def _slanting(x: float, y: float, width: float, height: float) -> Iterator[str]:
    for along in range(_PITCH, int(width + height), _PITCH):
        left, low = max(0.0, along - height), min(float(along), height)
        right, high = min(float(along), width), max(0.0, along - width)
        yield f"M{x + left:g} {y + low:g}L{x + right:g} {y + high:g}"


def _dotted(x: float, y: float, width: float, height: float) -> Iterator[str]:
    for down in range(3, int(height), _PITCH):
        for along in range(3, int(width), _PITCH):
            yield f"M{x + along - _DOT:g} {y + down:g}{_ROUND}"


def _lying(x: float, y: float, width: float, height: float) -> Iterator[str]:
    for down in range(3, int(height), _PITCH):
        yield f"M{x:g} {y + down:g}h{width:g}"


def _standing(x: float, y: float, width: float, height: float) -> Iterator[str]:
    for along in range(3, int(width), _PITCH):
        yield f"M{x + along:g} {y:g}v{height:g}"


_PATTERNS = {
    "region": _slanting,
    "municipality": _dotted,
    "support": _lying,
    "users": _standing,
}
