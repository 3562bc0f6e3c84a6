"""Who gets what from each page: one row per page, method and thing it is about.

Add a row when you add a page. `about` names one of the things in scene.py (its address is made
from that), and `sending` is what is posted. The words:

    LOGIN   sent to the sign-in page         HIDDEN  404: for them it does not exist
    OK      200, the page                    NO      403, with the reason
    DONE    done, and sent on (302 or 204)   FORM    422, asked to correct what was sent
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LOGIN, OK, DONE, HIDDEN, NO, FORM = "LOGIN", "OK", "DONE", "HIDDEN", "NO", "FORM"

# outsider: signed in without a seat; stranger: an editor in another county;
# member: a reader of the organization that keeps the thing; editor: its editor;
# other_party: an editor of another party in the same county; coordinator: of the support unit;
# administrator: of the organization. Those after them are answered like somebody before them,
# unless the row says otherwise: former: an editor until yesterday, like the outsider;
# neighbour: an editor in the same county who is no party, like the other party;
# receiver: a neighbour with whom the draft is shared.
PERSONAS = (
    "anonymous",
    "outsider",
    "stranger",
    "member",
    "editor",
    "other_party",
    "coordinator",
    "administrator",
    "former",
    "neighbour",
    "receiver",
)


@dataclass(frozen=True)
class Row:
    """What each persona is answered, in the order of PERSONAS."""

    page: str
    method: str
    about: str
    expected: tuple[str, ...]
    sending: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return f"{self.method} {self.page} {self.about}".rstrip()

    @property
    def is_operators(self) -> bool:
        """For whoever runs the installation, whom no persona plays; they have tests of their own."""
        return set(self.expected) == {LOGIN, NO}


def row(
    page: str,
    method: str,
    *expected: str,
    about: str = "",
    sending: Mapping[str, object] | None = None,
    neighbour: str = "",
    receiver: str = "",
) -> Row:
    outsider, other_party = expected[1], expected[5]
    neighbour = neighbour or other_party
    answers = (*expected, outsider, neighbour, receiver or neighbour)
    return Row(page, method, about, answers, sending or {})


# The patterns that many pages follow; each has a place for every persona.
#             anonymous outsider stranger member editor other_party coordinator administrator
EVERYBODY = (OK, OK, OK, OK, OK, OK, OK, OK)
SIGNED_IN = (LOGIN, OK, OK, OK, OK, OK, OK, OK)
SEATED = (LOGIN, HIDDEN, OK, OK, OK, OK, OK, OK)
COUNTY = (LOGIN, HIDDEN, HIDDEN, OK, OK, OK, OK, OK)
INSIDE = (LOGIN, HIDDEN, HIDDEN, OK, OK, HIDDEN, HIDDEN, OK)
# Where somebody of another party is asked to check the draft.
INSIDE_AND_CHOSEN = (LOGIN, HIDDEN, HIDDEN, OK, OK, OK, HIDDEN, OK)


def writers(word: str) -> tuple[str, ...]:
    """Those who write for any organization."""
    return (LOGIN, NO, word, NO, word, word, word, word)


def callers(word: str) -> tuple[str, ...]:
    """Those who write for whoever keeps the body, and the coordinators; the others keep none."""
    return (LOGIN, NO, NO, NO, word, NO, word, word)


def keepers(word: str) -> tuple[str, ...]:
    """Those who write for the organization that keeps it, and the county's coordinators."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, NO, word, word)


def parties(word: str) -> tuple[str, ...]:
    """Those who write for any of its parties, and the county's coordinators."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, word, word, word)


def receivers(word: str) -> tuple[str, ...]:
    """Those who write for the organization that received it; for others it is not there."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, HIDDEN, HIDDEN, word)


def recorder(word: str) -> tuple[str, ...]:
    """The person who recorded it, here the editor."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, NO, NO, NO)


def signed_in(word: str) -> tuple[str, ...]:
    """Whoever is signed in, seat or not: it is about their own account."""
    return (LOGIN, *(word,) * 7)


def administrators(word: str) -> tuple[str, ...]:
    """Only the organization's administrator; its own people are told why they may not."""
    return (LOGIN, HIDDEN, HIDDEN, NO, NO, HIDDEN, HIDDEN, word)


def starters(word: str) -> tuple[str, ...]:
    """Those who write for any organization of the county; somebody without a seat has none."""
    return (LOGIN, HIDDEN, word, NO, word, word, word, word)


def sharers(word: str) -> tuple[str, ...]:
    """Those who write the draft, which the others in the county may know of."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, NO, NO, word)


def chosen(word: str) -> tuple[str, ...]:
    """The one who is chosen among those who write the draft, here the editor."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, HIDDEN, HIDDEN, NO)


