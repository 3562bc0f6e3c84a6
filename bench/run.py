"""Measures every goal that this step can measure and prints goal, target, fail line and figure.

python -m bench.run [GOAL …]                    all goals, or only these (P1 P4 …)
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bench import load
from bench.goals import HEAD, Board, Bound
from bench.instructions import counted
from bench.sites import (
    FOLDER,
    ROOT,
    Server,
    Site,
    children,
    processor_seconds,
    resident_megabytes,
    serving,
    wait,
)
from scripts import with_postgres

COUNTY, AREA, REGISTER = "/lanet/", "/lanet/area-0/", "/avtal/"
# The first that is made, with twenty items, forty attachments and minutes, the same at any size.
MEETING = "/moten/1/"
SMALL, FULL = Site("small", "small"), Site("full", "full")
WIDE, SEARCHED = Site("wide", "none"), Site("searched", "none")
THREE, GATHERED = Site("three", "none"), Site("gathered", "small")
DECIDED = Site("decided", "none")
NEEDED = ("wrk", "valgrind")
CALLS = 100


@contextmanager
def postgres() -> Iterator[list[Site]]:
    """Give the same two sizes on a PostgreSQL server of our own, or none."""
    programs = with_postgres.programs()
    if with_postgres.can_run() or programs is None:
        yield []
        return
    with with_postgres.server(programs) as address:
        sites = []
        for size in ("small", "full"):
            name = f"bench_{size}"
            subprocess.run(["psql", "-q", address, "-c", f"CREATE DATABASE {name}"], check=True)
            site = Site(f"pg-{size}", size, address.rsplit("/", 1)[0] + f"/{name}")
            site.fill()
            sites.append(site)
        yield sites


class Run:
    """One run: the sites, the board, and one method per goal."""

    def __init__(self, board: Board, wanted: set[str], pg: list[Site], agreement: str) -> None:
        self.board, self.wanted, self.pg, self.agreement = board, wanted, pg, agreement
        self.both: list[tuple[str, Site, Site]] = [("SQLite", SMALL, FULL)]
        if pg:
            small, full = pg
            self.both.append(("PG", small, full))

    def all(self) -> None:
        goals = {
            "P1": self.pages,
            "P3": self.meeting_page,
            "P4": self.instructions,
            "P5": self.statements,
            "P6": self.flatness,
            "P7": self.overview,
            "P8": self.conditional,
            "P12": self.cold_start,
            "P13": self.memory,
            "P14": self.documents,
            "P16": self.agreement_texts,
            "P18": self.searching,
            "P19": self.comparing,
            "P20": self.coverage,
            "P21": self.suggesting,
            "P22": self.packs,
            "P23": self.decisions,
        }
        for goal, measure in goals.items():
            if not self.wanted or goal in self.wanted:
                self.board.attempt(goal, measure.__name__.replace("_", " "), measure)
        if not self.pg:
            self.board.leave_out("PG", "everything on PostgreSQL", with_postgres.can_run())

    def pages(self) -> None:
        """P1: pages against the bare view, unchanged and made anew.

        Made anew is from the database, every time, in a process that has made it before: nothing
        of the page is kept, but a record that is the same as last time is not read again.
        """
        bounds = {
            "SQLite": Bound(0.06, 0.04, at_most=False),
            "PG": Bound(0.035, 0.025, at_most=False),
        }
        for engine, _small, full in self.both:
            for what, address, anew in (
                ("county picture", COUNTY, False),
                ("agreement page", self.agreement, False),
                ("county picture made anew", COUNTY, True),
                ("area with timeline made anew", AREA, True),
                ("agreement page made anew", self.agreement, True),
            ):
                site = Site(full.name, full.size, full.database, anew)
                with serving(site.environment) as server:
                    found = load.ratios(server, address, site.cookies())
                bound = bounds[engine]
                figure, shown = statistics.median(found), load.said(found)
                said = f"{what}, signed in, {engine} full, of bare"
                self.board.add("P1", said, figure, bound, shown=shown)

    def meeting_page(self) -> None:
        """P3: a meeting’s page against the bare view, unchanged and made anew."""
        bounds = {
            "SQLite": Bound(0.06, 0.045, at_most=False),
            "PG": Bound(0.04, 0.025, at_most=False),
        }
        for engine, _small, full in self.both:
            for what, anew in (("", False), (" made anew", True)):
                site = Site(full.name, full.size, full.database, anew)
                with serving(site.environment) as server:
                    found = load.ratios(server, MEETING, site.cookies())
                said = f"meeting page{what}, signed in, {engine} full, of bare"
                figure = statistics.median(found)
                self.board.add("P3", said, figure, bounds[engine], shown=load.said(found))

    def instructions(self) -> None:
        bare = counted(SMALL, "/bare/", "anonymous")
        self.board.add("P4", "M instructions: bare view, nobody signed in", bare)
        anew = Site(SMALL.name, SMALL.size, anew=True)
        page = Bound(22, 27.5)
        for what, site, address, flags, bound in (
            ("county picture, unchanged", SMALL, COUNTY, (), page),
            ("county picture, made anew", anew, COUNTY, (), page),
            ("area with timeline, made anew", anew, AREA, (), page),
            ("agreement page, unchanged", SMALL, self.agreement, (), page),
            ("agreement page, made anew", anew, self.agreement, (), page),
            ("meeting page, unchanged", SMALL, MEETING, (), page),
            ("meeting page, made anew", anew, MEETING, (), page),
            ("meeting, 304, signed in (5 x bare)", SMALL, MEETING, ("304",), _five_times(bare)),
            ("county, 304, signed in (5 x bare)", SMALL, COUNTY, ("304",), _five_times(bare)),
        ):
            figure = counted(site, address, *flags)
            note = f"{figure / bare:.1f} x bare"
            if site is anew:
                note += "; no part of the page kept, the same records not read again"
            self.board.add("P4", f"M instructions: {what}", figure, bound, note=note)

    def statements(self) -> None:
        for what, address, anew, most in (
            ("county picture, unchanged", COUNTY, False, 4),
            ("county picture, made anew", COUNTY, True, 10),
            ("area with timeline", AREA, True, 9),
            ("agreement page, unchanged", self.agreement, False, 4),
            ("agreement page, made anew", self.agreement, True, 12),
            ("meeting page, unchanged", MEETING, False, 6),
            ("meeting page, made anew", MEETING, True, 6),
            ("register", REGISTER, True, 7),
        ):
            seen = []
            for _engine, small, full in self.both:
                for site in (small, full):
                    one = Site(site.name, site.size, site.database, anew)
                    seen.append(int(one.run("bench.asking", address, "1").split()[0]))
            shown = "/".join(map(str, seen))
            differ = "" if len(set(seen)) == 1 else " DIFFER"
            bound = Bound(most, most)
            self.board.add("P5", f"statements: {what}", max(seen), bound, shown=shown + differ)

    def flatness(self) -> None:
        for what, address, anew in (
            ("county, unchanged", COUNTY, False),
            ("county, made anew", COUNTY, True),
            ("area", AREA, True),
            ("agreement, unchanged", self.agreement, False),
            ("agreement, made anew", self.agreement, True),
            ("meeting, unchanged", MEETING, False),
            ("meeting, made anew", MEETING, True),
            ("register", REGISTER, True),
        ):
            for engine, small, full in self.both:
                sites = [Site(one.name, one.size, one.database, anew) for one in (small, full)]
                count = [counted(site, address) for site in sites]
                self.board.add(
                    "P6",
                    f"instructions full/small: {what}, {engine}",
                    count[1] / count[0],
                    Bound(1.05, 1.15),
                    note=f"{count[0]:.1f} -> {count[1]:.1f} M",
                )
                cost = [self._cost(site, address) for site in sites]
                self.board.add(
                    "P6",
                    f"app+DB processor time full/small: {what}, {engine}",
                    cost[1] / cost[0],
                    Bound(1.2, 1.5),
                    note=f"{cost[0] * 1000:.1f} -> {cost[1] * 1000:.1f} ms",
                )

    def _cost(self, site: Site, address: str) -> float:
        """Return processor seconds per call, the database's own among them; the best of three."""
        best = []
        for _turn in range(3):
            before = _database_seconds(site)
            own = float(site.run("bench.asking", address, str(CALLS)).split()[1])
            best.append(own + (_database_seconds(site) - before) / (CALLS + 10))
        return min(best)

    def overview(self) -> None:
        why = "this step has no page over several counties; roll-ups come with it"
        self.board.leave_out("P7", "national overview", why)

    def conditional(self) -> None:
        for what, address in (("county picture", COUNTY), ("meeting page", MEETING)):
            with serving(SMALL.environment) as server:
                cookies = SMALL.cookies()
                etag = _etag(server, cookies, address)
                found = load.ratios(server, address, cookies, etag=etag)
            self.board.add(
                "P8",
                f"{what}, 304, signed in, of bare",
                statistics.median(found),
                Bound(0.18, 0.12, at_most=False),
                shown=load.said(found),
            )
        self.board.leave_out("P8", "304 on a public page", "this step has no public county page")

    def cold_start(self) -> None:
        cookies = FULL.cookies()
        ours, bare, spent = [], [], []
        for _turn in range(5):
            start = time.monotonic()
            with serving(FULL.environment, wait_for="/bare/") as server:
                wait(server, COUNTY, cookies)
                ours.append(time.monotonic() - start)
                spent.append(processor_seconds(server.pids()))
            start = time.monotonic()
            environment = {**FULL.environment, "DJANGO_SETTINGS_MODULE": ""}
            with serving(environment, bare=True):
                bare.append(time.monotonic() - start)
        ratio = statistics.median(ours) / statistics.median(bare)
        self.board.add(
            "P12",
            "cold start to the county picture, of bare Django",
            ratio,
            Bound(2.5, 4),
            note=f"{statistics.median(ours):.1f} s and {statistics.median(bare):.1f} s",
        )
        self.board.add(
            "P12", "processor seconds of the cold start", statistics.median(spent), Bound(3, 4.8)
        )

    def memory(self) -> None:
        with serving(FULL.environment) as server:
            cookies = {"Cookie": FULL.cookies(), "Accept-Language": "sv"}
            after = [_visits(server, cookies, 10_000, self.agreement) for _turn in range(2)]
        self.board.add(
            "P13",
            "resident MB of the larger worker after 10,000 requests",
            after[0],
            Bound(110, 140),
        )
        self.board.add(
            "P13",
            "growth over the next 10,000",
            after[1] / after[0] - 1,
            Bound(0.02, 0.05),
            shown=f"{(after[1] / after[0] - 1) * 100:.1f} %",
        )

    def documents(self) -> None:
        found = json.loads(SMALL.run("bench.documents"))
        for goal, what, ours, floor, bound in (
            ("P14", "DOCX parse, of the lxml floor", "docx_parse", "docx_floor", Bound(1.3, 2)),
            (
                "P14",
                "DOCX import in one transaction, of python-docx text",
                "docx_import",
                "python_docx",
                Bound(0.4, 0.8),
            ),
            ("P15", "PDF text, of bare pypdfium2", "pdf_parse", "pdf_floor", Bound(1.3, 2)),
            (
                "P16",
                "PDF of 12 pages (UA-1 and A-2a), of bare typst UA-1",
                "typst_ours",
                "typst_floor",
                Bound(1.3, 2),
            ),
            (
                "P17",
                "DOCX of 12 pages, of Jinja2 into a zip",
                "docx_ours",
                "zip_floor",
                Bound(2, 4),
            ),
        ):
            self.board.add(
                goal,
                what,
                found[ours] / found[floor],
                bound,
                note=f"{found[ours] * 1000:.1f} and {found[floor] * 1000:.1f} ms",
            )
        self.board.leave_out(
            "P14", "markitdown, mammoth", "not installed: their figures are in the plan"
        )
        self.board.leave_out(
            "P16", "WeasyPrint, LibreOffice", "not installed: their figures are in the plan"
        )

    def comparing(self) -> None:
        found = json.loads(SMALL.run("bench.comparing"))
        ours, told = found["compare"], found["difflib_told"]
        size = f"{found['tokens']:.0f} tokens, {found['changes']:.0f} changes"
        self.board.add(
            "P19", "seconds: redline of two 50-page editions", ours, Bound(2, 3), note=size
        )
        self.board.add(
            "P19",
            "redline, of difflib alone on the same tokens",
            ours / found["difflib"],
            Bound(1.5, 3),
            note=f"{ours * 1000:.1f} and {found['difflib'] * 1000:.1f} ms",
        )
        self.board.add(
            "P19",
            "redline, of difflib told which passages differ",
            ours / told,
            note=f"{told * 1000:.1f} ms; finding which they are is our part",
        )

    def agreement_texts(self) -> None:
        """P16, P17 and P19 of what is written as texts: out as files, and side by side."""
        THREE.fill()
        found = json.loads(THREE.run("bench.agreement_texts"))
        for goal, what, ours, floor, bound in (
            ("P16", "PDF of a 12-page text, of bare typst UA-1", "pdf", "pdf_floor", Bound(1.3, 2)),
            (
                "P17",
                "DOCX of a 12-page text, of Jinja2 into a zip",
                "docx",
                "docx_floor",
                Bound(2, 4),
            ),
            (
                "P19",
                "three 50-page texts side by side, of difflib on each pair",
                "sisters",
                "sisters_floor",
                Bound(1.5, 3),
            ),
        ):
            note = f"{found[ours] * 1000:.1f} and {found[floor] * 1000:.1f} ms"
            if goal == "P17":
                note += f"; reading the kept text before that {found['text'] * 1000:.1f} ms"
            self.board.add(goal, what, found[ours] / found[floor], bound, note=note)
        self.board.add(
            "P19", "seconds: three 50-page texts side by side", found["sisters"], Bound(2, 3)
        )
        self.board.add(
            "P5", "statements: three texts side by side", found["statements"], Bound(14, 14)
        )

    def coverage(self) -> None:
        """Forty commitments against 290 municipalities."""
        WIDE.fill()
        found = json.loads(WIDE.run("bench.coverage"))
        note = f"{found['statements']} statements"
        self.board.add(
            "P20", "seconds: coverage of 40 x 290", found["page"], Bound(1, 1.5), note=note
        )
        self.board.add("P20", "megabytes of it", found["bytes"] / 1e6, Bound(1, 1.2))
        self.board.add(
            "P20",
            "coverage, of the same rows read and as many cells joined",
            found["page"] / found["floor"],
            Bound(4, 6),
        )

    def searching(self) -> None:
        """Fifty thousand sections, of which the reader may see most."""
        SEARCHED.fill()
        SEARCHED.run("bench.searching", "fill")
        address = [site.database for site in self.pg[:1]]
        found = json.loads(SEARCHED.run("bench.searching", *address))
        ours, plain = found["ours"], found["plain"]
        common = {name: found[name]["p99_common"] for name in ("ours", "plain")}
        for what, figure, bound in (
            ("index, of FTS5 and a stemmer", found["index"] / found["script"], Bound(1.2, 1.5)),
            ("bytes of the index, of the text", found["size"] / found["text"], Bound(0.6, 1)),
            ("p50 of all, of plain FTS5", ours["p50"] / plain["p50"], Bound(1, 1.5)),
            ("p99 of common words, of FTS5", common["ours"] / common["plain"], Bound(0.4, 0.6)),
            ("saved and found, of FTS5", found["save_ms"] / found["floor_ms"], Bound(1.3, 1.5)),
        ):
            self.board.add("P18", f"search: {what}", figure, bound)
        if address:
            figure = ours["p99_common_clock"] / found["postgres"]["p99_common_clock"]
            self.board.add("P18", "search: the same, of PG’s own Swedish", figure, Bound(0.3, 0.6))

    def packs(self) -> None:
        """P22: a meeting's papers gathered, outside the web workers."""
        GATHERED.fill()
        found = json.loads(GATHERED.run("bench.packs"))
        for what, name, bound in (
            ("40 PDFs of 300 pages", "pdfs", Bound(15, 20)),
            ("40 texts that are set", "texts", None),
        ):
            made = found[name]
            note = (
                f"{made['pages']:.0f} pages, {made['megabytes']:.1f} MB, "
                f"told {made['told']:.0f} times how far"
            )
            self.board.add("P22", f"seconds: pack of {what}", made["seconds"], bound, note=note)

    def decisions(self) -> None:
        """P23: the register of 20,000 decisions, searched and sorted in the database."""
        DECIDED.fill()
        found = json.loads(DECIDED.run("bench.decisions"))
        for name, made in found.items():
            what = f"milliseconds: register of 20,000 decisions, {name}"
            note = f"{made['count']} found"
            self.board.add("P23", what, made["milliseconds"], Bound(150, 250), note=note)

    def suggesting(self) -> None:
        found = json.loads(SMALL.run("bench.suggestions"))
        ours, floor = found["ours"], found["floor"]
        self.board.add(
            "P21", "seconds: 40 commitments against those of 870 texts", ours, Bound(2, 2.5)
        )
        self.board.add(
            "P21",
            "suggestions, of stemming and counting the same words",
            ours / floor,
            Bound(5, 6.5),
            note=f"{ours * 1000:.0f} and {floor * 1000:.0f} ms",
        )


