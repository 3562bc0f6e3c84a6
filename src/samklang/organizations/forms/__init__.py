"""Parses invitations, rights, and what is said of a body."""

from samklang.organizations.forms.people import AcceptForm, ElevateForm, InviteForm, RightForm

__all__ = ["AcceptForm", "ElevateForm", "InviteForm", "RightForm"]
