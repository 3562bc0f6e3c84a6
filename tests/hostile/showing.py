"""Every page, file and letter that shows what somebody wrote, as one county with it all."""

from __future__ import annotations

import zipfile
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import count
from typing import Any

import lxml.html
import pypdfium2
from django.db import transaction
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse
from lxml import etree

from samklang.accounts.models import Identity, User
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from samklang.library.models import Area
from samklang.organizations.models import Body
from samklang.reporting.actions import approve
from samklang.reporting.queries import draft
from tests import cast
from tests.architecture.access_table import ACCESS, FORM, OK, PERSONAS, Row
from tests.architecture.scene import Scene
from tests.architecture.test_access import show_the_second_step
from tests.hostile.asides import ASIDES, Aside, live
from tests.hostile.filling import ANY_LENGTH, fill, fill_history, unguarded
from tests.posting import post

# Whoever sees most comes first.
ASKERS = ("administrator", "editor", "coordinator", "anonymous")
OTHERS = ("member", "operator")
FILES = ("docx", "pptx", "pdf", "xlsx", "json")
# Asked a file at a time; the rest of the table is pages and pictures.
ASKED_BY_KIND = {"reporting:draft_file", "reporting:file"}
# One reading in each of its states has a page of its own.
STATES = (State.QUARANTINED, State.SET_ASIDE, State.REJECTED, State.READ)
Element = tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """One answer: where it was asked for, and what came."""

    where: str
    kind: str
    content: bytes

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")

    @cached_property
    def parts(self) -> tuple[tuple[str, bytes], ...]:
        """An office file is many parts; anything else is one."""
        if not self.content.startswith(b"PK"):
            return (("", self.content),)
        with zipfile.ZipFile(BytesIO(self.content)) as package:
            return tuple((name, package.read(name)) for name in package.namelist())

    @cached_property
    def text(self) -> str:
        """What a reader reads of it, with all attributes."""
        if self.kind == "application/pdf":
            pages = pypdfium2.PdfDocument(self.content)
            return "".join(page.get_textpage().get_text_range() for page in pages)
        if self.kind == "application/json":
            return self.content.decode()
        return "\n".join(_words(root) for root in self._roots())

    @property
    def elements(self) -> set[Element]:
        """Each kind of element in it, with the names of its attributes."""
        return self._built[0]

    @property
    def addresses(self) -> set[str]:
        """Where the elements of it lead, load from or send to."""
        return self._built[1]

    @property
    def fields(self) -> set[str]:
        """What its forms ask for, by name."""
        return self._built[2]

    @cached_property
    def _built(self) -> tuple[set[Element], set[str], set[str]]:
        """Its elements, addresses and fields, all in one reading."""
        elements, addresses, fields = set[Element](), set[str](), set[str]()
        for one in (one for root in self._roots() for one in root.iter()):
            elements.add((str(one.tag), *sorted(map(str, one.attrib))))
            addresses.update(str(value) for name, value in one.attrib.items() if _leads(str(name)))
            if one.tag in ASKING and one.attrib.get("name", "") not in OUR_OWN:
                fields.add(str(one.attrib["name"]))
        return elements, addresses, fields

    def _roots(self) -> Iterator[etree._Element]:
        if self.is_page:
            # Who is sent on is answered with nothing.
            if self.content:
                yield lxml.html.document_fromstring(self.content)
            return
        for name, part in self.parts:
            if self.kind == "image/svg+xml" or name.endswith((".xml", ".rels")):
                yield etree.fromstring(part)  # made by us, and lxml resolves nothing


# Tokens and keys, not words; and what has no name.
OUR_OWN = {"csrfmiddlewaretoken", "form_key", ""}
ASKING = {"input", "select", "textarea", "button"}
LEADING = {
    "href", "src", "action", "formaction", "srcset", "poster", "data", "cite", "background", "ping",
    "Target",
}  # fmt: skip


def _leads(name: str) -> bool:
    return name.rpartition("}")[2] in LEADING or name.startswith(("hx-", "data-hx-"))


def _words(root: etree._Element) -> str:
    return "\n".join(
        word
        for one in root.iter()
        for word in (one.text, one.tail, *map(str, one.attrib.values()))
        if word
    )


