"""The people of an organization: who may do what, who is invited, what happened."""

from samklang.organizations.views.elevating import elevate, step_down
from samklang.organizations.views.inviting import invitation, invite, withdraw
from samklang.organizations.views.people import confirm, end, give, history, people, start

__all__ = [
    "confirm",
    "elevate",
    "end",
    "give",
    "history",
    "invitation",
    "invite",
    "people",
    "start",
    "step_down",
    "withdraw",
]
