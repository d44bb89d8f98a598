"""rustc on programs without dependencies: what it says, what they print, whether their tests pass.

A check stops at metadata: no build script, no procedural macro, no code generation, no linker.
"""

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sleepy_coder.errors import EnvironmentFault, SpaceProblem, ToolchainMissing, UsageError
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.rust.diagnostic import KEPT_WARNINGS, Diagnostic, parse_rustc
from sleepy_coder.rust.sandbox import SYSTEM_PATH, Limits, Sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.supervision import Completed
from sleepy_coder.rust.tidying import distinct, tidied
from sleepy_coder.rust.toolchain import Lints, Toolchain

# The rest of what a file may be warned of is nothing that a check tells, and may be more than a run may write.
_FEW_WARNINGS = ("-Aunused", "-Anonstandard_style", "-Adeprecated", *(f"-W{name}" for name in sorted(KEPT_WARNINGS)))
_EMPTY = SourceTree({"main.rs": "fn main() {}\n"})

MEMORY_NEEDED = 256 << 20  # bytes free in the folder that lies in memory, where sources of checks are put


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What the compiler found. For a compiler that died there is a diagnostic that says so, so silence is never taken
    for success.
    """

    diagnostics: tuple[Diagnostic, ...]
    seconds: float
    timed_out: bool
    died: bool = False

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The diagnostics that keep the program from compiling."""
        return tuple(diagnostic for diagnostic in self.diagnostics if diagnostic.is_error)

    @property
    def green(self) -> bool:
        """It compiles."""
        return not self.timed_out and not self.errors


@dataclass(frozen=True, slots=True)
class RunResult:
    """How a program, or its tests, ran. `status` is negative for a signal, None if it never ran or a limit ended it.

    Output that is not UTF-8 is decoded with replacement characters.
    """

    compiled: bool
    diagnostics: tuple[Diagnostic, ...]
    status: int | None
    stdout: str
    timed_out: bool
    seconds: float
    stderr: str = ""


class Compiler:
    """Compiles and runs source trees in private folders that last for one call; safe to use from several threads."""

    def __init__(
        self, toolchain: Toolchain, sandbox: Sandbox, limits: Limits | None = None, lints: Lints | None = None
    ) -> None:
        self.toolchain = toolchain
        self.sandbox = sandbox
        self.limits = limits or Limits()
        self.lints = lints

    def check(self, tree: SourceTree) -> CheckResult:
        """The errors of `tree` and the few warnings that tell what a repair is worth. Raises EnvironmentFault if the
        machine is at fault.
        """
        with tempfile.TemporaryDirectory(prefix="sleepy-coder-", dir=_memory()) as folder:
            return self._compile(tree, Path(folder), "--emit=metadata", "-o", "../check.rmeta")

    def check_many(self, trees: Iterable[SourceTree]) -> list[CheckResult]:
        """`check` of each tree, in order, as many at a time as there are cores."""
        return list(ThreadExecutor().map(self.check, trees))

    def run(self, tree: SourceTree, *, wall_seconds: float | None = None) -> RunResult:
        """Build a debug program and run it, for so long at most. Raises UsageError for a library."""
        if tree.crate_type != "bin":
            raise UsageError("a library cannot be run; give the task a compile or test oracle")
        return self._build_and_run(tree, (), wall_seconds)

    def test(self, tree: SourceTree) -> RunResult:
        """Build the test harness and run all tests; status 0 means that they pass."""
        return self._build_and_run(tree, ("--test",))

    def _build_and_run(self, tree: SourceTree, flags: Sequence[str], wall_seconds: float | None = None) -> RunResult:
        with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name:
            folder = Path(name)
            program = folder / "program"
            built = self._compile(tree, folder, "--emit=link", "-o", "../program", *flags)
            if any(error.message.startswith("linker `") for error in built.errors):
                raise ToolchainMissing("rustc found no C linker; install one, for instance with `apt install gcc`")
            if not built.green:
                return RunResult(False, built.diagnostics, None, "", built.timed_out, built.seconds)
            # a linker that may not change modes leaves the file without its execute bit
            program.chmod(0o700)
            limits = self.limits if wall_seconds is None else replace(self.limits, wall_seconds=wall_seconds)
            ran = self._sandboxed([str(program)], folder, limits)
        stdout, stderr = (self._portable(folder, data) for data in (ran.stdout, ran.stderr))
        seconds = built.seconds + ran.seconds
        return RunResult(True, built.diagnostics, ran.status, stdout, ran.timed_out, seconds, stderr)

    def _compile(self, tree: SourceTree, folder: Path, *flags: str) -> CheckResult:
        source = folder / "src"
        tree.write(source)
        (folder / "tmp").mkdir()
        # programs of clippy are given rustc's name, and then what rustc is given
        command = [
            *([] if self.lints is None else [str(self.lints.driver)]),
            *(str(self.toolchain.rustc), "--sysroot", str(self.toolchain.sysroot), "--edition", tree.edition),
            *("--crate-name", "main" if tree.crate_type == "bin" else "lib", "--crate-type", tree.crate_type),
            *("--error-format=json", *_FEW_WARNINGS, "-Cdebuginfo=0", "-Copt-level=0"),
            *flags,
            _as_file(tree.root, source),
        ]
        # only the compiler and the linker run here, which do not multiply
        completed = self._sandboxed(command, folder, replace(self.limits, processes=None))
        told = parse_rustc(self._portable(folder, completed.stderr))
        diagnostics = tidied(distinct(one for one in told if one.matters))
        result = check_result(completed, diagnostics)
        if tree != _EMPTY and result.died and not completed.truncated:
            self._try_out(result)
        return result

    def _try_out(self, failed: CheckResult) -> None:
        """Raise EnvironmentFault, in the words of the run that failed, if not even an empty program compiles: then it
        is not the program that the compiler dies of."""
        if not self.check(_EMPTY).green:
            raise EnvironmentFault(
                f"rustc does not work here, not even on an empty program ({failed.errors[-1].message}): look at the "
                "toolchain, and at the setting `memory_bytes`"
            )

    def _sandboxed(self, command: Sequence[str], folder: Path, limits: Limits) -> Completed:
        return self.sandbox.run(
            command,
            cwd=folder / "src",
            env=base_environment(self.toolchain, folder) | self._lint_environment(),
            limits=limits,
            writable=[folder],
            readable=self.toolchain.readable,
        )

    def _lint_environment(self) -> dict[str, str]:
        return {} if self.lints is None else {**self.lints.environment, "CARGO_PRIMARY_PACKAGE": "1"}

    def _portable(self, folder: Path, output: bytes) -> str:
        """Output without the temporary folder's name, so that equal programs give equal words."""
        return output.decode(errors="replace").replace(f"{folder}/src/", "").replace(str(folder), "")


