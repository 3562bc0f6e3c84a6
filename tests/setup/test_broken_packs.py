"""Whatever is wrong in a pack's files, the operator is told which file and which key.

Every key of the small county and of a demo beside it is tried: misspelt, of the wrong kind, and
left out. Seen red with a `finish()` taken out of one table, and with a value read unchecked.
"""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from samklang.setup import packs
from samklang.setup.tables import PackError
from tests.architecture.tree import ROOT

PACKS = ROOT / "packs"
COUNTRY, COUNTY, DEMO = "xx", "xx-nordmark", "xx-nordmark-demo"
Step = str | int
Steps = tuple[Step, ...]
# A demo beside the small county, with one of everything.
DEMO_FILES: dict[str, dict[str, Any]] = {
    "demo.toml": {"code": DEMO, "county": COUNTY},
    "persons.toml": {
        "persons": [
            {
                "username": "gun",
                "name": "Gun",
                "title": "Redaktör",
                "seats": [{"organization": "granby", "role": "editor", "from": "2025-01-01"}],
            }
        ]
    },
    "agreements.toml": {
        "agreements": [
            {
                "code": "granby-aldre",
                "level": "local",
                "area": "older_people",
                "title": "Bygdeavtal",
                "parent": "ram-aldre",
                "keeper": "granby",
                "parties": ["granby"],
                "revision_responsible": "Bygdechefen",
                "diary_numbers": [{"organization": "granby", "number": "GB 1"}],
                "editions": [
                    {
                        "number": 1,
                        "label": "Första",
                        "begun": "2025-01-01",
                        "stage": "utkast",
                        "events": [
                            {
                                "kind": "review_every",
                                "years": 2,
                                "stated": "2025",
                                "decided": "2025-06-01",
                                "decided_by": "landsradet",
                                "quote": "q",
                                "place": "s. 1",
                                "source": "k",
                            }
                        ],
                        "adoptions": [
                            {
                                "organization": "granby",
                                "kind": "decision",
                                "body": "Nämnden",
                                "date": "2025-02-04",
                                "paragraph": "§ 7",
                            }
                        ],
                    }
                ],
            }
        ]
    },
    "bodies.toml": {
        "bodies": [
            {
                "code": "granby-grupp",
                "name": "Granbygruppen",
                "short_name": "Gruppen",
                "level": "council",
                "kind": "municipality",
                "organization": "granby",
                "purpose": "Möts.",
                "parent": "landsradet",
                "from": "2025-01-01",
                "decision": "Beslut § 3",
                "charters": [{"code": "uppdrag", "kind": "assignment", "title": "Att mötas"}],
            }
        ],
        "charters": [
            {
                "body": "landsradet",
                "code": "mandat",
                "kind": "mandate",
                "title": "Att besluta",
                "text": "Om allt.",
                "covers": ["other"],
                "given_by": "landsradet",
                "from": "2025-01-01",
                "until": "2026-12-31",
                "source": "Protokoll § 4",
            }
        ],
        "posts": [
            {
                "body": "landsradet",
                "code": "plats",
                "kind": "chair",
                "person": "Gun",
                "role": "bygdechef",
                "organization": "granby",
                "share": 20,
                "from": "2025-01-01",
                "until": "2026-12-31",
            }
        ],
    },
    "meetings.toml": {
        "series": [
            {
                "name": "Gruppens möten",
                "body": "granby-grupp",
                "keeper": "granby",
                "by": "gun",
                "weekday": "monday",
                "start": "09:00",
                "end": "11:00",
                "place": "Granby",
                "chair": "Gun",
                "secretary": "Gun",
                "matters_days": 20,
                "papers_days": 10,
                "items": [{"title": "Öppnande", "previous_notes": True}],
            }
        ],
        "meetings": [
            {
                "of_series": "Gruppens möten",
                "body": "granby-grupp",
                "keeper": "granby",
                "by": "gun",
                "checked_by": "gun",
                "state": "locked",
                "date": "2025-03-01",
                "start": "09:00",
                "end": "11:00",
                "place": "Granby",
                "chair": "Gun",
                "secretary": "Gun",
                "people": [{"name": "Gun", "organization": "granby", "presence": "guest"}],
                "items": [
                    {
                        "title": "Bron",
                        "number": 1,
                        "letter": "a",
                        "kinds": ["for_decision"],
                        "presenters": ["Gun"],
                        "attachments": ["1"],
                        "standing": True,
                        "previous_notes": True,
                        "text": "Den är sliten.",
                        "outcome": "decided",
                        "clauses": ["att laga bron"],
                        "proposals": ["att riva bron"],
                    }
                ],
            }
        ],
    },
    "homes.toml": {
        "homes": [
            {
                "body": "granby-grupp",
                "date": "2025-03-01",
                "clause": "att laga bron",
                "by": "gun",
                "meaning": "Bron håller.",
                "asked": "Laga den.",
                "due": "2025-06-01",
                "ways": [
                    {
                        "organization": "granby",
                        "carrier": "Gun",
                        "forum": "Nämnden",
                        "planned": "2025-03-10",
                        "decided": "2025-03-10",
                        "came_back": "Ja.",
                        "landed": "2025-04-01",
                        "not_applicable": "Nej.",
                    }
                ],
            }
        ]
    },
    "findings.toml": {
        "findings": [
            {
                "organization": "dalom",
                "area": "family_centre",
                "answered": "2025-03-01",
                "channel": "mailbox",
                "answered_by": "Registrator",
                "quote": "Nej.",
            }
        ]
    },
}
# What may be left out; everything else must be there. Written by hand, file by file.
OPTIONAL = {
    ("county.toml", "words"),
    ("county.toml", "place"),
    ("county.toml", "tiles"),
    ("county.toml", "sv"),
    ("county.toml", "rows"),
    ("areas.toml", "basis"),
    ("areas.toml", "touched_by"),
    ("areas.toml", "statutory"),
    ("areas.toml", "target_group"),
    *(("agreements.toml", key) for key in ("parent", "revision_responsible", "diary_numbers")),
    *(("agreements.toml", key) for key in ("editions", "label", "begun", "stage", "events")),
    *(("agreements.toml", key) for key in ("adoptions", "stated", "decided", "decided_by")),
    *(("agreements.toml", key) for key in ("quote", "place", "source", "body", "paragraph")),
    *(("bodies.toml", key) for key in ("short_name", "organization", "purpose", "parent", "from")),
    *(("bodies.toml", key) for key in ("decision", "charters", "text", "covers", "given_by")),
    *(("bodies.toml", key) for key in ("until", "source", "posts", "person", "role", "share")),
    *(("meetings.toml", key) for key in ("place", "chair", "secretary", "people", "presence")),
    *(("meetings.toml", key) for key in ("items", "number", "letter", "kinds", "presenters")),
    *(("meetings.toml", key) for key in ("attachments", "standing", "text", "outcome")),
    *(("meetings.toml", key) for key in ("clauses", "proposals", "series", "of_series")),
    *(("meetings.toml", key) for key in ("matters_days", "papers_days", "previous_notes")),
    *(("homes.toml", key) for key in ("ways", "carrier", "forum", "planned", "decided")),
    *(("homes.toml", key) for key in ("came_back", "landed", "not_applicable")),
    ("findings.toml", "answered_by"),
    ("findings.toml", "quote"),
    ("persons.toml", "seats"),
    *(
        ("law.toml", key)
        for key in ("leave", "part", "names", "repealed", "replaced_by", "until", "from")
    ),
    *(("law.toml", key) for key in ("amended_by", "quote", "checked", "now", "replaced", "scope")),
}
# Left out, these have a value: the first edition, a decision, and somebody else’s body.
WITH_DEFAULT = {("editions", "number"), ("adoptions", "kind"), ("provisions", "section")}
WITH_DEFAULT |= {("bodies", "kind")}
# A whole file may say nothing: a county without bodies, a demo without answers.
LISTS = {"organizations", "bodies", "areas", "agreements", "persons", "findings"}
LISTS |= {"references", "terms", "meetings", "homes"}


