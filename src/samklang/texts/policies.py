"""Everything that says who may write a text, and whether it can be written still."""

from __future__ import annotations

from collections.abc import Iterable, Sized

from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import Agreement, Edition, OpenText, has_adoption
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.api import Acting
from samklang.texts.queries import writers

_ADOPTED = denied(
    _("The text is adopted, so it is not changed any more. Begin a new edition to change it.")
)


def can_read(opened: OpenText) -> Verdict:
    if opened.until is not None:
        return ALLOWED
    return denied(
        _("The text is a draft. The other parties may read it when it is adopted or shared.")
    )


def can_write(acting: Acting, opened: OpenText) -> Verdict:
    """Those who write the edition, until the first party has said yes to its wording."""
    writes = can_mark(acting, opened)
    if not writes:
        return writes
    if opened.is_decided or has_adoption(opened.edition):
        return _ADOPTED
    return ALLOWED


def can_mark(acting: Acting, opened: OpenText) -> Verdict:
    """Who may say what in the text is a commitment, and divide one that came as a file.

    That goes for an adopted text too: it is said of its wording, which stays.
    """
    if writers(opened.edition) & acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s may do this.")
        % {"keeper": opened.edition.agreement.keeper}
    )


def can_lend(opened: OpenText) -> Verdict:
    """What everybody in the county may use is taken from what everybody may read."""
    if opened.is_decided:
        return ALLOWED
    return denied(_("A shared wording is taken from a decided text, and this one is a draft."))


def can_mark_as_meant(acting: Acting, partnership_id: int, editions: Iterable[Edition]) -> Verdict:
    """Who may say that texts shall differ: those who keep any of them, and the coordinators."""
    writes = acting.writes_for()
    if acting.coordinates(partnership_id) or any(one.inside & writes for one in editions):
        return ALLOWED
    return denied(
        _("Only those who keep one of the texts, and the coordinators, may say what shall differ.")
    )


def is_empty(sections: Sized) -> Verdict:
    """Nothing is laid out over what somebody has written."""
    if not len(sections):
        return ALLOWED
    return denied(_("The text is in sections already. Write in them instead."))


def can_judge(acting: Acting, upper: Agreement, *, sides: frozenset[int]) -> Verdict:
    """Those who write the regional text or for either side of the local one, and coordinators."""
    may = sides | {upper.keeper_id}
    if acting.coordinates(upper.partnership_id) or may & acting.writes_for():
        return ALLOWED
    return denied(
        _("Only those who write for %(keeper)s or for a party of the local text may judge it.")
        % {"keeper": upper.keeper}
    )
