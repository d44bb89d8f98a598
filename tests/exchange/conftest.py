"""A random Llama and Qwen2 with a skill that changes what they say."""

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.experiments.families import make_family
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.share.fold import FoldedAdapter

Made = tuple[LocalModel, FoldedAdapter]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, program: SourceTree) -> Callable[[str], Made]:
    """`made(family)`: a model and a skill's ΔW, always the same."""
    known: dict[str, Made] = {}
    folder = tmp_path_factory.mktemp("families")

    def make(family: str) -> Made:
        if family not in known:
            place: Path = make_family(family, folder / family, [*program.files.values()])
            model = load(str(place))
            adapter = LoRAAdapter(model.attachment.shapes, rank=2, seed=1)
            with torch.no_grad():
                for name, tensor in adapter.tensors.items():
                    if name.endswith(".B"):
                        tensor.normal_(std=0.1, generator=torch.Generator().manual_seed(1))
            known[family] = model, adapter.folded()
        return known[family]

    return make
