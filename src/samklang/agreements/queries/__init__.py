"""What pages and other contexts ask of the register."""

from samklang.agreements.queries.county import county_standings
from samklang.agreements.queries.extensions import extensions
from samklang.agreements.queries.finding import find, keeper_of, same_work

__all__ = ["county_standings", "extensions", "find", "keeper_of", "same_work"]
