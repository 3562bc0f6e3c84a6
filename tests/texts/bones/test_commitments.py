"""Who shall do what: the sentences and lists of an agreement become proposals.

Seen red, one by one: the heading's lead-in not asked; `_is_crossed` ignored; the passive not
seen; sections of goals not silent; inner bullets not hung; a bullet not split; verbs in clauses
and in purposes let through; the document's own parties unknown; the present tense not read; lists
of reasons taken for duties; the lead-in without a bullet, the plan's content, "gemensamt ansvar",
staff as a guess, places, local answers and scope left out; persons let through as parties; names
right before, behind and beside the verb, and behind "av", not looked for; the genitive not asked.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from samklang.texts.bones.actors import Side
from samklang.texts.bones.commitments import Bones, Certainty, Proposal

Read = Callable[[str], Bones]
REGION, MUNICIPALITY, BOTH = Side.REGION, Side.MUNICIPALITY, Side.BOTH


def said(bones: Bones) -> list[tuple[str, str]]:
    return [(one.actor.side.value, one.wording) for one in bones.commitments]


def one_of(bones: Bones) -> Proposal:
    (found,) = bones.commitments
    return found


@pytest.mark.parametrize(
    ("sentence", "side", "words"),
    [
        ("Regionen ska erbjuda samtal.", REGION, "Regionen"),
        ("Region Ek och kommunerna åtar sig att mötas.", BOTH, "Region Ek och kommunerna"),
        ("Vid utskrivning ansvarar kommunen för hemgången.", MUNICIPALITY, "kommunen"),
        ("När planen är klar ska socialtjänsten kalla till möte.", MUNICIPALITY, "socialtjänsten"),
        ("Det åligger kommunen att kalla till möte.", MUNICIPALITY, "kommunen"),
        ("Parterna är överens om att utbilda varje år.", BOTH, "Parterna"),
        ("Tillsammans med läkaren ansvarar kommunen för planen.", MUNICIPALITY, "kommunen"),
        ("Chefen i kommunal hälso- och sjukvård ansvarar för pärmen.", MUNICIPALITY, "Chefen"),
        ("Efter remiss från läkare ansvarar logoped för provet.", REGION, "logoped"),
        ("Den nya skolan ska ta kontakt.", MUNICIPALITY, "skolan"),
        ("Arbetet ska följas upp av regionen.", REGION, "regionen"),
        ("Kommunen eller en utförare ska le.", MUNICIPALITY, "Kommunen eller en utförare"),
    ],
)  # fmt: skip
def test_a_sentence_lays_a_duty_on_its_subject(
    bones: Read, sentence: str, side: Side, words: str
) -> None:
    actor = one_of(bones(f"1 Ansvar\n{sentence}\n")).actor

    assert (actor.side, actor.words) == (side, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kommunen ska informeras innan någon flyttar.",
        "Ett möte ska hållas varje vår.",
        "Vid fall som ofta händer ska en plan skrivas.",
        "Arbetet ska präglas av kommunens mål.",
    ],
)
def test_what_shall_be_done_by_nobody_in_particular_is_both_sides_and_a_guess(
    bones: Read, sentence: str
) -> None:
    found = one_of(bones(f"1 Ansvar\n{sentence}\n"))

    assert (found.actor.side, found.actor.words) == (BOTH, "")
    assert (found.certainty, found.reason) == (Certainty.GUESSED, "unnamed")


@pytest.mark.parametrize(
    "sentence",
    [
        "Den enskilde ska komma i tid.",
        "Kommunen kan erbjuda samtal.",
        "Regionen är en av parterna.",
        "Här finns den information som ska lämnas vidare.",
        "Samtycket måste inte vara skriftligt.",
        "I bilagan står hur planen ska bli klar.",
        "Socialstyrelsen ska ge ut en handbok.",
        "För att personal i kommunen ska kunna tala fritt finns ett rum.",
    ],
)
def test_what_nobody_has_undertaken_is_left_out(bones: Read, sentence: str) -> None:
    assert bones(f"1 Ansvar\n{sentence}\n").commitments == ()


def test_what_somebody_does_in_the_present_tense_is_likely_theirs(bones: Read) -> None:
    found = one_of(bones("1 Gången\nVårdcentralen på orten kallar till samtal.\n"))

    assert (found.actor.side, found.certainty, found.reason) == (
        REGION,
        Certainty.GUESSED,
        "described",
    )


def test_bullets_belong_to_the_lead_in_whatever_headings_part_them(bones: Read) -> None:
    text = """\
    4.1.1 Region Ekdalen åtar sig att
    Samverkan
    •
    delta i forum om de äldre
    Information
    •
    lämna besked till kommunen
    när någon flyttar
    4.1.2 Kommunen åtar sig att
    Samverkan
    •
    kalla till forum.
    """

    assert said(bones(text)) == [
        ("region", "delta i forum om de äldre"),
        ("region", "lämna besked till kommunen när någon flyttar"),
        ("municipality", "kalla till forum."),
    ]


def test_a_new_sentence_under_a_new_heading_is_its_own_subjects(bones: Read) -> None:
    text = """\
    3 Kontakt

    Boendet ansvarar för att:
    - ordna en skrivplats
    - en lista finns uppsatt.

    Telefon för personal

    - Läkaren svarar mellan åtta och fem.
    - Broschyren ligger i skåpet.
    """

    assert said(bones(text)) == [
        ("municipality", "ordna en skrivplats"),
        ("municipality", "en lista finns uppsatt."),
        ("region", "Läkaren svarar mellan åtta och fem."),
    ]


def test_a_list_of_goals_or_reasons_is_no_list_of_commitments(bones: Read) -> None:
    text = """\
    2 Mål
    Kommunen ska vara bäst i landet.
    2.1 Trygghet
    Parterna ska göra alla trygga.
    3 Ansvar
    Vi har kommit hit eftersom:
    - läkaren svarar sällan
    - vägen är lång.
    """

    assert bones(text).commitments == ()


def test_inner_bullets_are_part_of_the_bullet_above(bones: Read) -> None:
    text = """\
    1 Ansvar
    Kommunen åtar sig att
    •
    informera regionen om
    o
    nya boenden
    o
    boenden som läggs ned
    •
    svara i telefon.
    """

    assert [one.wording for one in bones(text).commitments] == [
        "informera regionen om\nnya boenden\nboenden som läggs ned",
        "svara i telefon.",
    ]


def test_what_a_bullet_says_of_somebody_else_is_a_commitment_of_its_own(bones: Read) -> None:
    text = """\
    1 Uppföljning
    - Chefen på boendet ska berätta om nya lokaler. Kopia till nämnden. MAS ansvarar för att
    meddela förvaltningen.
    """

    found = bones(text).commitments

    assert [one.wording for one in found] == [
        "Chefen på boendet ska berätta om nya lokaler. Kopia till nämnden.",
        "MAS ansvarar för att meddela förvaltningen.",
    ]
    assert [one.line for one in found] == [2, 2]


def test_a_heading_can_say_whose_the_bullets_are(bones: Read) -> None:
    text = """\
    1 Arbetet
    Kommunens ansvar

    - Stöd i boendet
    - Sysselsättning

    Gemensamt ansvar

    - Årligt möte
    """

    assert said(bones(text)) == [
        ("municipality", "Stöd i boendet"),
        ("municipality", "Sysselsättning"),
        ("both", "Årligt möte"),
    ]


def test_a_lead_in_may_go_on_without_a_bullet(bones: Read) -> None:
    text = """\
    1 Hygien
    All personal i kommunen ansvarar för att:
    följa de regler om hygien som gäller.
    """

    assert said(bones(text)) == [("municipality", "följa de regler om hygien som gäller.")]


def test_a_list_of_what_a_plan_shall_hold_is_one_commitment(bones: Read) -> None:
    text = """\
    6 Plan
    Av planen ska det framgå:
    - vad som behövs
    - vem som gör det
    """

    assert (
        one_of(bones(text)).wording == "Av planen ska det framgå:\nvad som behövs\nvem som gör det"
    )


def test_the_parties_that_the_document_names_are_providers(bones: Read) -> None:
    text = """\
    Lokal överenskommelse om läkare mellan Almvården i Ekby och Ekby kommun

    1 Möten
    Almvården ska komma varje vecka.
    """

    actor = one_of(bones(text)).actor

    assert (actor.side, actor.words) == (Side.PROVIDER, "Almvården")


def test_whose_staff_somebody_is_is_inferred_and_a_partys_name_is_stated(bones: Read) -> None:
    text = "1 Ansvar\nLäkaren ansvarar för remissen. Regionen ansvarar för kostnaden.\n"

    assert [one.certainty for one in bones(text).commitments] == [
        Certainty.DERIVED,
        Certainty.STATED,
    ]


def test_the_place_of_a_proposal_is_where_its_words_stand(bones: Read) -> None:
    text = "1 Ansvar\nHär är bakgrunden. Regionen ska er-\nbjuda samtal. Det är bra.\n"

    found = one_of(bones(text))

    assert text[found.start : found.end] == "Regionen ska er-\nbjuda samtal."
    assert (found.line, found.section) == (2, 0)


@pytest.mark.parametrize(
    ("sentence", "needed", "reason"),
    [
        ("Kommunen ska ha en rutin för flytt.", True, "routine"),
        ("Kommunen ska utse någon.", True, "person"),
        ("Läkaren ska finnas tillgänglig.", True, "when"),
        ("Kommunen ska svara inom tre dagar.", False, "settled"),
        ("Parterna ska skriva en lokal överenskommelse.", True, "local_text"),
        ("Kommunen ska bygga en ramp.", None, ""),
    ],
)
def test_a_proposal_says_whether_somebody_local_must_answer_and_why(
    bones: Read, sentence: str, needed: bool | None, reason: str
) -> None:
    answer = one_of(bones(f"1 Ansvar\n{sentence}\n")).local_answer

    assert (answer.needed, answer.reason) == (needed, reason)
    assert answer.words in sentence


def test_what_the_local_agreement_shall_hold_asks_for_a_local_answer(bones: Read) -> None:
    text = """\
    1.6 Lokalt arbete
    En lokal överenskommelse ska innehålla rutiner för
    •
    besök varje vecka
    •
    plan för vården.
    """

    found = bones(text).commitments

    assert [one.wording for one in found] == ["besök varje vecka", "plan för vården."]
    assert {(one.local_answer.needed, one.local_answer.reason) for one in found} == {
        (True, "local_text")
    }


def test_the_scope_is_told_where_the_text_says_it(bones: Read) -> None:
    text = """\
    1 Länsgemensamma åtaganden
    Kommunen ska delta.
    2 Övrigt
    Kommunen ska ha verksamhetsspecifika planer. Regionen ska komma.
    """

    assert [one.scope for one in bones(text).commitments] == ["common", "specific", ""]
