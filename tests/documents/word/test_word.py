"""A text goes out to Word and comes back: its bones, the changes that are tracked, the comments.

Seen red: the ends of paragraphs not marked; numbers of lists shared; comments at the step and not
at the passage; no bookmarks; no `rPrChange` and no `pPrChange`; what runs into
the next paragraph dropped; the gate passed by; keys left out of what was before; a comment at the
title dropped; the words of a comment never cut.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given, settings
from lxml import etree

from samklang.documents.api import (
    Fate,
    FileFault,
    Hand,
    Kind,
    Passage,
    Remark,
    Run,
    Tracked,
    WordText,
    compare,
    html,
    passages,
    redlined,
    written,
)
from samklang.documents.word.reading import read
from tests.documents.comparing.test_comparing import REVISED
from tests.documents.passages.strategies import TEXTS

pytestmark = pytest.mark.one_database

NOW = datetime(2026, 11, 27, 20, 0, tzinfo=UTC)
TOVE = Hand("Tove Hagelin", NOW)
# The tax agency's own number for tests, in two parts so that it stands nowhere whole.
DAY, LAST = "811218", "9876"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def back(document: bytes) -> WordText:
    return read(BytesIO(document))


def plain_heads(text: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The head of a column is heavy in any table; its own weight is not told apart from that."""
    return tuple(
        replace(one, cells=tuple(tuple(replace(r, strong=False) for r in c) for c in one.cells))
        if one.is_head
        else one
        for one in text
    )


def canonical(drawn: list[Passage]) -> tuple[Passage, ...]:
    return passages(html(plain_heads(tuple(drawn))))


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_a_text_comes_back_as_it_went_out(drawn: list[Passage]) -> None:
    text = canonical(drawn)

    assert back(written(text, title="LÖK")).text == text


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(REVISED)
def test_accepted_it_is_the_new_text_and_rejected_the_old(
    drawn: tuple[list[Passage], list[Passage]],
) -> None:
    old, new = map(canonical, drawn)

    for seconds in (60.0, -1.0):
        found = back(redlined(compare(old, new, seconds=seconds), title="LÖK", hand=TOVE))

        assert loosely(found.text) == loosely(new)
        # An item that was of another kind was in a list that is no longer there.
        assert without_firsts(loosely(found.before)) == without_firsts(loosely(old))


def loosely(text: tuple[Passage, ...]) -> list[Passage]:
    """Leave out where tables end: Word cannot track that two of them have become one."""
    return [
        replace(one, is_first=False, is_head=False, cells=trimmed(one.cells)) if one.cells else one
        for one in text
    ]


def trimmed(cells: tuple[tuple[Run, ...], ...]) -> tuple[tuple[Run, ...], ...]:
    last = max(at for at, cell in enumerate(cells) if cell)
    return cells[: last + 1]


def without_firsts(text: list[Passage]) -> list[Passage]:
    return [replace(one, is_first=False) for one in text]


OLD = (
    "<h3>1 Syfte</h3><p>Parterna <b>ska</b> mötas två gånger per år.</p>"
    "<ul><li>Ett<ol><li>Under</li><li>Mer</li></ol></li><li>Två</li></ul>"
    "<table><tr><th>Vem<th>När<tr><td>Mora<td>april<tr><td>Falun<td>maj</table>"
    "<h3>2 Ansvar</h3><p>Regionen ansvarar för provtagning och bedömning i hela länet.</p>"
    "<p>Slut.</p>"
)
NEW = (
    "<h3>2 Ansvar</h3><p>Regionen ansvarar för provtagning och snabb bedömning i hela länet.</p>"
    "<h4>1 Syfte</h4><p>Parterna ska mötas fyra gånger per år.</p>"
    "<ul><li>Ett<ol><li>Under</li><li>Nytt</li><li>Mer</li></ol></li></ul>"
    "<table><tr><th>Vem<th>När<tr><td>Orsa<td>juni<tr><td>Mora<td>maj</table><p>Slut.</p>"
)
REMARKS = (
    Remark(1, "Anna Ek", NOW, "Varför snabb?\nSvara gärna."),
    Remark(10, "Bo Lind", NOW, "Rätt månad?"),
)
# A comment at a row stands at its first cell.
CAME_BACK = (REMARKS[0], replace(REMARKS[1], about="Mora"))


def keyed(markup: str, *keys: str) -> tuple[Passage, ...]:
    """Give each section, which begins with a heading or a last paragraph, its key."""
    left, key, found = list(keys), "", []
    for one in passages(markup):
        if one.kind is Kind.HEADING or one.text == "Slut.":
            key = left.pop(0)
        found.append(replace(one, key=key))
    return tuple(found)


def revision() -> bytes:
    old, new = keyed(OLD, "a1", "b2", "c3"), keyed(NEW, "b2", "a1", "c3")
    return redlined(compare(old, new), title="LÖK Mora", hand=TOVE, remarks=REMARKS)


