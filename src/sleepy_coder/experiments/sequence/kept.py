"""What was trained, by a digest of everything that it depends on: a run that was killed goes on from here.

A file is whole or not there, and is never changed, so runs of other settings share what they have in common.
"""

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec
from torch import Tensor

from sleepy_coder.adapters.tensor_files import load_tensors, save_tensors
from sleepy_coder.provenance import source_digest

CODE = tuple(
    f"sleepy_coder.{package}" for package in ("adapters", "experiments.sequence.learners", "lm", "share", "training")
)


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """One night of one learner: what received a gradient, seconds and tokens of training, how the skill was learned."""

    trained_numbers: int
    seconds: float
    tokens: int
    kind: str
    expanded: bool = False


@dataclass(frozen=True, slots=True)
class Trained:
    """The tensors that a night leaves, by name, and its facts."""

    tensors: Mapping[str, Tensor]
    facts: Facts


@dataclass(frozen=True, slots=True)
class Store:
    """Trained tensors in a folder."""

    folder: Path

    def get(self, key: str) -> Trained | None:
        """What was kept under `key`, if it was."""
        path = self._path(key)
        if not path.is_file():
            return None
        file = load_tensors(path)
        return Trained(file.tensors, msgspec.json.decode(file.metadata["facts"], type=Facts))

    def put(self, key: str, trained: Trained) -> Trained:
        """Keep it, and return what was stored: a run that goes on and one that was never cut must use the same bits."""
        path = self._path(key)
        partial = path.with_suffix(f".{os.getpid()}.partial")
        save_tensors(partial, trained.tensors, {"facts": msgspec.json.encode(trained.facts).decode()})
        partial.replace(path)
        found = self.get(key)
        assert found is not None
        return found

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.safetensors"


@cache
def training_code() -> str:
    """Of all code that decides what training leaves: how, by whom, and how examples are put into words."""
    return source_digest(*CODE)


def key_of(parts: Sequence[object]) -> str:
    """A key for what depends on these."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()
