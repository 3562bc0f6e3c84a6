"""A received text is parted into the sections that its writer gave it.

Seen red: with the contents not asked the wrapped heading lost its second line; with `_is_listed`
gone the numbered list became sections, and with `_follows` always true the year did; with the
margins or the notes kept, the broken word left broken, capitals not looked at, a file's own
headings not trusted, and lines counted from 0, each one's test failed;
so did a bullet alone in a paragraph while only a plain text's line could be one.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from textwrap import dedent

import docx

from samklang.documents.extraction.opening import extract
from samklang.texts.bones.commitments import Bones, read_bones
from samklang.texts.bones.rules import Rules
from tests.documents.extraction import samples

Read = Callable[[str], Bones]


def titles(bones: Bones) -> list[tuple[str, str, int]]:
    return [(one.number, one.heading, one.level) for one in bones.sections if one.heading]


CONTENTS = """\
    Överenskommelse om äldres hälsa
    Innehåll
    1. Allmänt ............................................. 2
    2. Vad parterna gör tillsammans när någon flyttar till
    Ekby eller Almby ....................................... 3
    2.1 Planering .......................................... 3
    3. Uppföljning ......................................... 4

    2 (4)
    1. Allmänt
    Parterna vill att det ska vara lätt att få hjälp.

    3 (4)
    2. Vad parterna gör tillsammans när någon flyttar till
    Ekby eller Almby
    Det här gäller alla flyttar.
    2.1 Planering
    Det finns en plan för varje flytt.
    2.1.1 Kommunen åtar sig att
    •
    skriva planen

    4 (4)
    3. Uppföljning
    Parterna ska följa upp planen varje år.
    """


def test_numbered_headings_become_sections_and_the_contents_do_not(bones: Read) -> None:
    assert titles(bones(CONTENTS)) == [
        ("1", "Allmänt", 1),
        ("2", "Vad parterna gör tillsammans när någon flyttar till Ekby eller Almby", 1),
        ("2.1", "Planering", 2),
        ("2.1.1", "Kommunen åtar sig att", 3),
        ("3", "Uppföljning", 1),
    ]


def test_a_section_knows_the_line_on_which_it_stands(bones: Read) -> None:
    found = next(one for one in bones(CONTENTS).sections if one.number == "2.1")

    assert dedent(CONTENTS).split("\n")[found.line - 1] == "2.1 Planering"


def test_page_marks_and_what_is_repeated_at_page_breaks_are_left_out(bones: Read) -> None:
    texts = ("Allt börjar här.", "Det går vidare.", "Så fortsätter det.", "Här är slutet.")
    pages = [f"Sida {n} (4)\nSignerat av Ek och Alm\n{text}" for n, text in enumerate(texts, 1)]

    (section,) = bones("\n\n".join(pages)).sections

    assert section.text == "\n".join(texts)


def test_capitals_and_short_lines_are_headings_where_nothing_is_numbered(bones: Read) -> None:
    text = """\
    GEMENSAMT ARBETE

    Parterna träffas varje vår.

    Telefon till nattpersonal

    Numret står i pärmen.
    """

    assert titles(bones(text)) == [
        ("", "GEMENSAMT ARBETE", 1),
        ("", "Telefon till nattpersonal", 2),
    ]


def test_a_numbered_list_and_a_year_are_no_headings(bones: Read) -> None:
    text = """\
    4 Så går det till
    Arbetet sker i den här ordningen:
    1. Samtal med den enskilde
    2. Möte med närstående
    3. Beslut om plan
    18 Maj hölls ett första möte
    5 Efteråt
    Parterna ska utvärdera mötet.
    """

    assert [number for number, _, _ in titles(bones(text))] == ["4", "5"]


def test_a_note_at_the_foot_of_a_page_is_no_part_of_the_text(bones: Read) -> None:
    text = """\
    1 Ansvar
    Regionen åtar sig att:
    - ge besked till boendet3
    - följa upp besöken.

    3 Med boende menas här en plats som kommunen
    har beslutat om.

    - svara i telefon.
    """
    found = bones(text)

    assert [one.wording for one in found.commitments] == [
        "ge besked till boendet",
        "följa upp besöken.",
        "svara i telefon.",
    ]


def test_a_word_broken_at_the_end_of_a_line_is_whole_again(bones: Read) -> None:
    text = """\
    1 Ansvar
    Kommunen ska ha en läke-
    medelslista och hälso-
    och sjukvårdspersonal på plats.
    """

    (found,) = bones(text).commitments

    assert (
        found.wording
        == "Kommunen ska ha en läkemedelslista och hälso- och sjukvårdspersonal på plats."
    )


def test_a_word_file_keeps_its_own_headings_and_lists(rules: Rules) -> None:
    document = docx.Document()
    document.add_heading("Ansvar", level=1)
    document.add_paragraph("Regionen ansvarar för att:")
    document.add_paragraph("skriva remiss", style="List Bullet")
    document.add_heading("Tid", level=2)
    document.add_paragraph("Ett år.")
    out = io.BytesIO()
    document.save(out)

    found = read_bones(extract("avtal.docx", out.getvalue()), rules)

    assert titles(found) == [("", "Ansvar", 1), ("", "Tid", 2)]
    assert [one.wording for one in found.commitments] == ["skriva remiss"]


def test_a_sign_alone_in_its_paragraph_belongs_to_the_words_after_it(rules: Rules) -> None:
    document = docx.Document()
    for words in ("Regionen ansvarar för att:", "•", "skriva remiss", "–", "svara i telefon"):
        document.add_paragraph(words)
    document.add_table(1, 1).cell(0, 0).text = "–"
    out = io.BytesIO()
    document.save(out)

    found = read_bones(extract("avtal.docx", out.getvalue()), rules)

    assert [one.wording for one in found.commitments] == ["skriva remiss", "svara i telefon"]


def test_a_pdf_is_read_by_its_own_paragraphs(rules: Rules) -> None:
    pdf = samples.pdf(
        "= 1 Ansvar\n\nRegionen ansvarar för att:\n\n- skriva remiss till den som behöver det\n\n"
        "- svara i telefon\n\n= 2 Tid\n\nAvtalet gäller ett år."
    )

    found = read_bones(extract("avtal.pdf", pdf), rules)

    assert [one.number for one in found.sections if one.heading] == ["1", "2"]
    assert [one.wording for one in found.commitments] == [
        "skriva remiss till den som behöver det",
        "svara i telefon",
    ]
