"""How often an agreement is followed up, and how long notice it asks, in still other words.

Seen red: with the reader before these rules, but for the terms of office, what is local and two of
the notices that go on by themselves, which it read right where a line ends, and for notice in the
time that it goes on: that with any word for going on. All texts are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.inventories.reading.facts import Reading
from tests.inventories.reading.saying import value

Read = Callable[[str], Reading]

HEAD = "Överenskommelse mellan Region Dalarna och kommunerna i Dalarnas län om jour\n\n"
ASKED = "Uppsägning av avtalet ska ske"
ASSIGNMENT = (
    "Uppdragsbeskrivning för länsgruppen demens\n\nUppdragsgivare\nLänschefsgruppen\n\nUppdrag\n"
    "Gruppen ska följa hur vården ges.\n\n"
)
MEMO = (
    "TJÄNSTESKRIVELSE\n2031-08-29\nSocialnämnden\n\nNy överenskommelse mellan Region Dalarna och "
    "kommunerna i Dalarnas län om jour\n\nFörslag till beslut\nSocialnämnden föreslår fullmäktige "
    "att anta överenskommelsen.\n\nÄrendet\nRegionen och kommunerna har tagit fram ett förslag. "
)


def reviews(found: Reading) -> set[str]:
    return {review.value.kind for review in found.review}


@pytest.mark.parametrize(
    ("clause", "kinds"),
    [
        ("Chefsgruppen följer upp överenskommelsen vid utgången av varje kalenderår.", {"yearly"}),
        ("Uppföljning\nÖverenskommelsen följs upp halvårsvis av chefsgruppen.", {"other"}),
        ("Uppföljning av överenskommelsen görs minst två gånger per år.", {"other"}),
        ("Vid större förändringar i lagstiftningen ska överenskommelsen revideras.", {"other"}),
        ("§ 6 Uppföljning\nUppföljning sker första gången hösten 2032.", {"follow_up_period"}),
        ("Verksamhetsberättelse lämnas till nämnderna i december varje år.", {"yearly"}),
        ("Överenskommelsen gäller under mandatperioden.", set()),
        ("Uppföljning\nLokala avtal ses över årligen.", set()),
        ("Nästa revision: 2032-03-01", {"revise_by"}),
        (
            "Avtalet börjar gälla då. Styrgruppen följer upp det vartannat år.",
            {"every_n_years"},
        ),
        (
            "Avtalet gäller då. Det ses över vartannat år, med start hösten 2032.",
            {"every_n_years"},
        ),
        ("Handlingsplanen är lokal. Den revideras vartannat år.", set()),
        ("Gruppen ska varje år avge en redogörelse för hur avtalet har fungerat.", {"yearly"}),
        ("Uppföljning\nÖverenskommelsen revideras senast sex månader innan den går ut.", {"other"}),
        ("Överenskommelsen revideras under första kvartalet 2033.", {"revise_by"}),
        (
            "Uppföljning\nParterna utvärderar avtalet före utgången av år 2033.",
            {"follow_up_period"},
        ),
        ("Uppföljning\nAvtalet följs upp en gång per mandatperiod.", {"every_n_years"}),
        ("Uppföljning\nAvtalet följs upp inför ny mandatperiod.", set()),
        ("Uppföljning\nEn utvärdering skall göras före avtalsperiodens utgång.", {"other"}),
        ("Under 2031 gav chefsgruppen i uppdrag att revidera avtalet.", set()),
        ("Parterna tillsatte under 2031 en arbetsgrupp för översyn av avtalet.", set()),
        ("Uppföljning\nÅtgärdsplanen revideras vid behov.", set()),
        ("Överenskommelsen föreslås följas upp vartannat år.", set()),
        ("Avtalet ses över senast 2032-03-01, inför en eventuell förlängning.", {"revise_by"}),
        (
            "Uppföljning\nEn uppföljning av avtalet görs under år 2032 inför revidering.",
            {"follow_up_period"},
        ),
        ("Uppföljning\nHandlingsplanerna följs upp två gånger om året.", set()),
        (
            "Vid förändringar i den länsgemensamma överenskommelsen ska den lokala ses över.",
            {"when_regional_revised"},
        ),
        (
            "Överenskommelsen följs upp varje år med hjälp av följande frågor: Hur många SIP görs?",
            {"yearly"},
        ),
        ("Verksamhetsberättelse lämnas årligen till utbildningsnämnden.", {"yearly"}),
        ("Gruppen skall i mars varje år avge en berättelse över hur avtalet fungerat.", {"yearly"}),
        ("SIP följs upp varje år. Avtalet gäller då.", set()),
        ("Uppföljning\nEn första uppföljning görs ett år efter ikraftträdandet.", {"other"}),
        (
            "Avtalet, som löper ut 2033-12-31, ska förlängas ett år i avvaktan på en översyn.",
            set(),
        ),
    ],
)
def test_how_often_is_heard(clause: str, kinds: set[str], reading: Read) -> None:
    assert reviews(reading(f"{HEAD}{clause}\n")) == kinds


def test_an_assignment_is_not_due_when_an_agreement_is(reading: Read) -> None:
    due = "Gruppen ska lämna förslag till reviderad överenskommelse senast 2032-05-31."

    assert reviews(reading(ASSIGNMENT + due)) == set()
    assert reviews(reading(f"{ASSIGNMENT}Uppdraget ses över senast 2032-05-31.")) == {"revise_by"}
    evaluated = "Uppdraget redovisas då. En samlad utvärdering görs under hösten 2032."
    assert reviews(reading(ASSIGNMENT + evaluated)) == {"follow_up_period"}
    twice = "Gruppen följer upp sitt uppdrag och redovisar resultatet två gånger per år."
    assert reviews(reading(ASSIGNMENT + twice)) == {"other"}
    report = "Gruppen lämnar varje år i november en skriftlig rapport till chefsgruppen."
    assert reviews(reading(ASSIGNMENT + report)) == {"yearly"}


@pytest.mark.parametrize(
    ("clause", "months"),
    [
        ("{} senast 6 månader innan tiden löper ut. Annars förlängs avtalet med ett år.", 6),
        ("{} nio månader före dess utgång. Annars löper avtalet vidare med ett år i sänder.", 9),
        ("Avtalet förlängs med två år i taget om ingen senast sex månader före säger upp det.", 6),
        ("Avtalet kan under förlängningstiden sägas upp med tre månaders varsel.", 3),
        ("Lokalavtalet löper med nio månaders uppsägning.\n\n{} minst tolv månader i förväg.", 12),
    ],
)
def test_notice_is_not_how_long_it_goes_on(clause: str, months: int, reading: Read) -> None:
    assert value(reading(f"{HEAD}{clause.format(ASKED)}\n").termination_notice_months) == months


def test_a_memo_tells_of_notice_and_follow_up(reading: Read) -> None:
    found = reading(
        f"{MEMO}Överenskommelsen ska följas upp årligen. Uppsägningstiden är tolv månader.\n"
    )
    assert reviews(found) == {"yearly"}
    assert value(found.termination_notice_months) == 12
