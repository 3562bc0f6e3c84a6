"""How people sign in, and how letters leave: every name here is a setting.

The names that do not begin with SAMKLANG_ are allauth’s and Django’s own.
"""

from __future__ import annotations

import os
from urllib.parse import unquote, urlsplit

from samklang.accounts.oidc.providers import read_providers
from samklang.config import env

SESSION_ENGINE = "samklang.accounts.signed_in"
AUTHENTICATION_BACKENDS = ["samklang.accounts.signed_in.SignedInBackend"]
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "portal:county"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "samklang.organizations.passwords.LengthValidator"},
    {"NAME": "samklang.organizations.passwords.GuessableWordsValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
SAMKLANG_PROVIDERS = read_providers(env.text("SAMKLANG_PROVIDERS", ""), os.environ)

ACCOUNT_ADAPTER = "samklang.accounts.adapter.AccountAdapter"
ACCOUNT_FORMS = {"reset_password": "samklang.accounts.forms.ForgottenForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
PASSWORD_RESET_TIMEOUT = 60 * 60
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_SESSION_REMEMBER = True
# Tries are counted by address (IPv6 by /64) and by account, each path for itself.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/5m/ip,5/5m/key",
    "reset_password": "10/h/ip,3/h/key",
    "reset_password_from_key": "10/5m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/5m/user",
}
MFA_ADAPTER = "samklang.accounts.adapter.MfaAdapter"
MFA_FORMS = {
    "activate_totp": "samklang.accounts.second_step_forms.ConnectAppForm",
    "add_webauthn": "samklang.accounts.second_step_forms.AddKeyForm",
    "edit_webauthn": "samklang.accounts.second_step_forms.RenameKeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
# Addresses are known by the invitation that was answered from them.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Samklang"
ALLAUTH_RATE_LIMIT_IPV6_PREFIX = 64
# How many proxies of our own stand before us, each adding its word to X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("SAMKLANG_PROXIES", 0)

# smtp://user:password@host:port means STARTTLS, smtps:// TLS from the start. Without a mail
# server nothing is sent, and invitations are handed over by their link.
SAMKLANG_MAIL = env.secret("SAMKLANG_MAIL", "")
_server = urlsplit(SAMKLANG_MAIL)
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if SAMKLANG_MAIL else 'dummy'}.EmailBackend"
EMAIL_HOST = _server.hostname or ""
EMAIL_PORT = _server.port or 587
EMAIL_HOST_USER = unquote(_server.username or "")
EMAIL_HOST_PASSWORD = unquote(_server.password or "")
EMAIL_USE_SSL = _server.scheme == "smtps"
EMAIL_USE_TLS = _server.scheme == "smtp"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("SAMKLANG_MAIL_FROM", "samklang@localhost")
