"""What to fix and what counts as fixed: one task, and the JSON lines in which tasks travel.

A line is (`reference`, `template`, `family` may be absent, every other unknown key is an error that names the key):

    {"id": "borrow-0017", "family": "E0502", "edition": "2021", "crate_type": "bin",
     "files": {"main.rs": "..."}, "oracle": {"kind": "run", "stdout": "3\\n"},
     "reference": {"main.rs": "..."}, "template": "push-while-borrowed"}

Suites come from strangers, so everything is checked here and nowhere else. Raises UsageError with file and line.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec

from sleepy_coder.errors import UsageError
from sleepy_coder.rust.source import EDITIONS, SourceTree

FILE_BYTES_LIMIT = 1 << 20


class Oracle(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who says that a green program is right: nobody but rustc, a run (status and, if given, output), or its tests."""

    kind: Literal["compile", "run", "test"]
    stdout: str | None = None
    status: int = 0


class Task(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One broken program with the oracle that decides; `reference` is one right answer, for the suite's own proof."""

    id: str
    files: dict[str, str]
    oracle: Oracle
    family: str | None = None
    edition: str = "2021"
    crate_type: Literal["bin", "lib"] = "bin"
    reference: dict[str, str] | None = None
    template: str | None = None

    @classmethod
    def of(cls, tree: SourceTree, name: str, oracle: Oracle) -> "Task":
        """A program as a task."""
        kind: Literal["bin", "lib"] = "bin" if tree.crate_type == "bin" else "lib"
        return cls(id=name, files=dict(tree.files), oracle=oracle, edition=tree.edition, crate_type=kind)

    @property
    def tree(self) -> SourceTree:
        """The program as it is given, broken."""
        return SourceTree(files=self.files, edition=self.edition, crate_type=self.crate_type)

    @property
    def reference_tree(self) -> SourceTree | None:
        """The whole program as the reference leaves it: files that the reference does not name stay as they are."""
        if self.reference is None:
            return None
        return SourceTree(files={**self.files, **self.reference}, edition=self.edition, crate_type=self.crate_type)


def parse_tasks(lines: Iterable[str], origin: str) -> tuple[Task, ...]:
    """Every task of a JSONL text. `origin` names it in messages. Ids are unique; blank lines are skipped."""
    tasks: dict[str, Task] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{origin}, line {number}"
        try:
            task = msgspec.json.decode(line, type=Task)
        except msgspec.MsgspecError as problem:
            raise UsageError(f"{where} is not a task: {problem}") from None
        for fault in _faults(task):
            raise UsageError(f"{where}: {fault}")
        if task.id in tasks:
            raise UsageError(f"{where}: the id {task.id!r} is used twice")
        tasks[task.id] = task
    if not tasks:
        raise UsageError(f"{origin} holds no task: it must have a JSON object on each line")
    return tuple(tasks.values())


def load_tasks(path: Path) -> tuple[Task, ...]:
    """The tasks of a JSONL file. Raises UsageError for a missing, non-UTF-8, empty or malformed one."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as problem:
        raise UsageError(f"{path} is not UTF-8 (byte {problem.start}): save it as UTF-8") from None
    except OSError as problem:
        raise UsageError(
            f"the suite {path} cannot be read ({problem.strerror}): mend that or name another one"
        ) from None
    return parse_tasks(text.split("\n"), str(path))


def dump_tasks(tasks: Iterable[Task]) -> str:
    """The same tasks as JSONL, one line each, keys in the order above, newline at the end."""
    return "".join(msgspec.json.encode(task).decode() + "\n" for task in tasks)


def _faults(task: Task) -> Iterator[str]:
    if not task.id.strip():
        yield "the id is empty"
    if not task.files:
        yield "there are no files"
    if task.edition not in EDITIONS:
        yield f"unknown edition {task.edition!r}; known are {', '.join(EDITIONS)}"
    for key, files in (("files", task.files), ("reference", task.reference or {})):
        yield from (f"{key}: {fault}" for fault in _file_faults(files))
    if task.reference is not None and not task.reference.keys() <= task.files.keys():
        yield "the reference names a file that the task does not have"
    if task.crate_type == "lib" and task.oracle.kind == "run":
        yield "a library cannot be run: its oracle is compile or test"
    try:
        _root = task.tree.root
    except UsageError as problem:
        yield str(problem)


def _file_faults(files: Mapping[str, str]) -> Iterator[str]:
    for name, text in files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or not path.name or "\0" in name:
            yield f"{name!r} is not a relative path inside the task"
        if path.suffix != ".rs" or path.name == "build.rs":
            yield f"{name!r} is not a Rust source file that a task may hold"
        if len(text) > FILE_BYTES_LIMIT:
            yield f"{name!r} is larger than 1 MiB"
