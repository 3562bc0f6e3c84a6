"""One agreement in each state that the boundary knows, full of words that give it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from samklang.agreements.drafts import Drafts
from samklang.agreements.models import (
    Agreement,
    Edition,
    EditionFile,
    EventKind,
)
from samklang.documents.api import File, keep
from samklang.sharing.actions import Terms, share
from samklang.sharing.models import Purpose, Share
from samklang.texts.models import Actor, Answer, Commitment, Section
from tests import cast
from tests.architecture.scene import Scene

STATES = ("internal", "told", "shared", "consultation", "decided")
PURPOSES = {"shared": Purpose.DRAFT, "consultation": Purpose.CONSULTATION}
INSIDE = frozenset({"member", "editor", "administrator"})
COUNTY = INSIDE | {"other_party", "coordinator", "neighbour", "receiver"}


@dataclass(frozen=True)
class Kept:
    """An agreement whose only text is in the state."""

    state: str
    agreement: Agreement
    edition: Edition
    file: File
    share: Share | None

    @property
    def readers(self) -> frozenset[str]:
        """Who may read the text."""
        match self.state:
            case "decided":
                return COUNTY
            case "shared" | "consultation":
                return INSIDE | {"receiver"}
            case _:
                return INSIDE

    @property
    def told(self) -> frozenset[str]:
        """Who may know that it is there."""
        return COUNTY if self.state == "told" else self.readers


def kept(scene: Scene, state: str) -> Kept:
    """Make it, and, where it is shared, add something afterwards that is not."""
    parties = [scene.own, scene.region]
    agreement = cast.agreement(word("titel", state), keeper=scene.own, parties=parties)
    stage = word("skede", state) if state == "told" else ""
    edition = cast.edition(agreement, begun=cast.TODAY if stage else None, stage=stage)
    Edition.objects.filter(pk=edition.pk).update(label=word("version", state))
    held = _filed(scene, edition, "fil", state)
    if state == "decided":
        cast.adopted(edition, date(2026, 1, 1))
    _written(scene, edition, "avsnitt", state)
    # An event would tell the county of what is internal.
    if state in ("told", "decided"):
        cast.event(edition, EventKind.STARTS, "2026-02-01", quote=word("citat", state))
    made = _shared(scene, edition, PURPOSES[state]) if state in PURPOSES else None
    if made:
        later = timezone.now() + timedelta(minutes=5)
        late = _filed(scene, edition, "sent", state)
        _written(scene, edition, "sentavsnitt", state, at=later)
        EditionFile.objects.filter(pk=late.pk).update(added_at=later)
    return Kept(state, agreement, edition, held.file, made)


def word(what: str, state: str) -> str:
    """Return a word that stands nowhere else: “Kanarietitelinternal”."""
    return f"Kanarie{what}{state}"


def words(one: Kept) -> dict[str, frozenset[str]]:
    """Return each word that gives the agreement away, with those who may read it."""
    state = one.state
    hidden = {word(what, state): one.readers for what in ("titel", "version", "fil", "avsnitt")}
    match state:
        case "told":
            hidden |= {word("citat", state): one.readers, word("skede", state): COUNTY}
        case "decided":
            hidden |= {word("citat", state): COUNTY}
        case "shared" | "consultation":
            hidden |= {word("meddelande", state): one.readers, word("sent", state): INSIDE}
            hidden[word("sentavsnitt", state)] = INSIDE
    return hidden


def _filed(scene: Scene, edition: Edition, what: str, state: str) -> EditionFile:
    name, text = f"{word(what, state)}.txt", word("text", f"{what}{state}").encode()
    file = keep(name, text, format="text", by=scene.editor, organization=scene.own)
    return EditionFile.objects.create(edition=edition, file=file)


def _written(
    scene: Scene, edition: Edition, what: str, state: str, *, at: datetime | None = None
) -> None:
    """Let a section, a commitment in it and an answer say the word."""
    said = word(what, state)
    by = {"edition": edition, "saved_by": scene.editor, "saved_at": at or timezone.now()}
    section = Section.objects.create(heading=said, body=f"<p>{said}</p>", **by)
    Commitment.objects.create(
        section_key=section.key, wording=said, actor=Actor.BOTH, needs_local_answer=True, **by
    )
    Answer.objects.create(how=said, upper_wording=said, **by)


def _shared(scene: Scene, edition: Edition, purpose: Purpose) -> Share:
    by = cast.acting_for(scene.editor)
    offer = Drafts().find(by, edition.pk)
    state = next(name for name, one in PURPOSES.items() if one == purpose)
    terms = Terms(purpose, (scene.receiving,), "LK 2026/7", word("meddelande", state))
    return share(offer, terms, by=by, seen=offer.version)
