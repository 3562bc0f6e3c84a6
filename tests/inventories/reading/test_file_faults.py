"""What real files do to a reader: each fault of the field, in a document of our own."""

from __future__ import annotations

from collections.abc import Callable

from samklang.inventories.reading.facts import Reading

Read = Callable[[str], Reading]


def what(reading: Reading) -> list[str]:
    return [contradiction.what for contradiction in reading.contradictions]


def codes(reading: Reading) -> list[str]:
    return [warning.code for warning in reading.warnings]


TWO_FRONT_PAGES = """Länsövergripande överenskommelse om äldre
Datum
2019-01-01
Giltigt t.o.m
2021-01-01
Versionsnummer
0.1
För verksamhet
Region Gävleborg
Dokumentnamn:
Länsövergripande överenskommelse om äldre i Gävleborg
Gäller från och med:
2020-
Gäller till och med:
2023- Ansvarig för revidering
Region Gävleborg
Version:
Version 3
Dokumenthistorik:
Version 2
2016-02-03--2018-12-31 Version 1
2015-04-01--2016-12-31
Parter:
Region Gävleborg Bollnäs kommun Gävle kommun Hofors kommun
"""


def test_contradictory_front_pages_are_both_shown(reading: Read) -> None:
    found = reading(TWO_FRONT_PAGES)

    assert {"version", "valid_until", "start", "overlapping_editions"} <= set(what(found))
    assert found.version is None
    assert found.valid_until is None
    assert found.valid_from
    assert found.valid_from.value == "2020"
    assert all(len(c.places) == len(c.values) >= 2 for c in found.contradictions)


def test_labels_and_values_on_one_line_are_told_apart(reading: Read) -> None:
    found = reading(
        "ÖVERENSKOMMELSE OM SAMVERKAN I GÄVLEBORG Dokumenttyp: Samverkansöverenskommelse "
        "Utfärdande: Landstinget och kommunerna Dokumentnamn: Överenskommelse om barn "
        "Gäller från och med: 2013-11-01 Gäller till och med: 2016-12-31 Antagen datum: "
        "Revisionshistorik Versionsnummer: 1 2 Giltig från – till 2012-11-09 - 2013-12-31 "
        "2013-11-01 - 2016-12-31 Godkänd av: Styrelsen Arbetsmaterial 15:41"
    )

    assert found.valid_from
    assert found.valid_until
    assert (found.valid_from.value, found.valid_until.value) == ("2013-11-01", "2016-12-31")
    assert [party.value.name for party in found.parties] == ["Landstinget", "kommunerna"]
    assert {"overlapping_editions", "status"} <= set(what(found))


def test_values_far_below_their_labels_are_found(reading: Read) -> None:
    found = reading(
        "Länsövergripande överenskommelse om äldre\nDokumenttyp:\nSamverkansöverenskommelse\n"
        "Giltigt från och med:\nFörfattande arbetsgrupp:\nAda Alm, Bollnäs kommun\n"
        "Giltigt till och med:\nAnsvarig för revidering:\nAntagen datum:\n2013 – 11 - 01\n"
        "2016 – 12 - 31\nRegion Gävleborg\n"
    )

    assert found.valid_from
    assert found.valid_until
    assert (found.valid_from.value, found.valid_until.value) == ("2013-11-01", "2016-12-31")
    assert found.valid_from.certainty == "derived"


def test_a_hosts_words_around_the_text_are_not_its_title(reading: Read) -> None:
    found = reading(
        "• No results found\n\nN/A\nN/A\nProtected\n\nAcademic year: 2022\n\nCopied!\n27\n\n"
        "Full text\n\n(1)\n\nLokal överenskommelse om samverkan i\n\nHofors\n\n(2)\n\n"
        "Parter\nDenna överenskommelse gäller Hofors kommun.\nTvist\nLöses i samtal.\n"
    )

    assert found.title
    assert found.title.value == "Lokal överenskommelse om samverkan i Hofors"


def test_a_name_that_is_said_to_be_gone_but_remains_is_shown(reading: Read) -> None:
    found = reading(
        "Överenskommelse mellan Region Gävleborg och kommunerna i Gävleborgs län\n"
        "Landstinget Gävleborg har i texten ändrats till Region Gävleborg.\n"
        "Denna överenskommelse har tre delöverenskommelser.\n"
        "Landstinget ansvarar för läkare. De fem delöverenskommelserna följs upp.\n"
        "Lag (2016:1145) om offentlig upphandling. Lag (2007:1091) om offentlig upphandling.\n"
    )

    assert {"name", "act om offentlig upphandling"} <= set(what(found))
    assert {"old_organization", "repealed_law"} <= set(codes(found))


