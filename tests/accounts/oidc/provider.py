"""An identity provider of our own on loopback, which lies in every way that it is asked to."""

from __future__ import annotations

import base64
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT_ID = "samklang"
CLIENT_SECRET = "between-us"  # noqa: S105  # of a provider that lives for one test
HIGH = "http://id.example/loa/loa3"
LOW = "http://id.example/loa/loa1"


@cache
def own_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "own", "use": "sig"}, private=True)


@cache
def foreign_key() -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": "own", "use": "sig"}, private=True)


@dataclass
class Idp:
    """What the provider answers; a test changes what it wants to be a lie."""

    address: str
    subject: str = "anna-1"
    claims: dict[str, Any] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    signing: str = "own"
    tokenless: bool = False
    asked: list[dict[str, list[str]]] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    nonce: str = ""
    down: bool = False

    def configuration(self) -> dict[str, Any]:
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            **self.metadata,
        }

    def token(self) -> str:
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT_ID,
            "sub": self.subject,
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
            "acr": HIGH,
            "name": "Anna Berg",
            "email": "anna@kommunen.example",
            **self.claims,
        }
        for name in self.left_out:
            claims.pop(name)
        return _signed(self.signing, claims)


def _signed(how: str, claims: dict[str, Any]) -> str:
    if how == "own":
        return jwt.encode({"alg": "RS256", "kid": "own"}, claims, own_key())
    if how == "foreign":
        return jwt.encode({"alg": "RS256", "kid": "own"}, claims, foreign_key())
    secrets = {
        "none": None,
        "client secret": CLIENT_SECRET.encode(),
        "public key as secret": own_key().as_pem(private=False),
    }
    return _by_hand(claims, secrets[how])


def _by_hand(claims: dict[str, Any], secret: bytes | None) -> str:
    """Make what no library would: signed with a shared secret, or not at all."""
    header = {"alg": "HS256" if secret else "none", "kid": "own"}
    told = ".".join(_coded(json.dumps(part).encode()) for part in (header, claims))
    signature = hmac.digest(secret, told.encode(), "sha256") if secret else b""
    return f"{told}.{_coded(signature)}"


def _coded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


@contextmanager
def running() -> Iterator[Idp]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    idp = Idp(f"http://127.0.0.1:{server.server_address[1]}")
    server.idp = idp  # type: ignore[attr-defined]  # how the answers find it
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield idp
    finally:
        server.shutdown()
        server.server_close()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        idp = self._idp()
        if self.path == "/.well-known/openid-configuration":
            return self._say(idp.configuration())
        if self.path == "/keys":
            return self._say({"keys": [own_key().as_dict(private=False)]})
        return self._say({}, status=404)

    def do_POST(self) -> None:
        idp = self._idp()
        sent = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        idp.asked.append(sent)
        word = {} if idp.tokenless else {"id_token": idp.token()}
        self._say({"access_token": "a", "token_type": "Bearer", **word})

    def _idp(self) -> Idp:
        idp: Idp = self.server.idp  # type: ignore[attr-defined]
        idp.seen.append(urlsplit(self.path).path)
        return idp

    def _say(self, words: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(words).encode()
        self.send_response(503 if self._down() else status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _down(self) -> bool:
        return bool(self.server.idp.down)  # type: ignore[attr-defined]

    def log_message(self, *_words: object) -> None:
        """Say nothing in the test's output."""
