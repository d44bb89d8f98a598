"""Suites: named collections of tasks, each with the digest that every result made on it carries.

Four ship with the package: `day` (what a demonstration's day works on: families that the embedded model never saw),
`frozen` (what nights are judged by), `canaries` (known families that must never be lost) and `handwritten` (errors as
people make them; `frozen` for whoever writes rules: nobody reads it to write one). A suite file of one's own works
everywhere by its path, and by name once it was added.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from random import Random

import msgspec

from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.errors import EnvironmentFault, UsageError
from sleepy_coder.tasks.card import Card, card_path, read_card
from sleepy_coder.tasks.task import Task, load_tasks, parse_tasks

DIGESTS = "digests.json"
EXPLAIN = "explain"
"""The suite that is made of the installed compiler's own error index."""


@dataclass(frozen=True, slots=True)
class Suite:
    """Tasks in a fixed order. `digest` is the SHA-256 of the file, or of the choice that was made from it; `card` what
    is known besides.
    """

    name: str
    digest: str
    tasks: tuple[Task, ...]
    card: Card | None = None

    @property
    def families(self) -> tuple[str, ...]:
        """The families that occur, in order of appearance."""
        return tuple(dict.fromkeys(task.family for task in self.tasks if task.family))

    @property
    def easy_families(self) -> frozenset[str] | None:
        """Those that a baseline without a model passes half of; None without a card."""
        return None if self.card is None else frozenset(self.card.easy_families)

    def only(self, families: Iterable[str]) -> "Suite":
        """The tasks of these families alone; the digest says so."""
        chosen = sorted(set(families))
        digest = hashlib.sha256(f"{self.digest}:{','.join(chosen)}".encode()).hexdigest()
        return replace(self, digest=digest, tasks=tuple(task for task in self.tasks if task.family in chosen))

    def drawn(self, count: int, seed: int) -> "Suite":
        """The tasks of `count` families drawn by a seed. Raises UsageError if there are not so many."""
        if count > len(self.families):
            raise UsageError(f"suite {self.name} has {len(self.families)} families, not {count}: ask for fewer")
        return self.only(Random(f"{self.digest}:{seed}").sample(sorted(self.families), count))


def shipped() -> tuple[str, ...]:
    """The names of the suites in the package."""
    return tuple(sorted(_package_digests()))


def added(folder: Path) -> tuple[str, ...]:
    """The names of the owner's own suites."""
    return tuple(sorted(path.stem for path in folder.glob("*.jsonl"))) if folder.is_dir() else ()


def load_suite(name_or_path: str, own: Path | None = None) -> Suite:
    """A shipped suite, one added to the folder `own`, or any file.

    Raises UsageError if there is none such or its tasks are malformed, EnvironmentFault if a shipped or added one does
    not have the digest that it had when it was made.
    """
    if name_or_path in _package_digests():
        with resources.as_file(resources.files("sleepy_coder.tasks") / "data") as folder:
            return _checked(
                folder / f"{name_or_path}.jsonl", _package_digests()[name_or_path], "reinstall sleepy-coder"
            )
    if own is not None and name_or_path in added(own):
        file = own / f"{name_or_path}.jsonl"
        return _checked(file, _own_digests(own).get(name_or_path, ""), f"move {file} away and add it again")
    path = Path(name_or_path)
    if not path.is_file():
        known = ", ".join((*shipped(), *(added(own) if own is not None else ())))
        raise UsageError(f"{name_or_path} is neither a suite nor a file: name one of {known}, or a file of tasks")
    tasks = load_tasks(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Suite(path.stem, digest, tasks, read_card(card_path(path), digest))


def add_suite(path: Path, own: Path) -> Suite:
    """Copy a suite file to the owner's suites, under its file's name. Raises UsageError if malformed or taken."""
    suite = load_suite(str(path))
    if suite.name in (*shipped(), *added(own), EXPLAIN):
        raise UsageError(f"there is a suite {suite.name} already: rename the file")
    if suite.card is not None:
        make_folder(own)
        write_atomically(card_path(own / f"{suite.name}.jsonl"), card_path(path).read_bytes())
    return keep_suite(suite.name, path.read_bytes(), own)


def keep_suite(name: str, content: bytes, own: Path) -> Suite:
    """Write a suite to the owner's own, in the place of an earlier one of that name. Raises UsageError if malformed."""
    parse_tasks(content.decode("utf-8").split("\n"), name)
    make_folder(own)
    digests = _own_digests(own)
    write_atomically(own / f"{name}.jsonl", content)
    digest = hashlib.sha256(content).hexdigest()
    write_atomically(own / DIGESTS, msgspec.json.encode({**digests, name: digest}, order="sorted"))
    return load_suite(name, own)


def _checked(path: Path, digest: str, advice: str) -> Suite:
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != digest:
        raise EnvironmentFault(f"the suite {path.stem} was changed since it was made (SHA-256 {found[:12]}): {advice}")
    tasks = parse_tasks(content.decode("utf-8").split("\n"), path.stem)
    return Suite(path.stem, digest, tasks, read_card(card_path(path), digest))


def _own_digests(own: Path) -> dict[str, str]:
    file = own / DIGESTS
    if not file.is_file():
        return {}
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, str])
    except msgspec.MsgspecError as problem:
        raise EnvironmentFault(
            f"{file} is damaged ({problem}): move {own} away, and add your suites again from there"
        ) from problem


def _package_digests() -> dict[str, str]:
    file = resources.files("sleepy_coder.tasks") / "data" / DIGESTS
    return msgspec.json.decode(file.read_bytes(), type=dict[str, str]) if file.is_file() else {}
