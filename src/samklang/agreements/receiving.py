"""How a file that somebody adds by hand is looked at before it is kept."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samklang.agreements.forms import EvidenceForm
from samklang.documents.api import File, FileFault, examined, keep, keep_text
from samklang.organizations.api import Acting

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


def received(form: EvidenceForm, *, by: Acting) -> File | None:
    """Keep the file, or say in the form why not."""
    sent = form.cleaned_data["file"]
    try:
        found = examined(sent)
    except FileFault as fault:
        form.add_error("file", str(_FAULTS.get(fault.code, _CLOSED)))
        return None
    if found.kind == "archive" or by.organization is None:
        form.add_error("file", str(_FAULTS["archive"]))
        return None
    if found.personal_numbers:
        form.add_error("file", str(_ABOUT_SOMEBODY))
        return None
    kept = keep(sent.name, sent, format=found.kind, by=by.user, organization=by.organization)
    if found.text is not None:
        # What it says can then be divided into sections.
        blocks = [block.to_keep() for block in found.text.blocks]
        keep_text(
            kept,
            found.text.text,
            blocks=blocks,
            page_count=found.text.page_count,
            warnings=found.text.warnings,
        )
    return kept
