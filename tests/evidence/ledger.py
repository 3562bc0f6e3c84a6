"""What visitors were promised, and whether it is there: diary numbers and received files."""

from __future__ import annotations

import json
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from tests.evidence.service import GONE, Answer, Visitor
from tests.installation import Installation

# Prints what an installation holds of the ledger's kinds, as JSON.
HOLDS = """
import json
from hashlib import sha256
from django.core.files.storage import default_storage
from samklang.agreements.models import DiaryNumber
from samklang.documents.models import File
from samklang.audit.api import record_faults
files = {}
for file in File.objects.all():
    with default_storage.open(file.content.name) as stored:
        files[file.sha256] = sha256(stored.read()).hexdigest()
print(json.dumps({
    "numbers": list(DiaryNumber.objects.values_list("number", flat=True)),
    "files": files,
    "record": list(record_faults()),
}))
"""


@dataclass
class Ledger:
    """Acknowledged operations; what was refused or never answered is only counted."""

    numbers: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    unanswered: int = 0
    refused: int = 0

    @property
    def acknowledged(self) -> int:
        return len(self.numbers) + len(self.files)


@dataclass
class Writers:
    """So many visitors, each at an agreement of its own, who write until told to stop."""

    address: str
    count: int = 4
    ledger: Ledger = field(default_factory=Ledger)
    _stop: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)

    def __enter__(self) -> Writers:
        for number in range(self.count):
            thread = threading.Thread(target=self._write, args=(number + 1,), daemon=True)
            thread.start()
            self._threads.append(thread)
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _write(self, agreement: int) -> None:
        visitor: Visitor | None = None
        turn = 0
        while not self._stop.is_set():
            try:
                visitor = visitor or Visitor(self.address).sign_in()
                turn += 1
                number = write_number(visitor, agreement, self.ledger)
                if turn % 2 == 0:
                    hand_in(visitor, number, self.ledger)
            except (*GONE, AssertionError, KeyError):
                self.ledger.unanswered += 1
                visitor = None
                time.sleep(0.05)


def write_number(visitor: Visitor, agreement: int, ledger: Ledger) -> str:
    """Record a diary number that nobody else has, and note it when it was acknowledged."""
    path, number = f"/avtal/{agreement}/diarienummer/", f"PROV {secrets.token_hex(6)}"
    sent = {**visitor.get(path).form, "number": number}
    _note(visitor.post(path, sent), lambda: ledger.numbers.append(number), ledger)
    return number


def hand_in(visitor: Visitor, number: str, ledger: Ledger) -> None:

    content = f"Avtal om tysta skogar, {number}. Avtalet gäller tillsvidare.".encode()
    form = visitor.get("/las-in/").form
    answer = visitor.send_file("/las-in/ta-emot/", form, "avtal.txt", content)
    _note(answer, lambda: ledger.files.append(sha256(content).hexdigest()), ledger)


def _note(answer: Answer, promise: Callable[[], None], ledger: Ledger) -> None:
    if answer.status in (204, 302):
        promise()
    else:
        ledger.refused += 1


@dataclass(frozen=True)
class Found:
    """What became of the promises."""

    lost: list[str]
    twice: list[str]
    spoilt: list[str]
    record: list[str]

    @property
    def is_well(self) -> bool:
        return not (self.lost or self.twice or self.spoilt or self.record)


def compared(ledger: Ledger, county: Installation) -> Found:
    held = json.loads(county.done("shell", "-v0", "-c", HOLDS))
    numbers: list[str] = held["numbers"]
    return Found(
        lost=[one for one in ledger.numbers if one not in set(numbers)]
        + [one for one in ledger.files if one not in held["files"]],
        twice=[one for one in ledger.numbers if numbers.count(one) > 1],
        spoilt=[said for said, found in held["files"].items() if said != found],
        record=held["record"],
    )
