"""What a selection adds to each layer's output: one skill, or a mixture of skills by rows.

Always a side path in float32, x·α → core → ·βᵀ, never a change of the weights: small deltas added in place to bf16
weights mostly vanish, and what was never changed need not be restored.

A layer has few products to spare, so: at rank p the factors α·ε_α and β·ε_β of a batch are made once, when its skills
are selected; layers with a common input share the product with it; and what is gained is added to the layer's output
in place.
"""

from collections.abc import Callable, Mapping, Sequence

import torch
from torch import Tensor

from sleepy_coder.adapters.resident import ResidentSkills, Small
from sleepy_coder.adapters.targets import same_input
from sleepy_coder.adapters.trainable import SidePath
from sleepy_coder.share.library import SkillLibrary

Gain = Callable[[Tensor, Tensor], Tensor]  # (a layer's input, its output, which may be overwritten) -> new output
Gains = Mapping[str, Gain]  # by the layer's name


class SharedInput:
    """What layers with one input make of it: a product by the first layer, dropped after the last.

    Without a `product` of its own: x (…, d), flattened to (tokens, d), times all right factors (d, q_i) side by side.
    """

    def __init__(
        self, rights: Sequence[Tensor], product: Callable[[Tensor], Tensor] | None = None, layers: int | None = None
    ) -> None:
        self._rights = rights
        self._product = product or self._joined(rights)
        self._layers = layers or len(rights)
        self._x: Tensor | None = None
        self._made: Tensor | None = None
        self._uses = 0

    def __call__(self, x: Tensor) -> Tensor:
        if self._made is None or x is not self._x:
            self._x, self._made, self._uses = x, self._product(x if x.dtype is torch.float32 else x.float()), 0
        made, self._uses = self._made, self._uses + 1
        if self._uses == self._layers:
            self._x = self._made = None
        return made

    def part(self, number: int) -> Callable[[Tensor], Tensor]:
        """x times the right factor of this number."""
        first = sum(right.shape[1] for right in self._rights[:number])
        part = slice(first, first + self._rights[number].shape[1])
        return lambda x: self(x)[:, part]

    @staticmethod
    def _joined(rights: Sequence[Tensor]) -> Callable[[Tensor], Tensor]:
        joined = torch.cat(list(rights), 1) if rights else torch.empty(0)
        return lambda x: x.flatten(0, -2) @ joined


def added(path: SidePath) -> Gain:
    """The gain of one pair of factors."""
    return _shared_gains({"": path})[""]


class ServedSkills:
    """A library ready to serve: the basis once, and of each skill used so far what `ResidentSkills` keeps."""

    def __init__(self, library: SkillLibrary, rank: int | None, device: torch.device) -> None:
        """rank: the pseudo-rank p served; None serves the full core."""
        self._library = library
        self._device = device
        self._bases = {
            matrix: SidePath(basis.alpha.vectors.to(device), basis.beta.vectors.to(device))
            for matrix, basis in library.bases.items()
        }
        self._resident = ResidentSkills(library, rank, device)

    @property
    def bytes_per_skill(self) -> int:
        """What stays resident for each skill served."""
        return self._resident.bytes_per_skill

    def alone(self, skill: str) -> Gains:
        """A single skill: β and α are multiplied into its coefficients once, here."""
        paths = self._pending(skill)
        if not paths:
            slots = self._resident.slots([skill])
            paths = {
                matrix: self._whole(matrix, core.shape, self._resident.stacked(matrix, slots))
                for matrix, core in self._library.cores(skill).items()
                if core.numel()
            }
        groups = same_input(tuple(paths))
        return {name: gain for group in groups for name, gain in _shared_gains({m: paths[m] for m in group}).items()}

    def by_rows(self, rows: Sequence[str | None]) -> Gains:
        """A skill per row, however many skills. Pending ones have columns of their own and take a product each.

        Rows of None gain nothing.
        """
        named = {skill for skill in rows if skill is not None}
        pending = {skill: own for skill in sorted(named) if (own := self._pending(skill))}
        slots = self._resident.slots([None if skill in pending else skill for skill in rows])
        served = [self._library.skill(skill).norms for skill in named - pending.keys()]
        used = [matrix for matrix in self._bases if any(matrix in norms for norms in served)]
        gains: dict[str, Gain] = {}
        for group in same_input(used):
            stacked = {matrix: self._resident.stacked(matrix, slots) for matrix in group}
            gains |= self._core_rows(stacked) if stacked[group[0]].right is None else self._thin_rows(stacked)
        for skill, paths in pending.items():
            chosen = torch.tensor([i for i, row in enumerate(rows) if row == skill], device=self._device)
            for matrix, path in paths.items():
                gains[matrix] = _own_rows(chosen, added(path), gains.get(matrix))
        return {matrix: _for_rows(len(rows), gain) for matrix, gain in gains.items()}

    def _thin_rows(self, stacked: Mapping[str, Small]) -> dict[str, Gain]:
        """Rank p: each row's α·ε_α and β·ε_β are made here; a layer then adds an outer product to every row."""
        lefts, rights = {}, []
        for matrix, small in stacked.items():
            basis = self._bases[matrix]
            assert small.right is not None
            rights.append(small.right.mT @ basis.right.T)
            lefts[matrix] = small.left.mT @ basis.left.T
        seen = SharedInput((), _rows_product(torch.cat(rights, 1)), len(stacked))
        gains, first = dict[str, Gain](), 0
        for matrix, left in lefts.items():
            gains[matrix] = _outer(seen, slice(first, first + left.shape[1]), left)
            first += left.shape[1]
        return gains

    def _core_rows(self, stacked: Mapping[str, Small]) -> dict[str, Gain]:
        """Full cores: one product with α, a small core per row, one product with βᵀ."""
        seen = SharedInput([self._bases[matrix].right for matrix in stacked])
        return {
            matrix: _cored(seen.part(i), small.left, self._bases[matrix].left)
            for i, (matrix, small) in enumerate(stacked.items())
        }

    def _pending(self, skill: str) -> dict[str, SidePath]:
        own = self._library.skill(skill).private
        return {m: SidePath(f.right.to(self._device), f.scaled_left.to(self._device)) for m, f in own.items()}

    def _whole(self, matrix: str, core: torch.Size, stacked: Small) -> SidePath:
        """Only the columns that the core covers, so that columns appended later change no bit of the output."""
        basis, left = self._bases[matrix], stacked.left[0, : core[0]]
        beta, alpha = basis.left[:, : core[0]].contiguous(), basis.right[:, : core[1]].contiguous()
        if stacked.right is None:
            return SidePath(alpha, beta @ left[:, : core[1]].contiguous())
        return SidePath(alpha @ stacked.right[0, : core[1]], beta @ left)


