"""What a trial is asked."""

from sleepy_coder.evaluation.trial import practice
from sleepy_coder.rust.compiler import Compiler

FAMILIES = ("E0384-mut-removed", "E0308-deref-removed", "E0596-mut-removed")


def test_few_items_are_drawn_from_as_many_families_and_many_from_all(compiler: Compiler) -> None:
    few = practice(FAMILIES, 2, 1, compiler)
    assert len(few) == 2 and {pair.family for pair in few} < set(FAMILIES)
    assert [pair.broken.digest for pair in practice(FAMILIES, 2, 1, compiler)] == [pair.broken.digest for pair in few]
    assert {pair.family for pair in practice(FAMILIES, 24, 1, compiler)} == set(FAMILIES)
    assert {pair.family for seed in range(8) for pair in practice(FAMILIES, 1, seed, compiler)} == set(FAMILIES)
