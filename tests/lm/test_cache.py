"""Rows kept in place hold what transformers' own cache holds, however they move."""

from random import Random

import pytest
import torch
from transformers.cache_utils import DynamicCache, DynamicSlidingWindowLayer

from sleepy_coder.lm.cache import GROWTH, BeamCache

HEADS, FEATURES, LAYERS, PROMPT = 2, 4, 3, 5


def write(cache: DynamicCache, rows: int, tokens: int, seed: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """What each layer gives its attention once these tokens are read."""
    generator = torch.Generator().manual_seed(seed)
    found = []
    for layer in range(LAYERS):
        keys, values = torch.randn(2, rows, HEADS, tokens, FEATURES, generator=generator)
        found.append(cache.update(keys, values, layer))
    return found


def read(prompts: int) -> DynamicCache:
    """A cache with a layer that has a window among others, once the prompts were read."""
    cache = DynamicCache()
    write(cache, prompts, 0, 0)
    cache.layers[1] = DynamicSlidingWindowLayer(sliding_window=PROMPT + 3)
    write(cache, prompts, PROMPT, 1)
    return cache


@pytest.mark.parametrize("seed", range(4))
def test_rows_that_come_go_and_change_places_keep_their_past(seed: int) -> None:
    rng, prompts, width = Random(seed), 3, 4
    plain = read(prompts)
    kept = BeamCache(read(prompts), prompts, prompts * width, torch.device("cpu"))
    owners = list(range(prompts))
    for step in range(GROWTH + 8):
        parents = [rng.randrange(len(owners)) for _ in range(rng.randint(1, prompts * width))]
        if step % 3 == 0:
            parents = list(range(len(owners)))
        owners = [owners[parent] for parent in parents]
        plain.reorder_cache(torch.tensor(parents))
        kept.arrange(parents, owners)
        expected = write(plain, len(owners), 1, step + 2)
        for (keys, values), (own_keys, own_values) in zip(
            write(kept.past, len(owners), 1, step + 2), expected, strict=True
        ):
            assert torch.equal(keys, own_keys) and torch.equal(values, own_values)
        assert kept.past.get_seq_length() == plain.get_seq_length() == PROMPT + step + 1


def test_rows_that_stay_where_they_are_are_not_copied() -> None:
    kept = BeamCache(read(2), 2, 8, torch.device("cpu"))
    write(kept.past, 2, 1, 2)
    before = kept.past.layers[0].keys.data_ptr()
    kept.arrange([0, 1], [0, 1])
    write(kept.past, 2, 1, 3)
    assert kept.past.layers[0].keys.data_ptr() == before


def test_a_prompt_is_not_copied_within_its_own_rows() -> None:
    """The rows of one prompt differ behind it alone: its buffer is spoilt here, and not by what moves."""
    kept = BeamCache(read(1), 1, 4, torch.device("cpu"))
    kept.arrange([0, 0], [0, 0])
    write(kept.past, 2, 1, 2)
    layer = kept.past.layers[0]
    layer.keys[0, :, :PROMPT] = 7.0
    written = layer.keys[:, :, PROMPT:].clone()
    kept.arrange([1, 0], [0, 0])
    assert (layer.keys[0, :, :PROMPT] == 7.0).all() and not (layer.keys[1, :, :PROMPT] == 7.0).any()
    assert torch.equal(layer.keys[:, :, PROMPT:], written[[1, 0]])
