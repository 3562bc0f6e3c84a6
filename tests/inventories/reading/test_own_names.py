"""What a document calls itself counts for more than what a host, a month or a half name says.

Seen red on the reader as it was before each round of mends, several mends at a time: none of the
mends was taken away by itself afterwards.
"""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]

KEPT = "SOURCE: http://docplayer.se/1234567-{}.html | TITLE: - | EXTENT: beginning only\n\n"
HOST = '{0}\n\nStorlek: px\nStarta visningen från sidan:\n\nDownload "{0}"\n\nTranskript\n\n'
NAMES = "Ledamöter Anna Ek (S), ordförande Bo Al (M) Cia Lind (C) Ersättare Dan Berg (V) "


def title(found: Reading) -> str | None:
    return found.title.value if found.title else None


def kept(slug: str, heading: str, text: str) -> str:
    return KEPT.format(slug) + HOST.format(heading) + text


def test_a_meetings_paper_is_what_it_calls_itself_not_its_hosts_sentence(reading: Read) -> None:
    heading = "Onsdagen den 3 april 2019, efter styrelsen som driftnämnd"
    text = (
        "1 FÖREDRAGNINGSLISTA 1 (4) Organ Plats Tidpunkt Regionstyrelsen Stora salen Närvarande "
        + NAMES * 8
        + "\n\n2 FÖREDRAGNINGSLISTA 2 (4) 1 Föregående protokoll 2 Justera dagens protokoll"
    )
    found = reading(kept("onsdagen-den-3-april-2019-efter-styrelsen-som-driftnamnd", heading, text))
    assert found.kind.value == "agenda"
    assert title(found) == "FÖREDRAGNINGSLISTA"


def test_a_flattened_memo_is_about_what_stands_before_its_proposal(reading: Read) -> None:
    text = (
        "TJÄNSTESKRIVELSE Handläggare Datum Ärendebeteckning Eva Holm 2016-02-03 Socialnämnden "
        "Gemensam jour i sydost Förslag till beslut Förslaget antas i sin helhet. Bakgrund "
        + "Kommunerna har hittills haft olika lösningar för kvällar och helger. "
        * 12
    )
    found = reading(text)
    assert (found.kind.value, title(found)) == ("board_memo", "Gemensam jour i sydost")


def test_a_reports_name_stands_above_its_subtitle(reading: Read) -> None:
    body = (
        "De länsgemensamma insatserna är unga. Rapporten bygger på intervjuer. Det visar mycket. "
        * 4
    )
    found = reading(
        "Länsgemensamma insatser för god hälsa - en balansgång\n\n"
        "Sammanställning av strategier i tjugo handlingsplaner\n\n"
        "Pia Falk & Olle Sten\n\nNorrköpings högskola\n\n2018\n\nSammanfattning\n\n" + body
    )
    assert found.kind.value == "report"
    assert (title(found) or "").startswith("Länsgemensamma insatser")
    assert found.level is None  # no county is named, and the plans are of all of them


def test_the_page_of_a_day_in_a_portal_is_a_meetings(reading: Read) -> None:
    found = reading(
        "SOURCE: https://moten.exempel.se/namnder/halsonamnden/mote-2022-06-16 | TITLE: - | "
        "EXTENT: beginning only\n\nHoppa över navigering\n •   1\n\n  Val av justerare\n\n"
        " •   2\n\n"
        "  Anmälan av frågor\n\n • Avtalet om röntgen löper ut i december. Ett nytt avtal behöver "
        "upphandlas.\n\n  Bilagor\n\n • Programmet för uppföljning ska gälla all verksamhet som "
        "överlämnas genom upphandling."
    )
    assert found.kind.value == "minutes"


def test_a_month_after_letters_is_no_diary_number(reading: Read) -> None:
    found = reading(
        "Minnesanteckningar BBU 2015-08\n\nBeredningsgruppen OFB 15-03-02\n\nDnr SN 2015/44\n\n"
        "Närvarande: Anna Ek, Bo Al\n\n1. Välkommen\n\nMötet öppnas."
    )
    assert [number.value for number in found.diary_numbers] == ["SN 2015/44"]


