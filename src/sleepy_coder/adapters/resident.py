"""What stays in memory of each skill that was served: of each matrix its core, or ε_β and ε_α at the serving rank.

All skills lie in one tensor per matrix, a slot each, so that a batch of any mixture picks its rows in one operation.
"""

from collections.abc import Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from sleepy_coder.share.coefficients import truncate
from sleepy_coder.share.library import SkillLibrary

_FIRST_CAPACITY = 8


class Small(NamedTuple):
    """Of one skill and matrix: ε_β (k_β, p) and ε_α (k_α, p), or the whole core (k_β, k_α) and no ε_α.

    With a leading dimension when many are stacked.
    """

    left: Tensor
    right: Tensor | None


class ResidentSkills:
    """Grows by a slot when a skill is first asked for. Slot 0 holds zeros, for rows without a skill."""

    def __init__(self, library: SkillLibrary, rank: int | None, device: torch.device) -> None:
        self._library = library
        self._rank = rank
        self._device = device
        self._slots: dict[str, int] = {}
        self._tables = {
            matrix: self._empty(basis.beta.size, basis.alpha.size) for matrix, basis in library.bases.items()
        }

    def slots(self, rows: Sequence[str | None]) -> Tensor:
        """The slot of each row's skill, int64 on the device. Raises KeyError for a skill that is not in the library."""
        for skill in rows:
            if skill is not None and skill not in self._slots:
                self._add(skill)
        numbers = [0 if skill is None else self._slots[skill] for skill in rows]
        return torch.tensor(numbers, device=self._device)

    def stacked(self, matrix: str, slots: Tensor) -> Small:
        """The chosen skills' numbers, a row each."""
        left, right = self._tables[matrix]
        return Small(left[slots], None if right is None else right[slots])

    @property
    def bytes_per_skill(self) -> int:
        """What one more resident skill takes."""
        tensors = [tensor for table in self._tables.values() for tensor in table if tensor is not None]
        return sum(tensor[0].numel() * tensor.element_size() for tensor in tensors)

    def _add(self, skill: str) -> None:
        slot = len(self._slots) + 1
        for matrix, core in self._library.cores(skill).items():
            if not core.numel():
                continue
            table = self._tables[matrix]
            if slot >= len(table.left):
                table = self._tables[matrix] = _doubled(table, slot)
            small = Small(core, None) if self._rank is None else Small(*truncate(core, self._rank))
            for stored, new in zip(table, small, strict=True):
                if stored is not None and new is not None:
                    stored[slot, : new.shape[0], : new.shape[1]] = new
        for matrix, table in self._tables.items():  # matrices that the skill leaves alone: zeros
            if slot >= len(table.left):
                self._tables[matrix] = _doubled(table, slot)
        self._slots[skill] = slot

    def _empty(self, k_beta: int, k_alpha: int) -> Small:
        if self._rank is None:
            return Small(torch.zeros(_FIRST_CAPACITY, k_beta, k_alpha, device=self._device), None)
        p = min(self._rank, k_beta, k_alpha)
        left = torch.zeros(_FIRST_CAPACITY, k_beta, p, device=self._device)
        return Small(left, torch.zeros(_FIRST_CAPACITY, k_alpha, p, device=self._device))


def _doubled(table: Small, slot: int) -> Small:
    def wider(tensor: Tensor) -> Tensor:
        larger = tensor.new_zeros(2 * slot, *tensor.shape[1:])
        larger[: len(tensor)] = tensor
        return larger

    return Small(wider(table.left), None if table.right is None else wider(table.right))