def chosen_elsewhere(word: str) -> tuple[str, ...]:
    """The one who is chosen in another party; the draft's own are not."""
    return (LOGIN, HIDDEN, HIDDEN, NO, NO, word, HIDDEN, NO)


def choosers(word: str) -> tuple[str, ...]:
    """Those who write the draft, which one of another party reads."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, NO, HIDDEN, word)


def readers(word: str) -> tuple[str, ...]:
    """Those who read the draft, which the others in the county may know of."""
    return (LOGIN, HIDDEN, HIDDEN, word, word, NO, NO, word)


def county(word: str) -> tuple[str, ...]:
    """Everybody with a seat in the county."""
    return (LOGIN, HIDDEN, HIDDEN, word, word, word, word, word)


def keeper_of_any(word: str) -> tuple[str, ...]:
    """Those who write for whoever keeps one of the things, and the county's coordinators."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, word, word, word)


def coordinators(word: str) -> tuple[str, ...]:
    """Only the county's coordinators; others with a seat are told why they may not."""
    return (LOGIN, HIDDEN, NO, NO, NO, NO, word, NO)


def county_coordinators(word: str) -> tuple[str, ...]:
    """The same, about a thing that is not there for another county."""
    return (LOGIN, HIDDEN, HIDDEN, NO, NO, NO, word, NO)


