"""The record's newest number and seal, kept where who can change the record cannot reach."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone

from samklang.audit.models import Entry
from samklang.audit.sealing import FIRST, current_key, key_mark


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One line of the file; `reason` says why a record may be shorter than the line before."""

    number: int
    seal: str
    taken_at: str
    key_mark: str
    reason: str = ""

    def as_line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)

    @property
    def taken(self) -> datetime:
        return datetime.fromisoformat(self.taken_at)


class CheckpointFault(Exception):
    """The file of checkpoints cannot be understood; the message says where."""


def checkpoint_file() -> Path:
    return Path(settings.SAMKLANG_CHECKPOINTS)


def present(*, using: str = "default", reason: str = "") -> Checkpoint:
    """Return where the record stands now."""
    last = Entry.objects.using(using).values_list("number", "seal").first() or (0, FIRST)
    now = timezone.now().astimezone(UTC).isoformat(timespec="seconds")
    return Checkpoint(*last, taken_at=now, key_mark=key_mark(current_key()), reason=reason)


def newest(path: Path | None = None) -> Checkpoint | None:
    """Return the last line of the file that is whole, or nothing when there is no file."""
    path = path or checkpoint_file()
    if not path.exists():
        return None
    lines = path.read_text("utf-8").splitlines()
    return _parsed(lines[-1], f"{path}, line {len(lines)}") if lines else None


def keep(checkpoint: Checkpoint, path: Path | None = None) -> None:
    """Put it last in the file, and by mail to whoever keeps the others."""
    path = path or checkpoint_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(checkpoint.as_line() + "\n")
        file.flush()
        os.fsync(file.fileno())
    if settings.SAMKLANG_CHECKPOINT_MAIL:
        _mail(checkpoint)


def _mail(checkpoint: Checkpoint) -> None:
    text = (
        "Keep this line; `samklang verify --checkpoint FILE` asks the record for it.\n\n"
        f"{checkpoint.as_line()}\n"
    )
    to = settings.SAMKLANG_CHECKPOINT_MAIL
    try:
        send_mail(f"Samklang: checkpoint {checkpoint.number}", text, None, to)
    except (SMTPException, OSError) as error:
        raise CheckpointFault(
            f"The checkpoint is written, but its letter was not sent ({error}). "
            f"Send this line by hand:\n{checkpoint.as_line()}"
        ) from error


def _parsed(line: str, place: str) -> Checkpoint:
    try:
        return Checkpoint(**json.loads(line))
    except (TypeError, ValueError) as error:
        raise CheckpointFault(f"{place} is not a checkpoint: {error}") from error
