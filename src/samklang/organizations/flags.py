"""What contexts above point out about a body: organizations know nothing of meetings, say.

Each registers a source when the installation starts. A source is asked once for all the bodies of
a page, so that a page takes as many statements for a hundred bodies as for one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from samklang.organizations.models import Body

# Says a few words about each of the bodies that it points out, by the body's id, as on the day.
Source = Callable[[Sequence[Body], date], Mapping[int, str]]

_SOURCES: list[Source] = []


def register_flags(source: Source) -> None:
    """Let the pages of bodies show what the source points out."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def flags(bodies: Iterable[Body], *, on: date) -> dict[int, tuple[str, ...]]:
    """Return what is pointed out about the county's own bodies that are there on the day."""
    asked = [one for one in bodies if one.is_ours and one.holds(on)]
    if not asked:
        return {}
    told = [source(asked, on) for source in _SOURCES]
    return {one.pk: tuple(of[one.pk] for of in told if one.pk in of) for one in asked}
