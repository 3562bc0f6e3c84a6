"""No secret lies in the tree or in its history.

Each kind of secret that is looked for is planted once in the test, so that a blind search fails.
Seen red: with a key written where a function is given it, which a filter used to pass over.
"""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

import pytest
from detect_secrets.core.secrets_collection import SecretsCollection
from detect_secrets.settings import transient_settings

from tests.architecture.tree import ROOT

pytestmark = [pytest.mark.one_database, pytest.mark.slow]

KINDS = (
    "ArtifactoryDetector",
    "AWSKeyDetector",
    "AzureStorageKeyDetector",
    "BasicAuthDetector",
    "CloudantDetector",
    "GitHubTokenDetector",
    "GitLabTokenDetector",
    "JwtTokenDetector",
    "MailchimpDetector",
    "NpmDetector",
    "OpenAIDetector",
    "PrivateKeyDetector",
    "PypiTokenDetector",
    "SendGridDetector",
    "SlackDetector",
    "StripeDetector",
)
# What is found is left out when it is no secret by its looks; whatever stands around it, it counts.
LOOKS = (
    "is_likely_id_string",
    "is_not_alphanumeric_string",
    "is_potential_uuid",
    "is_prefixed_with_dollar_sign",
    "is_sequential_string",
    "is_templated_secret",
)
SETTINGS = {
    "plugins_used": [{"name": name} for name in KINDS],
    "filters_used": [{"path": f"detect_secrets.filters.heuristic.{look}"} for look in LOOKS],
}
# What examples in the documentation and in tests say where a password would stand.
EXAMPLES = {"password", "secret", "ord", "kl%40ng", "kl%40n%3Ag%2F", "%C3%B6"}

# Made when the test runs, so that no file holds them.
PLANTED = {
    "AWS Access Key": "AKIA" + "Q" * 4 + "7Z2XK4LMN8RT",
    "Private Key": "-----BEGIN RSA PRIVATE " + "KEY-----",
    "GitHub Token": "ghp" + "_" + "a1B2c3D4e5F6" * 3,
    "Slack Token": "xoxb" + "-" + "123456789012-abcdefABCDEF",
    "Basic Auth Credentials": "https://anna:" + "hunter2" + "@db.example",
    "JSON Web Token": ".".join(
        base64.urlsafe_b64encode(part).decode().rstrip("=")
        for part in (b'{"alg":"HS256","typ":"JWT"}', b'{"sub":"1234567890"}', b"signature-of-it")
    ),
}


def found_in(path: Path) -> list[tuple[str, int]]:
    """Return kind and line of what looks like a secret, but for the examples."""
    secrets = SecretsCollection()
    with transient_settings(SETTINGS):
        secrets.scan_file(str(path))
    return [
        (secret.type, secret.line_number)
        for _name, secret in secrets
        if (secret.secret_value or "") not in EXAMPLES
    ]


def tracked() -> list[Path]:
    told = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    texts = [ROOT / name for name in told.stdout.splitlines()]
    return [path for path in texts if path.suffix not in {".mo", ".png", ".lock"}]


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_secret_is_found(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "settings.py"
    file.write_text(f'VALUE = "{PLANTED[kind]}"\n', encoding="utf-8")

    assert kind in {found for found, _where in found_in(file)}


def test_no_secret_lies_in_the_tree(tmp_path: Path) -> None:
    """Every line of every file is looked at, those that stand in many places once."""
    places = {
        line.strip(): path
        for path in tracked()
        for line in path.read_text("utf-8", "replace").splitlines()
    }
    file = tmp_path / "lines.txt"
    file.write_text("\n".join(places), "utf-8")
    where = list(places.values())

    assert [(kind, where[number - 1]) for kind, number in found_in(file)] == []


@pytest.mark.evidence
def test_no_secret_lies_in_the_history(tmp_path: Path) -> None:
    """What was committed once can be read for ever, whatever a later commit removes."""
    told = subprocess.run(
        ["git", "log", "--patch", "--unified=0", "--no-color", "--", ":!*.po", ":!requirements"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    file = tmp_path / "history.txt"
    file.write_bytes(told.stdout)

    assert found_in(file) == []
