"""What other contexts may ask of agreements, and do with them."""

from samklang.agreements.models import Agreement, Level
from samklang.agreements.queries import county_standings
from samklang.agreements.standing import AgreementRow, EditionRow, Standing
from samklang.agreements.validity import HAS, LACKS, NEEDS_ACTION, Status, Validity

__all__ = [
    "HAS",
    "LACKS",
    "NEEDS_ACTION",
    "Agreement",
    "AgreementRow",
    "EditionRow",
    "Level",
    "Standing",
    "Status",
    "Validity",
    "county_standings",
]
