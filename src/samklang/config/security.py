"""What browsers are told to refuse, and how cookies are kept: every name here is a setting."""

from __future__ import annotations

from csp.constants import NONE, SELF

from samklang.config import env

SAMKLANG_PRODUCTION = env.flag("SAMKLANG_PRODUCTION", default=False)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
# A cookie with this name comes from this very host, over TLS, for all of it: browsers see to it.
_COOKIES = "__Host-" if SAMKLANG_PRODUCTION else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_COOKIES}samklang", f"{_COOKIES}samklang-form"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = SAMKLANG_PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if SAMKLANG_PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SAMKLANG_PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SAMKLANG_PRODUCTION else None
# Passkeys need TLS, except on a developer’s own machine.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SAMKLANG_PRODUCTION
