"""Share's experiments beside the sequential one, in their smallest forms."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.embedded.taught import taught
from sleepy_coder.experiments.sequence.course import novel_families
from sleepy_coder.experiments.sweeps import VALUES


def measured(name: str, folder: Path) -> dict[str, Any]:
    out = folder / f"{name}.json"
    command = [sys.executable, "-m", "sleepy_coder.cli.main", "experiment", "run", name, "--quick", "--out", str(out)]
    environment = {**os.environ, "SLEEPY_CODER_HOME": str(folder / "home")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    result: dict[str, Any] = json.loads(out.read_text())
    return result


def test_there_are_a_hundred_skills_that_the_model_was_never_taught() -> None:
    found = novel_families()
    assert len(set(found)) == len(found) >= 100 and not set(found) & {*taught().base, *taught().library}


@pytest.mark.slow
def test_no_skill_of_a_library_is_worse_than_its_ledger_says(tmp_path: Path) -> None:
    result = measured("longevity", tmp_path)
    for one in result["libraries"].values():
        assert one["beyond_their_guarantee"] == [] and one["trained_skills"] == result["skills"] == 3
        assert [night["night"] for night in one["nights"]] == [1, 2, 3]
    assert max(night["columns"]["largest"] for night in result["libraries"]["capped"]["nights"]) <= 48


@pytest.mark.slow
def test_every_knob_is_turned(tmp_path: Path) -> None:
    result = measured("sweeps", tmp_path)
    assert result["knobs"].keys() == VALUES.keys()
    trained = {knob: points[0]["trained_per_skill"] for knob, points in result["knobs"].items()}
    assert trained["k"] < trained["steps"] and trained["p"] < trained["steps"]
