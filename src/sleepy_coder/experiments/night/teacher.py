"""A teacher to measure with, where the settings name none: a larger size of the embedded model, which has learned what
its pupil cannot do.

It stands for a large model. Half of what it learns are programs of the very families that the pupil fails at, from
another seed than the day's, and half are programs of the base families.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.experiments.night.origins import Bench
from sleepy_coder.experiments.small_models import Trained, examples_of, pairs_of, score, train_model
from sleepy_coder.lm.loading.weights import digest_of
from sleepy_coder.pretraining.config import PretrainConfig, load_config
from sleepy_coder.pretraining.skills import BASE

SEED, ASKED_SEED = 8_200_001, 8_200_002
SIZE, STEPS = "size-5m", 700


@dataclass
class OwnTeacher:
    """Learned once, from `pairs` programs of what it teaches and as many others; none of the `items` it is asked."""

    bench: Bench
    tell: Callable[[str], None]
    config: PretrainConfig = field(default_factory=lambda: replace(load_config(SIZE), steps=STEPS))
    pairs: int = 6_000
    items: int = 120

    @cached_property
    def trained(self) -> Trained:
        """The model and its folder, below the cache."""
        families, compiler = list(self.bench.failing), self.bench.compiler
        self.tell(f"making {2 * self.pairs} pairs for a teacher of {', '.join(families)}")
        pairs = pairs_of(families, SEED, self.pairs, compiler) + pairs_of(BASE, SEED, self.pairs, compiler)
        asked = {pair.broken.digest for pair in self._asked}
        taught = [pair for pair in pairs if pair.broken.digest not in asked]
        return train_model(self.config, examples_of(taught), examples_of(self._asked), self.tell)

    @cached_property
    def known(self) -> dict[str, Any]:
        """What it is, and how many errors of the families that it teaches its first answer mends."""
        passed, total, _ = score(self.trained.model, self._asked, self.bench.compiler)
        interval = clopper_pearson(passed, total)
        return {
            "size": self.config.name,
            "digest": digest_of(self.trained.folder),
            "steps": self.config.steps,
            "passed": passed,
            "total": total,
            "pass_at_1": passed / total,
            "interval": [interval.low, interval.high],
        }

    @cached_property
    def _asked(self) -> list[Pair]:
        return pairs_of(list(self.bench.failing), ASKED_SEED, self.items, self.bench.compiler)
