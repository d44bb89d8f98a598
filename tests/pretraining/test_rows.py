"""Rows of programs, crates and plain text, and the manifest that says what they are."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, cast

import pytest

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.crates import apart_from, text_rows
from sleepy_coder.pretraining.data import TEXT, Row, read_shard, short_rows, write_shard
from sleepy_coder.pretraining.manifest import describe, read_data_manifest, write_data_manifest
from sleepy_coder.pretraining.run import token_rows
from sleepy_coder.pretraining.shards import SKILL_KIND, Wanted, Workshop, make_data, rows_by_size
from sleepy_coder.pretraining.skills import BASE, LIBRARY
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.crates import real_crates
from sleepy_coder.tasks.likeness import HeldOut
from sleepy_coder.tasks.suites import load_suite

CONFIG = PretrainConfig(name="rows", seed=3, pairs=10)


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


def test_short_programs_are_short_and_their_names_mostly_single_letters(compiler: Compiler) -> None:
    rows = list(islice(short_rows(["E0308-if-assign", "parse-semicolon"], 1, compiler), 12))
    names = [word for row in rows for word in row.prompt.split("\n") if " let " in word]
    single = sum(len(line.split(" let ")[1].replace("mut ", "").split()[0].rstrip(":=")) == 1 for line in names)
    assert len(rows) == 12 and single > len(names) / 2


def test_plain_text_keeps_away_from_the_suites_and_is_all_prompt(tokenizer: Any) -> None:
    task = load_suite("frozen").tasks[0]
    suite_text = SourceTree({"main.rs": "\n".join((task.reference or task.files).values())})
    held_out = HeldOut.shipped()
    rows = list(islice(text_rows([suite_text], 1, held_out), 8))
    assert held_out.refused > 0
    lines = {line.strip() for row in rows for line in row.prompt.split("\n") if len(line.strip()) > 20}
    whole = {line.strip() for line in suite_text.files["main.rs"].split("\n") if len(line.strip()) > 20}
    assert len(lines & whole) < len(whole) / 2
    tokens = token_rows(tokenizer, rows)
    assert all(row.answer_start == len(row.ids) > 0 for row in tokens)


def test_a_crates_file_near_a_suite_gives_nothing_and_is_compared_once() -> None:
    task = load_suite("frozen").tasks[0]
    near = "\n".join((task.reference or task.files).values())
    files = {"src/lib.rs": "pub fn apart(n: u8) -> u8 {\n    n\n}\n", "src/near.rs": near}
    green = SourceTree(files, crate_type="lib")

    def broken(file: str) -> Pair:
        tree = SourceTree({**files, file: files[file] + "fn"}, crate_type="lib")
        return Pair("parse-keyword", "", 0, green, tree, Diagnostic(None, "error", "", (), (), ""))

    held_out = HeldOut.shipped()
    pairs = [broken(file) for file in ("src/near.rs", "src/lib.rs", "src/near.rs")]
    assert list(apart_from(held_out, pairs)) == [pairs[1]]
    assert held_out.refused == 1


def test_large_crates_give_what_small_ones_cannot() -> None:
    small, middle, large = real_crates("training")[:3]
    assert rows_by_size({large: 50_000, small: 100, middle: 1000}, 3000) == {small: 50, middle: 500, large: 2450}
    assert rows_by_size({large: 50_000, small: 40_000}, 10) == {small: 5, large: 5}
    assert rows_by_size({}, 0) == {}


def test_text_and_repairs_keep_their_order_as_tokens(tokenizer: Any) -> None:
    rows = [Row("E0308 x", "1<|above|>y", "E0308", "k"), Row("fn main() {}", "", TEXT, ""), Row("a", "b", "edit", "")]
    tokens = token_rows(tokenizer, rows)
    assert [row.answer_start < len(row.ids) for row in tokens] == [True, False, True]
    assert tokenizer.decode(tokens[1].ids) == "fn main() {}"


def test_the_manifest_tells_counts_seeds_digests_and_licences(tmp_path: Path) -> None:
    rows = [Row("a\nhint: x\nb", "1", "E1", "k"), Row("a\nsimilar: y", "1", "E1", "k"), Row("a", "1", "E2", "k")]
    write_shard(tmp_path / "one.jsonl", rows, 3)
    shard = describe(tmp_path / "one.jsonl", "programs", 7, 2)
    assert (shard.rows, shard.hints, shard.similar, shard.families, shard.refused) == (3, 1, 1, {"E1": 2, "E2": 1}, 2)
    crates = real_crates("training")
    written = write_data_manifest(tmp_path, CONFIG, "1.0", [shard], crates)
    assert read_data_manifest(tmp_path) == written and written.rows == 3
    assert {one["name"] for one in written.packages} == {crate.name for crate in crates}
    assert all(one["licence"] and one["version"] for one in written.packages)
    assert not {one["name"] for one in written.packages} & {crate.name for crate in real_crates("evaluation")}


def test_what_a_group_of_skills_refuses_is_counted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def rows(workshop: Workshop, wanted: Wanted, items: HeldOut) -> Iterator[Row]:
        items.refused += 10
        for number in range(30):
            yield Row(f"p{number}", "a", wanted.families[number % len(wanted.families)], "k")

    monkeypatch.setattr(Workshop, "_rows", rows)
    workshop: Any = Workshop(tmp_path, tmp_path, cast(Any, None), with_crates=False)
    wanted = Wanted("skills-0", SKILL_KIND, 1, 5, ("s1", "s2", "s3"))
    assert [shard.refused for shard in workshop.make(wanted)] == [10, 0, 0]
    (tmp_path / "skill-s3.jsonl").unlink()
    assert [shard.refused for shard in workshop.make(wanted)] == [None, None, 10], "nobody knows what was once refused"


@pytest.mark.slow
def test_data_is_made_once_and_told_of_whole(compiler: Compiler, tmp_path: Path) -> None:
    config = replace(CONFIG, pairs=80, skill_pairs=3, longest=1024)
    told: list[str] = []
    make_data(config, tmp_path, tmp_path / "cache", compiler, told.append)
    manifest = read_data_manifest(tmp_path / "data")
    assert manifest is not None and manifest.rows > 80
    taught = {family for shard in manifest.shards for family in shard.families}
    assert taught <= {*BASE, *LIBRARY, "edit", TEXT}
    before = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "data").iterdir() if path.suffix == ".jsonl"}
    make_data(config, tmp_path, tmp_path / "cache", compiler, told.append)
    after = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "data").iterdir() if path.suffix == ".jsonl"}
    assert before == after
    assert sum(len(read_shard(tmp_path / "data" / name)) for name in after) == manifest.rows
