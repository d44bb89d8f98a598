"""The smallest form of the experiment: all arms, all keys; and once more, from what was kept."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.experiments.sequence.arms import ARMS
from sleepy_coder.experiments.sequence.record import SHORT


def measured(folder: Path, name: str) -> dict[str, Any]:
    out = folder / name
    command = [sys.executable, "-m", "sleepy_coder.cli.main", "experiment", "run", "sequential", "--quick"]
    done = subprocess.run(
        [*command, "--out", str(out)],
        env={**os.environ, "SLEEPY_CODER_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, Any] = json.loads(out.read_text())
    return result


@pytest.mark.slow
def test_the_smallest_form_has_all_arms_and_goes_on_where_it_was(tmp_path: Path) -> None:
    began = time.perf_counter()
    first = measured(tmp_path, "first.json")
    middle = time.perf_counter()
    again = measured(tmp_path, "again.json")  # not the same file, whose seeds would only be read
    assert time.perf_counter() - middle < 0.7 * (middle - began)
    assert first["form"] == "quick" == first["provenance"]["run"]
    assert len(first["arms"]) == len(ARMS) + 5
    for row in first["arms"].values():
        assert {*SHORT.values(), "trained_per_skill"} <= row.keys()
        assert all({"mean", "low", "high"} == row[key].keys() for key in SHORT.values())
    trials = [one["arm"] for one in first["tuning"]["trials"]]
    assert {trials.count(name) for name in ARMS} == {first["tuning"]["trials_per_arm"]}
    assert first["arms"]["share_routed"]["trained_per_skill"] > 0 == first["arms"]["base"]["trained_per_skill"]
    made_anew = ("cost", "provenance", "streams")
    assert {key: first[key] for key in first if key not in made_anew} == {
        key: again[key] for key in again if key not in made_anew
    }
    assert first["cost"]["seconds_per_answer"] == again["cost"]["seconds_per_answer"] > 0
    assert first["streams"]["1"]["arms"] == again["streams"]["1"]["arms"]
