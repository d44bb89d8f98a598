"""A suite proves itself: what is broken fails as it should, references pass, cheats and wrong repairs score nothing.

Everything goes by stages over all tasks at once, since starting rustc costs more than checking a program: the errors
of the broken programs, the policy on every tree that is made from them, the compiler on what the policy lets pass, a
run of what compiles. What is found wrong in company is looked at once more alone, as `evaluate` would.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import NamedTuple

from sleepy_coder.breaker.batch import Asked, Errors, errors_of
from sleepy_coder.breaker.company import Company
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.operators.table import OPERATORS
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import TaskProject
from sleepy_coder.tasks.proof.mistakes import NEARBY
from sleepy_coder.tasks.proof.outputs import PANICKED, Ending, endings
from sleepy_coder.tasks.proof.trials import WRONG, Kind, Trial, planned_trials, refused
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, verify_tree

_CODES: Mapping[str, frozenset[str | None]] = {family.name: family.codes for family in FAMILIES}


class End(Enum):
    """What the oracle makes of a tree that compiles. STOPPED is wrong too: it ends the whole process, or never ends."""

    RIGHT = auto()
    WRONG = auto()
    STOPPED = auto()


class Fault(NamedTuple):
    """What is wrong with one task. `kind` is None for the broken program itself."""

    task: str
    what: str
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Proof:
    """All that was tried. `told_apart` is, for each task whose oracle refused a wrong repair that compiles, the first
    such repair's name.
    """

    tasks: int
    codes: frozenset[str]
    faults: tuple[Fault, ...]
    tried: Mapping[Kind, int]
    told_apart: Mapping[str, str]

    @property
    def nearby(self) -> int:
        """Of how many of these something is wrong beside the repair, which has no wrong value itself."""
        return sum(name.endswith(NEARBY) for name in self.told_apart.values())

    def passed(self, kind: Kind) -> int:
        """How many trees of a kind passed; of references, how many did as they should."""
        faulty = sum(fault.kind == kind for fault in self.faults)
        return self.tried[kind] - faulty if kind == Kind.REFERENCE else faulty


def prove(
    tasks: Sequence[Task],
    compiler: Compiler,
    *,
    wrong_repairs: Mapping[str, str] | None = None,
    tell: Callable[[str], None] = lambda stage: None,
) -> Proof:
    """Everything that is wrong with these tasks, usually nothing. A task without a reference proves less.

    `wrong_repairs` names, by task, the one wrong repair to try the oracle with; without it all are tried.
    """
    tell("errors of the broken programs")
    errors = reported(tasks, compiler)
    faults = [Fault(task.id, what) for task, found in zip(tasks, errors, strict=True) for what in _broken(task, found)]
    tell("the policy on references, cheats and wrong repairs")
    planned = planned_trials(tasks, errors, wrong_repairs)
    tell("the compiler and a run on what the policy lets pass")
    certain = (Kind.REFERENCE, *(WRONG if wrong_repairs is not None else ()))
    tried = [trial for trial in planned if trial.kind != Kind.MUTANT or wrong_repairs is not None]
    ends = _ends(tried, tasks, compiler, certain)
    shown = _shown(tried, ends, tasks)
    mutants = [trial for trial in planned if trial.kind == Kind.MUTANT and tasks[trial.task].id not in shown]
    if wrong_repairs is None and mutants:
        tell("what is wrong beside the repair, where the repair itself has no wrong value")
        ends |= _ends(mutants, tasks, compiler, ())
        shown |= _shown(mutants, ends, tasks)
        tried += mutants
    suspects = [
        trial
        for trial in tried
        if (ends.get(id(trial)) is End.RIGHT) != (trial.kind == Kind.REFERENCE)
        and not (trial.kind == Kind.MUTANT and tasks[trial.task].id in shown)
    ]
    tell("what looks wrong, once more alone")
    work = partial(_alone, tasks=tasks, errors=errors, compiler=compiler)
    faults += [fault for fault in ThreadExecutor().map(work, suspects) if fault is not None]
    codes = frozenset(error.code or "no code" for found in errors for error in found)
    counts = {kind: sum(trial.kind == kind for trial in tried) for kind in Kind}
    return Proof(len(tasks), codes, tuple(faults), counts, shown)


def _shown(trials: Sequence[Trial], ends: Mapping[int, End], tasks: Sequence[Task]) -> dict[str, str]:
    """By task a wrong repair that was told apart; one that ends by itself before one that has to be stopped."""
    shown: dict[str, str] = {}
    for wanted in (End.WRONG, End.STOPPED):
        for trial in trials:
            if trial.kind in WRONG and ends.get(id(trial)) is wanted:
                shown.setdefault(tasks[trial.task].id, trial.name)
    return shown


def passed(
    tasks: Sequence[Task], errors: Sequence[Errors], proposed: Sequence[tuple[int, SourceTree]], compiler: Compiler
) -> list[bool]:
    """Whether each proposed tree, by its task's number, mends it."""
    trials = [
        Trial(number, Kind.CHEAT, "proposed", tree, refused(tasks[number].tree, tree, errors[number]))
        for number, tree in proposed
    ]
    ends = _ends(trials, tasks, compiler, ())
    return [ends.get(id(trial)) is End.RIGHT for trial in trials]


