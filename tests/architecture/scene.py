"""The county, the people and the things that the access table asks about."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property
from io import BytesIO
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.utils import timezone
from pypdf import PdfWriter

from samklang.accounts.models import User
from samklang.agreements.drafts import Drafts
from samklang.agreements.models import (
    Adoption,
    AdoptionKind,
    Agreement,
    DiaryNumber,
    Edition,
    EditionFile,
    EventKind,
    Level,
    Party,
)
from samklang.consultations import actions as consulting
from samklang.consultations.compiling import fingerprint, frozen
from samklang.consultations.models import Comment, Consultation, Participant, Suggestion
from samklang.consultations.queries import Voice, compilation_now
from samklang.decisions.actions import Asking, Sitting, ask_home, record_sitting
from samklang.decisions.actions import Clause as Att
from samklang.decisions.models import CarryHome, Decision
from samklang.documents.api import File, Text, keep, keep_text
from samklang.documents.extraction.opening import extract
from samklang.inventories import actions, jobs
from samklang.inventories.lifecycle import State
from samklang.inventories.models import Channel, Finding, Reading
from samklang.inventories.sandboxed import answer
from samklang.library.api import (
    Clause,
    Provision,
    change_clause,
    provisions,
    put_law,
    withdraw_clause,
)
from samklang.meetings import actions as meeting_actions
from samklang.meetings.actions import Seen
from samklang.meetings.lifecycle import PackState
from samklang.meetings.lifecycle import State as MeetingState
from samklang.meetings.models import (
    AgendaItem,
    AttachedFile,
    Attachment,
    Attendance,
    DecisionClause,
    FeedScope,
    Matter,
    Meeting,
    Minutes,
    Openness,
    Pack,
    PlanChange,
    Presenter,
    Series,
    StandingItem,
)
from samklang.meetings.written import ClauseWords, NoteWords, PersonWords
from samklang.organizations.acting import Acting
from samklang.organizations.actions import invite, make_address
from samklang.organizations.models import (
    Body,
    Deciding,
    Invitation,
    Membership,
    Organization,
    OrganizationKind,
    Role,
)
from samklang.reporting import queries as reporting
from samklang.reporting.actions import approve
from samklang.reporting.models import Report
from samklang.setup import packs
from samklang.sharing.actions import Terms, share
from samklang.sharing.models import Purpose, Share
from samklang.texts.actions import add_section, lay_out, mark_as_meant, write
from samklang.texts.models import Actor, Answer, Commitment, Origin, Section
from samklang.texts.queries import sisters
from tests import cast
from tests.library.clauses import said, shared_clause

YESTERDAY = timezone.localdate() - timedelta(days=1)

MINUTES = (
    "Minnesanteckningar Mossnätverket",
    "Närvarande: Ask Björk, Lund",
    "Sten Berg, Höör",
    "Alva Ek, Hörby",
    "1. Mötets öppnande",
    "Mossnätverket beslutade",
    "att öppna mötet.",
    "2. Information: Mossan (Bilaga 2)",
)
LETTER = "Lokalavtal om skog mellan Region Nordmark och Lund kommun. Avtalet gäller tillsvidare."


# Of which role, and in which organization of the scene, each persona has a seat.
SEATS = {
    "stranger": (Role.EDITOR, "elsewhere"),
    "member": (Role.READER, "own"),
    "editor": (Role.EDITOR, "own"),
    "other_party": (Role.EDITOR, "region"),
    "coordinator": (Role.COORDINATOR, "support"),
    "administrator": (Role.ADMINISTRATOR, "own"),
    "former": (Role.EDITOR, "own"),
    "neighbour": (Role.EDITOR, "beside"),
    "receiver": (Role.EDITOR, "receiving"),
}


def blank_page() -> bytes:
    """Return the smallest of papers."""
    paper, written = PdfWriter(), BytesIO()
    paper.add_blank_page(100, 100)
    paper.write(written)
    return written.getvalue()


class Scene:
    """One county with a region, two municipalities and a support unit, and another county."""

    @cached_property
    def own(self) -> Organization:
        return cast.organization("lund")

    @cached_property
    def region(self) -> Organization:
        return cast.organization("region", kind=OrganizationKind.REGION)

    @cached_property
    def support(self) -> Organization:
        return cast.organization("support", kind=OrganizationKind.SUPPORT)

    @cached_property
    def elsewhere(self) -> Organization:
        return cast.organization("fjord", of=cast.partnership("sydmark"))

    def person(self, persona: str) -> User | None:
        """Return the user who plays the persona; nobody plays the anonymous one."""
        if persona == "anonymous":
            return None
        if persona not in self._cast:
            self._cast[persona] = self._seated(persona)
        return self._cast[persona]

    @cached_property
    def _cast(self) -> dict[str, User]:
        return {}

    def _seated(self, persona: str) -> User:
        if persona == "outsider":
            return cast.person(persona, None)
        role, of = SEATS[persona]
        user = cast.person(persona, role, of=getattr(self, of))
        if persona == "former":
            Membership.objects.filter(user=user).update(until_date=YESTERDAY)
        return user

    @cached_property
    def beside(self) -> Organization:
        """Another municipality, which is told no more than all are."""
        return cast.organization("orsa")

    @cached_property
    def receiving(self) -> Organization:
        """The municipality that the draft is shared with."""
        return cast.organization("mora")

    @cached_property
    def editor(self) -> User:
        return cast.person("editor", Role.EDITOR, of=self.own)

    @cached_property
    def agreement(self) -> Agreement:
        """A local agreement in force between the municipality and the region."""
        parties = [self.own, self.region]
        made = cast.agreement("Avtal om tysta skogar", keeper=self.own, parties=parties)
        edition = cast.in_force(made)
        cast.event(edition, EventKind.STARTS, "2023-01-01").save()
        for party in (self.own, self.region):
            Adoption.objects.create(
                edition=edition,
                organization=party,
                kind=AdoptionKind.DECISION,
                adopted_date=date(2022, 12, 1),
                recorded_by=self.editor,
            )
        return made

    @cached_property
    def guest(self) -> Party:
        """A party that has not adopted anything."""
        return Party.objects.create(agreement=self.agreement, organization=self.support)

    @cached_property
    def adopted(self) -> Edition:
        return self.agreement.editions.get(number=1)

    @cached_property
    def draft(self) -> Edition:
        """A text that the municipality is writing."""
        return cast.edition(self.agreement, number=2, begun=cast.TODAY)

    @cached_property
    def provision(self) -> Provision:
        """What the agreement's area rests on; both counties are in the same country."""
        put_law("xx", packs.country("xx").law)
        made = provisions("xx")[0]
        self.agreement.area.basis.set([made])
        return made

    @cached_property
    def event(self) -> Model:
        made = cast.event(self.adopted, EventKind.ENDS, "2027-12-31")
        made.recorded_by = self.editor
        made.save()
        return made

    @cached_property
    def diary_number(self) -> Model:
        return DiaryNumber.objects.create(
            agreement=self.agreement,
            organization=self.own,
            number="LK 2023/14",
            recorded_by=self.editor,
        )

    @cached_property
    def decision(self) -> Adoption:
        """What the municipality decided on the draft before it was shared: it changed something."""
        return Adoption.objects.create(
            edition=self.draft,
            organization=self.own,
            kind=AdoptionKind.DECISION,
            adopted_date=date(2026, 10, 6),
            wording="other",
            differs="Mossan får tala.",
            recorded_by=self.editor,
        )

    def evidence_of(self, decision: Adoption) -> list[object]:
        """What its address is made from, after a file has been put with it."""
        if decision.evidence is None:
            decision.evidence = keep(
                f"utdrag-{decision.edition.number}.txt",
                LETTER.encode(),
                format="txt",
                by=self.editor,
                organization=self.own,
            )
            decision.save()
        return [decision.edition.agreement_id, decision.pk]

    @property
    def shown_decision(self) -> list[object]:
        """The decision on the draft with its evidence, and then the draft is shared."""
        found = self.evidence_of(self.decision)
        assert self.share.thing_id == self.draft.pk
        return found

    @property
    def paper(self) -> list[object]:
        """What the municipality's board is asked of the draft that is shared."""
        return [self.agreement.pk, self.share.thing_id, self.own.pk, "forslag"]

    @cached_property
    def sent_on(self) -> Decision:
        """What the coordinator recorded of a body without a mandate, so that it waits."""
        clause = Att("att anta ramavtalet", deciding=Deciding.ADOPT_AGREEMENT, is_outside=True)
        coordinator = self.person("coordinator")
        assert coordinator is not None
        said = Sitting(
            cast.body("Tysta rådet", county=self.own.partnership), cast.TODAY, "", [clause]
        )
        return record_sitting(said, by=cast.acting_for(coordinator))[0]

    @cached_property
    def way_home(self) -> CarryHome:
        """What the county has asked the organization to carry home."""
        coordinator = self.person("coordinator")
        assert coordinator is not None
        by = cast.acting_for(coordinator)
        body = cast.body("Hemrådet", county=self.own.partnership)
        [made] = record_sitting(Sitting(body, cast.TODAY, "", [Att("att börja")]), by=by)
        asked = Asking("Det rör er.", "Ta upp det.", cast.TODAY, frozenset({self.own.pk}))
        return ask_home(made, asked, by=by, seen=0).rows.get()

    @cached_property
    def share(self) -> Share:
        """The draft with its file, shared by the editor."""
        self.file_of(self.draft)
        by = cast.acting_for(self.editor)
        offer = Drafts().find(by, self.draft.pk)
        terms = Terms(Purpose.DRAFT, (self.receiving,), "LK 2026/7", "Läs stycket om mossan.")
        return share(offer, terms, by=by, seen=offer.version)

    @cached_property
    def section(self) -> Section:
        """A section of the draft, written by the editor before it was shared."""
        written = Section(
            edition=self.draft, heading="Varför vi samverkar", body="<p>Tyst mossa.</p>"
        )
        by = cast.acting_for(self.editor)
        made = add_section(written, after=None, by=by)
        # Something for the section to change places with.
        add_section(Section(edition=self.draft, heading="Var vi möts"), after=made, by=by)
        return made

    @property
    def written_draft(self) -> Edition:
        """The draft with a section in it, shared by the editor."""
        pk = self.section.edition_id
        assert self.share.thing_id == pk
        return Edition.objects.get(pk=pk)

    @cached_property
    def bare_draft(self) -> Edition:
        """The draft before anything is written in it, shared by the editor."""
        return Edition.objects.get(pk=self.share.thing_id)

    @cached_property
    def written_text(self) -> Edition:
        """The adopted text with a section."""
        section = Section(heading="Syfte", body="<p>Mossan vilar.</p>")
        lay_out(self.adopted, [section], [], by=cast.acting_for(self.editor))
        return self.adopted

    @cached_property
    def difference(self) -> str:
        """What two regional texts say differently, with its mark; the municipality keeps one."""
        for area, keeper, limit in (("forest", self.own, "två"), ("lake", self.region, "tre")):
            made = cast.agreement(
                f"Ramavtal {area}", level=Level.REGIONAL, keeper=keeper, about=cast.area(area)
            )
            body = f"<p>Svar ges inom {limit} veckor.</p>"
            section = Section(edition=cast.in_force(made), heading="Svar", body=body)
            add_section(section, after=None, by=cast.acting_for(self.editor))
        by = cast.acting_for(self.editor)
        found = sisters(by, self.own.partnership, on=by.today).harmony.differences
        return next(one.fingerprint for one in found if one.subject == "Svar")

    @cached_property
    def meant(self) -> str:
        by = cast.acting_for(self.editor)
        fingerprint = self.difference
        difference = sisters(by, self.own.partnership, on=by.today).difference(fingerprint)
        mark_as_meant(difference, within=self.own.partnership, reason="Sjön är stor.", by=by)
        return self.difference

    @cached_property
    def read_text(self) -> Text:
        """What was read from the draft's file."""
        found = extract("text.txt", LETTER.encode())
        blocks = [one.to_keep() for one in found.blocks]
        return keep_text(self.file_of(self.bare_draft).file, found.text, blocks=blocks)

    @cached_property
    def commitment(self) -> Commitment:
        """What the section undertakes, marked by the editor before it was shared."""
        marked = Commitment(
            edition=self.draft,
            section_key=self.section.key,
            wording="Tyst mossa.",
            actor=Actor.MUNICIPALITY,
        )
        return write(marked, by=cast.acting_for(self.editor), seen="")

    @cached_property
    def asked(self) -> Commitment:
        """What the regional text about water asks of each municipality."""
        made = cast.agreement(
            "Ramavtal om vatten", level="regional", keeper=self.support, about=cast.area("water")
        )
        edition, by = cast.in_force(made), cast.acting_for(cast.person("coordinator", None))
        written = Section(edition=edition, heading="Vem gör vad", body="<p>Vi öser.</p>")
        section = add_section(written, after=None, by=by)
        wanted = Commitment(
            edition=edition,
            section_key=section.key,
            wording="Vi öser.",
            actor=Actor.BOTH,
            needs_local_answer=True,
        )
        return write(wanted, by=by, seen="")

    @cached_property
    def answering(self) -> Edition:
        """A draft that is to answer it, of an agreement that is in force already."""
        upper = self.asked.edition.agreement
        parties = [self.own, self.region]
        made = cast.agreement(
            "Vatten i Lund", keeper=self.own, about=upper.area, parent=upper, parties=parties
        )
        self.answer(cast.in_force(made))
        return cast.edition(made, number=2, begun=cast.TODAY)

    def answer(self, edition: Edition) -> Answer:
        """How the text in force answered what the regional text once asked."""
        made = Answer(edition=edition, key=self.asked.key, how="Med skopa.", upper_wording="Ös!")
        return write(made, by=cast.acting_for(self.editor), seen="")

    @property
    def link(self) -> list[object]:
        """The municipality’s answer to the regional text, which has been changed since."""
        area = self.answering.agreement.area
        return [area.code, self.own.code, self.asked.key]

    @cached_property
    def upgraded(self) -> Edition:
        """The draft, as begun from an older version of the country's template."""
        Origin.objects.create(edition=self.draft, template="bygd", version=1)
        return self.written_draft

    @cached_property
    def clause(self) -> Clause:
        """A wording that the county shares."""
        by = cast.acting_for(cast.person("coordinator", Role.COORDINATOR, of=self.support))
        return shared_clause(by, body="<p>Mossan hörs först.</p>")

    @cached_property
    def withdrawn_clause(self) -> Clause:
        by = cast.acting_for(cast.person("coordinator", None))
        return withdraw_clause(self.clause, reason="Ingen använder den.", by=by)

    @cached_property
    def aged(self) -> Section:
        """A section of the draft that was begun with it, before it got another wording."""
        made = Section(edition=self.draft, heading="Mossa", clause_version=self.clause.newest)
        add_section(made, after=None, by=cast.acting_for(self.editor))
        by = cast.acting_for(cast.person("coordinator", None))
        change_clause(self.clause, said(body="<p>Mossan hörs sist.</p>"), by=by, seen=1)
        return made

    @cached_property
    def comment(self) -> Comment:
        """What the editor thinks of the section."""
        pk, by = self.written_draft.pk, cast.acting_for(self.editor)
        assert self.section.edition_id == pk
        voice = Voice(self.own, None)
        return consulting.comment(self.section, "Vem lyssnar på mossan?", voice=voice, by=by)

    @cached_property
    def settled_comment(self) -> Comment:
        consulting.settle(self.comment, by=cast.acting_for(self.editor), settled=True)
        return self.comment

    @cached_property
    def suggestion(self) -> Suggestion:
        """Other words for the section, from the editor."""
        assert self.written_draft.pk == self.section.edition_id
        words = consulting.Suggested("Varför vi lyssnar", "<p>Mossan hörs.</p>", why="Kortare.")
        by, voice = cast.acting_for(self.editor), Voice(self.own, None)
        return consulting.suggest(self.section, words, voice=voice, by=by)

    def _sent_out(self, title: str) -> Consultation:
        """A consultation of a text with a section, to which the receiver is asked."""
        agreement = cast.agreement(title, keeper=self.own, parties=[self.own, self.region])
        draft = cast.edition(agreement, begun=cast.TODAY)
        by = cast.acting_for(self.editor)
        section = Section(edition=draft, heading="Hur vi lyssnar", body="<p>Noga.</p>")
        add_section(section, after=None, by=by)
        offer = Drafts().find(by, draft.pk)
        terms = Terms(Purpose.CONSULTATION, (self.receiving,), message="Säg vad ni hör.")
        friends = (consulting.UserOrganization("Mossvännerna", "ordförande"),)
        asked = consulting.Round(terms, date(2027, 1, 31), user_organizations=friends)
        return consulting.open_round(offer, asked, by=by, seen=offer.version)

    @cached_property
    def consultation(self) -> Consultation:
        made = self._sent_out("Avtal om lyssnande skogar")
        asked = made.participants.get(organization=self.receiving)
        section = Section.objects.get(edition=made.edition)
        voice = Voice(self.receiving, asked)
        by = cast.acting_for(cast.person("asked", Role.EDITOR, of=self.receiving))
        consulting.comment(section, "Lyssna på natten också.", voice=voice, by=by)
        return made

    @cached_property
    def closed_consultation(self) -> Consultation:
        made = self._sent_out("Avtal om avlyssnade skogar")
        seen = fingerprint(frozen(compilation_now(made)))
        by = cast.acting_for(self.editor)
        closed = consulting.close(made, by=by, seen=seen)
        consulting.remark(closed, "Svaret kom sent.", by=by)
        return closed

    def participant(self, *, has_account: bool) -> Participant:
        return self.consultation.participants.get(organization__isnull=not has_account)

    @property
    def shared_text(self) -> EditionFile:
        return self.file_of(Edition.objects.get(pk=self.share.thing_id))

    def file_of(self, edition: Edition) -> EditionFile:
        if there := EditionFile.objects.filter(edition=edition).first():
            return there
        file = keep(
            f"text-{edition.number}.txt",
            f"Utgåva {edition.number}. {LETTER}".encode(),
            format="txt",
            by=self.editor,
            organization=self.own,
        )
        return EditionFile.objects.create(edition=edition, file=file)

    @cached_property
    def file(self) -> File:
        return self.file_of(self.adopted).file

    def _received(self, name: str, text: str) -> Reading:
        """A file that has been read and waits for a person."""
        batch = actions.receive(
            [SimpleUploadedFile(name, text.encode())],
            organization=self.own,
            by=cast.acting_for(self.editor),
        )
        taken = actions.take_next(batch.pk)
        assert taken is not None
        assert taken.file is not None
        with Path(taken.file.content.path).open("rb") as opened:
            told = answer(opened, "read", taken.name, jobs.reading_folders())
        return actions.finish(taken, json.loads(told))

    @cached_property
    def reading(self) -> Reading:
        return self._received("inlamnad-skog.txt", LETTER)

    @cached_property
    def read_minutes(self) -> Reading:
        return self._received("anteckningar-skog.txt", "\n\n".join(MINUTES))

    @cached_property
    def registered(self) -> Edition:
        """A text that the editor registered today, and that nobody has built on."""
        made = cast.agreement("Avtal om nya skogar", keeper=self.own, parties=[self.own])
        edition = cast.in_force(made)
        edition.recorded_by, edition.recorded_at = self.editor, timezone.now()
        edition.save()
        return edition

    @cached_property
    def confirmed(self) -> Reading:
        """Another file, that the editor confirmed as that text."""
        waiting = self.reading
        return Reading.objects.create(
            batch=waiting.batch,
            organization=waiting.organization,
            name="bekraftad-skog.txt",
            sha256=waiting.sha256,
            state=State.CONFIRMED,
            result=waiting.result,
            edition=self.registered,
            agreement=self.registered.agreement,
        )

    def _meeting(self, **said: object) -> Meeting:
        """A meeting with one of everything, called by the municipality."""
        made = Meeting.objects.create(
            partnership=self.own.partnership,
            body=self.body,
            keeper=self.own,
            chair="Gran Kotte",
            secretary="Lav Stig",
            **{"place": "Under granen", **said},
        )
        matter = Matter.objects.create(partnership=made.partnership, title="Tysta stigar")
        item = AgendaItem.objects.create(
            meeting=made, position=1, number=1, title="Stigar", matter=matter, text="Vi gick.",
            for_decision=True,
        )  # fmt: skip
        Presenter.objects.create(
            item=item, name="Kvist Ek", title="vandrare", organization_name="Stigarnas vänner"
        )
        DecisionClause.objects.create(item=item, wording="att gå tyst.")
        AgendaItem.objects.create(meeting=made, position=2, number=2, title="Mossa")
        paper = Attachment.objects.create(meeting=made, label="1", title="Karta")
        paper.items.add(item)
        Attendance.objects.create(meeting=made, name="Ekorre Tall", organization_name="Kronan")
        return made

    @cached_property
    def meeting(self) -> Meeting:
        """One whose day has come and whose agenda the county has been sent."""
        return self._meeting(
            state=MeetingState.PLANNED, date=date(2026, 1, 15), sent_at=timezone.now()
        )

    def attached(self, openness: str) -> Attachment:
        """An attachment with a file, read by all who see the meeting or by its keeper alone."""
        made, is_new = Attachment.objects.get_or_create(
            meeting=self.meeting,
            label=f"Bilaga {openness}",
            openness=openness,
            ground="" if openness == Openness.OPEN else "Om lavar",
        )
        if is_new:
            file = keep(
                f"{openness}.txt", openness.encode(), format="text", by=self.editor,
                organization=self.own,
            )  # fmt: skip
            AttachedFile.objects.create(attachment=made, number=1, file=file, name=file.name)
        return made

    @cached_property
    def pack(self) -> Pack:
        """The papers of the meeting, gathered for those with a seat in the municipality."""
        made = Pack(
            meeting=self.meeting, rights=str(self.own.pk), state=PackState.MADE, language="sv",
            asked_by=self.editor, made_at=timezone.now(), page_count=1,
            remarks=[{"paper": "Bilaga 1", "said": "Den är låst med lösenord."}],
        )  # fmt: skip
        made.pdf.save("lund.pdf", ContentFile(blank_page()), save=False)
        made.archive.save("lund.zip", ContentFile(b"PK\x05\x06" + bytes(18)), save=False)
        made.save()
        return made

    def _noted(self, told: str = "Vi gick tysta.", **said: object) -> Minutes:
        """Minutes that somebody else than the editor keeps, with all that can be said in them."""
        made = self._meeting(date=date(2026, 1, 16), sent_at=timezone.now(), **said)
        keeper = cast.acting_for(cast.person("noter", Role.EDITOR, of=self.own))
        minutes = meeting_actions.begin_minutes(made, by=keeper)
        item = made.items.all()[0]
        persons = (PersonWords("dissent", "Tall Lav", "för snabbt"),)
        seen = item.written_count
        for text in ("Vi sprang.", told):
            words = NoteWords(text, "decided", (ClauseWords("att gå tysta."),), persons)
            by = keeper if text == "Vi sprang." else cast.acting_for(self.editor)
            meeting_actions.write_item(item, words, by=by, seen=Seen(seen))
            seen += 1
        return minutes

    @cached_property
    def noted_meeting(self) -> Meeting:
        minutes = self._noted("Vi smög i hemlighet.", state=MeetingState.PLANNED)
        return self._to_check(minutes, self.editor)

    @cached_property
    def meeting_to_check(self) -> Meeting:
        """Somebody of another party is asked to check its minutes."""
        minutes = self._noted("Vi smög förbi.", state=MeetingState.PLANNED)
        other = self.person("other_party")
        assert other is not None
        return self._to_check(minutes, other)

    def _to_check(self, minutes: Minutes, user: User) -> Meeting:
        minutes.meeting.attendances.create(name=str(user), position=9)
        meeting_actions.choose_adjusters(minutes, [user], by=cast.acting_for(self.editor))
        return minutes.meeting

    @cached_property
    def checked_meeting(self) -> Meeting:
        minutes = self._noted(state=MeetingState.HELD)
        return meeting_actions.check(minutes, by=cast.acting_for(self.editor)).meeting

    @cached_property
    def locked_meeting(self) -> Meeting:
        by = cast.acting_for(self.editor)
        minutes = meeting_actions.check(self._noted(state=MeetingState.HELD), by=by)
        minutes = meeting_actions.lock(minutes, by=by)
        item = minutes.meeting.items.all()[0]
        meeting_actions.correct(minutes, "Vi smög.", item=item, by=by)
        return minutes.meeting

    @cached_property
    def draft_meeting(self) -> Meeting:
        return self._meeting(date=date(2027, 1, 15), place="Hemlig glänta")

    @cached_property
    def announced_meeting(self) -> Meeting:
        """A draft whose day the county knows, and nothing else of it."""
        return self._meeting(date=date(2027, 2, 15), announced_at=timezone.now())

    @cached_property
    def cancelled_meeting(self) -> Meeting:
        """One that was moved after it was sent out, and then cancelled."""
        sent = timezone.now() - timedelta(days=3)
        made = self._meeting(
            state=MeetingState.CANCELLED, date=date(2027, 3, 15), sent_at=sent,
            cancelled_at=timezone.now(), cancel_reason="Alla är sjuka",
        )  # fmt: skip
        PlanChange.objects.create(meeting=made, was_date=date(2027, 3, 14), was_place="Under eken")
        return made

    @cached_property
    def open_item(self) -> AgendaItem:
        """A matter of the meeting about which nothing is decided."""
        matter = Matter.objects.create(partnership=self.own.partnership, title="Öppna stigar")
        return AgendaItem.objects.create(
            meeting=self.meeting, position=9, number=9, title="Öppna stigar", matter=matter
        )

    @cached_property
    def later_meeting(self) -> Meeting:
        return Meeting.objects.create(
            partnership=self.own.partnership,
            body=self.body,
            keeper=self.own,
            date=date(2027, 5, 20),
        )

    @cached_property
    def series(self) -> Series:
        made = Series.objects.create(
            partnership=self.own.partnership, body=self.body, keeper=self.own,
            name="Skogens möten", weekday=3, matters_days=14, papers_days=7,
            place="Hemlig gläntas kant", chair="Gran Kotte", secretary="Lav Stig",
        )  # fmt: skip
        StandingItem.objects.create(
            series=made, position=1, title="Mossan hälsas", presenter="Gran Kotte, ordförande"
        )
        return made

    @cached_property
    def subscriber(self) -> Acting:
        return cast.acting_for(cast.person("subscriber", Role.READER, of=self.own))

    @cached_property
    def feed_secret(self) -> str:
        return make_address("calendar_feed", scope=FeedScope.ALL, by=self.subscriber)[1]

    @cached_property
    def register_secret(self) -> str:
        return make_address("decision_feed", by=self.subscriber)[1]

    @cached_property
    def confirmed_minutes(self) -> Reading:
        """Minutes that the editor confirmed as a meeting."""
        held = self._meeting(state=MeetingState.HELD, recorded_by=self.editor)
        waiting = self.read_minutes
        return Reading.objects.create(
            batch=waiting.batch,
            organization=self.own,
            name="bekraftade-anteckningar.txt",
            sha256=waiting.sha256,
            state=State.CONFIRMED,
            result=waiting.result,
            meeting=held,
            decided_by=self.editor,
        )

    def reading_in(self, state: str) -> Reading:
        self.reading.state = state
        self.reading.fault = "damaged"
        self.reading.save()
        return self.reading

    @cached_property
    def finding(self) -> Finding:
        return Finding.objects.create(
            organization=self.own,
            area=cast.area("water"),
            answered_date=date(2026, 10, 1),
            channel=Channel.DIARY,
            quote="Vi har inget skrivet om vatten.",
        )

    @cached_property
    def report(self) -> Report:
        home = self.own.partnership
        figures = reporting.draft(home, on=cast.TODAY, about=[self.agreement.area])
        return approve(home, figures, by=cast.person("coordinator", None))

    @cached_property
    def body(self) -> Body:
        """The municipality's own group, with a mandate and somebody in it."""
        made = cast.body("Skogsgruppen", of=self.own)
        cast.charter(made)
        cast.post(made, "Bo Ek", of=self.own)
        cast.post(made, "", of=self.region)
        return made

    @cached_property
    def ended_body(self) -> Body:
        """Another of its groups, that has a last day."""
        made = cast.body("Stubbgruppen", of=self.own)
        made.until_date, made.until_decision = date(2026, 12, 31), "Beslut § 9"
        made.save()
        return made

    @cached_property
    def seat(self) -> Membership:
        """A colleague's right in the municipality."""
        colleague = cast.person("colleague", Role.EDITOR, of=self.own)
        return Membership.objects.get(user=colleague)

    @cached_property
    def invited(self) -> tuple[Invitation, str]:
        return invite(
            self.own,
            name="Bo Ek",
            email="bo@kommunen.example",
            role=Role.READER,
            until_date=None,
            by=cast.person("sender", Role.ADMINISTRATOR, of=self.own),
            now=timezone.now(),
        )

    def arguments(self, about: str) -> list[object]:
        """Return what the address of a page about the thing is made from."""
        return ADDRESSES[about](self)


