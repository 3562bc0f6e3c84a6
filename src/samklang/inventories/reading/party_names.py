"""What sides are called that no list knows: companies, boards, the state's agencies."""

from __future__ import annotations

import re

COMPANY = re.compile(
    r"\b[A-ZÅÄÖ][\w.&'-]*(?:(?<=-) och [a-zåäö]\w+)?"
    r"(?: (?:i|och|&|[A-ZÅÄÖ][\w.&'-]*)){0,5} (?:AB|Aktiebolag|HB|KB)\b"
)
OTHER = re.compile(
    r"\b(?:[Ss]taten(?! genom [A-ZÅÄÖ])|(?<=[Ss]taten genom )[A-ZÅÄÖ]\w+|[Rr]egeringen"
    r"|Försäkringskassan|Arbetsförmedlingen|Polisen"
    r"|Polismyndigheten(?: i [A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)? län)?"
    r"|Länsstyrelsen(?: i)? [A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+)? län"
    r"|[A-ZÅÄÖ]\w+s [Uu]niversitet|Högskolan i [A-ZÅÄÖ]\w+|Karolinska [Ii]nstitutet"
    r"|[A-ZÅÄÖ]\w*(?:förbundet|föreningen|stiftelsen|institutet|sällskapet) för [a-zåäö-]+"
    r"(?: och [a-zåäö-]+)?|Kriminalvården|Bolagsverket|Migrationsverket|Trafikverket"
    r"|Sveriges [Kk]ommuner och (?:[Rr]egioner|[Ll]andsting)"
    r"|Samordningsförbundet [A-ZÅÄÖ]\w+(?: [A-ZÅÄÖ]\w+){0,2})\b"
)
# A region of several boards lets each agree for its part of the county.
REGIONS_BOARD = re.compile(
    r"(?:(?:[Nn]orra|[Ss]ödra|[Vv]ästra|[Öö]stra|[A-ZÅÄÖ]\w+s) )?"
    r"[Hh]älso- och sjukvårdsnämnd(?:en)?(?: i)?(?: (?:norra|södra|västra|östra))?(?: [A-ZÅÄÖ]\w+)?"
)
# What only 'mellan A och B' makes a side: elsewhere they are spoken of in every other sentence.
AGENCY = re.compile(
    rf"\b(?:{REGIONS_BOARD.pattern}|polisen|polismyndigheten|[Ll]änspolismyndigheten"
    r"|(?:[Ll]okalp|[Pp])olisområde(?:t)?"
    r" (?:(?:[Nn]orra|[Ss]ödra|[Öö]stra|[Vv]ästra|[Mm]ellersta) )?[A-ZÅÄÖ]\w+"
    r"|Polisregion [A-ZÅÄÖ]\w+|länsstyrelsen|Länsstyrelsen(?: i)?(?: [A-ZÅÄÖ]\w+){0,2}"
    r"|försäkringskassan|arbetsförmedlingen|kriminalvården|[Ff]rivården|[Rr]äddningstjänsten"
    r"(?: [A-ZÅÄÖ]\w+){0,2}|[Åå]klagarmyndigheten|SK[LR]"
    r"|[Åå]klagark(?:ammaren|amrarna)(?: i [A-ZÅÄÖ]\w+)?|[Ss]katteverket"
    r"|Kronofogden|Kronofogdemyndigheten|Socialstyrelsen|Skolverket|Statens institutionsstyrelse"
    r"|Jordbruksverket|Försvarsmakten|Tullverket|Kustbevakningen|[Ss]amordningsförbundet"
    r"|(?:den )?idéburna sektorn|(?:de )?idéburna organisationerna)"
    r"(?![\w-])"
)
FEDERATION = re.compile(
    r"\b(?:[Kk]ommun(?:al)?förbundet [A-ZÅÄÖ]\w+"
    r"(?: [A-ZÅÄÖ]\w+| län| i [A-ZÅÄÖ]\w+| och (?!dess\b)\w+){0,5}"
    r"|[A-ZÅÄÖ][\w-]+s (?:kommunal|miljö|räddningstjänst|brandförsvars"
    r"|utbildnings|gymnasie|avfalls|samordnings)förbund)\b"
)
BOARD = re.compile(
    r"\b(?:Direktionen för [^\n]{5,80}"
    r"|[Nn]ämnden för [A-ZÅÄÖ]\w+(?:,? & [A-ZÅÄÖ]\w+| och [A-ZÅÄÖ]\w+(?! (?:[A-ZÅÄÖ]|stads)))?"
    r"|[A-ZÅÄÖ][a-zåäö]+-?(?: (?:och|samt) [a-zåäö-]+){0,2}(?:nämnden|styrelsen))(?=[ ,\n.)]|\Z)"
)
NAME = re.compile(
    r"(?<!& )\b[A-ZÅÄÖ](?!-)[a-zåäö&'-]+(?: (?:i|\w*(?:församling|pastorat|förening|stadsmission)"
    r"|[A-ZÅÄÖ][\wåäö&'-]*)){0,6}(?<!-)(?= och\b|,|\.|\n|\Z| samt\b| \()"
)


# Streets, stations and squares: where something is, never who.
PLACE = re.compile(
    r"(?:[^\n]* )?[\wåäö-]*(?:vägen|gatan|gränden|gränd|torget|leden|stigen|allén|bron|backen"
    r"|parken|stranden|viken|holmen|rondellen|hållplatsen|station|resecentrum|centrum)",
    re.IGNORECASE,
)


def as_it_calls_itself(name: str, text: str) -> str:
    """Write a name as the text mostly does: with its legal form, without 'Föreningen'."""
    bare = name.removeprefix("Föreningen ")
    name = bare if text.count(bare) > 2 * text.count(name) else name
    full = re.search(re.escape(name) + r" (?:AB|HB|KB|Aktiebolag)\b", text)
    return full.group() if full else name
