"""A small day and night with the model in the package: everything is real, there is only less of it."""

import dataclasses
import json
from pathlib import Path

import pytest

from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.experiments.demo import drawn, run
from sleepy_coder.experiments.demo_record import printed, to_json
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.suites import load_suite

SETTINGS = dataclasses.replace(
    Settings(),
    attempts=2,
    min_failures=2,
    dreams_per_skill=24,
    held_out_per_skill=4,
    training_steps=3,
    gate_items_per_skill=3,
    gate_old_items=4,
    gate_canaries=2,
)


@pytest.mark.slow
def test_a_small_day_and_night_leave_everything_that_they_promise(tmp_path: Path) -> None:
    paths = find_paths({"SLEEPY_CODER_HOME": str(tmp_path / "home")})
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    suite = drawn(load_suite("day"), load_suite("canaries"), 2, families=1, per_family=4, known_items=3)
    heard: list[str] = []
    shown = run(2, paths, SETTINGS, compiler, suite, lambda station, fraction, words: heard.append(station))

    assert list(dict.fromkeys(heard))[:2] == ["model", "day"] and heard[-1] == "again"
    assert [item.id for item in shown.items] == [task.id for task in suite.tasks]
    with EpisodeStore(paths.episodes_db) as store:
        assert store.count() == len(suite.tasks), "the day is kept, the second time is not"
    assert shown.night.outcome in ("promote", "keep", "undecided")
    assert Registry(paths.home).current_id() == (
        shown.night.candidate if shown.night.promoted else shown.night.incumbent
    )
    if not shown.night.promoted:
        assert shown.gained == shown.lost == (), "the same library answers the same"
    assert shown.page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert 0 < shown.seconds.night < shown.seconds.total
    assert shown.peak_bytes > 100 << 20
    content = json.loads(json.dumps(to_json(shown, level=0.95, rustc="rustc")))
    assert content["printed"] == printed(shown)
