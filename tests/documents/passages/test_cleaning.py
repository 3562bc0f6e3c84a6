"""What is kept of HTML that somebody pasted, wrote or forged: the words and their bones.

Seen red: nh3 left out; its list of unread tags emptied; `safe_address` letting all through; looks
of Word's styles ignored; spaces at the ends left; an item as deep as it says; a row that forgets
what covers it; `<` written as it is; no limit to the depth.
"""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings

from samklang.documents.api import (
    Kind,
    Passage,
    Run,
    clean_markup,
    html,
    passages,
    plain,
)
from tests.documents.passages.strategies import MARKUP, TEXTS

pytestmark = pytest.mark.one_database

ALLOWED = re.compile(
    r"</?(?:p|h3|h4|ul|ol|li|table|thead|tbody|tr|td|th|strong|em)>|<br>|</a>"
    r'|<a href="(?:https?://|mailto:)[^"<>\s]+">'
)
HEAD = "<thead><tr><th>A</th><th>B</th></tr></thead>"


@settings(max_examples=150)
@given(MARKUP)
@example('--><a href="https://example.org/">\u0338</a>')
@example("a<strong>\u0301\u0323</strong>b")
def test_what_is_clean_stays_as_it_is_and_holds_allowed_tags_alone(markup: str) -> None:
    once = clean_markup(markup)

    assert clean_markup(once) == once
    assert html(passages(once)) == once
    assert "<" not in ALLOWED.sub("", once)
    assert unicodedata.is_normalized("NFC", plain(passages(once)))


@pytest.mark.slow
@settings(max_examples=150)
@given(TEXTS)
def test_passages_that_were_written_once_are_read_as_they_were(text: list[Passage]) -> None:
    read = passages(html(text))

    assert passages(html(read)) == read


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<style>p { color: red }</style>",
        "<svg><script>alert(1)</script><a href='javascript:alert(1)'>x</a></svg>",
        "<math><mtext><script>alert(1)</script></mtext></math>",
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
        "<img src=x onerror=alert(1)>",
        "<template><img src=x onerror=alert(1)></template>",
        "<noscript><p title='<img src=x onerror=alert(1)>'></noscript>",
        "<del>struket</del>",
        "<p style='display:none'>dolt</p>",
        "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->",
        "<xml><o:OfficeDocumentSettings>x</o:OfficeDocumentSettings></xml>",
        "<p> \n&nbsp;<o:p>&nbsp;</o:p></p>",
        "<table><tr><td></td><td> </td></tr></table>",
        "\u200b\ufeff",
    ],
)
def test_nothing_is_left_of_what_has_no_words(markup: str) -> None:
    assert not re.search(r"alert|red|struket|dolt|onerror", clean_markup(markup))
    assert clean_markup(f"<p>a</p>{markup}<p>b</p>") == "<p>a</p><p>b</p>"


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("hej", "<p>hej</p>"),
        ("a &lt;b&gt; &amp; c", "<p>a &lt;b&gt; &amp; c</p>"),
        ("<p onclick='x()' class=y>a</p>", "<p>a</p>"),
        ("<p>a\n  b&nbsp;c\u202f5</p>", "<p>a b c 5</p>"),
        ("<p>bra\u0308</p>", "<p>brä</p>"),
        ("<h1>A</h1><h2>B</h2><h5>C</h5>", "<h3>A</h3><h3>B</h3><h4>C</h4>"),
        ("<h2>A<br>B</h2>", "<h3>A B</h3>"),
        ("<b>a</b><b>b</b> <i>c</i>", "<p><strong>ab</strong> <em>c</em></p>"),
        ("<strong> </strong>a<strong> </strong>b", "<p>a b</p>"),
        ("<em>a<strong>b</strong></em>", "<p><em>a</em><strong><em>b</em></strong></p>"),
        ("a<br>b<br><br>c<br>", "<p>a<br>b</p><p>c</p>"),
        ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ("<blockquote><p>a</p></blockquote>", "<p>a</p>"),
        ("<span><p>a</p><p>b</p></span>", "<p>a</p><p>b</p>"),
        ("<s>a</s> <u>b</u> <font>c</font>", "<p>a b c</p>"),
        ("<img alt='Bild' src='x'>a", "<p>a</p>"),
    ],
)
def test_running_text_keeps_its_words_and_its_weight(markup: str, kept: str) -> None:
    assert clean_markup(markup) == kept


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&amp;c=2"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("javascript:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("&#106;avascript:alert(1)", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ("vbscript:x", ""),
        ("file:///C:/a.docx", ""),
        ("#_ftn1", ""),
        ("//example.org", ""),
        ("/avtal/", ""),
        ("https://example.org/" + "a" * 2000, ""),
    ],
)
def test_links_lead_to_the_web_or_to_a_letter_box(address: str, kept: str) -> None:
    expected = f'<p><a href="{kept}">länk</a></p>' if kept else "<p>länk</p>"

    assert clean_markup(f'<p><a href="{address}" target=_blank>länk</a></p>') == expected


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
        (
            "<ol><li>a<ul><li>b<li>c</ul><li>d</ol>",
            "<ol><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ol>",
        ),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br>b</li></ul>"),
        ("<ul><li>a<ul><li>b</ul>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("<ul><li><ul><li>a</ul></ul>", "<ul><li>a</li></ul>"),
        (
            "<ul><li>a<ul><ul><ul><li>b<li>c</ul></ul></ul></ul>",
            "<ul><li>a<ul><li>b</li><li>c</li></ul></li></ul>",
        ),
        ("<ul><li>a</ul><ul><li>b</ul>", "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ("<ol><li>a</ol><ol start=2><li>b</ol>", "<ol><li>a</li><li>b</li></ol>"),
        ("<ul><li>a</ul><ol><li>b</ol>", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("<li>a</li>", "<p>a</p>"),
    ],
)
def test_lists_keep_their_depth_and_their_kind(markup: str, kept: str) -> None:
    assert clean_markup(markup) == kept


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (
            "<thead><tr><th>A<th>B</thead><tr><td>1<td><b>2</b>",
            HEAD + "<tbody><tr><td>1</td><td><strong>2</strong></td></tr></tbody>",
        ),
        (
            "<tr><th>A<th>B<tr><th>1<td>2",
            HEAD + "<tbody><tr><td>1</td><td>2</td></tr></tbody>",
        ),
        (
            "<tr><td>1<td>2<tr><th>A<th>B",
            "<tbody><tr><td>1</td><td>2</td></tr><tr><td>A</td><td>B</td></tr></tbody>",
        ),
        (
            "<tr><td rowspan=2>1<td>2<tr><td>3",
            "<tbody><tr><td>1</td><td>2</td></tr><tr><td></td><td>3</td></tr></tbody>",
        ),
        (
            "<tr><td colspan=2>1<tr><td>2<td>3",
            "<tbody><tr><td>1</td><td></td></tr><tr><td>2</td><td>3</td></tr></tbody>",
        ),
        (
            "<tr><td>1<tr><td>2<td>3",
            "<tbody><tr><td>1</td><td></td></tr><tr><td>2</td><td>3</td></tr></tbody>",
        ),
        (
            "<tr><td><p>1</p><p>2</p><ul><li>3</ul>",
            "<tbody><tr><td>1<br>2<br>3</td></tr></tbody>",
        ),
        (
            "<tr><td>1<table><tr><td>2<td>3</table><td>4",
            "<tbody><tr><td>1<br>2<br>3</td><td>4</td></tr></tbody>",
        ),
    ],
)
def test_tables_keep_their_columns(rows: str, kept: str) -> None:
    assert clean_markup(f"<table border=1>{rows}</table>") == f"<table>{kept}</table>"


