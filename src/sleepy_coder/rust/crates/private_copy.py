"""The folders in which a crate is built: a copy of its sources, and cargo's own, none of them the owner's.

Build scripts may write to cargo's home, the target folder and Cargo.lock, never to the copy itself: a link left there
would lead our next write out of it. Links that lead out of what is copied are left behind for the same reason, read
the other way.
"""

import errno
import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Mapping
from pathlib import Path

from sleepy_coder.errors import Busy, SpaceProblem
from sleepy_coder.rust.crates.manifest import MANIFEST, Table, read_manifest, toml_text
from sleepy_coder.rust.crates.mirror import copy_large, remove, write_changed
from sleepy_coder.rust.crates.packages import Package, inherited_root, members, path_closure
from sleepy_coder.rust.crates.toml_shape import CONFIGURATION_SHAPE
from sleepy_coder.rust.source import SourceTree

# what the owner has downloaded, as cargo's home lays it out; what cargo unpacks from it is ours
_DOWNLOADS = ("registry/index", "registry/cache", "git/db")
LARGE_BYTES = 1 << 20
"""Files from this size on are data, not sources."""


def copy_folder(crate: Path, cache: Path) -> Path:
    """Where below `cache` the copy of the crate in this folder lies, with all that was built of it."""
    return cache / hashlib.sha256(os.fsencode(crate)).hexdigest()[:16]


