"""Whether a clause speaks of the document itself: not of a law, a lease or another agreement."""

from __future__ import annotations

import re

from samklang.inventories.reading.other_papers import is_kin, opening, tells_of_another
from samklang.inventories.reading.running_text import Document

_NAMES = (
    r"(?P<name>\w*överenskommelse\w*|(?:[A-ZÅÄÖ]{2,6}-)?\w*avtal(?:et|ets)?\b|uppdrag(?:et|ets)?\b"
    r"|(?<=denna )(?:plan|anvisning|policy|instruktion)\b"
    r"|förbundsordning(?:en|ens)?\b|dokumentets?|rutin(?:en|erna)|riktlinje(?:n|rna))"
)
# 'enligt överenskommelsen': named, but not what the sentence speaks of.
_SUBJECT = re.compile(
    r"(?P<aside>\b(?:enligt|i|av|till|med|om|för|från|inom|genom)\s+(?:(?:denna|detta|den|\w+a)\s+)?)?"
    + _NAMES,
    re.IGNORECASE,
)
# Before the act where the document is not named: 'Den nya', 'Om alla antar den, börjar den'.
_UNNAMED = re.compile(
    r"\W*(?:(?:om|när) [^.,\n]{3,90}, |den (?:gäller|löper) [\w ,]{3,60} (?=och ))?"
    r"(?>(?:den|det|detta|denna|dessa|nya?|och|som|ska|skall|kommer|börja(?:r|de)|beräknas|att"
    r"|är|har|även|också|för|beslutat|om|gäller|giltig\w*|[\d:§.]+|[A-ZÅÄÖ]\w+et|[A-ZÅÄÖ]\w+en)\b\W*){0,9}\Z",
    re.IGNORECASE,
)
# 'Den överenskommelsen gällde': the one just spoken of
_THAT = re.compile(r"\b(?:[Dd]en|[Dd]et) \w+(?:en|et)\Z")
# 'Hyrestiden är från …' is the validity of a lease, and of nothing else.
_TERM = re.compile(r"\b(?P<of>arrende|hyr|upplåt)\w*tid", re.IGNORECASE)
_BARE_STEMS = ("överenskommels", "avtal", "uppdrag", "dokument", "rutin", "riktlinj")
# In an agreement or an assignment 'rutinen' is another paper, unless it is called so itself.
_OTHER_PAPERS = ("rutin", "riktlinj")
_BARE_NAMES = frozenset({"plan", "anvisning", "policy", "instruktion"})
_AGREES = re.compile(r"överenskommelse|\w*avtal\b|uppdrag")
_GENERIC = re.compile(r"\A(?:samverkans|samarbets)")
_ENDINGS = re.compile(r"(?:ets|ens|et|en|ernas?|rnas?|ns|n|r)\Z")
_OTHERS = re.compile(
    r"\b(?:lag(?:en|ar|stiftning\w*|ändring\w*)?|förordning\w*|föreskrift\w*|lydelse|\w*SFS"
    r"|propositionen|socialtjänstlag\w*|hälso- och sjukvårdslag\w*|bestämmelse\w*"
    r"|anställ\w*|vårdintyg\w*|recept\w*|statlig\w*|regeringen"
    r"|(?:tidigare|gamla|äldre|förra|föregående|den första) (?:\w+ )?\w*(?:överenskommelse|avtal"
    r"|rutin|riktlinje|version)\w*|(?:nuvarande|befintlig\w*|dåvarande) \w+|projekt\w*"
    r"|(?<!giltighetstiden i )avsnitt|\w*medborgarlöfte\w*|löftet|kapitel|bilaga"
    r"|delöverenskommelse\w*|lokala program\w*|handlingsplan\w*"
    r"|avtal\w* med (?:utför|leverant|entrepren|vårdgiv|privat|extern|hyres)\w*"
    r"|pris(?:er\w*)?|placering\w*|beslut om insats|ordination\w*|licens|samtycke\w*|betyg"
    r"|\w*avgift(?:en|er|erna)?|budgetår\w*|(?:mål|handlings)program\w*"
    r"|\w{3,}program(?:met)?|budget(?:en|ens)?|taxan?|kvarstå\w*|hyr(?:es(?!tid)\w*)?|\w*kontraktet|bisfall|remissvar)\b",
    re.IGNORECASE,
)
# 'en vägledning som gäller från': turned to something else; 'har ett avtal skrivits som': not
_TURNED = re.compile(
    r"\b(?!\w*(?:överenskommelse|avtal)|län\b|kommun|(?!plats)\w+(?:[aiå]t|t)s som|fram som)"
    r"[a-zåäö]+ som\b"
)
# 'regleras i en överenskommelse från 2031, som', 'ersätter det avtal som upphör': another one.
_ANOTHERS = re.compile(
    r"\bersätter [^.]{3,150} som(?: upphör att)?\s*\Z"
    r"|\b(?:i|genom|enligt) (?!denna |detta |vår )(?:ett? )?[^.,]{0,40}"
    r"\b\w*(?:överenskommelse|avtal)\b[^.]{0,60} som\s*\Z",
    re.IGNORECASE,
)
# 'den överenskommelse som gällt sedan', and 'För psykiatrin tillämpas överenskommelsen från'
_HELD = re.compile(r"\bden \w*(?:överenskommelse|avtal) som\s*\Z", re.IGNORECASE)
_FOR_PART = re.compile(r"\W*För [^.,]{5,90} ")
_REPLACED = re.compile(r"\bersätt(?:er|a)\b.{0,90}?(?=\boch\b|[,.]|\Z)", re.IGNORECASE)
_WINDOW, _TITLE, _TITLE_LINES = 70, 400, 4


