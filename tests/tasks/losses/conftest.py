"""A repair of a program of one file, judged."""

from collections.abc import Callable, Sequence

import pytest

from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import Edit
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, Verification


@pytest.fixture
def judged(compiler: Compiler) -> Callable[[str, Sequence[Edit], Oracle], Verification]:
    def judged(source: str, edits: Sequence[Edit], oracle: Oracle) -> Verification:
        """Of edits that are to mend all errors of a program."""
        task = Task(id="t", files={"main.rs": source}, oracle=oracle)
        judge = Judge(TaskProject(task, compiler))
        errors = judge.check_many([task.tree])[0].errors
        return judge.verify(Situation(task.tree, errors, errors), [edits])[0]

    return judged


@pytest.fixture
def replaced(judged: Callable[[str, Sequence[Edit], Oracle], Verification]) -> Callable[[str, str, str], Verdict]:
    def replaced(source: str, old: str, new: str) -> Verdict:
        """Of the first line that holds `old`, with `new` in its place; the program only has to compile."""
        number = next(n for n, line in enumerate(source.splitlines(), 1) if old in line)
        return judged(source, [Edit("main.rs", number, number, old, new)], Oracle("compile")).verdict

    return replaced
