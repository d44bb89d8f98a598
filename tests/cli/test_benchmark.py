import importlib
import inspect
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sleepy_coder.benchmarks.table import BENCHMARKS
from sleepy_coder.experiments.table import EXPERIMENTS

Call = Callable[..., Any]  # the fixture `call`: status, out, err


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A benchmark that takes no time."""

    def run(*, quick: bool, tell: Callable[[str], None]) -> Mapping[str, Any]:
        tell("measuring")
        return {"schema": "sleepy-coder/benchmark-nothing/1", "some_seconds": 0.25, "quick": {"is": int(quick)}}

    monkeypatch.setitem(sys.modules, "nothing", SimpleNamespace(run=run))
    monkeypatch.setitem(BENCHMARKS, "nothing", ("nothing", "nothing at all"))


def test_list_tells_what_each_measures(call: Call) -> None:
    said = call("benchmark", "list", "--json")
    assert said.status == 0
    assert json.loads(said.out)["benchmarks"] == {name: what for name, (_, what) in BENCHMARKS.items()}


@pytest.mark.usefixtures("measured")
def test_what_is_written_is_what_is_printed(call: Call, tmp_path: Path) -> None:
    out = tmp_path / "nothing.json"
    said = call("benchmark", "run", "nothing", "--quick", "--out", out, "--json")
    assert said.status == 0
    assert json.loads(said.out) == json.loads(out.read_text())
    assert json.loads(out.read_text())["quick"] == {"is": 1}


@pytest.mark.usefixtures("measured")
def test_words_name_the_figures(call: Call) -> None:
    assert call("benchmark", "run", "nothing").out == "some_seconds  0.25\nquick.is      0\n"


def test_every_benchmark_can_be_run_by_its_name() -> None:
    for module, _ in BENCHMARKS.values():
        assert {"quick", "tell"} <= inspect.signature(importlib.import_module(module).run).parameters.keys()


def test_every_experiment_can_be_run_by_its_name(call: Call) -> None:
    said = call("experiment", "list", "--json")
    assert list(json.loads(said.out)["experiments"]) == list(EXPERIMENTS)
    for module, _ in EXPERIMENTS.values():
        assert {"quick", "tell"} <= inspect.signature(importlib.import_module(module).run).parameters.keys()


@pytest.mark.parametrize("arguments", [("run", "nope"), ("run", "start", "--out", "/no/such/folder/start.json")])
def test_a_wrong_call_measures_nothing(call: Call, arguments: tuple[str, ...]) -> None:
    said = call("benchmark", *arguments)
    assert said.status == 2 and said.out == ""


def test_an_option_that_an_experiment_has_no_use_for_is_refused(call: Call) -> None:
    said = call("experiment", "run", "gate", "--quick", "--minutes", "1")
    assert said.status == 2 and "gate has nothing for --minutes" in said.err
