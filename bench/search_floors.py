"""The least that a search over the same texts takes: bare FTS5, and PostgreSQL's own Swedish.

None of them knows who is asking, so none of them asks any wall.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import psycopg
import Stemmer

WORD = re.compile(r"\w+")
Texts = list[tuple[int, str, str]]
SHOWN = 20
CONTENTLESS = (
    "CREATE VIRTUAL TABLE ft USING fts5(title, body, content='', "
    "tokenize='unicode61 remove_diacritics 0')"
)
ONE_MORE = "INSERT INTO ft (rowid, title, body) VALUES (%s, %s, %s)"
_STEMMER = Stemmer.Stemmer("swedish")


def sqlite(path: Path) -> sqlite3.Connection:
    """Open a database file with the durability that ours has."""
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("PRAGMA journal_mode=WAL")
    made.execute("PRAGMA synchronous=FULL")
    return made


def plain(path: Path, texts: Texts) -> sqlite3.Connection:
    """Index the texts as they are; FTS5 keeps them too, so that it can show them."""
    made = sqlite(path)
    made.execute("BEGIN")
    made.execute("CREATE VIRTUAL TABLE ft USING fts5(title, body, tokenize='unicode61')")
    made.executemany("INSERT INTO ft (rowid, title, body) VALUES (?, ?, ?)", texts)
    made.execute("COMMIT")
    return made


def stems(text: str) -> str:
    return " ".join(_STEMMER.stemWords(WORD.findall(text.lower())))


def stemmed(path: Path, source: Path) -> float:
    """Read the texts from a table, stem every word and index the stems without the texts."""
    made = sqlite(path)
    before = time.process_time()
    made.execute("BEGIN")
    made.execute(CONTENTLESS)
    rows = sqlite3.connect(source).execute("SELECT id, heading, body FROM texts_section")
    made.executemany(
        "INSERT INTO ft (rowid, title, body) VALUES (?, ?, ?)",
        ((pk, stems(title), stems(body)) for pk, title, body in rows),
    )
    made.execute("COMMIT")
    return time.process_time() - before


def ask_plain(made: sqlite3.Connection) -> Callable[[str], object]:
    """One statement that ranks and shows, as it is usually written."""
    statement = (
        "SELECT rowid, snippet(ft, 1, '<mark>', '</mark>', '…', 24), bm25(ft) FROM ft "  # noqa: S608  # a number
        f"WHERE ft MATCH ? ORDER BY bm25(ft) LIMIT {SHOWN}"
    )

    def ask(words: str) -> object:
        pairs = ((one.rstrip("*"), "*" * one.endswith("*")) for one in words.split())
        asked = " ".join(f'"{word}"{star}' for word, star in pairs)
        return made.execute(statement, (asked,)).fetchall()

    return ask


def postgres(address: str, texts: Iterable[tuple[int, str, str]]) -> Callable[[str], object]:
    """PostgreSQL with its own Swedish, a GIN index, ts_rank and ts_headline for those shown."""
    made = psycopg.connect(address, autocommit=True)
    made.execute("DROP TABLE IF EXISTS ft")
    made.execute("CREATE TABLE ft (id bigint PRIMARY KEY, body text, words tsvector)")
    with made.cursor().copy("COPY ft (id, body) FROM STDIN") as copy:
        for pk, title, body in texts:
            copy.write_row((pk, f"{title} {body}"))
    made.execute("UPDATE ft SET words = to_tsvector('swedish', body)")
    made.execute("CREATE INDEX ft_words ON ft USING gin (words)")
    made.execute("VACUUM ANALYZE ft")
    statement = (
        "SELECT id, ts_headline('swedish', body, q) FROM (SELECT id, body, q FROM ft, "  # noqa: S608  # a number
        "to_tsquery('swedish', %s) q WHERE words @@ q ORDER BY ts_rank(words, q) DESC "
        f"LIMIT {SHOWN}) best"
    )

    def ask(words: str) -> object:
        pairs = ((one.rstrip("*"), ":*" * one.endswith("*")) for one in words.split())
        asked = " & ".join(f"{word}{star}" for word, star in pairs)
        return made.execute(statement, (asked,)).fetchall()

    return ask
