"""Forty commitments against 290 municipalities: `python -m bench.coverage` fills and measures.

Prints seconds, bytes and statements of the page, and the seconds of a floor: the same rows read
with plain SQL, and as many cells of the same markup joined.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from bench.asking import call, warm
from bench.signing_in import ready

COMMITMENTS, MUNICIPALITIES = 40, 290
ADDRESS = "/lanet/tackning/wide/"
WORDING = "Parterna ser till att den som behöver stöd får veta vem som gör vad, åtagande {}."
CELL = '<td><a class="v-{}" href="{}/{}/">{}</a></td>'
NEWEST = """SELECT key, edition_id, how, "when", upper_wording FROM texts_answer one
WHERE NOT is_removed AND id = (SELECT max(id) FROM texts_answer other
WHERE other.edition_id = one.edition_id AND other.key = one.key)"""
FOUND = """SELECT commitment_key, organization_id, coverage, upper_wording FROM texts_judgement
WHERE undone_at IS NULL ORDER BY id"""


def fill() -> None:
    """Make one wide county in which every municipality has a text, half answered, half judged."""
    # Models can be imported once Django is set up.
    from samklang.accounts.models import User  # noqa: PLC0415
    from samklang.library.models import Area  # noqa: PLC0415
    from samklang.organizations.models import (  # noqa: PLC0415
        Membership,
        Organization,
        Partnership,
    )
    from samklang.texts.models import Answer, Commitment, Judgement, Section  # noqa: PLC0415

    if Judgement.objects.exists():
        return
    home = Partnership.objects.create(code="wide", name="Wide", country="xx", words={})
    area = Area.objects.create(partnership=home, code="wide", name="Wide", short_name="Wide")
    places = Organization.objects.bulk_create(
        Organization(
            partnership=home,
            code=f"{n:04}",
            kind="municipality",
            name=f"Ort {n} kommun",
            short_name=f"Ort {n}",
            position=n,
        )
        for n in range(MUNICIPALITIES)
    )
    user, _made = User.objects.get_or_create(username="bench", defaults={"name": "Bench"})
    Membership.objects.create(
        user=user, organization=places[0], role="editor", from_date=date(2020, 1, 1)
    )
    upper = in_force("Ramavtal", "regional", places[0], area, None)
    Section.objects.create(edition=upper, key="s", heading="Vem gör vad", body="<p>Vi.</p>")
    commitments = Commitment.objects.bulk_create(
        Commitment(
            edition=upper,
            section_key="s",
            position=n,
            wording=WORDING.format(n),
            actor="both",
            needs_local_answer=True,
        )
        for n in range(COMMITMENTS)
    )
    for number, place in enumerate(places):
        lower = in_force(f"Text {number}", "local", place, area, upper.agreement)
        own, judged = commitments[number % 2 :: 2], commitments[1 - number % 2 :: 2]
        Answer.objects.bulk_create(
            Answer(
                edition=lower,
                key=one.key,
                how="Vi ringer.",
                when="Samma dag",
                by_municipality="Växeln",
                upper_wording=one.wording,
            )
            for one in own
        )
        Judgement.objects.bulk_create(
            Judgement(
                upper=upper.agreement,
                commitment_key=one.key,
                organization=place,
                edition=lower,
                coverage="missing" if number % 3 else "partly",
                upper_wording=one.wording,
            )
            for one in judged
        )


def in_force(title: str, level: str, keeper: Any, area: Any, parent: Any) -> Any:
    from samklang.agreements.models import (  # noqa: PLC0415 - see fill
        Agreement,
        Edition,
        Party,
        ValidityEvent,
    )

    made = Agreement.objects.create(
        partnership=keeper.partnership,
        level=level,
        area=area,
        title=title,
        parent=parent,
        keeper=keeper,
    )
    Party.objects.create(agreement=made, organization=keeper)
    edition = Edition.objects.create(agreement=made)
    ValidityEvent.objects.create(
        edition=edition, kind="starts", first_date=date(2023, 1, 1), last_date=date(2023, 1, 1)
    )
    for kind in ("until_further_notice", "known_to_hold"):
        ValidityEvent.objects.create(edition=edition, kind=kind)
    return edition


def floor() -> bytes:
    """Read the rows and join the cells; nothing is compared, escaped or translated."""
    from django.db import connection  # noqa: PLC0415 - see fill

    with connection.cursor() as cursor:
        answers = cursor.execute(NEWEST).fetchall()
        found = cursor.execute(FOUND).fetchall()
    cells = [CELL.format("a", edition, key, "Besvarad") for key, edition, *_rest in answers]
    cells += [CELL.format("m", place, key, coverage) for key, place, coverage, _was in found]
    return "".join(cells).encode()


def _seconds(act: Callable[[], Any]) -> float:
    taken = []
    for _turn in range(9):
        begun = time.perf_counter()
        act()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    ready()
    fill()
    environ = warm(ADDRESS)
    from django.db import connection  # noqa: PLC0415 - see fill

    count = [0]

    def counting(execute: Callable[..., Any], *arguments: Any) -> Any:
        count[0] += 1
        return execute(*arguments)

    with connection.execute_wrapper(counting):
        _status, _headers, body = call(environ)
    print(
        json.dumps(
            {
                "page": _seconds(lambda: call(environ)),
                "floor": _seconds(floor),
                "bytes": len(body),
                "statements": count[0],
            }
        )
    )


if __name__ == "__main__":
    main()