def expected_codes(family: str | None) -> frozenset[str | None] | None:
    """The codes that a family's errors may have; None if the family's name says nothing about them."""
    if family is None:
        return None
    if family in _CODES:
        return _CODES[family]
    code = re.match(r"E\d{4}", family)
    return frozenset({code[0]}) if code else None


def reported(tasks: Sequence[Task], compiler: Compiler) -> list[Errors]:
    """What rustc says of each broken program, many at a time but for tests and libraries."""
    plain = [index for index, task in enumerate(tasks) if task.oracle.kind != "test" and task.crate_type == "bin"]
    asked = [Asked(tasks[index].tree, _company(tasks[index]), lambda errors: True) for index in plain]
    found = zip(plain, errors_of(asked, compiler), strict=True)
    known: dict[int, Errors] = {index: errors for index, errors in found if errors is not None}
    alone = [index for index in range(len(tasks)) if index not in known]

    def check(index: int) -> Errors:
        return TaskProject(tasks[index], compiler).check_many([tasks[index].tree])[0].errors

    known.update(zip(alone, ThreadExecutor().map(check, alone), strict=True))
    return [known[index] for index in range(len(tasks))]


def _company(task: Task) -> Company:
    """With what a broken program may be compiled; of a family that nobody knows, with whatever comes."""
    operator = OPERATORS.get(task.family or "")
    return Company.BROKEN if operator is None else operator.company


def _broken(task: Task, errors: Errors) -> Iterator[str]:
    expected = expected_codes(task.family)
    if not errors:
        yield "the broken program compiles"
    elif expected is not None and not any(error.code in expected for error in errors):
        yield f"no error is of family {task.family}: {', '.join(error.code or 'no code' for error in errors)}"


def _green(admitted: Sequence[Trial], tasks: Sequence[Task], compiler: Compiler) -> list[Trial]:
    """Those that compile."""
    plain = [trial for trial in admitted if trial.tree.crate_type == "bin" and tasks[trial.task].oracle.kind != "test"]
    asked = [Asked(trial.tree, Company.BROKEN, lambda errors: not errors) for trial in plain]
    found = {id(trial): errors == () for trial, errors in zip(plain, errors_of(asked, compiler), strict=True)}

    def check(trial: Trial) -> bool:
        return TaskProject(tasks[trial.task], compiler).check_many([trial.tree])[0].green

    others = [trial for trial in admitted if id(trial) not in found]
    found.update(zip(map(id, others), ThreadExecutor().map(check, others), strict=True))
    return [trial for trial in admitted if found[id(trial)]]


def _ends(
    trials: Sequence[Trial], tasks: Sequence[Task], compiler: Compiler, certain: Sequence[Kind]
) -> dict[int, End]:
    """How those end that the policy lets pass and that compile, by `id`. Of `certain` kinds it is not checked first
    whether they compile.
    """
    trials = [trial for trial in trials if trial.refused is None]

    def runs(trial: Trial) -> bool:
        return trial.kind in certain and tasks[trial.task].oracle.kind == "run"

    green = _green([trial for trial in trials if not runs(trial)], tasks, compiler)
    ends = {id(trial): End.RIGHT for trial in green if tasks[trial.task].oracle.kind == "compile"}
    run = [trial for trial in trials if runs(trial)]
    run += [trial for trial in green if tasks[trial.task].oracle.kind == "run"]
    for trial, ending in zip(run, endings([trial.tree for trial in run], compiler), strict=True):
        if ending is not None:
            ends[id(trial)] = _end(ending, tasks[trial.task].oracle)

    def consult(trial: Trial) -> bool:
        return TaskProject(tasks[trial.task], compiler).consult(trial.tree).passed

    tests = [trial for trial in green if tasks[trial.task].oracle.kind == "test"]
    for trial, right in zip(tests, ThreadExecutor().map(consult, tests), strict=True):
        ends[id(trial)] = End.RIGHT if right else End.WRONG
    return ends


def _end(ending: Ending, oracle: Oracle) -> End:
    if ending.status == oracle.status and oracle.stdout in (None, ending.stdout):
        return End.RIGHT
    return End.WRONG if ending.status in (0, PANICKED) else End.STOPPED


def _alone(trial: Trial, *, tasks: Sequence[Task], errors: Sequence[Errors], compiler: Compiler) -> Fault | None:
    """The verdict that `evaluate` would give, and what is wrong with it."""
    task, found = tasks[trial.task], errors[trial.task]
    judge = Judge(TaskProject(task, compiler))
    judge.remember(task.tree, CheckResult(found, 0.0, False))
    if trial.kind in WRONG:
        if judge.check_many([trial.tree])[0].green and judge.oracle(trial.tree)[0] == Verdict.FIXED:
            return Fault(task.id, f"the oracle takes the wrong repair {trial.name!r} for a right one", trial.kind)
        return None
    verdict = verify_tree(judge, Situation(task.tree, found, found), trial.tree)
    if trial.kind == Kind.REFERENCE:
        if verdict.verdict == Verdict.FIXED:
            return None
        return Fault(task.id, f"the reference is {verdict.verdict}: {verdict.evidence}", trial.kind)
    if verdict.verdict != Verdict.FIXED:
        return None
    return Fault(task.id, f"the cheat {trial.name!r} passes", trial.kind)
