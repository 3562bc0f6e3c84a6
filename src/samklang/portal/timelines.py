"""An area’s timeline: its regional agreement, and every local one held against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from samklang.agreements.api import Level, Standing, Status
from samklang.common.periods import StatedDate
from samklang.common.pictures.bars import Bar, Extension
from samklang.common.pictures.timeline import Timeline
from samklang.common.words import Words
from samklang.portal.addresses import Addresses
from samklang.portal.matrix import regional
from samklang.portal.queries import Area, County
from samklang.portal.wording import levels, stated, status_words

Extended = Mapping[int, Sequence[tuple[StatedDate | None, StatedDate]]]


@dataclass(frozen=True, slots=True)
class Line:
    """One agreement in the timeline and in its table."""

    name: str
    standing: Standing
    bar: Bar
    starts: str
    ends: str
    word: str


@dataclass(frozen=True, slots=True)
class AreaTimeline:
    """The picture and the lines of its table, which say the same."""

    timeline: Timeline
    lines: tuple[Line, ...]


def chosen(county: County, area: Area) -> tuple[Standing | None, list[Standing]]:
    """Return the area's regional agreement and its local ones, the oldest first."""
    found = county.of_area(area, Level.LOCAL)
    names = names_in(county)
    return regional(county, area), sorted(found, key=lambda one: (_began(one), name_of(one, names)))


def area_timeline(
    county: County, area: Area, extended: Extended, *, known: Words, to: Addresses, today: date
) -> AreaTimeline:
    above, below = chosen(county, area)
    maker = _Lines(extended, known, to, county.on, names_in(county), status_words(known))
    first = maker.line(above, known.regional) if above else None
    rest = [maker.line(one, name_of(one, maker.names)) for one in below]
    timeline = Timeline(
        label=_label(len(rest), above, known),
        regional=first.bar if first else None,
        local=tuple(line.bar for line in rest),
        day=county.on,
        day_text=(gettext("Today %(day)s") if county.on == today else "%(day)s")
        % {"day": county.on.isoformat()},
    )
    return AreaTimeline(timeline, tuple([first, *rest] if first else rest))


def edition_ids(county: County, area: Area) -> list[int]:
    """Return the editions whose extensions the timeline shows."""
    above, below = chosen(county, area)
    return [one.edition.pk for one in ([above] if above else []) + below if one.edition]


def names_in(county: County) -> Mapping[int, str]:
    return {one.pk: one.name for one in county.municipalities}


def name_of(standing: Standing, names: Mapping[int, str]) -> str:
    """Call a local agreement by its municipalities, else by its title."""
    parties = [name for pk, name in names.items() if pk in standing.agreement.party_ids]
    return ", ".join(parties) or standing.agreement.title


def _began(standing: Standing) -> date:
    start = standing.validity.start
    return start.first if start else standing.holds_from or date.max


def _starts(standing: Standing, bar: Bar) -> str:
    if not standing.start_unknown or bar.known_from is None:
        return stated(bar.start)
    return gettext("not known; surely from %(day)s") % {"day": bar.known_from.isoformat()}


def _text(standing: Standing, until: str) -> str:
    """What stands in a bar: most of all that its beginning is not what it seems."""
    if standing.start_unknown:
        return gettext("start not known")
    if standing.agreement.level == Level.REGIONAL:
        return gettext("In force %(until)s") % {"until": until}
    return until if standing.last_known.until_further_notice else ""


def _label(count: int, above: Standing | None, known: Words) -> str:
    end = above.last_known.end if above else None
    said = {**levels(known), "count": count, "day": str(end)}
    if end is None:
        return (
            ngettext("Timeline: %(count)s %(local)s", "Timeline: %(count)s %(local_plural)s", count)
            % said
        )
    return (
        ngettext(
            "Timeline: %(count)s %(local)s against %(regional_definite)s, which ends %(day)s",
            "Timeline: %(count)s %(local_plural)s against %(regional_definite)s, which ends "
            "%(day)s",
            count,
        )
        % said
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """Makes lines from standings, with the words of the page."""

    extended: Extended
    known: Words
    to: Addresses
    on: date
    names: Mapping[int, str]
    words: Mapping[Status, str]

    def line(self, standing: Standing, name: str) -> Line:
        bar = self._bar(standing, name)
        return Line(
            name=name,
            standing=standing,
            bar=bar,
            starts=_starts(standing, bar),
            ends=gettext("until further notice")
            if bar.until_further_notice
            else ("" if bar.draft else stated(bar.end)),
            word=self.words[standing.status],
        )

    def _bar(self, standing: Standing, name: str) -> Bar:
        url = self.to.agreement(standing.agreement.pk)
        if standing.status is Status.UNDER_WAY:
            return self._draft(standing, name, url)
        valid, last = standing.validity, standing.last_known
        regional = standing.agreement.level == Level.REGIONAL
        end = str(last.end) if last.end else ""
        until = gettext("until %(end)s") % {"end": end} if end else gettext("until further notice")
        return Bar(
            label=name,
            start=valid.start,
            end=last.end,
            until_further_notice=last.until_further_notice,
            text=_text(standing, until),
            short_text=until if regional else "",
            end_text=end if standing.outlives else "",
            first_end=valid.extended_from or (valid.end if standing.successor else None),
            extensions=self._extensions(standing),
            url=url,
            known_from=standing.holds_from,
        )

    def _draft(self, standing: Standing, name: str, url: str) -> Bar:
        """Work that has begun reaches to the day that is shown; nobody knows what comes."""
        edition = standing.edition
        begun = edition.begun_date if edition else None
        start = StatedDate.on(begun) if begun else standing.validity.start
        stage = edition.stage if edition else ""
        return Bar(
            label=name,
            start=start,
            end=StatedDate.on(self.on),
            draft=True,
            text=stage or gettext("under way"),
            url=url,
        )

    def _extensions(self, standing: Standing) -> tuple[Extension, ...]:
        found = self.extended.get(standing.edition.pk, ()) if standing.edition else ()
        return tuple(Extension(when.last if when else None, until) for when, until in found)
