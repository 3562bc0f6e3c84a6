"""Where a web server finds the application."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

from samklang.config.rubbish import leave_out_what_stays, look_seldom

look_seldom()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings")

application = get_wsgi_application()
leave_out_what_stays()
