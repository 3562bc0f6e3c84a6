"""What the pages about people’s accounts show."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from samklang.accounts.models import User
from samklang.organizations.api import Membership


def register(text: str = "") -> QuerySet[User]:
    """Return the accounts that are still somebody’s, by name; the caller has asked leave."""
    found = User.objects.filter(erased_at=None).order_by("name", "username", "pk")
    if not text:
        return found
    return found.filter(
        Q(name__icontains=text) | Q(username__icontains=text) | Q(email__icontains=text)
    )


def find(pk: int) -> User:
    return get_object_or_404(User, pk=pk)


def find_by_username(username: str) -> User | None:
    return User.objects.filter(username=username, erased_at=None).first()


def rights_left(person: User, *, today: date) -> list[str]:
    """Return the names of the organizations in which the person has, or will have, a right."""
    seats = Membership.objects.filter(user=person).exclude(until_date__lt=today)
    names = seats.order_by("organization__name").values_list("organization__name", flat=True)
    return list(names.distinct())
