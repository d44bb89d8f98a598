"""cargo's own rustc calls for a package, run again without cargo, in several slots at once.

A change of the package's sources changes none of these calls, so a changed tree is checked by the same calls in another
folder. A slot has its own copy of the package's sources (all other files are links to the private copy's), its own
output and its own incremental folder, which stay warm. A call whose files are as they were, and whose dependencies were
not compiled again, is not repeated.

Only calls that cargo has made are known: what waits for a target that was never green is not among them. Where such a
target turns green, and where a build script reads the sources that change, only cargo can tell.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.execution import ThreadExecutor, core_count
from sleepy_coder.rust.crates.file_names import listed, names_within
from sleepy_coder.rust.crates.mirror import link, remove
from sleepy_coder.rust.crates.private_copy import PrivateCopy
from sleepy_coder.rust.crates.units import Unit, artifacts, learned
from sleepy_coder.rust.sandbox import Limits, Sandbox
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.supervision import Completed
from sleepy_coder.rust.toolchain import Lints, Toolchain

_WATCHED = re.compile(r"^cargo::?rerun-if-changed=(.*)$", re.MULTILINE)
_WATCHES = re.compile(r"^cargo::?rerun-if-", re.MULTILINE)


class Compiled(NamedTuple):
    """How one call ended."""

    unit: Unit
    completed: Completed


@dataclass(slots=True)
class _Slot:
    """A folder for one check at a time; `memory` has, for each call, the files that it read and how it ended."""

    folder: Path
    written: dict[str, str] = field(default_factory=dict)
    memory: dict[str, tuple[dict[str, str], Compiled]] = field(default_factory=dict)

    @property
    def copy(self) -> Path:
        return self.folder / "copy"

    @property
    def writable(self) -> list[Path]:
        return [self.folder / name for name in ("out", "incremental", "home")]


class Replay:
    """What is known of a package's calls, and the slots to repeat them in; safe to use from several threads."""

    def __init__(
        self, copy: PrivateCopy, toolchain: Toolchain, sandbox: Sandbox, limits: Limits, lints: Lints | None = None
    ) -> None:
        self._copy = copy
        self._toolchain = toolchain
        self._sandbox = sandbox
        self._limits = limits
        self._lints = lints
        self._units: dict[str, Unit] = {}
        self._green: set[str] = set()
        self._complete = False
        self._barred = False
        self._folders = [copy.base / "slots" / str(number) for number in range(core_count())]
        self._slots: SimpleQueue[_Slot] = SimpleQueue()
        for folder in self._folders:
            self._slots.put(_Slot(folder))

    def learn(self, completed: Completed, tree: SourceTree) -> None:
        """Take the calls from what `cargo check -vv --message-format=json` printed about `tree`."""
        programs = (*([self._lints.driver] if self._lints else ()), self._toolchain.rustc)
        self._units = learned(self._units, completed, programs, self._copy.folder)
        self._green |= artifacts(completed)
        self._complete = self._complete or completed.status == 0
        self._barred = self._barred or self._build_script_reads(tree)

    def check(self, tree: SourceTree, workers: int = 1) -> list[Compiled] | None:
        """How every call ends for `tree`, those left out that wait for a red one; None if only cargo can tell."""
        units, complete = self._units, self._complete
        if self._barred or not units:
            return None
        slot = self._slots.get()
        try:
            self._fill(slot, tree)
            ended = self._compile(slot, tree, list(units.values()), workers)
        except BaseException:
            slot.memory.clear()
            raise
        finally:
            self._slots.put(slot)
        surprise = any(_passed(one) and one.unit.stem not in self._green for one in ended)
        return None if surprise and not complete else ended

    def reads(self, name: str) -> bool:
        """Whether a call read a file of the package, or did not say what it read."""
        return self._barred or any(unit.own and self._read_by(unit, name) for unit in self._units.values())

    def _read_by(self, unit: Unit, name: str) -> bool:
        lists = [(self._copy.top, Path(unit.listing))]
        lists += [(_Slot(folder).copy, folder / "out" / Path(unit.listing).name) for folder in self._folders]
        folder, start = (place.relative_to(self._copy.top) for place in (self._copy.folder, self._copy.start))
        read = [(top, said) for top, listing in lists for said in listed(listing)]
        return not read or any(name in names_within(top / folder, top / start, said) for top, said in read)

    def _compile(self, slot: _Slot, tree: SourceTree, units: Sequence[Unit], workers: int) -> list[Compiled]:
        ended: dict[str, Compiled] = {}
        again: set[str] = set()
        left = self._limits.wall_seconds
        while ready := [
            unit
            for unit in units
            if unit.stem not in ended and all(need in ended and _passed(ended[need]) for need in unit.needs)
        ]:
            due = []
            for unit in ready:
                kept = _remembered(slot, unit, tree) if not again.intersection(unit.needs) else None
                if kept is None:
                    due.append(unit)
                else:
                    ended[unit.stem] = kept
            limits = replace(self._limits, wall_seconds=max(left, 1.0))
            for unit, one in zip(due, self._run_all(slot, due, tree, limits, workers), strict=True):
                ended[unit.stem] = one
                again.add(unit.stem)
                left -= one.completed.seconds
        return list(ended.values())

    def _run_all(
        self, slot: _Slot, units: Sequence[Unit], tree: SourceTree, limits: Limits, workers: int
    ) -> list[Compiled]:
        return list(ThreadExecutor(workers).map(lambda unit: self._run(slot, unit, tree, limits), units))

    def _run(self, slot: _Slot, unit: Unit, tree: SourceTree, limits: Limits) -> Compiled:
        out, incremental, home = slot.writable
        told = out / Path(unit.listing).name
        told.unlink(missing_ok=True)
        slot.memory.pop(unit.stem, None)

        def moved(word: str) -> str:
            for stem in unit.needs:
                if f"={stem}." in word:
                    return word.replace(stem, f"{out}/{Path(stem).name}")
            if word == unit.out:
                return str(out)
            if word.startswith("incremental="):
                return f"incremental={incremental}"
            if word.startswith("--json="):
                return "--json=future-incompat"
            return word.replace(str(self._copy.top), str(slot.copy))

        start = Path(moved(unit.env["CARGO_MANIFEST_DIR"] if Path(unit.source).is_absolute() else str(self._copy.root)))
        completed = self._sandbox.run(
            [*map(moved, unit.words), "-L", f"dependency={out}"],
            cwd=start,
            env={name: moved(value) for name, value in unit.env.items()} | self._unshown(home),
            limits=limits,
            writable=slot.writable,
            readable=[*self._toolchain.readable, slot.copy, self._copy.target, *self._copy.readable],
        )
        if completed.overfilled:
            remove(slot.folder)
            slot.written.clear()
            raise EnvironmentFault(
                f"a macro of {self._copy.package.name} filled the disk and was stopped; what it wrote is removed"
            )
        words = completed.stderr.replace(os.fsencode(slot.copy), os.fsencode(self._copy.top))
        ended = Compiled(unit, replace(completed, stderr=words))
        read = listed(told)
        if read and all((start / name).is_file() for name in read) and not completed.timed_out:
            names = {name for said in read for name in names_within(self._own(slot), start, said)}
            slot.memory[unit.stem] = ({name: text for name, text in tree.files.items() if name in names}, ended)
        return ended

    def _own(self, slot: _Slot) -> Path:
        """Where the package lies in a slot."""
        return slot.copy / self._copy.folder.relative_to(self._copy.top)

    def _unshown(self, home: Path) -> dict[str, str]:
        """What cargo does not show of a call's environment."""
        lints = {} if self._lints is None else self._lints.environment
        return {**lints, "HOME": str(home), "TMPDIR": f"{home}/tmp"}

    def _fill(self, slot: _Slot, tree: SourceTree) -> None:
        """Let the slot's sources be those of `tree`; at first, link to all else that the copy has."""
        if not slot.written:
            for folder in (*slot.writable, slot.folder / "home" / "tmp"):
                folder.mkdir(parents=True, exist_ok=True)
            link(self._copy.top, slot.copy, {self._copy.folder / name for name in tree.files})
        own = self._own(slot)
        for name, text in tree.files.items():
            if slot.written.get(name) != text:
                path = own / name
                if name not in slot.written:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.unlink(missing_ok=True)  # it may still be a link
                path.write_bytes(text.encode())
                slot.written[name] = text

    def _build_script_reads(self, tree: SourceTree) -> bool:
        """Whether a change of the sources may change the package's build script, or what it says and makes."""
        outs = {Path(unit.env["OUT_DIR"]) for unit in self._units.values() if unit.own and "OUT_DIR" in unit.env}
        return any(
            _watches((out.parent / "output").read_text(errors="replace"), self._copy.folder, tree)
            or _says(out, os.fsencode(self._copy.top))
            or self._compiled_from(out.parent.parent, tree)
            for out in outs
        )

    def _compiled_from(self, builds: Path, tree: SourceTree) -> bool:
        """Whether a build script of the package is itself made from one of the files."""
        listings = builds.glob(f"{self._copy.package.name}-*/build_script_*.d")
        read = {said for listing in listings for said in listed(listing)}
        folder, start = self._copy.folder, self._copy.start
        return any(name in tree.files for said in read for name in names_within(folder, start, said))


def _passed(one: Compiled) -> bool:
    return one.completed.status == 0


def _watches(output: str, folder: Path, tree: SourceTree) -> bool:
    """Whether cargo runs a build script again, from what it said to cargo, when one of the files changes."""
    watched = {os.path.normpath(folder / name.strip()) for name in _WATCHED.findall(output)}
    seen = any(not watched.isdisjoint(map(str, (path, *path.parents))) for path in map(folder.joinpath, tree.files))
    return seen or not _WATCHES.search(output)


def _says(folder: Path, text: bytes) -> bool:
    """Whether a file in the folder holds the text, such as the path of a file that it includes."""
    made = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return any(text in path.read_bytes() for path in made)


def _remembered(slot: _Slot, unit: Unit, tree: SourceTree) -> Compiled | None:
    if unit.stem not in slot.memory:
        return None
    read, ended = slot.memory[unit.stem]
    return ended if all(tree.files.get(name) == text for name, text in read.items()) else None