def carriers(word: str) -> tuple[str, ...]:
    """Those who write for the one organization, and not the county's coordinators."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, NO, NO, word)


def own_confirmation(word: str) -> tuple[str, ...]:
    """The person who confirmed it, here the editor; for other organizations it is not there."""
    return (LOGIN, HIDDEN, HIDDEN, NO, word, HIDDEN, HIDDEN, NO)


ON = {"on": "2026-11-24"}
OPERATORS = (LOGIN, *(NO,) * 7)
NOBODYS = (LOGIN, *(HIDDEN,) * 7)
OWN_ONE = (LOGIN, OK, *(DONE,) * 6)
DRAFT_TEXT = (LOGIN, HIDDEN, HIDDEN, OK, OK, NO, NO, OK)
# What hangs on it: others than its readers are not told that it is there.
DRAFT_FILE = (LOGIN, HIDDEN, HIDDEN, OK, OK, HIDDEN, HIDDEN, OK)
ASKED = (LOGIN, HIDDEN, HIDDEN, NO, NO, HIDDEN, HIDDEN, NO)
APPROVERS = (LOGIN, HIDDEN, NO, NO, NO, NO, FORM, NO)

# fmt: off
# What whoever keeps a body can change, and of what.
BODY_FORMS = {
    "describe": "body",
    "move": "body",
    "end": "body",
    "give_assignment": "body",
    "give_mandate": "body",
    "add_post": "body",
    "end_charter": "mandate of a body",
    "fill_post": "vacant place",
    "change_post": "place in a body",
    "end_post": "place in a body",
}

ACCESS = (
    row("portal:start", "get", *(DONE,) * 8),
    row("portal:county", "get", *SIGNED_IN),
    row("portal:todo", "get", *SIGNED_IN),
    row("portal:sheet", "get", *SEATED),
    row("portal:matrix_picture", "get", *SEATED, about="picture"),
    row("portal:tile_picture", "get", *SEATED, about="picture"),
    row("portal:area", "get", *COUNTY, about="area"),
    row("portal:area_picture", "get", *COUNTY, about="area picture"),
    row("portal:cell", "get", *COUNTY, about="cell"),
    row("portal:laws", "get", *SIGNED_IN),
    row("portal:laws_picture", "get", *SEATED, about="picture"),
    row("portal:law", "get", *SEATED, about="provision"),
    row("portal:colleague", "get", *administrators(OK), about="seat"),
    row("portal:counting", "get", *EVERYBODY),
    row("portal:accessibility", "get", *EVERYBODY),
    row("portal:about", "get", *EVERYBODY),
    row("portal:security_txt", "get", *(HIDDEN,) * 8),

    row("persons:own_copy", "post", *signed_in(OK)),
    row("persons:register", "get", *OPERATORS),
    row("persons:person", "get", *OPERATORS, about="account"),
    row("persons:copy", "post", *OPERATORS, about="account"),
    row("persons:erase", "get", *OPERATORS, about="account"),
    row("persons:erase", "post", *OPERATORS, about="account"),

    row("setup:status", "get", LOGIN, NO, NO, NO, NO, NO, NO, OK),

    row("accounts:sign_in", "get", *EVERYBODY),
    row("accounts:sign_in", "post", *(FORM,) * 8),
    row("accounts:demo_sign_in", "post", *(HIDDEN,) * 8),
    row("accounts:sign_out", "post", *(LOGIN,) * 8),
    row("accounts:go_to", "post", *(HIDDEN,) * 8, about="provider"),
    row("accounts:come_back", "get", *(HIDDEN,) * 8, about="provider"),
    row("accounts:account", "get", *SIGNED_IN),
    row("accounts:end_session", "post", *NOBODYS, about="session"),
    row("accounts:end_other_sessions", "post", *signed_in(DONE)),
    row("accounts:totp_picture", "get", *signed_in(DONE)),
    row("account_login", "get", *EVERYBODY),
    row("account_login", "post", *(FORM,) * 8),
    row("account_logout", "post", *(LOGIN,) * 8),
    row("account_reauthenticate", "get", *signed_in(OK)),
    row("account_reauthenticate", "post", *signed_in(OK)),
    row("account_change_password", "get", *signed_in(OK)),
    row("account_change_password", "post", *signed_in(OK)),
    row("account_set_password", "get", *signed_in(DONE)),
    row("account_set_password", "post", *signed_in(DONE)),
    row("account_reset_password", "get", *EVERYBODY),
    row("account_reset_password", "post", *EVERYBODY),
    row("account_reset_password_done", "get", *EVERYBODY),
    row("account_reset_password_from_key", "get", *EVERYBODY, about="worn-out key"),
    row("account_reset_password_from_key", "post", *EVERYBODY, about="worn-out key"),
    row("account_reset_password_from_key_done", "get", *EVERYBODY),
    row("mfa_index", "get", *signed_in(OK)),
    row("mfa_login_webauthn", "get", *signed_in(DONE)),
    row("mfa_login_webauthn", "post", *signed_in(DONE)),
    row("mfa_authenticate", "get", *signed_in(DONE)),
    row("mfa_authenticate", "post", *signed_in(DONE)),
    row("mfa_reauthenticate", "get", *signed_in(DONE)),
    row("mfa_reauthenticate", "post", *signed_in(DONE)),
    row("mfa_reauthenticate_webauthn", "get", *signed_in(DONE)),
    row("mfa_reauthenticate_webauthn", "post", *signed_in(DONE)),
    row("mfa_activate_totp", "get", *signed_in(DONE)),
    row("mfa_activate_totp", "post", *signed_in(DONE)),
    row("mfa_deactivate_totp", "get", *NOBODYS),
    row("mfa_deactivate_totp", "post", *NOBODYS),
    row("mfa_view_recovery_codes", "get", *NOBODYS),
    row("mfa_generate_recovery_codes", "get", *signed_in(DONE)),
    row("mfa_generate_recovery_codes", "post", *signed_in(DONE)),
    row("mfa_list_webauthn", "get", *signed_in(OK)),
    row("mfa_add_webauthn", "get", *signed_in(DONE)),
    row("mfa_add_webauthn", "post", *signed_in(DONE)),
    row("mfa_edit_webauthn", "get", *signed_in(DONE), about="key"),
    row("mfa_edit_webauthn", "post", *signed_in(DONE), about="key"),
    row("mfa_remove_webauthn", "get", *signed_in(DONE), about="key"),
    row("mfa_remove_webauthn", "post", *signed_in(DONE), about="key"),

    row("organizations:start", "get", *OWN_ONE),
    row("organizations:people", "get", *INSIDE, about="organization"),
    row("organizations:history", "get", *INSIDE, about="organization"),
    row("organizations:invite", "get", *administrators(OK), about="organization"),
    row("organizations:invite", "post", *administrators(FORM), about="organization"),
    row("organizations:give", "get", *administrators(OK), about="seat"),
    row("organizations:give", "post", *administrators(FORM), about="seat", sending={"role": "?"}),
    row("organizations:end", "post", *administrators(DONE), about="seat"),
    row("organizations:confirm", "post", *administrators(DONE), about="seat"),
    row("organizations:withdraw", "post", *administrators(DONE), about="invitation"),
    row("organizations:invitation", "get", OK, *(HIDDEN,) * 7, about="link of an invitation"),
    row("organizations:invitation", "post", FORM, *(HIDDEN,) * 7, about="link of an invitation"),
    row("bodies:register", "get", *SEATED),
    row("bodies:detail", "get", *COUNTY, about="body"),
    row("bodies:detail", "get", *COUNTY, about="ended body"),
    row("bodies:sheet", "get", *SEATED),
    row("bodies:chart", "get", *SEATED),
    row("bodies:chart_file", "get", *SEATED, about="picture"),
    row("bodies:start", "get", *starters(OK)),
    row("bodies:start", "post", *starters(FORM)),
    *(
        row(f"bodies:{page}", method, *keepers(word), about=about)
        for page, about in BODY_FORMS.items()
        for method, word in (("get", OK), ("post", FORM))
    ),
    *(
        row(f"bodies:{page}", "get", *keepers(NO), about=about)
        for page, about in {"end": "ended body", "fill_post": "place in a body"}.items()
    ),
    row("decisions:register", "get", *SEATED),
    row("decisions:sheet", "get", *SEATED),
    row("decisions:atom", "get", *SEATED),
    row("decisions:feed", "get", *SEATED),
    row("decisions:feed", "post", *SEATED),
    row("decisions:end_feed", "post", *signed_in(DONE)),
    row("decisions:feed_file", "get", *EVERYBODY, about="secret of the register"),
    row("decisions:feed_file", "get", *(HIDDEN,) * 8, about="secret of no feed"),
    row("decisions:record", "get", *coordinators(OK)),
    row("decisions:record", "post", *coordinators(FORM)),
    row("decisions:save", "post", *coordinators(FORM)),
    row("decisions:detail", "get", *COUNTY, about="decision of a body"),
    row("decisions:confirm", "post", *county_coordinators(FORM), about="decision of a body"),
    row("decisions:undo", "post", *county_coordinators(DONE), about="decision of a body"),
    row("decisions:home", "get", *SEATED),
    row("decisions:home_sheet", "get", *SEATED),
    row("decisions:carry_home", "get", *COUNTY, about="decision of a body"),
    row("decisions:carry_home", "get", *COUNTY, about="decision to carry home"),
    row("decisions:take_home", "get", *COUNTY, about="decision to carry home"),
    row("decisions:ask_home", "get", *county_coordinators(OK), about="decision to carry home"),
    row("decisions:ask_home", "post", *county_coordinators(FORM), about="decision to carry home"),
    row("decisions:remind_home", "post", *county_coordinators(DONE), about="decision to carry home"),
    row("decisions:write_home", "get", *carriers(OK), about="way home"),
    row("decisions:write_home", "post", *carriers(FORM), about="way home"),
    row("organizations:elevate", "get", *OPERATORS),
    row("organizations:elevate", "post", *OPERATORS),
    row("organizations:step_down", "post", *OPERATORS),

    row("set_language", "post", *(DONE,) * 8, sending={"language": "en"}),

    row("search:search", "get", *SIGNED_IN),

    row("agreements:register", "get", *SIGNED_IN),
    row("agreements:detail", "get", *COUNTY, about="agreement"),
    row("agreements:history", "get", *COUNTY, about="agreement"),
    row("agreements:picture", "get", *COUNTY, about="agreement"),
    row("agreements:create", "get", *writers(OK)),
    row("agreements:create", "post", *writers(FORM), sending={"title": ""}),
    row("agreements:edit", "get", *keepers(OK), about="agreement"),
    row("agreements:edit", "post", *keepers(FORM), about="agreement", sending={"title": ""}),
    row("agreements:choose", "post", *keepers(FORM), about="agreement"),
    row("agreements:add_event", "get", *keepers(OK), about="agreement"),
    row("agreements:add_event", "post", *keepers(FORM), about="agreement", sending={"kind": ""}),
    row("agreements:undo_event", "post", *recorder(DONE), about="event"),
    row("agreements:adopt", "get", *parties(OK), about="agreement", neighbour=NO),
    row("agreements:adopt", "post", *parties(FORM), about="agreement", sending={"kind": ""}, neighbour=NO),
    row("agreements:undo_adoption", "post", *recorder(DONE), about="adoption"),
    row("agreements:adoption", "get", *COUNTY, about="draft"),
    row("agreements:add_evidence", "get", *keepers(OK), about="decision on the draft"),
    row("agreements:add_evidence", "post", *keepers(FORM), about="decision on the draft", sending={"about_nobody": ""}),
    row("agreements:evidence", "get", *COUNTY, about="adoption with its evidence"),
    row("agreements:evidence", "get", *DRAFT_FILE, about="decision with its evidence", receiver=OK),
    row("agreements:board_paper", "get", *DRAFT_TEXT, about="paper for a board", receiver=OK),
    row("agreements:add_diary_number", "get", *parties(OK), about="agreement", neighbour=NO),
    row("agreements:add_diary_number", "post", *parties(FORM), about="agreement", sending={"number": ""}, neighbour=NO),
    row("agreements:undo_diary_number", "post", *recorder(DONE), about="diary number"),
    row("agreements:add_party", "get", *keepers(OK), about="agreement"),
    row("agreements:add_party", "post", *keepers(FORM), about="agreement", sending={"organization": ""}),
    row("agreements:remove_party", "post", *keepers(DONE), about="party"),
    row("agreements:add_edition", "get", *keepers(OK), about="agreement"),
    row("agreements:add_edition", "post", *keepers(FORM), about="agreement", sending={"begun_date": "?"}),
    row("agreements:move_stage", "get", *sharers(OK), about="draft"),
    row("agreements:move_stage", "post", *sharers(FORM), about="draft", sending={"stage": "?"}),
    row("agreements:take_back", "post", *recorder(DONE), about="registered text"),
    row("agreements:add_file", "get", *keepers(OK), about="agreement"),
    row("agreements:add_file", "post", *keepers(FORM), about="agreement", sending={"edition": ""}),
    row("agreements:download", "get", *COUNTY, about="adopted text"),
    row("agreements:download", "get", *DRAFT_FILE, about="draft text", receiver=OK),

    row("sharing:shares", "get", *SIGNED_IN),
    row("texts:law_review", "get", *SIGNED_IN),
    row("texts:read", "get", *DRAFT_TEXT, about="written draft", receiver=OK),
    row("texts:as_paper", "get", *DRAFT_TEXT, about="written draft", receiver=OK),
    row("texts:as_word", "get", *DRAFT_TEXT, about="written draft", receiver=OK),
    row("texts:compare", "get", *DRAFT_TEXT, about="written draft", receiver=OK),
    row("texts:redline", "get", *DRAFT_TEXT, about="draft and what it is held against", receiver=OK),
    row("texts:begin", "post", *sharers(DONE), about="draft and what it begins with"),
    row("texts:divide", "get", *sharers(OK), about="draft and its read file"),
    row("texts:divide", "post", *sharers(DONE), about="draft and its read file"),
    row("texts:add", "get", *sharers(OK), about="written draft"),
    row("texts:add", "post", *sharers(FORM), about="written draft"),
    row("texts:write", "get", *sharers(OK), about="section"),
    row("texts:write", "post", *sharers(FORM), about="section"),
    row("texts:fetch_clause", "post", *sharers(FORM), about="section"),
    row("texts:keep_words", "post", *sharers(DONE), about="section with an older wording"),
    row("clauses:register", "get", *SEATED),
    row("clauses:detail", "get", *COUNTY, about="clause"),
    row("clauses:add", "get", *coordinators(OK)),
    row("clauses:add", "post", *coordinators(FORM)),
    row("clauses:change", "get", *county_coordinators(OK), about="clause"),
    row("clauses:change", "post", *county_coordinators(FORM), about="clause"),
    row("clauses:withdraw", "get", *county_coordinators(OK), about="clause"),
    row("clauses:withdraw", "post", *county_coordinators(FORM), about="clause"),
    row("clauses:bring_back", "post", *county_coordinators(DONE), about="withdrawn_clause"),
    row("texts:autosave", "post", *sharers(FORM), about="section"),
    row("texts:move", "post", *sharers(DONE), about="section"),
    row("texts:remove", "post", *sharers(DONE), about="section"),
    row("texts:commitments", "get", *DRAFT_TEXT, about="written draft", receiver=OK),
    row("texts:mark", "get", *sharers(OK), about="written draft"),
    row("texts:mark", "post", *sharers(FORM), about="written draft"),
    row("texts:mend", "get", *sharers(OK), about="commitment"),
    row("texts:mend", "post", *sharers(FORM), about="commitment"),
    row("texts:template_news", "get", *sharers(OK), about="written draft"),
    row("texts:take_in", "post", *sharers(DONE), about="new section of the template"),
    row("texts:set_aside", "post", *sharers(DONE), about="new section of the template"),
    row("texts:tasks", "get", *DRAFT_TEXT, about="answering draft"),
    row("texts:answer", "get", *sharers(OK), about="answer"),
    row("texts:answer", "post", *sharers(FORM), about="answer", sending={"when": "x" * 201}),
    row("guide:start", "get", *writers(DONE)),
    row("guide:step", "get", *writers(OK), about="step of the guide"),
    row("guide:step", "post", *writers(FORM), about="step of the guide"),
    row("guide:check", "get", *writers(OK)),
    row("guide:check", "post", *writers(FORM)),
    row("coverage:index", "get", *SEATED),
    row("coverage:area", "get", *COUNTY, about="covered area"),
    row("coverage:sheet", "get", *COUNTY, about="covered area"),
    row("coverage:municipality", "get", *COUNTY, about="covered municipality"),
    row("coverage:link", "get", *COUNTY, about="link"),
    row("coverage:link", "post", *parties(FORM), about="link", sending={"seen": 0}, neighbour=NO),
    row("coverage:stands", "post", *parties(DONE), about="link", sending={"seen": 0}, neighbour=NO),
    row("texts:unmark", "post", *sharers(DONE), about="commitment"),
    row("texts:sisters", "get", *SEATED),
    row("texts:sisters_sheet", "get", *SEATED),
    row("texts:mark_as_meant", "get", *keeper_of_any(OK), about="difference", neighbour=NO),
    row("texts:mark_as_meant", "post", *keeper_of_any(FORM), about="difference", neighbour=NO),
    row("texts:take_back_meant", "post", *keeper_of_any(DONE), about="meant difference", neighbour=NO),
    row("sharing:share", "get", *sharers(OK), about="draft to share"),
    row("sharing:share", "post", *sharers(FORM), about="draft to share"),
    row("sharing:preview", "get", *sharers(OK), about="draft and its receiver"),
    row("sharing:receipt", "get", *INSIDE, about="share", receiver=OK),
    row("sharing:stop", "get", *receivers(OK), about="share and its receiver", receiver=NO),
    row("sharing:stop", "post", *receivers(DONE), about="share and its receiver", receiver=NO),

    row("meetings:register", "get", *SIGNED_IN),
    row("meetings:call", "get", *callers(OK), about="body to call"),
    row("meetings:call", "post", *callers(FORM), about="body to call"),
    row("meetings:detail", "get", *COUNTY, about="meeting"),
    row("meetings:detail", "get", *INSIDE, about="draft meeting"),
    row("meetings:projector", "get", *COUNTY, about="meeting"),
    row("meetings:projector", "get", *INSIDE, about="draft meeting"),
    row("meetings:project_item", "get", *COUNTY, about="item"),
    row("meetings:matter", "get", *COUNTY, about="matter"),
    row("meetings:change", "get", *keepers(OK), about="meeting"),
    row("meetings:change", "post", *keepers(FORM), about="meeting", sending={"date": "?"}),
    row("meetings:send_out", "get", *receivers(OK), about="draft meeting"),
    row("meetings:send_out", "post", *receivers(DONE), about="draft meeting"),
    row("meetings:hold", "post", *keepers(DONE), about="meeting"),
    row("meetings:detail", "get", *INSIDE, about="announced meeting"),
    row("meetings:detail", "get", *COUNTY, about="cancelled meeting"),
    row("meetings:cancel", "get", *keepers(OK), about="meeting"),
    row("meetings:cancel", "post", *keepers(FORM), about="meeting"),
    row("meetings:cancel", "get", *receivers(NO), about="draft meeting"),
    row("meetings:delete", "post", *receivers(DONE), about="draft meeting"),
    row("meetings:calendar_file", "get", *COUNTY, about="meeting"),
    row("meetings:calendar_file", "get", *COUNTY, about="announced meeting"),
    row("meetings:calendar_file", "get", *INSIDE, about="draft meeting"),
    row("meetings:year_plan", "get", *SIGNED_IN),
    row("meetings:year_sheet", "get", *SEATED),
    row("meetings:year_picture", "get", *SEATED, about="picture"),
    row("meetings:begin_series", "get", *callers(OK), about="body to call"),
    row("meetings:begin_series", "post", *callers(FORM), about="body to call"),
    row("meetings:series", "get", *INSIDE, about="series"),
    row("meetings:change_series", "get", *receivers(OK), about="series"),
    row("meetings:change_series", "post", *receivers(FORM), about="series"),
    row("meetings:propose", "get", *receivers(OK), about="series"),
    row("meetings:propose", "post", *receivers(FORM), about="series"),
    row("meetings:announce", "post", *receivers(DONE), about="draft meeting"),
    row("meetings:carry_on", "get", *sharers(OK), about="meeting"),
    row("meetings:carry_on", "post", *sharers(FORM), about="meeting"),
    row("meetings:feed", "get", *SIGNED_IN),
    row("meetings:feed", "post", *signed_in(FORM)),
    row("meetings:end_feed", "post", *signed_in(DONE)),
    row("meetings:feed_file", "get", *EVERYBODY, about="secret of a feed"),
    row("meetings:feed_file", "get", *(HIDDEN,) * 8, about="secret of no feed"),
    row("meetings:attendance", "get", *keepers(OK), about="meeting"),
    row("meetings:attendance", "post", *keepers(FORM), about="meeting"),
    row("meetings:begin_minutes", "get", *sharers(OK), about="meeting"),
    row("meetings:begin_minutes", "post", *sharers(DONE), about="meeting"),
    row("meetings:note", "get", *receivers(OK), about="noted item"),
    row("meetings:note", "post", *receivers(FORM), about="noted item"),
    row("meetings:autosave_note", "post", *receivers(FORM), about="noted item"),
    row("meetings:settle", "post", *receivers(FORM), about="noted item"),
    row("meetings:minutes", "get", *INSIDE, about="meeting with minutes"),
    row("meetings:minutes", "get", *COUNTY, about="meeting with checked minutes"),
    row("meetings:minutes", "get", *COUNTY, about="meeting with locked minutes"),
    row("meetings:check", "post", *chosen(DONE), about="meeting with minutes"),
    row("meetings:minutes", "get", *INSIDE_AND_CHOSEN, about="meeting to check", neighbour=HIDDEN),
    row("meetings:check", "post", *chosen_elsewhere(DONE), about="meeting to check", neighbour=HIDDEN),
    row("meetings:choose_adjusters", "get", *receivers(OK), about="meeting with minutes"),
    row("meetings:choose_adjusters", "post", *receivers(DONE), about="meeting with minutes"),
    row("meetings:choose_adjusters", "get", *choosers(OK), about="meeting to check", neighbour=HIDDEN),
    row("meetings:write_on", "post", *sharers(DONE), about="meeting with checked minutes"),
    row("meetings:lock", "post", *sharers(DONE), about="meeting with checked minutes"),
    row("meetings:correct", "get", *sharers(OK), about="meeting with locked minutes"),
    row("meetings:correct", "post", *sharers(FORM), about="meeting with locked minutes"),
    row("meetings:sealed", "get", *COUNTY, about="meeting with locked minutes"),
    row("meetings:take_up", "post", *keepers(FORM), about="meeting"),
    row("meetings:add_item", "get", *keepers(OK), about="meeting"),
    row("meetings:add_item", "post", *keepers(FORM), about="meeting"),
    row("meetings:change_item", "get", *keepers(OK), about="item"),
    row("meetings:change_item", "post", *keepers(FORM), about="item"),
    row("meetings:move_item", "post", *keepers(DONE), about="item"),
    row("meetings:remove_item", "post", *keepers(DONE), about="item"),
    row("meetings:add_attachment", "get", *keepers(OK), about="meeting"),
    row("meetings:add_attachment", "post", *keepers(FORM), about="meeting"),
    row("meetings:change_attachment", "get", *keepers(OK), about="attachment"),
    row("meetings:change_attachment", "post", *keepers(FORM), about="attachment"),
    row("meetings:remove_attachment", "post", *keepers(DONE), about="attachment"),
    row("meetings:remove_attachment", "post", *sharers(DONE), about="sealed attachment"),
    row("meetings:remove_attachment", "post", *receivers(DONE), about="hidden attachment"),
    row("meetings:change_attachment", "get", *sharers(OK), about="sealed attachment"),
    row("meetings:change_attachment", "get", *receivers(OK), about="hidden attachment"),
    row("meetings:paper_file", "get", *COUNTY, about="paper file"),
    row("meetings:paper_file", "get", *readers(OK), about="sealed paper file"),
    row("meetings:paper_file", "get", *INSIDE, about="hidden paper file"),
    row("meetings:papers", "get", *COUNTY, about="meeting"),
    row("meetings:papers", "get", *INSIDE, about="draft meeting"),
    row("meetings:make_pack", "post", *county(DONE), about="meeting"),
    row("meetings:papers_pdf", "get", *INSIDE, about="pack"),
    row("meetings:papers_zip", "get", *INSIDE, about="pack"),

    row("documents:download", "get", *INSIDE, about="file"),

    row("inventories:batches", "get", *SIGNED_IN),
    row("inventories:receive", "post", *writers(FORM)),
    row("inventories:batch", "get", *INSIDE, about="batch"),
    row("inventories:reading", "get", *INSIDE, about="reading"),
    row("inventories:confirm", "post", *receivers(FORM), about="reading"),
    row("inventories:reading", "get", *INSIDE, about="minutes"),
    row("inventories:confirm_meeting", "post", *receivers(FORM), about="minutes"),
    row("inventories:take_back", "post", *own_confirmation(DONE), about="confirmed minutes"),
    row("inventories:take_back", "post", *own_confirmation(DONE), about="confirmed reading"),
    row("inventories:put_away", "get", *receivers(OK), about="reading"),
    row("inventories:reject", "post", *receivers(FORM), about="reading"),
    row("inventories:release", "post", *receivers(DONE), about="quarantined reading"),
    row("inventories:read_again", "post", *receivers(DONE), about="reading set aside"),
    row("inventories:findings", "get", *SIGNED_IN),
    row("inventories:new_finding", "get", *writers(OK)),
    row("inventories:record_finding", "post", *writers(FORM)),
    row("inventories:withdraw", "post", *keepers(DONE), about="finding"),

    row("consultations:opinions", "get", *DRAFT_TEXT, about="written draft", receiver=OK),
    row("consultations:section", "get", *DRAFT_TEXT, about="section", receiver=OK),
    row("consultations:section", "post", *readers(FORM), about="section", receiver=FORM),
    row("consultations:suggest", "get", *DRAFT_TEXT, about="section", receiver=OK),
    row("consultations:suggest", "post", *readers(FORM), about="section", receiver=FORM),
    row("consultations:word", "get", *DRAFT_TEXT, about="written draft", receiver=OK),
    row("consultations:word", "post", *readers(FORM), about="written draft", receiver=FORM),
    row("consultations:take_in", "post", *readers(FORM), about="written draft", receiver=FORM),
    row("consultations:word", "get", *readers(OK), about="text after a consultation", receiver=NO),
    row("consultations:reply", "get", *DRAFT_TEXT, about="comment", receiver=HIDDEN),
    row("consultations:reply", "post", *readers(FORM), about="comment", receiver=HIDDEN),
    row("consultations:settle", "post", *sharers(DONE), about="comment", receiver=HIDDEN),
    row("consultations:reopen", "post", *sharers(DONE), about="settled comment", receiver=HIDDEN),
    row("consultations:suggestion", "get", *DRAFT_TEXT, about="suggestion", receiver=HIDDEN),
    row("consultations:accept", "post", *sharers(DONE), about="suggestion", receiver=HIDDEN),
    row("consultations:reject", "post", *sharers(FORM), about="suggestion", receiver=HIDDEN),
    row("consultations:withdraw", "post", *sharers(DONE), about="suggestion", receiver=HIDDEN),
    row("consultations:accept_editorial", "post", *sharers(FORM), about="written draft"),
    row("consultations:section", "post", *readers(FORM), about="section after a consultation", receiver=NO),
    row("consultations:open_round", "get", *sharers(OK), about="written draft"),
    row("consultations:open_round", "post", *sharers(FORM), about="written draft"),
    row("consultations:consultation", "get", *INSIDE, about="consultation", receiver=OK),
    row("consultations:consultation", "get", *INSIDE, about="closed consultation", receiver=OK),
    row("consultations:answers", "get", *INSIDE, about="consultation", receiver=OK),
    row("consultations:hand_in", "get", *ASKED, about="one that is asked", receiver=OK),
    row("consultations:hand_in", "post", *ASKED, about="one that is asked", receiver=FORM),
    row("consultations:hand_in", "post", *receivers(FORM), about="user organization that is asked", receiver=HIDDEN),
    row("consultations:extend", "post", *receivers(FORM), about="consultation", receiver=NO),
    row("consultations:close", "get", *receivers(OK), about="consultation", receiver=NO),
    row("consultations:close", "post", *receivers(FORM), about="consultation", receiver=NO),
    row("consultations:remark", "post", *receivers(FORM), about="closed consultation", receiver=NO),
    row("consultations:compilation", "get", *INSIDE, about="consultation", receiver=NO),
    row("consultations:compilation", "get", *INSIDE, about="closed consultation", receiver=NO),

    row("reporting:reports", "get", *SIGNED_IN),
    row("reporting:draft", "get", *SEATED, sending=ON),
    row("reporting:draft_file", "get", *SEATED, about="kind of file", sending=ON),
    row("reporting:approve", "post", *APPROVERS, sending=ON),
    row("reporting:report", "get", *COUNTY, about="report"),
    row("reporting:file", "get", *COUNTY, about="file of a report"),
    row("reporting:board_paper", "get", *DRAFT_TEXT, about="file for a board", receiver=OK),
    row("reporting:meeting_file", "get", *COUNTY, about="file of a meeting"),
    row("reporting:meeting_file", "get", *INSIDE, about="slides of a draft meeting"),
    row("reporting:decision_extract", "get", LOGIN, HIDDEN, *(DONE,) * 6, about="kind of file", sending={"decision": "0"}),
    row("reporting:compilation_file", "get", *INSIDE, about="file of a consultation", receiver=NO),
)
# fmt: on
