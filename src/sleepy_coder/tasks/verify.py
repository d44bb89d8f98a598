"""What a repair is worth: the policy first, then the compiler, then the oracle.

Nothing that the policy refuses is ever compiled. A candidate is ADVANCED when its diagnostic is gone and no other is
new, except those that the mended one had hidden (`hiding.py`); it is FIXED when no error is left and the oracle agrees.
Where no oracle runs anything, one that speaks against itself (`losses/doubts.py`) is BROKEN.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.source import Edit, SourceTree, edits_between
from sleepy_coder.tasks.hiding import revealed, waited
from sleepy_coder.tasks.losses.doubts import doubts
from sleepy_coder.tasks.pairing import paired
from sleepy_coder.tasks.projects import Project, TaskProject
from sleepy_coder.tasks.task import Task
from sleepy_coder.tasks.violations import violations


class Verdict(StrEnum):
    """How a candidate ends."""

    FIXED = "FIXED"
    ADVANCED = "ADVANCED"
    BROKEN = "BROKEN"
    BEHAVIOUR_CHANGED = "BEHAVIOUR_CHANGED"
    CHEATED = "CHEATED"
    UNPARSEABLE = "UNPARSEABLE"
    TIMED_OUT = "TIMED_OUT"


@dataclass(frozen=True, slots=True)
class Verification:
    """A verdict with its evidence in words; `after` is the tree it is about, `remaining` the errors left in it.

    `fresh` are the errors that were not to be seen before, but those of programs that waited for their library: an
    ADVANCED candidate with none of them is surely a step forward; one with some, which the mended one may have hidden,
    may have traded one error for another.
    """

    verdict: Verdict
    evidence: str
    remaining: tuple[Diagnostic, ...] = ()
    after: SourceTree | None = None
    fresh: tuple[Diagnostic, ...] = ()


class Situation(NamedTuple):
    """Where a candidate starts: a tree, all its errors, and those of them that the candidate is to mend."""

    tree: SourceTree
    errors: tuple[Diagnostic, ...]
    targets: tuple[Diagnostic, ...]


class Judge:
    """Verifies candidates for one project, several at once, and never compiles or runs the same tree twice."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._checks: dict[str, CheckResult] = {}
        self._oracles: dict[str, tuple[Verdict, str]] = {}
        self.compiles = 0

    def remember(self, tree: SourceTree, check: CheckResult) -> None:
        """What rustc has said of a tree already need not be asked again."""
        self._checks[tree.digest] = check

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        """What the compiler says of each tree."""
        new = {tree.digest: tree for tree in trees if tree.digest not in self._checks}
        if new:
            self.compiles += len(new)
            self._checks.update(zip(new, self._project.check_many(list(new.values())), strict=True))
        return [self._checks[tree.digest] for tree in trees]

    def verify(self, situation: Situation, proposals: Sequence[Sequence[Edit] | None]) -> list[Verification]:
        """One verification for each list of edits; None stands for an answer that could not be read."""
        applied = [self.admit(situation, edits) for edits in proposals]
        trees = [tree for tree in applied if isinstance(tree, SourceTree)]
        checks = iter(self.check_many(trees))
        return [
            self._judge(situation, tree, next(checks)) if isinstance(tree, SourceTree) else tree for tree in applied
        ]

    def oracle(self, tree: SourceTree) -> tuple[Verdict, str]:
        """FIXED, BEHAVIOUR_CHANGED or TIMED_OUT, with the evidence, for a tree without errors."""
        if tree.digest not in self._oracles:
            answer = self._project.consult(tree)
            verdict = Verdict.TIMED_OUT if answer.timed_out else Verdict.BEHAVIOUR_CHANGED
            self._oracles[tree.digest] = (Verdict.FIXED if answer.passed else verdict, answer.evidence)
        return self._oracles[tree.digest]

    def admit(self, situation: Situation, edits: Sequence[Edit] | None) -> SourceTree | Verification:
        """The tree that edits lead to, or why it is not worth a compile."""
        if not edits:
            return Verification(Verdict.UNPARSEABLE, "no edit could be read from the answer")
        try:
            after = situation.tree.apply(edits)
        except EditRejected as problem:
            return Verification(Verdict.UNPARSEABLE, str(problem))
        if after.digest == situation.tree.digest:
            return Verification(Verdict.BROKEN, "the edits change nothing", situation.errors, after)
        broken_rules = violations(situation.tree, after, situation.targets, edits)
        if broken_rules:
            return Verification(Verdict.CHEATED, "; ".join(map(str, broken_rules)), after=after)
        return after

    def _judge(self, situation: Situation, after: SourceTree, check: CheckResult) -> Verification:
        if check.timed_out:
            return Verification(Verdict.TIMED_OUT, "the compiler ran out of time", after=after)
        if not self._project.tested:
            found = doubts(self._project.tree, situation.tree, after, situation.targets, check.diagnostics)
            if (doubt := next(found, None)) is not None:
                return Verification(Verdict.BROKEN, doubt, check.errors, after)
        if check.errors:
            return compare(situation, after, check.errors)
        verdict, evidence = self.oracle(after)
        return Verification(verdict, evidence, (), after)


def compare(situation: Situation, after: SourceTree, errors: tuple[Diagnostic, ...]) -> Verification:
    """ADVANCED or BROKEN: how a tree that still has errors stands to the one before it."""
    kept, gone, fresh = paired(*situation, after, errors)
    if kept:
        return Verification(Verdict.BROKEN, f"still there: {_named(kept[0])}", errors, after)
    unexcused = [error for error in fresh if not revealed(error, gone, situation.tree, after, errors)]
    if unexcused:
        return Verification(Verdict.BROKEN, f"new: {_named(unexcused[0])}", errors, after, tuple(fresh))
    left = "1 error remains" if len(errors) == 1 else f"{len(errors)} errors remain"
    unsure = tuple(error for error in fresh if not waited(error, gone, situation.tree, after, errors))
    return Verification(Verdict.ADVANCED, left, errors, after, unsure)


def verify(
    task: Task, before: SourceTree, candidate: SourceTree, diagnostic: Diagnostic | None, compiler: Compiler
) -> Verification:
    """Judge one candidate for a task. `diagnostic` is the error it is for; None means all errors of `before`."""
    judge = Judge(TaskProject(task, compiler))
    errors = judge.check_many([before])[0].errors
    return verify_tree(judge, Situation(before, errors, errors if diagnostic is None else (diagnostic,)), candidate)


def verify_tree(judge: Judge, situation: Situation, candidate: SourceTree) -> Verification:
    """Judge a candidate that is given as a whole tree."""
    try:
        edits = edits_between(situation.tree, candidate)
    except EditRejected as problem:
        return Verification(Verdict.UNPARSEABLE, str(problem))
    return judge.verify(situation, [edits])[0]


def _named(error: Diagnostic) -> str:
    return f"{error.code}: {error.message}" if error.code else error.message
