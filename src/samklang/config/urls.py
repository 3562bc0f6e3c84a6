"""The site map; each context has its own."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

handler500 = "samklang.common.failing.failed"
urlpatterns = [
    path("lanet/tackning/", include("samklang.texts.coverage_urls")),
    path("", include("samklang.portal.urls")),
    path("logga/", include("samklang.accounts.urls")),
    path("logga/", include("samklang.accounts.allauth_urls")),
    path("organisation/", include("samklang.organizations.urls")),
    path("organ/", include("samklang.organizations.body_urls")),
    path("beslut/", include("samklang.decisions.urls")),
    path("", include("samklang.sharing.urls")),
    path("avtal/steg-for-steg/", include("samklang.texts.guide_urls")),
    path("avtal/", include("samklang.agreements.urls")),
    path("moten/", include("samklang.meetings.urls")),
    path("filer/", include("samklang.documents.urls")),
    path("las-in/", include("samklang.inventories.urls")),
    path("text/formuleringar/", include("samklang.texts.clause_urls")),
    path("text/", include("samklang.texts.urls")),
    path("text/", include("samklang.consultations.urls")),
    path("rapporter/", include("samklang.reporting.urls")),
    path("sok/", include("samklang.search.urls")),
    path("personer/", include("samklang.persons.urls")),
    path("drift/", include("samklang.setup.urls")),
    path("sprak/", login_not_required(require_POST(set_language)), name="set_language"),
]
