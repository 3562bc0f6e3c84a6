"""How the views find what a page is about, and make sure that it may be read."""

from __future__ import annotations

from samklang.common.policy import require
from samklang.consultations import queries
from samklang.consultations.page import TalkView
from samklang.consultations.queries import Talk
from samklang.organizations.api import ActingRequest
from samklang.texts.api import can_read


def readable(request: ActingRequest, edition_pk: int) -> Talk:
    talk = queries.talk(request.acting, edition_pk)
    require(can_read(talk.text.opened))
    return talk


def asked_view(request: ActingRequest, edition_pk: int) -> TalkView:
    return TalkView(
        readable(request, edition_pk),
        request.acting,
        only=request.GET.get("vem", "")[:200],
        waits_only=request.GET.get("visa") == "oppna",
    )
