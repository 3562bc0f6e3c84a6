"""Forms that public documents take when they are met for the first time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Certainty, Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]

PAGE = "SOURCE: https://www.exempel.se/{} | TITLE: - | EXTENT: beginning only\n\n"
HOST = "SOURCE: https://docplayer.se/{} | TITLE: - | EXTENT: beginning only\n\n"


def names(reading: Reading) -> list[str]:
    return [party.value.name for party in reading.parties]


NEWS_OF_AN_AGREEMENT = """Nytt samarbetsavtal för vården

Rådet har fattat beslut om ett nytt samverkansavtal.
Det nya avtalet gäller från 2026 och reglerar hur regionerna samarbetar.
Avtalet träder i kraft när alla har godkänt det."""

DOWNLOADS = """Vårdavtalet

Regionen skickar två undertecknade exemplar av avtalet till respektive kommun i juni.

Avtal om ansvar och utveckling i Skåne

Bilagor till avtalet"""


@pytest.mark.parametrize(
    ("address", "text"),
    [("nyheter/nytt-avtal/", NEWS_OF_AN_AGREEMENT), ("avtalet/", DOWNLOADS)],
)
def test_a_page_that_only_tells_of_an_agreement_is_none(
    reading: Read, address: str, text: str
) -> None:
    assert reading(PAGE.format(address) + text).kind.value == "web_page"


def test_a_page_that_is_an_agreement_is_one(reading: Read) -> None:
    found = reading(
        PAGE.format("styrdokument/avtal/") + "Avtal om gemensam nämnd\n\n"
        "Avtalet gäller från och med 2024-01-01\n\n"
        "Mellan Vara kommun och Skara kommun tecknas följande\n\n"
        "Parter\nVara kommun och Skara kommun är parter i detta avtal.\n"
        "Uppsägning\nAvtalet kan sägas upp med sex månaders varsel."
    )

    assert found.kind.value in {"other_agreement", "local_agreement"}
    assert names(found) == ["Vara kommun", "Skara kommun"]


def test_a_folder_called_documents_does_not_make_a_page_a_file(reading: Read) -> None:
    found = reading(
        PAGE.format("dokument/nyheter/forslag/") + "Förslag till nytt avtal på remissrunda\n\n"
        "Förslaget har skickats till samtliga parter, Region Halland och länets kommuner.\n"
        "Avtalet föreslås börja gälla från och med den 1 april 2026.\n\n"
        "Senast uppdaterad: 2025-10-01"
    )

    assert found.kind.value == "web_page"
    assert names(found) == ["Region Halland", "länets kommuner"]


def test_an_evaluation_of_an_agreement_is_a_report(reading: Read) -> None:
    found = reading(
        HOST.format("1-x.html") + "• No results found\n\nUtvärdering av länsövergripande avtal\n\n"
        "Inledning\n\nSamarbetsavtal mellan Region Halland och kommunerna i Halland har bilagor.\n"
        "Metod\n\nIntervjuerna gjordes under våren."
    )

    assert found.kind.value == "report"
    assert not found.parties


def test_a_pdf_in_a_list_of_attachments_makes_no_memo(reading: Read) -> None:
    found = reading(
        "Kallelse till socialnämndens sammanträde 2024-05-02\n\n1 Information\n\n"
        "Bilagor\nTjänsteskrivelse om boenden.pdf\n\n2 Budget\n"
    )

    assert found.kind.value == "agenda"


def test_a_remitted_matter_in_a_sentence_makes_no_consultation_response(reading: Read) -> None:
    found = reading(
        PAGE.format("2024/2024-03-16-sammanfattning-fran-styrelsen.html")
        + "2024-03-16\n\nSammanfattning från styrelsen\n\n"
        "Styrelsen beslutade att yttra sig över en remiss om en strategi för tillväxt i länet.\n\n"
        "Årsredovisning för styrelsen\n\nStyrelsen godkände den.\n\nLäs mer"
    )

    assert found.kind.value == "web_page"
    assert value(found.title) == "Sammanfattning från styrelsen"


def test_a_contract_about_personal_assistance_is_with_an_individual(reading: Read) -> None:
    found = reading(
        "Assistansavtal\n\nParter:\nUppdragsgivare: Namn, Personnummer\n"
        "Assistansanordnare: Exempelkooperativet Personlig Assistans AB\n\n"
        "§ 1 Anordnande av personlig assistans\n"
        "Parterna kommer överens om att anordna personlig assistans enligt detta avtal.\n"
        "§ 2 Uppdragsgivarens ansvar\nUppdragsgivarens personliga assistenter anställs."
    )

    assert found.kind.value == "agreement_with_individual"


def test_the_address_of_a_page_points_out_its_title(reading: Read) -> None:
    found = reading(
        PAGE.format("nyheter/nytt-vardavtal-i-lanet/") + "Aktuellt startsida\n\nUtvalt\n\n"
        "Nytt vårdavtal i länet\n\nAvtalet har diskuterats. Läs mer om det här."
    )

    assert value(found.title) == "Nytt vårdavtal i länet"


def test_a_sentence_that_a_host_put_first_is_no_title(reading: Read) -> None:
    found = reading(
        HOST.format("2-x.html") + "Detta avtal begränsar inte parternas egna beslut.\n\n"
        "Transkript\n\n"
        "2 AVTAL OM SAMVERKAN I VÅRDEN 1. PARTER Sala kommun och Region Västmanland har kommit "
        "överens om att från och med undertecknandet av detta avtal samverka om vården. "
        "Parternas syfte är att samordna stödet till invånarna i kommunen och i länet."
    )

    assert value(found.title) == "2 AVTAL OM SAMVERKAN I VÅRDEN"


def test_a_title_is_put_together_without_the_words_of_its_host(reading: Read) -> None:
    found = reading(
        HOST.format("3-x.html") + "Utvärdering av samverkan –\n\nN/A\n\nCopied!\n\n"
        "Utvärdering av samverkan –\n\nInsatser till barn med särskilda behov\n\nInledning\n"
    )

    assert value(found.title) == "Utvärdering av samverkan – Insatser till barn med särskilda behov"


def test_parties_in_a_list_below_are_read_to_its_end(reading: Read) -> None:
    found = reading(
        "Avtal om räddningstjänst genom en gemensam nämnd\n\n"
        "Mellan nedanstående parter har följande avtal träffats:\n\n"
        "Höörs kommun, org. nr. 212000-1116 Box 53, 243 21 Höör\n\n"
        "Hörby kommun, org. nr. 212000-1108, 242 80 Hörby\n\n"
        "1. Inledning\n\nGenom detta avtal ska kommunerna samverka."
    )

    assert names(found) == ["Höörs kommun", "Hörby kommun"]


def test_those_who_made_an_agreement_are_its_parties(reading: Read) -> None:
    found = reading(
        PAGE.format("nyheter/hemsjukvard/") + "Hemsjukvården i Halland\n\n"
        "Region Halland och kommunerna i Halland har beslutat om en gemensam överenskommelse.\n\n"
        "Överenskommelsen träder ikraft den 7 april 2025.\n\nLäs mer"
    )

    assert names(found) == ["Region Halland", "kommunerna i Halland"]
    assert value(found.valid_from) == "2025-04-07"


def test_one_municipality_alone_is_no_party_in_a_memo(reading: Read) -> None:
    found = reading(
        "Tjänsteskrivelse\nDnr KSN-2024-1422\nKommunstyrelsen\nRiktlinjer för partnerskap\n"
        "Förslag till beslut\nNämnden antar riktlinjerna.\n"
        "Bakgrund\nDen lokala överenskommelsen mellan föreningslivet och Uppsala kommun gäller."
    )

    assert found.kind.value == "board_memo"
    assert not found.parties


def test_a_report_about_the_whole_country_has_no_level(reading: Read) -> None:
    found = reading(
        "Rapport 2023:1\nEn uppföljning av överenskommelser\n"
        "I denna rapport beskriver vi hur kommuner och landsting samarbetar.\n"
        "Landsting och kommuner har en skyldighet att ingå överenskommelser."
    )

    assert found.kind.value == "report"
    assert found.level is None


def test_a_county_that_only_the_page_feet_name_is_found(reading: Read) -> None:
    subjects = ("Vården granskas", "Skolan har hörts", "Ansvaret är delat", "Rutiner saknas ännu")
    pages = "".join(
        f"{subject} i den här delen av arbetet.\n\nGranskning Region Norrbotten\n{page} (4)\n\n"
        for page, subject in enumerate(subjects, 1)
    )
    found = reading("Revisionsrapport\n\nSamverkan kring vuxna\n\n" + pages)

    assert value(found.county) == "Norrbottens län"
    assert found.county is not None
    assert "Region Norrbotten" in found.county.quote


def test_a_heading_in_the_contents_is_no_title(reading: Read) -> None:
    found = reading(
        "Plan för god vård 2024\n"
        "Innehåll\n1.1 Överenskommelsen för 2024 8\nBakgrund till överenskommelsen 9\n"
        "Flera utredningar 11\nSatsningar 14\nStöd till överenskommelsens mål 15\n"
    )

    assert value(found.title) is not None
    assert "2024 8" not in str(value(found.title))
    assert "15" not in str(value(found.title))


def test_followed_up_yearly_speaks_of_the_document_itself(reading: Read) -> None:
    found = reading(
        "Överenskommelse om hälsoundersökning av barn\n\n"
        "Gäller från januari 2018. Följs upp årligen i strategigruppen.\n\n"
        "Bakgrund\nDenna överenskommelse gäller länets socialtjänst och regionen."
    )

    assert [review.value.kind for review in found.review] == ["yearly"]


def test_an_older_agreement_gives_no_start(reading: Read) -> None:
    found = reading(
        PAGE.format("nyheter/patientnamnd/") + "Ny överenskommelse om patientnämnd\n\n"
        "Den gamla överenskommelsen började gälla 2003. Läs mer."
    )

    assert found.valid_from is None


@pytest.mark.parametrize("number", ["LK/162452", "2014/241"])
def test_a_diary_number_is_read_after_its_label(reading: Read, number: str) -> None:
    label = "Dnr" if number.startswith("LK") else "D nr"
    found = reading(
        f"Bilaga 3 {label} {number}\nAvtal om samverkan i gemensam nämnd\n"
        "Parterna har enats om att nämnden ska verka för hela länet enligt detta avtal."
    )

    assert [fact.value for fact in found.diary_numbers] == [number]


def test_the_sides_of_a_foreign_agreement_end_with_their_line(reading: Read) -> None:
    found = reading(
        "Delavtale mellom Fjordsykehuset HF og Vik kommune\n\n"
        "1 Delavtale mellom Fjordsykehuset HF og Vik kommune Delavtale 1 ansvarsfordeling og "
        "enighet om hvilke helse- og omsorgsoppgaver partene skal utføre fra dag til dag"
    )

    assert names(found) == ["Fjordsykehuset HF", "Vik kommune"]


def test_a_page_about_what_parties_agree_on_is_no_agreement(reading: Read) -> None:
    found = reading(
        PAGE.format("stod/teckna-samverkansoverenskommelse.html")
        + "Teckna samverkansöverenskommelse\n\n"
        "Överenskommelsen gäller bara det som parterna har kommit överens om att samverka kring.\n"
        "Samverkansöverenskommelsen ska beskriva problemen."
    )

    assert found.kind.value == "web_page"


def test_words_for_every_level_at_once_say_no_level(reading: Read) -> None:
    found = reading(
        PAGE.format("om/overenskommelser/") + "Överenskommelser\n\n"
        "Insatser ska samordnas på nationell, regional och lokal nivå. Läs mer om arbetet."
    )

    assert found.level is None


def test_many_municipalities_with_none_above_the_others_say_no_level(
    reading: Read,
) -> None:
    found = reading(
        "Mötesbok norra nämnden\n\nDagordning Kallelse\nSamverkansavtal med Melleruds kommun\n"
        "Samverkansavtal med Tanums kommun\nSamverkansavtal med Munkedals kommun\n"
        "Samverkansavtal med Sotenäs kommun\n"
    )

    assert value(found.level) is None


def test_half_a_diary_number_is_none(reading: Read) -> None:
    found = reading(
        "Tjänsteutlåtande (Dnr /2002)\nRiktlinjer för ansvar\nFörslag till beslut\n"
        "Nämnden antar riktlinjerna. Nämnden föreslår att de gäller tills vidare i staden."
    )

    assert not found.diary_numbers


def test_a_page_with_an_agreements_own_headings_is_one(reading: Read) -> None:
    found = reading(
        PAGE.format("dokument/familjecentral") + "Överenskommelse om familjecentraler i länet\n\n"
        "Bakgrund\n\nLänets samordnare har arbetat om texten.\n\n"
        "Syfte och mål med överenskommelsen\n\n"
        "Överenskommelsen gäller samverkan kring driften i kommunerna i Jönköpings län."
    )

    assert found.kind.value == "regional_agreement"


def test_a_line_that_opens_with_its_kind_is_believed(reading: Read) -> None:
    found = reading(
        PAGE.format("samverkan/familjecentraler/") + "Familjecentraler i länet\n\n"
        "RAPPORT 2021. Kartläggning av organisation och styrning samt förslag på nya former.\n\n"
        "Uppdraget omfattade att ta fram ett förslag i dialog med alla berörda."
    )

    assert found.kind.value == "report"


PAID_TOGETHER = f"""Överenskommelse om lån av vagnar

