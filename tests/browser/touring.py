"""Every page that somebody reaches by following links, as a walk through the product."""

from __future__ import annotations

from html.parser import HTMLParser
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve, reverse
from playwright.sync_api import APIResponse

from tests.architecture.access_table import ACCESS, FORM, OK
from tests.browser.visitor import Visitor

COORDINATOR, EDITOR, ADMINISTRATOR, NOBODY = "tove", "karin", "otto", "nobody"
# Who is asked what they think of the editor's draft.
ASKED = "idris"
# What a mail, a form or an answer leads to, and no link: for nobody and for who has signed in.
UNASKED = (
    ("account_reset_password_done", ()),
    ("account_reset_password_from_key", ("2", "utsliten-nyckel")),
    ("account_reset_password_from_key_done", ()),
)
# Whoever has no password is led to choose one; an invented person has none, and needs none.
WITHOUT_A_PASSWORD = (("account_set_password", ()),)
INSIDE = (
    ("mfa_activate_totp", ()),
    ("mfa_add_webauthn", ()),
    ("account_reauthenticate", ()),
    ("mfa_list_webauthn", ()),
)
# A page and what its address is made from.
Named = tuple[str, tuple[str, ...]]
# Pages that look different for different things: how many of them to look at.
MOST = {
    "inventories:reading": 4,
    "agreements:detail": 2,
    "portal:cell": 2,
    "guide:step": 2,
    # A draft, one of which minutes are written, and one that is over.
    "meetings:detail": 3,
}
# The demo county's regional text with commitments, the editor's draft with sections, and the one
# that has something to answer.
REGIONAL_TEXT, DRAFT, ANSWERING = ("texts:read", ("1",)), "28", "13"
# The network of directors, which has a mandate, somebody in a place and a vacant one.
NETWORK = ("bodies:detail", ("2",))
WRITING = (
    ("texts:read", (DRAFT,)),
    ("texts:tasks", (ANSWERING,)),
    ("consultations:open_round", (DRAFT,)),
    ("guide:check", ()),
)


class Tour(dict[str, list[str]]):
    """The addresses that were found of each page; none for what is no page but a file.

    `sends` tells by address the names of what the forms there are sent to.
    """

    def __init__(self) -> None:
        super().__init__()
        self.sends: dict[str, set[str]] = {}


def page_name(address: str) -> str:
    try:
        return resolve(urlsplit(address).path).view_name
    except Resolver404:
        return ""


class Links(HTMLParser):
    """Where a page's links and its questions lead, and where its other forms are sent."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.sent_to: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        asks = tag == "form" and said.get("method") == "get"
        if tag == "form" and not asks:
            self.sent_to.append(said.get("action") or "")
        address = said.get("action") if asks else said.get("href") if tag == "a" else None
        if address:
            self.addresses.append(address)


def gettable() -> set[str]:
    return {row.page for row in ACCESS if row.method == "get" and OK in row.expected}


def correctable() -> set[str]:
    """What answers a form that is filled in wrongly with the form again."""
    return {row.page for row in ACCESS if row.method == "post" and FORM in row.expected}


def tour(visitor: Visitor, *more: Named, files: set[str], of: str = "") -> Tour:
    """Follow every link from here, and from more pages by name, without drawing them.

    With `of` only to the pages whose names begin so. What has once answered with a file is put
    into `files`, and what is there is not asked: it leads nowhere, and slides take longer to make
    than all pages.
    """
    found = Tour()
    here = visitor.page.url
    waiting = [*(urljoin(here, reverse(name, args=args)) for name, args in more), here]
    seen = set[str]()
    while waiting:
        address = waiting.pop(0)
        name = page_name(address)
        is_known = address in seen or len(found.get(name, ())) >= MOST.get(name, 1)
        if not name or not name.startswith(of) or is_known or name in files:
            continue
        seen.add(address)
        looks, answer = found.setdefault(name, []), visitor.page.request.get(address)
        if not is_page(answer):
            files.add(name)
        elif answer.status != HTTPStatus.FORBIDDEN:
            looks.append(address)
            told = Links(answer.text())
            found.sends[address] = {page_name(urljoin(address, one)) for one in told.sent_to}
            waiting += _on_this_site(address, told.addresses)
    return found


def is_page(answer: APIResponse) -> bool:
    told = answer.headers
    return "text/html" in told["content-type"] and "content-disposition" not in told


def _on_this_site(here: str, addresses: list[str]) -> list[str]:
    whole = [urljoin(here, one).split("#")[0] for one in addresses]
    return [one for one in dict.fromkeys(whole) if urlsplit(one).netloc == urlsplit(here).netloc]