def test_who_changed_what_and_when_comes_back() -> None:
    found = back(revision())

    assert {(one.author, one.made_at) for one in found.changes} == {("Tove Hagelin", NOW)}
    said = {(one.at, one.fate, one.text) for one in found.changes}
    assert {
        (0, Fate.MOVED_HERE, "2 Ansvar"),
        (1, Fate.INSERTED, "snabb "),
        (3, Fate.DELETED, "två"),
        (3, Fate.INSERTED, "fyra"),
        (6, Fate.INSERTED, "Nytt"),
        (8, Fate.DELETED, "Två"),
        (9, Fate.INSERTED, "Orsa"),
        (10, Fate.DELETED, "april"),
        (11, Fate.MOVED_AWAY, "2 Ansvar"),
    } <= said


def test_comments_come_back_at_their_passages_and_sections_under_their_keys() -> None:
    found = back(revision())

    assert found.title == "LÖK Mora"
    assert found.remarks == CAME_BACK
    assert found.text == keyed(NEW, "b2", "a1", "c3")


def test_what_was_there_before_is_known_by_its_section_too() -> None:
    text = keyed(NEW, "b2", "a1", "c3")

    assert back(written(text, title="LÖK")).before == text


def test_the_words_that_a_comment_is_about_come_back_also_where_they_are_gone() -> None:
    begin, end = "<w:commentRangeStart w:id='0'/>", "<w:commentRangeEnd w:id='0'/>"
    said = f"<w:comment w:id='0' w:author='Anna Ek'>{p(r('Varför?'))}</w:comment>"
    comments = f'<w:comments xmlns:w="{W.strip("{}")}">{said}</w:comments>'
    gone = p(by("del", r("gärna", "delText")) + end, f"<w:rPr>{by('del')}</w:rPr>")
    long = p(begin + r("ord " * 200) + end)

    found = back(
        received(p(r("Vi ses ") + begin + r("ofta")) + gone + p(r("Slut")), comments=comments)
    )
    cut = back(received(p(begin + r("a")) + long + p(r("b")), comments=comments))

    struck = back(
        received(
            p(r("Vi ses")) + p(begin + by("del", r("gärna", "delText")) + end) + p(r("Slut")),
            comments=comments,
        )
    )

    assert [(one.at, one.about) for one in found.remarks] == [(0, "ofta")]
    assert struck.remarks[0].about == "gärna"
    assert len(cut.remarks[0].about) == 300


def test_a_comment_at_the_title_is_not_lost_and_stands_at_no_passage() -> None:
    said = f"<w:comment w:id='0' w:author='Anna Ek'>{p(r('Fel namn'))}</w:comment>"
    comments = f'<w:comments xmlns:w="{W.strip("{}")}">{said}</w:comments>'
    title = p("<w:commentRangeStart w:id='0'/>" + r("LÖK"), '<w:pStyle w:val="Title"/>')

    found = back(received(title + p(r("Alfa")), comments=comments))

    assert [(one.at, one.text) for one in found.remarks] == [(-1, "Fel namn")]


def test_looks_and_kinds_that_changed_come_back_as_they_were() -> None:
    old = passages("<h3>Syfte</h3><p>Parterna <b>ska</b> mötas</p><ul><li>Varje år</li></ul>")
    new = passages("<h4>Syfte</h4><p>Parterna ska <i>mötas</i></p><ol><li>Varje år</li></ol>")

    found = back(redlined(compare(old, new), title="LÖK", hand=TOVE))

    assert (found.text, found.before) == (new, old)
    assert found.changes == ()


def test_another_program_opens_it_and_finds_its_headings_language_and_table() -> None:
    opened = docx.Document(BytesIO(written(passages(OLD), title="LÖK Mora", remarks=REMARKS[:1])))

    styles = [one.style.name for one in opened.paragraphs if one.style]
    assert styles[:2] == ["Title", "Heading 3"]
    assert [cell.text for cell in opened.tables[0].rows[1].cells] == ["Mora", "april"]
    assert opened.core_properties.title == "LÖK Mora"
    assert opened.styles.element.find(f".//{W}lang").get(f"{W}val") == "sv-SE"
    assert [one.text for one in opened.comments] == ["Varför snabb?\nSvara gärna."]


