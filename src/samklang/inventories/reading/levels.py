"""At which level a document stands: a county, a part of it, or one municipality."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from samklang.inventories.reading.county_parts import are_most_of_a_county, part_in
from samklang.inventories.reading.facts import Certainty, Fact, Party
from samklang.inventories.reading.kinds import RULES
from samklang.inventories.reading.places import NATIONAL_TOO, counties_in
from samklang.inventories.reading.running_text import Document
from samklang.inventories.reading.vocabulary import Vocabulary

# A template that nobody has filled in holds nowhere.
_CONTRACTS = frozenset({"agreement_with_individual", "agreement_with_provider"})
_NO_LEVEL = _CONTRACTS | {"not_a_document", "law_text", "template"}
_TELLS_OF_IT = frozenset({"web_page", "other_document", RULES})
# What a municipality's own body has met about is local, whatever the matter.
_MEETS = frozenset({"minutes", "agenda"})
_NATIONAL = frozenset({"staten", "Staten", "regeringen", "Regeringen"})
_REGIONAL = re.compile(
    r"\b(?:läns(?!styrelse|råd)\w{4,}"
    r"|(?<!nationell, )(?<!nationella, )regional\w*(?! (?:och|eller) lokal)"
    r"|länets?|i länet|\w+s läns?"
    r"|region(?:en|förbund\w*)|landstinget"
    r"|(?-i:Region|Landsting|Landstinget i) (?-i:[A-ZÅÄÖ])\w+)\b",
    re.IGNORECASE,
)
_COUNTY_WIDE = re.compile(
    r"\b(?:läns(?!styrelse|råd)\w{4,}|regionala?|länets?|länet"
    r"|(?:region|landstings)(?:fullmäktige|styrelsen))\b",
    re.IGNORECASE,
)
_OF_COUNTY = re.compile(
    r"\b(?:läns(?!styrelse|råd)\w{4,}|länets?|regionala? \w*(?:överenskommelse|avtal)\w*)\b",
    re.IGNORECASE,
)
_MUNICIPAL = re.compile(
    r"\b(?:(?:kommunstyrelsen|kommunfullmäktige)s?|kommunhuset"
    r"|(?:social|äldre|omsorgs|omvårdnads|hemvårds|utbildnings|välfärds|familje|ungdoms|barn"
    r"|(?:grund|för|gymnasie)?skol(?:e)?|arbetsmarknads|samhällsbyggnads|byggnads|funktionsstöds"
    r"|fritids)nämnden)\b",
    re.IGNORECASE,
)
# What holds for all of the county and for its parts holds for the county.
_CENTRAL_TOO = re.compile(
    r"\bcentral\w* (?:och|som|samt)\b[^.\n]{0,30}\bdelregional", re.IGNORECASE
)
_THE_MUNICIPALITY = re.compile(r"\bkommunen\b", re.IGNORECASE)
_COLLECTIVE = re.compile(r"\bkommuner(?:na)?\b", re.IGNORECASE)
_LOCAL_NAME = re.compile(r"\blokal(?:t|a)? \w*(?:överenskommelse|avtal)", re.IGNORECASE)
_LOCAL = re.compile(r"\blokal\w*", re.IGNORECASE)
_DISTRICT = re.compile(r"(?:stads|kommun)delsnämnd", re.IGNORECASE)
_OF_FEDERATION = re.compile(r"förbundsordning", re.IGNORECASE)
_TITLE_LENGTH, _TOP, _ONE_LINE = 400, 600, 80
_SEVERAL, _LOOKED_AT = 2, 3000
# 'Medlemmar i förbundet är kommunerna A, B och C': it holds where its members are.
_MEMBERS_ARE = re.compile(r"\b[Mm]edlemmar i \w*förbundet är\b[^.]{0,30}?(?=\b[A-ZÅÄÖk])")
# 'Ett exempel på hur A kommun gör': what is said holds for others as well.
_EXAMPLE = re.compile(r"\bexempel (?:på hur|från|i)\b[^.\n]*\Z", re.IGNORECASE)
_MEMBER = re.compile(r"\([A-ZÅÄÖa-zåäö]{1,3}\), (?P<place>[A-ZÅÄÖ][\wåäö-]+)")


def find_level(
    document: Document,
    vocabulary: Vocabulary,
    kind: str,
    parties: tuple[Fact[Party], ...],
    title: Fact[str] | None = None,
    county: Fact[str] | None = None,
) -> Fact[str] | None:
    """Say whether the document holds for a county, a part of it or one municipality."""
    if kind in _NO_LEVEL or any(party.value.name in _NATIONAL for party in parties):
        return None
    if part := title and part_in(title.value, vocabulary):
        return Fact("sub_regional", title.quote, title.place, Certainty.DERIVED, part.group())
    if kind == "regional_agreement":
        found = _first(document, _REGIONAL, "regional", len(document.text))
        return found or document.fact("regional", (0, _ONE_LINE), Certainty.DERIVED, "kind")
    is_local = kind == "local_agreement" and len(_municipalities(vocabulary, parties)) == 1
    part = None if is_local else part_in(document.text, vocabulary)
    if part and not _CENTRAL_TOO.search(document.text, 0, part.end() + _ONE_LINE):
        return document.fact("sub_regional", part.span(), Certainty.DERIVED, "part_of_county")
    placed = _by_parties(document, vocabulary, kind, parties)
    return placed or _level_of_other(document, vocabulary, kind, title, county)


def _by_parties(
    document: Document, vocabulary: Vocabulary, kind: str, parties: tuple[Fact[Party], ...]
) -> Fact[str] | None:
    """Say where a document holds by its sides, when they place it."""
    if kind in _TELLS_OF_IT | {"board_memo"} and _is_of_county(vocabulary, parties):
        return document.fact("regional", (0, _ONE_LINE), Certainty.DERIVED, "parties")
    if not _is_placed(vocabulary, kind, parties):
        return None
    places = _municipalities(vocabulary, parties)
    value = "sub_regional" if len(places) >= _SEVERAL else "local"
    if kind in {"other_agreement", "board_memo"} and are_most_of_a_county(vocabulary, places):
        value = "regional"
    found = _first(document, _LOCAL, value, len(document.text))
    return found or document.fact(value, (0, _ONE_LINE), Certainty.DERIVED, "parties")


def _level_of_other(
    document: Document,
    vocabulary: Vocabulary,
    kind: str,
    title: Fact[str] | None,
    county: Fact[str] | None,
) -> Fact[str] | None:
    """Say where a document holds that neither its kind nor its parties place."""
    if kind in _MEETS and len(came_from := _came_from(document, vocabulary)) > _SEVERAL:
        if are_most_of_a_county(vocabulary, came_from):
            return document.fact("regional", (0, _ONE_LINE), Certainty.DERIVED, "came_from")
        return _regional_by_words(document, title, county)
    return (
        _of_members(document, vocabulary)
        or _one_municipality(vocabulary, title, document.text)
        or _named_local(document, vocabulary, title)
        or _meeting_municipality(document, vocabulary, kind)
        or _level_by_words(document, vocabulary, kind, title, county)
    )


def _of_members(document: Document, vocabulary: Vocabulary) -> Fact[str] | None:
    """Say 'sub_regional' for the rules of a federation whose members are municipalities."""
    found = _MEMBERS_ARE.search(document.text, 0, _LOOKED_AT)
    members = found and vocabulary.municipality_list.match(document.text, found.end())
    if not found or not members:
        return None
    places = {one["name"] for one in vocabulary.place_pattern.finditer(members.group())}
    value = "regional" if are_most_of_a_county(vocabulary, places) else "sub_regional"
    return document.fact(value, found.span(), Certainty.DERIVED, "members")


def _one_municipality(
    vocabulary: Vocabulary, title: Fact[str] | None, text: str
) -> Fact[str] | None:
    """Say 'local' for a title that names one municipality, and no county's municipalities."""
    if title is None:
        return None
    named = {found["name"] for found in vocabulary.municipality_pattern.finditer(title.value)}
    if not named and _THE_MUNICIPALITY.search(title.value):  # who writes it says 'the municipality'
        named = {one["name"] for one in vocabulary.municipality_pattern.finditer(text)}
    if len(named) != 1 or _COUNTY_WIDE.search(title.value) or _COLLECTIVE.search(title.value):
        return None
    return Fact("local", title.quote, title.place, Certainty.DERIVED, "title")


