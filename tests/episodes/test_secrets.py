"""No secret gets into the store: a corpus that was written before the scrubber, through rustc and the real day."""

import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.team import Team
from sleepy_coder.day import Day
from sleepy_coder.episodes.episode import Episode, Repair, Reported
from sleepy_coder.episodes.purging import PurgingStore
from sleepy_coder.episodes.scrub import blanked, scrub
from sleepy_coder.episodes.secrets import environment_values, find_secrets
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.experiments.night.planted import BEYOND, KINDS, Planted, planted
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task

EXAMPLES = Path(__file__).parents[2] / "examples"
TEMPLATES = Path(__file__).parents[2] / "src" / "sleepy_coder" / "breaker" / "templates"
RED = "\nfn count(items: &[u8]) -> u64 {\n    items.len()\n}\n\nfn main() {}\n"


def stored_texts(path: Path) -> Iterator[str]:
    """Every value in the file, blobs unpacked."""
    connection = sqlite3.connect(path)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for row in connection.execute(f"SELECT * FROM {table}"):
            for value in row:
                yield zlib.decompress(value).decode() if isinstance(value, bytes) else str(value)
    connection.close()


@pytest.mark.parametrize("kind", KINDS)
def test_no_piece_of_a_planted_secret_survives_in_the_code(kind: str) -> None:
    for item in (item for seed in range(1, 4) for item in planted(5, seed) if item.kind == kind):
        known = frozenset(line.partition("=")[2] for line in item.env.splitlines())
        clean = blanked(item.code, find_secrets(item.code, known))
        assert not [needle for needle in item.needles if needle in clean], item
        assert len(clean) == len(item.code) and clean.count("\n") == item.code.count("\n")


def test_half_of_the_kinds_are_beyond_patterns_for_single_lines() -> None:
    assert len(KINDS) >= 15 and len(BEYOND) >= 5 and set(BEYOND) <= set(KINDS)
    assert len(planted(10, 0)) >= 200


def test_nothing_of_them_gets_into_the_store_by_way_of_the_compiler(tmp_path: Path) -> None:
    compiler = Compiler(find_toolchain(), best_sandbox(required=False), Limits(wall_seconds=120.0))
    team = Team(FixedRouter(), None, "scripted", lambda: ScriptedModel({"": ['1<|above|>// a "ghp_']}))
    items = planted(1, 7)
    with EpisodeStore(tmp_path / "episodes.db") as store:
        for number, item in enumerate(items):
            _work_on(item, tmp_path / str(number), Day(team, Plan(stages=(0, 2), attempts=2), 0, store), compiler)
        assert store.count() == len(items)
        first = store.episodes(store.ids()[:1])[0]
        secret = items[-1].needles[0]
        assert first.attempts and first.attempts[0].before_digest == first.before.digest
        repair = Repair(first.id, 0.0, f"git:{secret}", first.errors[0], first.before, first.before, "FIXED")
        (tmp_path / "0" / ".env").write_text(f"A={secret}\n")
        store.add_repair(repair)
    texts = list(stored_texts(tmp_path / "episodes.db"))
    assert len(texts) > 1000
    leaked = {needle for item in items for needle in item.needles for text in texts if needle in text}
    assert not leaked


def _work_on(item: Planted, folder: Path, day: Day, compiler: Compiler) -> None:
    folder.mkdir()
    if item.env:
        (folder / ".env").write_text(item.env)
    files = {"main.rs": f"mod held;\n{RED}", "held.rs": item.code}
    task = Task(id="t", files=files, oracle=Oracle("compile"))
    day.work_on(TaskProject(task, compiler), origin=f"crate:{folder}", subject="t")


def test_ordinary_code_raises_few_alarms() -> None:
    files = [*EXAMPLES.rglob("*.rs"), *TEMPLATES.rglob("*.rs")]
    texts = [file.read_text() for file in files]
    lines = sum(text.count("\n") for text in texts)
    assert lines > 10_000
    assert 1000 * sum(len(find_secrets(text)) for text in texts) / lines < 0.2


def test_an_episode_without_secrets_is_stored_as_it_is(tmp_path: Path) -> None:
    assert scrub("plain", "crate:.") == "plain"
    assert find_secrets("fn main() { let a_long_snake_case_name_2024 = 1; }") == frozenset()


def test_values_of_env_files_count_where_they_are_more_than_words(tmp_path: Path) -> None:
    (tmp_path / ".env.local").write_text("# TOKEN=abc123\nDEBUG=true\nPORT=8080\nKEY='abc123'\nPHRASE=correct horse\n")
    assert environment_values(tmp_path) == {"abc123", "correct horse"}


def test_a_member_of_a_workspace_shares_the_env_file_of_the_whole(tmp_path: Path) -> None:
    member = tmp_path / "whole" / "crates" / "member"
    (member / "src").mkdir(parents=True)
    for mark in (member / "Cargo.toml", tmp_path / "whole" / "Cargo.toml"):
        mark.write_text("")
    (tmp_path / "whole" / ".env").write_text("PHRASE=calm seas tonight\n")
    (tmp_path / ".env").write_text("OTHER=a stranger to us\n")
    text = "// calm seas tonight, a stranger to us"
    for origin in (f"crate:{member}", f"file:{member / 'src' / 'main.rs'}"):
        assert scrub(text, origin) == "// xxxx xxxx xxxxxxx, a stranger to us"


def test_where_an_episode_comes_from_stays_so_that_it_can_be_purged(tmp_path: Path) -> None:
    place = "/Users/JDoe42/Dev/Rust7/App"
    assert find_secrets(place), "some paths look like the work of chance"
    span = Span("main.rs", 0, 0, 1, 1, 1, 2, True, None, None, None, "f", in_macro=False)
    told = Reported("E0425|x", Diagnostic("E0425", "error", "cannot find value", (span,), (), ""))
    one = Episode(
        id="e", started_at=1.0, seconds=0.1, origin=f"crate:{place}", subject="s", model="m", model_digest="ab" * 32,
        library=None, seed=0, before=SourceTree({"main.rs": "fn main() {}"}), after=None, verdict="BROKEN",
        errors=(told,), remaining=(told,), attempts=(),
    )  # fmt: skip
    assert scrub(one, one.origin) is one, "nothing in it is a secret"
    with EpisodeStore(tmp_path / "episodes.db") as store:
        store.add(one)
    with PurgingStore(tmp_path / "episodes.db") as store:
        assert store.purge(lambda origin: origin == f"crate:{place}").episodes == ("e",)
