"""What other contexts may ask about the boundary, and how they let their things be shared."""

from samklang.sharing.actions import Terms, record_read, share
from samklang.sharing.boundary import WHOLE, Boundary, Opening, Openings, Reach
from samklang.sharing.letters import tell_receivers
from samklang.sharing.models import Purpose, Share
from samklang.sharing.offers import Content, Offer, Source, Told, offer, source_of
from samklang.sharing.queries import (
    openings,
    receivers,
    shared_with,
    shares_of,
    writing_together,
    written_with,
)

__all__ = [
    "WHOLE",
    "Boundary",
    "Content",
    "Offer",
    "Opening",
    "Openings",
    "Purpose",
    "Reach",
    "Share",
    "Source",
    "Terms",
    "Told",
    "offer",
    "openings",
    "receivers",
    "record_read",
    "share",
    "shared_with",
    "shares_of",
    "source_of",
    "tell_receivers",
    "writing_together",
    "written_with",
]
