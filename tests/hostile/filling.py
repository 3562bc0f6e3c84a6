"""Writes a text into every field that can hold one, of every model that there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Any

from django.apps import apps
from django.db import connection, models

from samklang.agreements.history import _SAYINGS
from samklang.audit.api import record
from samklang.audit.guarding import put_guards, take_guards_away
from samklang.meetings import guarding as locked_minutes
from tests.architecture.scene import Scene

# Of what no field bounds.
ANY_LENGTH = 10_000
Field = models.Field[Any, Any]
# Codes that addresses, choices and seals are made of; a text in them is no name that is shown.
WORDS_OF_THE_MACHINE = {
    "accounts.User.password": "a hash",
    "accounts.User.first_name": "Django's own, never asked for or shown",
    "accounts.User.last_name": "Django's own, never asked for or shown",
    "accounts.Identity.provider": "the operator's own word, in an address",
    "audit.Entry.role": "one of the roles",
    "audit.Entry.via": "a page's name",
    "audit.Entry.reference": "drawn by us",
    "audit.Entry.verb": "a verb of ours",
    "audit.Entry.target_kind": "a model's name",
    "audit.Entry.after": "a hash",
    "audit.Entry.key_mark": "a hash",
    "audit.Entry.seal": "a hash",
    "common.SentForm.key": "drawn by us",
    "common.SentForm.digest": "a hash",
    "common.SentForm.answer": "an address of ours",
    "search.Pending.kind": "a word of ours",
    "search.Built.fingerprint": "a hash",
    "consultations.Comment.key": "drawn by us",
    "consultations.Suggestion.key": "drawn by us",
    "consultations.Consultation.sha256": "a hash",
    "consultations.Consultation.compilation": "frozen of what the other fields say",
    "agreements.Adoption.fingerprint": "a hash",
    "documents.File.sha256": "a hash",
    "documents.File.format": "one of the formats",
    "documents.File.content": "a path of ours",
    "documents.Text.sketch": "numbers",
    "texts.Section.key": "drawn by us",
    "texts.Commitment.key": "drawn by us",
    "texts.Commitment.section_key": "drawn by us",
    "texts.Answer.key": "drawn by us",
    "texts.Judgement.commitment_key": "drawn by us",
    "texts.Judgement.section_key": "drawn by us",
    "texts.Section.template_code": "a code of the country's pack",
    "texts.Origin.template": "a code of the country's pack",
    "texts.SetAside.section_code": "a code of the country's pack",
    "inventories.Reading.sha256": "a hash",
    "inventories.Reading.fault": "one of the faults",
    "inventories.Reading.rejected_as": "one of the reasons",
    "inventories.Reading.answers": "kept as evidence, never shown",
    "library.Area.code": "in an address",
    "library.Clause.code": "a code of the county's pack",
    "organizations.Partnership.code": "in an address",
    "organizations.Partnership.country": "a folder's name",
    "organizations.Partnership.tiles": "codes and places",
    "organizations.Organization.code": "in an address",
    "organizations.Body.code": "a pack's name for it",
    "organizations.Charter.code": "a pack's name for it",
    "organizations.Post.code": "a pack's name for it",
    "organizations.Invitation.secret_hash": "a hash",
    "organizations.SecretAddress.opens": "a name of ours",
    "organizations.SecretAddress.scope": "one of the scopes",
    "organizations.SecretAddress.secret_hash": "a hash",
    "decisions.Decision.search_text": "the wording, as it is searched in",
    "decisions.Effect.kind": "a registered name",
    "decisions.Effect.asked": "numbers and days",
    "decisions.Effect.done": "numbers",
    "meetings.AgendaItem.letter": "a letter of ours",
    "meetings.AgendaItem.written_in": "drawn by the page",
    "meetings.Minutes.sha256": "a hash",
    "meetings.Pack.archive": "a path of ours",
    "meetings.Pack.pdf": "a path of ours",
    "meetings.Pack.home": "an address of ours",
    "meetings.Pack.language": "a language's code",
    "meetings.Pack.mark": "a hash",
    "meetings.Pack.rights": "numbers",
    "meetings.Attachment.link": "a path of ours: the form and the database see to it",
    "sharing.Share.kind": "one of the kinds of things",
    "reporting.Report.sha256": "a hash",
    "reporting.Report.figures": "frozen of what the other fields say",
}
# What a JSON field holds of people's words: leaves by these names, and these facts' values.
SAID = {
    "quote",
    "name",
    "short_name",
    "text",
    "statutory_basis",
    "target_group",
    "part",
    "cells",
    "said",
}
SAID_FACTS = {"title", "county", "municipality", "version", "parent", "diary_numbers"}
TEXTS = (models.CharField, models.TextField, models.JSONField, models.FileField)


# The law comes with the country's pack, which whoever runs the installation has put there.
OF_A_PACK = tuple(
    f"library.{one}." for one in ("LawBook", "Act", "Provision", "Wording", "Reference", "Term")
)
# A name of their own have only those who are no organization here; and a decision says what differs
# only if something does. Only what is confidential has a ground.
ONLY_WHERE: dict[str, dict[str, Any]] = {
    "consultations.Participant.name": {"organization": None},
    "agreements.Adoption.differs": {"wording": "other"},
    "meetings.Meeting.cancel_reason": {"cancelled_at__isnull": False},
    "meetings.Attachment.ground": {"openness__in": ("sealed", "hidden")},
}


def text_fields() -> Iterator[tuple[str, Field]]:
    """Yield each field of ours that could hold a text, by its name."""
    for model in apps.get_models():
        if model.__module__.startswith("samklang."):
            for field in model._meta.concrete_fields:
                if isinstance(field, TEXTS) and not field.choices:
                    yield f"{model._meta.label}.{field.name}", field


@cache
def fillable() -> dict[str, Field]:
    return {
        name: one
        for name, one in text_fields()
        if name not in WORDS_OF_THE_MACHINE and not name.startswith(OF_A_PACK)
    }


@cache
def mark(name: str) -> str:
    """Name the field in a way that nothing changes: what shows it has shown the field."""
    return f"qqq{list(fillable()).index(name)}qqq"


def fill(written: Callable[[int, str], str], *, bounded: bool) -> None:
    """Write into each row; `written` makes a text of at most so many signs, begun as it is told.

    SQLite takes any length, so that every text can stand in every field at once.
    """
    bounded = bounded or connection.vendor == "postgresql"
    for name, field in fillable().items():
        rows = field.model._base_manager.filter(**ONLY_WHERE.get(name, {}))
        bound = field.max_length if bounded and field.max_length else ANY_LENGTH
        for pk, held in list(rows.values_list("pk", field.attname)):
            text = written(bound, f"{mark(name)}{pk} ")
            value = said(held, text) if isinstance(field, models.JSONField) else text
            field.model._base_manager.filter(pk=pk).update(**{field.attname: value})


def said(held: Any, text: str, *, name: str = "", inside: str = "") -> Any:
    """Put the text in place of each word of people's in a JSON value."""
    if isinstance(held, dict):
        of = name if name != "value" else inside
        return {key: said(one, text, name=key, inside=of) for key, one in held.items()}
    if isinstance(held, list):
        return [said(one, text, name=name, inside=inside) for one in held]
    is_said = name in SAID or name.startswith(("regional", "local", "municipality"))
    is_fact = name == "value" and inside in SAID_FACTS
    return text if isinstance(held, str) and (is_said or is_fact) else held


def fill_history(scene: Scene, text: str) -> None:
    """Let everything that can happen to an agreement have happened with such words."""
    details: dict[str, Any] = dict.fromkeys(
        (
            "edition",
            "party",
            "stage",
            "file",
            "stated",
            "number",
            "what",
            "kind",
            "quote",
            "differs",
        ),
        text,
    )
    seal = partial(record, by=scene.editor, partnership_id=scene.own.partnership_id)
    for verb in _SAYINGS:
        seal(verb, scene.agreement, changes={"title": [text, text]}, **details)
    seal("elevation.begun", scene.own, organization_id=scene.own.pk, reason=text)


class unguarded:  # noqa: N801  # read as a word
    """The record's own texts are written as well, and those of locked minutes; nobody else may."""

    def __enter__(self) -> None:
        take_guards_away(connection)
        locked_minutes.take_guards_away(connection)

    def __exit__(self, *_error: object) -> None:
        put_guards(connection)
        locked_minutes.put_guards(connection)
