"""A consultation: who is asked, who has answered, and all of it frozen in the end.

Seen red, one at a time: with opening outside a transaction, with all asked shown to each of them
and their comments to each other, with the state of the round not asked, with `seen` not compared
when it is closed, with “no comments” taken from whoever has made some, with what is kept never held
against its hash, with a stopped share still open, and with user organizations offered to those
asked. The picture: with the words of the first at everybody’s, with late ones as those that wait,
and with all asked drawn for each of them. What is said of a later wording: with it shown to all
asked, with the compilation open to them, and with the reading not noted; and with “no comments”
left standing when somebody comments after all.
"""

from __future__ import annotations

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from docx import Document
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from samklang.agreements.api import Conflict
from samklang.agreements.drafts import Drafts
from samklang.agreements.models import Edition
from samklang.audit.models import Entry
from samklang.common.lifecycle import Move, MoveNotAllowed
from samklang.consultations import actions
from samklang.consultations.actions import Round, UserOrganization
from samklang.consultations.compiling import fingerprint, frozen, thawed
from samklang.consultations.lifecycle import LIFECYCLE, State
from samklang.consultations.models import Answered, Comment, Consultation, Participant, Suggestion
from samklang.consultations.queries import compilation_now, find_round, talk
from samklang.sharing.actions import Terms
from samklang.sharing.models import Purpose, Share
from tests import cast
from tests.consultations import county
from tests.consultations.test_comments import client, commented, page

TODAY = timezone.localdate()
SOON = TODAY + timedelta(days=30)
QUERIES = 14
# From which state each move leads where; no other move is made.
MOVES = {
    ("open", "speak"): "open",
    ("open", "answer"): "open",
    ("open", "hand_in"): "open",
    ("open", "extend"): "open",
    ("open", "close"): "closed",
    ("closed", "remark"): "closed",
}


@pytest.mark.one_database
@pytest.mark.parametrize("move", LIFECYCLE.moves, ids=lambda move: move.name)
@pytest.mark.parametrize("state", State.values)
def test_every_move_from_every_state(move: Move, state: str) -> None:
    target = MOVES.get((state, move.name))
    if target:
        assert LIFECYCLE.after(move.name, in_state=state) == target
    else:
        with pytest.raises(MoveNotAllowed):
            LIFECYCLE.after(move.name, in_state=state)


def opened(edition: Edition, *receivers: str, together: bool = False) -> Consultation:
    siri = county.person("siri")
    offer = Drafts().find(siri, edition.pk)
    to = tuple(cast.organization(one) for one in receivers or ("mora", "orsa"))
    asked = Round(
        Terms(Purpose.CONSULTATION, to),
        SOON,
        sees_each_other=together,
        user_organizations=(UserOrganization("Mossvännerna", "ordförande"),),
    )
    return actions.open_round(offer, asked, by=siri, seen=offer.version)


def closed(consultation: Consultation) -> Consultation:
    seen = fingerprint(frozen(compilation_now(consultation)))
    return actions.close(consultation, by=county.person("siri"), seen=seen)


def asked_form(edition: Edition, **more: object) -> dict[str, object]:
    return {
        "version": Drafts().find(county.person("siri"), edition.pk).version,
        "receivers": [cast.organization("mora").pk, cast.organization("orsa").pk],
        "user_organizations": "Mossvännerna, ordförande\nTorvbröderna",
        "deadline_date": SOON.isoformat(),
        "sees_each_other": "no",
        **more,
    }


def about(name: str, consultation: Consultation, *more: int) -> str:
    place = [consultation.edition_id, consultation.pk, *more]
    return reverse(f"consultations:{name}", args=place)


def asked_of(consultation: Consultation, code: str) -> Participant:
    return consultation.participants.get(organization=cast.organization(code))


@pytest.mark.django_db
def test_one_sees_what_they_will_see_before_the_draft_is_sent() -> None:
    edition = county.draft()
    cast.organization("mora"), cast.organization("orsa")
    siri, form = client("siri"), reverse("consultations:open_round", args=[edition.pk])

    html = siri.post(form, asked_form(edition)).content.decode()

    assert "Det kan bli en allmän handling" in html
    assert "Mossvännerna (ordförande)" in html
    assert not Consultation.objects.exists()
    assert not Share.objects.exists()