def test_references_to_repealed_law_get_the_paragraph_that_holds(reading: Read) -> None:
    found = reading(
        "Överenskommelse om samverkan mellan Region Gävleborg och kommunerna i Gävleborgs län\n"
        "Denna överenskommelse vilar på socialtjänstlagen (2001:453) 5 kap. 8 a § och hälso- och "
        "sjukvårdslagen (1982:763) 3 f §.\n"
    )

    hints = [warning.hint for warning in found.warnings if warning.code == "repealed_law"]
    assert "SoL (2025:400) 7 kap. 2 §" in hints
    assert "HSL (2017:30) 16 kap. 4 §" in hints


def test_a_memo_followed_by_the_agreement_is_two_documents(reading: Read) -> None:
    found = reading(
        "Tjänsteskrivelse\n2024-02-10\nHandläggare: Ebba Exempel\nSocialnämnden\n"
        "Överenskommelse om hjälpmedel mellan Region Uppsala och kommunerna i Uppsala län\n"
        "Sammanfattning\nNämnden föreslås anta överenskommelsen.\nFörslag till beslut\n"
        "Nämnden antar överenskommelsen från och med 1 november\n2024.\n"
        "Expedieras till\nRegion Uppsala\n"
        "Överenskommelse\nParter\nRegion Uppsala och kommunerna.\n"
    )

    assert found.kind.value == "board_memo"
    assert "two_documents" in codes(found)
    assert found.valid_from
    assert found.valid_from.value == "2024-11-01"


def test_another_language_is_said_to_be_one(reading: Read) -> None:
    found = reading(
        "Aftale mellem regionen og kommunen\nAftalen gælder fra 2022 og kan ikke opsiges. "
        "Parterne skal samarbejde om borgere og patienter, og sundhedsaftalen følges op."
    )

    assert codes(found) == ["other_language"]
    assert found.kind.value == "foreign_agreement"
    assert found.valid_from is None


def test_the_sides_of_a_neighbours_agreement_are_only_guessed(reading: Read) -> None:
    found = reading(
        "Samarbeidsavtale\nAvtalen er inngått mellom Eksempel kommune og Eksempel sykehus HF. "
        "Partene skal samarbeide, og avtalen kan ikke sies opp før den er evaluert fra grunnen."
    )

    assert [party.value.name for party in found.parties] == [
        "Eksempel kommune",
        "Eksempel sykehus HF",
    ]
    assert {party.certainty for party in found.parties} == {"guessed"}


def test_minutes_keep_clashing_attachments_and_headings(reading: Read) -> None:
    found = reading(
        "Minnesanteckningar Samverkansrådet\nNärvarande: Ada Alm\n1. Aktuellt\n"
        "a) Beslut: Medel för året (Bilaga 2)\nFöredragande: Ada Alm, strateg, RSS\n"
        "Rådet beslutade\natt fördela medlen enligt\nförslaget.\natt återkomma i mars.\n"
        "b) Information/Dialog: Nuläge för länet\n(Bilaga 2 A-B)\n"
        "Föredragande: Bo Berg, chef, Regionen\n"
        "Cia Ceder, utredare, Kommunen\nRådet diskuterade frågan.\n2. Aktuellt\nInget.\n"
    )

    assert {"attachment 2", "heading aktuellt"} <= set(what(found))
    first, second, third, last = found.items
    assert (first.number, first.letter, last.number) == (1, None, 2)
    assert (second.letter, second.kinds) == ("a", ("beslut",))
    assert second.attachments == ("Bilaga 2",)
    assert [decision.value for decision in second.decisions] == [
        "att fördela medlen enligt förslaget.",
        "att återkomma i mars.",
    ]
    assert third.kinds == ("information", "dialog")
    assert third.attachments == ("Bilaga 2 A-B",)
    assert third.presenters == ("Bo Berg, chef, Regionen", "Cia Ceder, utredare, Kommunen")
    assert third.title
    assert third.title.value == "Nuläge för länet"
