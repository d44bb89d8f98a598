"""A file of tensors is whole or not there, whatever stops its writer."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
import torch

from sleepy_coder.adapters import tensor_files
from sleepy_coder.adapters.tensor_files import load_tensors, save_tensors
from sleepy_coder.errors import SpaceProblem


@pytest.mark.parametrize("before", [True, False])
def test_a_full_disk_leaves_the_old_file_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: bool) -> None:
    path = tmp_path / "archive" / "skill.safetensors"
    if before:
        save_tensors(path, {"a": torch.ones(3)}, {})

    def half(tensors: dict[str, torch.Tensor], file: Path, metadata: Any) -> None:
        file.write_bytes(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tensor_files, "save_file", half)
    with pytest.raises(SpaceProblem):
        save_tensors(path, {"a": torch.zeros(3)}, {})
    assert path.exists() == before
    assert not before or load_tensors(path).tensors["a"].equal(torch.ones(3))
    assert [one for one in path.parent.iterdir() if one != path] == []
