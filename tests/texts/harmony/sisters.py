"""Three invented regional texts: the same but for what is seeded, and for how it is written."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from samklang.documents.api import passages
from samklang.library.api import LawText
from samklang.texts.harmony import (
    Harmony,
    HarmonyRules,
    Part,
    SisterText,
    Understanding,
    harmonise,
    load_harmony_rules,
)

TODAY = date(2026, 11, 27)
PACKS = Path(__file__).parents[3] / "packs"
LVM = "lagen (1988:870) om vård av missbrukare i vissa fall"
Sections = list[tuple[str, str]]

# What all three say. The signs and spellings differ from text to text, and mean the same.
PURPOSE = (
    "<p>Parterna ska arbeta för en sammanhållen vård. Den enskilde ska inte behöva bära "
    "kunskap mellan parterna – det är parternas sak.</p>"
)
PURPOSE_SPELLED = (
    "<p>PARTERNA skall arbeta för en sammanhållen vård; den enskilde skall ej behöva bära "
    "kunskap mellan parterna - det är parternas sak!</p>"
)
FOLLOW_UP = (
    "<ul><li>Parterna ska följa upp avtalet varje höst.</li>"
    "<li>Regionen ska sammanställa svaren inom 30 dagar.</li></ul>"
)
FOLLOW_UP_SPELLED = (
    "<p>Parterna ska följa upp avtalet varje höst.</p>"
    "<p>Regionen ska sammanställa svaren inom trettio dagar.</p>"
)
DISPUTES = (
    "<p>Oenighet löses närmast verksamheten och lyfts annars till närmaste chefer hos båda.</p>"
)
PLAN = (
    "<p>Kommunen och regionen ska erbjuda den enskilde en plan. "
    "Planen upprättas enligt 16 kap. 3 § HSL.</p>"
)


def meetings(frequency: str = "fyra gånger per år") -> str:
    return (
        f"<p>Ledningsgruppen träffas {frequency} med dagordning och anteckningar. "
        "Arbetsgruppen bereder frågor om lokaler, bemanning, utbildning och ekonomi.</p>"
    )


def duties(actor: str = "Regionen", limit: str = "14 dagar", law: str = "16 kap. 3 § HSL") -> str:
    return (
        f"<p>{actor} ska ge ett första besök på mottagningen. "
        f"Kommunen ska svara på en remiss inom {limit}. "
        f"Samordningen av stödinsatser sker enligt {law}.</p>"
    )


def words(contact: str, *, support: bool = True) -> str:
    lone = "<li>Boendestöd: praktisk hjälp i det egna hemmet.</li>" if support else ""
    return (
        "<ul><li>Samordnare: den som håller ihop insatserna.</li>"
        f"<li><strong>Fast kontakt</strong> – {contact}</li>{lone}</ul>"
    )


def target(whom: str, ages: str) -> str:
    return f"<p>Överenskommelsen gäller för {whom}. Stödet ges till den som är {ages}.</p>"


ELM: Sections = [
    ("Syfte", PURPOSE),
    ("Målgrupp", target("almfolket", "under 18 år")),
    ("Begrepp", words("en namngiven person som den enskilde når varje vardag.")),
    ("Ansvar", duties()),
    ("Plan", PLAN),
    ("Möten", meetings()),
    ("Delaktighet", "<p>Föreningar för brukare bjuds in när rutiner skrivs.</p>"),
    ("Avvikelser", "<p>En avvikelse skrivs ned samma dag och skickas till den andra parten.</p>"),
    ("Tvång", f"<p>Om tvång säger {LVM} vad som gäller.</p>"),
    ("Uppföljning", FOLLOW_UP),
    ("Oenighet", DISPUTES),
]
ASH: Sections = [
    ("SYFTE", PURPOSE_SPELLED),
    ("Målgrupp", target("askfolket", "till och med 17 år")),
    ("Begrepp", words("en namngiven person som den enskilde når varje vardag.")),
    ("Ansvar", duties(actor="Kommunen", limit="två veckor")),
    ("Plan", PLAN),
    ("Samverkansforum", meetings()),
    ("Delaktighet", "<p>Föreningar för brukare bjuds in när rutiner skrivs.</p>"),
    ("Avvikelser", "<p>Varje kvartal går chefer igenom händelser och väljer förbättringar.</p>"),
    ("Tvång", f"<p>Om tvång säger {LVM} vad som gäller. Stödet vid missbruk är frivilligt.</p>"),
    ("Uppföljning", FOLLOW_UP_SPELLED),
    ("Oenighet", DISPUTES),
]
OAK: Sections = [
    ("Syfte", PURPOSE),
    ("Målgrupp", target("ekfolket", "under 21 år")),
    ("Begrepp", words("den mottagning som har gjort den senaste bedömningen.", support=False)),
    ("Ansvar", duties(limit="3 veckor", law="2 kap. 7 § socialtjänstlagen (2001:453)")),
    ("Plan", PLAN),
    ("Möten", meetings("4 gånger per år")),
    ("Avvikelser", "<p>En avvikelse skrivs ned samma dag och skickas till den andra parten.</p>"),
    ("Tvång", f"<p>Om tvång säger {LVM} vad som gäller.</p>"),
    ("Oenighet", DISPUTES),
    ("Uppföljning", FOLLOW_UP),
]
OWN = {"elm": ("almfolket",), "ash": ("askfolket",), "oak": ("ekfolket",)}
SISTERS = {"elm": ELM, "ash": ASH, "oak": OAK}


def text(code: str, sections: Sections, own: tuple[str, ...] = ()) -> SisterText:
    parts = (
        Part(f"{code}-{heading.casefold()}", heading, passages(body), str(number))
        for number, (heading, body) in enumerate(sections, 1)
    )
    return SisterText(code, tuple(parts), own)


def sisters() -> list[SisterText]:
    return [text(code, sections, OWN[code]) for code, sections in SISTERS.items()]


@cache
def rules() -> HarmonyRules:
    return load_harmony_rules(PACKS / "se" / "reading")


def read(texts: list[SisterText], law: LawText | None = None, on: date = TODAY) -> Harmony:
    return harmonise(texts, Understanding(rules(), law or LawText(source=""), on=on))


def compared(*bodies: str, heading: str = "Ansvar", law: LawText | None = None) -> list[str]:
    """Return the kinds of what differs between sections of the same heading."""
    texts = [text(f"t{number}", [(heading, body)]) for number, body in enumerate(bodies)]
    return [one.kind.value for one in read(texts, law).differences]
