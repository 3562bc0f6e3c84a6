"""How a file that somebody adds by hand is looked at before it is kept."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.agreements.forms import EvidenceForm
from samklang.documents.api import File, NotKept, receive
from samklang.organizations.api import Acting


def received(form: EvidenceForm, *, by: Acting) -> File | None:
    """Keep the file, or say in the form why not."""
    if by.organization is None:
        form.add_error("file", _("Only somebody with a seat in an organization may add a file."))
        return None
    try:
        return receive(form.cleaned_data["file"], by=by.user, organization=by.organization)
    except NotKept as refusal:
        form.add_error("file", str(refusal))
        return None
