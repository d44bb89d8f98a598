"""The quick form of each experiment on the embedded model gives the keys of the full one."""

import json
from pathlib import Path
from typing import Any

import pytest

from sleepy_coder.experiments import embedded, formats, plasticity, sizes
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain

pytestmark = pytest.mark.slow

PROVENANCE: dict[str, Any] = {"date": "2026", "commit": "abc", "run": "full"}


@pytest.fixture
def compiler(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Compiler:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return Compiler(find_toolchain(), best_sandbox(required=False))


def test_every_format_is_trained_answers_and_is_judged(compiler: Compiler) -> None:
    found = formats.run(compiler, quick=True)
    assert found["formats"].keys() == {"lines", "anchors", "tokens"}
    for one in found["formats"].values():
        assert one["seconds"] > 0 and one["total"] == 8 and 0.9 < one["sayable_fraction"] <= 1
        assert len(one["wrong"]) == one["total"] - one["passed"] and one["curve"][-1]["step"] == found["steps"]


def test_every_size_is_trained_and_learns_something_new_once(compiler: Compiler, tmp_path: Path) -> None:
    out, told = tmp_path / "sizes.json", list[str]()
    found = sizes.run(compiler, quick=True, out=out)
    parameters = [one["parameters"] for one in found["sizes"].values()]
    assert parameters == sorted(parameters) and len(parameters) == 3
    assert all(one["curve"] and one["gains"] for one in found["sizes"].values())
    again = sizes.run(compiler, quick=True, out=out, tell=told.append)
    assert again["sizes"] == found["sizes"] and not any("steps" in words for words in told)


def test_a_skill_is_learned_and_forgotten_again_and_not_measured_twice(compiler: Compiler, tmp_path: Path) -> None:
    out, told = tmp_path / "plasticity.json", list[str]()
    found = plasticity.run(compiler, quick=True, tell=told.append, out=out)
    assert found["skills"].keys() == set(plasticity.QUICK_SKILLS)
    assert all(one["steps"] > 0 for one in found["skills"].values()) and len(told) == len(found["skills"])
    again = plasticity.run(compiler, quick=True, tell=told.append, out=out)
    assert again["skills"] == found["skills"] and len(told) == len(found["skills"])


def test_the_embedded_models_result_has_the_keys_that_are_promised(compiler: Compiler, tmp_path: Path) -> None:
    (tmp_path / "results").mkdir()
    measured = {"formats": {"lines": {"pass_at_1": 0.5, "seconds": 3.0}}, "provenance": PROVENANCE}
    (tmp_path / "results" / "formats.json").write_text(json.dumps(measured))
    found = embedded.run(compiler, quick=True)
    for key in ("machine", "parameters", "disk_bytes", "load_seconds", "formats", "sizes"):
        assert key in found
    assert found["formats"] == measured["formats"] and found["sizes"] is None
    assert min(found["tokens_per_second"][key] for key in ("single", "batch16")) > 0
    assert 0 <= found["known"]["pass_at_1"] <= found["known"]["pass_at_8"] <= 1
    assert found["novel"].keys() >= {"pass_at_1", "gain_points_lora"}
    assert found["crates"].keys() == {"agent", "suggestions", "gain_points"}
    assert found["explain"].keys() >= {"agent", "suggestions", "gain_points"}
