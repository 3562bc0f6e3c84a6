"""The figures follow the list's own notes: what is missed, what is wrong, what counts as neither.

Seen red: with the unsure counted, with also_accept counted as wrong, and with the actor not asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samklang.texts.bones.commitments import Bones
from samklang.texts.bones.measuring import measure, measure_links
from samklang.texts.bones.rules import Rules

Read = Callable[[str], Bones]
TEXT = """\
1 Ansvar
Regionen ska skriva remiss.
Kommunen ska ordna en plats.
Kommunen ska laga tak.
Kommunen ska måla staket.
2 Tid
Kommunen ska sopa.
"""


def listed(*commitments: dict[str, Any], also: tuple[int, ...] = ()) -> dict[str, Any]:
    section = {"file": "a.txt", "first_line": 1, "last_line": 5, "also_accept": list(also)}
    return {"sections": [{**section, "commitments": list(commitments)}]}


def wanted(line: int, *who: str, **more: Any) -> dict[str, Any]:
    return {"line": line, "who": list(who), **more}


def test_found_is_the_right_line_with_the_right_actor(bones: Read) -> None:
    found = measure(
        {"a.txt": bones(TEXT)},
        listed(
            wanted(2, "region"),
            wanted(3, "region"),
            wanted(4, "other", who_also_accept=["municipality"]),
        ),
    )

    assert (found.wanted, found.found, found.missed) == (3, 2, (3,))


def test_wrong_is_what_is_on_no_list_and_within_the_section(bones: Read) -> None:
    found = measure(
        {"a.txt": bones(TEXT)}, listed(wanted(2, "region"), wanted(3, "region"), also=(4,))
    )

    assert (found.proposed, found.wrong) == (3, (5,))


def test_what_a_careful_reader_could_leave_out_is_not_missed_and_not_wrong(bones: Read) -> None:
    unsure = wanted(2, "region", sure=False)
    found = measure({"a.txt": bones(TEXT)}, listed(unsure, also=(3, 4, 5)))

    assert (found.wanted, found.found, found.proposed, found.wrong) == (0, 0, 1, ())
    assert found.share_found is None


def test_other_files_sections_are_left_out(bones: Read) -> None:
    assert measure({"b.txt": bones(TEXT)}, listed(wanted(2, "region"))).wanted == 0


def test_a_link_counts_when_it_is_among_the_first_three(bones: Read, rules: Rules) -> None:
    upper = bones("1 Arbete\nRegionen ska ordna remisser.\nRegionen ska dansa.\n")
    links = [
        {"upper_file": "u", "lower_file": "l", "upper_line": line, "lower_line": 2}
        for line in (2, 3)
    ]

    found = measure_links(("u", upper), ("l", bones(TEXT)), {"links": links}, rules)

    assert found == (2, 1)
