"""The pages of allauth that we use, under the names it asks for them by.

Nobody signs up, and e-mail addresses are changed by invitation, so those pages are not here.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from django.urls import path, re_path

from samklang.accounts import views

urlpatterns = [
    path("in/", views.sign_in, name="account_login"),
    path("ut/", views.sign_out, name="account_logout"),
    path("in/nyckel/", keys.login_webauthn, name="mfa_login_webauthn"),
    path("in/andra-steget/", mfa.authenticate, name="mfa_authenticate"),
    path("igen/", account.reauthenticate, name="account_reauthenticate"),
    path("igen/kod/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("igen/nyckel/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("losenord/", account.password_change, name="account_change_password"),
    path("losenord/valj/", account.password_set, name="account_set_password"),
    path("losenord/glomt/", account.password_reset, name="account_reset_password"),
    path("losenord/skickat/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^losenord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "losenord/klart/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("konto/tvasteg/", mfa.index, name="mfa_index"),
    path("konto/tvasteg/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("konto/tvasteg/app/av/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("konto/tvasteg/koder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "konto/tvasteg/koder/nya/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path("konto/nycklar/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("konto/nycklar/ny/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("konto/nycklar/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("konto/nycklar/<int:pk>/bort/", keys.remove_webauthn, name="mfa_remove_webauthn"),
]
