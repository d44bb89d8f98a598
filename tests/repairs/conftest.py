"""The real compiler in the real sandbox, and what stage 0 makes of a program, shared by the tests of this folder."""

from collections.abc import Callable

import pytest
from hypothesis import settings

from sleepy_coder.agent.suggestions import search
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import Limits, best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict

# a machine that is busy is slow, not wrong
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def compiler() -> Compiler:
    return Compiler(find_toolchain(), best_sandbox(required=True), Limits(wall_seconds=120))


@pytest.fixture(scope="session")
def mended(compiler: Compiler) -> Callable[[str], list[str]]:
    """The programs without an error that the search comes to from a broken one, by each of its errors alone."""

    def of(text: str) -> list[str]:
        task = Task(id="t", files={"main.rs": text}, oracle=Oracle("compile"))
        judge = Judge(TaskProject(task, compiler))
        errors = judge.check_many([task.tree])[0].errors
        assert errors
        situations = [Situation(task.tree, errors, (error,)) for error in errors]
        trials = [trial for one in situations for trial in search(judge, one, depth=2, checks=24)]
        fixed = [trial.verification.after for trial in trials if trial.verification.verdict == Verdict.FIXED]
        return [tree.files["main.rs"] for tree in fixed if tree is not None]

    return of
