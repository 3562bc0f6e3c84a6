"""What is said when a text is shown as on another day than today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.agreements.api import Edition
from samklang.common.chosen_day import ChosenDay
from samklang.common.written_days import written
from samklang.texts.queries import Earlier, TextPage


def earlier_words(earlier: Earlier) -> tuple[str, ...]:
    """Say which day's text it is and since when it read so, or why there is nothing of it."""
    day = {"day": _day(earlier.on)}
    if earlier.since is not None:
        return (
            _("The text as it read on %(day)s.") % day,
            _("It had read so since %(day)s.") % {"day": _day(earlier.since)},
        )
    if earlier.open_from is not None:
        return (
            _("How the text read on %(day)s is not open to you.") % day,
            _(
                "You may read it as it reads from %(day)s on. What was written before that only "
                "those who write it see."
            )
            % {"day": _day(earlier.open_from)},
        )
    return (_("Nothing of this edition was written in Samklang by %(day)s.") % day,)


@dataclass(frozen=True, slots=True)
class Look:
    """The day that a text is looked at on, and which edition was in force then."""

    day: ChosenDay
    text: TextPage
    # Asked for only of another day than today.
    held: Edition | None = None

    @property
    def is_past(self) -> bool:
        return self.text.earlier is not None

    @property
    def words(self) -> tuple[str, ...]:
        if self.text.earlier is not None:
            return earlier_words(self.text.earlier)
        return (
            _("%(day)s has not come yet. This is the text as it reads today.")
            % {"day": _day(self.day.on)},
        )

    @property
    def is_held(self) -> bool:
        return self.held is not None and self.held.pk == self.text.edition.pk

    @property
    def held_words(self) -> str:
        """Say which edition was in force on the day, or that none was."""
        if self.held is None:
            return _("As far as the register knows, no edition is in force on that day.")
        if self.is_held:
            return _("This edition is in force on that day.")
        return _("Edition %(number)s is in force on that day.") % {"number": self.held.number}


def _day(day: date | datetime) -> str:
    local = timezone.localdate(day) if isinstance(day, datetime) else day
    return written(local, "j F Y")
