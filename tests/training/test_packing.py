"""Packed rows hold every text once an epoch, and no text is the worse for its neighbours."""

from collections.abc import Callable
from itertools import islice
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from sleepy_coder.pretraining.packed import table_of
from sleepy_coder.training.batches import Batch, TokenRow, pad
from sleepy_coder.training.loop import loss_sum
from sleepy_coder.training.packing import packed_batches

ROWS = [TokenRow(tuple(range(10 * n + 1, 10 * n + 1 + 3 + n)), 2) for n in range(8)]


def batches(rows: list[TokenRow], *, first: int = 0, width: int = 16, seed: int = 1, weight: float = 0.25) -> Any:
    table = table_of(rows, [weight] * len(rows))
    return packed_batches(table, tokens_per_batch=2 * width, width=width, padding=0, seed=seed, first=first)


def texts(batch: Batch) -> list[tuple[int, ...]]:
    """The texts of a batch, told apart by where positions start again."""
    assert batch.positions is not None
    found: list[tuple[int, ...]] = []
    for ids, positions, attention in zip(batch.ids, batch.positions, batch.attention, strict=True):
        for token, place, real in zip(ids.tolist(), positions.tolist(), attention.tolist(), strict=True):
            if real and place == 0:
                found.append((token,))
            elif real:
                found[-1] = (*found[-1], token)
    return found


@given(st.lists(st.integers(1, 20), min_size=1, max_size=30), st.integers(0, 5))
def test_an_epoch_has_each_text_that_fits_once(lengths: list[int], seed: int) -> None:
    rows = [TokenRow(tuple(100 * n + k + 1 for k in range(length)), 0) for n, length in enumerate(lengths)]
    fitting = sorted(row.ids for row in rows if len(row.ids) <= 16)
    if not fitting:
        with pytest.raises(ValueError, match="short enough"):
            next(batches(rows, seed=seed))
        return
    seen: list[tuple[int, ...]] = []
    for batch in batches(rows, seed=seed):
        seen += texts(batch)
        if len(seen) >= len(fitting):
            break
    assert sorted(seen) == fitting


def test_going_on_at_any_batch_gives_what_would_have_come() -> None:
    whole = list(islice(batches(ROWS), 12))
    for first in (1, 5, 11):
        later = next(batches(ROWS, first=first))
        assert later.ids.equal(whole[first].ids) and later.weights.equal(whole[first].weights)


def test_epochs_differ_and_seeds_do(new_model: Callable[..., Any]) -> None:
    one, other = (next(batches(ROWS, seed=seed)).ids for seed in (1, 2))
    assert not one.equal(other)


def test_prompt_tokens_have_the_texts_weight_answers_one_and_first_tokens_and_padding_none() -> None:
    batch = next(batches([TokenRow((5, 6, 7, 8), 2), TokenRow((9, 10, 11), 3)], weight=0.5))
    assert batch.positions is not None
    assert float(batch.weights[batch.attention == 0].abs().sum()) == 0
    by_token = dict(zip(batch.ids.flatten().tolist(), batch.weights.flatten().tolist(), strict=True))
    assert {token: by_token[token] for token in (5, 6, 7, 8, 9, 10, 11)} == {
        5: 0.0,
        6: 0.5,
        7: 1.0,
        8: 1.0,
        9: 0.0,
        10: 0.5,
        11: 0.5,
    }


def test_the_loss_of_packed_texts_is_the_sum_of_what_each_has_alone(new_model: Callable[..., Any]) -> None:
    model = new_model()
    packed = next(batches(ROWS[:4], width=32, weight=0.5))
    with torch.no_grad():
        alone = sum(float(loss_sum(model, pad([row], prompt_weight=0.5, padding=0))) for row in ROWS[:4])
        assert float(loss_sum(model, packed)) == pytest.approx(alone, rel=1e-5)


def test_a_table_gives_its_rows_back() -> None:
    table = table_of(ROWS, [0.1] * len(ROWS))
    assert [table.row(n) for n in range(len(table))] == ROWS
    assert table.tokens.dtype == np.uint16