def _of(consultation: Consultation) -> list[object]:
    return [consultation.edition_id, consultation.pk]


def _with_a_body(scene: Scene) -> list[object]:
    """No address names the body: it is there, and the form offers it."""
    assert scene.body
    return []


# Each thing that a page can be about, and what its address is made from.
ADDRESSES: dict[str, Callable[[Scene], list[object]]] = {
    "": lambda _scene: [],
    "provider": lambda _scene: ["nobody"],
    "account": lambda scene: [scene.editor.pk],
    "session": lambda _scene: [1],
    "key": lambda _scene: [1],
    "worn-out key": lambda _scene: ["1", "worn-out"],
    "organization": lambda scene: [scene.own.pk],
    "seat": lambda scene: [scene.seat.pk],
    "body": lambda scene: [scene.body.pk],
    "mandate of a body": lambda scene: [scene.body.charters.get().pk],
    "ended body": lambda scene: [scene.ended_body.pk],
    "place in a body": lambda scene: [scene.body.posts.exclude(person="").get().pk],
    "vacant place": lambda scene: [scene.body.posts.get(person="").pk],
    "decision of a body": lambda scene: [scene.sent_on.pk],
    "decision to carry home": lambda scene: [scene.way_home.request.decision_id],
    "way home": lambda scene: [scene.way_home.request.decision_id, scene.way_home.pk],
    "invitation": lambda scene: [scene.invited[0].pk],
    "link of an invitation": lambda scene: [scene.invited[1]],
    "agreement": lambda scene: [scene.agreement.pk],
    "event": lambda scene: [scene.agreement.pk, scene.event.pk],
    "adoption": lambda scene: [scene.agreement.pk, scene.adopted.adoptions.all()[0].pk],
    "decision on the draft": lambda scene: [scene.agreement.pk, scene.decision.pk],
    "adoption with its evidence": lambda scene: scene.evidence_of(scene.adopted.adoptions.all()[0]),
    "decision with its evidence": lambda scene: scene.shown_decision,
    "paper for a board": lambda scene: scene.paper,
    "file for a board": lambda scene: [*scene.paper, "docx"],
    "diary number": lambda scene: [scene.agreement.pk, scene.diary_number.pk],
    "party": lambda scene: [scene.agreement.pk, scene.guest.organization_id],
    "draft": lambda scene: [scene.agreement.pk, scene.draft.pk],
    "draft to share": lambda scene: ["utgava", scene.draft.pk],
    "draft and its receiver": lambda scene: ["utgava", scene.draft.pk, scene.receiving.pk],
    "written draft": lambda scene: [scene.written_draft.pk],
    "draft and what it begins with": lambda scene: [scene.bare_draft.pk, scene.written_text.pk],
    "draft and what it is held against": lambda scene: [
        scene.written_draft.pk,
        scene.written_text.pk,
    ],
    "draft and its read file": lambda scene: [scene.bare_draft.pk, scene.read_text.pk],
    "section": lambda scene: [scene.written_draft.pk, scene.section.key],
    "clause": lambda scene: [scene.clause.pk],
    "withdrawn_clause": lambda scene: [scene.withdrawn_clause.pk],
    "new section of the template": lambda scene: [scene.upgraded.pk, "who"],
    "section with an older wording": lambda scene: [scene.aged.edition_id, scene.aged.key],
    "commitment": lambda scene: [scene.commitment.edition_id, scene.commitment.key],
    "step of the guide": lambda _scene: ["omrade"],
    "covered area": lambda scene: scene.link[:1],
    "covered municipality": lambda scene: scene.link[:2],
    "link": lambda scene: scene.link,
    "answering draft": lambda scene: [scene.answering.pk],
    "answer": lambda scene: [scene.answering.pk, scene.asked.key],
    "comment": lambda scene: [scene.comment.edition_id, scene.comment.pk],
    "settled comment": lambda scene: [scene.comment.edition_id, scene.settled_comment.pk],
    "suggestion": lambda scene: [scene.suggestion.edition_id, scene.suggestion.pk],
    "consultation": lambda scene: _of(scene.consultation),
    "file of a consultation": lambda scene: [*_of(scene.consultation), "docx"],
    "closed consultation": lambda scene: _of(scene.closed_consultation),
    "text after a consultation": lambda scene: [scene.closed_consultation.edition_id],
    "section after a consultation": lambda scene: [
        scene.closed_consultation.edition_id,
        Section.objects.get(edition=scene.closed_consultation.edition).key,
    ],
    "one that is asked": lambda scene: [
        *_of(scene.consultation),
        scene.participant(has_account=True).pk,
    ],
    "user organization that is asked": lambda scene: [
        *_of(scene.consultation),
        scene.participant(has_account=False).pk,
    ],
    "difference": lambda scene: [scene.difference],
    "meant difference": lambda scene: [scene.meant],
    "share": lambda scene: [scene.share.pk],
    "share and its receiver": lambda scene: [scene.share.pk, scene.receiving.pk],
    "adopted text": lambda scene: [scene.agreement.pk, scene.file_of(scene.adopted).file_id],
    "draft text": lambda scene: [scene.agreement.pk, scene.shared_text.file_id],
    "file": lambda scene: [scene.file.pk],
    "batch": lambda scene: [scene.reading.batch_id],
    "reading": lambda scene: [scene.reading.pk],
    "registered text": lambda scene: [scene.registered.agreement_id, scene.registered.pk],
    "confirmed reading": lambda scene: [scene.confirmed.pk],
    "minutes": lambda scene: [scene.read_minutes.pk],
    "confirmed minutes": lambda scene: [scene.confirmed_minutes.pk],
    "meeting": lambda scene: [scene.meeting.pk],
    "draft meeting": lambda scene: [scene.draft_meeting.pk],
    "file of a meeting": lambda scene: [scene.meeting.pk, "docx"],
    "slides of a draft meeting": lambda scene: [scene.draft_meeting.pk, "pptx"],
    "announced meeting": lambda scene: [scene.announced_meeting.pk],
    "cancelled meeting": lambda scene: [scene.cancelled_meeting.pk],
    "series": lambda scene: [scene.series.pk],
    "body to call": _with_a_body,
    "secret of a feed": lambda scene: [scene.feed_secret],
    "secret of the register": lambda scene: [scene.register_secret],
    "secret of no feed": lambda _scene: ["a" * 43],
    "meeting with minutes": lambda scene: [scene.noted_meeting.pk],
    "meeting to check": lambda scene: [scene.meeting_to_check.pk],
    "noted item": lambda scene: [scene.noted_meeting.pk, scene.noted_meeting.items.all()[0].pk],
    "meeting with checked minutes": lambda scene: [scene.checked_meeting.pk],
    "meeting with locked minutes": lambda scene: [scene.locked_meeting.pk],
    "item": lambda scene: [scene.meeting.pk, scene.meeting.items.all()[0].pk],
    "attachment": lambda scene: [scene.meeting.pk, scene.meeting.attachments.all()[0].pk],
    "sealed attachment": lambda scene: [scene.meeting.pk, scene.attached("sealed").pk],
    "hidden attachment": lambda scene: [scene.meeting.pk, scene.attached("hidden").pk],
    "paper file": lambda scene: [scene.meeting.pk, scene.attached("open").pk, 1],
    "sealed paper file": lambda scene: [scene.meeting.pk, scene.attached("sealed").pk, 1],
    "hidden paper file": lambda scene: [scene.meeting.pk, scene.attached("hidden").pk, 1],
    "pack": lambda scene: [scene.pack.meeting_id],
    "matter": lambda scene: [scene.meeting.items.all()[0].matter_id],
    "quarantined reading": lambda scene: [scene.reading_in(State.QUARANTINED).pk],
    "reading set aside": lambda scene: [scene.reading_in(State.SET_ASIDE).pk],
    "finding": lambda scene: [scene.finding.pk],
    "area": lambda scene: [scene.agreement.area.code],
    "cell": lambda scene: [scene.own.code, scene.agreement.area.code],
    "provision": lambda scene: [scene.provision.code],
    "picture": lambda _scene: ["svg"],
    "area picture": lambda scene: [scene.agreement.area.code, "svg"],
    "report": lambda scene: [scene.report.pk],
    "file of a report": lambda scene: [scene.report.pk, "docx"],
    "kind of file": lambda _scene: ["docx"],
}