@pytest.mark.django_db
def test_sending_it_makes_the_share_and_the_consultation_at_once() -> None:
    edition = county.draft()
    cast.organization("mora"), cast.organization("orsa")
    siri, form = client("siri"), reverse("consultations:open_round", args=[edition.pk])

    answer = siri.post(form, asked_form(edition, confirmed="yes"))

    assert answer.status_code == 302, answer.content.decode()
    made = Consultation.objects.get()
    assert made.share.purpose == Purpose.CONSULTATION
    assert [str(one) for one in made.participants.all()] == [
        "Mora kommun", "Orsa kommun", "Mossvännerna", "Torvbröderna",
    ]  # fmt: skip
    html = siri.get(answer["Location"]).content.decode()
    assert "0 av 4 har svarat" in html
    assert "Inte än" in html


@pytest.mark.django_db
def test_a_second_consultation_is_refused_and_shares_nothing() -> None:
    edition = county.draft()
    opened(edition)
    shares = Share.objects.count()

    with pytest.raises(MoveNotAllowed):
        opened(edition, "falun")

    assert Share.objects.count() == shares
    form = reverse("consultations:open_round", args=[edition.pk])
    assert client("siri").get(form).status_code == 403


@pytest.mark.django_db
def test_a_last_day_that_has_passed_is_refused_and_what_was_typed_stays() -> None:
    edition = county.draft()
    cast.organization("mora"), cast.organization("orsa")
    sent = asked_form(edition, deadline_date="2020-01-01")

    answer = client("siri").post(reverse("consultations:open_round", args=[edition.pk]), sent)

    assert answer.status_code == 422
    assert "Torvbröderna" in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("together", [False, True])
def test_those_asked_see_each_others_comments_only_if_the_writers_said_so(
    together: bool,  # a case of the test
) -> None:
    edition = county.draft()
    made = opened(edition, together=together)
    commented(edition.pk, county.section(edition).key, client("rut", "mora"), "Vem ringer vi?")
    olle = client("olle", "orsa")

    assert ("Vem ringer vi?" in olle.get(page(edition.pk)).content.decode()) == together
    assert ("Mora" in olle.get(about("consultation", made)).content.decode()) == together
    assert "Vem ringer vi?" in client("siri").get(page(edition.pk)).content.decode()


@pytest.mark.django_db
def test_a_comment_of_somebody_asked_belongs_to_the_consultation() -> None:
    edition = county.draft()
    made = opened(edition)

    said = commented(edition.pk, county.section(edition).key, client("rut", "mora"), "Vem?")

    assert said.participant == asked_of(made, "mora")
    html = client("siri").get(about("consultation", made)).content.decode()
    assert "Har börjat" in html


@pytest.mark.django_db
def test_the_picture_of_who_has_answered_says_what_its_table_says() -> None:
    made = opened(county.draft())
    rut = client("rut", "mora")
    rut.post(about("hand_in", made, asked_of(made, "mora").pk), {"answered": Answered.NO_COMMENTS})

    html = client("siri").get(about("consultation", made)).content.decode()
    drawn, _figure, after = html.partition("<figure")[2].partition("<table")
    rows = after.partition("</table>")[0].split("<tr>")[2:]

    assert len(rows) == made.participants.count() == 3
    for row in rows:
        name, said = re.findall(r"<th scope=.row.>([^<]+)|<td>([^<]+)", row)[:2]
        box = f">{name[0].removesuffix(' kommun')}</text>"
        assert box in drawn
        assert f">{said[1]}</text>" in drawn.partition(box)[2][:120]


@pytest.mark.django_db
def test_who_is_late_has_another_symbol_than_who_has_time_left() -> None:
    made = opened(county.draft())
    Consultation.objects.update(deadline_date=TODAY - timedelta(days=1))

    drawn = client("siri").get(about("answers", made)).content.decode()

    assert drawn.count(">Försenat, inget svar</text>") == 3
    assert drawn.count('href="#s-expiring"') == 3


@pytest.mark.django_db
def test_the_picture_shows_those_asked_nobody_else_unless_the_writers_said_so() -> None:
    alone, together = opened(county.draft()), opened(county.draft(), together=True)
    rut = client("rut", "mora")

    drawn = [rut.get(about("answers", one)).content.decode() for one in (alone, together)]

    assert [">Mora</text>" in one for one in drawn] == [True, True]
    assert ["Orsa" in one for one in drawn] == [False, True]


