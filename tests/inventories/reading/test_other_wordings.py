"""Wordings that later batches of documents used and no earlier one did.

Each test was seen red before its rule, but two that guard what was right: what `den här` names, and
a front page that was run together.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Certainty, Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]


def test_what_that_agreement_holds_is_another_agreements(reading: Read) -> None:
    found = reading(
        "Lokal överenskommelse mellan Piteå kommun och Region Norrbotten\n\nBakgrund\n"
        "I länet finns en länsövergripande överenskommelse. Den överenskommelsen gäller till och "
        "med 2022-12-31.\n\nGiltighetstid\nDenna lokala överenskommelse gäller från 1 april 2021 "
        "och tills vidare.\n"
    )
    assert value(found.valid_from) == "2021-04-01"
    assert value(found.valid_until) is None
    assert value(found.until_further_notice) is True


def test_that_which_this_agreement_is_remains_its_own(reading: Read) -> None:
    found = reading(
        "Överenskommelse om hemsjukvård mellan Region Norrbotten och länets kommuner\n\n"
        "Giltighetstid\nDen här överenskommelsen gäller till och med 2022-12-31.\n"
    )
    assert value(found.valid_until) == "2022-12-31"


def test_a_memo_to_a_municipalitys_board_about_a_local_agreement_is_local(reading: Read) -> None:
    found = reading(
        "Tjänsteskrivelse\n2023-05-08\n\nFalkenbergs kommun\nSocialförvaltningen\n\n"
        "Socialnämnden\n\nLokal överenskommelse om samverkan\n\nFörslag till beslut\n"
        "Socialnämnden beslutar att godkänna lokal överenskommelse mellan Falkenbergs kommun och "
        "Region Halland.\n\nBeskrivning av ärendet\nEnligt länets överenskommelse ska lokala "
        "överenskommelser tecknas i länet.\n"
    )
    assert found.kind.value == "board_memo"
    assert value(found.level) == "local"


@pytest.mark.parametrize(
    ("lines", "months"),
    [
        ("Uppsägningstid:\n6 månader", 6),
        ("Uppsägningstid\n\n12 månader", 12),
        ("Uppsägning: \nSex månader", 6),
    ],
)
def test_notice_stands_below_its_label(reading: Read, lines: str, months: int) -> None:
    found = reading(
        "Samverkansöverenskommelse familjecentral\n\nParter:\nUppsala kommun\nRegion Uppsala\n\n"
        f"Avtalstid:\n2022-10-15 – 2025-10-14\n\n{lines}\n\nLedning\nStyrgruppen möts.\n"
    )
    assert value(found.termination_notice_months) == months


def test_a_labelled_start_may_say_that_there_is_no_end(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan Region Halland och länets kommuner om hjälpmedel\n\nGiltighet\n"
        "Fr o m 2016-04-01 och tills vidare. Uppsägningstid 12 månader.\n\nAnsvar\nKommunens "
        "ansvar gäller personer över 18 år.\n"
    )
    assert value(found.valid_from) == "2016-04-01"
    assert value(found.until_further_notice) is True


def test_bars_part_the_facts_of_a_line(reading: Read) -> None:
    found = reading(
        "Regional samverkansöverenskommelse för personer med samsjuklighet\n\n"
        "Version 2 | Gäller 2027-07-01–2030-06-30 | Ansvarig: Ledningsgruppen\n\nParter\n"
        "Region Dalarna och länets kommuner.\n\nMål\nVård och stöd samtidigt.\n"
    )
    assert value(found.valid_from) == "2027-07-01"
    assert value(found.valid_until) == "2030-06-30"


def test_a_sender_beside_a_date_is_no_name(reading: Read) -> None:
    found = reading(
        "Hofors kommun\nOmsorgsnämnden                       2024-09-18\n"
        "                                        ON 2024/112\n\nRegion Gävleborg\n\n"
        "Remissvar på förslag till överenskommelse om hälso- och sjukvård i hemmet\n\n"
        "Kommunen saknar en skrivning om läkarmedverkan. Uppsägningstiden bör vara tolv månader.\n"
    )
    assert found.kind.value == "consultation_response"


def test_directives_to_a_group_are_an_assignment_that_is_to_be_reported(reading: Read) -> None:
    found = reading(
        "Direktiv för arbetsgrupp barn\n\nUppdragsgivare: Länsgruppen i Värmland\n\nUppdrag\n"
        "Arbetsgruppen ska utarbeta ett förslag till överenskommelse.\n\nSammansättning\n"
        "Fyra från kommunerna.\n\nÅterrapportering\nTill länsgruppen varje kvartal.\n"
    )
    assert found.kind.value == "assignment"


def test_an_agreement_set_out_in_full_on_a_page_of_a_site_is_the_agreement(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/forfattningssamling/avtal/ | TITLE: - | EXTENT: whole page"
        "\n\nFörfattningssamling\n\nAvtal om gemensam växel\n\nAvtalet gäller från och med "
        "2022-01-01\n\nMellan Mora kommun, Orsa kommun och Älvdalens kommun tecknas följande\n\n"
        "Avtal\n\nom gemensam växel\n\n1. Syfte\n\nKommunerna ska ha en gemensam växel.\n\n"
        "2. Uppgifter\n\nAvtalet omfattar telefoni och kontaktcenter i alla tre kommunerna.\n"
    )
    assert found.kind.value == "other_agreement"
    assert value(found.title) == "Avtal om gemensam växel"


def test_a_front_page_run_together_is_no_line_of_the_site(reading: Read) -> None:
    words = "Rutinen för läkemedel gäller alla i hemsjukvården och ska följas vid varje besök. " * 4
    found = reading(
        "Dokumentrubrik www.exempel.se Läkemedel i hemmet Sida 1(10) Dokumenttyp Rutin Fastställt "
        f"Giltigt till och med 2029-05-31 Gäller för Hemsjukvården {words}\n"
    )
    assert found.kind.value == "routine"
    # Where the title ends in it nobody can tell: it is a guess at most.
    assert found.title is None or found.title.certainty is Certainty.GUESSED


def test_the_series_of_a_report_is_not_its_title(reading: Read) -> None:
    found = reading(
        "Förslag på utvecklad samverkan mot våld\n\nJämtlands län\n\nLänsstyrelsen Jämtlands "
        "publikationsserie Rapport nr: 2016:03\n\nFörord\n\nDenna rapport föreslår ett samarbete "
        "mot våldet mellan länets myndigheter: en samverkan.\n\n1. Inledning\n\n2. Uppdrag\n"
    )
    assert found.kind.value == "report"
    assert value(found.title) == "Förslag på utvecklad samverkan mot våld"


def test_a_committees_report_to_the_riksdag_is_law_in_the_making(reading: Read) -> None:
    found = reading(
        "Vård av unga\n\nBetänkande 2012/13:SoU9\n\nSocialutskottets betänkande 2012/13:SoU9\n\n"
        "Sammanfattning\n\nI betänkandet behandlas regeringens skrivelse och 34 motionsyrkanden. "
        "Utskottet noterar att regeringen avser att låta göra en översyn.\n"
    )
    assert found.kind.value == "law_text"


def test_who_calls_to_a_meeting_sends_an_agenda(reading: Read) -> None:
    found = reading(
        "Borås. Direktionen för Sjuhärads Kommunalförbund. Sammanträdesrum plan 1\n\n"
        "1 KALLELSE Borås Direktionen för Sjuhärads kommunalförbund Härmed kallas till sammanträde "
        "Tid: Torsdag 26 augusti Plats: Borås Vänligen anmäl förhinder till kansliet\n\n2 Förslag "
        "till dagordning: 1. Fastställande av dagordning 2. Val av justerare 3. Föregående "
        "mötesprotokoll 4. Ersättare vid förbundsdirektörens frånvaro 5. Övriga frågor\n"
    )
    assert found.kind.value == "agenda"


@pytest.mark.parametrize(
    ("title", "area"),
    [
        ("Betänkande av Äldreboendedelegationen", "older_people"),
        ("Checklista för konventionen om barnets rättigheter", "children_young"),
    ],
)
def test_compounds_and_forms_of_a_word_name_the_area_too(
    reading: Read, title: str, area: str
) -> None:
    found = reading(
        f"Tjänsteskrivelse\n\n{title}\n\nFörslag till beslut\nNämnden beslutar att lägga "
        "skrivelsen till handlingarna och tackar för arbetet.\n"
    )
    assert [fact.value for fact in found.areas] == [area]


def test_a_list_of_matters_under_the_hosts_title_is_an_agenda(reading: Read) -> None:
    found = reading(
        "Sammanträde med södra hälso- och sjukvårdsnämnden den 24 september 2015\n\n"
        "1 1 (2) Föredragningslista Sammanträde med södra hälso- och sjukvårdsnämnden den 24 "
        "september 2015 Plats: Regionens hus, Borås Inledande formalia Mötets öppnande Upprop Val "
        "av justerare Justeringsdatum Beslutsärenden 1. Samverkansavtal folkhälsa 2. Regional "
        "databas 3. Planeringsgrupp för medborgardialog\n"
    )
    assert found.kind.value == "agenda"


def test_the_place_above_a_piece_of_news_is_not_its_title(reading: Read) -> None:
    found = reading(
        "SOURCE: https://nyheter.exempel.se/artikel.aspx?artikel=31 | TITLE: - | EXTENT: whole "
        "page\n\nSÖRMLAND\n\nKommunerna tar över hemsjukvården\n\nFrån och med årsskiftet kommer "
        "kommunerna i Sörmland att ta över hemsjukvården.\n\nEtt avtal är nu klart och innebär "
        "att pengar förs över från landstinget till kommunerna. Avtalet ska nu beslutas i alla "
        "fullmäktige.\n"
    )
    assert value(found.title) == "Kommunerna tar över hemsjukvården"


def test_how_long_the_premises_are_let_is_not_the_agreements_end(reading: Read) -> None:
    found = reading(
        "Avtal om familjecentral i Tyresö\n\nParter\nTyresö kommun\nRegion Stockholm\n\nLokaler\n"
        "Hyreskontraktet löper till 2029-06-30.\n\nAvtalstid\nAvtalet gäller från dagen för "
        "undertecknande och tills vidare.\n"
    )
    assert value(found.valid_until) is None
    assert value(found.until_further_notice) is True


def test_a_labelled_period_may_tell_that_it_was_prolonged(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan Region Blekinge och kommunerna i Blekinge om hjälpmedel\n\n"
        "Gäller: 2019-01-01 – 2021-12-31, förlängd t.o.m. 2023-12-31 genom beslut 2021-10-08\n\n"
        "Målgrupp\nVuxna personer.\n"
    )
    assert value(found.valid_from) == "2019-01-01"
    assert value(found.valid_until) == "2023-12-31"


def test_the_kind_and_number_of_a_letterhead_are_no_title(reading: Read) -> None:
    found = reading(
        "Region Västmanland                                Sida 1 (3)\n"
        "Avtal                                             Dnr RV 190455\n\nAVTAL\n\n"
        "om läkarmedverkan i kommunal vård\n\nParter\nRegion Västmanland\nSala kommun\n\n"
        "1 § Avtalstid\nAvtalet träder i kraft 2020-04-01.\n"
    )
    assert value(found.title) == "AVTAL om läkarmedverkan i kommunal vård"


def test_when_local_agreements_are_revised_is_not_when_this_one_is(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan Region Blekinge och kommunerna i Blekinge om hjälpmedel\n\n"
        "Lokal samverkan\nLokala överenskommelser ska finnas i varje kommun och revideras "
        "vartannat år.\n\nMålgrupp\nVuxna personer.\n"
    )
    assert found.review == ()