def is_own(document: Document, span: tuple[int, int]) -> bool:
    """Tell whether a clause speaks of the document itself, and not of a law or a person's job."""
    start, end = document.sentence(*span)
    term = _TERM.search(document.flat, *span)
    is_of_part = term and term["of"].casefold() not in opening(document)
    if is_of_part or tells_of_another(document, start, span[0]):
        return False
    if _is_anothers(document.flat, start, act=span[0]):
        return False
    before = _REPLACED.sub("", document.flat[start : span[0]])
    if is_kin(document, before):
        return False
    turns = (*_OTHERS.finditer(before), *_TURNED.finditer(before))
    others = max((found.end() for found in turns), default=0)
    subjects = [found for found in _SUBJECT.finditer(before) if not found["aside"]]
    if subjects and subjects[-1].end() > others:
        is_that = _THAT.search(before[: subjects[-1].end("name")])
        return not is_that and _is_this(document, subjects[-1]["name"])
    speaks = names_itself(document, (start, end)) or _UNNAMED.match(before.rpartition("|")[2])
    after = _REPLACED.sub("", document.flat[span[0] : min(end, span[1] + _WINDOW)])
    return bool(speaks) and not others and not _OTHERS.search(after)


def _is_anothers(text: str, start: int, act: int) -> bool:
    """Tell whether an act is that of another agreement, or of what is done for some only."""
    before = text[start:act]
    if text.startswith("gällt", act) and _HELD.search(before):
        return True
    is_for_part = text.startswith("tillämpas", act) and _FOR_PART.fullmatch(before)
    return bool(is_for_part or _ANOTHERS.search(before))


def names_itself(document: Document, span: tuple[int, int]) -> bool:
    """Tell whether a sentence names the document: 'överenskommelsen', 'avtalet', its short name."""
    short = (document.regional_name, document.local_name)
    if any(pattern.search(document.text, *span) for pattern in short):
        return True
    names = _SUBJECT.finditer(document.text, *span)
    return any(_is_this(document, found["name"]) for found in names)


def _is_this(document: Document, name: str) -> bool:
    """Tell the document from its kin: 'lokalavtalet' is another unless the title says so."""
    stem = _ENDINGS.sub("", _GENERIC.sub("", name.casefold()))
    if stem.startswith(_OTHER_PAPERS) and _AGREES.search(opening(document)):
        return stem in opening(document)
    if stem.startswith(_BARE_STEMS) or name.casefold() in _BARE_NAMES:
        return True
    lines = (text for _, text in document.paragraphs[:_TITLE_LINES])
    return any(stem in line[:_TITLE].casefold() for line in lines if not line.endswith("."))
