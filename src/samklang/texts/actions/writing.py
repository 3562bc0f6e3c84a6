"""How a part of a text is written down: locked, compared with what was seen, and recorded."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from samklang.agreements.api import Conflict, Edition, has_adoption, locked
from samklang.audit.api import record
from samklang.common.lifecycle import MoveNotAllowed
from samklang.organizations.api import Acting
from samklang.sharing.api import shares_of
from samklang.texts.models import Written
from samklang.texts.queries import writers

Part = TypeVar("Part", bound=Written)
SITTING = timedelta(minutes=10)
_KEPT = ("id", "key", "edition", "revision", "saved_at", "rewritten_at", "saved_by", "saved_for")


@transaction.atomic
def write(part: Part, *, by: Acting, seen: str) -> Part:
    """Write the part down as it is now; `seen` names the state that the writer began from.

    Raises Conflict when somebody else has written it since, and MoveNotAllowed when a party has
    adopted the wording: only what is marked in it may be changed then. Whoever goes on within the
    sitting writes their own row over, unless somebody has been shown it in between.
    """
    _open(part)
    return put(part, by=by, seen=seen)


@transaction.atomic
def put_in_place(part: Part, *, by: Acting, seen: str) -> Part:
    """Write down where the part stands; whoever moves it tells of that, once for all parts."""
    _open(part)
    kept, _verb = _put(part, by=by, seen=seen)
    return kept


def _open(part: Written) -> None:
    locked(part.edition.agreement)
    if part.is_wording and has_adoption(part.edition):
        raise MoveNotAllowed(f"a party has adopted edition {part.edition.pk}")


def put(part: Part, *, by: Acting, seen: str) -> Part:
    """Write the part down; the caller holds the edition, and has asked whether it is open."""
    kept, verb = _put(part, by=by, seen=seen)
    if verb:
        written_down(verb, kept, by=by)
    return kept


def _put(part: Part, *, by: Acting, seen: str) -> tuple[Part, str]:
    """Return it as it is kept, and what is told of that: nothing of what goes on in a sitting."""
    now = _standing(part)
    if (now.seen if now else "") != seen:
        raise Conflict(
            f"{part.key} is at {now.seen if now else 'nothing'}, not {seen or 'nothing'}"
        )
    if now is not None and _goes_on(now, part, by):
        return _written_over(now, part), ""
    return _written_anew(part, by), _verb(part, now)


def remove(part: Part, *, by: Acting, seen: str) -> Part:
    """Take the part out of the text; its history stays."""
    part.is_removed = True
    return write(part, by=by, seen=seen)


def _standing(part: Part) -> Part | None:
    rows: QuerySet[Part] = type(part).objects.select_for_update()  # type: ignore[assignment]
    return rows.filter(edition=part.edition, key=part.key).order_by("-pk").first()


def _goes_on(now: Written, part: Written, by: Acting) -> bool:
    is_own = now.saved_by_id == by.user.pk and not now.is_removed and not part.is_removed
    if not is_own or not is_one_sitting(now.saved_at, timezone.now()):
        return False
    newest = next(iter(shares_of(Edition.KIND, [part.edition.pk])), None)
    return newest is None or newest.shared_at < now.saved_at


def is_one_sitting(began: datetime, now: datetime) -> bool:
    """It ends with the day, since somebody may ask how the text read on a day."""
    return now - began <= SITTING and timezone.localdate(began) == timezone.localdate(now)


def _content(part: Written) -> dict[str, Any]:
    names = (one.attname for one in part._meta.concrete_fields if one.name not in _KEPT)
    return {name: getattr(part, name) for name in names}


def _written_over(now: Part, part: Part) -> Part:
    for name, value in _content(part).items():
        setattr(now, name, value)
    now.revision += 1
    now.rewritten_at = timezone.now()
    now.save()
    return now


def _written_anew(part: Part, by: Acting) -> Part:
    edition = part.edition
    moment = timezone.now()
    on_behalf = _on_behalf(edition, by)
    anew = type(part)(
        edition=edition,
        key=part.key,
        saved_at=moment,
        rewritten_at=moment,
        saved_by=by.user,
        saved_for_id=on_behalf,
        **_content(part),
    )
    anew.save()
    return anew


def written_down(verb: str, part: Written, *, by: Acting) -> None:
    """Record what was done with the part, on the edition whose text it is in."""
    said = {"part": part._meta.model_name, "key": part.key, "what": str(part)[:200]}
    told_of_text(verb, part.edition, by=by, **said)


def told_of_text(verb: str, edition: Edition, *, by: Acting, **details: Any) -> None:
    """Record what was done with an edition's text."""
    record(
        verb,
        edition,
        by=by.user,
        partnership_id=edition.agreement.partnership_id,
        organization_id=_on_behalf(edition, by),
        edition=edition.number,
        edition_id=edition.pk,
        **details,
    )


def _verb(part: Written, now: Written | None) -> str:
    if part.is_removed:
        return "text.part_removed"
    return "text.part_changed" if now is not None and not now.is_removed else "text.part_added"


def _on_behalf(edition: Edition, by: Acting) -> int | None:
    writing = writers(edition) & by.writes_for()
    if edition.agreement.keeper_id in writing:
        return edition.agreement.keeper_id
    return min(writing, default=by.organization.pk if by.organization else None)
