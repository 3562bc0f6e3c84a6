"""What every page owes its reader: a language, a title, one heading, names for everything.

The markup of each page of the access table is read as a browser reads it, in both languages.
Seen red with a label that named no field, with two elements of one id, and with a table head
without a scope.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse

from tests.architecture.access_table import ACCESS, OK, PERSONAS, Row
from tests.architecture.scene import Scene
from tests.architecture.test_access import show_the_second_step

pytestmark = [pytest.mark.one_database, pytest.mark.slow]

VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
NAMED_BY_LABEL = {"input", "select", "textarea"}
# What a script reads and no browser runs.
JSON = "application/json"
NEEDS_NO_LABEL = {"hidden", "submit", "button"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parent: Element | None
    text: str = ""

    def within(self, tag: str) -> Element | None:
        found = self.parent
        while found is not None and found.tag != tag:
            found = found.parent
        return found


@dataclass
class Page(HTMLParser):
    """The elements of a page in their order, each with its parent and the text within it."""

    source: str
    elements: list[Element] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[Element] = []
        self.feed(self.source)
        self.close()
        self.unclosed += [one.tag for one in self._open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, self._open[-1] if self._open else None)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()
        else:
            self.unclosed.append(tag)

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, *tags: str) -> list[Element]:
        return [one for one in self.elements if one.tag in tags]


def shown(row: Row) -> bool:
    """Pages, and not the files or pictures that are taken out."""
    is_file = row.about in {"picture", "area picture", "kind of file", "file of a report", "file"}
    return row.method == "get" and OK in row.expected and not is_file


FILES = {
    "portal:sheet",
    "bodies:sheet",
    "decisions:sheet",
    "decisions:atom",
    "decisions:feed_file",
    "decisions:home_sheet",
    "decisions:take_home",
    "coverage:sheet",
    "texts:sisters_sheet",
    "texts:as_paper",
    "texts:as_word",
    "texts:redline",
    "reporting:compilation_file",
    "reporting:board_paper",
    "reporting:meeting_file",
    "agreements:download",
    "agreements:evidence",
    "agreements:picture",
    "consultations:answers",
    "meetings:calendar_file",
    "meetings:feed_file",
    "meetings:year_sheet",
    "meetings:sealed",
    "meetings:paper_file",
    "meetings:papers_pdf",
    "meetings:papers_zip",
}
PAGES = [row for row in ACCESS if shown(row) and row.page not in FILES]


def read(scene: Scene, row: Row, language: str) -> Page:
    allowed = [one for one, word in zip(PERSONAS, row.expected, strict=True) if word == OK]
    user = scene.person(
        next((one for one in ("editor", "administrator") if one in allowed), allowed[0])
    )
    client = Client()
    client.cookies["django_language"] = language
    address = reverse(row.page, args=scene.arguments(row.about))
    if user:
        client.force_login(user)
        show_the_second_step(client)
    answer = client.get(address, {name: str(value) for name, value in row.sending.items()})
    assert answer.status_code == 200, address
    return Page(answer.content.decode())


def name_of(page: Page, one: Element) -> str:
    """Return what a screen reader says for a field, a link or a button."""
    if label := one.attributes.get("aria-label", "").strip():
        return label
    if ids := one.attributes.get("aria-labelledby", "").split():
        return " ".join(e.text for e in page.elements if e.attributes.get("id") in ids).strip()
    if one.tag in NAMED_BY_LABEL:
        around = one.within("label")
        own = one.attributes.get("id", "")
        labels = [e.text for e in page.all("label") if own and e.attributes.get("for") == own]
        return " ".join([*labels, around.text if around else ""]).strip()
    return one.text.strip()


def is_whole(page: Page, language: str) -> None:
    # It is whole: what is opened is closed, in the right order.
    assert page.unclosed == []
    # It says its language, its title and its one heading.
    (html,) = page.all("html")
    assert html.attributes["lang"] == language
    (title,) = [one for one in page.all("title") if one.within("head")]
    assert title.text.strip().endswith("Samklang")
    assert [one.text.strip() != "" for one in page.all("h1")] == [True]
    assert len(page.all("main")) == 1
    # No step is left out between headings.
    levels = [int(one.tag[1]) for one in page.elements if re.fullmatch("h[1-6]", one.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    # An id is one element's, and whoever points at one finds it.
    ids = Counter(one.attributes["id"] for one in page.elements if "id" in one.attributes)
    assert [one for one, times in ids.items() if times > 1] == []
    pointed = {
        target
        for one in page.elements
        for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls")
        for target in one.attributes.get(name, "").split()
    }
    assert pointed - set(ids) == set()
    anchors = {
        one.attributes["href"][1:]
        for one in page.all("a")
        if re.fullmatch(r"#.+", one.attributes.get("href", ""))
    }
    assert anchors - set(ids) == set()


def has_names_and_nothing_inline(page: Page) -> None:
    # Fields, links and buttons have names.
    fields = [
        one for one in page.all(*NAMED_BY_LABEL) if one.attributes.get("type") not in NEEDS_NO_LABEL
    ]
    assert [one.attributes for one in fields if not name_of(page, one)] == []
    actors = page.all("a", "button", "summary")
    assert [one.attributes for one in actors if not name_of(page, one)] == []
    # A choice among several belongs to a group that says what is chosen.
    radios = [one for one in page.all("input") if one.attributes.get("type") == "radio"]
    assert all(one.within("fieldset") for one in radios)
    assert all(any(e.parent is one for e in page.all("legend")) for one in page.all("fieldset"))
    # Pictures have a description, or are hidden from those who listen.
    assert all("alt" in one.attributes for one in page.all("img"))
    pictures = [one for one in page.all("svg") if not one.within("svg")]
    described = ("aria-label", "aria-hidden", "aria-labelledby")
    assert [one.attributes for one in pictures if not set(described) & set(one.attributes)] == []
    # A table says what its heads are heads of.
    heads = [one for one in page.all("th") if one.text.strip()]
    roles = ("scope", "role")
    assert [one.text for one in heads if not set(roles) & set(one.attributes)] == []
    # Nothing that the policy forbids: no style, no handler, no script of its own.
    for one in page.elements:
        assert "style" not in one.attributes
        assert [name for name in one.attributes if re.fullmatch(r"on[a-z]+", name)] == []
        assert not one.attributes.get("href", "").lower().startswith("javascript:")
    scripts = [one for one in page.all("script") if one.attributes.get("type") != JSON]
    assert all(one.attributes.get("src") and not one.text.strip() for one in scripts)
    assert page.all("style") == []


def sends_its_forms_here_with_their_tokens(page: Page) -> None:
    for form in page.all("form"):
        action = form.attributes.get("action", "")
        assert re.match(r"(?:/|\?|#|$)", action), action
        assert not action.startswith("//")
        if form.attributes.get("method", "get").lower() == "post":
            inside = [one for one in page.all("input") if one.within("form") is form]
            assert "csrfmiddlewaretoken" in {one.attributes.get("name") for one in inside}


@pytest.mark.django_db
@pytest.mark.parametrize("row", PAGES, ids=str)
def test_a_page_is_whole_named_and_in_its_language(row: Row) -> None:
    scene = Scene()

    for language in ("sv", "en"):
        page = read(scene, row, language)
        is_whole(page, language)
        has_names_and_nothing_inline(page)
        sends_its_forms_here_with_their_tokens(page)


def test_two_languages_and_most_pages_are_read() -> None:
    assert len(PAGES) >= 25
