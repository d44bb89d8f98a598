from collections import Counter
from itertools import islice

import pytest

from sleepy_coder.breaker import corpus
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import family_named
from sleepy_coder.errors import UsageError
from sleepy_coder.rust.compiler import Compiler

FAMILIES = ("E0382-clone-removed", "E0425-typo", "E0308-tail-semicolon")


def test_a_stream_is_balanced_diverse_and_the_same_for_the_same_seed(compiler: Compiler) -> None:
    pairs = list(islice(stream("train", FAMILIES, 5, compiler), 150))
    counts = Counter(pair.family for pair in pairs)
    assert set(counts) == set(FAMILIES) and min(counts.values()) >= 12
    assert len({pair.broken.digest for pair in pairs}) == len(pairs)
    assert any(family_named(pair.template.split("/")[0]).novel for pair in pairs)
    assert pairs[:20] == list(islice(stream("train", FAMILIES, 5, compiler), 20))


def test_a_familys_own_templates_can_be_asked_for(compiler: Compiler) -> None:
    pairs = list(islice(stream("frozen", ("E0614-deref",), 1, compiler, own_templates=True), 12))
    assert {pair.template.split("/")[0] for pair in pairs} == {"E0614-deref"}
    assert {pair.diagnostic.code for pair in pairs} == {"E0614"}


def test_who_asks_for_a_familys_own_templates_does_not_wait_for_a_look_at_all_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for family in FAMILIES:
        own = [one for one in corpus._bearing("train", family, own_templates=False) if one.family == family]
        with monkeypatch.context() as patch:
            patch.setattr(corpus, "_all_bearing", None)
            assert corpus._bearing("train", family, own_templates=True) == own != []


def test_an_unknown_split_is_refused_at_once(compiler: Compiler) -> None:
    with pytest.raises(UsageError):
        stream("validation", FAMILIES, 1, compiler)
