"""A letter says what people wrote as they wrote it: no markup, no header, no placeholder filled in.

Seen red: with the invitation's text formatted a second time, with the organization's name put into
the subject as it is, and with the letter sent as HTML too.
"""

from __future__ import annotations

from typing import Any

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.test import Client
from django.urls import reverse

from samklang.accounts.models import User
from samklang.organizations.models import Organization, Role
from tests import cast
from tests.architecture.test_access import show_the_second_step
from tests.hostile.markup import ENDINGS
from tests.hostile.placeholders import FILLED_IN, PLACEHOLDERS

pytestmark = pytest.mark.django_db
HEADERS = ("Bo\r\nBcc: alla@evil.example", "Bo\nSubject: x", "Bo\r\n\r\n<b>x</b>", "Bo\x0bX: y")
WRITTEN = (*PLACEHOLDERS, *ENDINGS[::4], *HEADERS)


def letters(settings: Any, text: str) -> None:
    """Send every letter that there is, with the text wherever somebody may have written it."""
    settings.SAMKLANG_MAIL = "smtp://localhost"
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    ada = cast.person("ada", Role.ADMINISTRATOR)
    User.objects.filter(pk=ada.pk).update(name=text, email="ada@kommunen.example")
    Organization.objects.update(name=text, short_name=text)
    browser = Client()
    browser.force_login(ada)
    show_the_second_step(browser)
    sent = {"name": text, "email": "bo@kommunen.example", "role": Role.READER}
    browser.post(reverse("organizations:invite", args=[cast.organization().pk]), sent)
    Client().post(reverse("account_reset_password"), {"email": "ada@kommunen.example"})


@pytest.mark.parametrize("text", WRITTEN, ids=ascii)
def test_a_letter_is_plain_words(settings: Any, mailoutbox: list[EmailMessage], text: str) -> None:
    letters(settings, text)

    assert len(mailoutbox) == 2
    for one in mailoutbox:
        assert one.content_subtype == "plain"
        assert not isinstance(one, EmailMultiAlternatives) or one.alternatives == []
        assert set(one.message().keys()) == set(plain_headers(one))
        assert one.recipients() in (["bo@kommunen.example"], ["ada@kommunen.example"])
        assert [word for word in FILLED_IN if word in f"{one.subject}{one.body}"] == []
    assert "".join(text.split()) in "".join(str(mailoutbox[0].body).split())


def plain_headers(one: EmailMessage) -> tuple[str, ...]:
    return (
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To",
        "Date", "Message-ID", *one.extra_headers,
    )  # fmt: skip