def test_a_name_that_a_host_cut_short_is_neither_a_party_nor_goes_on_below(reading: Read) -> None:
    found = reading(
        "SOURCE: https://studylibsv.com/doc/123456/samarbetsavtal-mellan-socialtjanst-gavle | "
        "TITLE: - | EXTENT: beginning only\n\n"
        "Samarbetsavtal mellan Socialtjänst Gävle och Gävle\n\nadvertisement\n"
        "Samarbetsavtal mellan Socialtjänst Gävle och Gävle Vänförening\n§ 1. Parter\n"
        "Detta avtal avser stöd och har träffats mellan Gävle Vänförening och Socialtjänst Gävle.\n"
        "§ 2. Avtalstid\nDetta avtal gäller ett år i taget."
    )
    assert "advertisement" not in (title(found) or "")
    assert "Gävle" not in [party.value.name for party in found.parties]


def test_the_towns_after_the_municipalities_of_a_list_are_parties_too(reading: Read) -> None:
    found = reading(
        "Samverkansavtal socialjour\n\nKommunerna Täby, Vallentuna och Österåker samt städerna "
        "Lidingö och Vaxholm har enats om att samverka i en gemensam jour, varmed detta avtal har "
        "träffats.\n\n1 § Uppdrag\n\nParterna åtar sig att dela på kostnaden."
    )
    names = {party.value.name for party in found.parties}
    assert {"Täby kommun", "Lidingö stad", "Vaxholms stad"} <= names


LOCAL = """Lokal överenskommelse om äldre mellan Hudiksvalls kommun och Region Gävleborg

1. Bakgrund

Länsledningen vill ha en lokal överenskommelse i varje kommun med utgångspunkt i den länsgemensamma
överenskommelsen, som gäller till och med 2024-12-31. Hjälpmedel regleras i särskilt avtal som
gäller till och med 2023-06-30.

2. Åtaganden

Avtal med vårdgivare tecknas av kommunen med en uppsägningstid om tre månader.

3. Giltighet

Överenskommelsen träder i kraft den 1 oktober 2022 och gäller tills vidare. Part kan säga upp
överenskommelsen med sex månaders uppsägningstid.
"""


def test_other_agreements_dates_and_notices_are_not_this_ones(reading: Read) -> None:
    found = reading(LOCAL)
    facts = (found.valid_from, found.until_further_notice, found.termination_notice_months)
    assert [fact and fact.value for fact in facts] == ["2022-10-01", True, 6]
    assert found.valid_until is None
    assignment = reading(
        "Uppdragsbeskrivning\nArbetsgrupp för revidering av hemsjukvårdsavtalet\n\nBakgrund\n"
        "Avtalet har förlängts två gånger och upphör att gälla 2023-12-31.\n\nUppdrag\nGruppen ska "
        "gå igenom avtalet.\n\nUppdragsgivare\nLedningsgruppen\n\nTidplan\nStart april 2022."
    )
    assert (assignment.kind.value, assignment.valid_until) == ("assignment", None)


def test_a_page_head_and_a_table_without_lines_leave_the_title(reading: Read) -> None:
    agreement = reading(
        "AVTAL                      Sid 1 av 4\n\nAvtal om gemensam jour för Sala och Heby"
        "\n\n§ 1 Parter\nMellan Sala kommun och Heby kommun har detta avtal träffats.\n\n"
        "§ 2 Avtalstid\nAvtalet gäller fr.o.m. 2022-01-01."
    )
    assert title(agreement) == "Avtal om gemensam jour för Sala och Heby"
    routine = reading(
        "Dokumenttyp          Riktlinje\nDokumentnamn         Riktlinje för samordnad plan\n"
        "Diarienummer         RV230415\nVersion              2\n\n1. Syfte\nRiktlinjen beskriver "
        "hur vi arbetar.\n\n2. Samtycke\nDen enskilde ska samtycka."
    )
    assert title(routine) == "Riktlinje för samordnad plan"


