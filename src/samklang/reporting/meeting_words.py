"""How a meeting is said in words, the same in every paper of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import formats
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from samklang.meetings.api import Decided, ItemTold, PaperTold, Party, Proceedings, Standing

_STANDS = {
    Standing.DRAFT_AGENDA: gettext_lazy("draft, not sent out"),
    Standing.AGENDA: gettext_lazy("agenda, before the meeting"),
    Standing.NO_MINUTES: gettext_lazy("agenda, no checked minutes yet"),
    Standing.NOT_CHECKED: gettext_lazy("DRAFT, not checked"),
    Standing.CHECKED: gettext_lazy("DRAFT, checked but not locked"),
    Standing.LOCKED: gettext_lazy("checked and locked"),
    Standing.BROKEN: gettext_lazy("NOT WHAT WAS LOCKED"),
    Standing.READ: gettext_lazy("read from a file, not checked here"),
}


def title(it: Proceedings) -> str:
    """Say what the paper is of: “Minutes: the network 30 January 2026”."""
    said = _("Minutes: %(body)s %(day)s") if it.has_minutes else _("Agenda: %(body)s %(day)s")
    return said % {"body": it.body, "day": day_words(it.date)}


def kind_of_paper(it: Proceedings) -> str:
    return pgettext("paper", "Minutes") if it.has_minutes else pgettext("paper", "Agenda")


def stands(it: Proceedings) -> str:
    return str(_STANDS[it.standing])


def foot(it: Proceedings, taken_on: date) -> str:
    """What every page says: the body, its day, how far the paper has come, and which state it is.

    The words for a draft come first, so that no page can be taken for what it is not.
    """
    parts = [
        capfirst(stands(it)),
        f"{it.body} {it.date.isoformat() if it.date else ''}".strip(),
        _("version %(number)s") % {"number": it.version},
        _("taken out %(day)s") % {"day": taken_on.isoformat()},
    ]
    if it.minutes and it.minutes.sha256:
        parts.append(f"SHA-256 {it.minutes.sha256[:16]}")
    return " · ".join(parts)


def day_words(day: date | None) -> str:
    return formats.date_format(day, "j F Y") if day else _("day not known")


def weekday_words(day: date | None) -> str:
    return capfirst(formats.date_format(day, "l j F Y")) if day else _("Day not known")


def time_words(it: Proceedings) -> str:
    times = [formats.time_format(one, "H.i") for one in (it.start_time, it.end_time) if one]
    return "–".join(times)


def slot_words(item: ItemTold) -> str:
    """Say by the clock when an item is planned to be dealt with, or at least for how long."""
    return item.slot.clock or item.slot.length


def facts(it: Proceedings) -> list[tuple[str, str]]:
    """Return what stands at the head; what nobody has said is left out."""
    said = (
        (_("Day"), weekday_words(it.date)),
        (_("Time"), time_words(it)),
        (_("Place"), it.place),
        (_("Chair"), it.chair),
        (_("Secretary"), it.secretary),
        (_("Called by"), it.keeper),
    )
    return [(label, value) for label, value in said if value]


def people(parties: Iterable[Party]) -> list[tuple[str, str]]:
    return [(one.name or "–", ", ".join(one.people)) for one in parties]


def heading(item: ItemTold) -> str:
    """Say “5. Heading” and “a) Heading”, with how it is dealt with and what is attached to it."""
    mark = item.mark.rpartition(" ")[2]
    number = f"{mark}." if mark.isdecimal() else mark
    kinds = f"{'/'.join(item.kinds)}:" if item.kinds and not item.is_heading else ""
    labels = ", ".join(one.label for one in item.papers)
    papers = f"({labels})" if labels else ""
    return " ".join(filter(None, (number, kinds, item.title, papers)))


def paper_words(paper: PaperTold) -> str:
    """Say what an attachment is called and what it is: “Attachment 2: proposal”."""
    return ": ".join(filter(None, (paper.label, what_it_is(paper))))


def what_it_is(paper: PaperTold) -> str:
    late = f"({_('came late')})" if paper.is_late else ""
    return " ".join(filter(None, (paper.title, late)))


def became(one: Decided) -> str:
    """Say what has come of a decision: how it stands, or that nobody has recorded it."""
    if not one.is_recorded:
        return _("Not in the register of decisions")
    return one.stands or _("In the register of decisions")


def file_name(it: Proceedings, ending: str) -> str:
    """Make a name that every system can keep: only the letters a to z, digits and hyphens."""
    day = it.date.isoformat() if it.date else ""
    said = (kind_of_paper(it), it.body[:80], day, "" if it.is_final else _("draft"))
    return f"{slugify(' '.join(filter(None, said)))}.{ending}"
