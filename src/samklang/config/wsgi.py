"""Where a web server finds the application, with the code of all its pages read in."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from samklang.config.rubbish import leave_out_what_stays, look_seldom

look_seldom()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings")

application = get_wsgi_application()
# The addresses read in the pages that they lead to.
list(get_resolver().url_patterns)
leave_out_what_stays()
