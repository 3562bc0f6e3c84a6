"""What a pack says of a country's law, as typed rows; texts are per language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.library.citing import Citing

Said = dict[str, str]


@dataclass(frozen=True, slots=True)
class KnownAct:
    code: str
    number: str
    names: tuple[str, ...]
    name: Said
    repealed_date: date | None
    replaced_by: str


@dataclass(frozen=True, slots=True)
class KnownWording:
    from_date: date | None
    until_date: date | None
    amended_by: str
    kind: str
    says: Said
    changes: Said
    quote: str
    note: Said
    checked: bool


@dataclass(frozen=True, slots=True)
class KnownProvision:
    """A paragraph, with the wordings in the order of their days."""

    code: str
    act: str
    chapter: str
    section: str
    citation: Said
    about: Said
    wordings: tuple[KnownWording, ...]


@dataclass(frozen=True, slots=True)
class KnownReference:
    act: str
    chapter: str
    section: str
    citation: Said
    now: tuple[str, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class KnownTerm:
    code: str
    preferred: Said
    replaced: tuple[str, ...]
    pattern: str
    scope: Said
    from_date: date | None
    source: Said
    note: Said
    checked: bool


@dataclass(frozen=True, slots=True)
class KnownLaw:
    """All of it; `languages` begins with the pack's own."""

    languages: tuple[str, ...]
    source: Said
    citing: Citing
    acts: tuple[KnownAct, ...]
    provisions: tuple[KnownProvision, ...]
    references: tuple[KnownReference, ...]
    terms: tuple[KnownTerm, ...]

    def texts(self, **said: Said) -> dict[str, object]:
        """Split texts into columns in the pack's own language, and translations."""
        first, *others = self.languages
        translated = {
            language: {name: one[language] for name, one in said.items() if one.get(language)}
            for language in others
        }
        return {
            **{name: one.get(first, "") for name, one in said.items()},
            "translations": {language: words for language, words in translated.items() if words},
        }
