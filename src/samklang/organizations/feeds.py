"""What a program reads at a person’s secret address: found, not too often, and not sent twice."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from samklang.common.allowance import Allowances
from samklang.organizations.acting import Acting, acting
from samklang.organizations.models import SecretAddress
from samklang.organizations.queries.addresses import address_by_secret

# Programs ask once an hour or so; more than this a minute is a fault of theirs.
PER_MINUTE = 30
WAIT = 60
reading = Allowances(PER_MINUTE)
Tell = Callable[[SecretAddress, Acting], HttpResponse]


def read_at(secret: str, opens: str, tell: Tell) -> HttpResponse:
    """Answer what is told to the address’s person, with the rights that they have now.

    Administrators’ rights rest, as without two-step verification. An address that opens nothing
    is answered like one that never was, and one that is read too often is asked to wait.
    """
    found = address_by_secret(secret, opens)
    if found is None:
        raise Http404
    if not reading.may(found.pk):
        return _come_back_later()
    return tell(found, acting(found.user, today=timezone.localdate(), strong=False))


def _come_back_later() -> HttpResponse:
    """Answer a program that asks too often; it has lost nothing."""
    said = _("This address is read too often. Wait a minute and read it again.")
    answer = HttpResponse(
        said, status=HTTPStatus.TOO_MANY_REQUESTS, content_type="text/plain; charset=utf-8"
    )
    answer["Retry-After"] = str(WAIT)
    return answer


def unless_known(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Send the answer, or 304 to whoever has it; its address is told to nobody that it links to.

    Only the name of the content counts (ETag): a decision that is taken back and a right that has
    ended change it and have no day of their own in it.
    """
    etag = f'"{sha256(answer.content).hexdigest()[:32]}"'
    answer["ETag"], answer["Referrer-Policy"] = etag, "no-referrer"
    return get_conditional_response(request, etag, None, answer) or answer
