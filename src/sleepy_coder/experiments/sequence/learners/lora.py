"""Learners with plain LoRA (arXiv 2106.09685): one adapter night after night, with replay, O-LoRA, one for each skill,
and joint training of all skills.
"""

from collections.abc import Callable, Mapping, Sequence
from random import Random

import torch
from torch import Tensor

from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.adapters.targets import Shape
from sleepy_coder.adapters.trainable import TrainableAdapter, TrainedPath
from sleepy_coder.experiments.sequence.course import Lesson
from sleepy_coder.experiments.sequence.kept import Facts, Trained
from sleepy_coder.experiments.sequence.learners.learner import Learner, School, Setting, flat, unflat
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix
from sleepy_coder.training.batches import TokenRow

START = 0
"""The seed of every LoRA's A: the same for all skills, so that what they learn is comparable."""

ALL = "all"
"""The name of an adapter that answers everything."""


class SequentialLoRA(Learner):
    """One LoRA trained on, night after night."""

    kind = "lora_sequential"

    _state: Mapping[str, Tensor] | None = None

    def train(self, lesson: Lesson) -> Trained:
        adapter = self._adapter()
        tokens = self.school.fit(
            adapter,
            self._rows(lesson),
            rate=self.setting.rate,
            steps=self.school.form.steps,
            seed=self.seed,
        )
        return Trained(adapter.state(), _facts(adapter, tokens))

    def take(self, lesson: Lesson, tensors: Mapping[str, Tensor]) -> None:
        self._state = tensors

    def adapters(self) -> Mapping[str, FoldedAdapter]:
        return {ALL: self._adapter().folded()} if self._state is not None else {}

    def _adapter(self) -> LoRAAdapter:
        adapter = LoRAAdapter(
            self.school.model.attachment.shapes, rank=self.setting.rank, seed=START, device=self.school.device
        )
        if self._state is not None:
            adapter.load_state(self._state)
        return adapter

    def _rows(self, lesson: Lesson) -> list[TokenRow]:
        return self.school.training_rows(lesson)


class ReplayLoRA(SequentialLoRA):
    """The same; `setting.weight` of the examples of a night come from all skills learned before, in equal parts."""

    kind = "lora_replay"

    def _rows(self, lesson: Lesson) -> list[TokenRow]:
        fresh = self.school.training_rows(lesson)
        if not self.lessons:
            return fresh
        wanted = round(len(fresh) * self.setting.weight / (1 - self.setting.weight))
        rng = Random(f"replay/{self.seed}/{len(self.lessons)}")
        old = [rng.sample(rows, len(rows)) for rows in map(self.school.training_rows, self.lessons)]
        turns = [rows[turn] for turn in range(max(map(len, old))) for rows in old if turn < len(rows)]
        return fresh + turns[:wanted]


class OLoRA(Learner):
    """O-LoRA (arXiv 2310.14152): a LoRA for each skill, all of them added up; λ·Σ|A·R_i| keeps each orthogonal to those
    before, R_i being orthonormal columns that span the rows of an earlier A. `setting.weight` is λ."""

    kind = "olora"

    def __init__(self, school: School, setting: Setting, seed: int) -> None:
        super().__init__(school, setting, seed)
        self._past: list[dict[str, FoldedMatrix]] = []

    def train(self, lesson: Lesson) -> Trained:
        # A fresh seed for each skill: from one common start no two could be orthogonal.
        adapter = _OrthogonalLoRA(
            self.school.model.attachment.shapes,
            self._past,
            penalty=self.setting.weight,
            rank=self.setting.rank,
            seed=1 + len(self._past),
            device=self.school.device,
        )
        rows = self.school.training_rows(lesson)
        tokens = self.school.fit(adapter, rows, rate=self.setting.rate, steps=self.school.form.steps, seed=self.seed)
        own = adapter.folded()
        return Trained(flat(own), _facts(adapter, tokens))

    def take(self, lesson: Lesson, tensors: Mapping[str, Tensor]) -> None:
        self._past.append(unflat(tensors))

    def adapters(self) -> Mapping[str, FoldedAdapter]:
        return {ALL: _summed(self._past)} if self._past else {}


