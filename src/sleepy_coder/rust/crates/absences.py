"""What cannot be had offline: how cargo says so, and what a private copy can do without.

cargo resolves also what a check does not need: dependencies of tests, optional ones, those of other platforms, those of
other members of the workspace.
"""

import re
from pathlib import Path

from sleepy_coder.errors import EnvironmentFault, UsageError
from sleepy_coder.rust.crates.manifest import DEV, MANIFEST, Dependency, dependencies, droppable, read_manifest, without
from sleepy_coder.rust.crates.platforms import applies, here
from sleepy_coder.rust.crates.private_copy import PrivateCopy

_SOUGHT = re.compile(r"no matching package named `([^`]+)`")
_SCRIPT_SAYS = "--- stderr"
# how cargo words that something is not on this machine
_ABSENT = re.compile(r"offline|no matching package|failed to (?:download|get|load source|fetch|query)|unable to update")


class Absences:
    """What was left out of one copy so far; `locked` says that its Cargo.lock still decides."""

    def __init__(self, copy: PrivateCopy, rustc: Path) -> None:
        self._copy = copy
        self._rustc = rustc
        self.locked = copy.lock_file.stat().st_size > 0
        self.dropped: tuple[Dependency, ...] = ()
        self.notes: list[str] = []

    def unresolved(self, stderr: str) -> EnvironmentFault | UsageError:
        """Why cargo did not come to the compiling: something must be downloaded, or it does not accept the package."""
        name, reason = self._copy.package.name, first_error(stderr)
        on_disk = {dependency.package for dependency in dependencies(self._copy.package.manifest) if dependency.path}
        if _ABSENT.search(stderr) and on_disk.isdisjoint(_SOUGHT.findall(stderr)):
            return EnvironmentFault(f"{name} cannot be built offline: {reason}; run `cargo fetch` in its folder first")
        return UsageError(f"cargo does not accept {name}: {reason}; mend its {MANIFEST} first")

    def relax(self, stderr: str) -> bool:
        """Leave out one more thing, the mildest first; False when there is nothing left to leave out."""
        if self.locked and "--locked" in stderr:
            self.locked = False
            self.notes.append("Cargo.lock is not up to date and was updated in the copy")
            return True
        manifest = read_manifest(self._copy.folder / MANIFEST)
        holding = here(self._rustc)
        foreign = [name for name in manifest.get("target", {}) if holding and not applies(name, holding)]
        if foreign:
            native = {name: table for name, table in manifest["target"].items() if name not in foreign}
            self._copy.rewrite({**manifest, "target": native})
            self.locked = False
            self.notes.append("what only other platforms need was left out")
            return True
        spare = droppable(manifest)
        named = [dependency for dependency in spare if _mentions(stderr, dependency)]
        if not named and self._copy.narrow():
            self.locked = False
            self.notes.append("other members of the workspace were left out")
            return True
        chosen = named or [dependency for dependency in spare if dependency.kind == DEV] or list(spare)
        if not chosen:
            return False
        self._copy.rewrite(without(manifest, chosen))
        self.dropped += tuple(chosen)
        self.locked = False
        names = ", ".join(sorted({dependency.key for dependency in chosen}))
        self.notes.append(f"left out what cannot be had offline: {names}; tests that need it are skipped")
        return True


def _mentions(stderr: str, dependency: Dependency) -> bool:
    names = {re.escape(dependency.key), re.escape(dependency.package)}
    return re.search(rf"`(?:{'|'.join(names)})[` =@]", stderr) is not None


def first_error(stderr: str) -> str:
    """cargo's first error and the cause it gives, in one line: of a build script, what it said itself."""
    lines = [line.strip() for line in stderr.splitlines()]
    errors = [index for index, line in enumerate(lines) if line.startswith("error")]
    if not errors:
        return lines[-1] if lines else ""
    told = [line for line in lines[errors[0] :] if line and not line.startswith(("Caused by", "warning"))]
    if _SCRIPT_SAYS in told:
        said = told[told.index(_SCRIPT_SAYS) + 1 :]
        told = [told[0], *(line for line in said if not line.startswith("note: run with"))]
    return " ".join(told[:3])[:400]