def _five_times(bare: float) -> Bound:
    return Bound(round(5 * bare, 1), round(6.25 * bare, 1))


def _visits(server: Server, headers: dict[str, str], count: int, agreement: str) -> float:
    """Ask for four pages in turn until so many requests are answered; return the largest worker."""
    done = 0.0
    while done < count:
        for address in (COUNTY, AREA, agreement, REGISTER):
            done += load.rate(server, address, headers, 3) * 3
    return max(resident_megabytes(pid) for pid in server.pids()[1:])


def _etag(server: Server, cookies: str, address: str) -> str:
    wait(server, address, cookies)
    made = subprocess.run(
        [
            "curl",
            "-sI",
            "-X",
            "GET",
            "-H",
            f"Cookie: {cookies}",
            "-H",
            "Accept-Language: sv",
            server.url(address),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    lines = [line for line in made.stdout.splitlines() if line.lower().startswith("etag:")]
    return lines[0].split(":", 1)[1].strip()


def _database_seconds(site: Site) -> float:
    """The processor time of the site's own PostgreSQL server; SQLite's is in the application's."""
    if not site.database:
        return 0.0
    port = str(urlsplit(site.database).port)
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = line.read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if words[0].endswith("/postgres") and port in words:
            # The first of its processes counts those that have ended.
            first = int(line.parent.name)
            return processor_seconds([first, *children(first)]) + _ended_seconds(first)
    raise RuntimeError(f"no PostgreSQL server at port {port}")


def _ended_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def main(*goals: str) -> int:
    # Ended from outside, it still stops its servers.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    missing = [one for one in NEEDED if shutil.which(one) is None]
    if missing:
        print(
            f"Left out: {', '.join(missing)} is not installed. apt-get install {' '.join(missing)}"
        )
        return 0
    board = Board()
    with ExitStack() as stack:
        # The same page at both sizes and on both engines.
        agreement, _same = (site.fill() for site in (SMALL, FULL))
        pg = stack.enter_context(postgres())
        print(HEAD, flush=True)
        Run(board, set(goals), pg, agreement).all()
    board.save(ROOT / "var" / "bench.json")
    print(f"Saved in {(FOLDER.parent / 'bench.json').relative_to(ROOT)}.")
    return 1 if board.failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
