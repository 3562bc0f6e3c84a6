"""What a Word document that came back says of a text: pure reading, which saves nothing."""

from samklang.consultations.returned.read import ReadComment, ReadSuggestion, Unplaced
from samklang.consultations.returned.review import Against, Returned, SectionBack, returned

__all__ = [
    "Against",
    "ReadComment",
    "ReadSuggestion",
    "Returned",
    "SectionBack",
    "Unplaced",
    "returned",
]
