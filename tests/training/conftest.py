"""Twelve repairs of one kind, as a tiny model's tokens."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch

from sleepy_coder.rust.source import SourceTree
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.example import Example, Origin, make_example
from sleepy_coder.training.token_rows import tokenize


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="session")
def examples(error: Callable[..., Any]) -> list[Example]:
    found = []
    for name in "abcdefghijkl":
        source = f"let {name} = v[{name}];\n"
        broken, fixed = SourceTree({"main.rs": source}), SourceTree({"main.rs": source.replace("]", " as usize]")})
        example = make_example(error(broken, [1], message="index", label=None), fixed, Origin.DREAM, "cast")
        assert example is not None
        found.append(example)
    return found


@pytest.fixture(scope="session")
def rows(tokenizer: Any, examples: list[Example]) -> list[TokenRow]:
    return tokenize(tokenizer, examples)
