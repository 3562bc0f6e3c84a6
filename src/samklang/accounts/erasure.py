"""How a person is taken away while what they did stays true: the account keeps only its number."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from samklang.accounts.models import User


@transaction.atomic
def pseudonymize(user: User) -> User:
    """Leave nothing that tells who it was; the record's entries still say it was the same one."""
    user.username = f"borttagen-{user.pk}"
    user.name = _("Removed person %(number)s") % {"number": user.pk}
    user.first_name = user.last_name = user.email = ""
    user.is_active = user.is_staff = user.is_superuser = False
    user.set_unusable_password()
    user.save()
    return user
