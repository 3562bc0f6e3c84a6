"""A regional text in force, and the local texts that answer it or do not."""

from __future__ import annotations

from samklang.agreements.models import Agreement, Edition, Level
from samklang.organizations.acting import Acting
from samklang.organizations.models import OrganizationKind, Role
from samklang.texts import actions
from samklang.texts.models import Actor, Answer, Commitment, Section
from tests import cast

AREA = "forest"
FIRST, SECOND, THIRD = "Båda ringer först.", "Båda möts varje vår.", "Båda skriver upp allt."


def leader() -> Acting:
    """Somebody of the support unit, who writes the regional text and may judge."""
    home = cast.organization("support", kind=OrganizationKind.SUPPORT)
    return cast.acting_for(cast.person("tove", Role.EDITOR, of=home))


def regional(*wordings: str) -> Edition:
    """Let a regional text be in force, with a section for each commitment."""
    home = cast.organization("support", kind=OrganizationKind.SUPPORT)
    made = cast.agreement("Ramavtal om skog", level=Level.REGIONAL, keeper=home)
    edition = cast.in_force(made)
    undertake(edition, *wordings)
    return edition


def undertake(edition: Edition, *wordings: str, keys: tuple[str, ...] = ()) -> list[Commitment]:
    by = leader()
    section = Section(edition=edition, heading="Vem gör vad", body=f"<p>{' '.join(wordings)}</p>")
    actions.add_section(section, after=None, by=by)
    made = []
    for position, wording in enumerate(wordings):
        one = Commitment(
            edition=edition,
            section_key=section.key,
            position=position,
            wording=wording,
            actor=Actor.BOTH,
            needs_local_answer=True,
        )
        if keys:
            one.key = keys[position]
        made.append(actions.write(one, by=by, seen=""))
    return made


def commitments(edition: Edition) -> list[Commitment]:
    return list(Commitment.objects.filter(edition=edition).as_of())


def local(code: str, upper: Agreement, *, in_force: bool = True) -> Edition:
    """Let a municipality have a local text built on the regional one."""
    home = cast.organization(code)
    made = cast.agreement(f"Skog i {code}", keeper=home, about=upper.area, parent=upper)
    return cast.in_force(made) if in_force else cast.edition(made, begun=cast.TODAY)


def answer(
    edition: Edition, to: Commitment, how: str = "Vi ringer.", when: str = "I maj"
) -> Answer:
    """Let the local text answer; without `when` the answer is only begun."""
    keeper = edition.agreement.keeper
    by = cast.acting_for(cast.person(f"writer-{keeper.code}", of=keeper))
    made = Answer(
        edition=edition,
        key=to.key,
        how=how,
        when=when,
        by_municipality="Växeln, telefonisten",
        upper_wording=to.wording,
    )
    return actions.write(made, by=by, seen="")
