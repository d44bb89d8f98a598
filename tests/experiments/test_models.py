"""Families go the whole way, and two processes train as one."""

from itertools import islice
from pathlib import Path

import pytest

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.experiments.families import FAMILIES
from sleepy_coder.experiments.journey import travel
from sleepy_coder.experiments.models import compare_processes
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES)
def test_a_day_a_night_and_every_round_trip_leave_the_logits_as_they_were(family: str, tmp_path: Path) -> None:
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    pairs = list(islice(stream("frozen", ["E0614-deref"], 5, compiler, own_templates=True), 3))
    journey = travel(family, tmp_path, pairs, compiler)
    assert journey.failed == 3, "random weights know nothing"
    assert journey.moved > 0.01, "the night learned nothing, so that the round trips would show nothing"
    assert journey.differences.keys() == {"peft", "merged", "import"}
    assert max(journey.differences.values()) < 1e-5


@pytest.mark.slow
def test_two_processes_train_what_one_trains(tmp_path: Path) -> None:
    found = compare_processes(tmp_path)
    assert found["largest_entry"] > 0.01, "nothing was trained"
    assert found["difference"] < 1e-5
