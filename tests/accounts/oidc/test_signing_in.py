"""Signing in by the word of a provider, honest and not.

Seen red: with _ALGORITHMS widened to HS256 and none, with _checked not asking for `acr`, with
_is_its_own answering True, without the code challenge, with user names cut instead of hashed, with
admit not looking again or taking any account of the name, with _is_a_subject asking one thing less
at a time, with _said letting all through, and without Cancelled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from samklang.accounts.actions import admit
from samklang.accounts.models import Identity, User
from samklang.accounts.oidc.claims import Claims
from samklang.accounts.oidc.providers import Provider
from samklang.organizations.models import Membership, Role
from tests import cast
from tests.accounts.oidc.provider import CLIENT_ID, CLIENT_SECRET, HIGH, LOW, Idp, running

pytestmark = pytest.mark.django_db


@pytest.fixture
def idp(settings: Any) -> Iterator[Idp]:
    with running() as idp:
        settings.SAMKLANG_PROVIDERS = (provider(idp),)
        yield idp


def provider(idp: Idp, **differs: Any) -> Provider:
    known: dict[str, Any] = {
        "slug": "mora",
        "name": "Mora kommun",
        "issuer": idp.address,
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "assurance": (HIGH,),
        "strong": (),
        "county": "nordmark",
        "organization": "lund",
        "hosts": (),
    }
    return Provider(**{**known, **differs})


def go(client: Client, idp: Idp, slug: str = "mora", **sent: str) -> dict[str, str]:
    """Press the button; return what the browser takes along to the provider."""
    answer = client.post(reverse("accounts:go_to", args=[slug]), sent)
    assert answer.status_code == 302, answer.content.decode()
    asked = {name: value[0] for name, value in parse_qs(urlsplit(answer["Location"]).query).items()}
    idp.nonce = asked["nonce"]
    return asked


def back(client: Client, asked: dict[str, str], slug: str = "mora", **differs: str) -> Any:
    sent = {"code": "c", "state": asked["state"], **differs}
    return client.get(reverse("accounts:come_back", args=[slug]), sent)


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_somebody_new_is_placed_where_the_provider_belongs(client: Client, idp: Idp) -> None:
    home = cast.organization("lund")

    answer = back(client, go(client, idp, next="/avtal/"))

    seat = Membership.objects.get()
    assert answer["Location"] == "/avtal/"
    assert (seat.organization, seat.role) == (home, Role.READER)
    assert (seat.user.name, seat.user.has_usable_password()) == ("Anna Berg", False)


def test_the_same_person_comes_back_to_the_same_account(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    for _visit in range(2):
        back(client, go(client, idp))
        client.post(reverse("accounts:sign_out"))

    assert User.objects.count() == Identity.objects.count() == 1


def test_two_long_names_that_begin_alike_are_two_persons(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    other, begins = Client(), "https://id.example/" + "a" * 230
    for visitor, last in ((client, "1"), (other, "2")):
        idp.subject = begins + last
        back(visitor, go(visitor, idp))

    assert User.objects.count() == Identity.objects.count() == 2
    assert client.session["_auth_user_id"] != other.session["_auth_user_id"]


def test_whoever_comes_twice_at_once_gets_one_account(idp: Idp) -> None:
    """The second request asked who it was before the first had made the account."""
    cast.organization("lund")
    anna = Claims(subject="anna-1", name="Anna Berg", email="", strong=False)

    first, second = (admit(provider(idp), anna) for _request in range(2))

    assert first == second
    assert Membership.objects.get().user == first


def test_an_account_that_happens_to_have_the_name_is_not_taken_over(idp: Idp) -> None:
    cast.organization("lund")
    cast.person("mora:anna-1", None)

    with pytest.raises(IntegrityError):
        admit(provider(idp), Claims(subject="anna-1", name="Anna", email="", strong=False))

    assert not Identity.objects.exists()


def test_claims_that_no_database_takes_are_left_out_or_cut(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    idp.claims = {"name": "An\0na " + "B" * 300, "email": "a" * 300 + "@kommunen.example"}

    back(client, go(client, idp))

    person = User.objects.get()
    assert person.name == "Anna " + "B" * 195
    assert person.email == ""


def test_whoever_cancels_at_the_provider_is_told_so(client: Client, idp: Idp) -> None:
    asked = go(client, idp)
    sent = {"error": "access_denied", "state": asked["state"]}

    answer = client.get(reverse("accounts:come_back", args=["mora"]), sent)

    shown = answer.content.decode()
    assert answer.status_code == 403
    assert "Inloggningen avbröts" in shown
    assert "gick inte att kontrollera" not in shown
    assert "Logga in på ett annat sätt" in shown


@pytest.mark.parametrize("error", ["server_error", "invalid_scope"])
def test_another_fault_at_the_provider_is_not_called_cancelling(
    client: Client, idp: Idp, error: str
) -> None:
    go(client, idp)

    answer = client.get(reverse("accounts:come_back", args=["mora"]), {"error": error})

    assert answer.status_code == 403
    assert "gick inte att kontrollera" in answer.content.decode()


def test_the_question_carries_a_state_a_nonce_and_a_challenge(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    asked = go(client, idp)
    back(client, asked)

    assert len(asked["state"]) >= 20
    assert len(asked["nonce"]) >= 20
    assert asked["code_challenge_method"] == "S256"
    assert asked["acr_values"] == HIGH
    assert len(idp.asked[0]["code_verifier"][0]) >= 43


LIES: dict[str, dict[str, Any]] = {
    "another issuer": {"claims": {"iss": "https://elsewhere.example"}},
    "for somebody else": {"claims": {"aud": "another-service"}},
    "without audience": {"left_out": ("aud",)},
    "another nonce": {"claims": {"nonce": "replayed"}},
    "without nonce": {"left_out": ("nonce",)},
    "expired": {"claims": {"exp": 1_000_000_000}},
    "without expiry": {"left_out": ("exp",)},
    "too low assurance": {"claims": {"acr": LOW}},
    "without assurance": {"left_out": ("acr",)},
    "without subject": {"left_out": ("sub",)},
    "an empty subject": {"claims": {"sub": ""}},
    "a subject longer than any may be": {"claims": {"sub": "a" * 256}},
    "a subject that no database takes": {"claims": {"sub": "anna\0"}},
    "a subject that is no text": {"claims": {"sub": ["anna-1"]}},
    "no word about who it is": {"tokenless": True},
    "unsigned": {"signing": "none"},
    "signed with another key": {"signing": "foreign"},
    "public key used as a secret": {"signing": "public key as secret"},
    "signed with the client secret": {"signing": "client secret"},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_lets_nobody_in(client: Client, idp: Idp, lie: str) -> None:
    cast.organization("lund")
    asked = go(client, idp)
    for name, value in LIES[lie].items():
        setattr(idp, name, value)

    answer = back(client, asked)

    assert answer.status_code == 403
    assert "gick inte att kontrollera" in answer.content.decode()
    assert not is_signed_in(client)
    assert not User.objects.exists()


def test_a_state_that_is_not_ours_lets_nobody_in(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    asked = go(client, idp)

    assert back(client, asked, state="another").status_code == 403
    assert not is_signed_in(client)


def test_an_answer_sent_to_another_browser_lets_nobody_in(client: Client, idp: Idp) -> None:
    """Else somebody could be signed in, unknowing, as another (login CSRF)."""
    cast.organization("lund")
    asked = go(client, idp)
    victim = Client()

    assert back(victim, asked).status_code == 403
    assert not is_signed_in(victim)


def test_an_answer_works_once(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    asked = go(client, idp)
    back(client, asked)
    client.post(reverse("accounts:sign_out"))

    assert back(client, asked).status_code == 403
    assert not is_signed_in(client)


def test_a_second_provider_with_the_same_subject_and_address_is_another_person(
    client: Client, idp: Idp, settings: Any
) -> None:
    cast.organization("lund")
    back(client, go(client, idp))
    settings.SAMKLANG_PROVIDERS = (provider(idp, slug="falun"),)
    other = Client()

    back(other, go(other, idp, "falun"), "falun")

    assert User.objects.count() == 2
    assert client.session["_auth_user_id"] != other.session["_auth_user_id"]


def test_an_address_that_has_a_local_account_does_not_open_it(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    local = User.objects.create(username="anna@kommunen.example", email="anna@kommunen.example")

    back(client, go(client, idp))

    assert client.session["_auth_user_id"] != str(local.pk)


def test_without_an_organization_only_those_who_are_known_come_in(
    client: Client, idp: Idp, settings: Any
) -> None:
    settings.SAMKLANG_PROVIDERS = (provider(idp, organization=""),)

    answer = back(client, go(client, idp))

    assert answer.status_code == 403
    assert "inbjudan" in answer.content.decode()
    assert not User.objects.exists()


def test_a_closed_account_stays_closed(client: Client, idp: Idp) -> None:
    cast.organization("lund")
    back(client, go(client, idp))
    User.objects.update(is_active=False)
    other = Client()

    assert back(other, go(other, idp)).status_code == 403
    assert not is_signed_in(other)


@pytest.mark.parametrize(("strong", "administers"), [((HIGH,), True), ((), False)])
def test_high_assurance_is_a_second_step_where_the_operator_says_so(
    client: Client, idp: Idp, settings: Any, strong: tuple[str, ...], administers: bool
) -> None:
    settings.SAMKLANG_PROVIDERS = (provider(idp, strong=strong),)
    home = cast.organization("lund")
    back(client, go(client, idp))
    Membership.objects.update(role=Role.ADMINISTRATOR)

    shown = client.get(home.get_absolute_url()).content.decode()

    assert ("Bjud in en kollega" in shown) is administers


@pytest.mark.parametrize(
    "metadata",
    [
        {"issuer": "https://elsewhere.example"},
        {"token_endpoint": "http://127.0.0.1:9/token"},
        {"jwks_uri": "http://169.254.169.254/keys"},
        {"jwks_uri": "file:///etc/passwd"},
        {"authorization_endpoint": "https://elsewhere.example/authorize"},
    ],
)
def test_a_provider_cannot_send_us_elsewhere(
    client: Client, idp: Idp, metadata: dict[str, str]
) -> None:
    """Its word about addresses could else make us ask inside our own network (SSRF)."""
    idp.metadata = metadata

    answer = client.post(reverse("accounts:go_to", args=["mora"]))

    assert answer.status_code == 503
    assert idp.seen == ["/.well-known/openid-configuration"]


def test_a_provider_that_is_down_leaves_the_other_ways_open(client: Client, idp: Idp) -> None:
    idp.down = True

    answer = client.post(reverse("accounts:go_to", args=["mora"]))

    assert answer.status_code == 503
    assert "svarar inte just nu" in answer.content.decode()
    assert client.get("/logga/in/").status_code == 200


def test_the_sign_in_page_names_the_providers(client: Client, idp: Idp) -> None:
    assert "Logga in med Mora kommun" in client.get("/logga/in/").content.decode()
    assert idp.seen == []


def test_an_unknown_provider_is_not_there(client: Client) -> None:
    assert client.post(reverse("accounts:go_to", args=["nobody"])).status_code == 404
