"""The compiler's word on what was stored, asked again before it is learned from.

rustc alone answers for programs without dependencies; a crate that needs others is checked by cargo in the owner's
folder's private copy, if the folder is still there. What neither can check is not learned from.
"""

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from sleepy_coder.errors import SleepyCoderError
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.crates.cargo import open_crate
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.projects import CrateProject, Project, TaskProject
from sleepy_coder.tasks.task import Oracle, Task
from sleepy_coder.tasks.verify import Judge, Situation, Verdict, verify_tree

ACCEPTED = (Verdict.FIXED, Verdict.ADVANCED)


class Rechecker:
    """Opens each crate at most once; use it in a `with` block. `cache` is where private copies are kept warm."""

    def __init__(self, compiler: Compiler, cache: Path) -> None:
        self._compiler, self._cache = compiler, cache
        self._opened: dict[str, Project | None] = {}
        self._cleanup = ExitStack()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cleanup.close()

    def judge(self, repository: str, tree: SourceTree, key: str) -> tuple[Judge, tuple[Diagnostic, ...]] | None:
        """Who can judge repairs of this tree, and all its errors; None where the error `key` does not show any more."""
        for project in (_alone(tree, self._compiler), self._crate(repository)):
            if project is None:
                continue
            judge = Judge(project)
            check = judge.check_many([tree])[0]
            if not check.timed_out and any(signature(error).key == key for error in check.errors):
                return judge, check.errors
        return None

    def again(self, repository: str, before: SourceTree, error: Diagnostic, after: SourceTree) -> Diagnostic | None:
        """The error as the compiler reports it now, if `after` is still accepted as its repair."""
        key = signature(error).key
        found = self.judge(repository, before, key)
        if found is None:
            return None
        judge, errors = found
        target = next((one for one in errors if one == error), None)
        target = target or next(one for one in errors if signature(one).key == key)
        verdict = verify_tree(judge, Situation(before, errors, (target,)), after).verdict
        return target if verdict in ACCEPTED else None

    def _crate(self, repository: str) -> Project | None:
        kind, _, place = repository.partition(":")
        if kind != "crate" or not (Path(place) / "Cargo.toml").is_file():
            return None
        if repository not in self._opened:
            try:
                crate = open_crate(Path(place), self._compiler.toolchain, self._compiler.sandbox, cache=self._cache)
                self._opened[repository] = CrateProject(self._cleanup.enter_context(crate), tests=False)
            except SleepyCoderError:  # a crate that cannot be opened now teaches nothing now
                self._opened[repository] = None
        return self._opened[repository]


def _alone(tree: SourceTree, compiler: Compiler) -> Project | None:
    return TaskProject(Task.of(tree, "again", Oracle("compile")), compiler) if tree.has_root else None
