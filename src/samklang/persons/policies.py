"""Who may look after what is held about other people."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from samklang.accounts.models import User
from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.persons.queries import rights_left


def can_look_after_persons(user: User, *, strong: bool) -> Verdict:
    """Those who run the installation answer for all of it; an organization for its own rights."""
    if not user.operator:
        return denied(_("Only those who run the installation look after people’s accounts."))
    if not strong:
        return denied(_("Use two-step verification first. Turn it on under My account."))
    return ALLOWED


def can_erase(person: User, *, by: User | None, today: date) -> Verdict:
    """Rights are an organization’s to take back; an account without any can be erased."""
    if person.erased_at is not None:
        return denied(_("This person is erased already."))
    if person == by:
        return denied(_("Somebody else who runs the installation has to erase you."))
    if held := rights_left(person, today=today):
        return denied(
            _("%(organizations)s must take back the person’s rights first.")
            % {"organizations": ", ".join(held)}
        )
    return ALLOWED
