"""The file that came with a form, looked at and kept for whoever calls the meeting."""

from __future__ import annotations

from samklang.documents.api import File, NotKept, receive
from samklang.meetings.forms import PaperForm
from samklang.meetings.models import Meeting
from samklang.organizations.api import Acting


def kept(form: PaperForm, meeting: Meeting, *, by: Acting) -> File | None:
    """Return it as it is kept, or none when there was none or the form says what is wrong."""
    if not form.is_valid() or (sent := form.chosen_file) is None:
        return None
    try:
        return receive(sent, by=by.user, organization=meeting.keeper)
    except NotKept as refusal:
        form.add_error("file", str(refusal))
        return None
