"""Pages that the access table does not ask for: refusals, clashes, receipts, other ways to look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from samklang.agreements.models import Agreement, Level, Party
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Reading
from samklang.organizations.models import Role
from samklang.texts.actions import write
from samklang.texts.models import Answer
from tests import cast
from tests.architecture.scene import Scene

# What the register says each agreement has come to; a form that was opened before is late.
NEWER = 7


@dataclass(frozen=True)
class Aside:
    """One more question: who asks, of what, and with what."""

    name: str
    page: str
    about: Callable[[Scene], list[object]]
    asker: str = "editor"
    sending: Callable[[Scene], dict[str, Any]] | None = None
    asking: dict[str, str] = field(default_factory=dict)
    status: int = 200


def live(scene: Scene) -> None:
    """Give the agreement a regional one that it builds on, an end to outlive, and history."""
    said = {"how": "Vi ringer.", "by_municipality": "A", "by_region": "B", "when": "Nu"}
    promise = Answer(edition=scene.draft, upper_wording="Parterna ringer.", **said)
    write(promise, by=cast.acting_for(scene.editor), seen="")
    regional = cast.agreement("Ramavtal", level=Level.REGIONAL, keeper=scene.region)
    cast.in_force(regional, "2020-01-01", "2025-12-31")
    Party.objects.filter(organization=scene.support).update(required=False)
    Agreement.objects.filter(pk=scene.agreement.pk).update(parent=regional)
    Agreement.objects.update(version=NEWER)
    cast.person("editor", Role.READER, of=scene.region)
    state = Reading.objects.filter(pk=scene.confirmed.pk)
    state.update(state=State.CONFIRMED, resembles=scene.reading, decided_by=scene.editor)
    Reading.objects.filter(pk=scene.reading.pk).update(state=State.READ)


def _agreement(scene: Scene) -> list[object]:
    return [scene.agreement.pk]


def _regional(_scene: Scene) -> list[object]:
    return [Agreement.objects.filter(level=Level.REGIONAL).latest("pk").pk]


def _confirmed(scene: Scene) -> list[object]:
    return [scene.confirmed.pk]


def _organization(scene: Scene) -> list[object]:
    return [scene.own.pk]


def _nothing(_scene: Scene) -> list[object]:
    return []


ASIDES = (
    Aside("regional", "agreements:detail", _regional),
    Aside("its history", "agreements:history", _regional),
    Aside("projector", "portal:county", _nothing, asking={"view": "projector"}),
    Aside("nothing", "portal:county", _nothing, asking={"show": "action", "on": "1990-01-01"}),
    Aside("by end", "portal:county", _nothing, asking={"order": "end", "show": "own"}),
    Aside("several", "organizations:start", _nothing),
    Aside("receipt", "inventories:reading", _confirmed),
    Aside(
        "receipt of a meeting", "inventories:reading", lambda scene: [scene.confirmed_minutes.pk]
    ),
    Aside("refused", "agreements:edit", _agreement, asker="member", status=403),
    Aside("nobody's", "agreements:edit", lambda _scene: [9999], status=404),
    Aside(
        "late facts",
        "agreements:edit",
        _agreement,
        sending=lambda scene: {"version": 1, "title": "Ny titel", "keeper": scene.own.pk},
        status=409,
    ),
    Aside(
        "late entry",
        "agreements:add_diary_number",
        _agreement,
        sending=lambda scene: {"version": 1, "party": scene.own.pk, "number": "SN 1"},
        status=409,
    ),
    Aside(
        "late decision",
        "inventories:reject",
        _confirmed,
        sending=lambda _scene: {"rejected_as": "minutes", "note": "Dubblett"},
        status=409,
    ),
    Aside(
        "invited",
        "organizations:invite",
        _organization,
        asker="administrator",
        sending=lambda _scene: {"name": "Bo", "email": "b@kommunen.example", "role": "reader"},
    ),
    Aside("everybody", "persons:register", _nothing, asker="operator"),
    Aside("somebody", "persons:person", lambda scene: [scene.editor.pk], asker="operator"),
    Aside("erase", "persons:erase", lambda scene: [scene.editor.pk], asker="operator", status=403),
    Aside("elevate", "organizations:elevate", _nothing, asker="operator"),
    Aside(
        "no reason",
        "organizations:elevate",
        _nothing,
        asker="operator",
        sending=lambda _scene: {"organization": "x"},
        status=422,
    ),
)
