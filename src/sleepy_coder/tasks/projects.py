"""What can be worked on, behind one small protocol: a task or file that rustc checks, a crate that cargo checks."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sleepy_coder.rust.compiler import CheckResult, Compiler, RunResult
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.task import Oracle, Task

if TYPE_CHECKING:
    from sleepy_coder.rust.crates.cargo import Crate


_RUNNING = re.compile(r"^running (\d+) tests?$", re.MULTILINE)
_STARTED = re.compile(r"^ +Running (?:unittests )?\S.*\.rs \(.+\)$", re.MULTILINE)
"""What cargo says of each program of tests; one with a harness of its own may not say how many there are."""


class OracleAnswer(NamedTuple):
    """Whether a program that compiles also does what it should."""

    passed: bool
    evidence: str
    timed_out: bool = False


class Project(Protocol):
    """Something broken: its files, and who judges them."""

    @property
    def tree(self) -> SourceTree:
        """The files as they are now."""
        ...

    @property
    def tested(self) -> bool:
        """Whether `consult` runs something: a program or its tests."""
        ...

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        """What the compiler says of each tree."""
        ...

    def consult(self, tree: SourceTree) -> OracleAnswer:
        """What the oracle says of a tree without errors."""
        ...


class TaskProject:
    """One task, judged by rustc and the task's own oracle."""

    def __init__(self, task: Task, compiler: Compiler) -> None:
        self.tree = task.tree
        self._oracle = task.oracle
        self._compiler = compiler
        self._runs: dict[str, RunResult] = {}

    @property
    def tested(self) -> bool:
        """Whether the oracle runs something."""
        return self._oracle.kind != "compile"

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        """What rustc says; where tests decide, also what it says of the code under `#[cfg(test)]`."""
        results = self._compiler.check_many(trees)
        if self._oracle.kind != "test":
            return results
        return [self._with_tests(tree, result) for tree, result in zip(trees, results, strict=True)]

    def _with_tests(self, tree: SourceTree, result: CheckResult) -> CheckResult:
        if result.timed_out or result.errors:
            return result
        tested = self._test(tree)
        return result if tested.compiled else CheckResult(tested.diagnostics, tested.seconds, tested.timed_out)

    def _test(self, tree: SourceTree) -> RunResult:
        if tree.digest not in self._runs:
            self._runs[tree.digest] = self._compiler.test(tree)
        return self._runs[tree.digest]

    def consult(self, tree: SourceTree) -> OracleAnswer:
        """Compile alone, or run, or run the tests."""
        if self._oracle.kind == "compile":
            return OracleAnswer(True, "it compiles")
        if self._oracle.kind == "test":
            return tests_answer(self._test(tree))
        return _run_answer(self._compiler.run(tree), self._oracle)


class CrateProject:
    """An open crate, judged by cargo check and, where asked, by its own tests."""

    def __init__(self, crate: "Crate", *, tests: bool) -> None:
        self.tree = crate.tree
        self.tested = tests
        self._crate = crate

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        """What the compiler says of each tree."""
        return self._crate.check_many(trees)

    def consult(self, tree: SourceTree) -> OracleAnswer:
        """Compiling is all, in cargo's own words, unless the tests are asked too."""
        if not self.tested:
            result = self._crate.check_by_cargo(tree)
            evidence = "it compiles" if result.green else "cargo does not agree"
            return OracleAnswer(result.green, evidence, result.timed_out)
        return tests_answer(self._crate.test(tree))


def tests_answer(result: RunResult) -> OracleAnswer:
    """Whether a test run passed."""
    if result.timed_out:
        return OracleAnswer(False, "the tests ran out of time", timed_out=True)
    if not result.compiled:
        return OracleAnswer(False, "the tests do not compile")
    if result.status != 0:
        failed = [line for line in result.stdout.splitlines() if line.endswith("FAILED") and line.startswith("test ")]
        return OracleAnswer(False, "; ".join(failed[:3]) or f"the tests ended with status {result.status}")
    counts = _RUNNING.findall(result.stdout)
    if not any(map(int, counts)) and len(_STARTED.findall(result.stderr)) <= len(counts):
        return OracleAnswer(True, "it compiles; there are no tests that could be run")
    return OracleAnswer(True, "the tests pass")


def _run_answer(result: RunResult, oracle: Oracle) -> OracleAnswer:
    if result.timed_out:
        return OracleAnswer(False, "the program ran out of time", timed_out=True)
    if not result.compiled:
        return OracleAnswer(False, "the program does not link")
    if result.status != oracle.status:
        return OracleAnswer(False, f"exit status {result.status} instead of {oracle.status}")
    if oracle.stdout is not None and result.stdout != oracle.stdout:
        return OracleAnswer(False, f"printed {_cut(result.stdout)} instead of {_cut(oracle.stdout)}")
    return OracleAnswer(True, "the program runs as it should")


def _cut(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
