from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.experiments.sized_models import make_sizes
from sleepy_coder.lm import local
from sleepy_coder.pretraining.config import Architecture, PretrainConfig
from sleepy_coder.registry.manifest import read_manifest
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain

SMALL = PretrainConfig(
    name="small",
    seed=1,
    pairs=40,
    steps=2,
    warmup=1,
    skill_pairs=8,
    skill_steps=1,
    tokens_per_batch=1024,
    longest=1024,
    rank=2,
    architecture=Architecture(vocabulary=512, width=32, layers=1, heads=2, key_value_heads=1, feed_forward=64),
)
WIDE = replace(SMALL, name="wide", architecture=replace(SMALL.architecture, width=64, feed_forward=96))


@pytest.mark.slow
def test_sizes_are_made_once_of_the_same_rows_each_in_its_own_shape(tmp_path: Path) -> None:
    compiler, told = Compiler(find_toolchain(), best_sandbox(required=False)), list[str]()
    configs = {"small": SMALL, "wide": WIDE}
    make_sizes(configs, tmp_path / "sizes", tmp_path / "cache", compiler, told.append)
    for name, config in configs.items():
        model = local.load(str(tmp_path / "sizes" / name / "model"))
        assert model.model.config.hidden_size == config.architecture.width
        assert read_manifest(tmp_path / "sizes" / name / "library").base_model.digest == model.identity.digest
    rows = [(tmp_path / "sizes" / "work" / name / "data" / "manifest.json").read_bytes() for name in configs]
    assert rows[0] == rows[1] and told
    told.clear()
    make_sizes(configs, tmp_path / "sizes", tmp_path / "cache", compiler, told.append)
    assert not told


def test_rows_of_other_configs_are_not_taken(tmp_path: Path) -> None:
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    (tmp_path / "rows").mkdir()
    (tmp_path / "rows" / "config.json").write_text("{}")
    with pytest.raises(UsageError, match="another config"):
        make_sizes({"small": SMALL}, tmp_path, tmp_path / "cache", compiler, print)
