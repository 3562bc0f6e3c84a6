"""The pages of allauth that we use, under the names it asks for them by.

Nobody signs up, and e-mail addresses are changed by invitation, so those pages are not here.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from allauth.account import views as account
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import path, re_path
from django.utils.module_loading import import_string
from django.views.decorators.http import require_GET, require_http_methods

from samklang.accounts import views

# Allauth’s views take PUT for POST; ours are asked in two ways only.
form, shown = require_http_methods(["GET", "POST"]), require_GET


def second(step: str, view: str) -> Any:
    """Return a view of a second step, whose code is read in when somebody takes or sets up one."""

    def asked(request: HttpRequest, **about: Any) -> HttpResponse:
        place = f"allauth.mfa.{step}.views.{view}"
        answer: HttpResponse = import_string(place)(request, **about)
        return answer

    return asked


mfa, codes, totp, keys = (
    partial(second, step) for step in ("base", "recovery_codes", "totp", "webauthn")
)

urlpatterns = [
    path("in/", views.sign_in, name="account_login"),
    path("ut/", views.sign_out, name="account_logout"),
    path("in/nyckel/", login_not_required(form(keys("login_webauthn"))), name="mfa_login_webauthn"),
    path(
        "in/andra-steget/", login_not_required(form(mfa("authenticate"))), name="mfa_authenticate"
    ),
    path("igen/", form(account.reauthenticate), name="account_reauthenticate"),
    path("igen/kod/", form(mfa("reauthenticate")), name="mfa_reauthenticate"),
    path("igen/nyckel/", form(keys("reauthenticate_webauthn")), name="mfa_reauthenticate_webauthn"),
    path("losenord/", form(account.password_change), name="account_change_password"),
    path("losenord/valj/", form(account.password_set), name="account_set_password"),
    path("losenord/glomt/", form(account.password_reset), name="account_reset_password"),
    path(
        "losenord/skickat/", shown(account.password_reset_done), name="account_reset_password_done"
    ),
    re_path(
        r"^losenord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        form(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "losenord/klart/",
        shown(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("konto/tvasteg/", shown(mfa("index")), name="mfa_index"),
    path("konto/tvasteg/app/", form(totp("activate_totp")), name="mfa_activate_totp"),
    path("konto/tvasteg/app/av/", form(totp("deactivate_totp")), name="mfa_deactivate_totp"),
    path(
        "konto/tvasteg/koder/", shown(codes("view_recovery_codes")), name="mfa_view_recovery_codes"
    ),
    path(
        "konto/tvasteg/koder/nya/",
        form(codes("generate_recovery_codes")),
        name="mfa_generate_recovery_codes",
    ),
    path("konto/nycklar/", shown(keys("list_webauthn")), name="mfa_list_webauthn"),
    path("konto/nycklar/ny/", form(keys("add_webauthn")), name="mfa_add_webauthn"),
    path("konto/nycklar/<int:pk>/", form(keys("edit_webauthn")), name="mfa_edit_webauthn"),
    path("konto/nycklar/<int:pk>/bort/", form(keys("remove_webauthn")), name="mfa_remove_webauthn"),
]
