"""What went wrong the first time a document of its kind was met, in invented words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]


def test_a_preliminary_study_is_a_report(reading: Read) -> None:
    found = reading(
        "Förstudie\n\nKommunens arbete med tillgänglighet\n\nInnehållsförteckning\n\n"
        "Sammanfattning\nVi har besökt alla kommunens lokaler och mätt trösklar, dörrar och skylt. "
        "Hälften av lokalerna går att ta sig in i med rullstol utan hjälp."
    )

    assert found.kind.value == "report"


LAST_CHANGED = (
    "Badrådet\n\nBadrådet talar om hur kommunens badplatser sköts och vad som behöver bli bättre "
    "till nästa sommar. Alla som bor här får komma med förslag.\nRådet besöker varje badplats "
    "tillsammans med dem som sköter den, och skriver ner vad som behöver lagas. Förslagen går till "
    "den nämnd som kan göra något åt dem.\nRådet träffas vår och höst, och oftare om det behövs. "
    "Den som vill vara med hör av sig.\n\nMötestider 2031\n\n3 mars 13:00\n\nProtokoll\n\nTitel\n\n"
    "Senast uppdaterad: 2031-03-11 09:37"
)


def test_a_page_that_says_when_it_was_last_changed_is_a_web_page(reading: Read) -> None:
    assert reading(LAST_CHANGED).kind.value == "web_page"


def test_the_web_sites_own_words_are_no_title(reading: Read) -> None:
    assert value(reading(LAST_CHANGED).title) == "Badrådet"


QUESTION = (
    "Fråga och svar\n\nHur skriver vi ett avtal mellan nämnden och jourhemmet?\n\n"
    "Börja med vem som gör vad. Avtalet omfattar arvode, omkostnadsersättning och tystnadsplikt. "
    "Familjehemmet får veta vem det kan ringa. Många väljer en uppsägningstid på 2 månader. "
    "För kontaktfamiljer finns en enklare blankett."
)


def test_an_answer_to_a_question_about_agreements_is_a_web_page(reading: Read) -> None:
    found = reading(QUESTION)

    assert found.kind.value == "web_page"
    assert found.termination_notice_months is None


def test_a_boards_name_says_nothing_of_what_a_document_is_about(reading: Read) -> None:
    found = reading(
        "Sammanträdestider 2031\n\nTiderna är preliminära och kan komma att ändras.\n\n"
        "Förkortningar\nBarn- och utbildningsnämnd BUN\nKommunstyrelsen KS\n"
        "Barn- och ungdomsnämnden BUNG\nValnämnd VLN\n\nSektorer\n"
        "Sektor barn och utbildning SBU\nSektor service SSE\n"
    )

    assert [area.value for area in found.areas] == ["other"]


def test_a_place_in_a_form_is_no_party(reading: Read) -> None:
    found = reading(
        "Avtal om hallen i X kommun\n\nMellan X kommun och Y kommun träffas härmed följande avtal."
        "\n\n§ 1. Omfattning\nFör hallen gäller det avtal som träffats mellan X kommun och (en "
        "eller flera kommuner) och som fastställer tillgång till hallen på Y-platsen, X kommun."
        "\n\n§ 3. Avtalstid\nDetta avtal gäller från och med (datum)."
    )

    assert [party.value.name for party in found.parties] == []


def test_a_diary_number_that_was_lost_on_the_way_is_left_out(reading: Read) -> None:
    found = reading(
        "PROTOKOLL\n\nNärvarande Eva Ek\n\n§ 4\nDnr 2031/ Budget\nNämnden beslutade att godkänna "
        "den.\n\n§ 5\nDnr SN 2030/17 Taxor\nNämnden beslutade att bordlägga ärendet."
    )

    assert [number.value for number in found.diary_numbers] == ["SN 2030/17"]


def test_an_end_in_a_front_page_run_together_is_read(reading: Read) -> None:
    found = reading(
        "Läkemedel i hemmet Sida 1(9) Dokumenttyp Rutin Handläggare Eva Ek (eek001) Giltigt till "
        "och med 2031-05-31 Reviderat 2029-06-01 Fastställare Bo Al (bal002) Denna rutin är "
        "till för dig som hjälper någon att ta sin medicin hemma. Rutinen beskriver hur du gör när "
        "dosen inte stämmer, vem du ringer och vad du skriver ner efteråt."
    )

    assert found.kind.value == "routine"
    assert value(found.valid_until) == "2031-05-31"


FOREIGN = (
    "Revidert november 2030\nDelavtale mellom\n............. kommune og Helse Vest HF\n"
    "Felles vaktordning\n\n1. Partar\nAvtalen er inngått mellom kommune og Helse Vest HF.\n"
    "2. Kva avtalen gjeld\nPartane deler på vaktene om natta og i helgane. Kommunen skal halde "
    "vaktrom, og helseføretaket skal sørge for at det er ein lege på vakt.\n"
    "3. Varigheit\nAvtalen gjeld i fire år og kan ikkje seiast opp i den tida."
)


def test_the_named_side_of_a_neighbours_form_is_a_party(reading: Read) -> None:
    found = reading(FOREIGN)

    assert found.kind.value == "foreign_agreement"
    assert [party.value.name for party in found.parties] == ["Helse Vest HF"]


def test_a_line_that_says_when_a_text_was_revised_is_no_title(reading: Read) -> None:
    assert str(value(reading(FOREIGN).title)).startswith("Delavtale mellom")


@pytest.mark.parametrize(
    "parties",
    [
        (
            "Region Sörmland, org.nr 232100-0032\nFlens kommun, org.nr 212000-0332\n"
            "Gnesta kommun, org.nr 212000-2965\nTrosa kommun, org.nr 212000-2940"
        ),
        "Region Sörmland å ena sidan, och\nFlens, Gnesta, Trosa, Vingåkers kommuner",
        "Region Sörmland samt kommunerna enligt bilagan",
        "Region Dalarna och Dalarnas kommuner",
    ],
)
def test_a_region_with_its_municipalities_makes_a_regional_agreement(
    reading: Read, parties: str
) -> None:
    found = reading(
        f"SAMVERKANSAVTAL\n\n1. Parter\n{parties}\n\n2. Avtalstid\nDetta avtal gäller från "
        "2031-01-01 och tills vidare."
    )

    assert found.kind.value == "regional_agreement"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            (
                "Lokalt samverkansavtal\nRegion Dalarna, Mora vårdcentral, och Mora kommun\n\n"
                "Avtalet avser fotvård. Det löper tills vidare."
            ),
            "local_agreement",
        ),
        (
            (
                "ViS – Överenskommelse fotvård\nGiltig från: 2031-01-01\n\n"
                "Överenskommelsen är framtagen av Region Uppsala och länets kommuner."
            ),
            "regional_agreement",
        ),
    ],
)
def test_an_agreement_of_few_words_is_one(reading: Read, text: str, kind: str) -> None:
    assert reading(text).kind.value == kind


def test_the_town_of_an_address_is_no_party(reading: Read) -> None:
    found = reading(
        "Avtal om en nämnd\n\nMellan Vara kommun, 212000-2924, 534 81 Vara, och Skara kommun, "
        "212000-1702, 532 88 Skara, tecknas följande avtal.\n\n1. Syfte\nAvtalet omfattar bad."
    )

    assert [party.value.name for party in found.parties] == ["Vara kommun", "Skara kommun"]


def test_an_item_is_named_by_the_line_below_its_diary_number(reading: Read) -> None:
    found = reading(
        "SAMMANTRÄDESPROTOKOLL\nUtskottet\nSammanträdesdatum 2031-09-30\n\n§ 79 Dnr 2031/241\n"
        "Taxor för badhuset\n\nINLEDNING\nTaxorna är från 2029.\n\nBESLUT\nUtskottet "
        "beslutar att höja dem.\n\nJusterandes sign"
    )

    titles = [(item.number, item.title and item.title.value) for item in found.items]
    assert titles == [(79, "Taxor för badhuset")]


def test_an_article_that_lets_somebody_speak_is_a_web_page(reading: Read) -> None:
    found = reading(
        "Partnerskap med föreningar\n\nEtt partnerskap är ett sätt att lösa en uppgift ihop. "
        "Föreningen kan det den kan, och kommunen bidrar med lokal och pengar.\n\nDet viktigaste "
        "är att alla vet vad de har lovat varandra, säger Eva Ek, samordnare i kommunen."
    )

    assert found.kind.value == "web_page"


def test_the_first_item_of_an_agenda_is_not_its_title(reading: Read) -> None:
    found = reading(
        "Sammanträde 2031-11-24\n\nKlockan\n15:30\n\n"
        "1 Öppnande och godkännande av föredragningslista\n\n2 Val av justerare\n\n"
        "3 Månadsrapport\n\n4 Svar på motion\n\n5 Övriga frågor\n\nÄrendelista\nBilagor"
    )

    assert value(found.title) == "Sammanträde 2031-11-24"
