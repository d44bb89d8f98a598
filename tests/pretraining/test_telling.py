"""A fixed share of the prompts tell something besides the error, and none tells the answer."""

from itertools import islice

import pytest

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.pretraining.telling import Telling
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    return list(islice(stream("train", ["E0384-mut-removed", "E0308-deref-removed"], 5, compiler), 60))


def test_a_fifth_have_a_hint_and_another_fifth_a_similar_fix(pairs: list[Pair]) -> None:
    telling = Telling(0.2)
    contexts = [telling.context(pair) for pair in pairs]
    hints, similar = (sum(getattr(one, name) is not None for one in contexts) for name in ("hint", "similar"))
    assert len(pairs) // 5 - 2 <= hints <= len(pairs) // 5 + 1
    assert len(pairs) // 5 - 3 <= similar <= len(pairs) // 5 + 1
    assert not any(one.hint is not None and one.similar is not None for one in contexts)


def test_a_similar_fix_comes_from_another_pair_and_says_something_else(pairs: list[Pair]) -> None:
    telling = Telling(0.5)
    for pair in pairs:
        similar = telling.context(pair).similar
        if similar is not None:
            wrong, right = similar.split(" => ", 1)
            changed = set(pair.green.files["main.rs"].splitlines()) - set(pair.broken.files["main.rs"].splitlines())
            assert right not in {line.strip() for line in changed} or wrong not in pair.broken.files["main.rs"]


def test_the_same_pairs_are_told_the_same_and_a_share_of_nothing_tells_nothing(pairs: list[Pair]) -> None:
    one, other = Telling(0.2), Telling(0.2)
    assert [one.context(pair) for pair in pairs] == [other.context(pair) for pair in pairs]
    assert all(context.hint is None and context.similar is None for context in map(Telling(0.0).context, pairs))
