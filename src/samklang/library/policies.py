"""Who may change what a county's texts share."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.library.models import Clause
from samklang.organizations.api import Acting


def can_write_clauses(acting: Acting, partnership_id: int) -> Verdict:
    if acting.coordinates(partnership_id):
        return ALLOWED
    return denied(_("Only the county’s coordinators may add or change a shared wording."))


def can_change_clause(acting: Acting, clause: Clause) -> Verdict:
    """Change or withdraw it; one that is withdrawn is brought back first."""
    if clause.is_withdrawn:
        withdrawn = denied(_("It is withdrawn. Bring it back before you change it."))
        return can_write_clauses(acting, clause.partnership_id) and withdrawn
    return can_write_clauses(acting, clause.partnership_id)
