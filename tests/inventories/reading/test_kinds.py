"""A document is called what it is, and an agreement is never invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.documents.extraction.text import ExtractedText
from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.reader import read
from samklang.inventories.reading.vocabulary import Vocabulary

Read = Callable[[str], Reading]

REGIONAL = """Länsövergripande överenskommelse om samverkan kring äldre
mellan Region Västmanland och kommunerna i Västmanlands län

1. Parter
Region Västmanland och länets kommuner.
2. Giltighetstid
Överenskommelsen gäller från och med 2023-01-01 till och med 2025-12-31.
3. Tvist
Parterna ska i första hand lösa oenighet genom samtal."""

LOCAL = """Lokal överenskommelse mellan Sala kommun och Region Västmanland
om stöd till personer med beroende

Parter
Sala kommun och Region Västmanland är parter i denna överenskommelse.
Uppsägning
Överenskommelsen kan sägas upp med tre månaders varsel."""

MEMO = """Tjänsteskrivelse
2024-02-10
Dnr SN 2024/0123
Handläggare: Ebba Exempel
Socialnämnden
Överenskommelse mellan Region Uppsala och kommunerna i Uppsala län om hjälpmedel
Sammanfattning
Förvaltningen föreslår att nämnden antar överenskommelsen.
Förslag till beslut
Socialnämnden antar överenskommelsen.
Beslutet ska skickas till
Region Uppsala"""

NEWS = """SOURCE: https://www.example.se/nyheter/ny-overenskommelse/

Hoppa till innehåll
Ny överenskommelse om barns hälsa
Publicerad: 3 maj 2024
Region Halland och länets kommuner har enats. Den 1 juni 2024 trädde överenskommelsen i kraft.
Läs mer om arbetet på vår webbplats. Hade du nytta av informationen?"""

MINUTES = """Minnesanteckningar Samverkansrådet
Närvarande: Ada Alm, Bo Berg
1. Mötets öppnande
Rådet beslutade
att öppna mötet.
2. Överenskommelse om samverkan
Föredragande: Ada Alm, strateg
Rådet beslutade
att lägga informationen till handlingarna."""

ASSIGNMENT = """Uppdragsbeskrivning för arbetsgrupp om överenskommelse
1. Uppdrag
Uppdraget omfattar att ta fram ett förslag till överenskommelse.
Beställare: Samverkansrådet
Uppdragstagare: Arbetsgruppen
Styrgruppen följer arbetet. Uppdraget gäller till 2026-12-31."""

LAW = """3 § Regionen ska ingå en överenskommelse med kommunen om ett samarbete. Lag (2024:90).
4 § En plan ska upprättas när den behövs. Lag (2020:1).
5 § Planen ska följas upp. SFS 2020:1
6 § Denna lag träder i kraft den 1 januari 2028. Utfärdad den 1 juni."""

PERSON = """Överenskommelse om boendestöd
Mellan nedan angiven person och Sala kommun har denna överenskommelse träffats.
Den assistansberättigade har tagit del av villkoren. Assistansberättigad får säga upp den.
Personnummer
God man
Vårdnadshavare
Utdelningsadress
Underskrift"""

PROVIDER = """Avtal om utförande av hemtjänst enligt lag om valfrihetssystem
1. Parter
Detta avtal är upprättat mellan Sala kommun, nedan kallad Beställaren, och Omsorg Exempel AB,
nedan kallad Utföraren. Utföraren åtar sig att leverera hemtjänst. Vite utgår vid försening.
Utföraren ska fakturera månadsvis. Leverantören svarar för försäkring och underleverantörer."""

NORWEGIAN = """Samarbeidsavtale mellom kommunen og helseforetaket
Denne avtalen er inngått mellom Eksempel kommune og Eksempel sykehus HF. Partene skal
samarbeide om pasienter og brukere, og avtalen gjelder fra 2022. Partene kan ikke si opp
avtalen før den er evaluert. Det vises til lov om helse- og omsorgstjenester."""

GUIDE = """SOURCE: https://example.se/stod/

Stöd för framtagande av lokala överenskommelser
Här finns råd till den som ska ta fram en lokal överenskommelse. Läs mer om processen.
Ett arbete pågår med en mall. Överenskommelsen bör vara konkret och beskriva vem som gör vad."""

DEAD_LINK = """Startsidan
Sidan kunde inte hittas
Den kan ha bytt adress eller tagits bort."""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (REGIONAL, "regional_agreement"),
        (LOCAL, "local_agreement"),
        (MEMO, "board_memo"),
        (NEWS, "web_page"),
        (MINUTES, "minutes"),
        (ASSIGNMENT, "assignment"),
        (LAW, "law_text"),
        (PERSON, "agreement_with_individual"),
        (PROVIDER, "agreement_with_provider"),
        (NORWEGIAN, "foreign_agreement"),
        (GUIDE, "web_page"),
        (DEAD_LINK, "not_a_document"),
        ("", "not_a_document"),
    ],
)
def test_a_document_is_called_what_it_is(reading: Read, text: str, kind: str) -> None:
    assert reading(text).kind.value == kind


def test_a_list_of_contents_alone_shows_an_agreement(reading: Read) -> None:
    titles = ["Bakgrund", "Parter", "Målgrupp", "Gemensamma mål för region och kommun", "Tvister"]
    titles += ["Avvikelser", "Giltighetstid och uppsägning", "Rutiner för samarbete i vardagen"]
    contents = "\n".join(f"{i} {title} ............. {i}" for i, title in enumerate(titles, 1))

    found = reading(f"personer med psykisk funktionsnedsättning\nInnehåll\n{contents}")

    assert found.kind.value.endswith("_agreement")


def test_minutes_under_an_agreements_title_are_minutes(reading: Read) -> None:
    title = "Samverkansavtal mellan Ale kommun och Lerums kommun om gemensam tillsyn i området"

    found = reading(
        f"{title}\n{title}\n5\nSAMMANTRÄDESPROTOKOLL\nMiljönämnden\nSammanträdesdatum\n2023-04-18\n"
        f"§ 65 Dnr 2023KS133\n{title}\nBeslut\nNämnden godkänner samverkansavtalet.\n"
        "Paragrafen förklaras omedelbart justerad.\n"
        "Beslutsunderlag\nTjänsteskrivelse den 1 april 2023\n"
    )

    assert found.kind.value == "minutes"
    assert [number.value for number in found.diary_numbers] == ["2023KS133"]


def test_a_saved_web_page_is_known_without_its_address(vocabulary: Vocabulary) -> None:
    text = (
        "Samverkan kring äldre\nHär finns vår överenskommelse. Läs mer om arbetet i länet hos oss."
    )

    page = read(ExtractedText(text, (), "html"), "sida.html", vocabulary)

    assert page.kind.value == "web_page"


def test_a_hosts_list_of_related_documents_is_no_document(reading: Read) -> None:
    found = reading(
        "Samverkansavtal familjecentral\nRelevanta dokument\n"
        + "Avtal om samverkan mellan kommun och region\n" * 12
    )

    assert found.kind.value == "not_a_document"
