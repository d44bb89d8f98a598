"""The packages of a folder and of its workspace, found as cargo finds them, without asking it.

Follows https://doc.rust-lang.org/cargo/reference/workspaces.html as far as a private copy needs: which folders belong
together, which sources a package has, and which of its targets can be built.
"""

import glob
import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from sleepy_coder.errors import UsageError
from sleepy_coder.rust.crates.manifest import (
    DEV,
    MANIFEST,
    NORMAL,
    Dependency,
    Table,
    dependencies,
    dependency_tables,
    read_manifest,
)
from sleepy_coder.rust.source import SourceTree

SOURCE_FOLDERS = ("src", "tests", "examples", "benches")


@dataclass(frozen=True, slots=True)
class Package:
    """A package on disk; folders are absolute. `root` is the workspace's folder, or the package's own."""

    folder: Path
    root: Path
    manifest: Table

    @property
    def name(self) -> str:
        """As in `cargo check -p NAME`."""
        return str(self.manifest["package"].get("name", self.folder.name))

    @property
    def edition(self) -> str:
        """The edition of its sources, which it may leave to the workspace, and which is 2015 if nobody says. Raises
        UsageError where no workspace is there to say it.
        """
        edition = self.manifest["package"].get("edition", "2015")
        if isinstance(edition, dict):
            workspace = read_manifest(self.root / MANIFEST).get("workspace")
            if workspace is None:
                raise UsageError(
                    f"{self.folder / MANIFEST} inherits its edition, but no workspace that it belongs to is above it: "
                    'write the edition itself, such as edition = "2021"'
                )
            edition = workspace.get("package", {}).get("edition", "2015")
        return str(edition)

    @property
    def has_library(self) -> bool:
        """Whether it has a library target."""
        return "lib" in self.manifest or (self.folder / "src" / "lib.rs").is_file()

    def read_tree(self) -> SourceTree:
        """Its Rust sources, named relative to its folder. Raises UsageError for one that is not UTF-8."""
        found = {path for name in SOURCE_FOLDERS for path in self._rust_files(self.folder / name)}
        for target in self._targets():
            path = self.folder / str(target.get("path", ""))
            if path.suffix == ".rs" and path.is_file() and path.resolve().is_relative_to(self.folder):
                found |= {path} if path.parent == self.folder else {path, *self._rust_files(path.parent)}
        return SourceTree.read(
            *sorted(found),
            root=self.folder,
            edition=self.edition,
            crate_type="lib" if self.has_library else "bin",
        )

    def _rust_files(self, folder: Path) -> set[Path]:
        """Rust files below a folder, links that lead out of the package left aside."""
        return {path for path in folder.rglob("*.rs") if path.is_file() and path.resolve().is_relative_to(self.folder)}

    def _targets(self) -> Iterator[Table]:
        yield self.manifest.get("lib", {})
        for kind in ("bin", "test", "example", "bench"):
            yield from self.manifest.get(kind, [])


def find_package(path: Path) -> Package:
    """The package at `path`, a folder or its Cargo.toml. Raises UsageError if there is none, naming members if there
    are some.
    """
    folder = path.resolve()
    folder = folder.parent if folder.name == MANIFEST else folder
    manifest = read_manifest(folder / MANIFEST)
    if not isinstance(manifest.get("package"), dict):
        if "workspace" not in manifest:
            raise UsageError(f"{folder / MANIFEST} describes neither a package nor a workspace: name a crate's folder")
        raise UsageError(f"{folder} is a workspace without a package of its own{_members_in_words(folder)}")
    return Package(folder, _workspace_root(folder, manifest), manifest)


def _members_in_words(root: Path) -> str:
    names = ", ".join(os.path.relpath(member, root) for member in members(root))
    return f"; name one of its members: {names}" if names else ", and none of its members is there: mend `members`"


def _workspace_root(folder: Path, manifest: Table) -> Path:
    if "workspace" in manifest:
        return folder
    named = manifest["package"].get("workspace")
    if isinstance(named, str):
        return (folder / named).resolve()
    for parent in folder.parents:
        if (parent / MANIFEST).is_file() and "workspace" in read_manifest(parent / MANIFEST):
            return parent if folder in members(parent) else folder
    return folder


