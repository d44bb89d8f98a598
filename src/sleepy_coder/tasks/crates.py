"""Real crates to break and to repair: Debian's packages of Rust sources, unpacked below the cache, never installed.

`data/crates.toml` lists them with version, licence and split. A crate of the `evaluation` split is never trained on.
What is unpacked must have the digest of the list; what its manifest cannot have offline is left out of the private copy
(`rust.crates.private_copy`), default features that the list takes away before that.
"""

import hashlib
import re
import shutil
import subprocess
import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from sleepy_coder.errors import EnvironmentFault, UsageError
from sleepy_coder.rust.crates.cargo import Crate, open_crate
from sleepy_coder.rust.crates.manifest import MANIFEST, read_manifest, toml_text
from sleepy_coder.rust.sandbox import Sandbox
from sleepy_coder.rust.toolchain import Toolchain

SPLITS = ("training", "evaluation")
_REGISTRY = "usr/share/cargo/registry"
_SECONDS = 120


@dataclass(frozen=True, slots=True)
class RealCrate:
    """One crate of the list. `without_defaults` turns its default features off; `digest` is of its Rust files."""

    name: str
    version: str
    package: str
    licence: str
    split: str
    digest: str
    without_defaults: bool = False


@cache
def real_crates(split: str | None = None) -> tuple[RealCrate, ...]:
    """The crates of a split, `training` or `evaluation`, or all, by name."""
    if split is not None and split not in SPLITS:
        raise UsageError(f"crates are split into {' and '.join(SPLITS)}; there is no {split!r}")
    text = (resources.files("sleepy_coder.tasks") / "data" / "crates.toml").read_text(encoding="utf-8")
    rows = [RealCrate(**row) for row in tomllib.loads(text)["crate"]]
    return tuple(sorted((row for row in rows if split in (None, row.split)), key=lambda row: row.name))


def real_crate(name: str) -> RealCrate:
    """The crate of this name; UsageError lists what exists."""
    found = {crate.name: crate for crate in real_crates()}
    if name not in found:
        raise UsageError(f"no real crate is called {name!r}; choose from: {', '.join(found)}")
    return found[name]


def fetched(crate: RealCrate, cache_folder: Path) -> Path:
    """The folder of the unpacked crate, fetched if it is not there.

    Raises EnvironmentFault where Debian's packages cannot be had, or when they hold something else than was listed.
    """
    folder = cache_folder / "crates" / f"{crate.name}-{crate.version}"
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="fetch-", dir=folder.parent) as name:
            unpacked = _unpacked(crate, Path(name))
            if crate.without_defaults:
                manifest = read_manifest(unpacked / MANIFEST)
                manifest.setdefault("features", {})["default"] = []
                (unpacked / MANIFEST).write_text(toml_text(manifest))
            if not folder.is_dir():
                unpacked.replace(folder)
    if digest_of(folder) != crate.digest:
        raise EnvironmentFault(
            f"{folder} is not the {crate.name} {crate.version} that was listed: remove it, try again"
        )
    return folder


def open_real(
    crate: RealCrate,
    cache_folder: Path,
    toolchain: Toolchain,
    sandbox: Sandbox,
    *,
    copy: str = "a",
    tests: bool = False,
) -> Crate:
    """A private copy of the crate that checks offline; several at a time need different names of `copy`."""
    place = cache_folder / "crates" / f"copies-{copy}"
    return open_crate(fetched(crate, cache_folder), toolchain, sandbox, cache=place, tests=tests)


def digest_of(folder: Path) -> str:
    """SHA-256, hex, of names and bytes of all Rust files below a folder."""
    sha = hashlib.sha256()
    for path in sorted(folder.rglob("*.rs")):
        data = path.read_bytes()
        sha.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode() + data)
    return sha.hexdigest()


def _unpacked(crate: RealCrate, scratch: Path) -> Path:
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise EnvironmentFault(
            "real crates come from Debian's packages, and this machine has no apt-get and dpkg-deb: run this on Debian"
            " or Ubuntu, or name a crate of your own"
        )
    version = _offered(crate)
    _command(["apt-get", "download", "--quiet", f"{crate.package}={version}"], scratch)
    (archive,) = scratch.glob("*.deb")
    _command(["dpkg-deb", "--extract", str(archive), str(scratch / "files")], scratch)
    unpacked = scratch / "files" / _REGISTRY / f"{crate.name}-{crate.version}"
    if not unpacked.is_dir():
        raise EnvironmentFault(f"the package {crate.package} {version} holds no {crate.name} {crate.version}")
    return unpacked


def _offered(crate: RealCrate) -> str:
    """The package's version that holds the listed version of the crate."""
    told = _command(["apt-cache", "madison", crate.package], Path("/"))
    versions: list[str] = re.findall(r"^\s*\S+ \|\s*(\S+)\s*\|", told, re.MULTILINE)
    listed = next((one for one in versions if re.split(r"[-+~]", one)[0] == crate.version), None)
    if listed is None:
        offered = f"offers {', '.join(versions)}" if versions else "knows no such package: run `apt-get update` first"
        raise EnvironmentFault(f"{crate.package} {crate.version} cannot be had: apt {offered}")
    return listed


def _command(words: list[str], folder: Path) -> str:
    try:
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=True)
    except subprocess.TimeoutExpired as late:
        raise EnvironmentFault(f"`{' '.join(words)}` took longer than {_SECONDS} s: is there a network?") from late
    except subprocess.CalledProcessError as failed:
        last = str(failed.stderr).strip().rpartition("\n")[2]
        raise EnvironmentFault(f"`{' '.join(words)}` failed: {last}; run `apt-get update` and try again") from failed
    return str(done.stdout)