def test_a_county_inside_another_name_is_not_where_it_is(reading: Read) -> None:
    found = reading(
        "Forskning i kommuner och regioner\n\nRapport 2005:3\n\nFörord\n\nDalarnas forskningsråd "
        "fick i uppdrag att göra denna rapport. Rapporten bygger på en enkät i hela landet."
    )
    assert (found.kind.value, found.county, found.level) == ("report", None, None)


def test_what_a_host_tells_a_place_and_digits_are_no_titles(reading: Read) -> None:
    told = (
        "Kommunstyrelsen. Revisionen har under hösten granskat rubricerade rutiner. "
        "Revisionsrapport har upprättats i maj, bilaga."
    )
    slug = (
        "kommunstyrelsen-revisionen-har-under-hosten-granskat-rubricerade-rutiner-revisionsrapport"
    )
    host = kept(
        slug + "-har-upprattats-i-maj-bilaga", told, "1 Kommunstyrelsen Vi har granskat. " * 30
    )
    assert title(reading(host)) is None
    news = reading(
        "SOURCE: https://nyheter.exempel.se/artikel?id=5 | TITLE: - | EXTENT: whole page\n\n"
        "Enköping\n\n"
        "Klart med ny handlingsplan\n\nKommunen är färdig med sin handlingsplan. "
        "Handlingsplanen ska ge bättre samordning och gäller alla vuxna i kommunen."
    )
    assert title(news) == "Klart med ny handlingsplan"
    analysis = reading(
        "Sid 20150306\n\n20150411 / HH 03\n\nAnalys av olika samverkansformer\n\n"
        "Sammanfattning\n\n"
        "I analysen har formerna jämförts. Rapporten bygger på intervjuer."
    )
    assert (title(analysis), analysis.diary_numbers) == ("Analys av olika samverkansformer", ())


def test_a_page_in_a_sites_part_about_children_is_on_them(reading: Read) -> None:
    found = reading(
        "SOURCE: https://www.exempel.se/omraden/barn-och-unga/halsa/delregional-samverkan/ "
        "| TITLE: - | EXTENT: whole page\n\nDelregional samverkan\n\n"
        "Gruppen är ett forum för dialog mellan "
        "verksamheterna och möts fyra gånger om året. Ordföranden kallar till mötena."
    )
    assert found.kind.value == "web_page"
    assert [(area.value, area.certainty) for area in found.areas] == [("children_young", "guessed")]


def test_a_board_of_many_places_is_not_of_the_place_where_it_met(reading: Read) -> None:
    heading = (
        "Protokoll från förbundsstyrelsens sammanträde den 10 maj 1999, Hotell Halland, Ale kommun"
    )
    text = (
        "1 Protokoll 1 (9) Förbundsstyrelsen Plats Hotell Halland, Ale kommun Ledamöter "
        "Anna Ek (m), Kungälv, ordförande Bo Al (s), Partille Cia Lind (v), Tjörn Dan Berg (c), "
        "Härryda Sekreterare Eva Holm Föregående protokoll lades till handlingarna. "
    )
    found = reading(kept("protokoll-fran-forbundsstyrelsens-sammantrade", heading, text * 3))
    assert (found.kind.value, found.county, found.level) == ("minutes", None, None)
    persons = "Beslutande Fredrik Holm (M) ordförande"
    assert (
        title(reading(kept("beslutande-fredrik-holm-m-ordforande", persons, text * 3)))
        == "Protokoll"
    )


def test_whom_a_report_is_handed_to_is_not_its_title(reading: Read) -> None:
    found = reading(
        "SOURCE: https://data.exempel.se/dokument/GOB999 | TITLE: - | EXTENT: beginning only\n\n"
        "Till statsrådet och chefen för\n\nSocialdepartementet\n\nGenom beslut gav regeringen "
        "statsrådet Ek rätt att tillkalla en utredare. Hon överlämnar nu betänkandet Samverkan.\n\n"
        "Stockholm i november 2000\n\nInnehåll\n\n"
        "Sammanfattning .......................... 13\nStatsrådet och chefen ............ 14"
    )
    assert "departement" not in (title(found) or "")
