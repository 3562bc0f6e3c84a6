"""What other contexts may ask of inventories."""

from samklang.inventories.jobs import resume_reading
from samklang.inventories.queries import answered_none

__all__ = ["answered_none", "resume_reading"]
