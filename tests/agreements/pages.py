"""How the tests of pages look and send, and as whom."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from samklang.agreements.models import Agreement
from samklang.organizations.api import OrganizationKind, Role
from tests import cast


def other(name: str, *, of: str, kind: str = OrganizationKind.REGION) -> Client:
    client = Client()
    client.force_login(cast.person(name, of=cast.organization(of, kind=kind)))
    return client


def coordinator() -> Client:
    client = Client()
    support = cast.organization("stod", kind=OrganizationKind.SUPPORT)
    client.force_login(cast.person("ask", Role.COORDINATOR, of=support))
    return client


def page(client: Client, name: str, *args: object, **asked: str) -> str:
    answer = client.get(reverse(f"agreements:{name}", args=args), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, name: str, agreement: Agreement, **sent: object) -> tuple[int, str]:
    sent.setdefault("version", Agreement.objects.get(pk=agreement.pk).version)
    answer = client.post(reverse(f"agreements:{name}", args=[agreement.pk]), sent)
    return answer.status_code, answer.content.decode()
