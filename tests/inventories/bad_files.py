"""Files as they should not be, one for each kind of trouble; each is made here and is nobody's."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache

import pypdfium2

from tests.documents.extraction import samples
from tests.inventories import desk

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
# The agency’s own number for tests, which belongs to nobody.
TEST_NUMBER = "811228-9874"


@dataclass(frozen=True)
class Trouble:
    """A bad file, and what is to be said of it: a fault, or a caution beside what was read."""

    name: str
    content: bytes
    fault: str = ""
    said: str = ""

    @property
    def code(self) -> str:
        return self.fault or self.said


def old_word() -> bytes:
    return OLD_OFFICE + "WordDocument".encode("utf-16-le")


def encrypted() -> bytes:
    return OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")


def damaged_word() -> bytes:
    whole: bytes = desk.word_file().read()
    return whole[: len(whole) // 2]


def scanned() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def bomb() -> bytes:
    return desk.zipped({"stor.txt": b"0" * 20_000_000})


def word_bomb() -> bytes:
    return _word_with("word/media/stor.bin", b"0" * 20_000_000)


def with_entities() -> bytes:
    evil = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>'
    )
    return _word_with("word/extra.xml", evil)


def with_macros() -> bytes:
    return _word_with("word/vbaProject.bin", b"not run")


def with_a_remote_template() -> bytes:
    link = (
        b'<r><Relationship Id="a" TargetMode="External" Target="http://example.org/x.dotm"'
        b' Type="http://example.org/attachedTemplate"/></r>'
    )
    return _word_with("word/_rels/settings.xml.rels", link)


def with_a_program_field() -> bytes:
    field = "<w:p><w:r><w:instrText>DDEAUTO x y</w:instrText></w:r></w:p>"
    return samples.docx(field + "".join(map(samples.p, desk.LINES)))


def with_an_object() -> bytes:
    return _word_with("word/embeddings/oleObject1.bin", OLD_OFFICE)


def locked_zip() -> bytes:
    content = bytearray(desk.zipped({"hemlig.txt": b"hemligt"}))
    content[6] |= 1
    content[content.rindex(b"PK\1\2") + 8] |= 1
    return bytes(content)


def locked_open_document() -> bytes:
    return samples.odt("", {"META-INF/manifest.xml": "<manifest><encryption-data/></manifest>"})


def laughing_open_document() -> bytes:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    return samples.odt("<text:p>Text</text:p>", {"styles.xml": laughs})


def including() -> bytes:
    include = b'<x xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="/etc/passwd"/></x>'
    return _word_with("word/media/bild.svg", include)


def overlapping() -> bytes:
    content = bytearray(desk.zipped({"a.txt": b"A" * 40, "b.txt": b"B" * 40}))
    second = content.rindex(b"PK\1\2")
    content[second + 42 : second + 46] = bytes(4)
    return bytes(content)


def two_agreements() -> bytes:
    ended = (*desk.LINES, "Underskrifter", "Lunds kommun", "Region Skåne")
    other = ("Överenskommelse om barn och unga", "Parter: Lunds kommun och Region Skåne.")
    return "\n\n".join((*ended, *other)).encode()


def _word_with(path: str, content: bytes) -> bytes:
    written = io.BytesIO(desk.word_file().read())
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr(path, content)
    return written.getvalue()


ENGLISH = tuple(
    "This agreement shall hold between the parties and is to be followed up by both of them "
    f"each year, with the terms in the annex number {number} and not from any other source."
    for number in range(6)
)


@cache
def troubles() -> tuple[Trouble, ...]:
    """Return one of every kind; the names say what each is, and no two are the same bytes."""
    return (*_kinds(), *_bombs(), *_hidden_things())


def _kinds() -> tuple[Trouble, ...]:
    return (
        Trouble("noll.docx", b"", "empty"),
        Trouble("blank.txt", b" \n \n", "no_words"),
        Trouble("utan-ord.docx", samples.docx(), "no_words"),
        Trouble("utan-ord.odt", samples.odt(""), "no_words"),
        Trouble("bild.pdf", b"\x89PNG\r\n\x1a\n" + b"0" * 99, "wrong_type"),
        Trouble("ritning.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "wrong_type"),
        Trouble("program.docx", b"MZ" + b"\0" * 600, "wrong_type"),
        Trouble("gammal.doc", old_word(), "old_word"),
        Trouble("last.docx", encrypted(), "encrypted"),
        Trouble("last.pdf", samples.locked_pdf(), "encrypted"),
        Trouble("last.odt", locked_open_document(), "encrypted"),
        Trouble("halv.docx", damaged_word(), "damaged"),
        Trouble("halv.pdf", b"%PDF-1.7\nresten kom bort", "damaged"),
        Trouble("skannad.pdf", scanned(), "no_text"),
        Trouble("tom.zip", desk.zipped({"__MACOSX/._x": b"mac"}), "empty_archive"),
    )


def _bombs() -> tuple[Trouble, ...]:
    many = {f"{number}.txt": b"x" for number in range(2_001)}
    return (
        Trouble("bomb.zip", bomb(), "bomb"),
        Trouble("bomb.docx", word_bomb(), "bomb"),
        Trouble("många.zip", desk.zipped(many), "bomb"),
        Trouble("samma.zip", overlapping(), "bomb"),
        Trouble("bomb.pdf", samples.pdf_bomb(300), "too_heavy"),
        Trouble("sidor.pdf", samples.pdf_of_pages(100_000, 100_000), "too_many_pages"),
        Trouble("yttre.docx", with_entities(), "external_entities"),
        Trouble("skratt.odt", laughing_open_document(), "external_entities"),
        Trouble("inkluderad.docx", including(), "external_entities"),
        Trouble("stig.docx", _word_with("../../x.xml", b"<x/>"), "unsafe_part"),
    )


def _hidden_things() -> tuple[Trouble, ...]:
    english = desk.text_file(lines=ENGLISH).read()
    return (
        Trouble("makron.docm", with_macros(), said="macros_left_out"),
        Trouble("mall.docx", with_a_remote_template(), said="remote_template"),
        Trouble("falt.docx", with_a_program_field(), said="starts_programs"),
        Trouble("objekt.docx", with_an_object(), said="embedded_objects"),
        Trouble("engelska.txt", english, said="language:en"),
        Trouble("tva.txt", two_agreements(), said="two_documents"),
    )
