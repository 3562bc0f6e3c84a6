"""The pages of allauth that we use, under the names it asks for them by.

Nobody signs up, and e-mail addresses are changed by invitation, so those pages are not here.
"""

from __future__ import annotations

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


def second(view: str) -> Any:
    """Return a view of a second step, whose code is read in when somebody takes or sets up one."""

    def asked(request: HttpRequest, **about: Any) -> HttpResponse:
        answer: HttpResponse = import_string(f"allauth.mfa.{view}")(request, **about)
        return answer

    return asked


urlpatterns = [
    path("in/", views.sign_in, name="account_login"),
    path("ut/", views.sign_out, name="account_logout"),
    path(
        "in/nyckel/",
        login_not_required(form(second("webauthn.views.login_webauthn"))),
        name="mfa_login_webauthn",
    ),
    path(
        "in/andra-steget/",
        login_not_required(form(second("base.views.authenticate"))),
        name="mfa_authenticate",
    ),
    path("igen/", form(account.reauthenticate), name="account_reauthenticate"),
    path("igen/kod/", form(second("base.views.reauthenticate")), name="mfa_reauthenticate"),
    path(
        "igen/nyckel/",
        form(second("webauthn.views.reauthenticate_webauthn")),
        name="mfa_reauthenticate_webauthn",
    ),
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
    path("konto/tvasteg/", shown(second("base.views.index")), name="mfa_index"),
    path("konto/tvasteg/app/", form(second("totp.views.activate_totp")), name="mfa_activate_totp"),
    path(
        "konto/tvasteg/app/av/",
        form(second("totp.views.deactivate_totp")),
        name="mfa_deactivate_totp",
    ),
    path(
        "konto/tvasteg/koder/",
        shown(second("recovery_codes.views.view_recovery_codes")),
        name="mfa_view_recovery_codes",
    ),
    path(
        "konto/tvasteg/koder/nya/",
        form(second("recovery_codes.views.generate_recovery_codes")),
        name="mfa_generate_recovery_codes",
    ),
    path("konto/nycklar/", shown(second("webauthn.views.list_webauthn")), name="mfa_list_webauthn"),
    path("konto/nycklar/ny/", form(second("webauthn.views.add_webauthn")), name="mfa_add_webauthn"),
    path(
        "konto/nycklar/<int:pk>/",
        form(second("webauthn.views.edit_webauthn")),
        name="mfa_edit_webauthn",
    ),
    path(
        "konto/nycklar/<int:pk>/bort/",
        form(second("webauthn.views.remove_webauthn")),
        name="mfa_remove_webauthn",
    ),
]
