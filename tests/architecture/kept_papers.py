"""A meeting with attachments that only some may read, full of words that give them away."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse

from samklang.documents.api import keep
from samklang.meetings.actions import PaperWords, Wall, add_attachment
from samklang.meetings.models import Attachment, Meeting, Openness
from tests import cast
from tests.architecture.kept import COUNTY, INSIDE
from tests.architecture.scene import Scene


def word(what: str, openness: str) -> str:
    return f"Kanariebilaga{what}{openness}"


def papers(scene: Scene) -> list[Attachment]:
    """Attach one of each openness to a meeting that the county sees; one organization is named."""
    return [_attached(scene, openness) for openness in Openness.values]


def _attached(scene: Scene, openness: str) -> Attachment:
    confidential = openness != Openness.OPEN
    readers = (scene.receiving,) if confidential else ()
    ground = word("grund", openness) if confidential else ""
    words = PaperWords(
        word("namn", openness), word("titel", openness), wall=Wall(openness, ground, readers)
    )
    name = f"{word('fil', openness)}.txt"
    content = word("text", openness).encode()
    file = keep(name, content, format="text", by=scene.editor, organization=scene.own)
    meeting = Meeting.objects.get(pk=scene.meeting.pk)
    by = cast.acting_for(scene.editor)
    return add_attachment(meeting, words, by=by, seen=meeting.version, file=file)


def paper_words() -> dict[str, frozenset[str]]:
    """Return each word that gives an attachment away, with those who may read it."""
    named = INSIDE | {"receiver"}
    hidden = {
        word(what, openness): COUNTY if openness == Openness.OPEN else named
        for openness in Openness.values
        for what in ("titel", "text")
    }
    hidden |= {word("namn", openness): COUNTY for openness in (Openness.OPEN, Openness.SEALED)}
    hidden[word("namn", Openness.HIDDEN)] = named
    return hidden


def paper_addresses(found: list[Attachment]) -> Iterator[str]:
    """Return what others may have in their address bars."""
    for one in found:
        about = [one.meeting_id, one.pk]
        yield reverse("meetings:change_attachment", args=about)
        yield reverse("meetings:paper_file", args=[*about, 1])
    for page in ("detail", "papers", "papers_pdf", "papers_zip", "add_attachment", "add_item"):
        yield reverse(f"meetings:{page}", args=[found[0].meeting_id])
