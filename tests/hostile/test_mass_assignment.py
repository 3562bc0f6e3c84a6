"""A form changes what it asks for and nothing else, whatever more is sent with it.

Each form is sent twice to the same county: as it is, and with the name of every field of every
model that it does not ask for. What changed in the database is the same to the letter. On SQLite,
since only there a rolled back row gets the same number again.

Seen red: with a finding's `demo` taken from what was sent, and with every right's last day moved by
a `role` that was sent to the end of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from http.cookies import SimpleCookie
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from django.urls import reverse

from samklang.accounts.models import User
from samklang.inventories.lifecycle import State
from samklang.organizations.models import Role
from tests import cast
from tests.architecture.access_table import ACCESS, DONE, FORM, OK, PERSONAS, Row
from tests.architecture.scene import Scene
from tests.architecture.test_access import show_the_second_step
from tests.hostile.sending import ELSEWHERE, FOREIGN, RIGHT
from tests.posting import post
from tests.stored import models_of_ours, stored

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.one_database,
]
Rows = dict[str, dict[Any, dict[str, Any]]]
# New each time, whatever is sent: moments, what is drawn, and hashes of both.
DRAWN = {
    "reference", "seal", "after", "secret_hash", "password", "digest", "key", "sent_at", "content",
}  # fmt: skip
OF_DJANGO = {"is_staff", "is_superuser", "groups", "user_permissions", "is_active", "last_login"}
FORMS = [row for row in ACCESS if row.page in RIGHT and row.method == "post"]


def field_names() -> Iterator[tuple[str, models.Field[Any, Any]]]:
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            yield from ((name, field) for name in {field.name, field.attname, "pk"})


def value_for(field: models.Field[Any, Any], scene: Scene) -> str:
    """Something that the field would take, and that nobody chose."""
    if field.choices:
        return str(field.choices[-1][0])
    if isinstance(field, models.ForeignKey):
        return str(scene.elsewhere.pk)
    kinds = {
        models.BooleanField: "on",
        models.DateTimeField: "2001-01-01T00:00:00Z",
        models.DateField: "2001-01-01",
        models.IntegerField: "4711",
        models.JSONField: '{"x": 1}',
    }
    return next((value for kind, value in kinds.items() if isinstance(field, kind)), "extra")


def extra(scene: Scene) -> dict[str, list[str]]:
    """Every name that there is, with a value of each kind that has the name."""
    found: dict[str, list[str]] = {name: ["on"] for name in OF_DJANGO}
    for name, field in field_names():
        found.setdefault(name, [])
        found[name] = [*found[name], value_for(field, scene)]
    found["role"] = [Role.ADMINISTRATOR]
    return found


def everything() -> Rows:
    """Every row of ours, without what is new each time."""
    return {
        model._meta.label: {
            row[model._meta.pk.attname]: {
                k: undrawn(v) for k, v in row.items() if not is_drawn(model, k)
            }
            for row in stored(model)
        }
        for model in models_of_ours()
    }


def undrawn(value: Any) -> Any:
    """What an entry tells of something that was drawn, is new each time too."""
    if not isinstance(value, dict):
        return value
    return {name: one for name, one in value.items() if name not in DRAWN}


@cache
def is_drawn(model: type[models.Model], name: str) -> bool:
    field = model._meta.get_field(name)
    return name in DRAWN or isinstance(field, models.DateTimeField)


def changed(before: Rows, after: Rows) -> Rows:
    """Return each row that is new, other or gone (which is empty)."""
    return {
        label: {
            pk: rows.get(pk, {})
            for pk in {*before[label], *rows}
            if before[label].get(pk) != rows.get(pk)
        }
        for label, rows in after.items()
        if rows != before[label]
    }


def sender(row: Row, scene: Scene) -> Client:
    client = Client()
    said = dict(zip(PERSONAS, row.expected, strict=True))
    wanted = ("editor", "administrator", "coordinator", "anonymous")
    persona = next((one for one in wanted if said[one] in (DONE, FORM, OK)), "operator")
    user = cast.person("operator", None) if persona == "operator" else scene.person(persona)
    if user:
        User.objects.filter(username="operator").update(operator=True)
        client.force_login(user)
        show_the_second_step(client)
    return client


@dataclass
class Sending:
    """A form that can be sent again and again to the same county, each time as if for the first."""

    row: Row
    scene: Scene

    def __post_init__(self) -> None:
        self.scene.reading_in(State.READ)
        self.address = reverse(self.row.page, args=self.scene.arguments(self.row.about))
        self.client = sender(self.row, self.scene)
        # Once before, for what it needs to be there; a file can be sent only once.
        RIGHT[self.row.page](self.scene)
        self.before = everything()
        self.cookies = SimpleCookie(self.client.cookies)

    def send(self, more: Mapping[str, Any]) -> Rows:
        """Send it with this too; return what changed, and take it back."""
        self.client.cookies = SimpleCookie(self.cookies)
        with transaction.atomic():
            post(self.client, self.address, {**more, **RIGHT[self.row.page](self.scene)})
            found = changed(self.before, everything())
            transaction.set_rollback(True)
        return found

    def status(self, instead: Mapping[str, Any]) -> int:
        """Send it with this instead; return how it was answered, and take it back."""
        self.client.cookies = SimpleCookie(self.cookies)
        with transaction.atomic():
            sent = {**RIGHT[self.row.page](self.scene), **instead}
            status: int = post(self.client, self.address, sent).status_code
            transaction.set_rollback(True)
        return status


@pytest.fixture
def declared(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names that the forms of the answer ask for, as they were when they were read."""
    names: set[str] = set()
    clean = forms.BaseForm.full_clean

    def note(form: forms.BaseForm) -> None:
        names.update(form.add_prefix(name) for name in form.fields)
        clean(form)

    monkeypatch.setattr(forms.BaseForm, "full_clean", note)
    return names


@pytest.mark.parametrize("row", FORMS, ids=str)
def test_a_form_changes_only_what_it_asks_for(row: Row, declared: set[str]) -> None:
    scene = Scene()
    given = extra(scene)
    sending = Sending(row, scene)
    plain = sending.send({})
    names = {k: v for k, v in given.items() if k not in declared}

    for turn in range(3):
        more = {name: values[turn % len(values)] for name, values in names.items()}
        assert sending.send(more) == plain
    assert everything() == sending.before
    assert len(names) > 80
    assert plain or row.page in NOTHING_STORED


# Whose answer is kept by the browser or by Django alone; a letter that no server can send.
NOTHING_STORED = {"set_language", "accounts:end_other_sessions", "decisions:remind_home"}


def test_every_form_of_ours_is_filled_in_or_named() -> None:
    posting = {row.page for row in ACCESS if row.method == "post"}
    ours = {page for page in posting if not page.startswith(FOREIGN)}

    assert ours == set(RIGHT) | set(ELSEWHERE)