@pytest.mark.django_db
def test_the_letter_to_copy_says_nothing_of_what_the_draft_is() -> None:
    edition = county.draft(title="Hemlig mosse")
    made = opened(edition)

    html = client("siri").get(about("consultation", made)).content.decode()
    letter = html.partition("<textarea")[2].partition("</textarea>")[0]

    assert SOON.isoformat() in letter
    assert "mosse" not in letter


@pytest.mark.django_db
def test_an_organization_says_that_it_has_no_comments() -> None:
    edition = county.draft()
    made = opened(edition)
    mora = asked_of(made, "mora")

    answer = client("rut", "mora").post(
        about("hand_in", made, mora.pk), {"answered": Answered.NO_COMMENTS}
    )

    assert answer.status_code == 302
    mora.refresh_from_db()
    assert mora.answered == Answered.NO_COMMENTS
    assert "Har inga synpunkter" in client("siri").get(about("consultation", made)).content.decode()


@pytest.mark.django_db
def test_who_has_made_comments_does_not_have_none() -> None:
    edition = county.draft()
    made = opened(edition)
    rut, mora = client("rut", "mora"), asked_of(made, "mora")
    commented(edition.pk, county.section(edition).key, rut, "Vem?")

    answer = rut.post(about("hand_in", made, mora.pk), {"answered": Answered.NO_COMMENTS})

    assert answer.status_code == 422
    mora.refresh_from_db()
    assert mora.answered == ""


@pytest.mark.django_db
def test_whoever_comments_after_all_does_not_have_none_any_more() -> None:
    edition = county.draft()
    made = opened(edition)
    rut, mora = client("rut", "mora"), asked_of(made, "mora")
    rut.post(about("hand_in", made, mora.pk), {"answered": Answered.NO_COMMENTS})

    commented(edition.pk, county.section(edition).key, rut, "Vem?")

    mora.refresh_from_db()
    assert (mora.answered, mora.answered_at) == ("", None)
    page = client("siri").get(about("consultation", made)).content.decode()
    assert "Har inga synpunkter" not in page


@pytest.mark.django_db
def test_what_is_said_of_a_later_wording_is_kept_from_whom_it_is_not_shared_with() -> None:
    edition = county.draft()
    made = opened(edition, together=True)
    key = county.section(edition).key
    olle, mora, siri = client("olle", "orsa"), client("rut", "mora"), client("siri")
    commented(edition.pk, key, mora, "Vem ringer vi?")
    county.rewritten(edition, "<p>Enhetschefen svarar.</p>")
    county.shared(edition, "mora")
    commented(edition.pk, key, mora, "Enhetschefen är ju ledig.")

    said = olle.get(page(edition.pk)).content.decode()
    closed(made)

    assert "Vem ringer vi?" in said
    assert "ledig" not in said
    assert "ledig" in siri.get(page(edition.pk)).content.decode()
    assert mora.get(about("compilation", made)).status_code == 200
    refused = olle.get(about("compilation", made))
    assert refused.status_code == 403
    assert "senare lydelse" in refused.content.decode()
    file = reverse("reporting:compilation_file", args=[edition.pk, made.pk, "docx"])
    assert (olle.get(file).status_code, mora.get(file).status_code) == (403, 200)


@pytest.mark.django_db
def test_whoever_opens_the_consultation_has_read_the_draft() -> None:
    made = opened(county.draft())
    rut = client("rut", "mora")
    assert not Entry.objects.filter(verb="draft.read", actor__username="rut").exists()

    rut.get(about("consultation", made))

    assert Entry.objects.filter(verb="draft.read", actor__username="rut").exists()


@pytest.mark.django_db
def test_a_remark_is_for_what_is_closed() -> None:
    made = opened(county.draft())

    with pytest.raises(MoveNotAllowed):
        actions.remark(made, "Tidigt.", by=county.person("siri"))


@pytest.mark.django_db
def test_nobody_answers_for_another_organization() -> None:
    edition = county.draft()
    made = opened(edition, together=True)
    sent = {"answered": Answered.NO_COMMENTS}

    mora = asked_of(made, "mora")
    assert client("olle", "orsa").post(about("hand_in", made, mora.pk), sent).status_code == 403
    assert client("siri").post(about("hand_in", made, mora.pk), sent).status_code == 403


