"""A home of its own for every test, and the command line called in this process."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sleepy_coder.cli.main import main


class Said(NamedTuple):
    """What a command answered."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """State in a temporary folder; no model in the package; time enough for a busy machine."""
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SLEEPY_CODER_EMBEDDED", str(tmp_path / "no-model"))
    monkeypatch.setenv("SLEEPY_CODER_CHECK_WALL_SECONDS", "120")
    return tmp_path / "home"


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Callable[..., Said]:
    def called(*arguments: object) -> Said:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        return Said(status, *capsys.readouterr())

    return called
