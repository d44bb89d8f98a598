"""What a batch weighs, and that its order is a matter of the seed alone."""

from itertools import islice
from typing import Any

import pytest
import torch

from sleepy_coder.training.batches import Batch, TokenRow, batches, pad
from sleepy_coder.training.example import Example
from sleepy_coder.training.token_rows import tokenize


def take(rows: list[TokenRow], count: int, seed: int, **more: Any) -> list[Batch]:
    arguments: dict[str, Any] = {"tokens_per_batch": 256, "longest": 512, "prompt_weight": 0.1, "padding": 0} | more
    return list(islice(batches(rows, seed=seed, **arguments), count))


def same(left: list[Batch], right: list[Batch]) -> bool:
    return all(torch.equal(one.ids, other.ids) for one, other in zip(left, right, strict=True))


def test_order_is_fixed_by_the_seed_and_differs_between_seeds_and_epochs(rows: list[TokenRow]) -> None:
    count = len(take(rows, 1, 1)) * 12
    assert same(take(rows, count, 1), take(rows, count, 1))
    orders = [[batch.ids.tolist() for batch in take(rows, 6, seed, tokens_per_batch=1)] for seed in (1, 2)]
    assert orders[0] != orders[1]
    one_by_one = [batch.ids.tolist() for batch in take(rows, 2 * len(rows), 1, tokens_per_batch=1)]
    assert one_by_one[: len(rows)] != one_by_one[len(rows) :]
    assert sorted(map(str, one_by_one[: len(rows)])) == sorted(map(str, one_by_one[len(rows) :]))


def test_every_row_comes_once_an_epoch_and_batches_keep_to_their_size() -> None:
    rows = [TokenRow((*range(1, 4 + n % 7), 100 + n), 2) for n in range(50)]
    seen: list[int] = []
    for batch in take(rows, 100, 3, tokens_per_batch=24):
        assert batch.tokens <= 24
        seen += [int(max(row)) for row in batch.ids.tolist()]
        if len(seen) >= 50:
            break
    assert sorted(seen) == list(range(100, 150))


def test_weights_are_on_the_answer_and_its_end_lightly_on_the_prompt_and_never_on_padding() -> None:
    batch = pad([TokenRow((5, 6, 7, 8, 9), 3), TokenRow((5, 6), 1)], prompt_weight=0.1, padding=42, multiple=8)
    assert batch.ids.tolist() == [[5, 6, 7, 8, 9, 42, 42, 42], [5, 6, 42, 42, 42, 42, 42, 42]]
    assert batch.attention.sum(1).tolist() == [5, 2]
    expected = torch.tensor([[0, 0.1, 0.1, 1, 1, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0, 0]])
    assert torch.equal(batch.weights, expected)


def test_rows_too_long_are_left_out_and_none_left_is_an_error() -> None:
    rows = [TokenRow(tuple(range(20)), 2), TokenRow((1, 2, 3), 2)]
    assert {batch.tokens for batch in take(rows, 4, 1, longest=10)} == {3}
    with pytest.raises(ValueError, match="no example"):
        take(rows, 1, 1, longest=2)


def test_a_row_is_the_prompt_the_answer_and_the_end(tokenizer: Any, examples: list[Example]) -> None:
    for row, example in zip(tokenize(tokenizer, examples), examples, strict=True):
        assert tokenizer.decode(row.ids[row.answer_start : -1]) == example.answer
        assert row.ids[-1] == tokenizer.eos_token_id
        assert tokenizer.decode(row.ids[: row.answer_start]).endswith("<|im_start|>assistant\n")
