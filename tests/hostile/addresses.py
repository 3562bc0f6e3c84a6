"""Addresses that lead elsewhere, hosts that are not ours, and where a browser would go.

Source: the kinds are those of OWASP's Unvalidated Redirects and Forwards Cheat Sheet, of the WHATWG
URL Standard's parsing rules, and of the advisories that checks.md, check 46, names (Indico, Django,
Nextcloud). Written for this project; `.example` and `.test` belong to nobody.
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

OURS = "http://testserver/logga/in/"
_SPECIAL = ("http", "https", "ftp", "ws", "wss")

ELSEWHERE = (
    "https://evil.example/",
    "http://evil.example/",
    "HTTPS://EVIL.EXAMPLE/",
    "//evil.example",
    "//evil.example/%2f..",
    "///evil.example",
    "////evil.example/",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "\\evil.example\\@x",
    "/\\/\\evil.example/",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\r/evil.example",
    "\t//evil.example",
    " //evil.example",
    "\x0b//evil.example",
    "\x00//evil.example",
    "\x1f//evil.example",
    "\N{NO-BREAK SPACE}//evil.example",
    "\N{ZERO WIDTH SPACE}//evil.example",
    "\N{RIGHT-TO-LEFT OVERRIDE}//evil.example",
    "ht\ttps://evil.example",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example",
    "https:\\\\evil.example",
    "https:\\evil.example",
    "http:///evil.example/x",
    "https://testserver@evil.example/",
    "https://testserver:80@evil.example/",
    "https://evil.example#testserver",
    "https://evil.example?testserver",
    "https://evil.example\\@testserver/",
    "https://evil.example\\.testserver/",
    "https://testserver.evil.example/",
    "https://eviltestserver/",
    "http://testserver:8080@evil.example/",
    "http://[::ffff:203.0.113.7]/",
    "http://3405803783/",
    "http://0xCB007107/",
    "https://ⓔⓥⓘⓛ.example/",
    "https://evil。example/",
    "https://еvil.example/",
    "／／evil.example",
    "//evil\N{IDEOGRAPHIC FULL STOP}example",
    "/／evil.example",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript://testserver/%0aalert(1)",
    "javascript:%61lert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://evil.example/",
    "mailto:x@evil.example",
    "blob:https://evil.example/x",
    "view-source:https://evil.example",
    "intent://evil.example#Intent;end",
    "%2f%2fevil.example",
    "/%2f/evil.example",
    "/%5cevil.example",
    "%5c%5cevil.example",
    "%09//evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/a/..//evil.example",
    "./\\evil.example",
    ";//evil.example",
    "?//evil.example",
    "#//evil.example",
    "/\r\nLocation: https://evil.example/",
    "/\r\n\r\n<script>alert(1)</script>",
)
HOSTS = (
    "evil.example",
    "EVIL.EXAMPLE",
    "evil.example:80",
    "testserver.evil.example",
    "evil-testserver",
    "testserver@evil.example",
    "testserver:80@evil.example",
    "evil.example@testserver",
    "testserver:evil.example",
    "testserver:80.evil.example",
    "testserver#evil.example",
    "testserver/evil.example",
    "testserver\\evil.example",
    "testserver evil.example",
    "testserver,evil.example",
    "testserver;evil.example",
    "testserver%00.evil.example",
    "tеstserver",
    "ｔestserver",
    "[::1].evil.example",
    "[evil.example]",
    "127.0.0.1.evil.example",
    "169.254.169.254",
    "0",
    "*",
    "<script>",
    '"><script>alert(1)</script>',
    "-",
)
# What a proxy may add, and anybody may send.
FORWARDED = (
    "X-Forwarded-Host",
    "X-Host",
    "X-Forwarded-Server",
    "X-HTTP-Host-Override",
    "X-Original-URL",
    "X-Rewrite-URL",
    "Forwarded",
    "X-Original-Host",
    "X-Forwarded-Port",
    "X-Forwarded-Prefix",
    "X-Script-Name",
    "Origin",
    "Referer",
)


def leads_to(address: str, *, at: str = OURS) -> str:
    """Return where a browser goes, which forgives more than a parser of ours does."""
    bare = re.sub(r"[\t\n\r]", "", address.strip("".join(map(chr, range(0x21)))))
    scheme, colon, rest = bare.partition(":")
    if colon and re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
        if scheme.lower() not in _SPECIAL:
            return bare
        return f"{scheme.lower()}://{rest.replace(chr(92), '/').lstrip('/')}"
    bare = bare.replace("\\", "/")
    if bare.startswith("//"):
        return f"{urlsplit(at).scheme}://{bare.lstrip('/')}"
    return urljoin(at, bare)
