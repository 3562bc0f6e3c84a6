"""How a person is taken away while what they did stays true: the account keeps only its number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import CASCADE, Field, ForeignKey, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from samklang.accounts.models import User
from samklang.accounts.signals import person_erased
from samklang.common.models import SentForm

_OURS, _AND_OF_SIGN_IN = "samklang.", "samklang.accounts."


@transaction.atomic
def pseudonymize(user: User) -> User:
    """Leave nothing that tells who it was; the record's entries still say it was the same one."""
    email = user.email
    _forget_sign_in(user)
    user.username = f"borttagen-{user.pk}"
    with override(settings.LANGUAGE_CODE):
        user.name = _("Former user %(number)s") % {"number": user.pk}
    user.first_name = user.last_name = user.email = ""
    user.is_active = user.is_staff = user.is_superuser = user.operator = False
    user.last_login, user.erased_at = None, timezone.now()
    user.set_unusable_password()
    user.save()
    person_erased.send(User, user_id=user.pk, name=user.name, email=email)
    return user


def _forget_sign_in(user: User) -> None:
    """Every way in goes: sessions, second steps, keys, addresses, identities, sent forms."""
    SentForm.objects.filter(user_id=user.pk).delete()
    Session.objects.filter(pk__in=_sessions_of(user)).delete()
    for rows in _ways_in(user):
        rows.delete()


def _sessions_of(user: User) -> list[str]:
    """Whose a session is stands locked inside it."""
    found = Session.objects.iterator(chunk_size=500)
    return [one.pk for one in found if one.get_decoded().get(SESSION_KEY) == str(user.pk)]


def _ways_in(user: User) -> Iterator[QuerySet]:  # type: ignore[type-arg]  # of every such model
    """Found by asking the models; a context’s own rows are its own to see to, at the news."""
    for model in apps.get_models(include_auto_created=True):
        place = f"{model.__module__}."
        if place.startswith(_OURS) and not place.startswith(_AND_OF_SIGN_IN):
            continue
        named = Q(pk__in=[])
        for field in model._meta.concrete_fields:
            if goes_along(field):
                named |= Q(**{field.name: user})
        yield QuerySet(model).filter(named)


def goes_along(field: Field[Any, Any]) -> bool:
    """Whether a row that this column ties to a person is about them, and would go with them."""
    points = isinstance(field, ForeignKey) and field.related_model is User
    return points and getattr(field.remote_field, "on_delete", None) is CASCADE
