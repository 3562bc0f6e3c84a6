"""Titles that hosts, links and flattened pages blur, and front pages of a board's minutes.

Seen red against the reader as it was before. What guards against cutting too much was seen red with
`body_at` cutting at a page's mark that ends the line, and with `_count` of one word again and again
taken for a language.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.cautions import other_language
from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.headings import begins_midway, body_at, tidy
from samklang.inventories.reading.running_text import Document
from tests.inventories.reading.saying import ENDS, value

Read = Callable[[str], Reading]
Write = Callable[[str], Document]
HOST = "SOURCE: https://studylibsv.com/doc/1/{} | TITLE: - | EXTENT: beginning only\n\n"
FRONT = """Nämnd:{board}
Titel:2031-01-30 Protokoll Nämnd

Sammanträdesdatum
Plats och tid
{board}
2031-01-30
Björksalen, kl. 13:15 – 15:20
Utses att justera
Lena Gran
Justeringens
plats och tid
Förvaltningen, 2031-02-06, kl. 09:00
Paragrafer
1 - 22
Underskrifter
Ante Björk (KD), ordförande
Anita Ek, sekreterare
Lena Gran (S), justerare
Beslutande
Ordinarie ledamöter
Närvaro
JA
NEJ
JA
NEJ
JA
NEJ
JA
NEJ
JA
NEJ
JA
NEJ
Ersättare
Tjg
Ej tjg
Ville Asp (C)
"""


@pytest.mark.parametrize("board", ["Omvårdnadsnämnden", "Grundskolenämnden"])
def test_minutes_of_names_and_votes_are_swedish_and_of_a_municipality(
    reading: Read, board: str
) -> None:
    found = reading(FRONT.format(board=board))
    assert (found.kind.value, value(found.level)) == ("minutes", "local")


def test_another_language_is_still_heard(document: Write) -> None:
    finnish = "Sopimus. Kunta ja alue sopivat että työ on tehty ja että se on yhteinen ja hyvä."
    assert other_language(document(finnish)) == "finnish"
    assert other_language(document("Röster: ja ja ja ja ja ja ja")) is None


def test_a_link_that_begins_in_the_middle_of_a_sentence_is_no_title(reading: Read) -> None:
    name = (
        "Avtal mellan Region Halland, Försäkringskassan samt kommunerna Falkenberg, Halmstad, "
        "Hylte, Kungsbacka, Laholm och Varberg rörande lugna torg och parker i länets alla "
        "tätorter för den som vill sitta ned en stund och vila sina ben"
    )
    link = "och parker i länets tätorter, pdf, öppnas i nytt"
    host = HOST.format("och-parker-i-lanets-tatorter--pdf--oppnas")
    assert value(reading(f"{host}{link}\n\n{name}\nSyfte\n{ENDS}").title) == name


@pytest.mark.parametrize(
    ("line", "midway"),
    [("och insatser för alla", True), ("i länets tätorter", True), ("Om arbetet", False)],
)
def test_a_line_that_begins_midway_is_the_rest_of_a_sentence(line: str, *, midway: bool) -> None:
    assert begins_midway(line) is midway


@pytest.mark.parametrize(
    "link",
    [
        "Samverkansavtal om torg, pdf, öppnas i nytt fönster",
        "Samverkansavtal om torg (pdf, 320 kB)",
        "Samverkansavtal om torg (PDF)",
        "Samverkansavtal om torg.docx",
        "Samverkansavtal om torg, länk till annan webbplats",
        "Microsoft Word - Samverkansavtal om torg.doc",
    ],
)
def test_what_a_link_says_of_its_file_is_no_part_of_a_title(link: str) -> None:
    assert tidy(link) == "Samverkansavtal om torg"


@pytest.mark.parametrize(
    "below",
    [
        "Beskrivning 3(17) Avtal mellan två parter",
        "Föredragande landstingsråd: Eva Ek",
        "Ärendebeskrivning Förslag om torg",
        "Sammanträdesdatum",
        "Antal sidor: 10",
        "Plats och tid Björksalen",
        "Innehållsförteckning 1 Syfte",
    ],
)
def test_a_title_ends_where_the_page_below_it_begins(below: str) -> None:
    title = "Överenskommelse om lugna torg"
    assert body_at(f"{title} {below}") == len(title)
    assert body_at(f"{title}, parker och {below}") == len(f"{title}, parker")


def test_a_title_keeps_what_only_resembles_a_page_below_it() -> None:
    assert body_at("Sammanträdesprotokoll 22 (28)") is None
    assert body_at("Överenskommelse om torg Bakgrund och syfte") is None


def test_a_memo_stops_before_who_presents_the_matter(reading: Read) -> None:
    found = reading(
        "Rådsberedningen SKRIVELSE\n\n2031-03-29\n\nRegionstyrelsen\n\nInrättande av ett förbund "
        "för lugna torg\n\nFöredragande regionråd: Eva Ek Ärendebeskrivning\n\nFörslag om ett "
        "förbund.\n\nFörslag till beslut\n\nRegionstyrelsen föreslås inrätta förbundet.\n"
    )
    assert found.kind.value == "board_memo"
    assert value(found.title) == "Inrättande av ett förbund för lugna torg"


@pytest.mark.parametrize(
    ("head", "number"),
    [
        (
            "Handläggare Datum Ärendebeteckning Eva Ek 2031-10-03 SN 2031/0417.10.02 0901-234567",
            "SN 2031/0417.10.02",
        ),
        ("Handläggare Datum Diarienummer Eva Ek 2031-10-03 ON 2031/0456-2", "ON 2031/0456-2"),
        ("Datum Vår beteckning Handläggare 2031-10-03 2031/456 Eva Ek", "2031/456"),
    ],
)
def test_labels_first_and_values_after_are_read_in_a_flattened_head(
    reading: Read, head: str, number: str
) -> None:
    memo = (
        f"TJÄNSTESKRIVELSE {head} Socialnämnden Riktlinjer för torg Förslag till beslut Nämnden "
        "beslutar att fastställa riktlinjerna enligt förslaget. Bakgrund Torgen har blivit fler "
        "och besökarna med dem, och nämnden har därför sett över vad som gäller för dem alla."
    )
    assert [fact.value for fact in reading(memo).diary_numbers] == [number]


def test_a_number_below_the_front_page_of_minutes_is_an_items(reading: Read) -> None:
    front = FRONT.format(board="Socialnämnden")
    item = "\n§ 13\nBidrag till torg\nDnr 31/16\nNämnden beslutar att lämna bidrag till torg.\n"
    assert not reading(front + item).diary_numbers
    assert [n.value for n in reading(f"Dnr SN 2031/16\n{front}").diary_numbers] == ["SN 2031/16"]


def test_a_municipality_named_as_an_example_does_not_place_a_page(reading: Read) -> None:
    page = (
        "SOURCE: https://rad.example/avtal | TITLE: - | EXTENT: whole\n\nTeckna överenskommelse\n\n"
        "Överenskommelsen är ett verktyg för alla som vill ha lugna torg. Här är ett exempel på "
        "hur Umeå kommun har lagt upp sina dokument.\n"
    )
    assert reading(page).level is None


def test_a_hosts_heading_may_have_lost_the_sign_before_an_items_number(reading: Read) -> None:
    name = "SAMMANTRÄDESPROTOKOLL. Socialnämnden. 41 Dnr 2031/28. Lugna torg i hela länet"
    found = reading(
        f"{HOST.format('x')}{name}\n\nSammanträdesdatum Blad Lugna torg i hela länet Torgen ska "
        "ses över enligt de nya riktlinjerna. Nämnden beslutar att anta förslaget om torgen.\n"
    )
    assert found.kind.value == "minutes"
    assert [(item.number, value(item.title)) for item in found.items] == [
        (41, "Lugna torg i hela länet")
    ]


def test_a_chapter_of_an_agreement_is_of_the_region_that_it_names_once(reading: Read) -> None:
    page = (
        "SOURCE: https://samverkan.example/avtal/torg | TITLE: - | EXTENT: whole\n\n"
        "Överenskommelse om torg\n\n{} överenskommelse är en bilaga till avtalet. "
        + "Torgen ska vara lugna och ljusa för alla som vill sitta där en stund. " * 10
        + "\n\nFör bänkarna ansvarar Region Halland tillsammans med kommunerna.\n"
    )
    assert value(reading(page.format("Denna")).county) == "Hallands län"
    assert value(reading(page.format("Någon")).county) is None


def test_the_law_that_an_association_rests_on_is_not_its_area(reading: Read) -> None:
    page = (
        "SOURCE: https://forbund.example/om | TITLE: - | EXTENT: whole\n\nOm förbundet\n\nEnligt "
        "lagen om finansiell samordning av rehabiliteringsinsatser möts medlemmarna varje månad. "
        "Samverkan ger fler vägar tillbaka för den som behöver stöd från flera håll.\n"
    )
    assert [area.value for area in reading(page).areas] == ["other"]


def test_a_ministrys_letters_belong_to_the_number_in_a_page_head(reading: Read) -> None:
    found = reading(
        "SLUTRAPPORT OM TORG S2031/00417/FST\n\nInnehåll\nSammanfattning\nTorgen har följts under "
        "tre år. Rapporten redovisar vad som har kommit fram i intervjuer och enkäter.\n"
    )
    assert [number.value for number in found.diary_numbers] == ["S2031/00417/FST"]


@pytest.mark.parametrize(
    ("labels", "values", "period"),
    [
        (
            "Ansvarig Giltigt från Giltigt till Version",
            "Siv Sund 2031-01-01 2033-12-31 2",
            ("2031-01-01", "2033-12-31"),
        ),
        (
            "Dokument Gäller fr.o.m. Gäller t.o.m.",
            "Torg 2031-01-01 2033-12-31",
            ("2031-01-01", "2033-12-31"),
        ),
        ("Giltigt från Giltigt till", "Siv Sund, som skrev detta 2031-01-01", (None, None)),
    ],
)
def test_labels_in_a_row_stand_above_their_values_and_the_title_below_both(
    reading: Read, labels: str, values: str, period: tuple[str | None, str | None]
) -> None:
    name = "Överenskommelse om lugna torg mellan Region Skåne och Ystads kommun"
    found = reading(f"{labels}\n{values}\n\n{name}\n\nSyfte\nTorgen ska vara lugna.\n{ENDS}")
    assert value(found.title) == name
    assert (value(found.valid_from), value(found.valid_until)) == period
