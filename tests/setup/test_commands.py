"""What an operator types is done and said in a sentence, or refused in one."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from samklang.accounts.models import User
from samklang.agreements.actions import Facts, edit
from samklang.agreements.models import Agreement
from samklang.inventories.models import Channel, Finding
from samklang.organizations.models import Membership, Organization, Partnership
from samklang.setup import serving
from samklang.setup.management.commands import serve
from tests import cast

pytestmark = [pytest.mark.slow, pytest.mark.one_database]


@pytest.fixture
def listening() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def typed(*words: str) -> str:
    said = StringIO()
    call_command(*words, stdout=said)
    return said.getvalue()


# load_pack and demo


@pytest.mark.django_db
def test_a_county_is_put_in_place_by_its_code() -> None:
    assert typed("load_pack", "xx-nordmark") == "Nordmark is in place.\n"
    assert Partnership.objects.get().code == "xx-nordmark"


@pytest.mark.django_db
def test_a_demo_county_comes_and_goes_by_command() -> None:
    assert "has its demo persons and demo agreements." in typed("demo", "load")
    assert User.objects.filter(demo=True).exists()
    invented = Agreement.objects.filter(demo=True).count()

    said = typed("demo", "remove")

    assert said == f"Removed 7 invented persons and {invented} agreements.\n"
    assert not User.objects.exists()


@pytest.mark.django_db
def test_removing_what_was_never_loaded_removes_nothing() -> None:
    assert typed("demo", "remove") == "Removed 0 invented persons and 0 agreements.\n"


@pytest.mark.django_db
def test_nothing_is_removed_while_a_real_agreement_builds_on_an_invented_one() -> None:
    typed("demo", "load")
    invented = Agreement.objects.filter(demo=True).order_by("pk")[0]
    cast.agreement("Riktigt avtal", keeper=invented.keeper, about=invented.area, parent=invented)
    before = Agreement.objects.count()

    with pytest.raises(CommandError, match="Nothing was removed: a real person uses"):
        typed("demo", "remove")

    assert Agreement.objects.count() == before
    assert User.objects.filter(demo=True).count() == 7


@pytest.mark.django_db
def test_a_real_answer_and_a_real_seat_stay_when_the_demo_leaves() -> None:
    typed("demo", "load")
    mora = Organization.objects.get(code="2062")
    rut = cast.person("rut", of=mora)
    area = Agreement.objects.regional()[0].area
    Finding.objects.filter(organization=mora, area=area).delete()
    Finding.objects.create(
        organization=mora,
        area=area,
        answered_date=date(2026, 11, 1),
        channel=Channel.MAILBOX,
        recorded_by=rut,
    )

    typed("demo", "remove")

    assert Finding.objects.get().organization == mora
    assert Membership.objects.get().user == rut


@pytest.mark.django_db
def test_what_real_and_invented_persons_both_changed_is_pointed_out() -> None:
    typed("demo", "load")
    agreement = Agreement.objects.regional().order_by("pk")[0]
    rut = cast.person("rut", of=agreement.keeper)
    for person in (rut, User.objects.get(username="tove")):
        title = f"{person} ändrade"
        facts = Facts(title, None, agreement.keeper_id, "")
        agreement.refresh_from_db()
        edit(agreement, facts, by=cast.acting_for(person), seen=agreement.version)
    agreement.refresh_from_db()

    said = typed("demo", "remove")

    assert said.splitlines()[-1] == (
        f"Look at “{agreement.title}”: real and invented persons both changed it."
    )


@pytest.mark.django_db
def test_an_unknown_demo_pack_is_said() -> None:
    with pytest.raises(CommandError, match="There is no pack 'xx-nordmark-demo'"):
        typed("demo", "load", "--pack", "xx-nordmark-demo")


# serve


def test_a_taken_port_is_refused_before_anything_is_prepared(listening: int) -> None:
    with pytest.raises(CommandError) as refused:
        typed("serve", "--port", str(listening))

    assert str(refused.value).startswith(f"Port {listening} on 127.0.0.1 cannot be used")
    assert f"make run PORT={listening + 1}" in str(refused.value)


def test_invented_persons_are_never_served_in_production(settings: Any) -> None:
    settings.SAMKLANG_PRODUCTION = True

    with pytest.raises(CommandError, match="--demo is refused while SAMKLANG_PRODUCTION is set"):
        typed("serve", "--demo")


@pytest.mark.django_db
def test_the_welcome_says_the_address_and_whom_to_sign_in_as() -> None:
    said = StringIO()
    tove = User(name="Tove Tall", last_name="samordnare", demo=True)

    serve.Command(stdout=said)._say([tove], "http://127.0.0.1:8000/")

    assert said.getvalue().splitlines() == [
        "Samklang finns på http://127.0.0.1:8000/. Stoppa med Ctrl-C.",
        "Logga in med ett klick som någon påhittad:",
        "  Tove Tall, samordnare",
    ]


def test_without_invented_persons_the_welcome_is_the_address_alone() -> None:
    said = StringIO()

    serve.Command(stdout=said)._say([], "http://127.0.0.1:8000/")

    assert len(said.getvalue().splitlines()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("with_demo", "persons"), [(True, 7), (False, 0)])
def test_preparing_puts_the_county_in_place(
    settings: Any, tmp_path: Path, with_demo: bool, persons: int
) -> None:
    settings.STATE_DIR = tmp_path / "var"
    settings.STATIC_ROOT = tmp_path / "static"

    serve.Command()._prepare(with_demo=with_demo)

    assert Partnership.objects.get().code == settings.SAMKLANG_PACK
    assert User.objects.filter(demo=True).count() == persons
    assert (tmp_path / "static" / "samklang" / "samklang.css").exists()
    assert settings.STATE_DIR.is_dir()


# The supervision


def test_the_server_and_the_worker_are_started_by_our_own_python() -> None:
    server, worker = serving.web_server("::1", 8123), serving.task_worker()

    assert server[0] == worker[0] == sys.executable
    assert server[server.index("--host") + 1] == "::1"
    assert server[server.index("--port") + 1] == "8123"
    assert server[-1] == "samklang.config.wsgi:application"
    assert worker[3] == "db_worker"


def test_a_free_port_is_let_through_and_a_listening_one_answers(listening: int) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]

    serving.require_free("127.0.0.1", free)
    assert not serving.is_answering("127.0.0.1", free)
    assert serving.is_answering("127.0.0.1", listening)


def test_an_address_that_is_not_ours_is_refused_in_a_sentence() -> None:
    with pytest.raises(serving.CannotServe, match=r"Port 8000 on 203\.0\.113\.1 cannot be used"):
        serving.require_free("203.0.113.1", 8000)


@pytest.fixture
def _own_signals() -> Iterator[None]:
    """Give the test runner its own signals back."""
    before = {number: signal.getsignal(number) for number in serving.STOPS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("_own_signals")
def test_a_worker_that_does_not_listen_is_ended_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen red: without the killpg, the deaf one lived on."""
    monkeypatch.setattr(serving, "PATIENCE_SECONDS", 0.3)
    ready = tmp_path / "pid"
    deaf = (
        "import os, pathlib, signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
        f"pathlib.Path({str(ready)!r}).write_text(str(os.getpid())); time.sleep(60)"
    )
    both = serving.Services(
        server=(sys.executable, "-c", "import time; time.sleep(60)"),
        worker=(sys.executable, "-c", deaf),
        environment={},
        before_worker=lambda: None,
    )

    status = both.run(lambda: os.kill(os.getpid(), signal.SIGTERM), ready.exists)

    assert status == 0
    with pytest.raises(ProcessLookupError):
        os.kill(int(ready.read_text()), 0)


@pytest.mark.usefixtures("_own_signals")
def test_both_processes_know_what_the_command_was_told(tmp_path: Path) -> None:
    note = tmp_path / "notes"
    tell = (
        f"import os, pathlib; pathlib.Path({str(note)!r}).write_text(os.environ['SAMKLANG_DEMO'])"
    )
    prepared: list[str] = []
    both = serving.Services(
        server=(sys.executable, "-c", tell),
        worker=(sys.executable, "-c", "import time; time.sleep(60)"),
        environment={"SAMKLANG_DEMO": "1"},
        before_worker=lambda: prepared.append("reading taken up"),
    )

    assert both.run(lambda: None, lambda: False) == 1
    assert note.read_text() == "1"
    assert prepared == ["reading taken up"]
