"""A county whose documents the Swedish reader knows, and files that are handed in there."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from time import monotonic

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from samklang.accounts.models import User
from samklang.documents.sandbox import Sandbox
from samklang.inventories import actions, jobs
from samklang.inventories.models import Batch, Reading
from samklang.inventories.room import BATCH_SECONDS
from samklang.library.models import Area
from samklang.organizations.acting import Acting
from samklang.organizations.models import Organization, OrganizationKind, Partnership, Role
from tests import cast

LINES = (
    "Lokal samverkansöverenskommelse om missbruk och beroende",
    "Parter: Lunds kommun och Region Skåne.",
    "Diarienummer: SN 2022/7",
    "Giltigt från och med: 2022-10-01",
    "Giltigt till och med: 2026-01-31",
    "Parterna är överens om att träffas och hjälpas åt.",
    "Överenskommelsen följs upp varje år.",
)


@dataclass(frozen=True)
class Desk:
    """Lund’s desk, with its editor Ester, in a county that speaks Swedish."""

    home: Partnership
    lund: Organization
    region: Organization
    area: Area
    ester: User

    @property
    def acting(self) -> Acting:
        return cast.acting_for(self.ester)

    def hand_in(self, *files: SimpleUploadedFile) -> Batch:
        return actions.receive(files, organization=self.lund, by=self.acting)

    def read(self, *files: SimpleUploadedFile) -> list[Reading]:
        """Hand in the files and let the background job read them, in the limited process."""
        batch = self.hand_in(*files)
        jobs.read_batch.call(batch.pk)
        return list(batch.readings.all())

    def read_in_turn(self, *files: SimpleUploadedFile) -> list[Reading]:
        """As `read`, by a limited process that goes on from test to test as from file to file."""
        batch = self.hand_in(*files)
        jobs.read_within(limited(jobs.all_folders()), batch.pk, monotonic() + BATCH_SECONDS)
        return list(batch.readings.all())


@cache
def limited(folders: tuple[str, ...]) -> jobs.Reader:
    """The limited process, which takes a fifth of a second to start; it ends with this one."""
    return Sandbox(jobs.CHILD, str, readable=folders)


def desk() -> Desk:
    home = cast.partnership("se-skane")
    home.country = "se"
    home.save()
    lund = cast.organization("lund", of=home)
    region = cast.organization("region", kind=OrganizationKind.REGION, of=home)
    region.name = "Region Skåne"
    region.save()
    return Desk(
        home,
        lund,
        region,
        cast.area("substance_use", of=home),
        cast.person("ester", Role.EDITOR, of=lund),
    )


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def text_file(name: str = "lunds-lok.txt", lines: Iterable[str] = LINES) -> SimpleUploadedFile:
    return upload(name, "\n\n".join(lines).encode())


def word_file(name: str = "lunds-lok.docx", lines: Iterable[str] = LINES) -> SimpleUploadedFile:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    written = io.BytesIO()
    document.save(written)
    return upload(name, written.getvalue())


def zip_file(name: str, members: dict[str, bytes]) -> SimpleUploadedFile:
    return upload(name, zipped(members))


def zipped(members: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as opened:
        for path, content in members.items():
            opened.writestr(path, content)
    return written.getvalue()
