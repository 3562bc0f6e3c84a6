"""What an extension would do, in words: before and after, and which others it touches."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samklang.agreements.queries.extending import Extension, Moved
from samklang.agreements.validity import Status
from samklang.agreements.wording import in_words, status_words
from samklang.common.words import Words
from samklang.decisions.api import Change, Touched


def trouble_of(found: Sequence[Extension]) -> str:
    """Say why the agreements cannot be extended so, or nothing."""
    for one in found:
        said = {"agreement": one.moved.agreement, "day": in_words(one.end_before)}
        asked = one.event.last_date
        if one.end_before and asked and asked <= one.end_before.last:
            return _("“%(agreement)s” holds until %(day)s already. Write a later day.") % said
        if one.is_overruled:
            return (
                _("A later decision says until when “%(agreement)s” holds: %(day)s. Check the day.")
                % said
            )
    return ""


def change_of(one: Extension, words: Words) -> Change:
    moved = one.moved
    return Change(
        name=str(moved.agreement),
        url=moved.agreement.get_absolute_url(),
        before=status_words(moved.before, words),
        after=status_words(moved.after, words),
        touched=tuple(_touched(local, moved, words) for local in one.built_on),
    )


def _touched(local: Moved, regional: Moved, words: Words) -> Touched:
    return Touched(
        name=str(local.agreement),
        url=local.agreement.get_absolute_url(),
        before=status_words(local.before, words),
        after=status_words(local.after, words),
        remark=_remark(local, regional, words),
    )


def _remark(local: Moved, regional: Moved, words: Words) -> str:
    """Say what follows for the local agreement; nothing where it holds as long as is needed."""
    end, until = local.after.last_known.end, regional.after.last_known.end
    said = {"definite": words.regional_definite, "end": in_words(end)}
    if local.after.status is Status.EXPIRED:
        return _("Has expired already. The extension does not change that.")
    if local.after.outlives:
        return _("Still holds longer than the %(definite)s.") % said
    if local.before.outlives:
        return _("Fits within the %(definite)s after the extension.") % said
    if end is not None and until is not None and end.last < until.first:
        return _("Ends %(end)s, before the %(definite)s. Extend it too.") % said
    return ""
