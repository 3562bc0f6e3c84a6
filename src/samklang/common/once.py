"""One form, one effect: a form that is sent twice is answered twice and carried out once.

A double click, a reload or a lost answer sends the same form again. The form carries a key that
is drawn when it is shown (`{% form_key %}`); the key and what was written are kept, under a
unique constraint and in the transaction of what the form does. The second sending waits for the
first, and is sent on to the same place.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec, TypeVar, cast

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.common.answers import see
from samklang.common.http import HtmxRequest
from samklang.common.models import SentForm

FIELD = "form_key"
KEPT = timedelta(days=30)
_KEY = re.compile(r"[0-9a-f]{32}")
Request = TypeVar("Request", bound=HtmxRequest)
P = ParamSpec("P")
View = Callable[Concatenate[Request, P], HttpResponse]


def once(view: View[Request, P]) -> View[Request, P]:
    """Let the view carry out each form that is sent to it once."""

    @wraps(view)
    def answered(request: Request, *args: P.args, **options: P.kwargs) -> HttpResponse:
        key = request.POST.get(FIELD, "")
        if request.method != "POST" or not _KEY.fullmatch(key):
            return view(request, *args, **options)
        digest = _digest(request)
        with transaction.atomic():
            sent = _sent(request, key, digest)
            if sent.answer:
                messages.success(request, _("What you sent is saved."))
                return see(request, sent.answer)
            answer = view(request, *args, **options)
            _keep(sent, _leads_to(request, answer))
        return answer

    answered.carries_out_once = True  # type: ignore[attr-defined]  # read by a test of the house
    return cast("View[Request, P]", answered)


def _sent(request: HtmxRequest, key: str, digest: str) -> SentForm:
    """Take the form for oneself, or wait until whoever has it is done."""
    own = SentForm.objects.filter(user_id=request.user.pk or 0)
    own.filter(sent_at__lt=timezone.now() - KEPT).delete()
    return SentForm.objects.get_or_create(user_id=request.user.pk or 0, key=key, digest=digest)[0]


def _leads_to(request: HtmxRequest, answer: HttpResponse) -> str:
    """Return where a double is sent: on, or back to the form that was answered by a page."""
    to = answer.headers.get("Location") or answer.headers.get("HX-Redirect") or ""
    return to or (request.path if answer.status_code == HTTPStatus.OK else "")


def _keep(sent: SentForm, to: str) -> None:
    """Only what was carried out leads anywhere; a form to correct may be sent again."""
    if to:
        sent.answer = to
        sent.save(update_fields=["answer"])
    else:
        sent.delete()


def _digest(request: HtmxRequest) -> str:
    """Name what was written; the token against forgery is new on every page."""
    digest = hashlib.sha256(request.path.encode())
    for part in _written(request):
        digest.update(len(part).to_bytes(8) + part)
    return digest.hexdigest()


def _written(request: HtmxRequest) -> Iterator[bytes]:
    for name in sorted(set(request.POST) - {"csrfmiddlewaretoken", FIELD}):
        yield name.encode()
        yield from (value.encode() for value in request.POST.getlist(name))
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            yield f"{name}/{file.name}".encode()
            yield _hash(file.chunks())
            file.seek(0)


def _hash(chunks: Iterator[bytes]) -> bytes:
    digest = hashlib.sha256()
    for chunk in chunks:
        digest.update(chunk)
    return digest.digest()
