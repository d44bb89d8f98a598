"""The gate's rules on counts, many candidates at once, as `evaluation.gate` applies them to items one by one.

A candidate is judged in looks: a round of trained items and all old items first, then further rounds, on as many nights
as it stays undecided. Flips are drawn with fixed chances; strata are drawn evenly, as the trial draws them.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sleepy_coder.evaluation.evidence import gain_evidence, no_loss_evidence
from sleepy_coder.evaluation.statistics import sign_test
from sleepy_coder.settings import Settings

Counts = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Chances:
    """Of an item to be gained and to be lost, as fractions. Old items come in skills of equal size, each with its own
    chances; skills whose chances are 0 answer by the same bits."""

    trained: tuple[float, float]
    old: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Night:
    """What one night judges: rounds of so many trained items, and old items of each skill."""

    round_items: int
    rounds: int
    old_per_skill: int


@dataclass(frozen=True, slots=True)
class Fates:
    """Of each candidate: the night on which it was promoted (0: never), and how many nights it was judged on."""

    promoted_on: Counts
    nights: Counts


def judge(count: int, chances: Chances, night: Night, alpha: float, settings: Settings, seed: int) -> Fates:
    """`count` candidates of these chances, each tested at `alpha`."""
    random = np.random.default_rng(seed)
    needed, margin = -math.log(alpha), settings.margin_points / 100
    gained, lost = np.zeros(count, np.int64), np.zeros(count, np.int64)
    old_gained, old_lost = (np.zeros((count, len(chances.old)), np.int64) for _ in range(2))
    promoted_on, nights = np.zeros(count, np.int64), np.zeros(count, np.int64)
    alive = np.arange(count)
    for number in range(1, settings.gate_nights + 1):
        nights[alive] = number
        for look in range(night.rounds):
            up, down = _flips(random, night.round_items, chances.trained, alive.size)
            gained[alive] += up
            lost[alive] += down
            if look == 0:
                for skill, pair in enumerate(chances.old):
                    if any(pair):
                        up, down = _flips(random, night.old_per_skill, pair, alive.size)
                        old_gained[alive, skill] += up
                        old_lost[alive, skill] += down
            total = ((number - 1) * night.rounds + look + 1) * night.round_items
            old_total = number * night.old_per_skill * len(chances.old)
            better = gain_wealth(gained[alive], lost[alive]) >= needed
            kept = _vetoed(old_gained[alive], old_lost[alive], settings.alpha)
            kept |= _worse(gained[alive], lost[alive], settings.alpha)
            kept |= ~better & _useless(gained[alive], lost[alive], total, settings)
            sums = old_gained[alive].sum(axis=1), old_lost[alive].sum(axis=1)
            harmless = _by_pair(*sums, partial(no_loss_evidence, total=old_total, margin=margin)) >= needed
            promoted = better & harmless & ~kept
            promoted_on[alive[promoted]] = number
            alive = alive[~promoted & ~kept]
            if not alive.size:
                return Fates(promoted_on, nights)
    return Fates(promoted_on, nights)


@cache
def _gain_table(size: int) -> NDArray[np.float64]:
    counts = np.arange(size)
    return np.asarray(gain_evidence(counts[:, None], counts[None, :]))


def gain_wealth(gained: Counts, lost: Counts) -> NDArray[np.float64]:
    """`gain_evidence` by table."""
    most = int(max(gained.max(initial=0), lost.max(initial=0))) + 1
    return np.asarray(_gain_table(1 << most.bit_length())[gained, lost])


def _flips(random: np.random.Generator, items: int, pair: tuple[float, float], size: int) -> tuple[Counts, Counts]:
    up = random.binomial(items, pair[0], size)
    return up, random.binomial(items - up, pair[1] / (1 - pair[0]))


def _by_pair(one: Counts, other: Counts, function: Callable[[Counts, Counts], Any]) -> NDArray[np.float64]:
    """A function of two counts, called once for each pair of them that occurs."""
    width = int(other.max(initial=0)) + 1
    keys, where = np.unique(one * width + other, return_inverse=True)
    values = np.atleast_1d(np.asarray(function(keys // width, keys % width), dtype=np.float64))
    return np.asarray(values[where.ravel()])


def _worse(gained: Counts, lost: Counts, alpha: float) -> Marks:
    """More lost than gained, by the sign test."""
    tests = _by_pair(gained, lost, lambda g, w: [sign_test(int(b), int(a)) for a, b in zip(g, w, strict=True)])
    return (lost > gained) & (tests <= alpha)


def _vetoed(gained: Counts, lost: Counts, alpha: float) -> Marks:
    """A skill, or all old items together, got worse."""
    if not lost.any():
        return np.zeros(len(lost), np.bool_)
    each = _worse(gained.ravel(), lost.ravel(), alpha).reshape(lost.shape).any(axis=1)
    return each | _worse(gained.sum(axis=1), lost.sum(axis=1), alpha)


def _useless(gained: Counts, lost: Counts, total: int, settings: Settings) -> Marks:
    """Proven to gain less than what would be of use."""
    useful = settings.useful_gain_points / 100
    wealth = _by_pair(gained, lost, lambda g, w: no_loss_evidence(w, g, total, useful))
    return wealth >= -math.log(settings.alpha)
