"""The Jinja2 environment for the frame of every page and for hundreds of cells (ADR 0011)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from functools import cache, lru_cache, partial
from typing import Any

from django.template.defaultfilters import date, filesizeformat, linebreaks_filter
from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext, ngettext, pgettext
from jinja2 import Environment


class _Lasting(Environment):
    """Its globals are settled when it is built, so that each template has them as one dict."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def environment(**options: Any) -> Environment:
    """Build it with translations and `static`; everything is escaped."""
    made = _Lasting(
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
        loader=options["loader"],
        auto_reload=options["auto_reload"],
    )
    made.filters.update(capfirst=capfirst, date=date, filesizeformat=filesizeformat)
    made.filters["linebreaks"] = partial(linebreaks_filter, autoescape=True)
    made.globals.update(static=static, ngettext=said_counted, pgettext=pgettext)
    return made


def part(template: str, context: Mapping[str, Any]) -> SafeString:
    """Render a part that a page of Django’s own templates includes as it is."""
    # The environment has escaped everything that came from outside.
    return mark_safe(get_template(template, using="jinja2").render(_spoken(context)))  # noqa: S308


def written(template: str, context: Mapping[str, Any]) -> bytes:
    """Render a whole content as the bytes that are sent, each piece as soon as it is there.

    Put together first, one dash would make every letter of the page twice as wide.
    """
    made: Any = get_template(template, using="jinja2")
    pieces: Iterable[str] = made.template.generate(_spoken(context))
    return b"".join([piece.encode() for piece in pieces])


def _spoken(context: Mapping[str, Any]) -> dict[str, Any]:
    """Add what every template says: words in the active language, and addresses."""
    return {"_": _speaker(get_language()), "url": finder(), **context}


def finder() -> Callable[..., str]:
    """Return what finds where a page lies, by its name and arguments.

    It is asked for once for all the addresses of a page: to find out under which prefix the
    pages lie costs more than an address.
    """
    return _finder(get_script_prefix())


@cache
def _finder(_prefix: str) -> Callable[..., str]:
    """The addresses stay the same as long as the process runs."""
    return lru_cache(maxsize=500)(lambda name, *arguments: reverse(name, args=arguments))


@cache
def _speaker(_language: str | None) -> Callable[..., str]:
    """Return what translates in the active language, looking each text up once."""
    known = lru_cache(maxsize=2000)(gettext)

    def said(text: str, **values: object) -> str:
        """Translate and fill in; what comes out is escaped like all else, the values with it."""
        return known(text) % values if values else known(text)

    return said


def said_counted(one: str, many: str, count: int, **values: object) -> str:
    return ngettext(one, many, count) % {"num": count, "count": count, **values}


class Mould:
    """A part with gaps: rendered once, then filled for each of the hundreds of cells of a page."""

    def __init__(self, template: str, gaps: tuple[str, ...], settled: Mapping[str, object]) -> None:
        self.fill = lru_cache(maxsize=2000, typed=True)(self._fill)
        marks = {gap: f"\0{gap}\0" for gap in gaps}
        pieces = part(template, {**marks, **settled}).strip("\n").split("\0")
        # Every other piece is the name of a gap; one may be filled in several places.
        self._pattern = "%s".join(piece.replace("%", "%%") for piece in pieces[::2])
        self._order = [gaps.index(name) for name in pieces[1::2]]

    def _fill(self, *values: object) -> SafeString:
        """Fill the gaps, in the order in which they were named; everything is escaped.

        Most cells say the same as the last time; only those of an agreement that has changed do
        not, whatever else was made anew.
        """
        return self._filled(map(_escaped, values))

    def fill_anew(self, *values: object) -> SafeString:
        """Do as `fill`, and remember nothing: what a form sends is another each time."""
        return self._filled(map(_plain, values))

    def _filled(self, values: Iterable[str]) -> SafeString:
        escaped = list(values)
        return SafeString(self._pattern % tuple([escaped[at] for at in self._order]))


@cache
def _cast(template: str, gaps: tuple[str, ...], settled: tuple[tuple[str, bool], ...]) -> Mould:
    return Mould(template, gaps, dict(settled))


def mould(template: str, *gaps: str, **settled: bool) -> Mould:
    """Return the template's mould; it has no words of its own, so that all languages share it."""
    return _cast(template, gaps, tuple(settled.items()))


def joined(parts: Iterable[str]) -> SafeString:
    """Join what moulds have filled: each piece was escaped where it was made."""
    return SafeString("".join(parts))


# The same words, addresses and days stand in many cells; what is safe already stays apart.
@lru_cache(maxsize=5000, typed=True)
def _escaped(value: Any) -> str:
    return _plain(value)


def _plain(value: Any) -> str:
    # A plain string, since a safe one answers for itself each time it is filled in.
    return str.__add__(conditional_escape(value), "")
