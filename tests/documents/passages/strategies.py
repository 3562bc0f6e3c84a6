"""Texts as Hypothesis makes them up: passages of every kind, and markup that nobody trusts."""

from __future__ import annotations

from hypothesis import strategies as st

from samklang.documents.api import Kind, Passage, Run

WORDS = st.sampled_from(
    [
        "Parterna",
        "ska",
        "mötas",
        "a\u030a",
        "tio",
        "§ 5",
        " ",
        "  ",
        "\n",
        "<b>",
        "&amp;",
        "e\u0301.",
        ",",
    ]
)
RUNS = st.builds(
    Run,
    st.lists(WORDS, max_size=5).map("".join),
    strong=st.booleans(),
    emphasis=st.booleans(),
    address=st.sampled_from(["", "", "https://example.org/?a=1&b=2", "mailto:a@example.org"]),
)
CELLS = st.lists(RUNS, max_size=2).map(tuple)
PASSAGES = st.builds(
    Passage,
    st.sampled_from([Kind.HEADING, Kind.PARAGRAPH, Kind.BULLET, Kind.NUMBERED]),
    st.lists(RUNS, min_size=1, max_size=3).map(tuple),
    level=st.integers(0, 4),
    is_first=st.booleans(),
) | st.builds(
    Passage,
    st.just(Kind.ROW),
    cells=st.lists(CELLS, min_size=1, max_size=3).map(tuple),
    is_head=st.booleans(),
    is_first=st.booleans(),
)
TEXTS = st.lists(PASSAGES, max_size=8)

_TAGS = [
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "h1",
    "h4",
    "table",
    "thead",
    "tr",
    "td",
    "th",
    "b",
    "em",
    "br",
    "a",
]
MARKUP = st.lists(
    st.sampled_from(_TAGS).map(lambda tag: f"<{tag}>")
    | st.sampled_from(_TAGS).map(lambda tag: f"</{tag}>")
    | st.sampled_from(
        [
            '<a href="https://example.org/">',
            '<td colspan="2" rowspan="3">',
            '<p style="mso-list:l0 level2 lfo1">',
            '<span style="mso-list:Ignore">1.</span>',
            "<script>",
            "<!--",
            "-->",
            "\u0338",
        ]
    )
    | WORDS,
    max_size=25,
).map("".join)
