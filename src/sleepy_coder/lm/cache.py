"""Keys and values of the rows of a beam search, kept in place: a step writes one token a row, and little else moves.

transformers' own layers copy all that was read so far at every token, and once more when rows change places. With a
small model that is as much work as its arithmetic. But rows of one prompt differ only in what was written behind it:
where a row takes the place of another one of its prompt, no more than that need be copied.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch
from torch import Tensor
from transformers.cache_utils import DynamicLayer

GROWTH = 32
"""Tokens that room is made for at a time; most answers are shorter."""


class Move(NamedTuple):
    """The next batch: how many rows, which of them (`changed`) go on with what another row has read (`parents`), and
    which of those (`moved`, from `sources`) answer another prompt than the row that was there. Row numbers, int64."""

    rows: int
    changed: Tensor
    parents: Tensor
    moved: Tensor
    sources: Tensor


class BeamCache:
    """What a model has read; `past` is that in transformers' form, for the model to take and to add to."""

    def __init__(self, past: Any, prompts: int, most_rows: int, device: torch.device) -> None:
        """past: the cache once the prompts were read, one a row. Layers with a window or a state stay their own."""
        self.past = past
        self._device = device
        self._prompts = list(range(prompts))
        self._in_place: list[InPlaceLayer] = []
        self._own: list[Any] = []
        for number, layer in enumerate(past.layers):
            if type(layer) is DynamicLayer and layer.is_initialized:
                past.layers[number] = InPlaceLayer(layer.keys, layer.values, most_rows)
                self._in_place.append(past.layers[number])
            else:
                self._own.append(layer)

    def arrange(self, parents: Sequence[int], prompts: Sequence[int]) -> None:
        """Row i goes on with what row `parents[i]` has read, and answers `prompts[i]`, as that row did."""
        before = self._prompts
        self._prompts = list(prompts)
        changed = [row for row, parent in enumerate(parents) if row != parent]
        if not changed and len(parents) == len(before):
            return
        moved = [row for row in changed if row >= len(before) or before[row] != prompts[row]]
        parent = torch.tensor(parents, device=self._device)
        rows, others = (torch.tensor(some, dtype=torch.long, device=self._device) for some in (changed, moved))
        move = Move(len(parents), rows, parent[rows], others, parent[others])
        for layer in self._in_place:
            layer.move(move)
        for layer in self._own:
            layer.reorder_cache(parent)


class InPlaceLayer(DynamicLayer):  # type: ignore[misc]  # transformers is not typed
    """`keys` and `values` (rows, heads, tokens, features) are views of buffers with room for more rows and tokens."""

    def __init__(self, keys: Tensor, values: Tensor, most_rows: int) -> None:
        super().__init__()
        self.lazy_initialization(keys, values)
        self._most_rows = most_rows
        self._prompt_tokens = keys.shape[2]
        self._buffers = (keys, values)
        self._show(len(keys), keys.shape[2])

    def update(self, key_states: Tensor, value_states: Tensor, *args: Any, **kwargs: Any) -> tuple[Tensor, Tensor]:
        rows, past = len(key_states), self.get_seq_length()
        now = past + key_states.shape[2]
        if now > self._buffers[0].shape[2]:
            self._make_room()
        for buffer, states in zip(self._buffers, (key_states, value_states), strict=True):
            buffer[:rows, :, past:now] = states
        self._show(rows, now)
        return self.keys, self.values

    def move(self, move: Move) -> None:
        """What the rows that changed have read becomes what their parents have."""
        if move.rows > len(self._buffers[0]):
            self._make_room()
        start, now = self._prompt_tokens, self.get_seq_length()
        for buffer in self._buffers:
            written, prompts = buffer[move.parents, :, start:now], buffer[move.sources, :, :start]
            buffer[move.changed, :, start:now] = written
            buffer[move.moved, :, :start] = prompts
        self._show(move.rows, now)

    def _make_room(self) -> None:
        rows, heads, tokens, _ = self.keys.shape
        larger = []
        for shown in (self.keys, self.values):
            buffer = shown.new_empty(self._most_rows, heads, tokens + GROWTH, shown.shape[3])
            buffer[:rows, :, :tokens] = shown
            larger.append(buffer)
        self._buffers = (larger[0], larger[1])

    def _show(self, rows: int, tokens: int) -> None:
        self.keys, self.values = (buffer[:rows, :, :tokens] for buffer in self._buffers)
