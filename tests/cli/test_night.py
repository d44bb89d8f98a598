"""`night` refuses at once what cannot become a night: a model takes its time to load."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.cli import night
from sleepy_coder.registry.lock import hold

Call = Callable[..., Any]  # the fixture `call`: status, out, err


@pytest.fixture(autouse=True)
def nothing_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(settings: object) -> None:
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(night, "open_local", loaded)


def test_a_second_night_is_refused_before_the_model_is_loaded(call: Call, home: Path) -> None:
    with hold(home / "night.lock", "another night"):
        said = call("night")
    assert said.status == 3 and said.err.startswith("sleepy-coder: another night is at work (process ")


def test_a_home_that_cannot_be_used_is_told_of_before_the_model_is_loaded(call: Call, home: Path) -> None:
    home.write_text("")
    said = call("night")
    assert said.status == 3 and "home is a file where a folder is needed" in said.err


def test_a_free_home_gets_as_far_as_the_model(call: Call) -> None:
    with pytest.raises(AssertionError, match="the model was loaded"):
        call("night")
