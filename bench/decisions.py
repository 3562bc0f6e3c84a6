"""The register of decisions: `python -m bench.decisions` fills a site with 20,000 and searches it.

Prints as JSON the milliseconds that the rows of a page take, by what is asked: the count, the
fifty newest with what they do, and the folded standard clauses.
"""

from __future__ import annotations

import json
import statistics
import time
from datetime import date, timedelta

from bench.signing_in import ready

ready()  # the product's modules can be imported from here on

from samklang.common.letters import folded  # noqa: E402
from samklang.decisions.models import Decision  # noqa: E402
from samklang.decisions.queries import Terms, register  # noqa: E402
from samklang.organizations.api import Acting, reader_in  # noqa: E402
from samklang.organizations.models import Body, Organization, Partnership  # noqa: E402

COUNT, BODIES, ROWS, TURNS = 20_000, 12, 50, 9
FIRST = date(2006, 1, 1)
# Every word with every other: a search has to look at all of them.
VERBS = ("förlänga", "anta", "pröva", "bordlägga", "utreda", "överlämna", "starta")
THINGS = ("ramavtalet", "planen", "uppföljningen", "kartläggningen", "samverkan", "medlen")
SUFFIXES = ("ett år", "till våren", "i hela länet", "med tillägg", "enligt förslaget")


def _wording(number: int) -> str:
    words = (group[number // step % len(group)] for step, group in _STEPS)
    return f"att {' '.join(words)}, ärende {number}"


_STEPS = ((1, VERBS), (7, THINGS), (42, SUFFIXES))


def fill(home: Organization) -> None:
    county = home.partnership
    bodies = [
        Body.objects.create(
            partnership=county, code=f"bench-{n}", name=f"Gruppen {n}", level="directors"
        )
        for n in range(BODIES)
    ]
    Decision.objects.bulk_create(
        (
            Decision(
                partnership=county,
                body=bodies[number % BODIES],
                decided_date=FIRST + timedelta(days=number * 7300 // COUNT),
                paragraph=str(number % 90),
                wording=_wording(number),
                search_text=folded(_wording(number)),
                standard=number % 4 == 0,
            )
            for number in range(COUNT)
        ),
        batch_size=1000,
    )


def _page(acting: Acting, county_pk: int, terms: Terms) -> tuple[float, int]:
    begun = time.process_time()
    found = register(acting, county_pk, terms)
    count = found.filter(standard=False).count()
    # SQLite finds its rows in this process, while they are read: its processor time is the
    # honest figure, also on a machine that others use.
    list(found.filter(standard=False)[:ROWS])
    list(found.filter(standard=True)[: ROWS + 1])
    return time.process_time() - begun, count


def main() -> None:
    county = Partnership.objects.create(code="bench", name="Provlandet", country="se")
    home = Organization.objects.create(
        partnership=county, code="one", kind="municipality", name="En kommun", short_name="En"
    )
    fill(home)
    acting = reader_in(home, today=date(2026, 11, 24))
    asked = {
        "all": Terms(),
        "word": Terms(text="förlänga"),
        "words": Terms(text="kartläggning våren"),
        "rare": Terms(text="ärende 19999"),
        "none": Terms(text="finns inte här"),
        "facets": Terms(text="anta", body=Body.objects.get(code="bench-1").pk, year=2016),
    }
    told = {}
    for name, terms in asked.items():
        turns = [_page(acting, home.partnership_id, terms) for _turn in range(TURNS)]
        middle = statistics.median(seconds for seconds, _count in turns)
        told[name] = {"milliseconds": round(middle * 1000, 1), "count": turns[0][1]}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
