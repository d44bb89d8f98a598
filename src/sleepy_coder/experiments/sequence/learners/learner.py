"""Whoever learns one skill a night: the protocol behind which all learned arms stand, and what they have in common.

A night has two halves. `train` is dear and depends on nothing but what `key` names, so it is done once and kept; `take`
is cheap and puts what was kept into the learner's state.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from torch import Tensor

from sleepy_coder.adapters.trainable import TrainableAdapter
from sleepy_coder.experiments.sequence.clock import core_seconds
from sleepy_coder.experiments.sequence.course import Lesson
from sleepy_coder.experiments.sequence.form import Form
from sleepy_coder.experiments.sequence.kept import Facts, Store, Trained, key_of, training_code
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.rust.diagnostic import Diagnostic
from sleepy_coder.share.fold import FoldedAdapter, FoldedMatrix
from sleepy_coder.share.library import Skill, SkillLibrary
from sleepy_coder.training.batches import TokenRow, batches
from sleepy_coder.training.example import Example
from sleepy_coder.training.loop import Schedule, StepReport, train
from sleepy_coder.training.token_rows import tokenize

LONGEST = 1024
WARMUP = 5


@dataclass(frozen=True, slots=True)
class Setting:
    """What tuning may choose: learning rate; rank of a LoRA, or p of coefficients (0 keeps the full core); `weight`,
    which each learner names: O-LoRA's λ, the share of replayed examples, the exponent of an average."""

    rate: float
    rank: int = 8
    weight: float = 0.0

    def __str__(self) -> str:
        return f"rate {self.rate:g}, rank {self.rank}, weight {self.weight:g}"


@dataclass(frozen=True)
class School:
    """A model to train, the size of a lesson, and where trained tensors are kept."""

    model: LocalModel
    form: Form
    store: Store
    rows: dict[str, list[TokenRow]] = field(default_factory=dict)

    def training_rows(self, lesson: Lesson) -> list[TokenRow]:
        """The examples as tokens."""
        return self._tokens(f"{lesson.digest}/examples", lambda: lesson.examples)

    def held_out_rows(self, lesson: Lesson) -> list[TokenRow]:
        """The held-out examples as tokens."""
        return self._tokens(f"{lesson.digest}/held-out", lambda: lesson.held_out_examples)

    def fit(self, adapter: TrainableAdapter, rows: Sequence[TokenRow], *, rate: float, steps: int, seed: int) -> int:
        """Train an adapter on rows; returns the tokens seen. The model serves nothing afterwards."""
        tokens = [0]

        def count(report: StepReport) -> None:
            tokens[0] += report.tokens

        data = batches(
            rows,
            tokens_per_batch=self.form.tokens_per_batch,
            longest=LONGEST,
            prompt_weight=0.0,
            padding=self.model.chat.padding,
            seed=seed,
        )
        self.model.attachment.train(adapter)
        schedule = Schedule(rate, steps, warmup=min(WARMUP, steps))
        train(self.model.model, adapter.parameters(), data, schedule, on_step=count)
        self.model.attachment.select(None)
        return tokens[0]

    @property
    def device(self) -> str:
        """Where the model is."""
        return str(next(self.model.model.parameters()).device)

    @cached_property
    def about(self) -> tuple[str, ...]:
        """What every night's result depends on."""
        return (training_code(), self.model.identity.digest, repr(self.form.size))

    def _tokens(self, key: str, examples: Callable[[], Sequence[Example]]) -> list[TokenRow]:
        if key not in self.rows:
            self.rows[key] = tokenize(self.model.tokenizer, examples())
        return self.rows[key]


@dataclass(frozen=True, slots=True)
class Serving:
    """How an arm answers: a library, and for an item of a skill (None: of no skill of the stream) with its error, whom
    to ask."""

    library: SkillLibrary
    choose: Callable[[str | None, Diagnostic], str | None]


class Learner(ABC):
    """One way of learning. `kind` names it in keys; an `independent` night depends on no night before it."""

    kind: str
    independent = False

    def __init__(self, school: School, setting: Setting, seed: int) -> None:
        self.school, self.setting, self.seed = school, setting, seed
        self.lessons: list[Lesson] = []

    def night(self, lesson: Lesson) -> Facts:
        """Learn one more skill, now or as it was learned before."""
        past = [] if self.independent else [one.digest for one in self.lessons]
        key = key_of((*self.school.about, self.kind, self.basis, self.setting, self.seed, *past, lesson.digest))
        trained = self.school.store.get(key) or self.school.store.put(key, self._timed(lesson))
        self.take(lesson, trained.tensors)
        self.lessons.append(lesson)
        return trained.facts

    @property
    def basis(self) -> str:
        """What the learner started from, besides the model."""
        return ""

    @abstractmethod
    def train(self, lesson: Lesson) -> Trained:
        """The dear half. Facts without seconds."""

    @abstractmethod
    def take(self, lesson: Lesson, tensors: Mapping[str, Tensor]) -> None:
        """The cheap half."""

    @abstractmethod
    def adapters(self) -> Mapping[str, FoldedAdapter]:
        """ΔW by name, as it is now."""

    def _timed(self, lesson: Lesson) -> Trained:
        began = core_seconds()
        trained = self.train(lesson)
        facts = trained.facts
        return Trained(
            trained.tensors,
            Facts(
                trained_numbers=facts.trained_numbers,
                seconds=core_seconds() - began,
                tokens=facts.tokens,
                kind=facts.kind,
                expanded=facts.expanded,
            ),
        )


def private(adapters: Mapping[str, FoldedAdapter]) -> SkillLibrary:
    """A library of skills with columns of their own: how plain adapters are served."""
    skills = {
        name: Skill(
            {},
            0,
            {m: f.norm for m, f in folded.items()},
            dict.fromkeys(folded, 0.0),
            dict(map(_served, folded.items())),
        )
        for name, folded in adapters.items()
    }
    return SkillLibrary(skills=skills)


def _served(item: tuple[str, FoldedMatrix]) -> tuple[str, FoldedMatrix]:
    matrix, folded = item
    return matrix, FoldedMatrix(folded.left.float(), folded.singular.float(), folded.right.float())


def flat(folded: FoldedAdapter, prefix: str = "") -> dict[str, Tensor]:
    """A folded adapter as named tensors."""
    return {
        f"{prefix}{matrix}.{part}": getattr(one, part)
        for matrix, one in folded.items()
        for part in ("left", "singular", "right")
    }


def unflat(tensors: Mapping[str, Tensor], prefix: str = "") -> dict[str, FoldedMatrix]:
    """The reverse, float64."""
    matrices = sorted({name[len(prefix) :].rpartition(".")[0] for name in tensors if name.startswith(prefix)})
    return {
        matrix: FoldedMatrix(*(tensors[f"{prefix}{matrix}.{part}"].double() for part in ("left", "singular", "right")))
        for matrix in matrices
    }
