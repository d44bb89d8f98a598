"""What was tuned is found again, unless today's code would try other settings."""

from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.experiments.sequence import tuning
from sleepy_coder.experiments.sequence.arms import ARMS
from sleepy_coder.experiments.sequence.form import FULL
from sleepy_coder.experiments.sequence.learners.learner import Setting
from sleepy_coder.experiments.sequence.tuning import Trial, Tuned, keep, tune


def test_trials_of_another_grid_are_not_taken_for_todays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[object] = []

    def tried(task: object) -> list[Trial]:
        asked.append(task)
        return [Trial(name, Setting(1e-3), 0.5, 1.0) for name in ARMS]

    monkeypatch.setattr(tuning, "_try", tried)
    found = Tuned(tuple(Trial(name, arm.grid[0], 0.5, 1.0) for name, arm in ARMS.items()))
    keep(found, tmp_path)
    assert tune(FULL, tmp_path, ThreadExecutor(1), 1) == found and not asked
    first = next(iter(ARMS.values()))
    monkeypatch.setattr(tuning, "ARMS", {**ARMS, first.name: replace(first, grid=(Setting(0.777),))})
    tune(FULL, tmp_path, ThreadExecutor(1), 1)
    assert asked
    (tmp_path / "tuning.json").write_text("[]")  # as an older version kept it
    asked.clear()
    tune(FULL, tmp_path, ThreadExecutor(1), 1)
    assert asked
