"""Check 33: with a part of the machine down, reading and writing go on and the rest is said.

The database's files that may only be read are real ones, and the mail server is a port that nobody
listens to. Seen red: with ConverterDown not caught, with the letters' errors let through in
sharing and in the checkpoint, and with the files of the database left writable.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from samklang.audit.checkpoints import newest
from samklang.audit.models import Entry
from samklang.documents.pdf import writer
from samklang.organizations.models import Role
from samklang.sharing.models import Purpose, Share
from tests import cast
from tests.architecture.scene import Scene
from tests.installation import ROOT, Installation

# Somebody who writes for a county signs in while all is well; the rest is asked of what is left.
SIGN_IN = """
from django.test import Client
from samklang.accounts.models import User
from samklang.organizations.models import Membership
from samklang.agreements.models import Agreement
seat = Membership.objects.filter(role="coordinator")[0]
client = Client()
client.force_login(seat.user)
about = Agreement.objects.order_by("pk")[0]
party = about.parties.all()[0].organization_id
print("KEY", client.session.session_key, about.pk, about.version, party)
"""
ASK = """
import json, sys
from django.conf import settings
from django.test import Client
client = Client(raise_request_exception=False)
client.cookies[settings.SESSION_COOKIE_NAME] = "{key}"
pages = ["/lanet/", "/avtal/", "/avtal/{pk}/", "/avtal/{pk}/historik/", "/rapporter/"]
read = {{page: client.get(page).status_code for page in pages}}
typed = {{"number": "PROV medan inget sparas", "version": {version}, "party": {party}}}
sent = client.post("/avtal/{pk}/diarienummer/", typed)
told = {{"read": read, "status": sent.status_code, "page": sent.content.decode()}}
print("TOLD", json.dumps(told))
"""


def unreachable_mail(settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    settings.SAMKLANG_MAIL = "smtp://127.0.0.1:9"


def without_roots_reach() -> list[str]:
    """Root may write whatever the permissions say; give that up, and that alone."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("Left out: root without setpriv cannot be bound by permissions.")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search"]


@pytest.mark.slow
@pytest.mark.one_database
def test_a_database_that_may_only_be_read_is_read_and_what_was_typed_comes_back(
    tmp_path: Path,
) -> None:
    """Its file first, as when somebody copied it in as another user; then its whole folder.

    The folder while the service runs, as when a disk fails and the system takes it read-only.
    """
    made = Installation(tmp_path / "county", settings={"SAMKLANG_DEMO": "1"}).fill()
    (made.folder / "vendor").symlink_to(ROOT / "var" / "vendor")
    made.done("collectstatic", "--noinput", "-v0")
    said = made.done("shell", "-v0", "-c", SIGN_IN).splitlines()
    words = next(line for line in said if line.startswith("KEY")).split()
    found = dict(zip(("_word", "key", "pk", "version", "party"), words, strict=True))
    ask = made.command("shell", "-v0", "-c", ASK.format(**found))

    made.sqlite.chmod(0o444)
    with_file = told(made, ask)
    with closing(sqlite3.connect(made.sqlite)) as running:
        running.execute("PRAGMA user_version=1")
        for path in made.folder.glob("samklang.sqlite3*"):
            path.chmod(0o444)
        made.folder.chmod(0o555)
        with_folder = told(made, ask)
    made.folder.chmod(0o755)

    for one in (with_file, with_folder):
        assert set(one["read"].values()) == {200}, one["read"]
        assert one["status"] == 503
        assert "Det går bara att läsa just nu" in one["page"]
        assert "PROV medan inget sparas</textarea>" in one["page"]


def told(made: Installation, ask: list[str]) -> dict[str, Any]:
    """Ask as somebody whom permissions bind."""
    answered = subprocess.run(
        [*without_roots_reach(), *ask],
        env=made.environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in answered.stdout.splitlines() if line.startswith("TOLD")]
    assert lines, answered.stderr[-2000:]
    found: dict[str, Any] = json.loads(lines[0].removeprefix("TOLD"))
    return found


@pytest.mark.django_db
def test_a_mail_server_that_is_down_stops_no_sharing(
    settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    unreachable_mail(settings)
    scene = Scene()
    reader = cast.person("mottagare", Role.EDITOR, of=scene.receiving)
    reader.email = "mottagare@mora.example"
    reader.save()
    client = Client()
    client.force_login(scene.editor)
    sent = {
        "version": scene.draft.agreement.version,
        "receivers": [scene.receiving.pk],
        "purpose": Purpose.DRAFT,
        "confirmed": "yes",
    }

    with django_capture_on_commit_callbacks(execute=True) as letters:
        answer = client.post(reverse("sharing:share", args=["utgava", scene.draft.pk]), sent)

    assert (answer.status_code, len(letters)) == (302, 1)
    assert Share.objects.count() == 1
    assert Entry.objects.filter(verb="share.made").exists()


@pytest.mark.django_db
def test_a_mail_server_that_is_down_keeps_no_checkpoint_from_its_file(
    settings: Any, tmp_path: Path
) -> None:
    unreachable_mail(settings)
    settings.SAMKLANG_CHECKPOINTS = str(tmp_path / "checkpoints.jsonl")
    settings.SAMKLANG_CHECKPOINT_MAIL = ["safe@example.se"]

    with pytest.raises(CommandError, match="is written, but its letter was not sent") as refused:
        call_command("checkpoint")

    kept = newest()
    assert kept is not None
    assert kept.as_line() in str(refused.value)


@pytest.mark.django_db
@pytest.mark.parametrize("fault", ["no-such-program", "slow"])
def test_a_converter_that_is_down_is_said_and_the_other_files_are_there(
    fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault == "slow":
        monkeypatch.setattr(writer, "TIMEOUT_SECONDS", 0.01)
    else:
        monkeypatch.setattr(writer, "TYPESETTING", [fault])
    client = Client(raise_request_exception=False)
    client.force_login(cast.person("siri"))
    day = {"on": cast.TODAY.isoformat()}

    def fetched(kind: str) -> Any:
        return client.get(reverse("reporting:draft_file", args=[kind]), day)

    answer = fetched("pdf")

    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    assert "Filen gick inte att göra" in page
    assert fetched("docx").status_code == 200
    assert client.get(reverse("portal:county")).status_code == 200