def test_the_same_text_is_the_same_bytes_and_unsayable_signs_are_left_out() -> None:
    text = (Passage(Kind.PARAGRAPH, (Run("a\x00\ufffeb"),)),)

    made = written(text, title="T\x01")
    assert made == written(text, title="T\x01")
    with ZipFile(BytesIO(made)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert back(written(text, title="T\x01")).text[0].text == "ab"


def received(body: str, **parts: str) -> bytes:
    """A document as other programs write it: the body, and parts that replace ours."""
    with ZipFile(BytesIO(written((), title=""))) as ours:
        content = {name: ours.read(name) for name in ours.namelist()}
    space = f'xmlns:w="{W.strip("{}")}"'
    content["word/document.xml"] = (
        f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()
    )
    for name, text in parts.items():
        content[f"word/{name}.xml"] = text.replace("<w:", "<w:", 1).encode()
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return made.getvalue()


def p(text: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{text}</w:p>"


def r(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def by(tag: str, inner: str = "") -> str:
    return f'<w:{tag} w:id="1" w:author="Anna Ek" w:date="2026-11-27T20:00:00Z">{inner}</w:{tag}>'


def test_a_paragraph_divided_in_word_is_one_before_and_two_now() -> None:
    mark = f"<w:rPr>{by('ins')}</w:rPr>"

    found = back(received(p(r("Alfa."), mark) + p(r(" Beta."))))

    assert [one.text for one in found.text] == ["Alfa.", "Beta."]
    assert [one.text for one in found.before] == ["Alfa. Beta."]


def test_paragraphs_joined_in_word_are_two_before_and_one_now() -> None:
    mark = f"<w:rPr>{by('del')}</w:rPr>"

    found = back(received(p(r("Alfa."), mark) + p(by("ins", r(" ")) + r("Beta."))))

    assert [one.text for one in found.text] == ["Alfa. Beta."]
    assert [one.text for one in found.before] == ["Alfa.", "Beta."]


def test_what_was_inserted_and_deleted_again_is_in_neither_text() -> None:
    found = back(received(p(r("Alfa") + by("ins", by("del", r(" fel", "delText"))) + r("."))))

    assert [one.text for one in (*found.text, *found.before)] == ["Alfa.", "Alfa."]


def test_words_in_controls_and_links_are_read_and_a_program_is_not_linked_to() -> None:
    control = f"<w:sdt><w:sdtContent>{p(r('Kontroll'))}</w:sdtContent></w:sdt>"
    tag = f"<w:smartTag>{r('Mora')}</w:smartTag><w:hyperlink w:anchor='x'>{r(' här')}</w:hyperlink>"

    found = back(received(control + p(tag)))

    assert [one.text for one in found.text] == ["Kontroll", "Mora här"]


def test_headings_that_word_numbers_keep_their_numbers_as_text() -> None:
    level = "<w:lvl w:ilvl='{}'><w:numFmt w:val='decimal'/><w:lvlText w:val='{}'/></w:lvl>"
    numbering = (
        f'<w:numbering xmlns:w="{W.strip("{}")}"><w:abstractNum w:abstractNumId="4">'
        + level.format(0, "%1.")
        + level.format(1, "%1.%2")
        + '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )

    def heading(depth: int, text: str) -> str:
        listed = f"<w:numPr><w:ilvl w:val='{depth - 1}'/><w:numId w:val='7'/></w:numPr>"
        return p(r(text), f'<w:pStyle w:val="Heading{depth}"/>{listed}')

    body = heading(1, "Syfte") + heading(1, "Ansvar") + heading(2, "Region") + heading(2, "Kommun")

    found = back(received(body, numbering=numbering))

    assert [one.text for one in found.text] == ["1 Syfte", "2 Ansvar", "2.1 Region", "2.2 Kommun"]


def test_personal_numbers_are_hidden_wherever_they_stand() -> None:
    half = f"{r(f'Se {DAY}')}<w:r><w:rPr><w:b/></w:rPr><w:t>-{LAST}</w:t></w:r>"
    gone = by("del", r(f"Se {DAY}-{LAST}", "delText"))

    found = back(received(p(half) + p(gone) + p(r("Slut"))))

    assert LAST not in repr(found)
    assert "•" in found.text[0].text


def test_what_is_not_read_is_said() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>"
    note = f"<w:footnote>{p(r('Not'))}</w:footnote>"
    notes = f'<w:footnotes xmlns:w="{W.strip("{}")}">{note}</w:footnotes>'

    assert back(received(p(r("A") + box), footnotes=notes)).warnings == (
        *("text_boxes_left_out", "notes_left_out"),
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"Ren text", "wrong_type"),
        (b"PK\x03\x04 trasig", "damaged"),
    ],
)
def test_what_is_no_word_document_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(FileFault) as refused:
        back(content)

    assert refused.value.code == code


def test_a_document_that_declares_entities_is_refused() -> None:
    with ZipFile(BytesIO(written((), title=""))) as ours:
        content = {name: ours.read(name) for name in ours.namelist()}
    made = BytesIO()
    content["word/comments.xml"] = (
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hosts">]><x>&a;</x>'
    )
    with ZipFile(made, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)

    with pytest.raises(FileFault) as refused:
        back(made.getvalue())

    assert refused.value.code == "external_entities"


def test_every_change_has_a_number_of_its_own() -> None:
    with ZipFile(BytesIO(revision())) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))

    numbers = [
        one.get(f"{W}id") for one in root.iter() if one.get(f"{W}author") and "Range" not in one.tag
    ]
    assert len(set(numbers)) == len(numbers) > 20


def test_a_change_is_what_it_says() -> None:
    assert Tracked(0, Fate.INSERTED, "snabb ", "Tove Hagelin", NOW) == replace(
        next(one for one in back(revision()).changes if one.text == "snabb "), at=0
    )
