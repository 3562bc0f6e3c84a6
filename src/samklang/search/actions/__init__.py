"""How the index is written."""

from samklang.search.actions.indexing import catch_up, catch_up_quietly, make_ready, rebuild

__all__ = ["catch_up", "catch_up_quietly", "make_ready", "rebuild"]
