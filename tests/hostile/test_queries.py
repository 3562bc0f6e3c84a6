"""No question that can be put in an address is a fault of ours: every page, any query string.

Schemathesis is for an API with a schema, which comes in a later step; this is the same for pages.
Which names a page reads is learnt by listening, so that a new one is tried too.

Seen red: with `int(request.GET["page"])` in a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote, urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.architecture.access_table import ACCESS, OK, PERSONAS, Row
from tests.hostile.addresses import ELSEWHERE
from tests.hostile.formulas import FORMULAS
from tests.hostile.letters import HIDDEN
from tests.hostile.markup import MARKUP
from tests.hostile.placeholders import PLACEHOLDERS
from tests.hostile.showing import ASKERS, County

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.one_database]
# What asks a database through a field's name, and what reads badly as what it claims to be.
LOOKUPS = (
    "keeper__password__startswith", "ordering", "order_by", "fields", "include", "title__regex",
    "page[]", "on[0]", "id__in", "__class__", "_method", "format", "callback", "debug",
)  # fmt: skip
ODD = (
    "", "0", "-1", "1.5", "1e999", "NaN", "٣", "９", "9" * 400, "1" * 19, "0x10", "true", "null",
    "[]", "2026-02-30", "0000-00-00", "9999-12-31", "10000-01-01", "2026-11-24T25:00", "2026-W48-2",
    "\x00", "a\x00b", "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"), "å" * 3000,
    "(a+)+$" + "a" * 40, "' OR 1=1 --", "../../etc/passwd", "*", "%", "_", "\\", "\r\nX: y",
    *ELSEWHERE[::9], *MARKUP[::15], *PLACEHOLDERS[::6], *FORMULAS[::8], *HIDDEN,
)  # fmt: skip
LOOKS = [row for row in ACCESS if row.method == "get"]


@pytest.fixture
def county() -> County:
    return County()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every name that a page reads of a query string."""
    names: set[str] = set()
    for word in ("get", "getlist", "__getitem__", "__contains__"):
        monkeypatch.setattr(QueryDict, word, listening(getattr(QueryDict, word), names))
    return names


def listening(read: Callable[..., object], names: set[str]) -> Callable[..., object]:
    def listen(held: QueryDict, name: str, *rest: object, **more: object) -> object:
        names.add(name)
        return read(held, name, *rest, **more)

    return listen


def askers(row: Row) -> Iterator[str]:
    said = dict(zip(PERSONAS, row.expected, strict=True))
    yield next((one for one in ASKERS if said[one] == OK), "editor")


def faults(county: County, row: Row, query: str) -> list[str]:
    """Return who was answered by a fault of ours."""
    place = f"{county.places[row]}?{query}"
    return [
        f"{row} as {asker}: {query[:80]}"
        for asker in askers(row)
        if county.clients[asker].get(place).status_code >= 500
    ]


@pytest.mark.slow
@pytest.mark.parametrize("turns", [1, pytest.param(4, marks=pytest.mark.evidence)])
def test_no_question_is_a_fault_of_ours(county: County, heard: set[str], turns: int) -> None:
    for row in LOOKS:
        assert faults(county, row, "") == []
    names = sorted(heard | set(LOOKUPS))

    # The odd words move on from page to page and from name to name, so that each meets most.
    for turn, row in enumerate(LOOKS * turns):
        asked = [(name, ODD[(turn * 7 + at) % len(ODD)]) for at, name in enumerate(names)]
        assert faults(county, row, urlencode(asked, errors="surrogatepass")) == []

    assert {"on", "text", "page", "view", "next"} <= heard


@pytest.mark.evidence
def test_no_query_string_at_all_is_a_fault_of_ours(county: County, heard: set[str]) -> None:
    for row in LOOKS:
        faults(county, row, "")
    known = sorted(heard)
    name = st.sampled_from(known) | st.text(max_size=8)
    value = (
        st.sampled_from(ODD) | st.text(max_size=30) | st.dates().map(str) | st.integers().map(str)
    )
    pairs = st.lists(st.tuples(name, value), max_size=6).map(
        lambda found: "&".join(f"{told(one)}={told(two)}" for one, two in found)
    )

    @settings(
        max_examples=250, deadline=None, database=None, derandomize=True,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.sampled_from(LOOKS), pairs | st.text("&=%;?+[]\x00åa1", max_size=20).map(quote))
    def ask(row: Row, query: str) -> None:
        assert faults(county, row, query) == []

    ask()


def told(text: str) -> str:
    return quote(text, safe="", errors="surrogatepass")
