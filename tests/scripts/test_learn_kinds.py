"""The table of kinds is learned from labelled documents, and keeps nobody's name.

From invented documents. Seen red: with names kept, rare words kept, and the step left out.
"""

from __future__ import annotations

import tomllib

from samklang.inventories.reading.kind_words import likelihoods, load_kind_words
from scripts import learn_kinds

SAMPLES = [
    *[(frozenset({"krattare", "möte", "berta"}), "minutes")] * 5,
    *[(frozenset({"krattare", "tabell", "berta"}), "report")] * 5,
    (frozenset({"krattare", "sällan"}), "report"),
]


def test_a_kind_is_told_by_the_words_that_only_its_documents_have() -> None:
    start, weights = learn_kinds.learn(learn_kinds.usable(SAMPLES, set()))
    table = load_kind_words(tomllib.loads(learn_kinds.as_toml(start, weights))["kind_words"])
    for mark, kind in (("möte", "minutes"), ("tabell", "report")):
        assert likelihoods(["krattare", mark], table)[kind] > 0.5


def test_names_and_rare_words_are_left_out() -> None:
    names = learn_kinds.names_in(["Hos oss krattar Berta löv, och Berta vattnar."] * 2)
    kept = set().union(*(marks for marks, _ in learn_kinds.usable(SAMPLES, names)))
    assert names == {"berta"}
    assert kept == {"krattare", "möte", "tabell"}