def _as_file(name: str, folder: Path) -> str:
    """The word by which rustc takes a file of this folder for a file: it would read its flags from `@name`, and take
    `-name` for one. What it says of a file that lies in the folder is made relative again."""
    return str(folder / name) if name.startswith(("-", "@")) else name


@cache
def _memory() -> str | None:
    """A folder that lies in memory, where files are made in a tenth of the time; None where there is none."""
    folder = Path("/dev/shm")
    usable = folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)
    return str(folder) if usable and shutil.disk_usage(folder).free > MEMORY_NEEDED else None


def base_environment(toolchain: Toolchain, folder: Path) -> dict[str, str]:
    """The whole environment of a contained command; nothing of the caller's. Expects a folder `tmp` in `folder`."""
    path = ":".join([str(toolchain.rustc.parent), SYSTEM_PATH, *(str(parent) for parent in toolchain.linker_folders)])
    return {"PATH": path, "HOME": str(folder), "TMPDIR": str(folder / "tmp"), "LANG": "C.UTF-8", "RUSTC_ICE": "0"}


def _named_nothing(completed: Completed, diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether a compiler run failed without an error that tells why."""
    failed = completed.status != 0 and not completed.timed_out
    return failed and not any(diagnostic.is_error for diagnostic in diagnostics)


def check_result(completed: Completed, diagnostics: tuple[Diagnostic, ...]) -> CheckResult:
    """What a compiler run says, including that it ended badly without saying so. Raises SpaceProblem when the disk is
    full.
    """
    died = _named_nothing(completed, diagnostics)
    if died:
        last = completed.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        if "os error 28" in last or "No space left" in last:
            raise SpaceProblem("the disk is full; free some space and try again")
        ended = "wrote too much" if completed.truncated else f"ended with status {completed.status}"
        message = f"the compiler {ended} and named no error" + (f": {last[:300]}" if last else "")
        diagnostics = (*diagnostics, Diagnostic(None, "error", message, (), (), f"error: {message}\n"))
    return CheckResult(diagnostics, completed.seconds, completed.timed_out, died)
