"""What a request looks like once it is known on whose behalf it is made."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from samklang.accounts.http import SignedInRequest
from samklang.accounts.strength import is_strong
from samklang.common.occasion import Standing, occasion
from samklang.organizations.acting import Acting, acting
from samklang.organizations.elevation import lent_seats


class ActingRequest(SignedInRequest):
    """A signed-in request that knows the user’s current seats."""

    acting: Acting


class ActingMiddleware:
    """Gives each request its `acting`; the only place where a page reads the clock."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        def find() -> Acting:
            user = request.user
            if not user.is_authenticated:
                raise RuntimeError("Nobody is signed in: a page without sign-in has no acting.")
            lent = lent_seats(user, now=timezone.now()) if user.operator else ()
            return acting(user, today=timezone.localdate(), strong=is_strong(request), lent=lent)

        def standing(organization_id: int | None) -> Standing:
            if not request.user.is_authenticated:
                return organization_id, ""
            known: Acting = request.acting  # type: ignore[attr-defined]  # our own attribute
            return known.standing(organization_id)

        request.acting = SimpleLazyObject(find)  # type: ignore[attr-defined]  # our own attribute
        occasion().standing = standing
        return self.get_response(request)
