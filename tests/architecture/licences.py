"""Which licence each package that runs in production has, read from what is installed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import metadata
from typing import cast

from packaging.requirements import Requirement

from tests.architecture.tree import ROOT

LOCKED = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)\s*(?:;\s*([^\\]+))?", re.MULTILINE)
# Long texts and house names, by the SPDX name of what they are.
NAMED = {
    "Copyright (c) 2018 Yubico AB": "BSD-2-Clause",
    "BSD": "BSD-3-Clause",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",  # python-dateutil
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "MIT, BSD": "MIT AND BSD-3-Clause",  # PyStemmer, and the Snowball in it
    "New BSD": "BSD-3-Clause",
    "The MIT License": "MIT",
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-3.0-only",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


@dataclass(frozen=True, slots=True)
class Package:
    name: str
    version: str
    licence: str


def packages() -> list[Package]:
    """Return what is locked for production, with all extras, and runs on this machine, by name."""
    locked = (ROOT / "requirements" / "s3.txt").read_text(encoding="utf-8")
    found = [
        Package(name, version, licence_of(cast(Message, metadata(name))))
        for name, version, marker in LOCKED.findall(locked)
        if not marker or _holds_here(marker.strip())
    ]
    return sorted(found, key=lambda one: one.name)


def licence_of(told: Message) -> str:
    """Prefer the SPDX expression; else the field; else the classifier."""
    if expression := told.get("License-Expression"):
        return str(expression)
    field = str(told.get("License") or "").strip().splitlines()
    if field and len(field[0]) < 60:
        return NAMED.get(field[0], str(field[0]))
    for classifier in told.get_all("Classifier") or []:
        if classifier.startswith("License :: OSI Approved :: "):
            name = classifier.rsplit(" :: ", 1)[1]
            return NAMED.get(name, name)
    return "unknown"


def _holds_here(marker: str) -> bool:
    needed = Requirement(f"x; {marker}").marker
    return needed is None or bool(needed.evaluate())
