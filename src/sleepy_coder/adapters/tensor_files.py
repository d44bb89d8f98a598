"""safetensors files, read as if a stranger had written them. Pickle files are refused, not opened."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from sleepy_coder.durable import fsync_folder
from sleepy_coder.errors import ModelBroken, SpaceProblem
from sleepy_coder.share.fold import FoldedMatrix

DTYPES = (torch.float32, torch.float16, torch.bfloat16)
_PICKLES = {".bin", ".pt", ".pth", ".pkl", ".ckpt"}


class TensorFile(NamedTuple):
    tensors: dict[str, Tensor]
    metadata: dict[str, str]


def load_tensors(path: Path) -> TensorFile:
    """Every tensor of the file as float32, with its metadata.

    Raises ModelBroken if the file is missing, damaged, a pickle, or holds integers or numbers that are not finite.
    """
    if path.suffix in _PICKLES:
        raise ModelBroken(f"{path} is a pickle, which could run code when opened; convert it to safetensors first")
    if not path.is_file():
        pickles = sorted(p.name for p in path.parent.glob("*") if p.suffix in _PICKLES)
        instead = f" ({pickles[0]} lies there, but pickles are refused)" if pickles else ""
        raise ModelBroken(f"{path} is missing{instead}; roll back or install again")
    try:
        with safe_open(path, framework="pt") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a mapping)
            metadata = file.metadata() or {}
    except (SafetensorError, OSError) as error:
        raise ModelBroken(f"{path} is damaged ({error}); roll back or install again") from error
    for name, tensor in tensors.items():
        if tensor.dtype not in DTYPES:
            raise ModelBroken(f"{path}: {name} is {tensor.dtype}, expected float32 or float16; install it again")
        if not torch.isfinite(tensor).all():
            raise ModelBroken(f"{path}: {name} holds numbers that are not finite; roll back or install again")
    return TensorFile({name: tensor.float() for name, tensor in tensors.items()}, metadata)


def save_tensors(
    path: Path, tensors: Mapping[str, Tensor], metadata: Mapping[str, str], dtype: torch.dtype = torch.float32
) -> None:
    """Write the tensors, whole or not at all; the same tensors give the same bytes (so at most one metadata key: their
    order is not kept).

    Raises SpaceProblem when the file cannot be written.
    """
    if len(metadata) > 1:
        raise ValueError("more than one metadata key would make the file's bytes depend on chance")
    contiguous = {name: tensor.detach().to("cpu", dtype).contiguous() for name, tensor in tensors.items()}
    partial = path.with_name(f".{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(contiguous, partial, metadata=dict(metadata) or None)
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.replace(path)
        fsync_folder(path.parent)
    except (OSError, SafetensorError) as error:
        with suppress(OSError):
            partial.unlink()
        raise SpaceProblem(f"{path} cannot be written ({error}); free some space or choose another folder") from error


class Shelf:
    """A file's tensors, each taken once and by its expected number of dimensions; what is left over is an error."""

    def __init__(self, path: Path, tensors: Mapping[str, Tensor]) -> None:
        self._path = path
        self._tensors = dict(tensors)

    def take(self, name: str, dimensions: int) -> Tensor:
        if name not in self._tensors:
            raise self.broken(f"{name} is missing")
        tensor = self._tensors.pop(name)
        if tensor.ndim != dimensions:
            raise self.broken(f"{name} has {tensor.ndim} dimensions instead of {dimensions}")
        return tensor

    def has(self, name: str) -> bool:
        return name in self._tensors

    def names(self) -> tuple[str, ...]:
        return tuple(self._tensors)

    def must_be_empty(self) -> None:
        if self._tensors:
            raise self.broken(f"{min(self._tensors)} does not belong there")

    def broken(self, what: str) -> ModelBroken:
        return ModelBroken(f"{self._path}: {what}; roll back or install again")


def folded_tensors(name: str, folded: FoldedMatrix) -> dict[str, Tensor]:
    return {f"{name}.left": folded.left, f"{name}.singular": folded.singular, f"{name}.right": folded.right}


def take_folded(shelf: Shelf, name: str) -> FoldedMatrix:
    left, right = shelf.take(f"{name}.left", 2), shelf.take(f"{name}.right", 2)
    singular = shelf.take(f"{name}.singular", 1)
    if not left.shape[1] == right.shape[1] == len(singular):
        raise shelf.broken(f"the three parts of {name} do not fit together")
    return FoldedMatrix(left, singular, right)
