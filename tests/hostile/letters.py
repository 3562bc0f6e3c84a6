"""Letters that hide, turn a line around or look like others.

Source: Unicode's Technical Reports 36 (security considerations) and 39 (security mechanisms), and
its table of default ignorable code points, all read and chosen from; the words are ours.
"""

from __future__ import annotations

# Sent, and what is kept of it: what could be seen.
HIDDEN = {
    "\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe": "fdp.exe",
    "Mora\N{LEFT-TO-RIGHT OVERRIDE} kommun\N{POP DIRECTIONAL FORMATTING}": "Mora kommun",
    "\N{RIGHT-TO-LEFT EMBEDDING}Avtal\N{LEFT-TO-RIGHT EMBEDDING}": "Avtal",
    "\N{RIGHT-TO-LEFT ISOLATE}Avtal\N{POP DIRECTIONAL ISOLATE}": "Avtal",
    "\N{FIRST STRONG ISOLATE}a\N{LEFT-TO-RIGHT ISOLATE}b": "ab",
    "\N{LEFT-TO-RIGHT MARK}a\N{RIGHT-TO-LEFT MARK}b\N{ARABIC LETTER MARK}": "ab",
    "Mo\N{ZERO WIDTH SPACE}ra": "Mora",
    "Mo\N{ZERO WIDTH JOINER}ra": "Mora",
    "Mo\N{ZERO WIDTH NON-JOINER}ra": "Mora",
    "Mo\N{WORD JOINER}ra": "Mora",
    "Mo\N{SOFT HYPHEN}ra": "Mora",
    "Mo\N{INVISIBLE TIMES}ra": "Mora",
    "Mo\N{MONGOLIAN VOWEL SEPARATOR}ra": "Mora",
    "\N{ZERO WIDTH NO-BREAK SPACE}Mora": "Mora",
    "Mora\N{HANGUL FILLER}": "Mora",
    "Mora\N{HALFWIDTH HANGUL FILLER}": "Mora",
    "Mora\N{TAG LATIN SMALL LETTER X}\N{CANCEL TAG}": "Mora",
    "Mo\N{INTERLINEAR ANNOTATION ANCHOR}ra": "Mora",
    "Mora\x0b\x1b[31m\x7f\x9b": "Mora[31m",
    "a\r\nb\rc\nd\te": "a\nb\nc\nd\te",
    "A\N{ZERO WIDTH SPACE}\N{COMBINING RING ABOVE}lv": "Ålv",
}
# What can be seen stays as it was typed.
SEEN = (
    "Rättvik",
    "Älvdalen, Åmål, Örebro och Ängelholm",
    "René Idée",
    "ﬁ",
    "½",
    "ª",
    "①",
    "👩\N{ZERO WIDTH JOINER}🚒",
    "👩🏽\N{ZERO WIDTH JOINER}🚒",
    "❤\N{VARIATION SELECTOR-16}",
    "🇸🇪",
    "hård\N{NO-BREAK SPACE}mellanslag",
    "ryska Москва, grekiska Αθήνα, arabiska عربى",
    "a\tb\nc",
    "",
)
