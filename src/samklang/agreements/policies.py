"""Everything that says who may change what in the register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from samklang.agreements.models import (
    Adoption,
    Agreement,
    DiaryNumber,
    Edition,
    ValidityEvent,
)
from samklang.agreements.queries import (
    as_named,
    built_on,
    has_a_draft_of_others,
    is_decided,
    is_named,
    is_readable,
    later_by_others,
)
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.api import Acting

UNDO_WITHIN = timedelta(days=30)
_DRAFT = denied(
    _("The text is a draft. The other parties may read it when it is adopted or shared.")
)
_TAKEN_BACK = denied(_("The registration was taken back. Register the agreement anew."))


def can_register(
    acting: Acting, *, partnership_id: int, keeper_id: int, known: Agreement | None = None
) -> Verdict:
    """Who may put a new agreement, or an edition of a `known` one, in the register for a keeper."""
    if keeper_id in acting.writes_for():
        return ALLOWED
    if acting.coordinates(partnership_id):
        return ALLOWED if known is None or is_named(acting, known) else _their_draft(known)
    return denied(
        _(
            "Only those who write for the organization that keeps the agreement, and the "
            "coordinators, may register it."
        )
    )


def can_register_any(acting: Acting) -> Verdict:
    """Who may open the form for a new agreement; who keeps it is asked there."""
    if acting.writes_for():
        return ALLOWED
    return denied(_("Only those who write for an organization may register agreements."))


def can_edit(acting: Acting, agreement: Agreement) -> Verdict:
    """Who may change the agreement’s facts, parties, editions and dates."""
    if agreement.undone_at is not None:
        return _TAKEN_BACK
    if agreement.keeper_id in acting.writes_for():
        return ALLOWED
    if acting.coordinates(agreement.partnership_id):
        return ALLOWED if is_named(acting, agreement) else _their_draft(agreement)
    return denied(
        _("Only those who write for %(keeper)s, and the coordinators, may change this agreement.")
        % {"keeper": agreement.keeper}
    )


def _their_draft(agreement: Agreement) -> Verdict:
    return denied(
        _("The draft is %(keeper)s’s own until they share it or it is adopted.")
        % {"keeper": agreement.keeper}
    )


def can_edit_text(acting: Acting, edition: Edition) -> Verdict:
    """Who may record something about one text: of a draft only those who may read it."""
    agreement = edition.agreement
    if is_readable(acting, edition):
        return can_edit(acting, agreement)
    return can_edit(acting, agreement) and _their_draft(agreement)


def may_move_keeper(acting: Acting, agreement: Agreement) -> Verdict:
    """A coordinator may say who keeps it, but gives nobody a draft that others write."""
    if not acting.coordinates(agreement.partnership_id):
        return denied(_("Only a coordinator may change who keeps an agreement."))
    if has_a_draft_of_others(acting, agreement):
        return denied(_("Others write on a draft of it. Change the keeper when it is adopted."))
    return ALLOWED


def can_share(acting: Acting, edition: Edition) -> Verdict:
    """Who may let other organizations see a draft: those who write it, until it is adopted."""
    agreement = edition.agreement
    if agreement.undone_at is not None or edition.undone_at is not None:
        return _TAKEN_BACK
    if not edition.inside & acting.writes_for():
        return denied(
            _("Only those who write for %(keeper)s may share its drafts.")
            % {"keeper": agreement.keeper}
        )
    if is_decided(edition, on=acting.today):
        return denied(_("It is adopted, so all parties may read it already."))
    return ALLOWED


def may_record_for(
    acting: Acting, agreement: Agreement, organization_ids: Iterable[int]
) -> frozenset[int]:
    """Return the parties whose own yes or diary number the user may record."""
    asked = frozenset(organization_ids)
    return asked if acting.coordinates(agreement.partnership_id) else asked & acting.writes_for()


def can_record_for_party(
    acting: Acting, agreement: Agreement, organization_ids: Iterable[int]
) -> Verdict:
    """Who may record what a party itself has done: its own writers, and the coordinators."""
    if agreement.undone_at is not None:
        return _TAKEN_BACK
    if may_record_for(acting, agreement, organization_ids):
        return ALLOWED
    return denied(
        _("Only those who write for one of the parties, and the coordinators, may record this.")
    )


def can_undo(acting: Acting, entry: ValidityEvent | Adoption | DiaryNumber) -> Verdict:
    """One’s own entry can be taken back for thirty days; after that, record a new one."""
    # Whoever no longer writes there has nothing to take back.
    if entry.recorded_by_id != acting.user.pk or not _still_writes(acting, entry):
        return denied(_("Only the person who recorded this may undo it. Record a new entry."))
    if acting.today - entry.recorded_at.date() > UNDO_WITHIN:
        return denied(_("This was recorded more than 30 days ago. Record a new entry."))
    return ALLOWED


def _still_writes(acting: Acting, entry: ValidityEvent | Adoption | DiaryNumber) -> bool:
    """Whether they write for whoever keeps the agreement, or for the party that it is about."""
    about = entry.agreement if isinstance(entry, DiaryNumber) else entry.edition.agreement
    party = None if isinstance(entry, ValidityEvent) else entry.organization_id
    own = acting.writes_for()
    return about.keeper_id in own or party in own or acting.coordinates(about.partnership_id)


def can_take_back(acting: Acting, edition: Edition) -> Verdict:
    """Take one’s own registration back within thirty days, unless others have built on it."""
    agreement, own = edition.agreement, acting.writes_for()
    still_writes = edition.inside & own or acting.coordinates(agreement.partnership_id)
    if edition.recorded_by_id != acting.user.pk or not still_writes:
        return denied(_("Only the person who registered this may take it back."))
    registered = edition.recorded_at
    if registered is None or acting.today - registered.date() > UNDO_WITHIN:
        return denied(_("This was registered more than 30 days ago. Record what is right instead."))
    return _is_alone(acting, edition)


def _is_alone(acting: Acting, edition: Edition) -> Verdict:
    child = built_on(edition)
    if child is not None:
        return denied(
            _("“%(title)s” builds on it. Change what that one builds on first.")
            % {"title": as_named(acting, [child])[0]}
        )
    later = later_by_others(edition, acting.user)
    if later is not None:
        return denied(
            _(
                "%(name)s has recorded something about it since, and that must not be lost. Record "
                "what is right as a new entry instead."
            )
            % {"name": later.actor or _("Somebody")}
        )
    return ALLOWED


def can_propose(acting: Acting, edition: Edition) -> Verdict:
    """Who may see what the boards are asked: a proposal goes before the decision, as drafts do."""
    return ALLOWED if is_readable(acting, edition) else _DRAFT