Inledning
{"Vagnarna används av många och behöver skötas väl. " * 60}

Överenskommelsens parter
Region Halland, Kungsbacka kommun, Hylte kommun och Laholms kommun.

Syfte
Parterna ska hjälpas åt med vagnarna. Denna överenskommelse omfattar alla vagnar.

Kostnader
Fakturering sker varje kvartal. Fakturaunderlaget lämnas av den som lånat. Ersättningsmodellen
följer av bilagan, och fakturor betalas inom en månad.

Giltighet
Överenskommelsen gäller från den 1 januari 2027."""

ORDINANCE = """# Förordning om vagnar

## Inledande bestämmelser

### 1 §

I denna förordning ges föreskrifter enligt lagen. Lag (2099:12).

### 2 §

Ett hjul ska vara runt."""

PART_OF_A_YEAR = """God    och   nära    trädgård

Park &  Natur,      Delårsrapport     2031

Inledning
Under våren har gångarna krattats och bänkarna målats."""

CONSENT = """Dokumentet är beslutat av: Enhetschef
Dokumentet beslutades den: 2022-12-01

Trädgårdsblankett

I samband med min kontakt med: ………………………………… (enheten) ger jag härmed mitt samtycke.
Namn: ………………………………… Ort: …………………………………"""


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        (PAID_TOGETHER, "regional_agreement", "Överenskommelse om lån av vagnar"),
        (ORDINANCE, "law_text", "Förordning om vagnar"),
        (PART_OF_A_YEAR, "report", None),
        (CONSENT, "template", "Trädgårdsblankett"),
    ],
    ids=["paid-together", "ordinance", "part-of-a-year", "consent"],
)
def test_what_it_is_shows_below_its_first_line(
    reading: Read, text: str, kind: str, title: str | None
) -> None:
    found = reading(text)
    assert found.kind.value == kind
    if title:
        assert found.title
        assert (found.title.value, found.title.certainty) == (title, Certainty.DERIVED)


CONTENTS_LIKE_A_REPORTS = """Ramöverenskommelse

