"""Where a title does not settle it, a document is known by the small signs of its kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from samklang.inventories.reading.running_text import Document

Read = Callable[[str], Reading]
Write = Callable[[str], Document]

HOST = "SOURCE: https://docplayer.se/1-prov.html | TITLE: - | EXTENT: beginning only\n\n"

PUBLICATION = """Former för samverkan om hjälpmedel

Utgivare: Exempelinstitutet, 2014. Författare: Ebba Exempel. Artikelnummer 1234.
Publikationen kan beställas från institutet.

Innehåll Inledning Hjälpmedelsanvändare Samverkansavtal Gemensam nämnd Slutsatser Referenslista"""

COMMITTEE = """En rätt att samverka
Delbetänkande av Exempelutredningen
SOU 2099:1
ISBN 978-00-00
Svara på remiss genom departementet. Tryck: Exempeltryckeriet."""

SIGN_IN = """Logga in
Användarnamn
Lösenord
Glömt lösenordet?
Du har blivit utloggad eftersom du inte har gjort något på en stund i systemet."""

MISSING_FILE = """Oj då!
Filen som du letar efter finns inte kvar här.
Kontrollera adressen eller gå till startsidan och sök efter det som du vill läsa."""

RELATED = """Gemensamma regler för regionen och kommunerna om samverkan kring barn och unga i behov

Relevanta dokument
Lokal överenskommelse mellan Exempels kommun och regionen
Avtal om samverkan mellan kommun och region"""

FORM = """MALL
Lokal överenskommelse mellan [kommunens namn] och Region Halland
1. Parter
[Ange vilka nämnder som är parter i överenskommelsen.]
2. Målgrupp
Här beskriver ni vilka den lokala överenskommelsen gäller för.
3. Giltighet
Överenskommelsen gäller från ÅÅÅÅ-MM-DD.
Underskrifter
[Namn, titel]"""

CONTACT_PERSON = """AVTAL OM UPPDRAG SOM STÖDPERSON
Uppdragsgivare: Sala kommun
Uppdragstagare: Namn ............ Pers.nr ............
Arvode utgår enligt gällande nivåer. Tystnadsplikt gäller.
Avtalet gäller från ........ och upphör när biståndsbeslutet upphör."""

PROCESSOR = """Personuppgiftsbiträdesavtal
mellan Sala kommun (personuppgiftsansvarig) och Exempelsystem AB (personuppgiftsbiträde)
1. Ändamål
Biträdet behandlar uppgifter för att driva ett system.
2. Avtalstid
Avtalet gäller så länge uppgifterna behandlas.
Underskrifter"""

AGENDA = """Dagordning
Styrgrupp för samverkan i Halland
1. Mötet öppnas
2. Föregående minnesanteckningar
3. Ny överenskommelse om utskrivning, beslut
4. Övriga frågor
5. Nästa möte"""

ITEMS_TO_DECIDE = """Förslag till föredragningslista
Handläggare Ebba Exempel
Beslutsunderlag skickas separat. Till ledamöterna.

1. Val av justerare
2. Ny taxa. Förslag till beslut: utskottet föreslår direktionen att besluta om taxan.
3. Nytt reglemente. Förslag till beslut: utskottet föreslår direktionen att anta reglementet.
4. Avtal. Förslag till beslut: utskottet föreslår direktionen att godkänna avtalet."""

SCRIBBLES = """Lokala barngruppen, anteckningar 3/11

Med: Karin, Elin och Josef
- Överenskommelsen: Karin gick igenom den nya länsöverenskommelsen.
- Vi bestämde att skriva en rutin.
Nästa gång: 12/1 klockan 9."""

TASK = """Uppdrag till arbetsgrupp: ny överenskommelse om barn
Uppdragsgivare: Styrgruppen
Uppdragstagare: Arbetsgruppen
Leverans: ett förslag till överenskommelse i maj."""

OWN_WORDS = """Trygg hemgång i länet
Denna rutin beskriver hur verksamheterna samarbetar när någon kommer hem från sjukhus.
Rutinen gäller alla vårdcentraler. Sjuksköterskan ringer kommunen samma dag.
Rutinen har tagits fram av en grupp. Dokumenttyp: rutin"""


PAGE_ABOUT_WORK = """SOURCE: https://www.exempel.se/yrke/uppdrag-och-ansvar/

Uppdrag och ansvar

Den som arbetar med stöd har ett viktigt arbete. Uppdraget är att ge stöd i vardagen.
Varje kommun ordnar stödet på sitt sätt och efter vad som behövs."""

PLAN_UNDER_A_BODY = """Södra nämnden

Projektbeskrivning Fördelning av arbete

Projektet består av två delar, en nulägesbeskrivning och ett genomförande av samarbeten:
1. Nulägesbeskrivning av vården i området.
2. Områden att samarbeta om."""


MEMO_WITHOUT_ITS_NAME = """Sala kommun
Socialförvaltningen
Handläggare: Ebba Exempel
Dnr SN 2024/1

Socialnämnden

Reviderad överenskommelse om samverkan i Västmanlands län

Beslutsförslag
Nämnden godkänner överenskommelsen.
Ärendet
Överenskommelsen gäller från januari.
Ekonomiska konsekvenser
Inga."""

LETTERHEAD = """Sala kommun
Socialnämnden
2024-05-17
Dnr SN 2024/2