class _OrthogonalLoRA(LoRAAdapter):
    """A LoRA on top of earlier ones, which run along frozen. The penalty is added to A's gradient as it comes."""

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        past: Sequence[Mapping[str, FoldedMatrix]],
        *,
        penalty: float,
        rank: int,
        seed: int,
        device: torch.device | str = "cpu",
    ) -> None:
        super().__init__(shapes, rank=rank, seed=seed, device=device)
        self._left: dict[str, Tensor] = {}
        self._right: dict[str, Tensor] = {}
        for matrix in shapes if past else ():
            A = self.tensors[f"{matrix}.A"]
            before = [one[matrix] for one in past if matrix in one]
            self._left[matrix] = torch.cat([one.scaled_left for one in before], 1).to(A)
            self._right[matrix] = torch.cat([one.right for one in before], 1).to(A)
            if penalty:
                A.register_hook(_orthogonal(A, self._right[matrix], penalty))  # type: ignore[no-untyped-call]

    def path(self, matrix: str, dtype: torch.dtype = torch.float32) -> TrainedPath:
        own = super().path(matrix, dtype)
        if matrix not in self._left or dtype is not torch.float32:  # folded alone, in float64
            return own
        assert own.inner is not None
        left = torch.cat([self._left[matrix], own.left], 1)
        return TrainedPath(left, torch.cat([self._right[matrix], own.inner], 1), None)


def _orthogonal(A: Tensor, past: Tensor, penalty: float) -> Callable[[Tensor], Tensor]:
    def add(gradient: Tensor) -> Tensor:
        return gradient + penalty * torch.sign(A.detach() @ past) @ past.T

    return add


def _summed(adapters: Sequence[Mapping[str, FoldedMatrix]]) -> dict[str, FoldedMatrix]:
    """ΔW of all of them added up, as factors side by side (the sum needs no fold to be served)."""
    found = {}
    for matrix in sorted({name for one in adapters for name in one}):
        parts = [one[matrix] for one in adapters if matrix in one]
        found[matrix] = FoldedMatrix(
            torch.cat([part.left for part in parts], 1),
            torch.cat([part.singular for part in parts]),
            torch.cat([part.right for part in parts], 1),
        )
    return found


class LoRAPerSkill(Learner):
    """A LoRA for each skill, from the same start."""

    kind = "lora_per_skill"
    independent = True
    start = START

    def __init__(self, school: School, setting: Setting, seed: int) -> None:
        super().__init__(school, setting, seed)
        self._skills: dict[str, dict[str, FoldedMatrix]] = {}

    def train(self, lesson: Lesson) -> Trained:
        adapter = LoRAAdapter(
            self.school.model.attachment.shapes, rank=self.setting.rank, seed=self.start, device=self.school.device
        )
        rows = self.school.training_rows(lesson)
        tokens = self.school.fit(adapter, rows, rate=self.setting.rate, steps=self.school.form.steps, seed=self.seed)
        return Trained(
            flat(adapter.folded()),
            _facts(adapter, tokens),
        )

    def take(self, lesson: Lesson, tensors: Mapping[str, Tensor]) -> None:
        self._skills[lesson.skill] = unflat(tensors)

    def adapters(self) -> Mapping[str, FoldedAdapter]:
        return self._skills


class JointLoRA(SequentialLoRA):
    """The ceiling: one LoRA from nothing on all skills of the stream together, with as many steps for each skill.

    It learns on the last night, when all skills are there.
    """

    kind = "joint"
    last = 0
    """How many skills the stream has."""

    def night(self, lesson: Lesson) -> Facts:
        if len(self.lessons) + 1 == self.last:
            return super().night(lesson)
        self.lessons.append(lesson)
        return Facts(trained_numbers=0, seconds=0.0, tokens=0, kind="lora")

    def train(self, lesson: Lesson) -> Trained:
        adapter = self._adapter()
        rows = [row for one in (*self.lessons, lesson) for row in self.school.training_rows(one)]
        steps = self.school.form.steps * self.last
        tokens = self.school.fit(adapter, rows, rate=self.setting.rate, steps=steps, seed=self.seed)
        return Trained(adapter.state(), _facts(adapter, tokens))


def _facts(adapter: TrainableAdapter, tokens: int) -> Facts:
    return Facts(trained_numbers=adapter.trained_numbers, seconds=0.0, tokens=tokens, kind=adapter.kind)
