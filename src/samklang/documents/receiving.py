"""How a file that somebody adds by hand is looked at before it is kept."""

from __future__ import annotations

from typing import Any

from django.core.files import File as Content
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.accounts.models import User
from samklang.documents.actions import examined, keep, keep_text
from samklang.documents.extraction.text import ExtractedText, FileFault
from samklang.documents.models import File
from samklang.organizations.api import Organization

_FAULTS: dict[str, str | Promise] = {
    "empty": _("The file is empty. Choose another one."),
    "too_large": _("The file is larger than 50 MB. Save it smaller and try again."),
    "wrong_type": _("The file is of a kind that is not kept here. Save it as PDF, DOCX or ODT."),
    "encrypted": _("The file has a password. Take the password away and try again."),
    "archive": _("A ZIP is read under “Read documents”. Add one file at a time here."),
}
_ABOUT_SOMEBODY = _(
    "There seems to be a personal identity number in the file. Take it out of the document and add "
    "it again. If it is something else: hand the file in under “Read documents”, and decide there."
)
_CLOSED = _("The file cannot be opened. Save it again as PDF or DOCX and try again.")


class NotKept(Exception):
    """The file stays outside; the message tells its sender why and what to do."""


def receive(sent: Content[Any], *, by: User, organization: Organization) -> File:
    """Keep the file with its text for the organization, or raise NotKept."""
    try:
        found = examined(sent)
    except FileFault as fault:
        raise NotKept(str(_FAULTS.get(fault.code, _CLOSED))) from fault
    if found.kind == "archive":
        raise NotKept(str(_FAULTS["archive"]))
    if found.personal_numbers:
        raise NotKept(str(_ABOUT_SOMEBODY))
    kept = keep(sent.name or "", sent, format=found.kind, by=by, organization=organization)
    if found.text is not None:
        _keep_text(kept, found.text)
    return kept


def _keep_text(file: File, text: ExtractedText) -> None:
    """What it says can then be divided into sections, or set as pages."""
    keep_text(
        file,
        text.text,
        blocks=[block.to_keep() for block in text.blocks],
        page_count=text.page_count,
        warnings=text.warnings,
    )
