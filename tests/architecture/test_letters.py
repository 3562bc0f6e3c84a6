"""A letter is the same letter whoever typed it, on both databases, and no sign breaks a page.

Run on SQLite and on PostgreSQL. Seen red without the middleware that composes letters, with the
organizations ordered by name, and with a demo person looked up by a text that no database takes;
before `letters` was written, what nobody sees was kept as it was typed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from http.cookies import SimpleCookie
from itertools import cycle

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.test import Client, RequestFactory
from django.urls import reverse

from samklang.accounts.models import User
from samklang.agreements.models import Agreement
from samklang.common.middleware import LettersMiddleware
from samklang.documents.actions import safe_name
from samklang.organizations.models import Role
from tests import cast
from tests.architecture.access_table import ACCESS, Row
from tests.architecture.scene import Scene
from tests.hostile.letters import HIDDEN, SEEN

pytestmark = [pytest.mark.one_database]

COMPOSED = ["Rättvik", "Åmål", "Örebro", "Ängelholm", "É", "Malmö stad", "Gyllenkrok-Ahlström"]
# The fields of the forms, whatever their pages.
NAMES = [
    "on",
    "text",
    "level",
    "area",
    "municipality",
    "status",
    "page",
    "show",
    "order",
    "measure",
    "view",
    "person",
    "next",
    "kind",
    "title",
    "keeper",
    "parties",
    "parent",
    "organization",
    "channel",
    "answered_date",
    "quote",
    "number",
    "value",
    "version",
    "edition",
    "stage",
    "stated",
    "decided",
    "decided_by",
    "addressed_to",
    "method",
    "next_steps",
    "username",
    "known",
    "seen",
    "kind-answer",
    "title-value",
    "parties-value",
    "valid_from-value",
    "revision_responsible",
    "label",
    "begun_date",
    "file",
]
STRANGE = [
    "\N{RIGHT-TO-LEFT OVERRIDE}lmth.laeva",
    "a\N{ZERO WIDTH SPACE}b\N{ZERO WIDTH JOINER}",
    "\N{BYTE ORDER MARK}",
    "👩🏽\N{ZERO WIDTH JOINER}🚒",
    "\N{COMBINING RING ABOVE}",
    "Z" + "\N{COMBINING ACUTE ACCENT}" * 500,
    "İıſß",
    "\U0010ffff",
    "ö" * 5000,
    "9" * 400,
    "-1",
    "1e9",
    "2025-02-30",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% now 'Y' %}",
    "'; DROP TABLE x; --",
    "%s%n%(x)s",
    "..\\..\\etc/passwd",
    "\r\nSet-Cookie: x=y",
    "\x0b\x1b[31m",
]


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# At the border


def received(sent: dict[str, str], *, method: str = "get") -> QueryDict:
    """Return what a view is given of what was sent."""
    request = getattr(RequestFactory(), method)("/", sent)

    def view(given: HttpRequest) -> HttpResponse:
        border.process_view(given)
        return HttpResponse()

    border = LettersMiddleware(view)
    border(request)
    found: QueryDict = getattr(request, method.upper())
    return found


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", COMPOSED)
def test_a_letter_of_two_signs_becomes_one(method: str, name: str) -> None:
    assert decomposed(name) != name

    assert received({"text": decomposed(name)}, method=method)["text"] == name


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("text", SEEN)
def test_nothing_else_is_changed(method: str, text: str) -> None:
    assert received({"text": text}, method=method)["text"] == text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("typed", "kept"), HIDDEN.items(), ids=map(ascii, HIDDEN))
def test_what_nobody_sees_is_left_out(method: str, typed: str, kept: str) -> None:
    assert received({"text": typed}, method=method)["text"] == kept


@pytest.mark.parametrize(("typed", "kept"), HIDDEN.items(), ids=map(ascii, HIDDEN))
def test_a_file_is_called_what_can_be_seen(typed: str, kept: str) -> None:
    shown = kept.replace("\n", "").replace("\t", "")

    assert safe_name(f"x{typed}x.pdf") == f"x{shown}x.pdf"


def test_a_text_with_a_nul_stays_to_be_refused() -> None:
    assert received({"text": "a\x00\N{ZERO WIDTH SPACE}b"})["text"] == "a\x00\N{ZERO WIDTH SPACE}b"


def test_a_ligature_beside_such_a_letter_stays_one() -> None:
    assert received({"text": "ﬁ " + decomposed("å") + " ½"})["text"] == "ﬁ å ½"


def test_every_value_of_a_name_is_composed_and_none_is_lost() -> None:
    request = RequestFactory().get("/", {"area": [decomposed("å"), "b", decomposed("ö")]})

    LettersMiddleware(lambda _request: HttpResponse())(request)

    assert request.GET.getlist("area") == ["å", "b", "ö"]
    with pytest.raises(AttributeError):
        request.GET["area"] = "x"  # type: ignore[misc]  # that it cannot is the point


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["hästhagen om ån", decomposed("hästhagen om ån")])
def test_a_password_is_compared_as_it_was_typed(client: Client, typed: str) -> None:
    User.objects.create_user("siri", password=typed)

    answer = client.post(reverse("accounts:sign_in"), {"login": "siri", "password": typed})

    assert answer.status_code == 302


# In the register


@pytest.fixture
def browser(client: Client) -> Client:
    client.force_login(cast.person("siri", Role.COORDINATOR))
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("spell", [str, decomposed])
@pytest.mark.parametrize("typed", ["älv", "ÄLV", "Älvdalens", "ålder i älv", "ÅLDER"])
def test_what_is_searched_for_is_found_however_it_is_typed(
    browser: Client, spell: Callable[[str], str], typed: str
) -> None:
    cast.agreement("Ålder i Älvdalens omsorg")
    cast.agreement("Alder i Alvdalens omsorg")

    found = browser.get(reverse("agreements:register"), {"text": spell(typed)}).content.decode()

    assert "Ålder i Älvdalens omsorg" in found
    assert "Alder i Alvdalens omsorg" not in found


@pytest.mark.django_db
@pytest.mark.parametrize("spell", [str, decomposed])
@pytest.mark.parametrize("typed", ["idé", "IDÉ", "ide", "Idè"])
def test_how_a_letter_sounds_does_not_matter(
    browser: Client, spell: Callable[[str], str], typed: str
) -> None:
    cast.agreement("Avtal om Idéhuset")

    found = browser.get(reverse("agreements:register"), {"text": spell(typed)}).content.decode()

    assert "Avtal om Idéhuset" in found


ALPHABET = ["Anna", "Édith", "Eva", "Zeth", "åke", "Åsa", "Älva", "Ängla", "Ärla", "Öjar"]


@pytest.mark.django_db
def test_titles_stand_in_the_alphabet_on_both_databases(browser: Client) -> None:
    for name in reversed(ALPHABET):
        cast.agreement(f"{name}s avtal")

    shown = browser.get(reverse("agreements:register")).content.decode()

    places = [shown.index(f"{name}s avtal") for name in ALPHABET]
    assert places == sorted(places)


@pytest.mark.django_db
def test_people_stand_in_the_alphabet_on_both_databases(browser: Client) -> None:
    for name in reversed(ALPHABET):
        User.objects.filter(pk=cast.person(name).pk).update(name=name)

    shown = browser.get(reverse("organizations:people", args=[cast.organization().pk]))

    told = shown.content.decode().partition("<main")[2]
    places = [told.index(name) for name in ALPHABET]
    assert places == sorted(places)


@pytest.mark.django_db
def test_what_is_written_is_kept_composed(browser: Client) -> None:
    keeper, region = cast.organization(), cast.organization("region", kind="region")
    sent = {
        "level": "local",
        "area": cast.area().pk,
        "title": decomposed("Överenskommelse i Åmål"),
        "keeper": keeper.pk,
        "parties": [keeper.pk, region.pk],
        "revision_responsible": decomposed("Förvaltningschefen"),
    }

    answer = browser.post(reverse("agreements:create"), sent)

    assert answer.status_code == 302, answer.content.decode()
    made = Agreement.objects.get()
    assert (made.title, made.revision_responsible) == (
        "Överenskommelse i Åmål",
        "Förvaltningschefen",
    )


@pytest.mark.django_db
def test_organizations_stand_in_the_countrys_alphabet_on_both_databases() -> None:
    """Databases disagree about å, ä and ö, so the pack's order is stored as a number."""
    alphabet = ["Avesta", "Orsa", "Zinkgruvan", "Åmål", "Älvdalen", "Örebro"]
    for position, name in reversed(list(enumerate(alphabet, start=1))):
        made = cast.organization(f"ort-{position}")
        made.position, made.name = position, name
        made.save()

    assert [one.name for one in cast.partnership().organizations.all()] == alphabet


