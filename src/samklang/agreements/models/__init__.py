"""Agreements as work, edition and file, with the dated events that their status follows from."""

from samklang.agreements.models.entries import (
    DATED,
    YES,
    AdoptedWording,
    Adoption,
    AdoptionKind,
    DiaryNumber,
    EventKind,
    RegisterEntry,
    ValidityEvent,
)
from samklang.agreements.models.work import (
    Agreement,
    Edition,
    EditionFile,
    Level,
    Party,
)

__all__ = [
    "DATED",
    "YES",
    "AdoptedWording",
    "Adoption",
    "AdoptionKind",
    "Agreement",
    "DiaryNumber",
    "Edition",
    "EditionFile",
    "EventKind",
    "Level",
    "Party",
    "RegisterEntry",
    "ValidityEvent",
]
