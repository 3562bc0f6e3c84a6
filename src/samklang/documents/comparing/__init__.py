"""Compares two texts: passage by passage first, then word by word, within a limit of time."""

from samklang.documents.comparing.comparison import (
    CellStep,
    Comparison,
    Fate,
    Piece,
    Step,
    Stretch,
)
from samklang.documents.comparing.stepping import compare

__all__ = ["CellStep", "Comparison", "Fate", "Piece", "Step", "Stretch", "compare"]
