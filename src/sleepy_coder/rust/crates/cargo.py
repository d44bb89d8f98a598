"""A crate on disk, checked and tested in a private copy. The owner's folder is only ever read.

cargo runs build scripts and procedural macros, so it runs in the sandbox, offline, with a home, a target folder and a
configuration of ours, and cannot even write to the copy. All of it stays warm: a check rewrites the files that
changed, and cargo compiles the package alone.

Not carried over from the owner's folder: version control, build output, `rust-toolchain` and, of `.cargo/config.toml`,
all but where packages come from. Documentation tests and benchmarks are not run.
"""

import contextlib
import shutil
import tempfile
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from urllib.parse import unquote

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.execution import ThreadExecutor, core_count
from sleepy_coder.rust.compiler import CheckResult, RunResult, base_environment, check_result
from sleepy_coder.rust.crates.absences import Absences, first_error
from sleepy_coder.rust.crates.manifest import KINDS
from sleepy_coder.rust.crates.packages import Package, all_targets, find_package, test_targets
from sleepy_coder.rust.crates.places import Places
from sleepy_coder.rust.crates.private_copy import PrivateCopy
from sleepy_coder.rust.crates.replay import Compiled, Replay
from sleepy_coder.rust.diagnostic import parse_cargo, parse_rustc
from sleepy_coder.rust.sandbox import Limits, Sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.supervision import Completed
from sleepy_coder.rust.toolchain import Lints, Toolchain

CRATE_LIMITS = Limits(
    wall_seconds=300.0,
    memory_bytes=8 << 30,
    output_bytes=64 << 20,
    processes=256 + 32 * core_count(),
)
_BUILT = '"reason":"build-finished"'
MOST_ROUNDS = 100  # of leaving something out; a manifest has fewer things that can be


def open_crate(
    path: Path,
    toolchain: Toolchain,
    sandbox: Sandbox,
    *,
    cache: Path | None = None,
    tests: bool = False,
    lints: Lints | None = None,
    limits: Limits = CRATE_LIMITS,
    instead: Mapping[Path, bytes] | None = None,
) -> "Crate":
    """Copy the package at `path`, with what it needs of its workspace, and check it once, which builds its
    dependencies.

    The copy lies below `cache`, to be found warm by the next call, or in a temporary folder. With `tests`, checks
    cover tests and examples too; with `lints`, these count as errors. `instead` says what some files, named by whole
    paths without links, are taken to hold, be they of other packages. Raises UsageError if there is no package, or one
    with a manifest or source that nobody can read; EnvironmentFault if its dependencies cannot be had offline or do not
    build.
    """
    package = find_package(path)
    tree = package.read_tree()
    if instead:
        found = {name: instead.get((package.folder / name).resolve()) for name in tree.files}
        texts = {name: data.decode() for name, data in found.items() if data is not None}
        tree = tree.with_files(texts)
    with contextlib.ExitStack() as cleanup:
        if cache is None:
            cache = Path(cleanup.enter_context(tempfile.TemporaryDirectory(prefix="sleepy-coder-")))
        copy = PrivateCopy(package, cache, instead or {})
        cleanup.callback(copy.close)
        copy.fill()
        crate = Crate(package, tree, copy, toolchain, sandbox, limits, tests, lints, cleanup.pop_all())
    try:
        crate.resolve()
    except BaseException:
        crate.close()
        raise
    return crate


