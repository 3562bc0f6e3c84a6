"""Every setting, read from the environment; docs/reference/settings.md explains each."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext_lazy as _

import samklang
from samklang.config import env
from samklang.config.database import database
from samklang.config.files import files
from samklang.config.identity import *  # noqa: F403  # every name there is a setting
from samklang.config.production import refuse_in_production
from samklang.config.security import *  # noqa: F403
from samklang.config.security import SAMKLANG_PRODUCTION

PACKAGE_DIR = Path(samklang.__file__).parent
STATE_DIR = Path(env.text("SAMKLANG_STATE_DIR", "var")).absolute()
# In a checkout the packs lie beside src/; in an installed package they lie in it.
_INSTALLED_PACKS = PACKAGE_DIR / "packs"
_DEFAULT_PACKS = _INSTALLED_PACKS if _INSTALLED_PACKS.is_dir() else PACKAGE_DIR.parents[1] / "packs"
SAMKLANG_PACKS_DIR = Path(env.text("SAMKLANG_PACKS_DIR", str(_DEFAULT_PACKS)))
SAMKLANG_PACK = env.text("SAMKLANG_PACK", "se-dalarna")
# Whom the accessibility statement and the about page send people to: an e-mail address.
SAMKLANG_CONTACT = env.text("SAMKLANG_CONTACT", "")
# What each organization may have kept of received files, in megabytes.
SAMKLANG_QUOTA_MB = env.number("SAMKLANG_QUOTA_MB", 5000)

DEBUG = env.flag("SAMKLANG_DEBUG", default=False)
# Demo mode shows one-click sign-ins for invented persons; never together with production.
SAMKLANG_DEMO = env.flag("SAMKLANG_DEMO", default=False)
# Everything can be read and nothing changed, as while a database is moved.
SAMKLANG_READ_ONLY = env.flag("SAMKLANG_READ_ONLY", default=False)
DEVELOPMENT_KEY = "development-only-key-that-check-deploy-rejects"
SECRET_KEY = env.secret("SAMKLANG_SECRET_KEY", DEVELOPMENT_KEY)
SECRET_KEY_FALLBACKS = env.words("SAMKLANG_OLD_SECRET_KEYS")
# What seals the record of what happened, and what sealed it before (samklang.audit.sealing).
SAMKLANG_AUDIT_KEY = env.secret("SAMKLANG_AUDIT_KEY", DEVELOPMENT_KEY)
SAMKLANG_AUDIT_OLD_KEYS = env.secret("SAMKLANG_AUDIT_OLD_KEYS", "").split()
# Where the record's checkpoints are kept, and to whom each is mailed.
SAMKLANG_CHECKPOINTS = env.text("SAMKLANG_CHECKPOINTS", str(STATE_DIR / "checkpoints.jsonl"))
SAMKLANG_BACKUPS = env.text("SAMKLANG_BACKUPS", str(STATE_DIR / "backups"))
# How many backups `samklang tidy` leaves, and how long put-away files are kept; 0 is all, always.
SAMKLANG_BACKUPS_KEPT = env.number("SAMKLANG_BACKUPS_KEPT", 0)
# What makes PDFs of Word documents in a meeting's papers; without it their text is set instead.
SAMKLANG_OFFICE = env.text("SAMKLANG_OFFICE", "soffice")
SAMKLANG_PUT_AWAY_DAYS = env.number("SAMKLANG_PUT_AWAY_DAYS", 0)
SAMKLANG_CHECKPOINT_MAIL = env.words("SAMKLANG_CHECKPOINT_MAIL")
if SAMKLANG_PRODUCTION:
    refuse_in_production(
        demo=SAMKLANG_DEMO,
        debug=DEBUG,
        ours=DEVELOPMENT_KEY,
        secret_key=SECRET_KEY,
        audit_key=SAMKLANG_AUDIT_KEY,
    )
ALLOWED_HOSTS = env.words("SAMKLANG_HOSTS", "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env.words("SAMKLANG_TRUSTED_ORIGINS")

ROOT_URLCONF = "samklang.config.urls"
WSGI_APPLICATION = "samklang.config.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    # Its scripts for the editor of texts (ADR 0035).
    "django_prose_editor",
    "samklang.common",
    # Before allauth: its pages are ours.
    "samklang.accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "samklang.organizations",
    "samklang.audit",
    "samklang.library",
    "samklang.sharing",
    "samklang.documents",
    "samklang.decisions",
    "samklang.agreements",
    "samklang.meetings",
    "samklang.inventories",
    "samklang.texts",
    "samklang.consultations",
    "samklang.reporting",
    "samklang.search",
    "samklang.portal",
    "samklang.persons",
    "samklang.setup",
]
MIDDLEWARE = [
    "samklang.common.middleware.OccasionMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "samklang.common.middleware.ApartMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "samklang.common.middleware.LanguageMiddleware",
    "samklang.common.middleware.PrivateMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "samklang.common.middleware.LettersMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "samklang.accounts.sessions.SessionLimitsMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samklang.organizations.http.ActingMiddleware",
    "samklang.common.middleware.TooLargeMiddleware",
    "samklang.audit.http.RefusalMiddleware",
    "samklang.common.middleware.ConflictMiddleware",
    "samklang.common.reading_only.ReadOnlyMiddleware",
    "samklang.search.http.SearchMiddleware",
]
_CONTEXT_PROCESSORS = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "django.template.context_processors.i18n",
    "samklang.portal.frame.frame",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": _CONTEXT_PROCESSORS,
            "builtins": ["samklang.common.templatetags.form_keys"],
        },
    },
    {
        # Tables and pictures of hundreds of cells: four times faster (ADR 0011).
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {"environment": "samklang.common.jinja.environment"},
    },
]
DATABASES = {
    "default": database(
        env.secret("SAMKLANG_DATABASE", ""), default_path=STATE_DIR / "samklang.sqlite3"
    )
}
CACHES = {
    # Tries at signing in are counted here, so all workers share it.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_tries",
    },
    # Parts of pages, under names that change when the county does; nothing else is kept here.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", _("Swedish")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [path for path in (STATE_DIR / "vendor",) if path.is_dir()]
STORAGES = {
    "default": files(env.text("SAMKLANG_FILES", ""), default_folder=STATE_DIR / "files"),
    "staticfiles": {"BACKEND": "samklang.setup.static_storage.StaticStorage"},
}
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["woff2", "ttf", "otf", "png", "map"]
# One file at most; the whole batch is bounded by the upload form.
# More than the upload form takes, so that the form can say how many are too many.
DATA_UPLOAD_MAX_NUMBER_FILES = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000

SILENCED_SYSTEM_CHECKS: list[str] = []
