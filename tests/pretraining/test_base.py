"""The base model is trained from one file, with little else at hand, and a training that was cut goes on as if not."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from sleepy_coder.errors import UsageError
from sleepy_coder.pretraining import base
from sleepy_coder.pretraining.base import main, train_base
from sleepy_coder.pretraining.config import Architecture, PretrainConfig
from sleepy_coder.pretraining.packed import Packed, read_packed, table_of, write_packed
from sleepy_coder.training.batches import TokenRow

SHAPE = Architecture(vocabulary=64, width=16, layers=1, heads=2, key_value_heads=1, feed_forward=32, positions=64)
CONFIG = PretrainConfig(
    name="test", seed=1, pairs=1, architecture=SHAPE, steps=6, warmup=2, tokens_per_batch=64, longest=32
)
WIDE = """
name = "wide"
seed = 1
pairs = 1
steps = 2
warmup = 1
tokens_per_batch = 64
longest = 32

[architecture]
vocabulary = 64
width = 24
layers = 1
heads = 2
key_value_heads = 1
feed_forward = 32
"""
ROWS = [TokenRow(tuple((7 * n + k * k) % 60 + 2 for k in range(6 + n % 9)), 3) for n in range(40)]


@pytest.fixture
def packed() -> Packed:
    weights = [0.1] * len(ROWS)
    return Packed(CONFIG, table_of(ROWS, weights), table_of(ROWS[:5], weights[:5]), end=1, padding=0)


def quiet(words: str) -> None:
    """Tells nobody."""


def test_what_is_packed_comes_back(packed: Packed, tmp_path: Path) -> None:
    write_packed(tmp_path / "packed.npz", packed)
    again = read_packed(tmp_path / "packed.npz")
    assert (again.config, again.end, again.padding) == (CONFIG, 1, 0)
    for name in ("train", "held_out"):
        one, other = getattr(packed, name), getattr(again, name)
        assert [one.row(n) for n in range(len(one))] == [other.row(n) for n in range(len(other))]
        assert one.head_weights.tolist() == other.head_weights.tolist()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04junk", b"{}"])
def test_a_file_that_holds_something_else_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "packed.npz"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"packed\.npz"):
        read_packed(path)
    assert main([str(path), str(tmp_path / "out")]) == 2


def test_a_training_that_was_cut_at_any_step_ends_with_the_same_weights(packed: Packed, tmp_path: Path) -> None:
    whole = train_base(packed, tmp_path / "whole", quiet)
    assert train_base(packed, tmp_path / "cut", quiet, last_step=1) is None
    assert train_base(packed, tmp_path / "cut", quiet, last_step=4) is None
    cut = train_base(packed, tmp_path / "cut", quiet)
    assert whole is not None and cut is not None
    assert all(torch.equal(one, other) for one, other in zip(whole.parameters(), cut.parameters(), strict=True))
    log = [json.loads(line) for line in (tmp_path / "cut" / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in log] == [1, 4, 6]
    assert all(line["tokens_per_second"] > 0 and line["share_of_peak"] > 0 for line in log)


def test_the_clock_cuts_with_a_checkpoint_and_an_exit_status_of_its_own(packed: Packed, tmp_path: Path) -> None:
    write_packed(tmp_path / "packed.npz", packed)
    arguments = [str(tmp_path / "packed.npz"), str(tmp_path / "out"), "--device", "cpu"]
    assert main([*arguments, "--minutes", "0"]) == 1
    assert (tmp_path / "out" / "checkpoint.safetensors").exists() and not (tmp_path / "out" / "weights").exists()
    assert main(arguments) == 0
    assert list((tmp_path / "out" / "weights").glob("*.safetensors"))


def test_another_config_gives_the_same_rows_another_shape_and_other_steps(packed: Packed, tmp_path: Path) -> None:
    write_packed(tmp_path / "packed.npz", packed)
    (tmp_path / "wide.toml").write_text(WIDE)
    arguments = [str(tmp_path / "packed.npz"), str(tmp_path / "out"), "--device", "cpu"]
    (tmp_path / "narrow.toml").write_text(WIDE.replace("vocabulary = 64", "vocabulary = 32"))
    assert main([*arguments, "--config", "nothing-like-it"]) == 2
    assert main([*arguments, "--config", str(tmp_path / "narrow.toml")]) == 2
    assert main([*arguments, "--config", str(tmp_path / "wide.toml")]) == 0
    shape = json.loads((tmp_path / "out" / "weights" / "config.json").read_text())
    log = [json.loads(line) for line in (tmp_path / "out" / "log.jsonl").read_text().splitlines()]
    assert (shape["hidden_size"], log[-1]["step"]) == (24, 2)


def test_finished_weights_are_taken_up_and_not_trained_again(packed: Packed, tmp_path: Path) -> None:
    trained = train_base(packed, tmp_path, quiet)
    told: list[str] = []
    again = train_base(packed, tmp_path, told.append)
    assert trained is not None and again is not None and not told
    state = again.state_dict()
    assert all(torch.equal(value.half(), state[name].half()) for name, value in trained.state_dict().items())


def test_text_rows_that_are_all_prompt_are_learned_too(packed: Packed, tmp_path: Path) -> None:
    text = [TokenRow(row.ids, len(row.ids)) for row in ROWS]
    only = replace(packed, train=table_of(text, [0.3] * len(text)))
    assert train_base(only, tmp_path, quiet) is not None


APART = """
import sys

for name in ("msgspec", "tree_sitter", "tree_sitter_rust", "jinja2", "scipy", "sklearn", "typer"):
    sys.modules[name] = None
from sleepy_coder.pretraining.base import main
sys.exit(main(sys.argv[1:]))
"""


def test_torch_and_transformers_are_all_that_it_takes(packed: Packed, tmp_path: Path) -> None:
    write_packed(tmp_path / "packed.npz", packed)
    command = [sys.executable, "-c", APART, str(tmp_path / "packed.npz"), str(tmp_path / "out"), "--device", "cpu"]
    source = {**os.environ, "PYTHONPATH": str(Path(base.__file__).parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=source)
    assert done.returncode == 0, done.stderr[-2000:]
