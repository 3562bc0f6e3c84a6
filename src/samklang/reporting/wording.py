"""How an inventory's figures are said in words, the same on the page and in every file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.utils import formats
from django.utils.translation import get_language, gettext, ngettext, pgettext
from django.utils.translation import gettext_lazy as _

from samklang.agreements.api import Status
from samklang.common.periods import Precision, StatedDate
from samklang.common.words import Words, place, words
from samklang.reporting.figures import AreaFigures, Holding, Inventory, LeftOut, Local

STATUS_WORDS = {
    Status.IN_FORCE: _("In force"),
    Status.OUTLIVES: _("Longer than %(regional)s"),
    Status.UNTIL_FURTHER_NOTICE: _("Until further notice"),
    Status.EXPIRING: _("Expires soon"),
    Status.UNDER_WAY: _("Under way"),
    Status.EXPIRED: _("Expired"),
    Status.MISSING: _("Has none"),
    Status.NO_ANSWER: _("No answer"),
}
NEVER = StatedDate.on(date.max)
# From which share of the municipalities the first word of the lead is said.
_SHARES = (
    (1.0, _("All of them.")),
    (0.9, _("Almost all.")),
    (0.6, _("Most of them.")),
    (0.4, _("About half.")),
    (0.001, _("Fewer than half.")),
)


def title() -> str:
    return gettext("Which local agreements are there?")


def name_of(area: AreaFigures) -> str:
    return named(area.names) or area.code


def title_of(area: AreaFigures) -> str:
    return named(area.titles) or name_of(area)


def named(names: Mapping[str, str]) -> str:
    """Choose the name in the reader's language, else in the county's own."""
    language = (get_language() or "").split("-")[0]
    return names.get(language) or names.get("", "")


def long_date(day: date) -> str:
    return formats.date_format(day, "j F Y")


def lead(figures: Inventory) -> str:
    """Say the conclusion first, then the numbers in two sentences."""
    counts, known = figures.answers, words(figures)
    sentences = [
        _share(counts.yes, counts.total),
        gettext(
            "There are %(yes)s of %(total)s possible. The answer is no in %(no)s and missing in "
            "%(no_answer)s."
        )
        % {
            "total": counts.total,
            "yes": counts.yes,
            "no": counts.no,
            "no_answer": counts.no_answer,
        },
    ]
    if figures.mean_months is not None:
        sentences.append(
            gettext("It takes %(years)s on average from %(regional)s to %(local)s.")
            % {**levels(known), "years": years(figures.mean_months)}
        )
    return " ".join(sentences)


def _share(yes: int, total: int) -> str:
    share = yes / total if total else 0
    return next((str(said) for least, said in _SHARES if share >= least), gettext("None yet."))


def levels(known: Words) -> dict[str, str]:
    return {
        "regional": known.regional,
        "regional_definite": known.regional_definite,
        "local": known.local,
        "local_plural": known.local_plural,
        "municipality": known.municipality,
        "municipality_plural": known.municipality_plural,
    }


def years(months: float) -> str:
    """Say 24 as “2 years” and 28 as “2.3 years”."""
    count = round(months / 12, 1)
    said = formats.number_format(int(count) if count == int(count) else count)
    return ngettext("%(count)s year", "%(count)s years", 1 if count == 1 else 2) % {"count": said}


def months(count: float) -> str:
    whole = round(count)
    return ngettext("%(count)s month", "%(count)s months", whole) % {"count": whole}


def mean_text(known: Words) -> str:
    return gettext("on average from %(regional)s to %(local)s") % levels(known)


def outliving_text(count: int, known: Words) -> str:
    return ngettext(
        "holds longer than %(regional)s",
        "hold longer than %(regional)s",
        count,
    ) % levels(known)


def mean_basis(area: AreaFigures, known: Words) -> tuple[str, ...]:
    """Say what the mean time was computed from, what was left out and what is not exact."""
    return (*_computed_from(area, known), *_left_out(area, known), *_inexact(area, known))


def _computed_from(area: AreaFigures, known: Words) -> Iterable[str]:
    if area.mean_months is not None:
        measured, total = len(area.measured), len(area.locals)
        yield gettext("%(months)s, from %(measured)s of %(total)s %(local_plural)s.") % {
            **levels(known),
            "months": months(area.mean_months),
            "measured": measured,
            "total": total,
        }


def _left_out(area: AreaFigures, known: Words) -> Iterable[str]:
    said = (
        (LeftOut.NO_ADOPTION, _("%(names)s: no date of adoption, left out.")),
        (LeftOut.NO_START, _("%(names)s: the start of %(regional_definite)s is not known.")),
        (LeftOut.EARLIER, _("%(names)s: adopted before %(regional_definite)s, left out.")),
    )
    for why, sentence in said:
        found = area.left_out(why)
        if found:
            yield str(sentence) % {**levels(known), "names": joined(one.name for one in found)}


def _inexact(area: AreaFigures, known: Words) -> Iterable[str]:
    start = area.regional.holding.start if area.regional else None
    if area.mean_months is not None and start and start.precision != Precision.DAY:
        yield gettext(
            "The start of %(regional_definite)s is known only as %(start)s and is counted from "
            "the middle of it."
        ) % {**levels(known), "start": start}


def joined(names: Iterable[str]) -> str:
    """Write “one, two and three”."""
    *first, last = list(names)
    return (
        pgettext("list of names", "%(first)s and %(last)s")
        % {
            "first": ", ".join(first),
            "last": last,
        }
        if first
        else last
    )


def holds_until(holding: Holding) -> str:
    if holding.end is not None:
        return str(holding.end)
    return gettext("until further notice") if holding.until_further_notice else gettext("not known")


def extent(holding: Holding) -> str:
    """Say the same in a sentence: “until 2026-06-30”."""
    if holding.end is not None:
        return until(holding.end)
    if holding.until_further_notice:
        return gettext("until further notice")
    return gettext("until a day that is not known")


def holds_from(holding: Holding) -> str:
    if holding.known_from is not None:
        return gettext("not known; surely from %(day)s") % {"day": holding.known_from.isoformat()}
    return str(holding.start) if holding.start else gettext("not known")


def until(end: StatedDate) -> str:
    return gettext("until %(end)s") % {"end": end}


def in_force_until(end: StatedDate) -> str:
    return gettext("In force until %(end)s") % {"end": end}


def status(word: str, end: StatedDate | None, known: Words) -> str:
    """Say a cell in a few words: “In force until 2026-06-30”."""
    said = str(STATUS_WORDS[Status(word)]) % levels(known)
    if end is None:
        return said
    if word == Status.OUTLIVES:
        return f"{said}, {end}"
    is_moment = word in (Status.EXPIRING, Status.EXPIRED)
    return f"{said} {end}" if is_moment else f"{said} {until(end)}"


def both_ends(area: AreaFigures, known: Words) -> tuple[str, ...]:
    """Say how far each local agreement goes, and where the regional one ends: once, if it can."""
    found = sorted(area.outliving, key=lambda one: (one.holding.end or NEVER, one.name))
    regional_ends = {one.outlived_end for one in found if one.outlived_end}
    if len(regional_ends) == 1:
        return (
            _named_end(known.regional, regional_ends.pop()),
            *(_named_end(one.name, one.holding.end) for one in found if one.holding.end),
        )
    return tuple(_ends_apart(one, known) for one in found)


def _named_end(name: str, end: StatedDate) -> str:
    return gettext("%(name)s: until %(end)s") % {"name": name, "end": end}


def _ends_apart(local: Local, known: Words) -> str:
    return gettext("%(name)s: until %(end)s, %(regional)s until %(regional_end)s") % {
        **levels(known),
        "name": local.name,
        "end": local.holding.end,
        "regional_end": local.outlived_end,
    }


def day_line(figures: Inventory) -> str:
    known_then = gettext("as the register knew it on %(day)s") % {"day": long_date(figures.on)}
    return f"{place(figures)} · {known_then}"