def _named_local(
    document: Document, vocabulary: Vocabulary, title: Fact[str] | None
) -> Fact[str] | None:
    """Say 'local' for a title that names a local agreement where one municipality is spoken of."""
    if title is None or not _LOCAL_NAME.search(title.value):
        return None
    named = vocabulary.municipality_pattern.finditer(document.text)
    if len({vocabulary.stems[found["name"]] for found in named}) != 1:
        return None
    return Fact("local", title.quote, title.place, Certainty.DERIVED, "title")


def _came_from(document: Document, vocabulary: Vocabulary) -> set[str]:
    """Return the places that those who met stand with: 'Anna Ek (S), Kungälv'."""
    heads = _MEMBER.finditer(document.text, 0, _LOOKED_AT)
    return {found["place"] for found in heads if found["place"] in vocabulary.stems}


def _meeting_municipality(
    document: Document, vocabulary: Vocabulary, kind: str
) -> Fact[str] | None:
    """Say 'local' where the head of minutes names one municipality, or its body, that met."""
    if kind not in _MEETS:
        return None
    if body := _MUNICIPAL.search(document.text, 0, _TOP):
        return document.fact("local", body.span(), Certainty.DERIVED, "body")
    named = list(vocabulary.municipality_pattern.finditer(document.text, 0, _TOP))
    if len({found["name"] for found in named}) != 1:
        return None
    return document.fact("local", named[0].span(), Certainty.DERIVED, "body")


