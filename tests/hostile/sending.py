"""What each form is sent when it is filled in rightly: the whole table of what changes anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from samklang.agreements.drafts import Drafts
from samklang.consultations.compiling import frozen as frozen_words
from samklang.consultations.page import TalkView
from samklang.consultations.queries import compilation_now, talk
from samklang.consultations.receiving import Received, Seal
from samklang.consultations.returned_page import ReturnedView
from samklang.documents.word.reading import read
from samklang.organizations.models import Membership
from samklang.organizations.queries import version_of
from samklang.reporting import queries as reporting
from samklang.reporting.freezing import fingerprint, frozen
from tests import cast
from tests.architecture.scene import Scene
from tests.consultations.words import changed, upload
from tests.inventories.answers import all_right
from tests.inventories.minutes import all_right as minutes_right

PASSWORD = "fyra stilla björkar vid ån"  # noqa: S105  # an invented person's
Sending = Callable[[Scene], Mapping[str, Any]]


def _nothing(_scene: Scene) -> dict[str, Any]:
    return {}


def _about(scene: Scene, **more: Any) -> dict[str, Any]:
    scene.agreement.refresh_from_db()
    return {"version": scene.agreement.version, **more}


def _without_seat(scene: Scene, **more: Any) -> dict[str, Any]:
    Membership.objects.filter(user=scene.editor).delete()
    return {"username": scene.editor.username, **more}


def _file(text: bytes = b"Avtal om skog") -> SimpleUploadedFile:
    return SimpleUploadedFile("avtal.txt", text)


def _seen(_scene: Scene) -> dict[str, Any]:
    drawn = reporting.draft(cast.partnership(), on=cast.TODAY, about=[cast.area()])
    return {"on": str(cast.TODAY), "area": cast.area().code, "seen": fingerprint(frozen(drawn))}


def _written(scene: Scene) -> dict[str, object]:
    section = scene.section
    return {"seen": section.seen, "heading": "Nytt", "body": "<p>Nytt.</p>", "is_done": "no"}


def _waiting(scene: Scene) -> dict[str, object]:
    """Let what a body has sent on wait for the meeting's own."""
    scene.sent_on.sent_to = scene.meeting.body
    scene.sent_on.save()
    return {"decision": scene.sent_on.pk}


def _noted(scene: Scene) -> dict[str, object]:
    """An item's minutes with a row of each kind."""
    item = scene.noted_meeting.items.all()[0]
    return {
        "seen": item.written_count,
        "text": "Vi gick på tå.",
        "outcome": "decided",
        "clause": [str(one.pk) for one in item.clauses.all()],
        "wording": ["att gå på tå."],
        "clause_kind": ["standard"],
        "person_kind": ["dissent"],
        "person": ["Lav Stig"],
        "person_text": ["för tyst"],
    }


def _chosen(scene: Scene) -> dict[str, object]:
    """What the page about a Word document sends, when the editor has read one."""
    section = scene.section
    word = read(BytesIO(changed(section)))
    kept = Seal(scene.editor.pk, section.edition_id).put_on("svar.docx", word).sealed
    view = TalkView(
        talk(cast.acting_for(scene.editor), section.edition_id), cast.acting_for(scene.editor)
    )
    seen = ReturnedView(view, Received("svar.docx", word, kept)).seen
    return {"kept": kept, "seen": seen, "marks": [f"f-{section.key}"]}


def _worded(_scene: Scene) -> dict[str, object]:
    return {
        "heading": "Om vi tycker olika", "body": "<p>Vi ringer.</p>", "purpose": "När det behövs.",
        "areas": [cast.area().pk], "from_date": "2026-11-01", "source": "Avtal om skog, avsnitt 4",
    }  # fmt: skip


def _body_seen(scene: Scene) -> dict[str, object]:
    return {"seen": str(version_of(scene.body))}


def _described(scene: Scene) -> dict[str, object]:
    return {
        "name": "Mossgruppen", "short_name": "Mossan", "level": "council",
        "owner": f"organization-{scene.own.pk}", "purpose": "Lyssnar på mossan.",
    }  # fmt: skip


def _chartered(scene: Scene) -> dict[str, object]:
    return {
        "title": "Att lyssna", "text": "På mossan.", "giver": f"organization-{scene.own.pk}",
        "from_date": "2026-11-01", "until_date": "2027-12-31", "diary_number": "L 2026/7",
        "source": "Protokoll § 4", **_body_seen(scene),
    }  # fmt: skip


def _placed(scene: Scene) -> dict[str, object]:
    return {
        "kind": "member", "person": "Pia Alm", "title": "enhetschef",
        "organization": scene.own.pk, "share": "20", "from_date": "2026-11-01",
        "until_date": "2027-12-31", **_body_seen(scene),
    }  # fmt: skip


