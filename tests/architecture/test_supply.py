"""What we are made of: licences that we may pass on, one lock with hashes, a bill of materials."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from email.message import Message
from pathlib import Path

import pytest

from tests.architecture.licences import LOCKED, licence_of, packages
from tests.architecture.tree import ROOT

pytestmark = pytest.mark.one_database

# Licences that may go with a work under EUPL-1.2 (DEVELOPERS' list), by SPDX name.
ALLOWED = re.compile(
    r"^(MIT(-0|-CMU)?|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0|LGPL-[23]\.[01](-only|-or-later)?"
    r"|PSF-2\.0|ISC|Zlib|Unlicense|EUPL-1\.2)$"
)
# A choice (OR) needs one that is allowed; more than one at once (AND, a comma) needs all.
CHOICE, ALL = re.compile(r"\s+OR\s+"), re.compile(r"\s+AND\s+|,\s*")


def is_allowed(licence: str) -> bool:
    return any(
        all(ALLOWED.match(one) or one == "dependency licenses" for one in ALL.split(choice))
        for choice in CHOICE.split(licence)
    )


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-3-Clause", True),
        ("GPL-3.0-only OR MIT", True),
        ("BSD-3-Clause, Apache-2.0", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-2.0-only", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_or_not(licence: str, allowed: bool) -> None:
    assert is_allowed(licence) is allowed


def test_every_package_in_production_has_a_licence_that_we_may_pass_on() -> None:
    found = packages()

    assert len(found) > 30
    assert [one for one in found if not is_allowed(one.licence)] == []


@pytest.mark.parametrize("name", ["base", "s3", "dev"])
def test_every_locked_package_has_its_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]

    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_what_runs_in_production_is_locked_alike_for_development() -> None:
    base, s3, dev = (
        {
            (found, version)
            for found, version, _marker in LOCKED.findall(
                (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
            )
        }
        for name in ("base", "s3", "dev")
    )

    assert base - s3 == set()
    assert s3 - dev == set()


@pytest.mark.slow
def test_the_bill_of_materials_names_every_package_with_its_hash(tmp_path: Path) -> None:
    bill = tmp_path / "sbom.json"
    command = [sys.executable, "-m", "cyclonedx_py", "requirements", "--pyproject"]
    command += ["pyproject.toml", "--output-reproducible", "--validate", "-o", str(bill)]
    subprocess.run([*command, "requirements/base.txt"], cwd=ROOT, check=True, capture_output=True)

    told = json.loads(bill.read_text(encoding="utf-8"))
    listed = {(one["name"].lower(), one["version"]) for one in told["components"]}
    locked = LOCKED.findall((ROOT / "requirements" / "base.txt").read_text(encoding="utf-8"))

    assert told["bomFormat"] == "CycloneDX"
    assert {(name.lower(), version) for name, version, _marker in locked} <= listed
    assert all("externalReferences" in one for one in told["components"])


def test_a_package_that_says_nothing_of_its_licence_is_unknown() -> None:
    assert licence_of(Message()) == "unknown"
