"""Fifty thousand Swedish-like sections, searched by somebody who may see most of them.

python -m bench.searching fill                  makes the county and its texts
python -m bench.searching [ADDRESS]             prints the figures as JSON; ADDRESS of PostgreSQL
"""

from __future__ import annotations

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import accumulate
from pathlib import Path
from random import Random

from bench import search_floors as floors
from bench.signing_in import ready

AGREEMENTS, SECTIONS, WORDS = 400, 125, 150
# Of these the reader may see the first: a few drafts are their own, and as many those of others.
DECIDED, OWN = 350, 375
VOCABULARY = 40_000
KINDS, EACH = ("rare", "two", "three", "common", "beginning"), 60
# Most words stand alone; some are another form of one that is there, as in running text.
ENDINGS, INFLECTED = ("en", "ar", "arna", "et", "ens"), 0.25
# None of them is an ending, so that about as much is found by stems as by plain words.
SYLLABLES = (
    "sam",
    "vår",
    "plan",
    "bo",
    "lag",
    "tid",
    "hem",
    "möt",
    "läk",
    "går",
    "kro",
    "fil",
    "dus",
)


def vocabulary() -> list[str]:
    chance = Random(1)  # noqa: S311  # the same words every time
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        word = "".join(chance.choice(SYLLABLES) for _turn in range(chance.randint(2, 4)))
        found[word + (chance.choice(ENDINGS) if chance.random() < INFLECTED else "")] = None
    return sorted(found, key=len)


def fill() -> None:
    """Make the county; the commonest words stand in most texts, the rarest in one or two."""
    ready()
    from samklang.accounts.models import User  # noqa: PLC0415
    from samklang.agreements.models import Adoption, Agreement, Edition, Party  # noqa: PLC0415
    from samklang.library.models import Area  # noqa: PLC0415
    from samklang.organizations.models import (  # noqa: PLC0415
        Membership,
        Organization,
        Partnership,
    )
    from samklang.texts.models import Section  # noqa: PLC0415

    home = Partnership.objects.create(code="wide", name="Wide", country="se", words={})
    own, other = (
        Organization.objects.create(
            partnership=home, code=code, kind="municipality", name=code, short_name=code
        )
        for code in ("own", "other")
    )
    user = User.objects.create(username="bench", name="Bench")
    Membership.objects.create(
        user=user, organization=own, role="editor", from_date=date(2020, 1, 1)
    )
    area = Area.objects.create(partnership=home, code="a", name="Wide", short_name="Wide")
    agreements = Agreement.objects.bulk_create(
        Agreement(
            partnership=home,
            level="local",
            area=area,
            title=f"Text {n}",
            keeper=own if DECIDED <= n < OWN else other,
        )
        for n in range(AGREEMENTS)
    )
    Party.objects.bulk_create(Party(agreement=one, organization=other) for one in agreements)
    editions = Edition.objects.bulk_create(Edition(agreement=one) for one in agreements)
    Adoption.objects.bulk_create(
        Adoption(edition=one, organization=other, kind="decision", adopted_date=date(2021, 1, 1))
        for one in editions[:DECIDED]
    )
    said = _texts(AGREEMENTS * SECTIONS)
    for n, edition in enumerate(editions):
        Section.objects.bulk_create(
            Section(edition=edition, position=m, heading=title, body=body)
            for m, (title, body) in enumerate(said[n * SECTIONS : (n + 1) * SECTIONS])
        )


def _texts(count: int) -> list[tuple[str, str]]:
    chance, words = Random(2), vocabulary()  # noqa: S311  # the same texts every time
    shares = list(accumulate(1 / (n + 20) for n in range(len(words))))
    found = []
    for _text in range(count):
        said = chance.choices(words, cum_weights=shares, k=WORDS)
        found.append((" ".join(said[:4]), f"<p>{' '.join(said[4:])}.</p>"))
    return found


def questions() -> dict[str, list[str]]:
    """Return what is asked: rare words, two and three of the middle, common ones, beginnings."""
    chance, words = Random(3), vocabulary()  # noqa: S311
    long = [word for word in words[40:400] if len(word) > 5]
    return {
        "rare": [chance.choice(words[5000:]) for _turn in range(EACH)],
        "two": [" ".join(chance.sample(words[30:500], 2)) for _turn in range(EACH)],
        "three": [" ".join(chance.sample(words[10:200], 3)) for _turn in range(EACH)],
        "common": [chance.choice(words[:60]) for _turn in range(EACH)],
        "beginning": [f"{chance.choice(long)[:4]}*" for _turn in range(EACH)],
    }


Taken = dict[str, list[tuple[float, float]]]


