"""The teacher of the experiment learns what its pupil fails at, and is a model folder that the setting may name."""

from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.experiments.formats import QUICK_SHAPE
from sleepy_coder.experiments.night.origins import Bench
from sleepy_coder.experiments.night.run import FULL, QUICK, _Measure
from sleepy_coder.experiments.night.teacher import SIZE, OwnTeacher
from sleepy_coder.lm.local import load
from sleepy_coder.pretraining.config import load_config
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import Settings

FAMILY = "E0384-mut-removed"


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=False))


def test_it_is_trained_on_the_failing_families_and_tells_what_it_knows(
    tmp_path: Path, compiler: Compiler, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLEEPY_CODER_HOME", str(tmp_path))
    bench = Bench([FAMILY], 1, 1, 1, Settings(), load(EMBEDDED), tmp_path / "day", compiler)
    bench.__dict__["failing"] = {FAMILY: []}
    shape = replace(load_config(SIZE), steps=2, warmup=1, tokens_per_batch=1024, longest=512, architecture=QUICK_SHAPE)
    told: list[str] = []
    own = OwnTeacher(bench, told.append, shape, pairs=6, items=3)
    assert own.known["total"] == 3 and 0 <= own.known["passed"] <= 3 and FAMILY in told[0]
    assert load(own.trained.folder).identity.digest == own.known["digest"]
    asked = {pair.broken.digest for pair in own._asked}
    assert len(asked) == 3 and {pair.family for pair in own._asked} == {FAMILY}


def test_the_full_form_needs_no_teacher_of_the_owner(tmp_path: Path, compiler: Compiler) -> None:
    def plan(sizes: object, teacher: str) -> dict[str, object]:
        measure = _Measure(sizes, Settings(), teacher, load(EMBEDDED), compiler, tmp_path, print)  # type: ignore[arg-type]
        return {name: part for name, part in measure.plan().items() if name.startswith("origin teacher")}

    (own,) = plan(FULL, "").items()
    assert own[0] == "origin teacher" and own[1] is not None
    assert plan(QUICK, "") == {"origin teacher": None}
    ((name, part),) = plan(FULL, "http://there/v1#large").items()
    assert name == "origin teacher, taught by http://there/v1#large" and part is not None
