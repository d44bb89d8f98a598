"""The folded ΔW of each skill as it was trained: r·(n+d) numbers a matrix, cold, one file a skill.

Nothing serves from here. It makes the ledger's exact column possible, and a library that can be built again.
"""

import os
import shutil
import string
from collections.abc import Iterable
from pathlib import Path

from torch import Tensor

from sleepy_coder.adapters.tensor_files import Shelf, folded_tensors, load_tensors, save_tensors, take_folded
from sleepy_coder.errors import SpaceProblem, UsageError
from sleepy_coder.share.fold import FoldedAdapter

ARCHIVE = "archive"
_ALLOWED = frozenset(string.ascii_letters + string.digits + "._+-")


def check_skill_id(skill: str) -> str:
    """Skill ids become names of files. Raises UsageError for one that could not."""
    if not skill or skill.startswith(".") or len(skill) > 100 or not set(skill) <= _ALLOWED:
        raise UsageError(f"{skill!r} cannot be a skill's id; use letters, digits, '.', '_', '+' and '-'")
    return skill


def write_archive(folder: Path, skill: str, folded: FoldedAdapter) -> None:
    """Keep a skill's ΔW in the version's folder, float32."""
    tensors: dict[str, Tensor] = {}
    for matrix, own in folded.items():
        tensors |= folded_tensors(matrix, own)
    save_tensors(_path(folder, skill), tensors, {})


def read_archive(folder: Path, skill: str) -> FoldedAdapter | None:
    """The skill's ΔW as trained, or None where it was never archived. Raises ModelBroken for a damaged file."""
    path = _path(folder, skill)
    if not path.is_file():
        return None
    shelf = Shelf(path, load_tensors(path).tensors)
    matrices = sorted({name.rpartition(".")[0] for name in shelf.names()})
    folded = {matrix: take_folded(shelf, matrix) for matrix in matrices}
    shelf.must_be_empty()
    return folded


def carry_archive(parent: Path, folder: Path, skills: Iterable[str]) -> tuple[str, ...]:
    """Give a new version its parent's archive of these skills, by hard link where the disk allows.

    Returns the skills whose archive was carried over.
    """
    carried = []
    for skill in skills:
        source, target = _path(parent, skill), _path(folder, skill)
        if not source.is_file() or target.exists():
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(source, target)
            except OSError:
                shutil.copyfile(source, target)
        except OSError as error:
            raise SpaceProblem(f"{target} cannot be written ({error}); free some space") from error
        carried.append(skill)
    return tuple(carried)


def _path(folder: Path, skill: str) -> Path:
    return folder / ARCHIVE / f"{check_skill_id(skill)}.safetensors"
