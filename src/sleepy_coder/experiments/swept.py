"""What sweeps measured, point by point, and what is told of it."""

from collections.abc import Sequence
from typing import Any

import msgspec

from sleepy_coder.evaluation.statistics import bootstrap, bootstrap_ratio
from sleepy_coder.experiments.sequence.record import mean

BASE, LORA = "base", "lora"


class Point(msgspec.Struct, frozen=True):
    """One value of one knob, one seed: pass rates by skill, numbers trained a skill, and for how many of the skills
    columns were opened and kept. `knob` may be a control; `code` is the digest of what trained it."""

    knob: str
    value: float
    seed: int
    passed: dict[str, float]
    trained_per_skill: float
    expanded: int
    code: str


class Rate(msgspec.Struct, frozen=True):
    """A learning rate that one of `WAYS` tried: of practice answers, those that are given exactly, and their loss."""

    way: str
    rate: float
    exact: float
    loss: float


class Swept(msgspec.Struct, frozen=True):
    """What a result file holds besides its summary."""

    conditions: dict[str, Any]
    points: tuple[Point, ...]
    rates: tuple[Rate, ...] = ()

    def best(self, ways: Sequence[str]) -> Rate:
        """The rate that does best on practice items; ties go to the lower loss."""
        tried = [one for one in self.rates if one.way in ways]
        return max(tried, key=lambda one: (one.exact, -one.loss))


def few_numbers(swept: Swept, ways: Sequence[str]) -> dict[str, Any] | None:
    """Of some ways of training few numbers the one that does best on practice items, and how it does in the stream.
    None before it has been measured; no part is kept where LoRAs gain nothing."""
    chosen = swept.best(ways)
    points = {one.knob: one for one in swept.points if one.knob in (BASE, LORA, chosen.way)}
    if len(points) < 3:
        return None
    base, lora, own = (points[knob] for knob in (BASE, LORA, chosen.way))
    gains = [[(one.passed[skill] - base.passed[skill]) for skill in sorted(base.passed)] for one in (own, lora)]
    gained = sum(gains[1]) > 0
    return {
        "way": chosen.way,
        "rate": chosen.rate,
        "times_fewer_than_lora": lora.trained_per_skill / own.trained_per_skill,
        "gain_kept_of_lora": sum(gains[0]) / sum(gains[1]) if gained else None,
        "interval": list(bootstrap_ratio([gains[0]], [gains[1]])) if gained else None,
    }


def gain_kept(found: Sequence[Point], points: Sequence[Point]) -> float | None:
    """Of what LoRAs gain over the base model on the same skills and seeds; None where they gain nothing."""
    base, lora = ({one.seed: mean(one.passed.values()) for one in points if one.knob == name} for name in (BASE, LORA))
    seeds = [one.seed for one in found]
    theirs = sum(lora[seed] - base[seed] for seed in seeds)
    own = sum(mean(one.passed.values()) - base[one.seed] for one in found)
    return own / theirs if theirs > 0 else None


def summed(found: Sequence[Point]) -> dict[str, Any]:
    """Seeds and skills of one point together."""
    table = [list(one.passed.values()) for one in found]
    interval = bootstrap(table)
    cells = [cell for row in table for cell in row]
    return {
        "acc": {"mean": sum(cells) / len(cells), "low": interval.low, "high": interval.high},
        "trained_per_skill": sum(one.trained_per_skill for one in found) / len(found),
        "skills_without_expansion": 1 - sum(one.expanded for one in found) / len(cells),
    }
