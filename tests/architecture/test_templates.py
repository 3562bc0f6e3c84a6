"""Templates carry no script, no style and no trust in what others wrote.

Seen red: a style attribute, an onclick, a <script> with a body, `|safe` and an unclosed pair of
parts were each reported; so was a page that does not extend another.
"""

from __future__ import annotations

import re

from tests.architecture.tree import SOURCE, modules, templates

INLINE = {
    # A block of JSON is read, never run: browsers and our policy see to it.
    "script": re.compile(
        r"<script(?![^>]*(?:\bsrc=|type=\"application/json\"))[^>]*>", re.IGNORECASE
    ),
    "style element": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[^>{%]*\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>]*\s(hx-on[:\w-]*|on[a-z]+)\s*=\s*[\"']", re.IGNORECASE),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "foreign address": re.compile(r"(?:src|href)\s*=\s*[\"']https?://", re.IGNORECASE),
}
TRUSTING = re.compile(r"\|\s*safe\b|autoescape\s+(off|false)|\bsafeseq\b")
TRUSTING_CODE = ("mark_safe(", "SafeString(", "SafeText(", "Markup(", "csrf_exempt")

# Who may say that a string is HTML already, and why.
TRUSTED: dict[str, str] = {
    "common/jinja.py": "Jinja2 has escaped every value when the part is handed to the page",
    "documents/redline.py": "every word and label is escaped where it is written",
    "documents/passages/showing.py": "nothing but the allow-list comes through the sieve",
    "common/pictures/svg.py": "every text of a drawing is escaped where it is written",
}


def test_no_template_carries_script_or_style() -> None:
    found = [
        f"{path}: {what} {match.group()[:60]}"
        for path, text in templates().items()
        if path.endswith(".html")
        for what, pattern in INLINE.items()
        for match in pattern.finditer(text)
    ]

    assert found == []


def test_no_template_trusts_text() -> None:
    found = [
        f"{path}: {match.group()}"
        for path, text in templates().items()
        if path not in TRUSTED
        for match in TRUSTING.finditer(text)
    ]

    assert found == []


def test_no_code_trusts_text() -> None:
    found = [
        f"{path}: {name}"
        for path, _tree in modules()
        if path not in TRUSTED
        for name in TRUSTING_CODE
        if name in (SOURCE / path).read_text(encoding="utf-8")
    ]

    assert found == []


def test_a_page_extends_and_a_part_never_does() -> None:
    wrong = [
        path
        for path, text in templates().items()
        if path.endswith(".html") and path.rsplit("/", 1)[-1] not in {"base.html", "500.html"}
        if path.rsplit("/", 1)[-1].startswith("_") == ("{% extends" in text)
    ]

    assert wrong == []


def test_every_form_that_changes_something_carries_its_token() -> None:
    bare = [
        path
        for path, text in templates().items()
        for form in re.findall(r"<form\b[^>]*method=.post.*?</form>", text, re.DOTALL)
        if "csrf_token" not in form
        and "csrf_input" not in form
        and "csrfmiddlewaretoken" not in form
    ]

    assert bare == []
