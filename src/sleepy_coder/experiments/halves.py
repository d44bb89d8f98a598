"""A crate whose tests are split by a seed: one half is the oracle, the other judges harm and is never shown."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from sleepy_coder.rust.compiler import CheckResult, RunResult
from sleepy_coder.rust.crates.cargo import Crate
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import OracleAnswer

_TEST = re.compile(r"^test (\S+)(?: - should panic)? \.\.\. (ok|FAILED)$", re.MULTILINE)


class Halves(NamedTuple):
    """What the tests say of a tree: whether it compiles, and the tests of each half that no longer pass."""

    compiled: bool
    oracle: tuple[str, ...]
    hidden: tuple[str, ...]
    timed_out: bool


@dataclass
class SplitCrate:
    """A crate with its tests. `crate` checks what a plain check compiles, `whole` tests and examples as well."""

    crate: Crate
    whole: Crate
    seed: int
    _told: dict[str, Halves] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.green = self.crate.tree
        runs = [_passed(self.whole.test(self.green)) for _ in range(2)]
        self.tests = frozenset(runs[0] & runs[1])  # without those that sometimes fail
        ranked = sorted(self.tests, key=lambda name: hashlib.sha256(f"{self.seed}:{name}".encode()).digest())
        self.oracle = frozenset(ranked[::2])

    def ask(self, tree: SourceTree) -> Halves:
        """What the tests say, run once for each tree."""
        if tree.digest not in self._told:
            result = self.whole.test(tree)
            lost = self.tests - _passed(result)
            halves = (tuple(sorted(lost & self.oracle)), tuple(sorted(lost - self.oracle)))
            self._told[tree.digest] = Halves(result.compiled, *halves, result.timed_out)
        return self._told[tree.digest]

    def turns_red(self, tree: SourceTree) -> bool:
        """Whether the tree compiles and some test fails."""
        told = self.ask(tree)
        return told.compiled and not told.timed_out and bool(told.oracle or told.hidden)


@dataclass(frozen=True)
class HalfTested:
    """A broken tree of a crate as a project: `tested`, the oracle half decides; without, compiling is all."""

    crate: SplitCrate
    tree: SourceTree
    tested: bool

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        """What rustc says, with tests also of the tests' own code."""
        return (self.crate.whole if self.tested else self.crate.crate).check_many(trees)

    def consult(self, tree: SourceTree) -> OracleAnswer:
        """What the oracle half says."""
        if not self.tested:
            return OracleAnswer(True, "it compiles")
        told = self.crate.ask(tree)
        if told.timed_out or not told.compiled:
            return OracleAnswer(False, "the tests do not run to their end", timed_out=told.timed_out)
        return OracleAnswer(not told.oracle, "; ".join(told.oracle[:3]) or "the tests pass")


def _passed(result: RunResult) -> frozenset[str]:
    """Tests that passed wherever their name occurs."""
    said = _TEST.findall(result.stdout) if result.compiled else []
    return frozenset(name for name, how in said if how == "ok") - {name for name, how in said if how != "ok"}
