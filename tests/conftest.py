"""Contexts and models of a few thousand numbers, for every room that has to do with a language model.

torch and transformers are imported when a test asks for them, so that the others start at once.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.rust.diagnostic import Child, Diagnostic, Span
from sleepy_coder.rust.source import SourceTree


def span_at(file: str, line: int, text: str = "x", *, primary: bool = True, label: str | None = None) -> Span:
    return Span(file, 0, 0, line, line, 1, 1 + len(text), primary, label, None, None, text, in_macro=False)


@pytest.fixture(scope="session")
def error() -> Callable[..., RepairContext]:
    """`error(tree, lines)`: an error whose primary spans lie at these lines, (file, line) or line of the root."""

    def make(
        tree: SourceTree,
        lines: Sequence[int | tuple[str, int]],
        *,
        secondary: Sequence[tuple[str, int]] = (),
        message: str = "mismatched types",
        label: str | None = "expected `usize`, found `i32`",
        code: str | None = "E0308",
        under: str = "x",
        children: Sequence[Child] = (),
        hint: str | None = None,
        similar: str | None = None,
    ) -> RepairContext:
        places = [(tree.root, line) if isinstance(line, int) else line for line in lines]
        spans = [span_at(file, line, under, label=label) for file, line in places]
        spans += [span_at(file, line, under, primary=False, label="here") for file, line in secondary]
        return RepairContext(
            tree, Diagnostic(code, "error", message, tuple(spans), tuple(children), message), hint, similar
        )

    return make


PROGRAM = """\
use std::collections::HashMap;

fn total(prices: &[i32], count: i32) -> i32 {
    let mut sum = 0;
    for i in 0..count {
        sum += prices[i];
    }

    sum
}

fn main() {
    println!("{}", total(&[1, 2, 3], 2));
}
"""


@pytest.fixture(scope="session")
def program() -> SourceTree:
    return SourceTree({"main.rs": PROGRAM})


@pytest.fixture(scope="session")
def tokenizer() -> Any:
    """Ours, of 400 tokens."""
    from sleepy_coder.pretraining.tokenizer import train_tokenizer

    return train_tokenizer([PROGRAM, "E0308 mismatched types expected found i32 usize as"], 400)


@pytest.fixture(scope="session")
def new_model(tokenizer: Any) -> Callable[..., Any]:
    """`new_model(seed)`: a random Qwen2 of two layers, always the same for a seed."""

    def make(seed: int = 3) -> Any:
        from sleepy_coder.pretraining.base import new_model as make_model
        from sleepy_coder.pretraining.config import Architecture, PretrainConfig

        shape = Architecture(width=32, layers=2, heads=2, key_value_heads=1, feed_forward=64, vocabulary=400)
        config = PretrainConfig(name="test", seed=seed, pairs=1, architecture=shape)
        return make_model(config, end=tokenizer.eos_token_id, padding=tokenizer.pad_token_id).eval()

    return make
