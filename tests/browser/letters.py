"""Ten invented local agreements, written for the journey: nothing in them is anybody's text."""

from __future__ import annotations

from pathlib import Path

import docx

# The links and the button that lead from one letter to the next.
NEXT = "main a.btn[href^='/las-in/lasning/']"
CONFIRM = "form[action$='/bekrafta/'] button"

# Where the demo county has no answer: ten cells of the matrix.
PLACES = (
    ("Gagnefs kommun", "Gagnef", "missbruk och beroende"),
    ("Gagnefs kommun", "Gagnef", "barn och ungas hälsa"),
    ("Orsa kommun", "Orsa", "missbruk och beroende"),
    ("Vansbro kommun", "Vansbro", "missbruk och beroende"),
    ("Älvdalens kommun", "Älvdalen", "missbruk och beroende"),
    ("Älvdalens kommun", "Älvdalen", "psykisk funktionsnedsättning"),
    ("Älvdalens kommun", "Älvdalen", "barn och ungas hälsa"),
    ("Smedjebackens kommun", "Smedjebacken", "psykisk funktionsnedsättning"),
    ("Smedjebackens kommun", "Smedjebacken", "barn och ungas hälsa"),
    ("Avesta kommun", "Avesta", "barn och ungas hälsa"),
)

# Two more, handed in only so that there is something to look at.
ASIDE = (
    ("Malung-Sälens kommun", "Malung-Sälen", "psykisk funktionsnedsättning"),
    ("Malung-Sälens kommun", "Malung-Sälen", "barn och ungas hälsa"),
)

LETTER = """Lokal överenskommelse om samverkan kring {area}

Parter: Region Dalarna och {municipality}

Diarienummer: {initials} 2026/{number}

1. Syfte
Vi gör upp om vem som gör vad, så att den som söker hjälp slipper berätta sin historia två gånger.

2. Giltighet
Överenskommelsen gäller från och med den 1 mars 2026 till och med den 30 juni 2027.

3. Uppföljning
Parterna ser över överenskommelsen en gång om året.

4. Uppsägning
Uppsägningstiden är sex månader.

Överenskommelsen bygger på den regionala överenskommelsen (RÖK) om {area} i Dalarnas län.

Antagen av socialnämnden i {municipality} den 10 februari 2026, § {number}.
"""


def write(folder: Path, places: tuple[tuple[str, str, str], ...] = PLACES) -> list[Path]:
    """Write a file for each place, and return where they lie."""
    written = []
    for number, (municipality, place, area) in enumerate(places, start=11):
        text = LETTER.format(
            area=area, municipality=municipality, initials=place[:2].upper(), number=number
        )
        made = WRITERS[number % len(WRITERS)]
        written.append(made(folder / f"{place} {area}", text))
    return written


def plain(path: Path, text: str) -> Path:
    path = path.with_suffix(".txt")
    path.write_text(text, encoding="utf-8")
    return path


def web_page(path: Path, text: str) -> Path:
    title, *rest = (part.strip() for part in text.split("\n\n"))
    body = "".join(f"<p>{part}</p>" for part in rest)
    path = path.with_suffix(".html")
    page = f"<!doctype html><html lang=sv><meta charset=utf-8><h1>{title}</h1>{body}</html>"
    path.write_text(page, encoding="utf-8")
    return path


def word_file(path: Path, text: str) -> Path:
    title, *rest = (part.strip() for part in text.split("\n\n"))
    document = docx.Document()
    document.add_heading(title, level=0)
    for part in rest:
        document.add_paragraph(part)
    path = path.with_suffix(".docx")
    document.save(str(path))
    return path


WRITERS = (plain, word_file, web_page)
