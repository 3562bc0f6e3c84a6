"""Any life of a draft that people could lead, and what is true of it after every step.

Two municipalities and a region; two writers, two asked, one outside. Each rule is something that
somebody tries, allowed or not. What is refused is refused whole: no row is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, timedelta
from hashlib import sha256
from itertools import count
from typing import Any, ClassVar, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from samklang.agreements.drafts import Drafts
from samklang.agreements.models import Adoption, AdoptionKind, Agreement, Edition
from samklang.agreements.queries import find_text, is_decided
from samklang.audit.models import Entry
from samklang.common.lifecycle import MoveNotAllowed
from samklang.common.policy import require
from samklang.consultations import actions, policies
from samklang.consultations.compiling import fingerprint, frozen
from samklang.consultations.models import (
    Answered,
    Comment,
    Consultation,
    Remark,
    Reply,
    Suggestion,
)
from samklang.consultations.queries import (
    Talk,
    compilation_now,
    find_comment,
    find_round,
    find_suggestion,
    talk,
)
from samklang.organizations.acting import Acting
from samklang.sharing import actions as sharing
from samklang.sharing import policies as sharing_policies
from samklang.sharing.actions import Terms
from samklang.sharing.models import Purpose, Recipient, Share
from samklang.texts import actions as writing
from samklang.texts import policies as writing_policies
from samklang.texts.models import Section
from samklang.texts.queries import text_page
from tests import cast
from tests.consultations import county

T = TypeVar("T")
REFUSED = (PermissionDenied, MoveNotAllowed, Http404, IndexError)
PEOPLE = {"siri": "lund", "sara": "lund", "rut": "mora", "olle": "orsa", "frida": "falun"}
# Those who may do most are tried most often.
people = st.sampled_from(["siri", "siri", "siri", "rut", "rut", "sara", "olle", "frida"])
asked = st.lists(st.sampled_from(["mora", "orsa"]), min_size=1, max_size=2, unique=True)
words = st.sampled_from([f"<p>Lydelse {number}.</p>" for number in range(6)])
nth = st.integers(0, 3)
# So many lives with one seed, of at most so many steps.
LIVES, STEPS = 6, 40
KEPT = (Comment, Reply, Suggestion, Remark, Consultation, Share, Section, Entry, Adoption)


def lived(*, steps: int) -> None:
    """Lead lives until so many steps have been tried; always the same ones."""
    chosen = settings(
        max_examples=LIVES,
        stateful_step_count=STEPS,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    for turn in count():
        if Lives.steps.total() >= steps:
            return
        run_state_machine_as_test(seed(turn)(Lives), settings=chosen)


def chosen(found: Sequence[T] | QuerySet[Any, T], n: int) -> T:
    """Return one of them, whatever the number; raises IndexError when there is none."""
    there = list(found)
    return there[n % len(there)] if there else there[n]


def hashed(edition: Edition) -> str:
    rows = Section.objects.filter(edition=edition).as_of().values_list("key", "heading", "body")
    return sha256(repr(list(rows)).encode()).hexdigest()


def stored() -> list[list[tuple[Any, ...]]]:
    """Every row that a step could change, but for who was refused and who read."""
    counted = Entry.objects.exclude(verb="draft.read")
    rows = [list(model._base_manager.order_by("pk").values_list()) for model in KEPT[:-2]]
    return [*rows, list(Adoption.objects.values_list()), list(counted.values_list("pk"))]


class Lives(RuleBasedStateMachine):
    """Somebody does something, again and again."""

    acting: dict[str, Acting]
    agreement: Agreement
    adopted: dict[int, str]
    said: dict[tuple[str, int], str]
    # What was tried, and what was done, in all lives together.
    steps: ClassVar[Counter[str]] = Counter()
    done: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.life = transaction.atomic()
        self.life.__enter__()

    def teardown(self) -> None:
        """Each life is a county of its own; nothing of it stays."""
        transaction.set_rollback(True)
        self.life.__exit__(None, None, None)

    @initialize()
    def begin(self) -> None:
        self.acting = {name: county.person(name, of) for name, of in PEOPLE.items()}
        self.agreement = county.draft("Syfte", "Ansvar").agreement
        self.adopted, self.said = {}, {}

    @property
    def edition(self) -> Edition:
        newest = Edition.objects.select_related("agreement__keeper", "agreement__partnership")
        return newest.filter(agreement=self.agreement).order_by("-number")[0]

    def tried(self, step: Callable[[], object]) -> None:
        """Do it; whatever is refused has changed nothing."""
        name = step.__qualname__.split(".")[1]
        Lives.steps[name] += 1
        before = stored()
        try:
            with transaction.atomic():
                step()
        except REFUSED:
            assert stored() == before
        else:
            Lives.done[name] += 1

    def talk(self, who: str) -> Talk:
        found = talk(self.acting[who], self.edition.pk)
        require(writing_policies.can_read(found.text.opened))
        return found

    @rule(who=people, n=nth, body=words)
    def write(self, who: str, n: int, body: str) -> None:
        def step() -> None:
            text = text_page(self.acting[who], self.edition.pk)
            require(writing_policies.can_write(self.acting[who], text.opened))
            section = chosen(text.sections, n)
            section.body = body
            writing.write(section, by=self.acting[who], seen=section.seen)

        self.tried(step)

    @rule(who=people, n=nth)
    def take_out(self, who: str, n: int) -> None:
        def step() -> None:
            text = text_page(self.acting[who], self.edition.pk)
            require(writing_policies.can_write(self.acting[who], text.opened))
            section = chosen(text.sections, n)
            writing.remove_section(section, by=self.acting[who], seen=section.seen)

        self.tried(step)

    @rule(who=people, heading=st.sampled_from(["Form", "Uppföljning"]))
    def add(self, who: str, heading: str) -> None:
        def step() -> None:
            text = text_page(self.acting[who], self.edition.pk)
            require(writing_policies.can_write(self.acting[who], text.opened))
            made = Section(edition=text.edition, heading=heading)
            writing.add_section(made, after=None, by=self.acting[who])

        self.tried(step)

    @rule(who=people, to=asked, purpose=st.sampled_from([Purpose.DRAFT, Purpose.CONSULTATION]))
    def share(self, who: str, to: list[str], purpose: str) -> None:
        def step() -> None:
            offer = Drafts().find(self.acting[who], self.edition.pk)
            require(offer.verdict)
            terms = Terms(purpose, tuple(cast.organization(one) for one in to))
            sharing.share(offer, terms, by=self.acting[who], seen=offer.version)

        self.tried(step)

    @rule(who=people, n=nth)
    def stop(self, who: str, n: int) -> None:
        def step() -> None:
            recipient = chosen(Recipient.objects.standing().select_related("share"), n)
            inside = Edition.objects.get(pk=recipient.share.thing_id).inside
            require(sharing_policies.can_stop(self.acting[who], recipient.share, inside))
            sharing.stop(recipient, by=self.acting[who])

        self.tried(step)

    @rule(who=people, to=asked, together=st.booleans())
    def consult(self, who: str, to: list[str], together: bool) -> None:
        def step() -> None:
            found = self.talk(who)
            offer = Drafts().find(self.acting[who], found.edition.pk)
            require(policies.can_open(found, offer.verdict))
            terms = Terms(Purpose.CONSULTATION, tuple(cast.organization(one) for one in to))
            friends = (actions.UserOrganization("Mossvännerna"),)
            day = timezone.localdate() + timedelta(days=10)
            asking = actions.Round(terms, day, together, friends)
            actions.open_round(offer, asking, by=self.acting[who], seen=offer.version)

        self.tried(step)

    @rule(who=people, n=nth, v=nth)
    def comment(self, who: str, n: int, v: int) -> None:
        def step() -> None:
            found = self.talk(who)
            require(policies.can_speak(found))
            section, voice = chosen(found.text.sections, n), chosen(found.voices, v)
            text = f"Synpunkt {Comment.objects.count()}"
            made = actions.comment(section, text, voice=voice, by=self.acting[who])
            self.said["comment", made.pk] = text

        self.tried(step)

    @rule(who=people, n=nth, body=words, editorial=st.booleans())
    def suggest(self, who: str, n: int, body: str, editorial: bool) -> None:
        def step() -> None:
            found = self.talk(who)
            require(policies.can_speak(found))
            section, voice = chosen(found.text.sections, n), chosen(found.voices, 0)
            if section.body == body:
                raise MoveNotAllowed("nothing is changed")
            other = actions.Suggested(section.heading, body, is_editorial=editorial)
            made = actions.suggest(section, other, voice=voice, by=self.acting[who])
            self.said["suggestion", made.pk] = body

        self.tried(step)

    @rule(who=people, n=nth)
    def reply(self, who: str, n: int) -> None:
        def step() -> None:
            found = self.talk(who)
            comment = find_comment(self.acting[who], found.edition, chosen(found.comments, n).pk)
            require(policies.can_reply(found, comment))
            organization = found.own_voices[0].organization
            assert organization is not None
            made = actions.reply(
                comment, f"Svar {n}", organization=organization, by=self.acting[who]
            )
            self.said["reply", made.pk] = made.text

        self.tried(step)

    @rule(who=people, n=nth, settled=st.booleans())
    def settle(self, who: str, n: int, settled: bool) -> None:
        def step() -> None:
            found = self.talk(who)
            comment = chosen(found.comments, n)
            require(policies.can_settle(self.acting[who], found, comment))
            actions.settle(comment, by=self.acting[who], settled=settled)

        self.tried(step)

    @rule(who=people, n=nth, how=st.sampled_from(["accept", "over", "reject", "withdraw"]))
    def decide(self, who: str, n: int, how: str) -> None:
        def step() -> None:
            found, by = self.talk(who), self.acting[who]
            one = find_suggestion(found, chosen(found.suggestions, n).pk)
            if how == "withdraw":
                require(policies.can_withdraw(by, found, one))
                actions.withdraw(one, by=by)
                return
            require(policies.can_decide(by, found))
            if how == "reject":
                actions.reject(one, reason="Nej.", by=by)
                return
            over = found.text.section(one.key).seen if how == "over" else ""
            actions.accept(one, by=by, over=over)

        self.tried(step)

    @rule(who=people)
    def accept_editorial(self, who: str) -> None:
        def step() -> None:
            found = self.talk(who)
            require(policies.can_decide(self.acting[who], found))
            accepted, _left = actions.accept_editorial(found.suggestions, by=self.acting[who])
            if not accepted:
                raise MoveNotAllowed("nothing was accepted")

        self.tried(step)

    @rule(who=people, n=nth, how=st.sampled_from(["hand_in", "close", "extend", "remark"]))
    def hold(self, who: str, n: int, how: str) -> None:
        def step() -> None:
            by = self.acting[who]
            newest = Consultation.objects.order_by("-pk")[0]
            page = find_round(by, newest.edition_id, newest.pk)
            held = page.consultation
            if how == "hand_in":
                participant = page.participant(chosen(page.participants, n).pk)
                require(policies.can_hand_in(by, held, participant))
                actions.hand_in(participant, Answered.WITH_COMMENTS, by=by)
                return
            require(policies.can_run(by, held.edition))
            match how:
                case "close":
                    seen = fingerprint(frozen(compilation_now(held)))
                    actions.close(held, by=by, seen=seen)
                case "extend":
                    actions.extend(held, held.deadline_date + timedelta(days=1), by=by)
                case _:
                    made = actions.remark(held, "Senare.", by=by)
                    self.said["remark", made.pk] = made.text

        self.tried(step)

    @rule(who=people, of=st.sampled_from(["lund", "mora"]), turn=st.integers(0, 5))
    def adopt(self, who: str, of: str, turn: int) -> None:
        """Seldom, since little is left to do with a text afterwards."""

        def step() -> None:
            if turn:
                raise MoveNotAllowed("not yet")
            by, edition = self.acting[who], self.edition
            organization = cast.organization(of)
            if organization.pk not in by.writes_for():
                raise PermissionDenied
            standing = Adoption.objects.standing().filter(edition=edition)
            if standing.filter(organization=organization).exists():
                raise MoveNotAllowed("adopted already")
            Adoption.objects.create(
                edition=edition,
                organization=organization,
                kind=AdoptionKind.DECISION,
                adopted_date=date(2026, 1, 1),
                recorded_by=by.user,
            )
            self.adopted[edition.pk] = hashed(edition)

        self.tried(step)

    @rule(who=people)
    def begin_next(self, who: str) -> None:
        def step() -> None:
            by, edition = self.acting[who], self.edition
            if edition.agreement.keeper_id not in by.writes_for() or edition.pk not in self.adopted:
                raise PermissionDenied
            made = cast.edition(edition.agreement, number=edition.number + 1)
            writing.carry_over(edition, made, by=by)

        self.tried(step)

    @invariant()
    def an_adopted_text_never_changes(self) -> None:
        for pk, was in self.adopted.items():
            assert hashed(Edition.objects.get(pk=pk)) == was

    @invariant()
    def what_all_may_read_all_required_parties_have_adopted(self) -> None:
        for edition in Edition.objects.filter(agreement=self.agreement):
            if is_decided(edition, on=timezone.localdate()):
                yes = Adoption.objects.standing().filter(edition=edition)
                parties = self.agreement.parties.filter(required=True)
                assert set(parties.values_list("organization", flat=True)) <= set(
                    yes.values_list("organization", flat=True)
                )

    @invariant()
    def nothing_that_anybody_said_is_lost_or_changed(self) -> None:
        models = {"comment": Comment, "suggestion": Suggestion, "reply": Reply, "remark": Remark}
        now = {
            (kind, pk): text
            for kind, model in models.items()
            for pk, text in model._base_manager.values_list(
                "pk", "body" if kind == "suggestion" else "text"
            )
        }
        assert now == self.said

    @invariant()
    def what_is_closed_is_what_was_frozen(self) -> None:
        for one in Consultation.objects.exclude(closed_at=None):
            assert one.is_intact
            assert fingerprint(frozen(compilation_now(one))) == one.sha256

    @invariant()
    def nobody_outside_reads_a_draft(self) -> None:
        for edition in Edition.objects.filter(agreement=self.agreement):
            if is_decided(edition, on=timezone.localdate()):
                continue
            to = Recipient.objects.standing().filter(share__thing_id=edition.pk)
            shared = set(to.values_list("organization__code", flat=True))
            for who in ("rut", "olle", "frida"):
                until = None
                with suppress(Http404):
                    until = find_text(self.acting[who], edition.pk).until
                assert (until is not None) == (PEOPLE[who] in shared)
