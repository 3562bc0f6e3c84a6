"""A filled mould says what its template would have said, with everything escaped.

Seen red: with `_escaped` giving back what it got, with the gaps filled in reverse order, and with
`written` joining what the context holds instead of what the template says. What is filled anew:
unescaped, and remembered.
"""

from __future__ import annotations

import pytest

from samklang.common.jinja import mould, part, written

GAPS = ("head", "mark", "address", "word", "remark")
NASTY = '<b>100 % & "så"</b>'


@pytest.mark.parametrize("calm", [True, False])
def test_a_filled_cell_is_the_rendered_one(calm: bool) -> None:
    values = (NASTY, "in-force", "/avtal/1/?a=1&b=2", "Gäller 50 %", "")

    filled = mould("portal/_cell.html", *GAPS, calm=calm).fill(*values)

    rendered = part("portal/_cell.html", {**dict(zip(GAPS, values, strict=True)), "calm": calm})
    assert filled == rendered.replace("&#34;", "&quot;").strip()
    assert "<b>100" not in filled


def test_what_is_safe_is_not_escaped_again_nor_makes_the_same_text_safe() -> None:
    small = mould("portal/_remark.html", "remark", "day", dated=False)
    safe = small.fill("till", "")

    assert small.fill(safe, "") == f"<small>{safe}</small>"
    assert small.fill(str.__add__(safe, ""), "") == "<small>&lt;small&gt;till&lt;/small&gt;</small>"


def test_what_is_filled_anew_says_the_same_and_is_not_remembered() -> None:
    small = mould("portal/_remark.html", "remark", "day", dated=False)
    before = small.fill.cache_info().currsize

    assert (
        small.fill_anew(NASTY, "") == "<small>&lt;b&gt;100 % &amp; &quot;så&quot;&lt;/b&gt;</small>"
    )
    assert small.fill.cache_info().currsize == before
    assert small.fill_anew(NASTY, "") == small.fill(NASTY, "")


def test_a_written_part_is_the_rendered_one_as_it_is_sent() -> None:
    values = {"remark": NASTY, "day": "2027–2028", "dated": True}

    assert written("portal/_remark.html", values) == part("portal/_remark.html", values).encode()
