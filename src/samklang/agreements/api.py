"""What other contexts may ask of agreements, and do with them."""

from samklang.agreements.actions import (
    Conflict,
    FileAlreadyRegistered,
    add_edition,
    create,
    register_read_agreement,
    take_back,
)
from samklang.agreements.actions.locking import locked
from samklang.agreements.board_papers import PAPERS, board_paper
from samklang.agreements.board_papers import file_name as board_paper_name
from samklang.agreements.confirmed import (
    ConfirmedAdoption,
    ConfirmedDiaryNumber,
    ConfirmedEvent,
    ConfirmedFacts,
)
from samklang.agreements.drafts import Part, share_also
from samklang.agreements.fingerprints import fingerprint_of, tell_fingerprint
from samklang.agreements.lean_rows import AgreementRow, EditionRow
from samklang.agreements.models import AdoptionKind, Agreement, Edition, EventKind, Level, Party
from samklang.agreements.policies import (
    can_edit,
    can_propose,
    can_register,
    can_register_any,
    can_take_back,
)
from samklang.agreements.queries import (
    Case,
    OpenText,
    as_named,
    case,
    county_standings,
    decided_among,
    edition_in_force,
    edition_texts,
    find,
    find_text,
    has_adoption,
    is_decided,
    keeper_of,
    open_moments,
    open_text,
    open_texts,
    opened_to_all_at,
    readable,
    regional_ones,
    responsible_at,
    same_work,
)
from samklang.agreements.queries.extensions import extensions
from samklang.agreements.recording import (
    KnownAgreement,
    KnownEdition,
    Put,
    put_agreement,
    remove_agreements,
    reset_agreement,
)
from samklang.agreements.reviewing import next_review
from samklang.agreements.sayings import tell_also
from samklang.agreements.signals import registration_taken_back
from samklang.agreements.standing import Standing, best, worth
from samklang.agreements.validity import HAS, LACKS, NEEDS_ACTION, Status, Validity

__all__ = [
    "HAS",
    "LACKS",
    "NEEDS_ACTION",
    "PAPERS",
    "AdoptionKind",
    "Agreement",
    "AgreementRow",
    "Case",
    "ConfirmedAdoption",
    "ConfirmedDiaryNumber",
    "ConfirmedEvent",
    "ConfirmedFacts",
    "Conflict",
    "Edition",
    "EditionRow",
    "EventKind",
    "FileAlreadyRegistered",
    "KnownAgreement",
    "KnownEdition",
    "Level",
    "OpenText",
    "Part",
    "Party",
    "Put",
    "Standing",
    "Status",
    "Validity",
    "add_edition",
    "as_named",
    "best",
    "board_paper",
    "board_paper_name",
    "can_edit",
    "can_propose",
    "can_register",
    "can_register_any",
    "can_take_back",
    "case",
    "county_standings",
    "create",
    "decided_among",
    "edition_in_force",
    "edition_texts",
    "extensions",
    "find",
    "find_text",
    "fingerprint_of",
    "has_adoption",
    "is_decided",
    "keeper_of",
    "locked",
    "next_review",
    "open_moments",
    "open_text",
    "open_texts",
    "opened_to_all_at",
    "put_agreement",
    "readable",
    "regional_ones",
    "register_read_agreement",
    "registration_taken_back",
    "remove_agreements",
    "reset_agreement",
    "responsible_at",
    "same_work",
    "share_also",
    "take_back",
    "tell_also",
    "tell_fingerprint",
    "worth",
]
