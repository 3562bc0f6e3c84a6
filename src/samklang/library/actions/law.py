"""How a country's law is put in place from its pack.

An act, a provision or a term keeps its row for as long as its code is the same. One that the
pack no longer has stays, since others may refer to it, except a wording, an old reference and a
term: the calendar shows those of the pack and no others.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from samklang.common.rows import put_row
from samklang.library.known_law import KnownAct, KnownLaw, KnownProvision, KnownWording
from samklang.library.models import Act, LawBook, Provision, Reference, Term, Wording


@transaction.atomic
def put_law(country: str, law: KnownLaw) -> bool:
    """Bring the country's law up to date with its pack; return whether anything changed."""
    citing = {**asdict(law.citing), "leave": list(law.citing.leave)}
    values = {
        "language": law.languages[0],
        "citing": citing,
        **law.texts(source=law.source),
    }
    book, changed = put_row(LawBook.objects.all(), key={"country": country}, values=values)
    acts: dict[str, Act] = {}
    for position, act in enumerate(law.acts, start=1):
        acts[act.code], new = _put_act(book, act, law, position)
        changed |= new
    changed |= _put_replacements(law, acts)
    provisions: dict[str, Provision] = {}
    for position, one in enumerate(law.provisions, start=1):
        provisions[one.code], new = _put_provision(book, one, law, acts, position)
        changed |= new
    changed |= _put_references(book, law, acts, provisions)
    return _put_terms(book, law) or changed


def _put_act(book: LawBook, act: KnownAct, law: KnownLaw, position: int) -> tuple[Act, bool]:
    values = {
        "number": act.number,
        "names": list(act.names),
        "repealed_date": act.repealed_date,
        "position": position,
        **law.texts(name=act.name),
    }
    return put_row(Act.objects.all(), key={"book": book, "code": act.code}, values=values)


def _put_replacements(law: KnownLaw, acts: dict[str, Act]) -> bool:
    """Tell of each act what came in its place; it may stand before or after it in the pack."""
    changed = False
    for act in law.acts:
        stored, replaced_by = acts[act.code], acts.get(act.replaced_by)
        if stored.replaced_by_id != (replaced_by.pk if replaced_by else None):
            stored.replaced_by = replaced_by
            stored.save(update_fields=["replaced_by"])
            changed = True
    return changed


def _put_provision(
    book: LawBook, one: KnownProvision, law: KnownLaw, acts: dict[str, Act], position: int
) -> tuple[Provision, bool]:
    values = {
        "act": acts[one.act],
        "chapter": one.chapter,
        "section": one.section,
        "position": position,
        **law.texts(citation=one.citation, about=one.about),
    }
    key = {"book": book, "code": one.code}
    provision, changed = put_row(Provision.objects.all(), key=key, values=values)
    there = Wording.objects.filter(provision=provision)
    kept = []
    for wording in one.wordings:
        row, new = _put_wording(provision, wording, law)
        kept.append(row.pk)
        changed |= new
    return provision, _removed(there.exclude(pk__in=kept)) or changed


def _put_wording(
    provision: Provision, wording: KnownWording, law: KnownLaw
) -> tuple[Wording, bool]:
    values = {
        "until_date": wording.until_date,
        "amended_by": wording.amended_by,
        "kind": wording.kind,
        "quote": wording.quote,
        "checked": wording.checked,
        **law.texts(says=wording.says, changes=wording.changes, note=wording.note),
    }
    key = {"provision": provision, "from_date": wording.from_date}
    return put_row(Wording.objects.all(), key=key, values=values)


def _put_references(
    book: LawBook, law: KnownLaw, acts: dict[str, Act], provisions: dict[str, Provision]
) -> bool:
    changed, kept = False, []
    for position, one in enumerate(law.references, start=1):
        key = {"act": acts[one.act], "chapter": one.chapter, "section": one.section}
        values = {
            "checked": one.checked,
            "position": position,
            **law.texts(citation=one.citation),
        }
        row, new = put_row(Reference.objects.all(), key=key, values=values)
        now = {provisions[code] for code in one.now}
        if set(row.now.all()) != now:
            row.now.set(now)
            new = True
        kept.append(row.pk)
        changed |= new
    return _removed(Reference.objects.filter(act__book=book).exclude(pk__in=kept)) or changed


def _put_terms(book: LawBook, law: KnownLaw) -> bool:
    changed, kept = False, []
    for position, one in enumerate(law.terms, start=1):
        values = {
            "replaced": list(one.replaced),
            "pattern": one.pattern,
            "from_date": one.from_date,
            "checked": one.checked,
            "position": position,
            **law.texts(preferred=one.preferred, scope=one.scope, source=one.source, note=one.note),
        }
        key = {"book": book, "code": one.code}
        row, new = put_row(Term.objects.all(), key=key, values=values)
        kept.append(row.pk)
        changed |= new
    return _removed(Term.objects.filter(book=book).exclude(pk__in=kept)) or changed


def _removed(rows: QuerySet[Any, Model]) -> bool:
    return rows.delete()[0] > 0
