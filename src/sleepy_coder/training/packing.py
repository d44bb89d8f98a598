"""Many texts in each row: every batch has one shape and next to no padding, and a place in the data is a number.

Rows are filled first-fit over a window of open ones (Krell et al. 2021, arXiv:2107.02027); no text sees another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
import torch
from numpy.typing import NDArray

from sleepy_coder.training.batches import Batch, TokenRow

OPEN_ROWS = 32


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Texts end to end. `tokens` uint16; of each text: `ends` int64, where its tokens end; `heads` int64, how many of
    them are prompt, the rest being answer; `head_weights` float32, the loss weight of the prompt's tokens.
    """

    tokens: NDArray[np.uint16]
    ends: NDArray[np.int64]
    heads: NDArray[np.int64]
    head_weights: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.ends)

    @property
    def lengths(self) -> NDArray[np.int64]:
        """Tokens of each text."""
        return np.diff(self.ends, prepend=0)

    def row(self, index: int) -> TokenRow:
        """One text."""
        first = int(self.ends[index - 1]) if index else 0
        return TokenRow(tuple(self.tokens[first : int(self.ends[index])].tolist()), int(self.heads[index]))


def packed_batches(
    table: TokenTable, *, tokens_per_batch: int, width: int, padding: int, seed: int, first: int = 0
) -> Iterator[Batch]:
    """Endless epochs in an order fixed by `seed`, from the `first` batch on; texts longer than `width` are left out.

    Raises ValueError if nothing is left.
    """
    lengths = table.lengths
    fitting = np.flatnonzero(lengths <= width)
    if not len(fitting):
        raise ValueError("no example is short enough to train on")
    rows_per_batch = max(1, tokens_per_batch // width)
    skipped = 0
    for epoch in count():
        order = np.random.default_rng((seed, epoch)).permutation(fitting)
        rows = _filled(order.tolist(), lengths, width)
        for start in range(0, len(rows), rows_per_batch):
            if skipped < first:
                skipped += 1
            else:
                yield _batch(table, rows[start : start + rows_per_batch], width, padding)


def _filled(order: list[int], lengths: NDArray[np.int64], width: int) -> list[list[int]]:
    """Texts dealt to rows of at most `width` tokens, in the order in which the rows were begun."""
    rows: list[list[int]] = []
    room: list[int] = []
    for index in order:
        length = int(lengths[index])
        oldest = max(0, len(rows) - OPEN_ROWS)
        place = next((at for at in range(oldest, len(rows)) if room[at] >= length), len(rows))
        if place == len(rows):
            rows.append([])
            room.append(width)
        rows[place].append(index)
        room[place] -= length
    return rows


def _batch(table: TokenTable, rows: list[list[int]], width: int, padding: int) -> Batch:
    ids = np.full((len(rows), width), padding, dtype=np.int64)
    attention = np.zeros((len(rows), width), dtype=np.int64)
    weights = np.zeros((len(rows), width), dtype=np.float32)
    positions = np.zeros((len(rows), width), dtype=np.int64)
    for at, texts in enumerate(rows):
        start = 0
        for index in texts:
            before = int(table.ends[index - 1]) if index else 0
            length, head = int(table.ends[index]) - before, int(table.heads[index])
            past = start + length
            ids[at, start:past] = table.tokens[before : before + length]
            attention[at, start:past] = 1
            positions[at, start:past] = np.arange(length)
            weights[at, start + 1 : start + head] = table.head_weights[index]  # nothing foretells a text's first token
            weights[at, start + max(head, 1) : past] = 1.0
            start = past
    return Batch(*(torch.from_numpy(array) for array in (ids, attention, weights, positions)))
