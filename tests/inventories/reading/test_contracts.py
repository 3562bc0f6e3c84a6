"""Sales, leases and partnerships, letters with an agreement in them, and papers of meetings.

Seen red: every test against the reader and the words before the slice that it speaks of, but the
number of the page heads with `_on_edges` left out, and the rent with `_TERM` not asked.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]

LEASE = (
    "Avtal om lägenhetsarrende\n\nJordägare: Alvesta kommun, org.nr 212000-0639\n"
    "Arrendator: Hjortsbergs Bågskytteklubb, org.nr 829500-1234\n\n"
)
CLAUSES = (
    "Arrendatorn svarar för bygglov och underhåll av arrendestället. Vid utebliven inbetalning av "
    "faktura utgår dröjsmålsränta. Arrendatorn är skyldig att hålla försäkring och svara för "
    "skadestånd. Tvist prövas i allmän domstol. Arrenderätten får inte överlåtas eller pantsättas. "
    "Detta avtal har upprättats i två exemplar.\n"
)


def names(found: Reading) -> list[str]:
    return [party.value.name for party in found.parties]


def test_a_lease_is_no_contract_with_a_provider(reading: Read) -> None:
    found = reading(LEASE + CLAUSES)
    assert found.kind.value == "other_agreement"
    assert names(found) == ["Alvesta kommun", "Hjortsbergs Bågskytteklubb"]
    assert value(found.level) == "local"


def test_land_is_sold_to_a_company_that_provides_nothing(reading: Read) -> None:
    found = reading(
        "KÖPEAVTAL\n\nKöpare: Granbacken 3 Fastigheter AB (556000-1234), nedan kallad Köparen.\n\n"
        "Säljare: Alvesta kommun (212000-0639), nedan kallad Kommunen\n\n1. Bakgrund\n"
        "Detta köpeavtal avser mark inom detaljplan för Granbacken. Köparen och säljaren söker "
        "lagfart. Köpeskillingen betalas mot faktura, annars utgår dröjsmålsränta.\n"
    )
    assert found.kind.value == "other_agreement"
    assert names(found) == ["Granbacken 3 Fastigheter AB", "Alvesta kommun"]


def test_a_partnership_with_an_association_is_between_equals(reading: Read) -> None:
    found = reading(
        "Överenskommelse om IOP (Idéburet offentligt partnerskap)\n\nSamverkansparter\n"
        "Socialnämnden i Alvesta kommun och Föreningen Öppna\nDörren.\n\n"
        "Öppna Dörren\nÖppna Dörren är en ideell förening. Öppna Dörren tar emot deltagare. "
        "Öppna Dörren fakturerar kommunen.\n\nFakturering\nFaktura ställs till kommunen.\n\n"
        "Utvärdering\nStyrgruppen genomför löpande uppföljning så länge avtalet gäller.\n"
    )
    assert found.kind.value == "other_agreement"
    assert names(found) == ["Alvesta kommun", "Öppna Dörren"]
    assert [review.value.kind for review in found.review] == ["other"]


def test_a_parish_is_a_side_by_its_whole_name(reading: Read) -> None:
    found = reading(
        "Överenskommelse om IOP\n\nSamverkansparter\nNämnden för arbete i Alvesta kommun och "
        "Hjortsberga församling (Svenska kyrkan).\n\nMål\nParterna ska bryta ensamhet.\n"
    )
    assert names(found) == ["Alvesta kommun", "Hjortsberga församling"]


def test_a_board_is_a_side_by_its_whole_name(reading: Read) -> None:
    found = reading(
        "Samverkansavtal om familjecentral\n\n1 Avtalsparter\nStadsdelsnämnden Norra Backarna "
        "org. nr. 212000-1355 (nedan SDN) och Backarnas hälso- och sjukvårdsnämnd org. nr. "
        "232100-0131, (nedan HSN).\n\n2 Syfte\nDetta avtal reglerar parternas samverkan.\n"
    )
    assert names(found) == [
        "Stadsdelsnämnden Norra Backarna", "Backarnas hälso- och sjukvårdsnämnd",
    ]  # fmt: skip
    assert value(found.level) == "local"


def test_who_signs_is_a_side_that_nothing_else_names(reading: Read) -> None:
    found = reading(
        "Avtal om lägenhetsarrende\n\nJordägaren upplåter marken till arrendatorn.\n\n" + CLAUSES
        + "\nFör Alvesta kommun För Hjortsbergs Bågskytteklubb\n\nFör Arrendatorn\n"
    )  # fmt: skip
    assert names(found) == ["Alvesta kommun", "Hjortsbergs Bågskytteklubb"]


def test_a_county_and_its_municipalities_buy_nothing_of_each_other(reading: Read) -> None:
    found = reading(
        "Överenskommelse om tolkstöd mellan Region Kronoberg och kommunerna i Kronobergs län\n\n"
        "1. Parter\nParter är Region Kronoberg och kommunerna i Kronobergs län.\n\n"
        "2. Betalning\nLeverantören sänder faktura. "
        "Entreprenören och underleverantören har försäkring. "
        "Leverantören åtar sig att lämna prislista. Tvist prövas i allmän domstol. Dröjsmålsränta "
        "och vite utgår. Beställaren och leverantören följer upphandlingen. Kommunen och "
        "entreprenören svarar för skadestånd. Utföraren skickar faktura till beställaren.\n"
    )
    assert found.kind.value == "regional_agreement"
    assert value(found.level) == "regional"


def test_a_covering_letter_is_not_the_agreement_it_comes_with(reading: Read) -> None:
    found = reading(
        "Regionkontoret Missiv\n\nDatum Diarienummer\n2025-10-17 RS250411\n\nFörlängning av "
        "överenskommelse om hemsjukvård\n\nSamsyn råder mellan Region Kronoberg och Kronobergs "
        "kommuner gällande att förlänga överenskommelsen, som skickas här ut för beslut. "
        "Överenskommelsen om hemsjukvård gäller under förutsättning att den godkänns.\n"
    )
    assert found.kind.value == "board_memo"
    assert names(found) == ["Region Kronoberg", "Kronobergs kommuner"]
    assert [number.value for number in found.diary_numbers] == ["RS250411"]


def test_the_lease_before_this_one_does_not_say_when_it_begins(reading: Read) -> None:
    found = reading(
        LEASE + "Markägaren och klubben ingick sitt förra avtal om samma mark med början "
        "1987-04-01 och tills vidare.\n\nAvtalstid:\nTillträdesdag:\n\n"
        "Klubbhus, index maj 2025\n2026-02-01 till och med 2036-01-31\n2026-02-01\n\n"
        "Avgift\n3200 kronor per år\n" + CLAUSES
    )
    assert (value(found.valid_from), value(found.valid_until)) == ("2026-02-01", "2036-01-31")
    assert value(found.until_further_notice) is False
    assert not found.review


def test_what_a_memo_hopes_for_is_no_validity(reading: Read) -> None:
    found = reading(
        "TJÄNSTESKRIVELSE\n\nFörstudie om samverkan\n\nFörslag till beslut\nNämnden ger i uppdrag "
        "att ta fram ett avtal.\n\nAmbitionen är att ett samverkansavtal ska kunna träda i kraft "
        "hösten 2026.\n"
    )
    assert found.kind.value == "board_memo"
    assert found.valid_from is None
    found = reading(
        "TJÄNSTESKRIVELSE\n\nNämndbudget 2026\n\nFörslag till beslut\nNämnden antar budgeten.\n\n"
        "Budgeten gäller från den 1 januari 2026 till och med den 31 december 2026.\n"
    )
    assert (found.valid_from, found.valid_until) == (None, None)


def test_an_agreement_may_be_evaluated_before_the_next(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan Region Kronoberg och kommunerna i Kronobergs län om hemsjukvård\n\n"
        "Uppföljning\nStyrgruppen ser till att avtalet utvärderas inför nytt "
        "avtal.\n"
    )
    assert [review.value.kind for review in found.review] == ["other"]


def test_numbers_of_items_are_not_the_meetings_own(reading: Read) -> None:
    head = "KALLELSE\n\nSocialnämnden\nSammanträde den 12 mars 2025\n\n"
    one = "§ 4\nBudget 2026\n\nSN-2024-00115\n\n"
    assert [number.value for number in reading(head + one).diary_numbers] == ["SN-2024-00115"]
    assert not reading(head + one + "§ 5\nPlan, SN-2025-00220 antas\n\n").diary_numbers


def test_a_number_that_every_page_repeats_is_the_documents(reading: Read) -> None:
    page = "Följebrev\nDnr: ATN-2025-00049\nRemissversion\n\n{}\n\n{}\n\n"
    bodies = (
        "Härmed sänds ett förslag till avtal.",
        "Ärendet\nFrågan är beredd.",
        "Svar lämnas.",
        "Tack.",
    )
    found = reading("".join(page.format(words, i) for i, words in enumerate(bodies, 1)))
    assert [number.value for number in found.diary_numbers] == ["ATN-2025-00049"]


def test_the_foot_of_a_page_is_no_item(reading: Read) -> None:
    foot = "Justerare Expedierat/bestyrkt\n\n"
    found = reading(
        "SAMMANTRÄDESPROTOKOLL\nSocialnämnden\n\n§ 15\n\n" + foot
        + "§ 15\nUppföljning per april\n\nBeslut\nNämnden antar uppföljningen.\n\n" + foot
    )  # fmt: skip
    assert [(item.number, value(item.title)) for item in found.items] == [
        (15, "Uppföljning per april")
    ]
    found = reading(
        "SAMMANTRÄDESPROTOKOLL\nSocialnämnden\n\n§ 7 Dnr SN-2024-00311\n\n"
        "Det här dokumentet är digitalt signerat\n\n§ 7 Dnr SN-2024-00311\nFörsta ärendet\n\n"
        "Beslut\nNämnden beslutar.\n\n§ 8 Dnr SN-2024-00312\nAndra ärendet\n\nBeslut\nNej.\n"
    )
    assert [value(item.title) for item in found.items] == ["Första ärendet", "Andra ärendet"]


def test_a_tenant_with_a_number_is_no_individual(reading: Read) -> None:
    found = reading(
        "HYRESAVTAL\n\n| Hyresvärd | Alvesta kommun | 212000-0639 |\n"
        "| Hyresgäst | Kronobergs Idrottsförbund | 829500-1111 |\n\n"
        "Hyrestiden är från 2025-01-01 till 2027-12-31. Hyresgästen svarar för försäkring. Detta "
        "avtal har upprättats i två exemplar.\n"
    )
    assert found.kind.value == "other_agreement"
    assert names(found) == ["Alvesta kommun", "Kronobergs Idrottsförbund"]
    assert (value(found.valid_from), value(found.valid_until)) == ("2025-01-01", "2027-12-31")


def test_a_rent_that_is_only_spoken_of_dates_nothing(reading: Read) -> None:
    found = reading(
        "Avtal om familjecentral mellan Region Kronoberg och Alvesta kommun\n\nLokaler\n"
        "Hyrestiden är från 2020-01-01 till 2027-12-31.\n\nGiltighet\nAvtalet gäller från "
        "2024-01-01.\n"
    )
    assert value(found.valid_from) == "2024-01-01"
    assert (found.valid_until, found.contradictions) == (None, ())


def test_a_person_who_signs_or_orders_is_no_side(reading: Read) -> None:
    found = reading("Avtal om lägenhetsarrende\n\nMarkägare\nBo Ek\n\n" + CLAUSES + "\nFör Bo Ek\n")
    assert names(found) == []


def test_what_stands_under_a_paragraph_sign_is_no_title(reading: Read) -> None:
    found = reading(
        "Sammanträdesprotokoll 22 (28)\n\nSocialnämndens arbetsutskott 2015-04-28\n\n§ 77\n\n"
        "Överenskommelse om att ingå i länets samverkan\n\nBeslut\nUtskottet föreslår nämnden att "
        "besluta att teckna överenskommelsen.\n"
    )
    assert found.kind.value == "minutes"
    assert value(found.title) == "Sammanträdesprotokoll 22 (28)"


def test_a_title_in_capitals_goes_on_over_lines(reading: Read) -> None:
    found = reading("TILLÄGGSAVTAL TILL\nAVTAL OM ARRENDE\nOCH SKÖTSEL\n\n1. PARTER\n" + CLAUSES)
    assert value(found.title) == "TILLÄGGSAVTAL TILL AVTAL OM ARRENDE OCH SKÖTSEL"


def test_what_one_paragraph_tells_of_a_side_is_not_the_area(reading: Read) -> None:
    found = reading(
        "Överenskommelse om IOP\n\nParter\nAlvesta kommun och Hjortsbergs Hjälpförening.\n\n"
        "Föreningen\nFöreningen ger barn och unga bistånd i flera länder, och alla barn och unga "
        "ska få gå i skola.\n\nInsats\nDetta avtal ger arbetslösa en plats i butiken.\n"
    )
    assert found.areas == ()


@pytest.mark.parametrize(
    "opening",
    [
        "REMISSMISSIV\n\n{}",
        "Rekommendation om överenskommelse\n\nStyrelsen rekommenderar kommunerna att anta {}.",
        "BESLUT\n2024-10-01\n\nGodkännande av {}\n\nDirektören godkänner överenskommelsen.",
    ],
)
def test_what_is_done_with_an_agreement_is_told_of_elsewhere(reading: Read, opening: str) -> None:
    agreement = (
        "Överenskommelse om hemsjukvård mellan Region Kronoberg och kommunerna i Kronobergs län"
    )
    found = reading(
        opening.format(agreement) + " Överenskommelsen gäller från den 1 januari "
        "2025.\n\nBakgrund\nParterna har enats om en ny överenskommelse.\n"
    )
    assert found.kind.value == "other_document"


def test_a_telephone_number_makes_nobody_a_side(reading: Read) -> None:
    found = reading(
        "Samverkansavtal\n\nKontakt: Anna Ek 0701234567, Bo Al, 070123-4567\n\n"
        "Alvesta kommun, 212000-0639\nAlvesta Kraft AB, 556000-1111\n\nSyfte\nDetta avtal ger el.\n"
    )
    assert names(found) == ["Alvesta kommun", "Alvesta Kraft AB"]


def test_an_items_name_goes_on_where_it_cannot_end(reading: Read) -> None:
    found = reading(
        "SAMMANTRÄDESPROTOKOLL\nSocialnämnden\n\n§ 75 Ekonomisk uppföljning - Nämnden för\n"
        "Det här dokumentet är digitalt signerat\n\n§ 75 Ekonomisk uppföljning - Nämnden för\n"
        "Vård och omsorg\n\nBeslut\nNämnden noterar den.\n\n§ 76 Val\n\nBeslut\nIngen.\n"
    )
    assert [value(item.title) for item in found.items] == [
        "Ekonomisk uppföljning - Nämnden för Vård och omsorg", "Val",
    ]  # fmt: skip