def _level_by_words(
    document: Document,
    vocabulary: Vocabulary,
    kind: str,
    title: Fact[str] | None,
    county: Fact[str] | None,
) -> Fact[str] | None:
    """Weigh one municipality's name against words for the county."""
    named = list(_named_municipalities(document, vocabulary))
    counties = list(counties_in(document.text, vocabulary))
    above = len(_COUNTY_WIDE.findall(document.text)) + len(counties)
    several = vocabulary.municipality_list.search(document.text, 0, _TITLE_LENGTH)
    if several and not _REGIONAL.search(document.text, 0, _TITLE_LENGTH):
        return document.fact("sub_regional", several.span(), Certainty.DERIVED, "several")
    in_title = any(found.start() < _TITLE_LENGTH for found in named)
    if (in_title and not _REGIONAL.search(document.text, 0, _TOP)) or len(named) > above:
        if _are_several(named):  # a part of the county, or examples from all of it
            return None
        return document.fact("local", named[0].span(), Certainty.DERIVED, "municipalities")
    is_of_country = kind in NATIONAL_TOO and _is_of_country(document, vocabulary, county)
    # 'Länsgemensamma planer': a report whose county has no name is on all of them.
    is_of_country |= kind == "report" and county is None
    regional = None if is_of_country else _regional_by_words(document, title, county)
    if regional:
        return regional
    # It may tell of what every municipality does; a federation's rules are adopted by them all.
    if kind == "web_page" or (title and _OF_FEDERATION.search(title.value)):
        return None
    return _first(document, _MUNICIPAL, "local", len(document.head))


def _named_municipalities(document: Document, vocabulary: Vocabulary) -> Iterator[re.Match[str]]:
    """Yield the municipalities that are spoken of, without those that are an example."""
    for one in vocabulary.municipality_pattern.finditer(document.text):
        if not _EXAMPLE.search(document.text, max(0, one.start() - _ONE_LINE), one.start()):
            yield one


def _is_of_country(document: Document, vocabulary: Vocabulary, county: Fact[str] | None) -> bool:
    """Tell whether places of several other counties are named: it speaks of the whole country."""
    places = vocabulary.place_pattern.finditer(document.text, 0, _LOOKED_AT)
    named = {vocabulary.municipalities[vocabulary.stems[found["name"]]].name for found in places}
    return len(named - {county.value if county else ""}) >= _SEVERAL


def _regional_by_words(
    document: Document, title: Fact[str] | None, county: Fact[str] | None
) -> Fact[str] | None:
    """Say 'regional' where a county is named or the title is a county's."""
    if county is None and not (title and _OF_COUNTY.search(title.value)):
        return None
    if words := _first(document, _REGIONAL, "regional", len(document.text)):
        return words
    return county and Fact("regional", county.quote, county.place, Certainty.DERIVED, "county")


def _are_several(named: list[re.Match[str]]) -> bool:
    """Tell whether many municipalities are named and none of them stands out."""
    times = Counter(found["name"] for found in named)
    return len(times) > _SEVERAL and _SEVERAL * max(times.values()) <= len(named)


def _municipalities(vocabulary: Vocabulary, parties: tuple[Fact[Party], ...]) -> set[str]:
    return {
        found.group("name")
        for party in parties
        if (found := vocabulary.municipality_pattern.match(party.value.name))
    }


def _is_placed(vocabulary: Vocabulary, kind: str, parties: tuple[Fact[Party], ...]) -> bool:
    """Tell whether the parties say where it holds: a region and one municipality, in one place."""
    municipalities = len(_municipalities(vocabulary, parties))
    if kind in _TELLS_OF_IT:
        regions = sum(bool(vocabulary.region_pattern.fullmatch(p.value.name)) for p in parties)
        if municipalities == regions == 1:
            return len(parties) == _SEVERAL
        places = _municipalities(vocabulary, parties)
        together = any(party.value.collective for party in parties)
        several = municipalities >= _SEVERAL and regions < _SEVERAL and not together
        return several and not are_most_of_a_county(vocabulary, places)
    if kind in {"other_agreement", "board_memo"}:
        return municipalities >= _SEVERAL or _is_one_place(vocabulary, parties)
    return kind == "local_agreement"


def _is_of_county(vocabulary: Vocabulary, parties: tuple[Fact[Party], ...]) -> bool:
    """Tell whether the sides are a region and the municipalities together."""
    names = [party.value.name for party in parties]
    is_region = any(vocabulary.region_pattern.fullmatch(name) for name in names)
    return is_region and any(party.value.collective for party in parties)


def _is_one_place(vocabulary: Vocabulary, parties: tuple[Fact[Party], ...]) -> bool:
    """Tell whether a side is one municipality or its district, and none is of the whole county."""
    names = [party.value.name for party in parties]
    is_of_county = any(vocabulary.region_pattern.fullmatch(name) for name in names)
    is_of_county |= any(party.value.collective for party in parties)
    one = _municipalities(vocabulary, parties) or any(map(_DISTRICT.match, names))
    return bool(one) and len(names) > 1 and not is_of_county


def _first(document: Document, pattern: re.Pattern[str], value: str, stop: int) -> Fact[str] | None:
    found = pattern.search(document.text, 0, stop)
    if not found:
        return None
    return document.fact(
        value, document.sentence(*found.span(), reach=60), Certainty.DERIVED, "words"
    )
