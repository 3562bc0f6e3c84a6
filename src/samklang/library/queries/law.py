"""The law of a country, in the reader's language, in six statements whatever its size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from samklang.library.citing import Citing
from samklang.library.law_calendar import ProvisionText, WordingText
from samklang.library.law_text import CitedAct, LawText, OldReference, ReplacedTerm
from samklang.library.models import Act, LawBook, Provision, Reference, Term, Wording


class _Said:
    """A row's texts in one language, or in the pack's own where there is no translation."""

    def __init__(self, row: Any, language: str) -> None:
        self._row = row
        self._translated = row.translations.get(language, {})

    def __call__(self, name: str) -> str:
        text: str = self._translated.get(name) or getattr(self._row, name)
        return text


def provisions(country: str) -> QuerySet[Provision]:
    return Provision.objects.filter(book__country=country)


def law_text(country: str, language: str) -> LawText:
    """Return the country's law, which is empty where its pack tells of none."""
    book = LawBook.objects.filter(country=country).first()
    if book is None:
        return LawText(source="")
    acts = {act.pk: act for act in Act.objects.filter(book=book)}
    return LawText(
        source=_Said(book, language)("source"),
        language=book.language,
        citing=_citing(book.citing),
        acts=tuple(_act(one, acts, language) for one in acts.values()),
        provisions=_provisions(book, acts, language),
        references=_references(book, acts, language),
        terms=tuple(_term(one, language) for one in Term.objects.filter(book=book)),
    )


def _citing(stored: dict[str, Any]) -> Citing:
    return Citing(**{**stored, "leave": tuple(stored["leave"])})


def _act(act: Act, acts: dict[int, Act], language: str) -> CitedAct:
    return CitedAct(
        code=act.code,
        number=act.number,
        name=_Said(act, language)("name"),
        names=tuple(act.names),
        repealed_date=act.repealed_date,
        replaced_by=acts[act.replaced_by_id].code if act.replaced_by_id else "",
    )


def _provisions(book: LawBook, acts: dict[int, Act], language: str) -> tuple[ProvisionText, ...]:
    wordings = defaultdict(list)
    for wording in Wording.objects.filter(provision__book=book):
        wordings[wording.provision_id].append(_wording(wording, language))
    return tuple(
        _provision(one, acts[one.act_id], wordings[one.pk], language)
        for one in Provision.objects.filter(book=book)
    )


def _provision(
    one: Provision, act: Act, wordings: Iterable[WordingText], language: str
) -> ProvisionText:
    said = _Said(one, language)
    return ProvisionText(
        pk=one.pk,
        code=one.code,
        act=act.code,
        act_name=_Said(act, language)("name"),
        chapter=one.chapter,
        section=one.section,
        citation=said("citation"),
        about=said("about"),
        wordings=tuple(wordings),
    )


def _wording(one: Wording, language: str) -> WordingText:
    said = _Said(one, language)
    return WordingText(
        from_date=one.from_date,
        until_date=one.until_date,
        amended_by=one.amended_by,
        kind=one.kind,
        says=said("says"),
        changes=said("changes"),
        quote=one.quote,
        note=said("note"),
        checked=one.checked,
    )


def _references(book: LawBook, acts: dict[int, Act], language: str) -> tuple[OldReference, ...]:
    found = Reference.objects.filter(act__book=book).prefetch_related("now")
    return tuple(
        OldReference(
            act=acts[one.act_id].code,
            chapter=one.chapter,
            section=one.section,
            citation=_Said(one, language)("citation"),
            now=tuple(now.code for now in one.now.all()),
            checked=one.checked,
        )
        for one in found
    )


def _term(one: Term, language: str) -> ReplacedTerm:
    said = _Said(one, language)
    return ReplacedTerm(
        code=one.code,
        preferred=said("preferred"),
        replaced=tuple(one.replaced),
        pattern=one.pattern,
        scope=said("scope"),
        from_date=one.from_date,
        source=said("source"),
        note=said("note"),
        checked=one.checked,
    )
