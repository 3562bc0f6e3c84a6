"""Whose meetings somebody may call, as the forms about it ask: a new meeting and a new series."""

from __future__ import annotations

from samklang.common.policy import require
from samklang.meetings import policies
from samklang.organizations.api import ActingRequest, Body, bodies, home_of, kept_bodies


def callable_bodies(request: ActingRequest) -> list[Body]:
    """Return the bodies that the user may call to a meeting; 403 says why not the one that is sent.

    Whoever may call none is told so.
    """
    require(policies.can_call(request.acting))
    home = home_of(request.acting)
    kept = kept_bodies(request.acting, home.pk)
    found = [(one, policies.can_call_of(request.acting, one, kept=kept)) for one in bodies(home.pk)]
    for one, verdict in found:
        if request.POST.get("body") == str(one.pk):
            require(verdict)
    return [one for one, verdict in found if verdict]
