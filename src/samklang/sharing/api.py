"""What other contexts may ask about the boundary, and how they let their things be shared."""

from samklang.sharing.actions import record_read
from samklang.sharing.boundary import WHOLE, Boundary, Opening, Openings, Reach
from samklang.sharing.models import Share
from samklang.sharing.offers import Content, Offer, Source, Told, offer
from samklang.sharing.queries import openings, shared_with, shares_of, writing_together

__all__ = [
    "WHOLE",
    "Boundary",
    "Content",
    "Offer",
    "Opening",
    "Openings",
    "Reach",
    "Share",
    "Source",
    "Told",
    "offer",
    "openings",
    "record_read",
    "shared_with",
    "shares_of",
    "writing_together",
]
