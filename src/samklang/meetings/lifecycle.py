"""The states of a meeting, its minutes and a pack of its papers, and every move between them."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from samklang.common.lifecycle import Lifecycle, Move


class State(TextChoices):
    # Planned, and seen by nobody outside the organization that calls it.
    DRAFT = "draft", pgettext_lazy("meeting", "Draft")
    PLANNED = "planned", _("Agenda sent out")
    HELD = "held", _("Held")
    # Called off before it was held; it stays, with the reason.
    CANCELLED = "cancelled", pgettext_lazy("meeting", "Cancelled")


SEND_OUT = "send_out"
HOLD = "hold"
CANCEL = "cancel"

LIFECYCLE = Lifecycle(
    Move(SEND_OUT, (State.DRAFT,), State.PLANNED),
    Move(HOLD, (State.PLANNED,), State.HELD),
    Move(CANCEL, (State.DRAFT, State.PLANNED), State.CANCELLED),
)

# What is planned of these can still be changed.
OPEN = (State.DRAFT, State.PLANNED)


class MinutesState(TextChoices):
    # Being written, and seen by nobody outside the organization that keeps the meeting.
    WRITING = "writing", _("Being written")
    CHECKED = "checked", pgettext_lazy("minutes", "Checked")
    LOCKED = "locked", pgettext_lazy("minutes", "Locked")


CHECK = "check"
WRITE_ON = "write_on"
LOCK = "lock"

MINUTES_LIFECYCLE = Lifecycle(
    Move(CHECK, (MinutesState.WRITING,), MinutesState.CHECKED),
    Move(WRITE_ON, (MinutesState.CHECKED,), MinutesState.WRITING),
    Move(LOCK, (MinutesState.CHECKED,), MinutesState.LOCKED),
)


class PackState(TextChoices):
    WAITING = "waiting", pgettext_lazy("pack", "Waiting")
    MAKING = "making", pgettext_lazy("pack", "Being made")
    MADE = "made", pgettext_lazy("pack", "Made")
    FAILED = "failed", pgettext_lazy("pack", "Not made")


TAKE, FINISH, FAIL, GIVE_BACK = "take", "finish", "fail", "give_back"

PACK_LIFECYCLE = Lifecycle(
    Move(TAKE, (PackState.WAITING,), PackState.MAKING),
    Move(FINISH, (PackState.MAKING,), PackState.MADE),
    Move(FAIL, (PackState.WAITING, PackState.MAKING), PackState.FAILED),
    # What a stopped worker left behind is made again.
    Move(GIVE_BACK, (PackState.MAKING,), PackState.WAITING),
)
