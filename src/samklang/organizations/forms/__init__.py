"""Parses invitations, rights, and what is said of a body."""

from samklang.organizations.forms.bodies import (
    Around,
    DescribeForm,
    EndForm,
    MoveForm,
    StartForm,
)
from samklang.organizations.forms.charters import (
    AssignmentForm,
    EndCharterForm,
    EndPostForm,
    MandateForm,
    PostForm,
    shown,
)
from samklang.organizations.forms.people import AcceptForm, ElevateForm, InviteForm, RightForm

__all__ = [
    "AcceptForm",
    "Around",
    "AssignmentForm",
    "DescribeForm",
    "ElevateForm",
    "EndCharterForm",
    "EndForm",
    "EndPostForm",
    "InviteForm",
    "MandateForm",
    "MoveForm",
    "PostForm",
    "RightForm",
    "StartForm",
    "shown",
]
