"""What `fix` is pointed at: a single file for rustc, or a crate for cargo."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sleepy_coder.cli import equipment
from sleepy_coder.cli.output import check_utf8
from sleepy_coder.errors import EnvironmentFault, UsageError
from sleepy_coder.paths import Paths
from sleepy_coder.rust.compiler import CheckResult, Compiler
from sleepy_coder.rust.crates.manifest import MANIFEST, read_manifest
from sleepy_coder.rust.crates.packages import SOURCE_FOLDERS, members, path_closure
from sleepy_coder.rust.items import definitions, parse
from sleepy_coder.rust.patch import unified_diff
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.rust.toolchain import find_lints, find_toolchain
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.projects import CrateProject, Project, TaskProject
from sleepy_coder.tasks.task import Oracle, Task

if TYPE_CHECKING:
    from sleepy_coder.rust.crates.cargo import Crate

_MAIN = re.compile(r"^(?:pub |async |const |unsafe )*fn\s+main\b", re.MULTILINE)

_MODULE = re.compile(r"^[ \t]*(?:pub(?:\([^)]*\))?[ \t]+)?mod[ \t]+(\w+)[ \t]*;", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Target:
    """A project with the folder that its files are named from, and what to call it; `unseen` if it has tests or
    examples that are not checked. Once all is green, `overlooked` says if nothing that was compiled read the file that
    was asked for.
    """

    project: Project
    root: Path
    subject: str
    origin: str
    notes: tuple[str, ...]
    top: Path | None = None
    unseen: bool = False
    overlooked: Callable[[], str | None] = lambda: None

    def diff(self, before: SourceTree, after: SourceTree | None) -> str:
        """A diff for `git apply`, which counts paths from the top of the repository that the files lie in; without one,
        from `top`, or from where the files are named from.
        """
        if after is None:
            return ""
        top = next((folder for folder in (self.root, *self.root.parents) if (folder / ".git").exists()), None)
        top = top or self.top or self.root
        changed = [name for name, text in after.files.items() if before.files.get(name) != text]
        return unified_diff(*(self._moved(tree, changed, top) for tree in (before, after)))

    def _moved(self, tree: SourceTree, names: Sequence[str], top: Path) -> dict[str, str]:
        """Some texts of a tree, named from `top`: git takes no patch of a symbolic link, so by what it leads to."""
        real = {name: (self.root / name).resolve() for name in names}
        inside = {name: path if path.is_relative_to(top) else self.root / name for name, path in real.items()}
        return {inside[name].relative_to(top).as_posix(): tree.files[name] for name in names}


def edition_of_file(path: Path, given: str | None) -> str:
    """The edition of a single file. Raises UsageError if one is given for a crate."""
    if given is None or not path.exists():  # that there is none is said where it is opened
        return given or "2021"
    if path.is_dir() or path.name == MANIFEST or _crate_of(path.resolve()) is not None:
        raise UsageError(f"--edition is of a single file: leave it out, as for {path} the {MANIFEST} says it")
    return given


@contextmanager
def open_target(
    path: Path,
    settings: Settings,
    paths: Paths,
    *,
    test: bool,
    clippy: bool,
    edition: str,
    no_sandbox: bool,
    top: Path | None = None,
    instead: Mapping[Path, bytes] | None = None,
) -> Iterator[Target]:
    """Open a .rs file or a crate's folder; `instead` says what files of a crate, or of what it needs, are taken to
    hold. Raises UsageError for anything else, and what rustc and cargo raise."""
    if not path.exists():
        raise UsageError(f"there is no {path}: name a crate's folder or a .rs file")
    place = path.resolve()
    check_utf8(str(place))  # it becomes part of episodes, diffs and the undo log
    lints = find_lints(find_toolchain(), settings.clippy_lints) if clippy else None
    vouched_for = no_sandbox or equipment.is_trusted(paths, place)
    if place.is_file() and place.suffix == ".rs" and _crate_of(place) is None:
        yield _file(place, equipment.compiler(settings, vouched_for=vouched_for, lints=lints), test, edition)
    elif place.is_dir() or (place.is_file() and (place.name == MANIFEST or place.suffix == ".rs")):
        from sleepy_coder.rust.crates.cargo import CRATE_LIMITS, open_crate  # a single file does without

        crate = open_crate(
            _crate_of(place) or place,
            find_toolchain(),
            equipment.sandbox(settings, vouched_for=vouched_for),
            cache=paths.crates,
            tests=test,
            lints=lints,
            limits=replace(CRATE_LIMITS, wall_seconds=settings.crate_wall_seconds),
            instead=instead,
        )
        with crate:
            folder = crate.package.folder
            project = CrateProject(crate, tests=test)
            above = top.resolve() if top is not None and folder.is_relative_to(top.resolve()) else None
            unseen = not test and _has_tests(crate.tree)
            overlooked = partial(_overlooked, crate, place, unseen)
            yield Target(project, folder, crate.package.name, f"crate:{folder}", crate.notes, above, unseen, overlooked)
    else:
        kind = "neither a crate's folder nor a .rs file" if path.is_file() else "no plain file"
        raise UsageError(f"{path} is {kind}: name a crate's folder or a .rs file")


def found_from(path: Path) -> Path:
    """A folder without a manifest stands for the nearest one above that has one, as with cargo; all else for itself."""
    if not path.is_dir() or (path / MANIFEST).is_file():
        return path
    return next((folder for folder in path.resolve().parents if (folder / MANIFEST).is_file()), path)


def packages_at(path: Path) -> list[Path]:
    """`path` itself; of a workspace without a package of its own its members, those that others need first."""
    manifest = path / MANIFEST if path.is_dir() else path
    if manifest.name != MANIFEST or not manifest.is_file():
        return [path]
    table = read_manifest(manifest)
    found = members(manifest.resolve().parent) if "workspace" in table and "package" not in table else ()
    return sorted(found, key=lambda folder: (len(path_closure(folder)), folder)) or [path]


def _crate_of(file: Path) -> Path | None:
    """The crate whose sources a file belongs to: rustc alone could make nothing of it."""
    for folder in file.parents:
        if (folder / MANIFEST).is_file():
            return folder if file.relative_to(folder).parts[0] in SOURCE_FOLDERS else None
    return None


def _overlooked(crate: "Crate", place: Path, unseen: bool) -> str | None:
    if place.suffix != ".rs" or not place.is_file() or crate.reads(place.relative_to(crate.package.folder).as_posix()):
        return None
    name = place.relative_to(crate.package.folder).as_posix()
    if name.startswith("benches/"):
        return f"{name} was not compiled, as no benchmark is: `cargo check --benches` says what is wrong with it"
    if unseen and name.startswith(("tests/", "examples/")):
        return f"{name} was not compiled: --test looks at it too"
    tests = ", or try --test" if unseen else ""
    return (
        f"{name} was not compiled, as no target that was built reads it: declare it with `mod`, or let the features "
        f"that its target requires be default ones{tests}"
    )


def _file(place: Path, compiler: Compiler, test: bool, edition: str) -> Target:
    files = SourceTree.read(*_with_modules(place), root=place.parent).files
    crate_type = "bin" if _has_main(files[place.name]) else "lib"
    root = "main.rs" if crate_type == "bin" else "lib.rs"
    if len(files) > 1 and place.name != root:
        raise UsageError(f"{place.name} has modules in files of their own: call it {root}, or make it a crate")
    task = Task.of(SourceTree(files, edition, crate_type), place.name, Oracle("test" if test else "compile"))
    unseen = not test and _has_tests(task.tree)
    return Target(_OwnFile(task, compiler), place.parent, place.name, f"file:{place}", (), unseen=unseen)


class _OwnFile(TaskProject):
    """A file of the owner's. Where the compiler itself dies of it, there is nothing to mend or to learn."""

    def check_many(self, trees: Sequence[SourceTree]) -> list[CheckResult]:
        """What rustc says. Raises EnvironmentFault if it dies of the file as it is."""
        results = super().check_many(trees)
        for tree, result in zip(trees, results, strict=True):
            if result.died and tree == self.tree:
                raise EnvironmentFault(
                    f"nothing can be said of {tree.root}: {result.errors[-1].message}; make the program smaller, or "
                    "report it to the makers of rustc"
                )
        return results


def _with_modules(root: Path) -> list[Path]:
    """A file and those of the modules that it declares, where rustc looks for them; none out of its folder."""
    found = [root]
    for file in found:
        folder = file.parent if file in (root, file.with_name("mod.rs")) else file.with_suffix("")
        (text,) = SourceTree.read(file, root=root.parent).files.values()
        for name in _MODULE.findall(text):
            places = (folder / f"{name}.rs", folder / name / "mod.rs")
            found += [one for one in places if one.is_file() and one.resolve() == one and one not in found]
    return found


def _has_main(source: str) -> bool:
    """Whether a file is a program; where it does not parse, by what its lines begin with."""
    known = any(item.key == "fn main" for item in definitions(source))
    return known or (parse(source).has_error and _MAIN.search(source) is not None)


def _has_tests(tree: SourceTree) -> bool:
    elsewhere = (name.startswith(("tests/", "examples/")) for name in tree.files)
    return any(elsewhere) or any("#[test]" in text or "#[cfg(test)]" in text for text in tree.files.values())