class Crate:
    """An open crate; close it, or use it in a `with` block. Calls from several threads take turns.

    `tree` is the owner's sources as they were at opening, `notes` says in words what the copy lacks.
    """

    def __init__(
        self,
        package: Package,
        tree: SourceTree,
        copy: PrivateCopy,
        toolchain: Toolchain,
        sandbox: Sandbox,
        limits: Limits,
        tests: bool,
        lints: Lints | None,
        cleanup: contextlib.ExitStack,
    ) -> None:
        self.package = package
        self.tree = tree
        self._copy = copy
        self._toolchain = toolchain
        self._sandbox = sandbox
        self._limits = limits
        self._tests = tests
        self._lints = lints
        self._cleanup = cleanup
        self._places = Places(copy, tree.files.keys())
        self._replay = Replay(copy, toolchain, sandbox, limits, lints)
        self._turn = threading.Lock()
        self._absences = Absences(copy, toolchain.rustc)
        self._opening: CheckResult | None = None

    @property
    def notes(self) -> tuple[str, ...]:
        """What the copy lacks, in words for the user."""
        return (*self._copy.notes, *self._absences.notes)

    @property
    def targets(self) -> tuple[str, ...]:
        """cargo's flags for what a check covers; none where that is what cargo covers anyway."""
        return all_targets(self.package, self.tree, self._absences.dropped) if self._tests else ()

    def __enter__(self) -> "Crate":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the copy back; without a cache it is deleted."""
        self._cleanup.close()

    def check(self, tree: SourceTree) -> CheckResult:
        """The errors of the package with the sources of `tree`; those of other packages come without places."""
        return self.check_many([tree])[0]

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        """`check` of each tree, several at a time, by the calls of rustc that cargo would make."""
        at_once = max(1, core_count() // max(1, len(trees)))
        results = ThreadExecutor().map(lambda tree: self._replayed(tree, at_once), trees)
        return [result or self.check_by_cargo(tree) for tree, result in zip(trees, list(results), strict=True)]

    def check_by_cargo(self, tree: SourceTree) -> CheckResult:
        """The same from cargo itself, which has the last word."""
        with self._turn:
            self._copy.put(tree)
            completed = self._cargo_check()
            self._replay.learn(completed, tree)
            return self._result(completed)

    def _replayed(self, tree: SourceTree, at_once: int) -> CheckResult | None:
        if self._opening is not None and tree.digest == self.tree.digest:
            return self._opening
        ended = self._replay.check(tree, at_once)
        return None if ended is None else self._replayed_result(ended)

    def test(self, tree: SourceTree) -> RunResult:
        """Build and run the unit and integration tests, all but those that need a dropped dependency."""
        with self._turn:
            self._copy.put(tree)
            targets = test_targets(self.package, self.tree, self._absences.dropped)
            if not targets:
                return RunResult(True, (), 0, "", False, 0.0, "no test can be built without the dropped dependencies")
            completed = self._cargo("test", "--no-fail-fast", *targets)
            lines = self._places.text(completed.stdout).splitlines(keepends=True)
            compiled = any(_BUILT in line and '"success":true' in line for line in lines)
            stdout = "".join(line for line in lines if not line.startswith('{"reason":'))
            stderr = self._places.text(completed.stderr)
            ending = (completed.status, stdout, completed.timed_out, completed.seconds, stderr)
            if compiled:
                return RunResult(True, (), *ending)
            return RunResult(False, self._result(completed).diagnostics, *ending)

    def reads(self, name: str) -> bool:
        """Whether what was compiled so far read a file of the package, for all that is known; call it when all is
        green.
        """
        return self._replay.reads(name)

    def lay_out(self, folder: Path, tree: SourceTree) -> Path:
        """Put the copy with the sources of `tree` into an empty folder, for others to work on; where the package lies
        there.
        """
        shutil.copytree(self._copy.top, folder, symlinks=True, dirs_exist_ok=True)
        package = folder / self._copy.folder.relative_to(self._copy.top)
        tree.write(package)
        return package

    def resolve(self) -> None:
        """Check the owner's sources, leaving out what cannot be had offline until cargo gets to the compiling.

        Raises EnvironmentFault when nothing more can be left out, or when the package's surroundings do not build.
        """
        self._copy.put(self.tree)
        self._copy.touch()  # cargo shows the calls that it makes, not those that it was spared
        for _ in range(MOST_ROUNDS):
            if any(self.package.manifest.get(table) for table in (*KINDS, "target")):
                self._cargo("fetch")  # whether it worked, the check will tell
            completed = self._cargo_check()
            if _BUILT.encode() in completed.stdout or completed.timed_out or completed.truncated:
                break
            if not self._absences.relax(self._places.text(completed.stderr)):
                raise self._absences.unresolved(self._places.owners(completed.stderr))
        result = self._result(completed)
        if completed.timed_out:
            raise EnvironmentFault(
                f"{self.package.name} and its dependencies took longer than {self._limits.wall_seconds:.0f} s: "
                "raise the setting `crate_wall_seconds`"
            )
        if any(error.code is None and not error.spans and error.elsewhere is None for error in result.errors):
            reason = first_error(self._places.owners(completed.stderr))
            raise EnvironmentFault(f"what {self.package.name} needs does not build here: {reason}")
        self._replay.learn(completed, self.tree)
        self._opening = result

    def _keep_going(self) -> list[str]:
        """Without it, what is told of one target depends on when another fails; cargo has it since 1.74."""
        return ["--keep-going"] if self._toolchain.minor >= 74 else []

    def _cargo_check(self) -> Completed:
        return self._cargo("check", "-vv", *self._keep_going(), *self.targets)

    def _cargo(self, command: str, *flags: str) -> Completed:
        copy = self._copy
        env = base_environment(self._toolchain, copy.home) | {
            "CARGO_HOME": str(copy.cargo_home),
            "CARGO_TARGET_DIR": str(copy.target),
            "CARGO_TERM_COLOR": "never",
            "CARGO_PROFILE_DEV_DEBUG": "false",
            "CARGO_PROFILE_TEST_DEBUG": "false",
            "RUSTC": str(self._toolchain.rustc),
        }
        if self._lints is not None and command == "check":
            env |= self._lints.environment | {"RUSTC_WORKSPACE_WRAPPER": str(self._lints.driver)}
        locked = ["--locked"] if self._absences.locked else []
        # unpacking sets modes and times of files, and runs nothing of a stranger's
        unpacking = command == "fetch"
        shape = [] if unpacking else ["--message-format=json"]
        completed = self._sandbox.run(
            [str(self._toolchain.cargo), command, "--offline", *locked, *shape, *flags],
            cwd=copy.folder,
            env=env,
            limits=replace(self._limits, change_modes=unpacking),
            writable=copy.writable,
            readable=[*self._toolchain.readable, *copy.readable],
        )
        if completed.overfilled:
            copy.empty_target()
            raise EnvironmentFault(
                f"{self.package.name} wrote more than {self._limits.disk_bytes >> 20} MiB while it was built and was "
                "stopped; what it wrote is removed: look at its build script"
            )
        return completed

    def _result(self, completed: Completed) -> CheckResult:
        folder = f"path+file://{self._copy.folder}"
        told = parse_cargo(self._places.relative(completed.stdout).decode(errors="replace"))
        found = self._places.distinct((one, unquote(package.partition("#")[0]) == folder) for package, one in told)
        reason = first_error(self._places.text(completed.stderr)).encode()
        return check_result(replace(completed, stderr=reason), found)

    def _replayed_result(self, ended: Sequence[Compiled]) -> CheckResult:
        told = [
            (one, call.unit.own)
            for call in ended
            for one in parse_rustc(self._places.relative(call.completed.stderr).decode(errors="replace"))
        ]
        found = self._places.distinct(told)
        seconds = sum(call.completed.seconds for call in ended)
        timed_out = any(call.completed.timed_out for call in ended)
        worst = next((call.completed for call in ended if call.completed.status != 0), ended[0].completed)
        return check_result(replace(worst, seconds=seconds, timed_out=timed_out), found)
