"""A kill that came too late is tried again, from where the night was before."""

from pathlib import Path
from random import Random

import pytest

from sleepy_coder.experiments.night.crash import TRIES, _Killed, _Rig
from sleepy_coder.paths import Paths, find_paths


@pytest.mark.parametrize(("late", "stage", "left"), [(2, "gate", "killed"), (TRIES, None, "before")])
def test_a_kill_that_came_too_late_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: int, stage: str | None, left: str
) -> None:
    home = find_paths({"SLEEPY_CODER_HOME": str(tmp_path / "home")})
    home.home.mkdir()
    (home.home / "state").write_text("before")
    waits: list[float] = []

    def let(rig: _Rig, home: Paths, stage: str, wait: float) -> _Killed:
        assert (home.home / "state").read_text() == "before"
        waits.append(wait)
        (home.home / "state").write_text("killed" if len(waits) > late else "over")
        return _Killed(stage if len(waits) > late else None, {})

    monkeypatch.setattr(_Rig, "_let", let)
    assert _Rig(tmp_path, 0)._killed_in("gate", home, 0.5, Random(1)).stage == stage
    assert (home.home / "state").read_text() == left
    assert len(set(waits)) == len(waits) == min(late + 1, TRIES) and all(0 <= wait <= 0.5 for wait in waits)
    assert not (tmp_path / "saved").exists()
