"""Turns a picture into PNG in a process of its own: the compiler adds 100 MB to its host."""

from __future__ import annotations

import json
import subprocess
import sys

from django.conf import settings

from samklang.common.pictures.drawing import Drawing
from samklang.common.pictures.svg import standalone

TIMEOUT_SECONDS = 30
# Twice the size of a screen's dots, so that it is sharp on paper and on a projector.
DOTS_PER_INCH = 192


def png(drawing: Drawing, *, dots_per_inch: int = DOTS_PER_INCH) -> bytes:
    """Return the picture as PNG; one dot of the drawing is a 96th of an inch."""
    order = {
        "picture": standalone(drawing),
        "fonts": str(settings.STATE_DIR / "document-fonts"),
        "dots_per_inch": dots_per_inch,
    }
    made = subprocess.run(
        [sys.executable, "-m", "samklang.common.pictures.rasterizing"],
        input=json.dumps(order).encode(),
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        check=True,
    )
    return made.stdout