# On every page


def statuses(sent: Callable[[Row], dict[str, str]], persona: str) -> dict[str, int]:
    """Ask every page with something in every field; return what was a fault of ours."""
    scene, faults = Scene(), {}
    places = {row: reverse(row.page, args=scene.arguments(row.about)) for row in ACCESS}
    user = scene.person(persona)
    assert user is not None
    client = Client(raise_request_exception=False)
    client.force_login(user)
    cookies = SimpleCookie(client.cookies)
    for row, address in places.items():
        client.cookies = SimpleCookie(cookies)
        with transaction.atomic():
            status = getattr(client, row.method)(address, sent(row)).status_code
            transaction.set_rollback(True)
        if status >= 500:
            faults[str(row)] = status
    return faults


@pytest.mark.django_db
@pytest.mark.slow
def test_no_page_hands_a_nul_to_a_database(settings: object) -> None:
    settings.SAMKLANG_DEMO = True  # type: ignore[attr-defined]
    nuls = cycle(["\x00", "a\x00b", "\x00" * 3])

    assert statuses(lambda _row: {name: next(nuls) for name in NAMES}, "editor") == {}


@pytest.mark.django_db
@pytest.mark.slow
def test_no_page_fails_whatever_is_written_in_its_fields() -> None:
    """The signs move on from page to page, so that each meets most fields."""
    signs = cycle(STRANGE)

    assert statuses(lambda _row: {name: next(signs) for name in NAMES}, "coordinator") == {}
