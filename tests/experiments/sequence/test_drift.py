"""How far an arm has moved where nothing new was to be learned."""

from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.evaluation.cache import Cache
from sleepy_coder.evaluation.questions import Question, pose
from sleepy_coder.experiments.sequence.drift import drift
from sleepy_coder.experiments.sequence.learners.learner import Serving
from sleepy_coder.experiments.sequence.learners.share import library_zero
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.tasks.task import Oracle, Task

BROKEN = {
    "short": 'fn main() {\n    let n: i32 = "x";\n    println!("{n}");\n}\n',
    "long": 'fn main() {\n    let values = vec![1, 2, 3];\n    values.push(4);\n    println!("{values:?}");\n}\n',
}
LIBRARY = library_zero()
SKILL = min(LIBRARY.skills)


@pytest.fixture(scope="module")
def model() -> LocalModel:
    return load()


@pytest.fixture
def questions(tmp_path: Path) -> tuple[Question, ...]:
    tasks = [
        Task(id=name, files={"main.rs": text}, oracle=Oracle(kind="run", stdout="")) for name, text in BROKEN.items()
    ]
    with Cache(tmp_path / "verdicts.db") as cache:
        return pose(tasks, Compiler(find_toolchain(), best_sandbox(required=False)), cache)


def test_who_abstains_has_not_moved_and_each_token_of_who_is_served_counts_once(
    model: LocalModel, questions: tuple[Question, ...]
) -> None:
    def moved(*served: str) -> float:
        codes = {question.target.code: question.task.id for question in questions if question.target}
        return drift(
            model, Serving(LIBRARY, lambda owner, error: SKILL if codes[error.code] in served else None), questions
        )

    assert moved() == 0.0
    assert moved("short") > 1e-4 and moved("long") > 1e-4
    assert moved("short") + moved("long") == pytest.approx(moved("short", "long"), rel=1e-3)


def test_a_skill_that_learned_nothing_has_not_moved(model: LocalModel, questions: tuple[Question, ...]) -> None:
    skill = LIBRARY.skill(SKILL)
    nothing = replace(skill, cores={matrix: core * 0 for matrix, core in skill.cores.items()})
    library = SkillLibrary(LIBRARY.bases, {"still": nothing}, LIBRARY.merges, LIBRARY.rotations)
    assert drift(model, Serving(library, lambda owner, error: "still"), questions) == pytest.approx(0.0, abs=1e-6)
