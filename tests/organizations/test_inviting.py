"""An invitation is single use, expires, is bound to its address and cannot be guessed.

Seen red: with Invitation.open and waiting without their filters one at a time (the sender's seat,
its organization and role, the operator, the closed account, too), with actions.accept asking
nothing, with joining.guest letting any
signed-in user in, and with the secret kept as it is.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samklang.accounts.models import User
from samklang.accounts.strength import mark_strong
from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations import actions
from samklang.organizations.models import Invitation, Membership, Organization, Role
from tests import cast

pytestmark = pytest.mark.django_db
PASSWORD = "fyra stilla björkar vid ån"  # noqa: S105  # an invented person's
ADDRESS = "bo.ek@kommunen.example"


@pytest.fixture
def ada() -> Client:
    return administrator("ada", cast.organization())


def administrator(name: str, of: Organization) -> Client:
    client = Client()
    client.force_login(cast.person(name, Role.ADMINISTRATOR, of=of))
    session = client.session
    mark_strong(session)
    session.save()
    return client


def invite(client: Client, **differs: str) -> Any:
    sent = {"name": "Bo Ek", "email": ADDRESS, "role": Role.EDITOR, "until_date": "", **differs}
    return client.post(reverse("organizations:invite", args=[cast.organization().pk]), sent)


def link_of(answer: Any) -> str:
    found = re.search(
        r"https?://testserver(/organisation/inbjudan/[^<\s]+)", answer.content.decode()
    )
    assert found
    return found[1]


def accept(link: str, client: Client | None = None, **differs: str) -> Any:
    return (client or Client()).post(link, {"name": "Bo Ek", "password": PASSWORD, **differs})


def test_an_invited_colleague_gets_an_account_and_the_right(ada: Client) -> None:
    bo = Client()

    answer = accept(link_of(invite(ada, until_date="2099-06-30")), bo)

    seat = Membership.objects.get(user__username=ADDRESS)
    assert answer.status_code == 302
    assert (seat.organization, seat.role) == (cast.organization(), Role.EDITOR)
    assert seat.until_date is not None
    assert seat.until_date.isoformat() == "2099-06-30"
    assert bo.session["_auth_user_id"] == str(seat.user_id)
    assert seat.user.check_password(PASSWORD)


def test_it_is_written_down_who_invited_and_who_came(ada: Client) -> None:
    accept(link_of(invite(ada)))

    told = list(Entry.objects.order_by("pk").values_list("verb", "actor__username"))

    assert told == [
        ("invitation.sent", "ada"),
        ("invitation.accepted", ADDRESS),
        ("right.given", "ada"),
    ]


def test_the_link_is_sent_in_a_letter_where_there_is_a_mail_server(
    ada: Client, settings: Any, mailoutbox: list[EmailMessage]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SAMKLANG_MAIL = "smtp://mail.example"

    answer = invite(ada)

    assert [letter.to for letter in mailoutbox] == [[ADDRESS]]
    assert "/organisation/inbjudan/" in str(mailoutbox[0].body)
    assert "Ada bjuder in dig" in str(mailoutbox[0].body)
    assert "Bo Ek får skriva för Lund kommun." in str(mailoutbox[0].body)
    assert "/organisation/inbjudan/" not in answer.content.decode()


def test_a_form_that_is_sent_twice_invites_once_and_sends_one_letter(
    ada: Client, settings: Any, mailoutbox: list[EmailMessage]
) -> None:
    """Seen red: two sendings made two invitations, and sent two letters with two links."""
    settings.SAMKLANG_MAIL = "smtp://localhost"
    key = "0123456789abcdef" * 2

    invite(ada, form_key=key)
    second = invite(ada, form_key=key)

    assert Invitation.objects.count() == len(mailoutbox) == 1
    assert second.headers["Location"] == reverse(
        "organizations:invite", args=[cast.organization().pk]
    )


def test_a_mail_server_that_does_not_answer_hands_over_the_link(ada: Client, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.SAMKLANG_MAIL = "smtp://127.0.0.1:9"

    answer = invite(ada)

    assert "Inget brev kunde skickas" in answer.content.decode()
    assert link_of(answer)


def test_a_name_with_a_line_break_becomes_no_header(
    ada: Client, settings: Any, mailoutbox: list[EmailMessage]
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    settings.SAMKLANG_MAIL = "smtp://mail.example"
    Organization.objects.update(name="Lund\r\nBcc: alla@elsewhere.example")

    invite(ada)

    assert mailoutbox[0].recipients() == [ADDRESS]
    assert "\n" not in mailoutbox[0].subject


def test_only_the_hash_of_the_secret_is_kept(ada: Client) -> None:
    secret = link_of(invite(ada)).rstrip("/").rsplit("/", 1)[1]

    kept = Invitation.objects.values().get()

    assert len(secret) >= 43  # 256 bits
    assert secret not in str(kept)


def test_two_invitations_have_nothing_in_common(ada: Client) -> None:
    first, second = (link_of(invite(ada)).rsplit("/", 2)[1] for _ in range(2))

    assert len({*first[:8], *second[:8]}) > 8
    assert first[:8] != second[:8]


def spoilt_by_use(link: str, _invitation: Invitation) -> None:
    accept(link)


def spoilt_by_withdrawal(_link: str, invitation: Invitation) -> None:
    ada = administrator("ada", cast.organization())
    ada.post(reverse("organizations:withdraw", args=[invitation.pk]))


def spoilt_by_age(_link: str, invitation: Invitation) -> None:
    invitation.expires_at = timezone.now() - timedelta(seconds=1)
    invitation.save()


def spoilt_by_taken_right(_link: str, _invitation: Invitation) -> None:
    seat = Membership.objects.get(user__username="ada")
    cast.person("eva", Role.ADMINISTRATOR)
    eva = administrator("eva", cast.organization())
    assert eva.post(reverse("organizations:end", args=[seat.pk])).status_code == 302


def spoilt_by_another_organization(_link: str, _invitation: Invitation) -> None:
    """Ada is an administrator still, but elsewhere."""
    Membership.objects.filter(user__username="ada").update(organization=cast.organization("vik"))


def spoilt_by_lower_right(_link: str, _invitation: Invitation) -> None:
    Membership.objects.filter(user__username="ada").update(role=Role.EDITOR)


def spoilt_by_closed_account(_link: str, _invitation: Invitation) -> None:
    User.objects.filter(username="ada").update(is_active=False)


SPOILT = [
    spoilt_by_use,
    spoilt_by_withdrawal,
    spoilt_by_age,
    spoilt_by_taken_right,
    spoilt_by_another_organization,
    spoilt_by_lower_right,
    spoilt_by_closed_account,
]


@pytest.mark.parametrize("spoil", SPOILT)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_link_that_opens_nothing_gets_the_same_answer(
    ada: Client, spoil: Any, method: str
) -> None:
    link = link_of(invite(ada))
    spoil(link, Invitation.objects.get())
    made_up = "/organisation/inbjudan/" + "A" * 43 + "/"

    answers = [
        getattr(Client(), method)(address, {"name": "Bo", "password": PASSWORD})
        for address in (link, made_up)
    ]

    pages = [without_token(answer.content) for answer in answers]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert pages[0].replace(link, "LINK") == pages[1].replace(made_up, "LINK")


def without_token(page: bytes) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page.decode())


def test_whoever_is_not_let_in_reads_whom_to_ask(ada: Client) -> None:
    link = link_of(invite(ada))
    spoilt_by_taken_right(link, Invitation.objects.get())

    shown = Client().get(link).content.decode()

    assert "den som bjöd in dig får inte längre göra det" in shown
    assert "Be organisationens administratör om en ny" in shown


def test_the_other_administrators_see_that_it_no_longer_holds(ada: Client) -> None:
    invite(ada)
    spoilt_by_taken_right("", Invitation.objects.get())

    eva = administrator("eva", cast.organization())
    shown = eva.get(cast.organization().get_absolute_url()).content.decode()

    assert "Gäller inte: den som skickade den får inte längre bjuda in" in shown
    assert "Dra tillbaka" not in shown


@pytest.mark.parametrize(("still", "answer"), [(True, 200), (False, 404)])
def test_an_operators_invitation_outlives_the_borrowed_hour_while_they_are_operator(
    still: bool, answer: int
) -> None:
    olle = cast.person("olle", None)
    User.objects.filter(pk=olle.pk).update(operator=True)
    _made, secret = actions.invite(
        cast.organization(),
        name="Bo Ek",
        email=ADDRESS,
        role=Role.ADMINISTRATOR,
        until_date=None,
        by=olle,
        now=timezone.now(),
    )
    User.objects.filter(pk=olle.pk).update(operator=still)

    shown = Client().get(reverse("organizations:invitation", args=[secret]))

    assert shown.status_code == answer


def test_whoever_follows_the_link_just_after_the_right_was_taken_back_comes_too_late(
    ada: Client,
) -> None:
    invite(ada)
    found = Invitation.objects.get()
    spoilt_by_taken_right("", found)

    with pytest.raises(MoveNotAllowed):
        actions.accept(found, user=cast.person("bo", None), now=timezone.now(), today=cast.TODAY)


def test_looking_at_the_invitation_does_not_use_it_up(ada: Client) -> None:
    """Mail programs follow links before their readers do."""
    link = link_of(invite(ada))
    for _look in range(3):
        assert Client().get(link).status_code == 200

    assert accept(link).status_code == 302


def test_a_poor_password_is_told_and_nothing_is_used_up(ada: Client) -> None:
    link = link_of(invite(ada))

    answer = accept(link, password="kort")  # noqa: S106

    assert answer.status_code == 422
    assert "Minst 12 tecken" in answer.content.decode()
    assert "Lösenordet är för kort" in answer.content.decode()
    assert not User.objects.filter(username=ADDRESS).exists()
    assert accept(link).status_code == 302


def test_whoever_becomes_an_administrator_needs_a_longer_password(ada: Client) -> None:
    fourteen = "björk å sjö vi"

    editor = accept(link_of(invite(ada)), password=fourteen)
    administers = accept(
        link_of(invite(ada, email="eva@kommunen.example", role=Role.ADMINISTRATOR)),
        password=fourteen,
    )

    assert len(fourteen) == 14
    assert (editor.status_code, administers.status_code) == (302, 422)


def test_whoever_has_an_account_signs_in_to_accept(ada: Client) -> None:
    bo = User.objects.create(username=ADDRESS, email=ADDRESS, name="Bo")
    bo.set_password(PASSWORD)
    bo.save()
    link = link_of(invite(ada))
    guest = Client()

    assert "Du har redan ett konto" in guest.get(link).content.decode()
    assert accept(link, guest).status_code == 422
    guest.post("/logga/in/", {"login": ADDRESS, "password": PASSWORD})
    assert accept(link, guest).status_code == 302
    assert Membership.objects.filter(user=bo).count() == 1


def test_somebody_else_who_is_signed_in_cannot_take_the_invitation(ada: Client) -> None:
    link = link_of(invite(ada))
    eve = Client()
    eve.force_login(cast.person("eve", None))

    assert eve.get(link).status_code == 404
    assert accept(link, eve).status_code == 404
    assert not Membership.objects.filter(user__username="eve").exists()


@pytest.mark.parametrize(
    ("differs", "sentence"),
    [
        ({"name": ""}, "Skriv personens namn"),
        ({"email": "inte en adress"}, "Skriv en e-postadress"),
        ({"role": ""}, "Välj vilken rättighet"),
        ({"role": "superuser"}, "superuser"),
        ({"until_date": "2020-01-01"}, "Den dagen har varit"),
        ({"until_date": "31 februari"}, "Skriv dagen som år, månad och dag"),
        ({"until_date": "2027-02-31"}, "Skriv dagen som år, månad och dag"),
    ],
)
def test_a_faulty_invitation_says_what_to_do_and_keeps_what_was_typed(
    ada: Client, differs: dict[str, str], sentence: str
) -> None:
    answer = invite(ada, **differs)

    shown = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in shown
    assert all(value in shown for value in differs.values())
    assert not Invitation.objects.exists()


def test_an_invitation_is_not_for_another_county(ada: Client) -> None:
    elsewhere = cast.organization("fjord", of=cast.partnership("sydmark"))

    answer = ada.get(reverse("organizations:invite", args=[elsewhere.pk]))

    assert answer.status_code == 404
