from dataclasses import replace
from pathlib import Path

import pytest

from sleepy_coder.adapters.library_files import read_library
from sleepy_coder.embedded.taught import Taught, taught
from sleepy_coder.errors import UsageError
from sleepy_coder.lm import local
from sleepy_coder.lm.prompt import DEFINITION_LINES
from sleepy_coder.pretraining.config import Architecture, PretrainConfig
from sleepy_coder.pretraining.made import read_made
from sleepy_coder.pretraining.recipe import make_embedded, open_work
from sleepy_coder.pretraining.skills import BASE, LIBRARY
from sleepy_coder.registry.manifest import read_manifest
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain

SMALLEST = PretrainConfig(
    name="smallest",
    seed=1,
    pairs=60,
    steps=3,
    warmup=1,
    skill_pairs=12,
    skill_steps=2,
    tokens_per_batch=1024,
    longest=1024,
    rank=2,
    architecture=Architecture(vocabulary=512, width=32, layers=1, heads=2, key_value_heads=1, feed_forward=64),
)


def test_an_earlier_run_is_taken_up_only_when_asked(tmp_path: Path) -> None:
    open_work(tmp_path / "work", SMALLEST, resume=False)
    open_work(tmp_path / "work", SMALLEST, resume=True)
    with pytest.raises(UsageError, match="--resume"):
        open_work(tmp_path / "work", SMALLEST, resume=False)


def test_a_run_of_another_config_is_never_taken_up(tmp_path: Path) -> None:
    open_work(tmp_path, SMALLEST, resume=False)
    with pytest.raises(UsageError, match="another config"):
        open_work(tmp_path, replace(SMALLEST, steps=4), resume=True)


@pytest.mark.slow
def test_the_recipe_gives_a_model_and_a_library_that_belong_together_and_repeats_nothing(tmp_path: Path) -> None:
    compiler = Compiler(find_toolchain(), best_sandbox(required=False))
    told: list[str] = []
    made = make_embedded(SMALLEST, tmp_path / "work", tmp_path / "out", tmp_path / "cache", compiler, told.append)
    assert made is not None and taught(made.folder / "model") == Taught(BASE, LIBRARY, DEFINITION_LINES)
    model = local.load(str(made.folder / "model"))
    assert model.identity.digest == made.digest
    manifest = read_manifest(made.folder / "library")
    assert manifest.base_model.digest == made.digest
    assert set(manifest.skills) == set(LIBRARY)
    model.load_library(made.folder / "library")
    record = read_made(made.folder / "model")
    assert record.config == SMALLEST and record.tokens > 0 and record.skills.keys() == set(LIBRARY)
    assert record.rows["programs"] == SMALLEST.pairs
    assert read_library(made.folder / "library").skills.keys() == manifest.skills.keys()

    told.clear()
    again = make_embedded(SMALLEST, tmp_path / "work", tmp_path / "again", tmp_path / "cache", compiler, told.append)
    assert again is not None and again.digest == made.digest
    assert not [line for line in told if line.startswith("train:")]
    assert read_manifest(again.folder / "library").skills == manifest.skills