def members(root: Path) -> tuple[Path, ...]:
    """The folders of a workspace's packages, its own among them if it is one. Raises UsageError for an unreadable
    manifest.
    """
    manifest = read_manifest(root / MANIFEST)
    workspace = manifest.get("workspace", {})
    excluded = [(root / name).resolve() for name in workspace.get("exclude", [])]
    found = {root} if "package" in manifest else set()
    for pattern in workspace.get("members", []):
        # unlike `Path.glob`, it takes whole paths and empty ones
        for folder in glob.glob(pattern, root_dir=root, recursive=True, include_hidden=True):  # noqa: PTH207
            if (root / folder / MANIFEST).is_file():
                found.add((root / folder).resolve())
    # path dependencies below the root are members without being listed
    for folder in tuple(found):
        found |= {path for path in path_closure(folder) if path.is_relative_to(root)}
    return tuple(sorted(path for path in found if not any(path.is_relative_to(other) for other in excluded)))


def path_closure(folder: Path) -> set[Path]:
    """`folder` and the folders that its manifest leads to by path dependencies, also those that it inherits, and
    patches, as far as they exist.
    """
    found: set[Path] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        if current in found or not (current / MANIFEST).is_file():
            continue
        found.add(current)
        manifest = read_manifest(current / MANIFEST)
        specifications = [dependency.path for dependency in dependencies(manifest)]
        inherited = manifest.get("workspace", {}).get(NORMAL, {})
        for table in (inherited, *manifest.get("patch", {}).values()):
            specifications += [spec["path"] for spec in table.values() if isinstance(spec, dict) and "path" in spec]
        waiting += [(current / path).resolve() for path in specifications if path is not None]
        waiting += _inherited_paths(current, manifest)
    return found


def inherited_root(folder: Path) -> Path | None:
    """The folder of the workspace that a package takes part of its manifest from; None if it takes nothing, or if there
    is none.
    """
    manifest = read_manifest(folder / MANIFEST)
    if not _inherits(manifest):
        return None
    named = manifest.get("package", {}).get("workspace")
    above = [(folder / named).resolve()] if isinstance(named, str) else (folder, *folder.parents)
    for root in above:
        workspace = read_manifest(root / MANIFEST).get("workspace") if (root / MANIFEST).is_file() else None
        if workspace is not None and not any(
            folder.is_relative_to((root / excluded).resolve()) for excluded in workspace.get("exclude", [])
        ):
            return root
    return None


def _inherits(table: object) -> bool:
    return isinstance(table, dict) and (table.get("workspace") is True or any(map(_inherits, table.values())))


def _inherited_paths(folder: Path, manifest: Table) -> list[Path]:
    """The folders of those dependencies of a package whose paths its workspace tells."""
    keys = {key for _, table in dependency_tables(manifest) for key, spec in table.items() if _inherits(spec)}
    root = inherited_root(folder) if keys else None
    if root is None:
        return []
    told = read_manifest(root / MANIFEST)["workspace"].get(NORMAL, {})
    specs = (told[key] for key in sorted(keys & told.keys()))
    return [(root / spec["path"]).resolve() for spec in specs if isinstance(spec, dict) and "path" in spec]


def test_targets(package: Package, tree: SourceTree, dropped: Collection[Dependency]) -> tuple[str, ...]:
    """cargo's flags for the test targets that can be built: all of them unless a dev-dependency is gone. What needs an
    optional one stands behind a feature that is off.
    """
    library = ("--lib",) if package.has_library else ()
    names = {dependency.key.replace("-", "_") for dependency in dropped if dependency.kind == DEV}
    if not names:
        return (*library, "--bins", "--tests")
    needs = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b")
    needy = {name for name, text in tree.files.items() if needs.search(text)}
    targets = [] if any(name.startswith("src/") for name in needy) else [*library, "--bins"]
    for name, path in _integration_tests(package, tree).items():
        folder = path.rpartition("/")[0] if path.endswith("/main.rs") else path
        if not any(file == path or file.startswith(f"{folder}/") for file in needy):
            targets.append(f"--test={name}")  # whatever the name begins with
    return tuple(targets)


def all_targets(package: Package, tree: SourceTree, dropped: Collection[Dependency]) -> tuple[str, ...]:
    """cargo's flags for everything but benchmarks, tests that cannot be built left out."""
    tests = test_targets(package, tree, dropped)
    others = ("--lib",) if package.has_library else ()
    return (*tests, *(flag for flag in (*others, "--bins", "--examples") if flag not in tests))


def _integration_tests(package: Package, tree: SourceTree) -> dict[str, str]:
    """Name and file of each test target, found as cargo finds them."""
    tests = package.manifest.get("test", [])
    found = {str(test["name"]): str(test["path"]) for test in tests if {"name", "path"} <= test.keys()}
    for file in tree.files:
        match = re.fullmatch(r"tests/([^/]+)(?:\.rs|/main\.rs)", file)
        if match and file not in found.values():
            found[match.group(1)] = file
    return found