def milliseconds(engines: dict[str, Callable[[str], object]]) -> dict[str, Taken]:
    """Ask each engine everything, in turn, twice: of processor time, and of the clock."""
    found: dict[str, Taken] = {name: {} for name in engines}
    for turn in range(2):
        for kind, texts in questions().items():
            for text in texts:
                for name, ask in engines.items():
                    before = time.process_time(), time.perf_counter()
                    ask(text)
                    after = time.process_time(), time.perf_counter()
                    taken = (after[0] - before[0]) * 1000, (after[1] - before[1]) * 1000
                    # The second time counts.
                    found[name].setdefault(kind, []).extend([taken] * turn)
    return found


def summed(found: Taken) -> dict[str, float]:
    """Sum up processor time; what another process did is only told by the clock."""
    together = [one for each in found.values() for one, _clock in each]
    common = list(zip(*found["common"], strict=True))
    return {
        "p50": statistics.median(together),
        "p99_common": statistics.quantiles(common[0], n=100)[98],
        "p99_common_clock": statistics.quantiles(common[1], n=100)[98],
        **{kind: statistics.median(one for one, _clock in each) for kind, each in found.items()},
    }


def measure(address: str = "") -> dict[str, object]:
    ready()
    from django.db import connection  # noqa: PLC0415

    from samklang.search.actions import rebuild  # noqa: PLC0415

    source = Path(str(connection.settings_dict["NAME"]))
    with sqlite3.connect(source) as there:
        texts = there.execute("SELECT id, heading, body FROM texts_section").fetchall()
    with tempfile.TemporaryDirectory(dir=source.parent) as folder:
        found: dict[str, object] = {"text": sum(len((t + b).encode()) for _pk, t, b in texts)}
        bare = floors.plain(Path(folder) / "plain.sqlite3", texts)
        script, index = [], []
        for turn in range(3):
            script.append(floors.stemmed(Path(folder) / f"stemmed{turn}.sqlite3", source))
            before = time.process_time()
            rebuild()
            index.append(time.process_time() - before)
        engines = {"ours": _finder(), "plain": floors.ask_plain(bare)}
        if address:
            engines["postgres"] = floors.postgres(address, texts)
        found |= {"script": min(script), "index": min(index), "size": _size()}
        found |= {name: summed(each) for name, each in milliseconds(engines).items()}
        found |= _one_more()
    return found


def _size() -> int:
    """Return the bytes of the index, its documents and their keys."""
    from samklang.common.lean import rows  # noqa: PLC0415

    (found,) = rows(
        "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search!_%' ESCAPE '!' "
        "OR name LIKE 'one_document_per_row%' OR name LIKE 'sqlite_autoindex_search%'",
        [],
    )
    return int(found[0])


def _finder() -> Callable[[str], object]:
    """Ask as the page does, but for its frame: wall, counts, order, snippets."""
    from samklang.accounts.models import User  # noqa: PLC0415
    from samklang.inventories.api import reading_folders  # noqa: PLC0415
    from samklang.organizations.api import acting  # noqa: PLC0415
    from samklang.search.analysis import analysis_in  # noqa: PLC0415
    from samklang.search.queries import find  # noqa: PLC0415
    from samklang.search.question import question  # noqa: PLC0415

    reader = acting(User.objects.get(username="bench"), today=date(2026, 11, 28))
    words = analysis_in(reading_folders(reader.partnership))
    return lambda text: find(reader, question(text, words), words)


def _one_more() -> dict[str, object]:
    """Save one more section and find it; the floor puts its stems into FTS5 in the same saving."""
    from django.db import connection, transaction  # noqa: PLC0415

    from samklang.agreements.models import Edition  # noqa: PLC0415
    from samklang.search.actions import catch_up  # noqa: PLC0415
    from samklang.texts.models import Section  # noqa: PLC0415

    edition = Edition.objects.order_by("pk")[DECIDED]
    ours, floor = [], []
    with connection.cursor() as cursor:
        cursor.execute(floors.CONTENTLESS)
        for n, (title, body) in enumerate(_texts(80)):
            start = time.perf_counter()
            Section.objects.create(edition=edition, heading=title, body=body)
            catch_up()
            saved = time.perf_counter()
            with transaction.atomic():
                Section.objects.create(edition=edition, heading=title, body=body)
                cursor.execute(floors.ONE_MORE, [n + 1, floors.stems(title), floors.stems(body)])
            floor.append(time.perf_counter() - saved)
            ours.append(saved - start)
            catch_up()
        cursor.execute("DROP TABLE ft")
    return {"save_ms": 1000 * statistics.median(ours), "floor_ms": 1000 * statistics.median(floor)}


if __name__ == "__main__":
    if sys.argv[1:] == ["fill"]:
        fill()
    else:
        print(json.dumps(measure(*sys.argv[1:])))
