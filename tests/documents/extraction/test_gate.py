"""What is let in, what is kept out, and what the user is told."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from samklang.documents.extraction import package
from samklang.documents.extraction.gate import Kind, admit
from samklang.documents.extraction.opening import extract
from samklang.documents.extraction.size import MAX_SIZE, check_size
from samklang.documents.extraction.text import FileFault
from tests.documents.extraction import samples
from tests.documents.extraction.samples import SWEDISH

XINCLUDE = "http://www.w3.org/2001/XInclude"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'


def fault_of(content: bytes) -> FileFault:
    with pytest.raises(FileFault) as caught:
        extract("fil", content)
    return caught.value


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (samples.docx(samples.p("Text")), Kind.DOCX),
        (samples.odt("<text:p>Text</text:p>"), Kind.ODT),
        (b"%PDF-1.7\n", Kind.PDF),
        (b"  <!DOCTYPE html><p>Text", Kind.HTML),
        (b"<?xml version='1.0'?><html><p>Text</p></html>", Kind.HTML),
        ("Överenskommelse".encode(), Kind.TEXT),
        ("Överenskommelse".encode("utf-16"), Kind.TEXT),
        (samples.zipped({"a.txt": "Text"}), Kind.ARCHIVE),
    ],
)
def test_the_content_says_what_a_file_is(content: bytes, kind: Kind) -> None:
    assert admit(content).kind == kind


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "no_words"),
        ("\ufeff \n".encode(), "no_words"),
        (b"<html><body><p> </p></body></html>", "no_words"),
        (samples.odt(""), "no_words"),
        (samples.zipped({}), "empty_archive"),
        (samples.ole("WordDocument"), "old_word"),
        (samples.ole("EncryptedPackage"), "encrypted"),
        (samples.locked_pdf(), "encrypted"),
        (b"%PDF-1.7\nthe rest was lost", "damaged"),
        (samples.docx(samples.p("Text"))[:-40], "damaged"),
        (samples.docx("<w:p>"), "damaged"),
        (samples.docx(parts={"word/document.xml": ""}), "damaged"),
        (samples.zipped({"[Content_Types].xml": "", "word/styles.xml": "<x/>"}), "damaged"),
        (samples.docx(), "no_words"),
        (samples.pdf("#rect(width: 3cm)"), "no_text"),
        (samples.zipped({"a.txt": "Text"}), "archive"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_own_code(content: bytes, code: str) -> None:
    assert fault_of(content).code == code


@pytest.mark.parametrize(
    ("content", "detected"),
    [
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0 JFIF", "image"),
        (b"BM\x10\0\0\0\0\0", "image"),
        (b"\0\0\0\x18ftypheic", "image"),
        (b"RIFF\0\0\0\0WEBP", "image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image"),
        (b"\0\0\0\x18ftypmp42", "video"),
        (b"MZ\x90\0\x03\0\0\0", "program"),
        (b"\x7fELF\x02", "program"),
        (b"{\\rtf1\\ansi Text}", "rtf"),
        (b"Rar!\x1a\x07\0", "other_archive"),
        (b"\x1f\x8b\x08\0", "other_archive"),
        (b"<?xml version='1.0'?><invoice/>", "xml"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related;", "web_archive"),
        (bytes(range(256)) * 4, "binary"),
        (samples.ole("Workbook"), "xls"),
        (samples.ole("PowerPoint Document"), "ppt"),
        (samples.ole("__properties_version1.0"), "msg"),
        (samples.zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "xlsx"),
        (samples.zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "pptx"),
        (samples.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        (samples.zipped({"mimetype": "application/epub+zip"}), "epub"),
    ],
)
def test_a_file_of_another_kind_is_named(content: bytes, detected: str) -> None:
    fault = fault_of(content)

    assert (fault.code, fault.details["detected"]) == ("wrong_type", detected)


def test_words_that_begin_as_a_picture_or_a_program_does_are_words() -> None:
    assert extract("fil", b"BMI is measured.").text
    assert extract("fil", b"MZ-gruppen ses.").text


def test_a_fault_repeats_the_name_it_was_given() -> None:
    assert fault_of(b"").details["name"] == "fil"


def test_size_is_judged_before_reading() -> None:
    check_size(MAX_SIZE)
    with pytest.raises(FileFault, match="too_large"):
        check_size(MAX_SIZE + 1)


# Bombs


def test_a_part_that_unpacks_a_hundredfold_is_a_bomb() -> None:
    assert fault_of(samples.docx(samples.p("x" * 3_000_000))).code == "bomb"


def test_a_part_that_is_honestly_repetitive_is_not() -> None:
    assert extract("fil", samples.docx(samples.p("Text ") * 5_000)).blocks


def test_parts_that_are_too_much_together_are_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    assert package.MAX_UNPACKED == 200 * 1024 * 1024
    monkeypatch.setattr(package, "MAX_UNPACKED", 1_000)

    assert fault_of(samples.zipped({f"{n}.txt": SWEDISH for n in range(3)})).code == "bomb"


def test_more_than_two_thousand_entries_is_a_bomb() -> None:
    assert fault_of(samples.zipped({f"{n}.txt": "x" for n in range(2_001)})).code == "bomb"


def test_a_directory_of_a_million_entries_is_refused_before_it_is_read() -> None:
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 9, 9, 46_000_000, 4, 0)

    assert fault_of(b"PK\3\4" + end).code == "bomb"


def test_entries_that_share_their_content_are_a_bomb() -> None:
    assert fault_of(_overlapping()).code == "bomb"


def _overlapping() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as written:
        written.writestr("0.txt", "x" * 5_000)
        first = written.infolist()[0]
        written.filelist += [first] * 20
        written.comment = b"x"  # makes it write its directory
    return stream.getvalue()


def test_two_entries_over_the_same_bytes_are_a_bomb() -> None:
    """However little they claim together."""
    content = bytearray(samples.zipped({"a.txt": "A" * 40, "b.txt": "B" * 40}))
    second = content.rindex(b"PK\1\2")
    content[second + 42 : second + 46] = bytes(4)  # begins where the first one begins

    assert fault_of(bytes(content)).code == "bomb"


def test_a_part_that_unpacks_to_more_than_it_claims_is_damaged() -> None:
    honest = samples.docx(samples.p("Text " * 100))
    size = len(zipfile.ZipFile(io.BytesIO(honest)).read("word/document.xml"))

    lying = honest.replace(struct.pack("<L", size), struct.pack("<L", 10))

    assert fault_of(lying).code == "damaged"


def test_a_flipped_byte_is_damage() -> None:
    content = bytearray(samples.zipped({"a.txt": "Hello there"}, compression=zipfile.ZIP_STORED))
    content[content.index(b"Hello")] ^= 1
    opened = admit(bytes(content)).package

    assert opened is not None
    with pytest.raises(FileFault, match="damaged"):
        opened.read("a.txt")


# Declarations, locks, names


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_declared_entities_are_refused_in_every_encoding(encoding: str) -> None:
    main = f"<?xml version='1.0'?><!-- <w:x> -->{LAUGHS}<x>&b;</x>".encode(encoding)

    assert fault_of(samples.docx(parts={"word/document.xml": main})).code == "external_entities"


@pytest.mark.parametrize("part", ["word/settings.xml", "customXml/item1.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_declared_entities_are_refused_in_parts_that_are_not_read(part: str, encoding: str) -> None:
    stranger = "<?xml version='1.0'?><!-- <x> --> <!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>"
    parts = {part: stranger.encode(encoding)}

    assert fault_of(samples.docx(samples.p("Text"), parts)).code == "external_entities"


def test_declared_entities_are_refused_in_open_document() -> None:
    assert fault_of(samples.odt("", {"styles.xml": f"{LAUGHS}<x/>"})).code == "external_entities"


def test_a_comment_before_the_root_is_no_declaration() -> None:
    parts = {"word/settings.xml": "<?xml version='1.0'?><!-- <!DOCTYPE> --><x/>"}

    assert extract("fil", samples.docx(samples.p("Text"), parts)).text == "Text"


@pytest.mark.parametrize("part", ["word/settings.xml", "word/media/bild.svg", "customXml/a.XML"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_includes_other_files_is_refused(part: str, encoding: str) -> None:
    include = f'<x xmlns:xi="{XINCLUDE}"><xi:include href="/etc/passwd"/></x>'.encode(encoding)

    assert fault_of(samples.docx(samples.p("T"), {part: include})).code == "external_entities"
    assert fault_of(samples.odt("<text:p>T</text:p>", {part: include})).code == "external_entities"


def test_a_drawing_may_name_its_type_but_declare_nothing() -> None:
    named = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"><svg/>'
    with_it, with_more = (
        samples.docx(samples.p("Text"), {"word/media/bild.svg": svg})
        for svg in (named, f"{LAUGHS}<svg>&b;</svg>")
    )

    assert extract("fil", with_it).text == "Text"
    assert fault_of(with_more).code == "external_entities"


def test_a_locked_zip_entry_is_encrypted() -> None:
    content = bytearray(samples.docx(samples.p("Text")))
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        start = 0
        while (start := content.find(mark, start)) >= 0:
            content[start + offset] |= 1
            start += 4

    assert fault_of(bytes(content)).code == "encrypted"


def test_a_locked_open_document_is_encrypted() -> None:
    manifest = "<manifest><encryption-data/></manifest>"

    assert fault_of(samples.odt("", {"META-INF/manifest.xml": manifest})).code == "encrypted"


@pytest.mark.parametrize(
    "name", ["../x.xml", "word/../../x.xml", "/etc/x.xml", "C:x.xml", "word\\x.xml", "a\nb.xml"]
)
def test_a_document_with_a_name_that_leaves_its_folder_is_refused(name: str) -> None:
    assert fault_of(samples.docx(samples.p("Text"), {name: "<x/>"})).code == "unsafe_part"


# Warnings: the text is read, the rest is left out


@pytest.mark.parametrize(
    ("parts", "warning"),
    [
        ({"word/vbaProject.bin": b"\xd0\xcf"}, "macros_left_out"),
        ({"word/embeddings/oleObject1.bin": b"\xd0\xcf"}, "embedded_objects"),
        (
            {
                "word/_rels/settings.xml.rels": '<r><Relationship Type="attachedTemplate"'
                ' Target="http://example.org/x.dotm" TargetMode="External"/></r>'
            },
            "remote_template",
        ),
        (
            {
                "word/_rels/document.xml.rels": '<r><Relationship Id="x" TargetMode="External"'
                ' Type="http://example.org/image" Target="http://example.org/spy.png"/></r>'
            },
            "remote_parts",
        ),
    ],
)
def test_active_parts_are_left_out_and_told_of(parts: samples.Parts, warning: str) -> None:
    extracted = extract("fil", samples.docx(samples.p("Text"), parts))

    assert (extracted.text, extracted.warnings) == ("Text", (warning,))


def test_a_document_that_says_it_has_macros_is_read_with_a_warning() -> None:
    types = '<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'

    extracted = extract("fil", samples.docx(samples.p("Text"), types=types))

    assert extracted.warnings == ("macros_left_out",)


@pytest.mark.parametrize(
    "field",
    [
        "<w:r><w:instrText>DDEAUTO c:\\\\x.exe</w:instrText></w:r>",
        "<w:r><w:instrText> D</w:instrText></w:r><w:r><w:instrText>DE x y</w:instrText></w:r>",
        '<w:fldSimple w:instr=" dde x y "/>',
    ],
)
def test_a_field_that_starts_a_program_is_told_of(field: str) -> None:
    extracted = extract("fil", samples.docx(f"<w:p>{field}</w:p>" + samples.p("Text")))

    assert (extracted.text.strip(), extracted.warnings) == ("Text", ("starts_programs",))


def test_a_text_about_such_fields_is_no_such_field() -> None:
    field = "<w:p><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"

    assert extract("fil", samples.docx(field + samples.p("DDE"))).warnings == ()


def test_an_open_document_that_asks_a_program_is_told_of() -> None:
    asking = '<text:p><text:dde-connection text:connection-name="x"/>Text</text:p>'

    assert extract("fil", samples.odt(asking)).warnings == ("starts_programs",)


def test_a_pdf_with_a_script_is_read_with_a_warning() -> None:
    scripted = samples.pdf(SWEDISH) + b"\n% /JavaScript"

    assert extract("fil", scripted).warnings == ("active_content",)


# PDF


@pytest.mark.parametrize("kids", [100_000, 1])
def test_a_pdf_with_a_hundred_thousand_pages_is_refused_unread(kids: int) -> None:
    """Whether it has them or only says so."""
    fault = fault_of(samples.pdf_of_pages(100_000, kids))

    assert (fault.code, fault.details["pages"]) == ("too_many_pages", 100_000)