def _shared_gains(paths: Mapping[str, SidePath]) -> dict[str, Gain]:
    """Gains of layers with one input."""
    seen = SharedInput([path.right for path in paths.values()])
    return {matrix: _plain(seen.part(i), path.left.T) for i, (matrix, path) in enumerate(paths.items())}


def _plain(seen: Callable[[Tensor], Tensor], left: Tensor) -> Gain:
    def gain(x: Tensor, y: Tensor) -> Tensor:
        own = seen(x)
        if y.dtype is torch.float32:
            y.view(-1, y.shape[-1]).addmm_(own, left)
            return y
        return (y + (own @ left).view(y.shape)).to(y.dtype)

    return gain


def _outer(seen: SharedInput, part: slice, left: Tensor) -> Gain:
    """left (rows, p, n). A product of one column is slow as a product and fast as a multiplication."""
    single = left.shape[1] == 1

    def gain(x: Tensor, y: Tensor) -> Tensor:
        own = seen(x)[:, part].mT
        whole = y if y.dtype is torch.float32 else y.float()
        whole = whole.addcmul_(own, left) if single else whole.baddbmm_(own, left)
        return whole.to(y.dtype)

    return gain


def _cored(seen: Callable[[Tensor], Tensor], cores: Tensor, beta: Tensor) -> Gain:
    across = beta.T

    def gain(x: Tensor, y: Tensor) -> Tensor:
        own = torch.bmm(seen(x).reshape(*x.shape[:-1], -1), cores.mT)
        if y.dtype is torch.float32:
            y.view(-1, y.shape[-1]).addmm_(own.flatten(0, 1), across)
            return y
        return (y + own @ across).to(y.dtype)

    return gain


def _rows_product(right: Tensor) -> Callable[[Tensor], Tensor]:
    """x (rows, tokens, d), right (rows, q, d) -> (rows, q, tokens): of several layouts the fastest on a CPU."""
    if right.shape[1] == 1:
        return lambda x: torch.linalg.vecdot(x, right).unsqueeze(1)
    return lambda x: torch.bmm(right, x.mT)


def _own_rows(chosen: Tensor, own: Gain, others: Gain | None) -> Gain:
    def gain(x: Tensor, y: Tensor) -> Tensor:
        y = y if others is None else others(x, y)
        y[chosen] = own(x[chosen], y[chosen])
        return y

    return gain


def _for_rows(rows: int, inner: Gain) -> Gain:
    def gain(x: Tensor, y: Tensor) -> Tensor:
        if x.ndim != 3 or len(x) != rows:
            raise ValueError(f"a skill was selected for each of {rows} rows, but the batch is {tuple(x.shape)}")
        return inner(x, y)

    return gain
