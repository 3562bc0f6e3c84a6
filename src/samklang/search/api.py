"""What other contexts may ask of the index."""

from samklang.search.actions import catch_up, make_ready, rebuild
from samklang.search.queries import index_faults

__all__ = ["catch_up", "index_faults", "make_ready", "rebuild"]
