"""What can be chosen on the county page, and what its words mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from samklang.agreements.api import Status
from samklang.common.spoken import said_once
from samklang.common.words import Words
from samklang.portal.forms import Measure, Order, Show
from samklang.portal.matrix import Matrix, mark
from samklang.portal.wording import capital, levels, listed, status_words


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of the words of the matrix, explained."""

    mark: str
    word: str
    text: str


def shows(laid: Matrix, chosen: Show) -> tuple[Choice, ...]:
    own = tuple(row.municipality.name for row in laid.rows if row.own)
    return _shows(laid.action_count, own, chosen)


@said_once
def _shows(count: int, own: tuple[str, ...], chosen: Show) -> tuple[Choice, ...]:
    labels: dict[str, str] = {
        Show.ALL: gettext("Everything"),
        Show.ACTION: ngettext(
            "Only what needs action (%(count)s cell)",
            "Only what needs action (%(count)s cells)",
            count,
        )
        % {"count": count},
    }
    if own:
        labels[Show.OWN] = gettext("Only %(names)s") % {"names": listed(own)}
    return _choices(labels, chosen)


@said_once
def orders(chosen: Order) -> tuple[Choice, ...]:
    labels: dict[str, str] = {
        Order.NAME: gettext("Name, in alphabetical order"),
        Order.END: gettext("Nearest last day"),
        Order.MISSING: gettext("Fewest in place"),
    }
    return _choices(labels, chosen)


@said_once
def measures(chosen: Measure) -> tuple[Choice, ...]:
    labels: dict[str, str] = {
        Measure.HAS: gettext("How many are in place"),
        Measure.ACTION: gettext("How many need action"),
        Measure.NO_ANSWER: gettext("How many are not answered"),
    }
    return _choices(labels, chosen)


def _choices(labels: Mapping[str, str], chosen: str) -> tuple[Choice, ...]:
    return tuple(Choice(value, label, value == chosen) for value, label in labels.items())


def meanings(known: Words) -> tuple[Meaning, ...]:
    said, named = levels(known), status_words(known)
    texts = {
        Status.MISSING: gettext("%(municipality_definite)s has answered that there is none."),
        Status.NO_ANSWER: gettext("We do not know. Nobody has answered yet."),
        Status.UNDER_WAY: gettext("None is in force, but work on one has begun."),
        Status.OUTLIVES: gettext(
            "%(local_definite)s holds after the day on which %(regional_definite)s ends."
        ),
        Status.UNTIL_FURTHER_NOTICE: gettext("In force without a last day."),
        Status.EXPIRING: gettext("The last day is within six months."),
        Status.EXPIRED: gettext("The last day has passed and nothing follows."),
    }
    return tuple(
        Meaning(mark(status), named[status], capital(text % said)) for status, text in texts.items()
    )
