"""What is shown of a section is the allow-list, whatever stands in the database.

Seen red: with the markup shown as it stands, and with the addresses of links left out.
"""

from __future__ import annotations

import pytest

from samklang.documents.passages import clean, shown

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>x</script>",
        '<p onclick="x()">a</p>',
        '<a href="javascript:x()">a</a>',
        "<img src=//evil.example>",
        '<a href="//evil.example">a</a>',
        '<p style="position:fixed">a</p>',
        '<p title="evil">a</p>',
        "<form action=//evil.example><button>a</button></form>",
    ],
)
def test_what_acts_is_not_shown(hostile: str) -> None:
    made = shown(hostile)

    for part in ("script", "onclick", "javascript", "evil", "style", "form"):
        assert part not in made


def test_what_was_cleaned_is_shown_as_it_is() -> None:
    markup = clean(
        '<h3>Vem</h3><p>En <strong>rad</strong><br>till <a href="https://kommunen.example/?a=1&amp;b">här'
        "</a> &lt;inte kod&gt;</p><ul><li>Ett<ol><li>två</li></ol></li></ul>"
        "<table><tr><th>A</th></tr><tr><td>B</td></tr></table>"
    )

    assert shown(markup) == markup
