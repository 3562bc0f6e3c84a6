"""What other contexts may ask about areas."""

from samklang.library.actions import put_area
from samklang.library.models import Area
from samklang.library.queries import area_names, areas

__all__ = ["Area", "area_names", "areas", "put_area"]