def keys(content: Any, at: Steps = ()) -> Iterator[Steps]:
    """Yield the way to every key, the first of several like tables only."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield (*at, key)
            yield from keys(value, (*at, key))
    elif isinstance(content, list) and content and isinstance(content[0], dict):
        yield from keys(content[0], (*at, 0))


def file(pack: str, name: str) -> dict[str, Any]:
    if pack == DEMO:
        return DEMO_FILES[name]
    return tomllib.loads((PACKS / pack / name).read_text(encoding="utf-8"))


COUNTY_FILES = ("county.toml", "organizations.toml", "bodies.toml", "areas.toml", "agreements.toml")
FILES = ((COUNTRY, ("law.toml",)), (COUNTY, COUNTY_FILES), (DEMO, tuple(DEMO_FILES)))
EVERY_KEY = [
    pytest.param(pack, name, steps, id=f"{pack}/{name}: {'.'.join(map(str, steps))}")
    for pack, names in FILES
    for name in names
    for steps in keys(file(pack, name))
]


def written(value: Any) -> str:
    """Write a value as TOML, with tables within the line."""
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "{" + ", ".join(f'"{key}" = {written(one)}' for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, value)) + "]"
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case _:
            return str(value)


def save(path: Path, content: dict[str, Any]) -> None:
    lines = [f'"{key}" = {written(value)}' for key, value in content.items()]
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture
def home(tmp_path: Path, settings: Any) -> Path:
    for code in ("xx", COUNTY):
        shutil.copytree(PACKS / code, tmp_path / code)
    (tmp_path / DEMO).mkdir()
    for name, content in DEMO_FILES.items():
        save(tmp_path / DEMO / name, content)
    settings.SAMKLANG_PACKS_DIR = tmp_path
    return tmp_path


def changed(pack: str, name: str, steps: Steps, change: Callable[[Any, Step], None]) -> Any:
    content = deepcopy(file(pack, name))
    table: Any = content
    for step in steps[:-1]:
        table = table[step]
    change(table, steps[-1])
    return content


def load(pack: str) -> object:
    if pack == COUNTRY:
        return packs.country(pack)
    return packs.demo(pack) if pack == DEMO else packs.county(pack)


def complaint(home: Path, pack: str, name: str, content: dict[str, Any]) -> str:
    """Return what is said about the pack with this file in it, or nothing."""
    save(home / pack / name, content)
    try:
        load(pack)
    except PackError as error:
        return str(error)
    return ""


def test_the_packs_are_right_before_they_are_spoiled(home: Path) -> None:
    for pack, name in ((COUNTY, "county.toml"), (DEMO, "agreements.toml")):
        assert complaint(home, pack, name, file(pack, name)) == ""


@pytest.mark.parametrize(("pack", "name", "steps"), EVERY_KEY)
def test_a_misspelt_key_is_pointed_out(home: Path, pack: str, name: str, steps: Steps) -> None:
    def misspell(table: Any, key: Step) -> None:
        table[f"{key}x"] = table.pop(key)

    said = complaint(home, pack, name, changed(pack, name, steps, misspell))

    assert said.startswith(f"{pack}/{name}: ")
    unknown = (f"{steps[-1]}x is not", f"{steps[-1]}x is none", f"{steps[-1]} is missing")
    assert any(one in said for one in unknown), said


def tables(content: Any, at: Steps = ()) -> Iterator[Steps]:
    """Yield the way to every table, the first of several like ones only."""
    if isinstance(content, dict):
        yield at
        for key, value in content.items():
            yield from tables(value, (*at, key))
    elif isinstance(content, list) and content and isinstance(content[0], dict):
        yield from tables(content[0], (*at, 0))


@pytest.mark.parametrize(
    ("pack", "name", "steps"),
    [
        pytest.param(pack, name, steps, id=f"{pack}/{name}: {'.'.join(map(str, steps))}")
        for pack, names in FILES
        for name in names
        for steps in tables(file(pack, name))
    ],
)
def test_a_key_that_no_table_has_is_pointed_out(
    home: Path, pack: str, name: str, steps: Steps
) -> None:
    content = changed(pack, name, (*steps, "nonsens"), lambda table, key: table.update({key: "x"}))

    said = complaint(home, pack, name, content)

    assert said.startswith(f"{pack}/{name}: ")
    assert "nonsens is n" in said


@pytest.mark.parametrize(("pack", "name", "steps"), EVERY_KEY)
def test_a_value_of_the_wrong_kind_is_pointed_out(
    home: Path, pack: str, name: str, steps: Steps
) -> None:
    def spoil(table: Any, key: Step) -> None:
        table[key] = 7 if not isinstance(table[key], int) else "sju"

    said = complaint(home, pack, name, changed(pack, name, steps, spoil))

    assert said.startswith(f"{pack}/{name}: ")
    assert f": {steps[-1]} is 7; write " in said or f": {steps[-1]} is 'sju'; write " in said


@pytest.mark.parametrize(("pack", "name", "steps"), EVERY_KEY)
def test_what_is_left_out_is_asked_for_unless_it_may_be(
    home: Path, pack: str, name: str, steps: Steps
) -> None:
    *above, key = [step for step in steps if isinstance(step, str)]
    has_default = (above[-1] if above else "", key) in WITH_DEFAULT

    said = complaint(home, pack, name, changed(pack, name, steps, lambda t, k: t.pop(k)))

    if (name, key) in OPTIONAL or has_default or key in LISTS:
        assert f": {key} " not in said
    else:
        assert said.startswith(f"{pack}/{name}: ")
        assert f": {key} is missing" in said


@pytest.mark.parametrize(
    ("name", "steps", "value", "said"),
    [
        ("persons.toml", ("persons", 0, "seats", 0, "organization"), "grandby", "is 'grandby'"),
        ("persons.toml", ("persons", 0, "seats", 0, "role"), "boss", "one of administrator,"),
        ("persons.toml", ("persons", 0, "seats", 0, "from"), "2025", "write a day as YYYY-MM-DD"),
        ("findings.toml", ("findings", 0, "channel"), "telex", "is 'telex'; it must be one of"),
        ("findings.toml", ("findings", 0, "answered"), "2025-02-30", "is not a date"),
        ("findings.toml", ("findings", 0, "answered"), "2025-00-10", "is not a date"),
        ("agreements.toml", ("agreements", 0, "level"), "lokal", "is 'lokal'; it must be one of"),
        ("agreements.toml", ("agreements", 0, "parties"), ["x"], "names 'x', which this pack"),
        ("meetings.toml", ("meetings", 0, "start"), "25:00", "is no time; write it as HH:MM"),
        ("meetings.toml", ("meetings", 0, "by"), "gunn", "is 'gunn'; it must be one of gun"),
        ("demo.toml", ("code",), "xx-annan-demo", "is 'xx-annan-demo'; it must be one of"),
        ("demo.toml", ("county",), "../xx-nordmark", "is not the code of a pack"),
        ("demo.toml", ("county",), "xx-sydmark", "There is no pack 'xx-sydmark'"),
    ],
)
def test_a_value_that_names_nothing_is_answered_with_what_there_is(
    home: Path, name: str, steps: Steps, value: object, said: str
) -> None:
    def put(table: Any, key: Step) -> None:
        table[key] = value

    assert said in complaint(home, DEMO, name, changed(DEMO, name, steps, put))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"code = ", "is not TOML"),
        (b'code = "xx-nordmark"\ncode = "xx-nordmark"', "is not TOML"),
        (b'name = "Nordm\xe4rk"', "is not in UTF-8; save it as UTF-8"),
        (b"\xff\xfec\x00o\x00d\x00e\x00", "is not in UTF-8; save it"),
        (b'name = "a\x00b"', "is not TOML"),
        (b"", "country is missing"),
    ],
    ids=["cut off", "said twice", "latin-1", "utf-16", "nul", "empty"],
)
def test_a_file_that_cannot_be_read_is_named_and_never_a_traceback(
    home: Path, content: bytes, said: str
) -> None:
    (home / COUNTY / "county.toml").write_bytes(content)

    with pytest.raises(PackError, match=rf"xx-nordmark/county\.toml.*{said}"):
        packs.county(COUNTY)


def test_the_operator_gets_the_sentence_and_no_traceback(home: Path) -> None:
    (home / COUNTY / "areas.toml").unlink()

    with pytest.raises(CommandError, match=r"^xx-nordmark/areas\.toml is missing in "):
        call_command("load_pack", COUNTY, stdout=StringIO())
