"""How long a user waits before anything happens: `--help`, and a fix by the compiler's own suggestions.

`help_cpu_seconds` is the median user and system time of `sleepy-coder --help` in fresh processes.
`fix_suggestions_seconds` is the median wall time of `sleepy-coder fix CRATE --stages 0` on a one-file crate with one
mistake, less rustc's own time: as often as that very run compiled, the time that a bare rustc takes for the same file
just then. cargo's and the sandbox's time is ours. Every fix meets a program that no cache has seen.

All runs come one after another, the fixes alternating with the bare compiles, after one run each that is not counted.
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.toolchain import Toolchain, find_toolchain

HELP_RUNS, HELP_RUNS_QUICK = 15, 5
FIX_RUNS, FIX_RUNS_QUICK = 9, 3
HELP = "import sys; from sleepy_coder.cli.main import main; sys.exit(main(['--help']))"
MANIFEST = '[package]\nname = "counter"\nversion = "0.1.0"\nedition = "2021"\n'
# one error with one suggestion, so that the compiles come one after another and their times add up
PROGRAM = 'fn main() {{\n    let total = {number};\n    total += 2;\n    println!("{{}}", total);\n}}\n'


class Probed(NamedTuple):
    """One run of the command: wall seconds, CPU seconds of it and all that it started, the heavy modules it imported,
    and how often it compiled."""

    seconds: float
    cpu_seconds: float
    heavy: tuple[str, ...]
    compiles: int


class Fixed(NamedTuple):
    """One fix and the bare compile beside it, in wall seconds."""

    probed: Probed
    rustc_seconds: float

    @property
    def own_seconds(self) -> float:
        """What the fix took besides compiling."""
        return self.probed.seconds - self.probed.compiles * self.rustc_seconds


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The measurement. Raises ToolchainMissing without rustc, EnvironmentFault if a measured command fails."""
    toolchain = find_toolchain()
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as name:
        folder = Path(name)
        help_runs = HELP_RUNS_QUICK if quick else HELP_RUNS
        tell(f"--help, {help_runs} times")
        helped = [help_cpu_seconds(folder) for _ in range(1 + help_runs)][1:]
        help_heavy = probe(folder, ["--help"], expected=0).heavy
        fix_runs = FIX_RUNS_QUICK if quick else FIX_RUNS
        tell(f"fix --stages 0, {fix_runs} times")
        fixed = [fix_once(folder, number, toolchain) for number in range(10, 11 + fix_runs)][1:]
    heavy = sorted({*help_heavy, *(module for one in fixed for module in one.probed.heavy)})
    if heavy:
        raise EnvironmentFault(f"the start imports {', '.join(heavy)}, which it must not: please report this")
    return {
        "schema": "sleepy-coder/benchmark-start/1",
        "help_cpu_seconds": round(statistics.median(helped), 4),
        "fix_suggestions_seconds": round(statistics.median(one.own_seconds for one in fixed), 4),
        "help": _spread(helped),
        "fix": {
            "own": _spread([one.own_seconds for one in fixed]),
            "wall": _spread([one.probed.seconds for one in fixed]),
            "cpu": _spread([one.probed.cpu_seconds for one in fixed]),
            "rustc": _spread([one.rustc_seconds for one in fixed]),
            "compiles": [one.probed.compiles for one in fixed],
        },
        "heavy_modules": heavy,
        "provenance": provenance(full=not quick, rustc=toolchain.version),
    }


def help_cpu_seconds(folder: Path) -> float:
    """User and system time of one `--help` in a process of its own."""
    with subprocess.Popen([sys.executable, "-c", HELP], env=_environment(folder), stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    _expect(process.returncode, 0, ["--help"])
    return usage.ru_utime + usage.ru_stime


def probe(folder: Path, arguments: Sequence[str], *, expected: int) -> Probed:
    """Run `sleepy-coder ARGUMENTS` in a process of its own, with its state in `folder`."""
    report = folder / "probe.json"
    command = [sys.executable, "-m", "sleepy_coder.benchmarks.probe", str(report), *arguments]
    began, spent = time.perf_counter(), _children_cpu_seconds()
    done = subprocess.run(command, env=_environment(folder), capture_output=True, text=True, check=False)
    seconds, cpu_seconds = time.perf_counter() - began, _children_cpu_seconds() - spent
    _expect(done.returncode, expected, arguments, done.stderr)
    found = json.loads(report.read_text())
    return Probed(seconds, cpu_seconds, tuple(found["heavy"]), found["compiles"])


def fix_once(folder: Path, number: int, toolchain: Toolchain) -> Fixed:
    """Fix a crate whose program holds `number`, and compile the same program with rustc alone."""
    crate = folder / "counter"
    source = crate / "src" / "main.rs"
    source.parent.mkdir(parents=True, exist_ok=True)
    (crate / "Cargo.toml").write_text(MANIFEST)
    source.write_text(PROGRAM.format(number=number))
    probed = probe(folder, ["fix", str(crate), "--stages", "0"], expected=0)
    if probed.compiles < 2:
        raise EnvironmentFault("a fix was counted that did not compile before and after: the benchmark is broken")
    source.write_text(PROGRAM.format(number=number).replace("let total", "let mut total"))
    command = [str(toolchain.rustc), "--edition=2021", "--emit=metadata", "-o", str(folder / "bare.rmeta"), str(source)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - began
    _expect(done.returncode, 0, ["rustc"], done.stderr)
    return Fixed(probed, seconds)


def _environment(folder: Path) -> dict[str, str]:
    """The caller's environment, less their settings; state goes into `folder`."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SLEEPY_CODER_")}
    rustc = os.environ.get("SLEEPY_CODER_RUSTC")
    return {**kept, "SLEEPY_CODER_HOME": str(folder / "home"), **({"SLEEPY_CODER_RUSTC": rustc} if rustc else {})}


def _children_cpu_seconds() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _expect(status: int, expected: int, arguments: Sequence[str], words: str = "") -> None:
    if status != expected:
        reason = words.strip().rpartition("\n")[2]
        raise EnvironmentFault(f"`{' '.join(arguments)}` ended with status {status}, not {expected}: {reason}")


def _spread(seconds: Sequence[float]) -> Mapping[str, Any]:
    return {
        "minimum": round(min(seconds), 4),
        "median": round(statistics.median(seconds), 4),
        "runs": [round(one, 4) for one in seconds],
    }
