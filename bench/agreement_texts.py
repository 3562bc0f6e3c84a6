"""Agreement texts: one of twelve pages as PDF and Word, and three of fifty held side by side.

python -m bench.agreement_texts                 fills the site and prints the figures as JSON

The floors are those of P16, P17 and P19: the same words set by the plainest typst template, put
by Jinja2 into a zip, and gone through by difflib alone, each pair of the three texts.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from random import Random
from typing import Any

from bench import floors
from bench.asking import call, warm
from bench.comparing import editions, revised, whole
from bench.signing_in import ready

ready()  # the product's modules can be imported from here on

from django.db import connection  # noqa: E402
from django.utils import translation  # noqa: E402

from bench.coverage import in_force  # noqa: E402
from bench.documents import child_seconds, fonts, seconds  # noqa: E402
from samklang.accounts.models import User  # noqa: E402
from samklang.documents.api import Passage, written  # noqa: E402
from samklang.documents.pdf.writer import tree  # noqa: E402
from samklang.library.models import Area  # noqa: E402
from samklang.organizations.api import acting  # noqa: E402
from samklang.organizations.models import Membership, Organization, Partnership  # noqa: E402
from samklang.texts.models import Section  # noqa: E402
from samklang.texts.page import TextView  # noqa: E402
from samklang.texts.paper import paper  # noqa: E402
from samklang.texts.queries import text_page  # noqa: E402
from samklang.texts.whole import finished  # noqa: E402

SISTERS, IN_SECTION, TURNS = "/text/skillnader/", 9, 3
# What the rules of harmonising look for, in other amounts and days in each text.
SAID = "Svar lämnas senast inom {} dagar. Avgiften är {} kronor. Detta följer av 2 kap. 7 § lagen."


def fill() -> int:
    """Make a county with three regional texts and one of twelve pages; return that one's number."""
    place = _place()
    old, new = editions()
    for number, words in enumerate((old, new, list(revised(old, Random(7), _words(old))))):  # noqa: S311
        edition = in_force(f"Ramavtal {number}", "regional", place, _area(place, number), None)
        Section.objects.bulk_create(_sections(edition, words, number))
    twelve = in_force("Tolv sidor", "local", place, _area(place, 9), None)
    Section.objects.bulk_create(
        Section(edition=twelve, position=n, heading=heading, body=_body())
        for n, heading in enumerate(floors.headings())
    )
    return int(twelve.pk)


def _place() -> Organization:
    home = Partnership.objects.create(code="sisters", name="Tre", country="se", words={})
    place = Organization.objects.create(
        partnership=home, code="tre", kind="municipality", name="Ort", short_name="Ort"
    )
    user = User.objects.create(username="bench", name="Bench")
    Membership.objects.create(
        user=user, organization=place, role="editor", from_date=date(2020, 1, 1)
    )
    return place


def _area(place: Organization, number: int) -> Area:
    name = f"Område {number}"
    home = place.partnership
    return Area.objects.create(partnership=home, code=f"a{number}", name=name, short_name=name)


def _words(old: list[Passage]) -> list[str]:
    return [word for one in old[:60] for word in one.text.split(" ")]


def _sections(edition: Any, text: list[Passage], number: int) -> Iterator[Section]:
    for place in range(0, len(text), IN_SECTION):
        said = SAID.format(14 + 7 * number, 500 + 100 * number)
        words = [*(one.text for one in text[place : place + IN_SECTION]), said]
        body = "".join(f"<p>{one}</p>" for one in words)
        yield Section(edition=edition, position=place, heading=f"Del {place}", body=body)


def _body() -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in floors.ROWS)
    said = f"<p>{floors.SENTENCE * 4}</p>" * 3
    return f"{said}<ul><li>{floors.SENTENCE}</li></ul><table><tbody>{rows}</tbody></table>"


def files(pk: int) -> dict[str, float]:
    """The text as it is handed out, against the least that would write the same words."""
    reader = acting(User.objects.get(username="bench"), today=datetime.now(UTC).date())
    view = TextView(text_page(reader, pk), reader)
    order = tree(paper(view, reader))
    plain = {**order, "nodes": list(_plain(order["nodes"]))}
    text = finished(view)
    ours = written(text, title="Tolv sidor")
    return {
        "pdf": child_seconds("samklang.documents.pdf.typesetting", order, fonts()),
        "pdf_floor": child_seconds("bench.typst_floor", plain, fonts()),
        "docx": seconds(lambda: written(text, title="Tolv sidor")),
        "text": seconds(lambda: finished(view)),
        "docx_floor": seconds(lambda: floors.zip_floor(plain["nodes"], ours)),
    }


def _plain(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        if node["kind"] == "items":
            for item in node["items"]:
                yield {"kind": "paragraph", "text": _text(item)}
        elif node["kind"] == "words":
            yield {"kind": "paragraph", "text": _text(node)}
        else:
            yield node


def _text(node: dict[str, Any]) -> str:
    return "".join(run["text"] for run in node["runs"])


def sisters() -> dict[str, float]:
    """The page of what differs between the county's regional texts, asked for as it is."""
    environ, count = warm(SISTERS), [0]

    def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
        count[0] += 1
        return execute(*arguments)

    with connection.execute_wrapper(counting):
        call(environ)
    old, new = editions()
    third = list(revised(old, Random(7), _words(old)))  # noqa: S311
    pairs = ((old, new), (old, third), (new, third))
    return {
        "sisters": seconds(lambda: call(environ), TURNS),
        "sisters_floor": sum(seconds(partial(whole, *pair), TURNS) for pair in pairs),
        "statements": count[0],
    }


def main() -> None:
    pk = fill()
    with translation.override("sv"):
        found = files(pk)
    print(json.dumps({**found, **sisters()}))


if __name__ == "__main__":
    main()