RIGHT: dict[str, Sending] = {
    "texts:begin": _nothing,
    "texts:divide": lambda _scene: {"kept": ["0"]},
    "texts:add": lambda _scene: {"heading": "Möten", "level": "1"},
    "texts:write": _written,
    "texts:autosave": _written,
    "texts:keep_words": _nothing,
    "texts:take_in": _nothing,
    "texts:set_aside": _nothing,
    "clauses:add": _worded,
    "clauses:change": lambda scene: {**_worded(scene), "seen": scene.clause.newest.number},
    "clauses:withdraw": lambda _scene: {"reason": "Den nya om mossar gäller i stället."},
    "clauses:bring_back": _nothing,
    "texts:move": lambda _scene: {"to": "down"},
    "texts:remove": _nothing,
    "accounts:end_other_sessions": _nothing,
    "set_language": lambda _scene: {"language": "en"},
    "bodies:start": lambda scene: {
        **_described(scene), "from_date": "2026-11-01", "decision": "Beslut § 3"
    },
    "bodies:describe": lambda scene: {
        **_described(scene), **_body_seen(scene), "name": "Skogsgruppen den nya"
    },
    "bodies:move": lambda scene: {
        **_body_seen(scene), "parent": scene.ended_body.pk, "from_date": "2026-11-02"
    },
    "bodies:end": lambda scene: {
        **_body_seen(scene), "until_date": "2026-12-30", "until_decision": "Beslut § 8"
    },
    "bodies:give_assignment": _chartered,
    "bodies:give_mandate": lambda scene: {**_chartered(scene), "powers": ["other"]},
    "bodies:end_charter": lambda scene: {
        **_body_seen(scene), "until_date": "2026-12-30", "end_note": "Nytt mandat."
    },
    "bodies:add_post": _placed,
    "bodies:fill_post": _placed,
    "bodies:change_post": lambda scene: {**_placed(scene), "share": "30"},
    "bodies:end_post": lambda scene: {
        **_body_seen(scene), "until_date": "2026-12-30", "stays_vacant": "on"
    },
    "organizations:invite": lambda _scene: {
        "name": "Bo Ek", "email": "bo.ek@kommunen.example", "role": "reader",
    },
    "organizations:give": lambda _scene: {"role": "editor", "until_date": "2027-06-30"},
    "organizations:end": _nothing,
    "organizations:confirm": _nothing,
    "organizations:withdraw": _nothing,
    "organizations:invitation": lambda _scene: {"name": "Bo Ek", "password": PASSWORD},
    "decisions:save": lambda scene: {
        "body": scene.sent_on.body_id, "decided_date": "2026-11-20", "rows": 1, "step": "preview",
        "c0-wording": "att pröva frågan", "c0-what": "follow_up",
    },
    "decisions:confirm": lambda _scene: {"reason": "Rådet har bett om det."},
    "decisions:undo": _nothing,
    "decisions:feed": _nothing,
    "decisions:end_feed": _nothing,
    "decisions:ask_home": lambda scene: {
        "version": scene.way_home.request.version, "meaning": "Vi möts.", "asked": "Ta upp det.",
        "due_date": "2027-03-31", "organizations": [scene.own.pk],
    },
    "decisions:remind_home": _nothing,
    "decisions:write_home": lambda scene: {"version": scene.way_home.version, "carrier": "Bo Ek"},
    "organizations:elevate": lambda scene: {"organization": scene.own.pk, "reason": "Felsökning"},
    "agreements:create": lambda scene: {
        "level": "local", "area": scene.agreement.area_id, "title": "Nytt avtal",
        "keeper": scene.own.pk, "parties": [scene.own.pk, scene.region.pk],
    },
    "agreements:edit": lambda scene: _about(scene, title="Ny titel", keeper=scene.own.pk),
    "agreements:choose": lambda scene: _about(
        scene, mine_title="Ny titel", whose_title="mine", seen=0
    ),
    "agreements:add_event": lambda scene: _about(
        scene, edition=scene.adopted.pk, kind="ends", when="2028-12-31"
    ),
    "agreements:undo_event": _nothing,
    "agreements:adopt": lambda scene: _about(
        scene, edition=scene.draft.pk, party=scene.own.pk, kind="decision",
        adopted_date="2023-05-01", wording="other", differs="Mossan ströks.",
    ),
    "agreements:add_evidence": lambda _scene: {"about_nobody": "on", "file": _file()},
    "agreements:undo_adoption": _nothing,
    "agreements:add_diary_number": lambda scene: _about(scene, party=scene.own.pk, number="SN 9"),
    "agreements:undo_diary_number": _nothing,
    "agreements:add_party": lambda scene: _about(
        scene, organization=cast.organization("mora").pk, required="yes"
    ),
    "agreements:remove_party": _about,
    "agreements:add_edition": lambda scene: _about(
        scene, label="Version 3", begun_date="2026-01-01"
    ),
    "agreements:move_stage": lambda scene: _about(scene, stage="Remiss"),
    "agreements:take_back": _nothing,
    "agreements:add_file": lambda scene: _about(
        scene, edition=scene.adopted.pk, about_nobody="on", file=_file()
    ),
    "inventories:receive": lambda scene: {"organization": scene.own.pk, "documents": _file()},
    "inventories:confirm": lambda scene: {
        **all_right(scene.reading), "standing-value": "draft",
        "area-answer": "change", "area-value": cast.area("water").pk,
    },
    "inventories:take_back": _nothing,
    "inventories:reject": lambda _scene: {"rejected_as": "minutes", "note": "Dubblett"},
    "inventories:release": _nothing,
    "inventories:read_again": _nothing,
    "inventories:record_finding": lambda scene: {
        "organization": scene.own.pk, "area": cast.area("water").pk,
        "answered_date": "2025-02-07", "channel": "mailbox", "quote": "Nej, ingen.",
    },
    "inventories:withdraw": _nothing,
    "sharing:share": lambda scene: _about(
        scene, receivers=[scene.receiving.pk], purpose="draft", diary_number="LK 2026/7",
        message="Läs gärna.", confirmed="yes",
    ),
    "sharing:stop": _nothing,
    "consultations:section": lambda _scene: {"text": "Vem lyssnar i november?"},
    "consultations:suggest": lambda _scene: {
        "heading": "Därför", "body": "<p>Mossan talar.</p>", "is_editorial": "on", "why": "Kort.",
    },
    "consultations:word": lambda scene: {"document": upload(changed(scene.section))},
    "consultations:take_in": _chosen,
    "consultations:reply": lambda _scene: {"text": "Alla lyssnar."},
    "consultations:settle": _nothing,
    "consultations:reopen": _nothing,
    "consultations:accept": _nothing,
    "consultations:reject": lambda _scene: {"reason": "Står redan."},
    "consultations:withdraw": _nothing,
    "consultations:accept_editorial": lambda scene: {"suggestions": [scene.suggestion.pk]},
    "consultations:open_round": lambda scene: {
        "version": Drafts().find(cast.acting_for(scene.editor), scene.written_draft.pk).version,
        "receivers": [scene.receiving.pk], "user_organizations": "Mossvännerna, ordförande",
        "deadline_date": "2031-01-31", "sees_each_other": "no", "diary_number": "LK 2026/8",
        "message": "Säg till.", "confirmed": "yes",
    },
    "consultations:hand_in": lambda _scene: {"answered": "with_comments"},
    "consultations:extend": lambda _scene: {"deadline_date": "2031-02-28"},
    "consultations:close": lambda scene: {
        "seen": fingerprint(frozen_words(compilation_now(scene.consultation))),
    },
    "consultations:remark": lambda _scene: {"text": "Svaret kom sent."},
    "meetings:call": lambda scene: {
        "body": scene.body.pk, "keeper": scene.own.pk, "date": "2027-03-12", "start_time": "13.00",
        "end_time": "16.00", "place": "Granen", "chair": "Gran Kotte", "secretary": "Lav Stig",
    },
    "meetings:change": lambda scene: {
        "version": scene.meeting.version, "date": "2027-03-13", "start_time": "9.00",
        "end_time": "11.30", "place": "Tallen", "chair": "Tall Kotte", "secretary": "Lav Stig",
    },
    "meetings:cancel": lambda _scene: {"reason": "Stormen har fällt granen."},
    "meetings:delete": _nothing,
    "meetings:begin_series": lambda scene: {
        "body": scene.body.pk, "keeper": scene.own.pk, "name": "Mossans möten", "weekday": "2",
        "start_time": "9.00", "end_time": "11.00", "place": "Granen", "chair": "Gran Kotte",
        "secretary": "Lav Stig", "matters_days": "14", "papers_days": "7", "title_0": "Mossa",
        "presenter_0": "Lav Stig, vandrare", "kinds_0": ["for_dialogue"], "previous_0": "",
    },
    "meetings:change_series": lambda scene: {
        "version": scene.series.version, "name": "Skogens råd", "weekday": "1",
        "start_time": "9.00", "end_time": "11.00", "place": "Granen", "chair": "Gran Kotte",
        "secretary": "Lav Stig", "matters_days": "14", "papers_days": "7", "title_0": "Mossa",
        "presenter_0": "Lav Stig, vandrare", "kinds_0": ["for_dialogue"], "previous_0": "on",
    },
    "meetings:propose": lambda _scene: {
        "way": "by_hand", "days": "2027-04-15", "day": ["2027-04-15"], "known": "announced",
    },
    "meetings:announce": _nothing,
    "meetings:carry_on": lambda scene: {
        "items": [scene.open_item.pk], "to": scene.later_meeting.pk,
    },
    "meetings:feed": lambda _scene: {"scope": "all"},
    "meetings:end_feed": _nothing,
    "meetings:send_out": _nothing,
    "meetings:hold": _nothing,
    "meetings:begin_minutes": _nothing,
    "meetings:attendance": lambda scene: {
        "version": scene.meeting.version, "present": "Tall Ek, Lund\nGran Ek, Skogens vänner",
        "excused": "Lav Stig", "guests": "Mossa Kvist, press",
    },
    "meetings:note": _noted,
    "meetings:autosave_note": _noted,
    "meetings:settle": lambda scene: {**_noted(scene), "choice": "both"},
    "meetings:take_up": _waiting,
    "meetings:check": _nothing,
    "meetings:choose_adjusters": _nothing,
    "meetings:write_on": _nothing,
    "meetings:lock": _nothing,
    "meetings:correct": lambda _scene: {"text": "Det var en annan stig.", "item": ""},
    "meetings:add_item": lambda scene: {
        "version": scene.meeting.version, "title": "Lavar", "under": "", "matter": "",
        "kinds": ["for_dialogue"], "presenters": "Lav Stig, vandrare", "is_standing": "",
        "proposals": "att se på lavar",
    },
    "meetings:change_item": lambda scene: {
        "version": scene.meeting.version, "title": "Stigar och spår", "matter": "",
        "kinds": ["for_decision"], "presenters": "Lav Stig, vandrare", "is_standing": "",
        "proposals": "att gå på spår",
    },
    "meetings:move_item": lambda _scene: {"to": "down"},
    "meetings:remove_item": _nothing,
    "meetings:add_attachment": lambda scene: {
        "version": scene.meeting.version, "label": "2 A-B", "title": "Kartor", "is_late": "on",
        "items": [scene.meeting.items.all()[0].pk], "openness": "sealed", "ground": "Om lavar",
        "readers": [cast.organization("mora").pk], "about_nobody": "on", "file": _file(),
    },
    "meetings:change_attachment": lambda _scene: {
        "version": 1, "label": "3", "title": "Kompass", "is_late": "", "items": [],
        "openness": "open", "about_nobody": "on", "file": _file(),
    },
    "meetings:make_pack": _nothing,
    "meetings:remove_attachment": _nothing,
    "inventories:confirm_meeting": lambda scene: {
        "body-value": scene.body.pk, "body-answer": "accept", **minutes_right(scene.read_minutes),
    },
    "persons:own_copy": _nothing,
    "persons:copy": _nothing,
    "persons:erase": lambda scene: _without_seat(scene, reason="left"),
    "reporting:approve": _seen,
}  # fmt: skip
# Which change nothing of ours, and why none of them is filled in here.
ELSEWHERE = {
    "decisions:record": "saves nothing; tests/decisions/test_pages.py",
    "guide:step": "kept in the session until the text is begun; tests/texts/test_guide.py",
    "guide:check": "asks for an area first; tests/texts/test_guide.py",
    "texts:fetch_clause": "saves nothing; tests/texts/test_clauses.py",
    "texts:mark": "its words must stand in the section; tests/texts/test_marking.py",
    "texts:mend": "its words must stand in the section; tests/texts/test_marking.py",
    "texts:answer": "needs a regional text in force; tests/texts/test_answers.py",
    "texts:unmark": "has no field; tests/texts/test_marking.py",
    "texts:mark_as_meant": "needs two texts that differ; tests/texts/test_sisters.py",
    "texts:take_back_meant": "has no field; tests/texts/test_sisters.py",
    "coverage:link": "needs a regional text in force; tests/texts/test_coverage.py",
    "coverage:stands": "needs a regional text in force; tests/texts/test_coverage.py",
    "accounts:sign_in": "signs in; tests/accounts",
    "accounts:demo_sign_in": "signs in; tests/accounts",
    "accounts:sign_out": "signs out; tests/accounts",
    "accounts:go_to": "leads to a provider; tests/accounts/oidc",
    "accounts:end_session": "ends one's own session; tests/accounts",
    "organizations:step_down": "has no field; tests/organizations",
}
# Whole contexts of another's: allauth's forms name their fields and save no model of ours.
FOREIGN = ("account_", "mfa_")