class County:
    """The scene with a text in every field, and everybody who looks at it."""

    def __init__(self) -> None:
        self.scene = Scene()
        self.scene.file_of(self.scene.draft)
        self.places = {row: self._place(row) for row in ACCESS}
        self._live()
        self.clients = {persona: self._client(persona) for persona in (*ASKERS, *OTHERS)}

    def _live(self) -> None:
        """What no address leads to: a text that holds, somebody from a provider, other words."""
        live(self.scene)
        Identity.objects.create(user=self.scene.editor, provider="nobody", subject="subject")
        cast.person("operator", None)
        User.objects.filter(username="operator").update(operator=True)
        english = {"name": "Forest", "short_name": "Forest"}
        Area.objects.update(translations={"en": english})
        Body.objects.create(partnership=self.scene.own.partnership, code="rad", name="Rådet")

    def _place(self, row: Row) -> str:
        return reverse(row.page, args=self.scene.arguments(row.about))

    def _client(self, persona: str) -> Client:
        client = Client(raise_request_exception=False)
        operator = cast.person("operator", None) if persona == "operator" else None
        if user := operator or self.scene.person(persona):
            client.force_login(user)
            show_the_second_step(client)
        return client

    def write(self, *texts: str, bounded: bool = False, alone: bool = False) -> None:
        """Write the texts into every field that there is; one has room for some, if bounded.

        Each field begins with another of them, so that all stand somewhere; alone, it has no more.
        """
        turn = count()

        def written(room: int, mark: str) -> str:
            at = next(turn) % len(texts)
            if alone or len(texts) == 1:
                return f"{texts[at]} {mark}"[:room]
            told = mark
            for text in (*texts[at:], *texts[:at]):
                told += f"{text} " if len(told) + len(text) < room else ""
            return told

        with unguarded():
            fill_history(self.scene, written(ANY_LENGTH, ""))
            fill(written, bounded=bounded)

    def rows(self) -> Iterator[tuple[Row, str]]:
        """Yield each page with somebody who is shown it."""
        for row in ACCESS:
            said = dict(zip(PERSONAS, row.expected, strict=True))
            asker = next((one for one in ASKERS if said[one] in (OK, FORM)), None)
            if asker and row.page not in ASKED_BY_KIND:
                yield row, asker

    def ask(self, row: Row, asker: str, **sending: object) -> HttpResponseBase:
        client, place = self.clients[asker], self.places[row]
        words: dict[str, Any] = {**row.sending, **sending}
        is_post = row.method == "post"
        with transaction.atomic():
            answer: HttpResponseBase = (
                post(client, place, words) if is_post else client.get(place, words)
            )
            transaction.set_rollback(True)
        return answer

    def asked(self, where: Container[str], sending: Mapping[str, str]) -> Iterator[Shown]:
        """Ask the pages in these places with more words than they need."""
        for row, asker in self.rows():
            if str(row) in where:
                yield _shown(str(row), self.ask(row, asker, **sending))

    def pages(self) -> Iterator[Shown]:
        for row, asker in self.rows():
            yield _shown(str(row), self.ask(row, asker))
        yield from self.readings()
        yield from self.in_english()
        yield from map(self.aside, ASIDES)

    def aside(self, aside: Aside) -> Shown:
        client = self.clients[aside.asker]
        address = reverse(aside.page, args=aside.about(self.scene))
        with transaction.atomic():
            sent = aside.sending(self.scene) if aside.sending else None
            answer = (
                client.get(address, aside.asking) if sent is None else client.post(address, sent)
            )
            transaction.set_rollback(True)
        assert answer.status_code == aside.status, aside.name
        return _shown(aside.name, answer)

    def in_english(self) -> Iterator[Shown]:
        """The county's own words are said in the reader's language, where there are such."""
        client = self.clients["editor"]
        client.cookies["django_language"] = "en"
        for row in ACCESS:
            if row.page in ("portal:county", "portal:area"):
                yield _shown(f"{row} in English", client.get(self.places[row]))
        del client.cookies["django_language"]

    def readings(self) -> Iterator[Shown]:
        """The page of a reading says other things in each of its states."""
        page, about = "inventories:reading", "reading"
        (row,) = (one for one in ACCESS if (one.page, one.about) == (page, about))
        for state in STATES:
            Reading.objects.filter(pk=self.scene.reading.pk).update(state=state)
            yield _shown(f"{row} {state}", self.ask(row, "editor"))

    def files(self) -> Iterator[Shown]:
        """The draft of the report and the approved one, as every kind of file."""
        drawn = draft(self.scene.own.partnership, on=cast.TODAY, about=list(Area.objects.all()))
        report = approve(self.scene.own.partnership, drawn, by=cast.person("coordinator", None))
        for kind in FILES:
            yield self._file("reporting:draft_file", kind)
            yield self._file("reporting:file", report.pk, kind)

    def _file(self, page: str, *about: object) -> Shown:
        answer = self.clients["editor"].get(reverse(page, args=about), {"on": str(cast.TODAY)})
        return _shown(f"{page} {about[-1]}", answer)


def _shown(where: str, answer: HttpResponseBase) -> Shown:
    assert answer.status_code < 500, where
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    streamed = getattr(answer, "streaming_content", None)
    content = b"".join(streamed) if streamed else getattr(answer, "content", b"")
    return Shown(where, kind, content)
