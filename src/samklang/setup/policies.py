"""Who may see how the installation is doing."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from samklang.common.policy import ALLOWED, Verdict, denied
from samklang.organizations.api import Acting


def can_see_operations(acting: Acting) -> Verdict:
    if acting.administers_any:
        return ALLOWED
    return denied(_("Only an organization’s administrator sees how the system is doing."))
