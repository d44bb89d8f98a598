"""The folders of nights: what a night has finished so far, so that it can go on after a crash, and its record.

nights/<id>/plan.json          written first
nights/<id>/examples/SKILL.jsonl what a skill is trained on, whole or absent, beside it SKILL.holdout.jsonl and the
                               data card SKILL.json, which is written last
nights/<id>/trained/...        a skill's ΔW and its record, whole or absent; removed when a later night begins
nights/<id>/night.json         written last: the night is over
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from sleepy_coder.durable import make_folder, reason, storage_fault, write_atomically
from sleepy_coder.errors import StoreProblem

PLAN, RECORD, TRAINED = "plan.json", "night.json", "trained"
_STEM = re.compile(r"\d{8}-\d{6}")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NightFolder:
    """One night's folder; its name is its id and sorts by time."""

    path: Path

    @property
    def id(self) -> str:
        """The night's id."""
        return self.path.name

    @property
    def is_over(self) -> bool:
        """Whether its record is written."""
        return (self.path / RECORD).is_file()

    def read(self, name: str, kind: type[T]) -> T | None:
        """The value stored under `name`, or None. Raises StoreProblem for a damaged file."""
        path = self.path / name
        if not path.is_file():
            return None
        try:
            return msgspec.json.decode(path.read_bytes(), type=kind)
        except (OSError, msgspec.MsgspecError) as error:
            raise _damaged(path, error) from error

    def write(self, name: str, value: object) -> None:
        """Stores a value as JSON, whole or not at all."""
        path = self.path / name
        make_folder(path.parent)
        write_atomically(path, msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n")

    def write_rows(self, name: str, rows: list[T]) -> None:
        """Stores values as JSON lines, whole or not at all."""
        path = self.path / name
        make_folder(path.parent)
        write_atomically(path, b"".join(msgspec.json.encode(row) + b"\n" for row in rows))

    def read_rows(self, name: str, kind: type[T]) -> list[T] | None:
        """The values stored as JSON lines, or None. Raises StoreProblem for a damaged file."""
        path = self.path / name
        if not path.is_file():
            return None
        decoder = msgspec.json.Decoder(kind)
        try:
            return [decoder.decode(line) for line in path.read_bytes().splitlines()]
        except (OSError, msgspec.MsgspecError) as error:
            raise _damaged(path, error) from error


def _damaged(path: Path, error: Exception) -> StoreProblem:
    """What an unfinished night has not taught is still due; of a finished one only the record is lost."""
    return StoreProblem(f"{path} is damaged ({reason(error)}): move that night's folder away to go on without it")


def nights(folder: Path) -> Iterator[NightFolder]:
    """All nights with a plan, oldest first."""
    if folder.is_dir():
        yield from (NightFolder(path) for path in sorted(folder.iterdir()) if (path / PLAN).is_file())


def new_night(folder: Path) -> NightFolder:
    """A fresh folder for a night that starts now. Its name comes after all others, even if the clock was set back."""
    taken = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    others = [found[0] for name in taken if (found := _STEM.match(name))]
    stem = max([datetime.now(UTC).strftime("%Y%m%d-%H%M%S"), *others])
    name = next(name for name in (stem, *(f"{stem}-{n:03d}" for n in range(2, 1000))) if name not in taken)
    return NightFolder(make_folder(folder / name))


def unfinished(folder: Path) -> NightFolder | None:
    """The last night that has no record yet."""
    return next((night for night in reversed(list(nights(folder))) if not night.is_over), None)


def sweep(folder: Path) -> None:
    """Remove what nobody reads any more. Of kills: nights that never had a plan or were half removed, and halves of
    files, which may hold the owner's code. Of nights that are over: the tensors to go on from, which would fill the
    disk in a year. The caller holds the night's lock. Raises StoreProblem or SpaceProblem.
    """
    try:
        for night in folder.iterdir() if folder.is_dir() else ():
            if night.is_dir() and not (night / PLAN).is_file():
                shutil.rmtree(night)
            elif (night / RECORD).is_file() and (night / TRAINED).is_dir():
                shutil.rmtree(night / TRAINED)
            for half in night.rglob(".*"):
                if half.is_file():
                    half.unlink()
    except OSError as error:
        raise storage_fault(error, folder) from error


class _Started(msgspec.Struct):
    started: str
    retrial: bool = False


class _Skill(msgspec.Struct):
    skill: str
    signatures: tuple[str, ...]
    exact_before: float
    exact_after: float
    steps: int = 0
    planned_steps: int = 0

    @property
    def improved(self) -> bool:
        return self.exact_after > self.exact_before


class _Taught(_Started):
    skills: tuple[_Skill, ...] = ()


class Taught(NamedTuple):
    """When a night last taught each signature, in seconds since 1970, and for each skill whether each night improved
    it."""

    signatures: dict[str, float]
    skills: dict[str, list[bool]]

    def before(self, moment: float) -> dict[str, float]:
        """The signatures without those of nights that are still to come, as it looks after a clock was set back: what
        fails now would count as taught until then."""
        return {key: at for key, at in self.signatures.items() if at <= moment}


def taught(folder: Path) -> Taught:
    """What the finished nights have taught; nothing where the clock cut the training before it came to anything. Raises
    StoreProblem for a damaged record.
    """
    found = Taught({}, {})
    for night in nights(folder):
        record = night.read(RECORD, _Taught) if night.is_over else None
        for skill in record.skills if record is not None else ():
            if skill.steps < skill.planned_steps and not skill.improved:
                continue
            at = datetime.fromisoformat(record.started).timestamp() if record is not None else 0.0
            found.signatures.update(dict.fromkeys(skill.signatures, at))
            found.skills.setdefault(skill.skill, []).append(skill.improved)
    return found