@pytest.mark.django_db
def test_the_writers_enter_what_a_user_organization_says() -> None:
    edition = county.draft()
    made = opened(edition)
    friends = made.participants.get(organization=None)
    siri, key = client("siri"), county.section(edition).key

    siri.post(page(edition.pk, key), {"voice": f"p{friends.pk}", "text": "Fråga oss tidigare."})
    siri.post(about("hand_in", made, friends.pk), {"answered": Answered.WITH_COMMENTS})

    said = Comment.objects.get()
    assert (said.whose, said.participant) == ("Mossvännerna", friends)
    rut = client("rut", "mora")
    assert rut.post(
        page(edition.pk, key), {"voice": f"p{friends.pk}", "text": "Falskt."}
    ).status_code in {302, 422}
    assert Comment.objects.filter(participant=friends).count() == 1


@pytest.mark.django_db
def test_the_last_day_is_moved_and_said() -> None:
    edition = county.draft()
    made, siri = opened(edition), client("siri")
    later = SOON + timedelta(days=10)

    assert siri.post(about("extend", made), {"deadline_date": "2020-01-01"}).status_code == 422
    assert siri.post(about("extend", made), {"deadline_date": later.isoformat()}).status_code == 302

    assert (
        later.isoformat() in client("rut", "mora").get(about("consultation", made)).content.decode()
    )
    assert client("rut", "mora").post(about("extend", made)).status_code == 403


@pytest.mark.django_db
def test_closing_freezes_all_that_was_said_with_its_answers() -> None:
    edition = county.draft()
    made, rut = opened(edition), county.person("rut", "mora")
    words = actions.Suggested("Ansvar", "<p>Enhetschefen svarar.</p>", why="Tydligare.")
    section, voice = county.section(edition), talk(rut, edition.pk).voices[0]
    said = actions.comment(section, "Vem ringer vi?", voice=voice, by=rut)
    suggested = actions.suggest(section, words, voice=voice, by=rut)
    siri = county.person("siri")
    actions.reply(said, "Enhetschefen.", organization=cast.organization("lund"), by=siri)
    actions.reject(suggested, reason="Står redan.", by=siri)

    done = closed(made)

    assert done.is_intact
    held = thawed(done.compilation)
    assert [(one.section, one.whose, one.text) for one in held.points] == [
        ("2 Ansvar", "Mora kommun", "Vem ringer vi?"),
        ("2 Ansvar", "Mora kommun", "Ansvar\nEnhetschefen svarar."),
    ]
    assert held.points[0].replies[0].text == "Enhetschefen."
    assert held.points[1].reason == "Står redan."
    assert frozen(held) == done.compilation


@pytest.mark.django_db
def test_nothing_is_said_answered_or_decided_in_what_is_closed() -> None:
    edition = county.draft()
    made, rut = opened(edition), county.person("rut", "mora")
    voice, siri = talk(rut, edition.pk).voices[0], county.person("siri")
    said = actions.comment(county.section(edition), "Vem?", voice=voice, by=rut)
    words = actions.Suggested("Ansvar", "<p>Ny.</p>")
    suggested = actions.suggest(county.section(edition), words, voice=voice, by=rut)
    closed(made)

    for late in (
        lambda: actions.comment(county.section(edition), "Sent.", voice=voice, by=rut),
        lambda: actions.reply(said, "Sent.", organization=cast.organization("lund"), by=siri),
        lambda: actions.settle(said, by=siri, settled=True),
        lambda: actions.accept(suggested, by=siri),
        lambda: actions.reject(suggested, reason="Sent.", by=siri),
        lambda: actions.hand_in(asked_of(made, "mora"), Answered.NO_COMMENTS, by=rut),
        lambda: actions.extend(made, SOON, by=siri),
        lambda: actions.close(made, by=siri, seen=""),
    ):
        with pytest.raises(MoveNotAllowed):
            late()
    sent = client("rut", "mora").post(page(edition.pk, said.key), {"text": "Sent."})
    assert sent.status_code == 403
    assert (Comment.objects.count(), Suggestion.objects.count()) == (1, 1)


