"""What the pages about texts show."""

from samklang.texts.queries.beginning import (
    beginnings,
    find_beginning,
    find_text_of,
    own_draft,
)
from samklang.texts.queries.chain import (
    Chain,
    Example,
    Place,
    chain,
    chain_above,
    divided,
    examples,
    local_editions,
    sides,
)
from samklang.texts.queries.clauses import Use, ties, uses
from samklang.texts.queries.comparing import comparable
from samklang.texts.queries.county import county_texts
from samklang.texts.queries.coverage import (
    Answered,
    Findings,
    Judged,
    answer_in_force,
    findings,
    judgements,
    section_with,
    sections_in_force,
)
from samklang.texts.queries.earlier import Earlier, end_of, writers
from samklang.texts.queries.reading import TextPage, answers, text_as_opened, text_page
from samklang.texts.queries.sisters import Sisters, sisters
from samklang.texts.queries.templates import template_upgrade

__all__ = [
    "Answered",
    "Chain",
    "Earlier",
    "Example",
    "Findings",
    "Judged",
    "Place",
    "Sisters",
    "TextPage",
    "Use",
    "answer_in_force",
    "answers",
    "beginnings",
    "chain",
    "chain_above",
    "comparable",
    "county_texts",
    "divided",
    "end_of",
    "examples",
    "find_beginning",
    "find_text_of",
    "findings",
    "judgements",
    "local_editions",
    "own_draft",
    "section_with",
    "sections_in_force",
    "sides",
    "sisters",
    "template_upgrade",
    "text_as_opened",
    "text_page",
    "ties",
    "uses",
    "writers",
]
