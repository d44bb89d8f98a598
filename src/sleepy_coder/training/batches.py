"""Token rows as padded batches with a weight for each predicted token."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch

_POOL = 2048


@dataclass(frozen=True, slots=True)
class TokenRow:
    """One example as ids; `ids[answer_start:]` is the answer with its end token."""

    ids: tuple[int, ...]
    answer_start: int


@dataclass(frozen=True, slots=True)
class Batch:
    """`ids` and `attention` (rows, width) int64; `weights` (rows, width) float32, the loss weight of ids[:, t].

    Where several examples share a row, `positions` (rows, width) int64 starts again at 0 with each of them, and no
    example sees another.
    """

    ids: torch.Tensor
    attention: torch.Tensor
    weights: torch.Tensor
    positions: torch.Tensor | None = None

    def part(self, rows: slice) -> "Batch":
        """Some of the rows."""
        positions = None if self.positions is None else self.positions[rows]
        return Batch(self.ids[rows], self.attention[rows], self.weights[rows], positions)

    @property
    def tokens(self) -> int:
        """How many tokens are no padding."""
        return int(self.attention.sum())


def pad(rows: Sequence[TokenRow], *, prompt_weight: float, padding: int, multiple: int = 16) -> Batch:
    """Right-padded to a multiple, so that a few shapes recur."""
    width = -(-max(len(row.ids) for row in rows) // multiple) * multiple
    ids = torch.full((len(rows), width), padding)
    attention = torch.zeros((len(rows), width), dtype=torch.long)
    weights = torch.zeros((len(rows), width))
    for i, row in enumerate(rows):
        length = len(row.ids)
        ids[i, :length] = torch.tensor(row.ids)
        attention[i, :length] = 1
        weights[i, 1 : row.answer_start] = prompt_weight
        weights[i, row.answer_start : length] = 1.0
    return Batch(ids, attention, weights)


def batches(
    rows: Sequence[TokenRow],
    *,
    tokens_per_batch: int,
    longest: int,
    prompt_weight: float,
    padding: int,
    seed: int,
) -> Iterator[Batch]:
    """Endless epochs in an order fixed by `seed`; rows of like length share a batch, longer ones are left out."""
    kept = [row for row in rows if len(row.ids) <= longest]
    if not kept:
        raise ValueError("no example is short enough to train on")
    epoch = 0
    while True:
        order = random.Random(f"{seed}/{epoch}")
        shuffled = kept.copy()
        order.shuffle(shuffled)
        groups = []
        for first in range(0, len(shuffled), _POOL):
            groups += _group(sorted(shuffled[first : first + _POOL], key=lambda row: len(row.ids)), tokens_per_batch)
        order.shuffle(groups)
        for group in groups:
            yield pad(group, prompt_weight=prompt_weight, padding=padding)
        epoch += 1


def _group(rows: Sequence[TokenRow], tokens_per_batch: int) -> list[list[TokenRow]]:
    groups: list[list[TokenRow]] = [[]]
    for row in rows:
        if groups[-1] and (len(groups[-1]) + 1) * len(row.ids) > tokens_per_batch:
            groups.append([])
        groups[-1].append(row)
    return groups
