"""Texts are found wherever they stand, kept when they are the same, and missed when unsaid."""

from __future__ import annotations

import gettext
import sys
from io import BytesIO
from pathlib import Path

import pytest

from scripts import messages


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A product with one context, which says four things in four ways."""
    home = tmp_path / "reading"
    (home / "templates" / "reading").mkdir(parents=True)
    (home / "jinja2" / "reading").mkdir(parents=True)
    (home / "migrations").mkdir()
    (home / "apps.py").write_text("", "utf-8")
    (home / "views.py").write_text(
        "from django.utils.translation import gettext as _, ngettext, pgettext\n"
        '_("Save")\nngettext("%(n)s file", "%(n)s files", 2)\npgettext("remark", "until")\n',
        "utf-8",
    )
    page = home / "templates" / "reading" / "page.html"
    page.write_text("{% translate 'The county' %}", "utf-8")
    (home / "jinja2" / "reading" / "_rows.html").write_text("{{ _('No rows') }}", "utf-8")
    (home / "migrations" / "0001.py").write_text('_("never shown")', "utf-8")
    (home / "notes.txt").write_text('_("no source")', "utf-8")
    monkeypatch.setattr(messages, "SOURCE", tmp_path)
    return home


def say(source: Path, **swedish: str) -> None:
    """Write the Swedish for some of the texts, as a translator would."""
    catalog = messages.merged("reading")
    for message in catalog:
        said = swedish.get(str(message.id).replace(" ", "_"))
        if said is not None:
            message.string = said
    po = messages.files("reading")[0]
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(messages.po_bytes(catalog))


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["messages.py", *words])
    return messages.main()


def test_a_text_is_found_in_code_and_in_both_kinds_of_template(source: Path) -> None:
    found = {message.id if isinstance(message.id, str) else message.id[0]
             for message in messages.extracted("reading") if message.id}  # fmt: skip

    assert found == {"Save", "%(n)s file", "until", "The county", "No rows"}


def test_a_text_that_is_unsaid_is_named_and_fails_the_check(
    source: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say(source, Save="Spara", The_county="Länet")

    assert run(monkeypatch, "--check") == 1

    said = capsys.readouterr().out
    assert "reading: 5 texts, 3 without Swedish" in said
    assert "'No rows'" in said
    assert "'Save'" not in said


def test_a_catalogue_that_is_fresh_but_unsaid_fails_the_check(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(source, Save="Spara")
    assert run(monkeypatch) == 0, "collecting is no fault"

    assert run(monkeypatch, "--check") == 1


def test_checking_writes_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(monkeypatch, "--check")

    assert not messages.files("reading")[0].exists()


def test_what_was_said_is_kept_and_what_is_gone_is_forgotten(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(source, Save="Spara", The_county="Länet")
    page = source / "templates" / "reading" / "page.html"
    page.write_text("{% translate 'The area' %}", "utf-8")

    run(monkeypatch)

    written = messages.files("reading")[0].read_text("utf-8")
    assert 'msgstr "Spara"' in written
    assert 'msgid "The area"' in written
    assert "The county" not in written


def test_a_text_that_a_neighbour_says_is_said_the_same(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(source, Save="Spara")
    other = source.parent / "saving"
    other.mkdir()
    (other / "apps.py").write_text('_("Save")', "utf-8")

    run(monkeypatch)

    assert 'msgstr "Spara"' in messages.files("saving")[0].read_text("utf-8")


def test_the_compiled_catalogue_says_it_to_django(source: Path) -> None:
    catalog = messages.merged("reading")
    for message in catalog:
        if message.id == "Save":
            message.string = "Spara"
        elif message.pluralizable:
            message.string = ("%(n)s fil", "%(n)s filer")

    said = gettext.GNUTranslations(BytesIO(messages.mo_bytes(catalog)))

    assert said.gettext("Save") == "Spara"
    assert said.ngettext("%(n)s file", "%(n)s files", 2) == "%(n)s filer"


def test_half_a_plural_is_not_said(source: Path) -> None:
    catalog = messages.merged("reading")
    for message in catalog:
        message.string = ("%(n)s fil", "") if message.pluralizable else "sagt"

    assert messages.untranslated(catalog) == ["('%(n)s file', '%(n)s files')"]


def test_the_same_source_gives_the_same_bytes(source: Path) -> None:
    first, again = messages.merged("reading"), messages.merged("reading")

    assert messages.po_bytes(first) == messages.po_bytes(again)
    assert b":1\n" not in messages.po_bytes(first), "no line numbers, which change with any line"


def test_a_stale_compiled_catalogue_fails_the_check(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(source, Save="Spara", The_county="Länet", No_rows="Inga rader", until="till")
    catalog = messages.merged("reading")
    for message in catalog:
        if message.pluralizable:
            message.string = ("%(n)s fil", "%(n)s filer")
    po, mo = messages.files("reading")
    po.write_bytes(messages.po_bytes(catalog))
    run(monkeypatch)
    assert run(monkeypatch, "--check") == 0

    mo.write_bytes(mo.read_bytes() + b"x")

    assert run(monkeypatch, "--check") == 1