Till
Region Västmanland

Yttrande över förslag till överenskommelse om samverkan

Kommunen har fått lämna synpunkter och ställer sig bakom förslaget."""

ROUTINE_WITH_A_CALL = """Rutin
Dokumentansvarig: Utvecklingsledare
Samordnad plan
Syfte
Rutinen beskriver hur en plan görs.
Kallelse
Den som ser behovet kallar inom tre dagar."""

MEETING_WITHOUT_ITS_NAME = """Processgrupp beroende
2023-09-20 kl. 13-15
Deltagare: Eva, Tomas, Lina
Förhinder: Siv
1. Överenskommelsen
Per redovisade synpunkterna. Gruppen enades om en ny text.
2. Kommande möten
25 oktober"""

INTENT = """Avsiktsförklaring

Mellan Region Halland och Hylte kommun

Parterna har ett gemensamt mål att utveckla teknik för äldre under perioden 2023-2025."""

TERMS = """Flerårsavtal Röntgen. Gemensamma villkor
Villkoren gäller mellan Vårdgivare och Beställare.
1 Överlåtelse
Ingen part äger rätt att pantsätta avtalet.
2 Tvister
Tvist avgörs av allmän domstol."""


CONSULTANT = """UPPDRAGSAVTAL
Mellan Kommunförbundet Exempel och Exempel Konsult AB, nedan Konsulten
1. Uppdraget
Konsulten ska leda arbetet med länets överenskommelse.
2. Ersättning
Fakturering sker månadsvis."""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (HOST + PUBLICATION, "report"),
        (COMMITTEE, "report"),
        (SIGN_IN, "not_a_document"),
        (MISSING_FILE, "not_a_document"),
        (HOST + RELATED, "not_a_document"),
        (FORM, "template"),
        (CONTACT_PERSON, "agreement_with_individual"),
        (PROCESSOR, "agreement_with_provider"),
        (AGENDA, "agenda"),
        (ITEMS_TO_DECIDE, "agenda"),
        (SCRIBBLES, "minutes"),
        (TASK, "assignment"),
        (OWN_WORDS, "routine"),
        (PAGE_ABOUT_WORK, "web_page"),
        (PLAN_UNDER_A_BODY, "project_plan"),
        (MEMO_WITHOUT_ITS_NAME, "board_memo"),
        (LETTERHEAD, "consultation_response"),
        (ROUTINE_WITH_A_CALL, "routine"),
        (MEETING_WITHOUT_ITS_NAME, "minutes"),
        (INTENT, "other_agreement"),
        (TERMS, "agreement_with_provider"),
        (CONSULTANT, "agreement_with_provider"),
    ],
)
def test_small_signs_tell_the_kind(reading: Read, text: str, kind: str) -> None:
    assert reading(text).kind.value == kind


def test_an_agreement_flattened_to_one_line_keeps_its_headings(reading: Read) -> None:
    filler = "Verksamheterna ska mötas ofta och hjälpa varandra med det som behövs. " * 12

    found = reading(
        f"{HOST}Vård i hemmet i Hallands län\n\n1 Vård i hemmet i Hallands län 1. Parter Region "
        f"Halland och länets kommuner. 2. Ansvar {filler} 3. Avtalstid Tills vidare. 4. Uppsägning "
        "Tolv månader. 5. Tvister Löses i samråd."
    )

    assert found.kind.value == "regional_agreement"


def test_a_flattened_page_that_ends_in_dots_is_text_not_contents(document: Write) -> None:
    page = "Avtal om schemaläggning mellan köparen och leverantören i länet. " * 6

    found = document(f"{page}1 Parter ......... 3\n2 Avtalstid ......... 4\n")

    assert "Avtal om schemaläggning" in found.text
    assert found.contents == ("2 Avtalstid",)


def test_two_signed_agreements_in_one_file_are_said_to_be_two(reading: Read) -> None:
    one = (
        "Överenskommelse mellan Region Halland och Hylte kommun om {}\n\nParter\n"
        "Region Halland och Hylte kommun.\nGiltighet\nÖverenskommelsen gäller {}.\n"
        "Underskrifter\n__________\n\n"
    )

    both = reading(one.format("äldre", "2020") + one.format("barn", "2021"))
    single = reading(one.format("äldre", "2020"))

    assert [warning.code for warning in both.warnings] == ["two_documents"]
    assert both.warnings[0].quote.strip().endswith("om barn")
    assert not single.warnings


def test_a_memo_is_no_agreement_for_the_one_attached_to_it(reading: Read) -> None:
    found = reading(
        "Tjänsteskrivelse\n2020-04-20\nTill barnnämnden\nLokal överenskommelse om elevhälsa\n"
        "Förslag till beslut\nNämnden antar överenskommelsen.\nExpedieras till\nRegion Dalarna\n"
        "Bilaga\nLokal överenskommelse mellan Orsa kommun och Region Dalarna om elevhälsa\n\n"
        "Parter\nOrsa kommun och Region Dalarna.\nGiltighetstid\nTills vidare.\nUppsägning\n"
        "Överenskommelsen kan sägas upp.\nUnderskrifter\n"
    )

    assert found.kind.value == "board_memo"
    assert [warning.code for warning in found.warnings] == ["two_documents"]
