"""What other contexts may ask about areas."""

from samklang.library.actions import put_area
from samklang.library.models import Area
from samklang.library.queries import areas

__all__ = ["Area", "areas", "put_area"]