@pytest.mark.django_db
def test_what_was_said_after_one_looked_is_not_frozen_unseen() -> None:
    edition = county.draft()
    made, rut = opened(edition), county.person("rut", "mora")
    seen = fingerprint(frozen(compilation_now(made)))
    voice = talk(rut, edition.pk).voices[0]
    actions.comment(county.section(edition), "Vänta!", voice=voice, by=rut)

    with pytest.raises(Conflict):
        actions.close(made, by=county.person("siri"), seen=seen)

    answer = client("siri").post(about("close", made), {"seen": seen})
    assert answer.status_code == 409
    assert "Något har sagts sedan du tittade" in answer.content.decode()


@pytest.mark.django_db
def test_a_later_remark_is_a_new_entry_and_changes_nothing_that_is_frozen() -> None:
    edition = county.draft()
    done, siri = closed(opened(edition)), client("siri")
    before = done.compilation

    siri.post(about("remark", done), {"text": "Orsa svarade muntligen i maj."})

    done.refresh_from_db()
    assert done.compilation == before
    assert "muntligen i maj" in siri.get(about("consultation", done)).content.decode()


@pytest.mark.django_db
def test_what_is_kept_otherwise_than_it_was_frozen_is_not_shown() -> None:
    done = closed(opened(county.draft()))
    changed = done.compilation.replace("Mora", "Mura")
    Consultation.objects.filter(pk=done.pk).update(compilation=changed)

    answer = client("siri").get(about("compilation", done))

    assert answer.status_code == 409
    assert "Mura" not in answer.content.decode()


@pytest.mark.django_db
def test_the_compilation_is_the_writers_own_unless_those_asked_see_each_other() -> None:
    alone, together = opened(county.draft()), opened(county.draft(title="B"), together=True)
    rut = client("rut", "mora")

    assert rut.get(about("compilation", alone)).status_code == 403
    assert rut.get(about("compilation", together)).status_code == 403
    closed(alone), closed(together)
    assert rut.get(about("compilation", alone)).status_code == 403
    assert rut.get(about("compilation", together)).status_code == 200
    assert client("frida", "falun").get(about("compilation", together)).status_code == 404


@pytest.mark.django_db
def test_whom_it_is_no_longer_shared_with_does_not_find_the_consultation() -> None:
    made = opened(county.draft())
    rut = client("rut", "mora")
    assert rut.get(about("consultation", made)).status_code == 200

    county.stopped(made.share)

    assert rut.get(about("consultation", made)).status_code == 404


@pytest.mark.django_db
def test_the_compilation_is_taken_out_as_excel_with_text_in_every_cell() -> None:
    edition = county.draft()
    made, rut = opened(edition), county.person("rut", "mora")
    voice = talk(rut, edition.pk).voices[0]
    actions.comment(county.section(edition), "=1+1", voice=voice, by=rut)
    closed(made)
    place = reverse("reporting:compilation_file", args=[edition.pk, made.pk, "xlsx"])

    answer = client("siri").get(place)

    book = load_workbook(BytesIO(answer.content))
    row = list(book.worksheets[0][2])
    assert [cell.value for cell in row[:2]] == ["Mora kommun", "2 Ansvar"]
    assert (row[3].value, row[3].data_type) == ("=1+1", "s")
    assert client("rut", "mora").get(place).status_code == 403


@pytest.mark.django_db
def test_the_compilation_is_taken_out_as_word_with_each_line_a_paragraph() -> None:
    edition = county.draft()
    made, rut = opened(edition), county.person("rut", "mora")
    voice = talk(rut, edition.pk).voices[0]
    actions.comment(county.section(edition), "Rad ett\nRad två", voice=voice, by=rut)
    place = reverse("reporting:compilation_file", args=[edition.pk, made.pk, "docx"])

    held = Document(BytesIO(client("siri").get(place).content))

    assert held.tables[1].rows[1].cells[3].text == "Rad ett\nRad två"
    assert "öppen, inte slutlig" in " ".join(one.text for one in held.paragraphs)


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 30])
def test_the_page_asks_as_much_for_thirty_asked_as_for_one(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edition = county.draft()
    made = opened(edition, *[f"kommun-{number}" for number in range(count)])
    siri = client("siri")
    siri.get(about("consultation", made))

    with django_assert_num_queries(QUERIES):
        siri.get(about("consultation", made))
    assert len(find_round(county.person("siri"), edition.pk, made.pk).participants) == count + 1
