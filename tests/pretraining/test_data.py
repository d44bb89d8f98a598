"""Shards are whole or absent, and edit tasks are answered by what they ask for."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sleepy_coder.lm.answer import parse_answer
from sleepy_coder.lm.prompt import INSTRUCTIONS, excerpt
from sleepy_coder.pretraining.data import Row, edit_rows, read_shard, write_shard
from sleepy_coder.pretraining.edits import edit_tasks
from sleepy_coder.rust.source import SourceTree

ROWS = [Row(f"prompt {n}\u2028\r\n", f"{n}<|above|>é", "skill", f"E0308|{n}") for n in range(5)]


def test_a_shard_comes_back_as_written_and_no_longer_than_asked(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "shard.jsonl"
    write_shard(path, iter(ROWS), 3)
    assert read_shard(path) == ROWS[:3]


def test_a_shard_that_broke_off_is_not_there_and_is_made_again(tmp_path: Path) -> None:
    def broken() -> Iterator[Row]:
        yield ROWS[0]
        raise KeyboardInterrupt

    path = tmp_path / "shard.jsonl"
    with pytest.raises(KeyboardInterrupt):
        write_shard(path, broken(), 3)
    assert not path.exists()
    write_shard(path, iter(ROWS), 5)
    assert read_shard(path) == ROWS and [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_shard_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "shard.jsonl"
    write_shard(path, iter(ROWS), 2)
    write_shard(path, iter(ROWS), 5)
    assert len(read_shard(path)) == 2


def test_a_row_becomes_the_example_that_the_night_would_make() -> None:
    example = ROWS[0].example
    assert example.chat == [
        {"role": "system", "content": INSTRUCTIONS},
        {"role": "user", "content": ROWS[0].prompt},
    ]
    assert (example.answer, example.skill) == (ROWS[0].answer, "skill")


def test_edit_rows_depend_on_their_seed_alone() -> None:
    first, again, other = (list(islice(edit_rows(seed), 5)) for seed in (1, 1, 2))
    assert first == again != other
    assert all(row.prompt.startswith("edit ") and row.answer for row in first)


def test_an_edit_task_says_in_words_what_its_answer_does(error: Callable[..., Any]) -> None:
    source = "fn main() {\n    let total = price(count);\n}\n"
    green = SourceTree({"main.rs": source})
    shown, kinds = excerpt(error(green, [2])), set()
    for example in islice(edit_tasks(iter([green] * 200), Random(1)), 60):
        wording = dict(example.messages)["user"].split("\n", 1)[0]
        said = re.fullmatch("edit (insert|replace|remove) `(.*?)`(?: (after|before|by) `(.*?)`)?", wording)
        assert said is not None, wording
        verb, first, kind, second = said.groups()
        kinds.add((verb, kind))
        old, new = {
            "after": (second, f"{second}{first}"),
            "before": (second, f"{first}{second}"),
            "by": (first, second),
            None: (first, ""),
        }[kind]
        ways = {source[: m.start()] + new + source[m.end() :] for m in re.finditer(re.escape(old), source)}
        assert green.apply(parse_answer(example.answer, shown)).files["main.rs"] in ways
    assert kinds == {("insert", "after"), ("insert", "before"), ("replace", "by"), ("remove", None)}