def test_a_span_from_a_stranger_makes_no_table_of_millions() -> None:
    rows = "<tr><td colspan=9999 rowspan=9999>a<td colspan=1000000>b" * 3

    assert len(clean_markup(f"<table>{rows}</table>")) < 5000


def test_a_text_nested_thousands_deep_is_read() -> None:
    assert plain(passages("<div><ul><li>" * 3000 + "botten")) == "botten"


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>x</title><style>
<!-- p.MsoNormal {margin:0cm} --></style></head><body lang=SV><!--StartFragment-->
<h1 style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Ansvar<o:p></o:p></h1>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'>Parterna</b> ska <span
style='font-style:italic'>mötas</span><a style='mso-comment-reference:A_1'></a><span
style='mso-special-character:comment'>[A1]</span>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if
!supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Första</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>a)<span>&nbsp;</span></span><![endif]>Under</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Andra</p>
<p class=MsoListParagraph style='mso-list:l3 level1 lfo4'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Räknad</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td width=302 valign=top><p
class=MsoNormal>Vem<o:p></o:p></p></td><td><p class=MsoNormal>När<o:p></o:p></p></td></tr></table>
<!--EndFragment--><div style='mso-element:comment-list'><p>Anmärkning</p></div></body></html>"""


def test_what_is_pasted_from_word_comes_out_clean() -> None:
    assert clean_markup(WORD) == (
        "<h3>2 Ansvar</h3><p><strong>Parterna</strong> ska <em>mötas</em>.</p>"
        "<ul><li>Första<ol><li>Under</li></ol></li><li>Andra</li></ul><ol><li>Räknad</li></ol>"
        "<table><tbody><tr><td>Vem</td><td>När</td></tr></tbody></table>"
    )


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<b style='font-weight:normal'><p>a</p></b>", "<p>a</p>"),
        ("<span style='font-weight:700'>a</span>", "<p><strong>a</strong></p>"),
        ("<span style='font-weight:400;font-style:normal'>a</span>", "<p>a</p>"),
    ],
)
def test_other_writing_programs_are_understood_by_their_styles(markup: str, kept: str) -> None:
    assert clean_markup(markup) == kept


def test_passages_say_what_they_are() -> None:
    found = passages("<h4>A</h4><ol><li>b <b>c</b></ol><table><tr><th>D<th>E</table>")

    assert found == (
        Passage(Kind.HEADING, (Run("A"),), level=4),
        Passage(Kind.NUMBERED, (Run("b "), Run("c", strong=True)), is_first=True),
        Passage(Kind.ROW, cells=((Run("D"),), (Run("E"),)), is_head=True, is_first=True),
    )
    assert plain(found) == "A\nb c\nD\tE"
