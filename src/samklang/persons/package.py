"""The copy that a person gets: one file for machines and one to read, in a ZIP."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from samklang.persons.held import Held

NAME = "mina-uppgifter"


def package(held: Held) -> bytes:
    written = json.dumps(held.as_json(), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr(f"{NAME}.json", written)
        archive.writestr(f"{NAME}.html", render_to_string("persons/_copy.html", {"held": held}))
    return packed.getvalue()