class PrivateCopy:
    """The copy of one package, and of what it needs of its surroundings, below `cache`. `top` is what `ancestor` is to
    the owner. The copies of the files in `instead` hold what it says.

    Raises Busy if another process has the same copy open.
    """

    def __init__(self, package: Package, cache: Path, instead: Mapping[Path, bytes]) -> None:
        self.package = package
        self._instead = instead
        base = self.base = copy_folder(package.folder, cache.resolve())  # the compiler names real folders
        self.top = base / "copy"
        self.target = base / "target"
        self.home = base / "home"
        self.cargo_home = base / "cargo"
        self.notes: list[str] = []
        base.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = (base / "lock").open("w")
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._lock.close()
            raise Busy(f"{package.folder} is being worked on by another process; wait for it to end") from error
        needed = {path for member in (*members(package.root), package.folder) for path in path_closure(member)}
        self._sources: list[Path] = []
        for path in sorted({package.root, *needed}, key=lambda path: len(path.parts)):
            if not any(path.is_relative_to(source) for source in self._sources):
                self._sources.append(path)
        roots = {root for path in needed if (root := inherited_root(path)) is not None}
        self._manifests = [
            root / MANIFEST for root in roots if not any(root.is_relative_to(source) for source in self._sources)
        ]
        self.ancestor = Path(os.path.commonpath((*self._sources, *roots)))
        self._own_home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
        self._own_sources: list[Path] = []
        self._written: dict[str, str] = {}
        self._clock = 0
        self._narrowed = False

    @property
    def folder(self) -> Path:
        """Where the package lies in the copy."""
        return self._place(self.package.folder)

    @property
    def root(self) -> Path:
        """Where its workspace lies in the copy, or the package itself: the compiler runs there."""
        return self._place(self.package.root)

    @property
    def lock_file(self) -> Path:
        """The copy's Cargo.lock."""
        return self.root / "Cargo.lock"

    @property
    def start(self) -> Path:
        """Where the compiler works: in the workspace's folder, or in the package's if it lies outside of that. Then it
        calls the package's files by their whole paths.
        """
        return self.root if self.folder.is_relative_to(self.root) else self.folder

    @property
    def writable(self) -> list[Path]:
        """What cargo may write."""
        return [self.target, self.home, self.cargo_home, self.lock_file]

    @property
    def readable(self) -> list[Path]:
        """What cargo must read besides: the copy, and the packages that the owner has downloaded."""
        return [self.top, *(self._own_home / name for name in _DOWNLOADS), *self._own_sources]

    def close(self) -> None:
        """Let others have the copy."""
        self._lock.close()

    def fill(self) -> None:
        """Make the copy equal to the owner's folders, touching only files that differ. Raises SpaceProblem if they do
        not fit.
        """
        try:
            for folder in (self.target, self.home, self.home / "tmp"):
                folder.mkdir(exist_ok=True)
            self._make_cargo_home()
            kept: set[Path] = set()
            for source in self._sources:
                kept |= self._mirror(source, source)
            for manifest in self._manifests:
                place = self._place(manifest)
                place.parent.mkdir(parents=True, exist_ok=True)
                write_changed(place, manifest.read_bytes())
                kept.add(place)
            self.lock_file.touch()
            for path in sorted(self.top.rglob("*"), reverse=True):
                if path not in kept and path != self.lock_file and not (path.is_dir() and any(path.iterdir())):
                    remove(path)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise SpaceProblem("the disk is too full for a private copy of the crate; free some space") from error
            raise

    def put(self, tree: SourceTree) -> None:
        """Let the package's sources be those of `tree`. What changes gets a later time than all before, which cargo
        goes by.
        """
        for name in [name for name in self._written if name not in tree.files]:
            remove(self.folder / name)
            del self._written[name]
        for name, text in tree.files.items():
            if self._written.get(name) != text:
                path, data = self.folder / name, text.encode()
                if not path.is_file() or path.read_bytes() != data:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(data)
                    self._clock = max(time.time_ns(), self._clock + 1_000_000)
                    os.utime(path, ns=(self._clock, self._clock))
                self._written[name] = text

    def empty_target(self) -> None:
        """Remove all that was built."""
        shutil.rmtree(self.target, ignore_errors=True)
        self.target.mkdir(exist_ok=True)

    def touch(self) -> None:
        """Let all sources that were put look changed, so that cargo compiles them again."""
        self._clock = max(time.time_ns(), self._clock + 1_000_000)
        for name in self._written:
            os.utime(self.folder / name, ns=(self._clock, self._clock))

    def rewrite(self, manifest: Table) -> None:
        """Give the package another manifest."""
        (self.folder / MANIFEST).write_text(toml_text(manifest))

    def narrow(self) -> bool:
        """Take from the workspace all members that the package does not need; False if that changes nothing."""
        root = self._place(self.package.root)
        manifest = read_manifest(root / MANIFEST)
        there = {*members(root)} - {root}
        needed = there & path_closure(self.folder)
        if self._narrowed or "members" not in manifest.get("workspace", {}) or needed == there:
            return False
        self._narrowed = True
        manifest["workspace"]["members"] = [os.path.relpath(path, root) for path in sorted(needed)]
        manifest["workspace"].pop("default-members", None)
        (root / MANIFEST).write_text(toml_text(manifest))
        return True

    def _place(self, path: Path) -> Path:
        return self.top / path.relative_to(self.ancestor)

    def _mirror(self, folder: Path, top: Path) -> set[Path]:
        """Copy one folder; the paths in the copy that it accounts for."""
        place = self._place(folder)
        if place.is_symlink() or place.is_file():
            place.unlink()
        place.mkdir(parents=True, exist_ok=True)
        kept = {place}
        for path in sorted(folder.iterdir()):
            target = self._place(path)
            if path.is_symlink():
                link = path.readlink()
                if link.is_absolute() or not Path(os.path.realpath(path)).is_relative_to(top):
                    self.notes.append(f"{path} is a link that leads out of the crate and was left out")
                elif not target.is_symlink() or target.readlink() != link:
                    remove(target)
                    target.symlink_to(link)
                kept.add(target)
            elif not os.access(path, os.R_OK):
                self.notes.append(f"{path} may not be read and was left out")
            elif path.is_dir():
                if path.name == ".cargo":
                    kept |= self._mirror_configuration(path)
                elif path != self.base.parent and not _left_out(path):
                    kept |= self._mirror(path, top)
            elif path.is_file() and path.suffix != ".rs" and path.stat().st_size > LARGE_BYTES:
                copy_large(path, target)
                kept.add(target)
            elif path.is_file():
                write_changed(target, self._contents(path))
                kept.add(target)
        return kept

    def _contents(self, path: Path) -> bytes:
        """What the copy of a file holds: the workspace's manifest lets cargo take the package where it runs."""
        if path != self.package.root / MANIFEST:
            return self._instead[path] if path in self._instead else path.read_bytes()
        manifest = read_manifest(path)
        if "workspace" not in manifest:  # cargo would look for one in the folders above the copy
            return path.read_bytes() + b"\n[workspace]\n"
        if self.package.folder == self.package.root and manifest["workspace"].pop("default-members", None):
            return toml_text(manifest).encode()
        return path.read_bytes()

    def _mirror_configuration(self, folder: Path) -> set[Path]:
        configuration = _configuration(folder)
        if not configuration:
            return set()
        place = self._place(folder)
        place.mkdir(exist_ok=True)
        write_changed(place / "config.toml", toml_text(configuration).encode())
        return {place, place / "config.toml"}

    def _make_cargo_home(self) -> None:
        """A home with the owner's downloads linked in. It is made anew if a build has tampered with it."""
        links = [self.cargo_home / name for name in _DOWNLOADS]
        sound = all(link.is_symlink() and not link.parent.is_symlink() for link in links)
        if not sound or self.cargo_home.is_symlink():
            remove(self.cargo_home)
            for name, link in zip(_DOWNLOADS, links, strict=True):
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(self._own_home / name)
        configuration = _configuration(self._own_home)
        for source in configuration.get("source", {}).values():
            for key in ("directory", "local-registry"):
                if key in source:
                    # cargo takes such a path to start from the folder that holds `.cargo`
                    self._own_sources.append(self._own_home.parent / source[key])
                    source[key] = str(self._own_sources[-1])
        prepared = self.base / "config.toml"
        prepared.write_text(toml_text(configuration))
        prepared.replace(self.cargo_home / "config.toml")


def _configuration(folder: Path) -> Table:
    """What the configuration in a folder says about where packages come from."""
    for name in ("config", "config.toml"):
        if (folder / name).is_file():
            table = read_manifest(folder / name, CONFIGURATION_SHAPE)
            kept: Table = {"source": table["source"]} if "source" in table else {}
            for registry, detail in table.get("registries", {}).items():
                if "index" in detail:
                    kept.setdefault("registries", {})[registry] = {"index": detail["index"]}
            return kept
    return {}


def _left_out(folder: Path) -> bool:
    """Build output, which cargo marks, version control and other hidden folders, and what package managers pile up."""
    built = (folder / "CACHEDIR.TAG").exists() or (folder / ".rustc_info.json").exists()
    return built or folder.name.startswith(".") or folder.name == "node_modules"
