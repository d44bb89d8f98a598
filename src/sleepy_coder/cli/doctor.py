"""`doctor`: what is missing on this machine, and how to mend it."""

import platform
import shutil
import tempfile
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import print_json, say
from sleepy_coder.durable import make_folder
from sleepy_coder.embedded.location import EMBEDDED, model_folder
from sleepy_coder.episodes.store import EpisodeStore
from sleepy_coder.errors import EnvironmentFault, ModelBroken, SandboxUnavailable, ToolchainMissing
from sleepy_coder.paths import find_paths
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain
from sleepy_coder.settings import load

app = one_command()


class Finding(NamedTuple):
    """One thing looked at."""

    what: str
    good: bool
    words: str


@app.command()
def doctor(as_json: Json = False) -> int:
    """Look at everything that the program needs. Exit status 3 if something is missing."""
    findings = [_look(what, look) for what, look in _LOOKS]
    if as_json:
        print_json("doctor", {"findings": [finding._asdict() for finding in findings]})
    else:
        for finding in findings:
            say(f"{'ok     ' if finding.good else 'MISSING'}  {finding.what}: {finding.words}")
    return 0 if all(finding.good for finding in findings) else 3


def _look(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, True, look())
    except EnvironmentFault as fault:
        return Finding(what, False, str(fault))
    except OSError as problem:
        return Finding(what, False, problem.strerror or str(problem))


def _versions() -> str:
    names = ("sleepy-coder", "torch", "transformers")
    found = [f"{name} {_version(name)}" for name in names]
    return ", ".join([f"Python {platform.python_version()}", *found])


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "from source" if name == "sleepy-coder" else "not installed"


def _toolchain() -> str:
    found = find_toolchain()
    return f"{found.version} at {found.rustc}"


def _linker() -> str:
    linker = next((path for name in ("cc", "gcc", "clang") if (path := shutil.which(name))), None)
    if linker is None:
        raise ToolchainMissing("no C linker: programs cannot be run or tested; install gcc or clang")
    return linker


def _sandbox() -> str:
    layers = ", ".join(best_sandbox(required=False).layers)
    try:
        best_sandbox(required=True)
    except SandboxUnavailable as fault:
        raise SandboxUnavailable(f"only {layers}; {fault}") from fault
    return layers


def _home() -> str:
    paths = find_paths()
    make_folder(paths.home)
    with tempfile.TemporaryFile(dir=paths.home) as file:
        file.write(b"x" * 4096)
    with EpisodeStore(paths.episodes_db) as store:
        return f"{paths.home}, {store.count()} episodes, {shutil.disk_usage(paths.home).free >> 20} MiB free"


def _model() -> str:
    name = load(Path()).settings.model
    folder = model_folder() if name == EMBEDDED else Path(name)
    if name != EMBEDDED and not folder.is_dir():
        return f"{name}, from the Hugging Face cache"
    missing = [part for part in ("config.json", "tokenizer.json") if not (folder / part).is_file()]
    if not list(folder.glob("*.safetensors")):
        missing.append("*.safetensors")
    if missing:
        raise ModelBroken(f"{folder} lacks {', '.join(missing)}: stages 1 and 2 cannot answer; reinstall sleepy-coder")
    return f"{name}, {sum(path.stat().st_size for path in folder.glob('*.safetensors')) / 1e6:.1f} MB"


def _library() -> str:
    current = equipment.registry(load(Path()).settings).current()
    if current is None:
        return "none yet; the package's own is installed on first use"
    return f"{current.id}, {len(current.manifest.skills)} skills"


def _wording() -> str:
    from sleepy_coder.rust.drift import drift, programs, stored

    changed = drift(Compiler(find_toolchain(), best_sandbox(required=False)))
    if changed:
        names = ", ".join(one.program for one in changed)
        raise ToolchainMissing(
            f"this rustc words {len(changed)} of {len(programs())} errors otherwise than {stored()['rustc']}, "
            f"which the specialists were keyed under ({names}), so they may not be asked: update sleepy-coder, or use "
            "that rustc"
        )
    return f"{len(programs())} errors are worded as under {stored()['rustc'].split(' (')[0]}"


_LOOKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("versions", _versions),
    ("Rust toolchain", _toolchain),
    ("wording of errors", _wording),
    ("linker", _linker),
    ("sandbox", _sandbox),
    ("home", _home),
    ("model", _model),
    ("library", _library),
)
