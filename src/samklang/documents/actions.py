"""How received files and the text in them are kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import partial
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import Any, TypeVar

from django.core.files import File as Content
from django.core.files.base import ContentFile
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import ProtectedError

from samklang.accounts.models import User
from samklang.common.letters import clean
from samklang.common.residents import without_personal_numbers
from samklang.documents.extraction.size import check_size
from samklang.documents.extraction.text import Examined
from samklang.documents.likeness import sketch
from samklang.documents.models import File, Text
from samklang.documents.sandbox import Sandbox
from samklang.documents.word.remarks import WordText
from samklang.organizations.api import Organization

T = TypeVar("T")
LONGEST_NAME = 255  # bytes: what a disk takes, and an å is two
NAMELESS = "fil"
_READ_WORD = "samklang.documents.word.reading:read"
_EXAMINE = "samklang.documents.extraction.examining:examine"
# Names that Windows keeps for itself, whatever their ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|\Z)", re.IGNORECASE)


def keep(
    name: str,
    content: bytes | Content[Any],
    *,
    format: str,  # noqa: A002  # the field’s own name
    by: User | None,
    organization: Organization,
) -> File:
    """Keep the bytes unchanged; the same bytes in the same organization are one file.

    The organization is the authority that registers the file.
    """
    stored = ContentFile(content) if isinstance(content, bytes) else content
    sha256 = _hash(stored)
    there = File.objects.filter(organization=organization, sha256=sha256).first()
    if there is not None:
        return there
    file = File(
        organization=organization,
        name=safe_name(name),
        sha256=sha256,
        size=stored.size,
        format=format,
        received_from=by,
    )
    return _kept(file, stored)


def _kept(file: File, content: Content[Any]) -> File:
    """Store it; somebody who kept the same bytes in the same moment goes first."""
    try:
        with transaction.atomic():
            # The stored path is the hash: what a sender called the file never becomes a path.
            file.content.save(file.sha256, content, save=False)
            file.save()
    except DatabaseError as error:
        file.content.delete(save=False)
        if not isinstance(error, IntegrityError):
            raise
        return File.objects.get(organization=file.organization_id, sha256=file.sha256)
    return file


@transaction.atomic
def weed(file: File) -> None:
    """Take a file and its text away, unless something still stands on it."""
    stored, name = file.content.storage, str(file.content.name)
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        return
    transaction.on_commit(partial(stored.delete, name))


def _hash(content: Content[Any]) -> str:
    """Hash it piece by piece: a large file is never whole in memory."""
    digest = hashlib.sha256()
    for piece in content.chunks():
        digest.update(piece)
    content.seek(0)
    return digest.hexdigest()


def examined(content: Content[Any]) -> Examined:
    """Look at a file in the limited process, or raise the FileFault that keeps it out."""
    return _behind_the_wall(_EXAMINE, Examined, content)


def read_word(content: Content[Any]) -> WordText:
    """Read a Word document in the limited process: its text, tracked changes and comments."""
    return _behind_the_wall(_READ_WORD, WordText, content)


def _behind_the_wall(function: str, returns: type[T], content: Content[Any]) -> T:
    check_size(content.size)
    with TemporaryFile() as file, Sandbox(function, returns) as sandbox:
        for piece in content.chunks():
            file.write(piece)
        file.flush()
        content.seek(0)
        return sandbox.run(file=file)


def safe_name(name: str) -> str:
    """Return the last part of the name in NFC, without control signs: å from a Mac is one sign.

    A personal number in it is hidden: the name is shown in lists, before anybody has decided.
    """
    last = PurePosixPath(clean(name).replace("\\", "/")).name
    visible = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    shown = without_personal_numbers(visible)
    return _shortened(f"{NAMELESS} {shown}" if _DEVICE.match(shown) else shown) or NAMELESS


def _shortened(name: str) -> str:
    written = name.encode("utf-8", "replace")
    if len(written) <= LONGEST_NAME:
        return name
    suffix = PurePosixPath(name).suffix[:10]
    most = LONGEST_NAME - len(suffix.encode())
    return written[:most].decode("utf-8", "ignore") + suffix


def keep_text(
    file: File,
    text: str,
    *,
    blocks: Sequence[dict[str, Any]] = (),
    page_count: int | None = None,
    warnings: Sequence[str] = (),
    read_as: str = "",
) -> Text:
    """Keep what the extractor found in the file, in place of what an earlier one found.

    `read_as` is what the file's content has shown it to be, whatever its name says.
    """
    if read_as and read_as != file.format:
        file.format = read_as
        file.save(update_fields=["format"])
    kept, _new = Text.objects.update_or_create(
        file=file,
        defaults={
            "text": text,
            "blocks": list(blocks),
            "page_count": page_count,
            "warnings": list(warnings),
            "sketch": sketch(text),
        },
    )
    return kept
