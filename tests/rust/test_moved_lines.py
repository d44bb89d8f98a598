"""A line is found again in the tree that a change was made to, however much was changed above it."""

import random

import pytest

from sleepy_coder.rust.moved_lines import original_line
from sleepy_coder.rust.source import SourceTree


def tree(lines: list[str]) -> SourceTree:
    return SourceTree({"a.rs": "".join(f"{line}\n" for line in lines)})


@pytest.mark.parametrize("seed", range(20))
def test_every_line_that_stayed_is_found_where_it_was(seed: int) -> None:
    chance = random.Random(seed)
    old = [f"line {number}" for number in range(chance.choice([3, 40, 1200]))]
    new = [line for line in old if chance.random() > 0.01]
    for _ in range(3):
        new.insert(chance.randrange(len(new) + 1), f"new {chance.random()}")
    for number, line in enumerate(new, start=1):
        found = original_line(tree(old), tree(new), "a.rs", number)
        assert 1 <= found <= len(old) + 1
        if line in old:
            assert found == old.index(line) + 1


def test_a_new_line_is_where_it_was_put_in_and_a_changed_one_where_it_was() -> None:
    old = tree(["a", "b", "c"])
    assert [original_line(old, tree(["a", "x", "b", "c"]), "a.rs", line) for line in (1, 2, 3, 4)] == [1, 2, 2, 3]
    assert [original_line(old, tree(["a", "x", "y", "c"]), "a.rs", line) for line in (1, 2, 3, 4)] == [1, 2, 2, 3]
