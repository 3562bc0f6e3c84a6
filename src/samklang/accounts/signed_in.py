"""Who is signed in, asked in two lean statements: every page asks first."""

from __future__ import annotations

from functools import cache
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.sessions.backends import db
from django.db import connection
from django.utils import timezone

from samklang.accounts.models import User
from samklang.common.lean import columns, made

_SESSION = "SELECT session_data FROM django_session WHERE session_key = %s AND expire_date > %s"


class SessionStore(db.SessionStore):
    """Django’s sessions in the database, read by a statement that is not built each time."""

    def load(self) -> dict[str, Any]:
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(_SESSION, [self.session_key, now])
            row = cursor.fetchone()
        if row is None:
            # As Django does: a key that opens nothing is never taken over.
            self._session_key = None
            return {}
        return self.decode(row[0])


class SignedInBackend(AuthenticationBackend):  # type: ignore[misc]  # has no types
    """The ordinary sign-in; only whose session it is, is asked leanly."""

    def get_user(self, user_id: int) -> User | None:
        with connection.cursor() as cursor:
            cursor.execute(_user(), [user_id])
            row = cursor.fetchone()
        user = made(User, row) if row else None
        return user if user is not None and self.user_can_authenticate(user) else None


@cache
def _user() -> str:
    table = User._meta.db_table
    return f"SELECT {columns(User, table)} FROM {table} WHERE {table}.id = %s"  # noqa: S608 - our own names