Personer i alla åldrar som behöver trädgård.

Innehållsförteckning
1. Sammanfattning ... 3
1.1 Bakgrund ... 3
1.2 Uppdrag och metod ... 3
1.3 Giltighetstid ... 4
2. Kartläggning ... 5
2.1 Resultat och analys ... 6
3. Slutsatser och rekommendationer ... 7
Referenser ... 9

Förord
Rapporten bygger på en kartläggning, intervjuer och enkäter under 2030. Resultatet visar att mycket
har hänt sedan utvärderingen. Utredningen redovisar analys, metod och slutsatser av projektet."""

THREE_ACTS_NAMED = """Samverkan kring krattor

STYRANDE DOKUMENT

Riktlinjen utgår från lagen (SFS 2099:612). Undantag gäller enligt lagen (SFS 2099:1128) och enligt
lagen (SFS 2099:1129). Den som lånar en kratta ställer tillbaka den."""

MADE_BY_TWO = """Riktlinjer för krattning

Riktlinjerna har tagits fram gemensamt av Region Uppsala och Knivsta kommun.

Här står hur man krattar. Läs mer om krattor på sidan om trädgården. Kontakta oss gärna."""


def test_the_form_of_an_agreement_is_not_outvoted_by_words(reading: Read) -> None:
    assert reading(CONTENTS_LIKE_A_REPORTS).kind.value == "regional_agreement"


def test_a_guideline_that_names_acts_is_no_law(reading: Read) -> None:
    assert reading(THREE_ACTS_NAMED).kind.value == "routine"


def test_those_who_have_made_what_a_page_tells_of_are_its_parties(reading: Read) -> None:
    found = reading(PAGE.format("riktlinjer-for-krattning/") + MADE_BY_TWO)
    assert names(found) == ["Region Uppsala", "Knivsta kommun"]


def test_an_attachments_number_is_no_diary_number(reading: Read) -> None:
    text = "Kallelse\n\n12. Information, 2013 Dnr Bilaga 13. Information, 2013 Dnr 14. Övrigt"
    assert reading(text).diary_numbers == ()


def test_what_holds_for_the_county_and_its_parts_is_regional(reading: Read) -> None:
    text = (
        "Centralt samråd\n\nSamverkan mellan Region Skåne och Skånes Kommuner bygger på en såväl "
        "central som delregional samverkan. Läs mer om samrådet på sidan. Kontakta oss gärna."
    )
    level = value(reading(PAGE.format("centralt-samrad/") + text).level)
    assert level == "regional"
