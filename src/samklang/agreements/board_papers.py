"""What each party’s board gets: a proposal to decide on, and the letter that goes with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from samklang.agreements.board_words import Asked, blank, clauses, facts, listed, pieces
from samklang.agreements.models import Party
from samklang.agreements.queries import Adopting, Case
from samklang.agreements.wording import adoption_words, day_in_words
from samklang.common.words import place
from samklang.documents.api import Cell, Heading, Node, Paper, Paragraph, Quote, Table

Pieces = list[tuple[str, str]]


def _proposal(asked: Asked) -> Iterator[Node]:
    yield Paragraph(_("Proposal for decision"), "kicker")
    yield Heading(_("Adoption of %(title)s") % {"title": asked.title})
    yield from _addressed(asked)
    yield Heading(_("Proposal"), 2)
    yield Paragraph(_("%(board)s is proposed to decide") % {"board": asked.board})
    yield from (Paragraph(one) for one in clauses(asked))
    yield Heading(_("Background"), 2)
    if asked.case.others:
        yield Paragraph(
            _(
                "%(parties)s must adopt the same text. It is not in force until all have done so: "
                "a board that changes the wording has adopted something else."
            )
            % {"parties": _all(asked)}
        )
    if asked.quote:
        yield Quote(f"”{asked.quote}”", _("From the text: how long it holds"))
    rows = tuple((Cell(label), Cell(value)) for label, value in facts(asked))
    yield Table("", (Cell(_("What")), Cell(_("As the register has it"))), rows)
    yield Heading(_("Appendix"), 2)
    yield from _appendix(asked)


def _letter(asked: Asked) -> Iterator[Node]:
    yield Paragraph(_("Cover letter"), "kicker")
    yield Heading(_("%(title)s: for your decision") % {"title": asked.title})
    yield from _addressed(asked)
    yield Paragraph(_lead(asked), "lead")
    yield Heading(_("What comes with the letter"), 2)
    yield from _appendix(asked)
    yield Paragraph(_("Appendix 2: proposal for decision, ready for your board"))
    yield Heading(_("How to go about it"), 2)
    yield from (Paragraph(f"{at}. {one}") for at, one in enumerate(_steps(asked), start=1))
    yield Heading(_("What to send back"), 2)
    yield Paragraph(
        _("No later than %(day)s, to %(contact)s:")
        % {"day": blank(_("which day you want the answer")), "contact": asked.contact}
    )
    yield Paragraph(_("an extract of the minutes, with the day and the paragraph of the decision;"))
    yield Paragraph(_("your diary number;"))
    yield Paragraph(_("the signed page, if the parties are to sign it as well."))
    yield Heading(_("How far the parties have come"), 2)
    yield _parties(asked)


def _addressed(asked: Asked) -> Iterator[Node]:
    to = {"board": asked.board, "party": str(asked.case.party.organization)}
    yield Paragraph(_("To %(board)s, %(party)s") % to)
    yield Paragraph(_("Diary number: %(number)s") % {"number": asked.diary_number})
    sent = {"keeper": asked.keeper, "day": day_in_words(asked.case.adopting.day)}
    yield Paragraph(_("From %(keeper)s, %(day)s") % sent)


def _appendix(asked: Asked) -> Iterator[Node]:
    yield Paragraph(_("Appendix 1: %(named)s") % {"named": asked.named})
    text = asked.case.adopting.fingerprint
    if text:
        yield Paragraph(
            _(
                "All parties get the same text. Its fingerprint (SHA-256) in Samklang begins with "
                "%(text)s."
            )
            % {"text": text[:16]}
        )


def _lead(asked: Asked) -> str:
    if not asked.case.others:
        return _("%(keeper)s asks you to decide on %(named)s.") % {
            "keeper": asked.keeper,
            "named": asked.named,
        }
    return _(
        "%(keeper)s asks you to decide on %(named)s. %(parties)s must adopt the same text before "
        "it is in force."
    ) % {"keeper": asked.keeper, "named": asked.named, "parties": _all(asked)}


def _all(asked: Asked) -> str:
    return listed([str(one.organization) for one in asked.case.adopting.required])


def _steps(asked: Asked) -> Iterator[str]:
    yield _("Register the matter under a diary number of your own.")
    yield _(
        "Let the board that may decide take up the proposal. Change nothing in the text. If the "
        "board wants other words, tell %(contact)s before it decides: then all parties must "
        "decide anew."
    ) % {"contact": asked.contact}
    start = asked.validity.start
    if start and start.first > asked.case.adopting.day:
        yield _("Decide before %(start)s, when it is to begin to hold.") % {"start": asked.start}
    yield _(
        "Record the decision in Samklang: open the agreement, choose “Record an adoption”, write "
        "body, day and paragraph, and add the extract of the minutes."
    )


def _parties(asked: Asked) -> Table:
    held = asked.case.adopting
    return Table(
        caption="",
        head=(Cell(_("Party")), Cell(_("Decision"))),
        rows=tuple(
            (Cell(str(party.organization)), Cell(_come(held, party))) for party in held.required
        ),
    )


def _come(held: Adopting, party: Party) -> str:
    decision = held.decision_of(party)
    if decision is None:
        return _("Not yet")
    said = _("Adopted %(decision)s") if decision.is_yes else _("Another wording, %(decision)s")
    return said % {"decision": adoption_words(decision)}


@dataclass(frozen=True, slots=True)
class Kind:
    """A paper for a board: what it is called, and who says what stands in it."""

    name: str | Promise
    nodes: Callable[[Asked], Iterator[Node]]


PAPERS: Mapping[str, Kind] = {
    "forslag": Kind(gettext_lazy("Proposal for decision"), _proposal),
    "foljebrev": Kind(gettext_lazy("Cover letter"), _letter),
}


def board_paper(case: Case, kind: str) -> Paper:
    """Return the paper for the party’s board, for DOCX and PDF to be written from."""
    asked = Asked(case)
    parts = (asked.title, str(PAPERS[kind].name), str(case.party.organization.short_name))
    return Paper(
        title=" · ".join(parts),
        author=place(case.adopting.dossier.agreement.partnership) or asked.keeper,
        language=(get_language() or "sv").split("-")[0],
        made_on=case.adopting.day,
        footer=" · ".join((*parts, case.adopting.day.isoformat())),
        page_text=_("Page {} of {}"),
        nodes=tuple(PAPERS[kind].nodes(asked)),
    )


def file_name(case: Case, kind: str) -> str:
    """Name the file by what it is, whose board it is for, and the day; without its ending."""
    whose = case.party.organization.short_name
    title = str(case.adopting.dossier.agreement)[:60]
    return slugify(f"{PAPERS[kind].name} {whose} {title} {case.adopting.day.isoformat()}")


@dataclass(frozen=True, slots=True)
class Shown:
    """One node of the paper, as the page shows it; a table has rows, the first its head."""

    kind: str
    text: Pieces
    whose: str = ""
    rows: tuple[tuple[Pieces, ...], ...] = ()


@dataclass(frozen=True)
class Preview:
    """A board’s paper to look through before it is taken out, and what is left to fill in."""

    case: Case
    kind: str

    @property
    def name(self) -> str:
        return str(PAPERS[self.kind].name)

    @cached_property
    def nodes(self) -> tuple[Shown, ...]:
        paper = board_paper(self.case, self.kind)
        return tuple(_shown(node) for node in paper.nodes)

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what the paper asks somebody to fill in, each once."""
        texts = [one.text for one in self.nodes]
        texts += [cell for one in self.nodes for row in one.rows for cell in row]
        found = (asked for text in texts for _said, asked in text if asked)
        return tuple(dict.fromkeys(found))


def _shown(node: Node) -> Shown:
    match node:
        case Heading():
            return Shown(f"heading{node.level}", pieces(node.text))
        case Paragraph():
            return Shown(node.role, pieces(node.text))
        case Quote():
            return Shown("quote", pieces(node.text), whose=node.whose)
        case Table():
            rows = (node.head, *node.rows)
            return Shown(
                "table", [], rows=tuple(tuple(pieces(cell.text) for cell in row) for row in rows)
            )
        case _:
            raise TypeError(f"a board’s paper has no {type(node).__name__}")
