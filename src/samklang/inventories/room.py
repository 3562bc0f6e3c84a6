"""How much room there is: in a batch, and for all of an organization’s files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from django.conf import settings

from samklang.documents.api import MAX_SIZE, size_of_all
from samklang.inventories.models import Batch

MB: Final = 1024 * 1024
MAX_FILES: Final = 500
MAX_BATCH: Final = 500 * MB
# A batch is read for so long at a time; what is left then waits for somebody to ask for it.
BATCH_SECONDS: Final = 3600


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file is not taken in: the fault’s code, and what its sentence needs to know."""

    fault: str
    details: dict[str, str]


@dataclass(slots=True)
class Room:
    """What is left of a batch’s room and of the organization’s, as files come in."""

    files: int
    bytes_: int
    kept: int
    quota: int

    @classmethod
    def of(cls, batch: Batch) -> Room:
        """Return the room that is left; a ZIP counts, and so does everything in it."""
        sizes = batch.readings.values_list("file__size", flat=True)
        return cls(
            MAX_FILES - len(sizes),
            MAX_BATCH - sum(size or 0 for size in sizes),
            size_of_all(batch.organization),
            settings.SAMKLANG_QUOTA_MB * MB,
        )

    def refusal(self, size: int) -> Refusal | None:
        """Say why a file of this size is not taken in; None when it is."""
        asked: tuple[tuple[bool, str, dict[str, str]], ...] = (
            (size == 0, "empty", {}),
            (size > MAX_SIZE, "too_large", {"size": str(size), "limit": str(MAX_SIZE)}),
            (self.files <= 0, "too_many_files", {"count": str(MAX_FILES)}),
            (size > self.bytes_, "batch_too_large", {"limit": str(MAX_BATCH)}),
            (
                self.kept + size > self.quota,
                "quota",
                {"size": str(self.kept), "limit": str(self.quota)},
            ),
        )
        return next((Refusal(fault, details) for is_so, fault, details in asked if is_so), None)

    def take(self, size: int) -> None:
        self.files -= 1
        self.bytes_ -= size
        self.kept += size
