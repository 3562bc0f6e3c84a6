"""What happened to an agreement, told in the users’ words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from samklang.agreements.models import Agreement, EventKind
from samklang.agreements.policies import UNDO_WITHIN
from samklang.agreements.sayings import also_said, is_of_text
from samklang.agreements.walls import Wall
from samklang.audit.api import Entry
from samklang.common.policy import Verdict
from samklang.organizations.api import Acting

_SAYINGS: dict[str, str | Promise] = {
    "agreement.loaded": gettext_lazy("Came with what the county knew from the start"),
    "agreement.registered": gettext_lazy("Put the agreement in the register"),
    "agreement.edition_registered": gettext_lazy("Registered edition %(edition)s from a document"),
    "agreement.edited": gettext_lazy("Changed the facts"),
    "agreement.party_added": gettext_lazy("Added %(party)s as a party"),
    "agreement.party_removed": gettext_lazy("Took %(party)s away as a party"),
    "agreement.edition_added": gettext_lazy("Began edition %(edition)s"),
    "agreement.stage_moved": gettext_lazy("Edition %(edition)s: stage “%(stage)s”"),
    "agreement.file_attached": gettext_lazy("Added the file %(file)s to edition %(edition)s"),
    "agreement.adopted": gettext_lazy("Recorded that %(party)s adopted edition %(edition)s"),
    "agreement.adopted_otherwise": gettext_lazy(
        "Recorded that %(party)s decided on another wording of edition %(edition)s"
    ),
    "agreement.evidence_added": gettext_lazy(
        "Added %(file)s as evidence that %(party)s decided on edition %(edition)s"
    ),
    "agreement.event_recorded": gettext_lazy("Edition %(edition)s: recorded “%(kind)s” %(stated)s"),
    "agreement.diary_number_recorded": gettext_lazy(
        "Recorded the diary number %(number)s of %(party)s"
    ),
    "agreement.registration_taken_back": gettext_lazy(
        "Took the registration of edition %(edition)s back"
    ),
    "agreement.entry_undone": gettext_lazy("Undid an entry: %(what)s"),
    "share.made": gettext_lazy("Shared the draft of edition %(edition)s with %(receivers)s"),
    # Of a text that is not decided, and told to nobody but those who write it.
    "draft.read": gettext_lazy("Read the draft of edition %(edition)s"),
    "share.stopped": gettext_lazy(
        "Stopped sharing the draft of edition %(edition)s with %(receivers)s"
    ),
}

_FIELDS: dict[str, str | Promise] = {
    "title": gettext_lazy("Title"),
    "parent_id": gettext_lazy("Built on"),
    "keeper_id": gettext_lazy("Keeper"),
    "revision_responsible": gettext_lazy("Responsible for revision"),
}
# Which entries can be undone, by what, and the model that the undoing names.
_UNDOABLE = {
    "agreement.event_recorded": ("agreements:undo_event", "validityevent"),
    "agreement.adopted": ("agreements:undo_adoption", "adoption"),
    "agreement.adopted_otherwise": ("agreements:undo_adoption", "adoption"),
    "agreement.diary_number_recorded": ("agreements:undo_diary_number", "diarynumber"),
}


# What puts an edition in the register; it is taken back by the edition’s own id.
_REGISTERED = ("agreement.registered", "agreement.edition_registered", "agreement.edition_added")
# What tells of a draft’s text.
_OF_TEXT = (
    "agreement.event_recorded",
    "agreement.file_attached",
    "agreement.evidence_added",
)
_SHARING = ("share.made", "share.stopped")
_UNDOING = ("agreement.entry_undone", "agreement.registration_taken_back")


@dataclass(frozen=True, slots=True)
class Happening:
    """One line of the history."""

    at: datetime
    who: str
    organization: str
    what: str
    details: tuple[str, ...] = ()
    undo_url: str = ""
    undone: bool = False
    # Why one’s own registration cannot be taken back.
    why_not: str = ""
    # The recorded decision that did it.
    decision_url: str = ""


def happenings(
    entries: Iterable[Entry],
    agreement: Agreement,
    names: Mapping[int, str],
    wall: Wall,
    registered: Mapping[int, Verdict],
    *,
    acting: Acting,
) -> list[Happening]:
    """Tell the entries; of drafts behind the wall only that something was recorded.

    `names` are the organizations’; `registered` says of the user’s own registrations, by the
    edition’s id, whether they may be taken back.
    """
    found = [one for one in entries if not _is_between_others(one, wall)]
    undone = {_entry_of(e) for e in found if e.verb in _UNDOING}
    return [
        Happening(
            at=entry.happened_at,
            who=str(entry.actor or _("The system")),
            organization=names.get(entry.organization_id or 0, ""),
            what=said(entry, wall, names),
            details=_details(entry, wall),
            undo_url=_undo_url(entry, agreement, undone, registered, acting),
            why_not=_why_not(entry, registered),
            undone=_is_undone(entry, undone),
            decision_url=_decision_url(entry, wall),
        )
        for entry in found
    ]


def said(entry: Entry, wall: Wall, names: Mapping[int, str] | None = None) -> str:
    """Tell one entry, with today’s number of the edition that it is about."""
    today = wall.numbers.get(_edition_of(entry) or 0)
    details = {**entry.details, **({"edition": today} if today else {})}
    if _is_walled(entry, wall):
        return _("Something about the draft of edition %(edition)s") % details
    kind = details.get("kind", "")
    words = {
        **details,
        "kind": EventKind(kind).label if kind in EventKind.values else kind,
        "receivers": ", ".join((names or {}).get(pk, "") for pk in _receivers(entry, wall)),
    }
    saying = _SAYINGS.get(entry.verb) or also_said(entry.verb)
    try:
        return (str(saying) % words).strip() if saying else entry.verb
    except KeyError:
        return entry.verb


def _edition_of(entry: Entry) -> int | None:
    found = entry.details.get("edition_id", entry.details.get("thing_id"))
    return int(found) if found is not None else None


def _receivers(entry: Entry, wall: Wall) -> list[int]:
    """Return whom a draft was shared with, as far as the reader may know it."""
    found, is_own = entry.details.get("receivers", ()), wall.writes(_edition_of(entry))
    return [pk for pk in found if is_own or pk in wall.readers]


def _is_between_others(entry: Entry, wall: Wall) -> bool:
    """Sharing is told to those who write the draft and to whom it is shared with, ever."""
    return entry.verb in _SHARING and not _receivers(entry, wall)


def _is_walled(entry: Entry, wall: Wall) -> bool:
    undone = (
        entry.verb == "agreement.entry_undone" and entry.details.get("model") == "validityevent"
    )
    shows_text = undone or entry.verb in _OF_TEXT or is_of_text(entry.verb)
    return shows_text and wall.hides(_edition_of(entry), entry.happened_at)


def _details(entry: Entry, wall: Wall) -> tuple[str, ...]:
    if _is_walled(entry, wall):
        return ()
    changes: dict[str, list[Any]] = entry.details.get("changes", {}) if wall.knows_title else {}
    edited = tuple(
        _("%(field)s: was “%(before)s”") % {"field": _FIELDS.get(name, name), "before": before}
        for name, (before, _after) in changes.items()
        if not name.endswith("_id") and before
    )
    quote = entry.details.get("quote")
    return (*edited, *_differing(entry, wall), *((f"”{quote}”",) if quote else ()))


def _differing(entry: Entry, wall: Wall) -> tuple[str, ...]:
    """Say what a board changed to those who may read the text that it changed."""
    differs = entry.details.get("differs", "")
    if not differs or wall.hides(_edition_of(entry), entry.happened_at):
        return ()
    return (_("What differs: %(differs)s") % {"differs": differs},)


def _decision_url(entry: Entry, wall: Wall) -> str:
    decision = entry.details.get("decision")
    is_told = decision is not None and not _is_walled(entry, wall)
    return reverse("decisions:detail", args=[decision]) if is_told else ""


def _is_undone(entry: Entry, undone: set[tuple[str, int]]) -> bool:
    return entry.verb not in _UNDOING and _entry_of(entry) in undone


def _entry_of(entry: Entry) -> tuple[str, int]:
    if entry.verb in (*_REGISTERED, "agreement.registration_taken_back"):
        return "edition", _edition_of(entry) or 0
    model = entry.details.get("model") or _UNDOABLE.get(entry.verb, ("", ""))[1]
    return str(model), int(entry.details.get("entry", 0))


def _undo_url(
    entry: Entry,
    agreement: Agreement,
    undone: set[tuple[str, int]],
    registered: Mapping[int, Verdict],
    acting: Acting,
) -> str:
    if entry.verb in _REGISTERED:
        edition_id = _edition_of(entry) or 0
        may = edition_id in registered and registered[edition_id]
        return reverse("agreements:take_back", args=[agreement.pk, edition_id]) if may else ""
    page = _UNDOABLE.get(entry.verb, ("", ""))[0]
    is_own = entry.actor_id == acting.user.pk
    if not page or not is_own or _entry_of(entry) in undone:
        return ""
    if acting.today - entry.happened_at.date() > UNDO_WITHIN:
        return ""
    return reverse(page, args=[agreement.pk, entry.details["entry"]])


def _why_not(entry: Entry, registered: Mapping[int, Verdict]) -> str:
    if entry.verb not in _REGISTERED:
        return ""
    verdict = registered.get(_edition_of(entry) or 0)
    return "" if verdict is None else str(verdict.reason)
