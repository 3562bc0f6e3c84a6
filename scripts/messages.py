"""Collects the texts of each context for translation and compiles the Swedish ones.

    python scripts/messages.py [--check] [CONTEXT …]

Needs no gettext programs. The catalogues are stable: sorted, without line numbers and dates.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import templatize

SOURCE = Path(__file__).resolve().parents[1] / "src" / "samklang"
Key = tuple[str | None, object]
Said = str | tuple[str, ...] | list[str] | None
LOCALE = Path("locale", "sv", "LC_MESSAGES")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext")},
    **{f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("pgettext", "npgettext")},
    "gettext_noop": None,
}
JINJA = {"extensions": "jinja2.ext.i18n", "newstyle_gettext": "true", "silent": "false"}


def contexts() -> list[str]:
    """Return the contexts that are Django apps: config speaks to operators, in English."""
    return sorted(path.parent.name for path in SOURCE.glob("*/apps.py"))


def extracted(context: str) -> Catalog:
    """Return what the context's source says, without translations."""
    found = _catalog(context)
    for path in sorted((SOURCE / context).rglob("*")):
        if not path.is_file() or "migrations" in path.parts:
            continue
        place = (path.relative_to(SOURCE / context).as_posix(), 1)
        for _line, text, comments, message_context in _messages(path):
            found.add(text, None, [place], auto_comments=comments, context=message_context)
    return found


def merged(context: str) -> Catalog:
    """Return the context's catalogue: new texts added, obsolete ones gone, translations kept."""
    known = _translations(context)
    catalog = extracted(context)
    for message in catalog:
        if message.id:
            message.string = known.get(_key(message), message.string)
            message.flags.discard("fuzzy")
    return catalog


def po_bytes(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalog, width=96, sort_output=True, ignore_obsolete=True, include_lineno=False)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    return [str(message.id) for message in catalog if message.id and not is_said(message)]


def files(context: str) -> tuple[Path, Path]:
    folder = SOURCE / context / LOCALE
    return folder / "django.po", folder / "django.mo"


def _messages(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    if path.suffix == ".py":
        yield from extract("python", BytesIO(path.read_bytes()), keywords=KEYWORDS)
    elif "jinja2" in path.parts:
        content = BytesIO(path.read_bytes())
        yield from extract("jinja2.ext:babel_extract", content, keywords=KEYWORDS, options=JINJA)
    elif "templates" in path.parts:
        source = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        yield from extract("python", BytesIO(source.encode()), keywords=KEYWORDS)


def _catalog(context: str) -> Catalog:
    return Catalog(
        locale="sv",
        header_comment=f"# Swedish texts of Samklang's {context}. Made by scripts/messages.py.",
        project="Samklang",
        version="1",
        msgid_bugs_address="",
        last_translator="Samklang",
        language_team="Swedish",
        creation_date=LONG_AGO,
        revision_date=LONG_AGO,
        fuzzy=False,
    )


def _translations(context: str) -> dict[Key, Said]:
    """Return what has been said already: by the context, else by a neighbour."""
    known: dict[Key, Said] = {}
    for name in [*(one for one in contexts() if one != context), context]:
        po = files(name)[0]
        known |= _said_in(po.read_bytes()) if po.exists() else {}
    return known


@cache
def _said_in(po: bytes) -> dict[Key, Said]:
    """Return what a catalogue says; every other asks for the same."""
    catalog = read_po(BytesIO(po), locale="sv")
    return {_key(one): one.string for one in catalog if one.id and is_said(one)}


def _key(message: Message) -> Key:
    return message.context, tuple(message.id) if message.pluralizable else message.id


def is_said(message: Message) -> bool:
    strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
    return bool(strings) and all(strings)


def _write(context: str, *, check: bool) -> bool:
    """Bring the context's two files up to date; return whether they were, or now are, right."""
    catalog = merged(context)
    missing = untranslated(catalog)
    wanted = dict(zip(files(context), (po_bytes(catalog), mo_bytes(catalog)), strict=True))
    fresh = all(path.exists() and path.read_bytes() == made for path, made in wanted.items())
    unsaid = not len(catalog) and not any(path.exists() for path in wanted)
    if not check and not unsaid:
        for path, made in wanted.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(made)
    print(f"{context}: {len(catalog)} texts, {len(missing)} without Swedish")
    for text in missing:
        print(f"    {text!r}")
    return not missing and (fresh or unsaid or not check)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("contexts", nargs="*", metavar="CONTEXT")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when stale")
    given = parser.parse_args()
    results = [_write(one, check=given.check) for one in given.contexts or contexts()]
    return 0 if all(results) or not given.check else 1


if __name__ == "__main__":
    sys.exit(main())
