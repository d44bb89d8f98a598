"""A repository whose history went red and green again many times: the breaker breaks, a second script mends.

The second script sees the broken crate and what cargo says of it, never what the breaker did.
"""

import shutil
import subprocess
from collections import Counter
from pathlib import Path
from random import Random

from sleepy_coder.agent.fixer import fix
from sleepy_coder.agent.plan import Plan
from sleepy_coder.agent.waves import run
from sleepy_coder.breaker.pairs import Program
from sleepy_coder.lm.scripted import ScriptedModel
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.tasks.projects import CrateProject

TILL = Path(__file__).parents[1] / "examples" / "till"
SUGGESTED = (
    "E0384-mut-removed",
    "E0596-mut-removed",
    "E0308-reference-removed",
    "E0425-self-removed",
    "E0425-typo",
    "E0308-some-removed",
    "E0609-typo",
    "E0432-import-typo",
    "E0594-self-ref",
    "E0615-parens-removed",
)
TOUCH = "// as of revision {}\n"


def make_history(repository: Path, pairs: int) -> Counter[str]:
    """`pairs` times a red commit and a green one after it; returns how many red commits each file had.

    Each green commit changes more than the error needed: a comment at the top of another file.
    """
    shutil.copytree(TILL, repository, ignore=shutil.ignore_patterns("target"))
    _git(repository, "init", "--quiet", "--initial-branch=main")
    _commit(repository, "green")
    files: Counter[str] = Counter()
    rng = Random("history")
    cache = repository.parent / "cache"
    toolchain, sandbox = find_toolchain(), best_sandbox(required=False)
    while files.total() < pairs:
        with open_crate(repository, toolchain, sandbox, cache=cache) as crate:
            file, red = _broken(crate, files, rng)
            mended = _mended(crate, red)
        if mended is None:
            continue
        red.write(repository)
        _commit(repository, f"red {files.total()}")
        files[file] += 1
        mended.write(repository)
        other = rng.choice([name for name in mended.files if name.startswith("src/") and name != file])
        path = repository / other
        path.write_text(TOUCH.format(files.total()) + path.read_text())
        _commit(repository, f"green {files.total()}")
    return files


def _broken(crate: Crate, files: Counter[str], rng: Random) -> tuple[str, SourceTree]:
    """The crate with one error, in a file that had few so far."""
    program = Program(crate.tree)
    sources = [name for name in crate.tree.files if name.startswith("src/")]
    while True:
        family = rng.choice(SUGGESTED)
        file = min(rng.sample(sources, 3), key=lambda name: files[name])
        sites = [site for site in program.sites(family, rng) if site.file == file]
        tree = program.broken_at(rng.choice(sites)) if sites else None
        if tree is not None and len(crate.check(tree).errors) == 1:
            return file, tree


def _mended(crate: Crate, red: SourceTree) -> SourceTree | None:
    """The second script: the compiler's own suggestions for what it is shown, tried until cargo is content."""
    project = CrateProject(crate, tests=False)
    project.tree = red
    outcome = run([fix(project, Plan(stages=(0,)), FixedRouter())], lambda: ScriptedModel({}))[0]
    return outcome.after if outcome.fixed else None


def _commit(repository: Path, words: str) -> None:
    _git(repository, "add", "--all")
    _git(repository, "-c", "user.name=Owner", "-c", "user.email=owner@example.org", "commit", "--quiet", "-m", words)


def _git(repository: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(repository), *words], check=True, capture_output=True)
