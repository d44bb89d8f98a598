"""The gate over years of nights, by simulation, beside two rules that others use.

How often items flip and what an answer costs was measured on a real night (results/demo.json; `experiment run nights`
measures more of them); everything else is the settings' and the gate's own. `promoted_fraction` is of candidates that
are judged on up to three nights, so it bounds the share of nights.
"""

import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sleepy_coder.evaluation.evidence import gains_needed, items_needed, smallest_visible_gain
from sleepy_coder.evaluation.gate import BLOCK, candidate_alpha, settings_digest
from sleepy_coder.evaluation.statistics import clopper_pearson, sign_test
from sleepy_coder.experiments.gate_simulation import Chances, Night, judge
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings

YEARS, YEARS_QUICK = 2000, 50
CANDIDATES, CANDIDATES_QUICK = 20_000, 2_000
SKILLS = 40
POWER = 0.9
SEED = 365
STEP_POINTS = 0.5
AT_A_TIME = 100  # years
Z = 1.6449  # one-sided 5 %


@dataclass(frozen=True, slots=True)
class Measured:
    """Of real nights. `trained_churn`: the chance of a trained item to flip to either side without a true change, taken
    as the share that was lost; `old_churn` the same of old items where a merge turned the basis, for where it appended
    none flips; `before` and `old_before`: how many trained and old items passed; `seconds_per_answer`: of the trial,
    drawing and judging included; `judging_share`: of a night's budget, what planning and training leave."""

    trained_churn: float
    old_churn: float
    before: float
    old_before: float
    seconds_per_answer: float
    judging_share: float
    source: str


MEASURED = Measured(
    trained_churn=6 / 96,
    old_churn=0.01,  # assumed: no real night has turned the basis yet
    before=6 / 96,
    old_before=276 / 400,
    seconds_per_answer=91.7 / (2 * 96 + 400 + 40),
    judging_share=0.3,
    source="results/demo.json: 6 lost of 96 trained items, 0 flips of 400 old ones, a trial of 91.7 s",
)


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """All scenarios as one JSON object."""
    settings, years = Settings(), YEARS_QUICK if quick else YEARS
    world = _World(settings, CANDIDATES_QUICK if quick else CANDIDATES, MEASURED)
    tell(f"ours: {years} years without a true change")
    began = time.perf_counter()
    parts: dict[str, Any] = {"ours": _ours(world, years, tell)}
    tell("the rivals")
    for name, rule in (("point_estimate", _point_estimate), ("z_test", _z_test)):
        parts[name] = _rival(world, years, rule)
    alpha = candidate_alpha(settings.alpha, 1)
    seen = smallest_visible_gain(world.night.round_items * world.night.rounds, alpha, settings.power)
    return {
        "schema": "sleepy-coder/gate/1",
        **parts,
        "designs": {
            "betting, evidence carried over three nights": parts["ours"]["smallest_gain_points"],
            "sign test, each night alone": _smallest(world, lambda gain: _each_night_alone(world, gain)),
        },
        "years": years,
        "nights_a_year": BLOCK,
        "candidates": world.candidates,
        "skills": SKILLS,
        "night": {**asdict(world.night), "trained_items": world.trained_items, "old_items": world.old_items},
        "affordable_answers": world.affordable,
        "canaries": settings.gate_canaries,
        "measured": asdict(MEASURED),
        "rules": {
            "settings_digest": settings_digest(settings),
            "alpha": settings.alpha,
            "alpha_of_a_candidate": alpha,
            "margin_points": settings.margin_points,
            "useful_gain_points": settings.useful_gain_points,
            "nights_of_a_candidate": settings.gate_nights,
            "gains_needed_without_a_loss": gains_needed(alpha),
            "old_items_needed_without_a_flip": items_needed(alpha, settings.margin_points / 100),
            "smallest_visible_gain_points_of_one_night": None if seen is None else 100 * seen,
        },
        "simulation_seconds": time.perf_counter() - began,
        "provenance": provenance(
            full=not quick, seeds=[SEED], digests={"settings": settings_digest(settings)},
            rustc=compiler.toolchain.version,
        ),
    }  # fmt: skip


class _World:
    """What a night judges, and what is true in each scenario."""

    def __init__(self, settings: Settings, candidates: int, measured: Measured) -> None:
        self.settings, self.candidates, self.measured = settings, candidates, measured
        seconds = measured.judging_share * settings.night_budget_seconds
        self.affordable = int(seconds / measured.seconds_per_answer)
        rounds = min(settings.gate_rounds, self.affordable // (2 * settings.gate_items_per_skill))
        self.night = Night(settings.gate_items_per_skill, max(1, rounds), settings.gate_old_items // SKILLS)

    @property
    def trained_items(self) -> int:
        return self.night.round_items * self.night.rounds

    @property
    def old_items(self) -> int:
        return self.night.old_per_skill * SKILLS

    def chances(self, gain: float = 0.0, *, old: tuple[tuple[float, float], ...] = ((0.0, 0.0),) * SKILLS) -> Chances:
        churn = self.measured.trained_churn
        return Chances((churn + gain, churn), old)

    @property
    def losses(self) -> dict[str, tuple[tuple[float, float], ...]]:
        """Two points lost on old items, in two shapes; where it is spread, the basis has turned and all bits differ."""
        churn = self.measured.old_churn
        return {
            "loss_spread": ((churn, churn + 0.02),) * SKILLS,
            "loss_in_one_skill": ((0.0, 0.02 * SKILLS), *((0.0, 0.0),) * (SKILLS - 1)),
        }


def _ours(world: _World, years: int, tell: Callable[[str], None]) -> dict[str, Any]:
    settings = world.settings
    alpha = candidate_alpha(settings.alpha, 1)

    def within(gain: float, alpha: float = alpha, **more: Any) -> float:
        fates = judge(world.candidates, world.chances(gain, **more), world.night, alpha, settings, SEED)
        return float((fates.promoted_on > 0).mean())

    false = _years_of_noise(world, years, alpha)
    churn = world.measured.old_churn
    result: dict[str, Any] = {
        "no_change": {
            "years_with_false_promotion": false / years,
            "interval": list(clopper_pearson(false, years)),
        },
        **{name: {"promoted_fraction": within(0.05, old=old)} for name, old in world.losses.items()},
        "gain_20": {"promoted_within_3_nights": within(0.20)},
        "gain_20_when_the_basis_turned": {"promoted_within_3_nights": within(0.20, old=((churn, churn),) * SKILLS)},
    }
    tell("ours: the smallest gain")
    result["smallest_gain_points"] = _smallest(world, within)
    later = candidate_alpha(settings.alpha, 9 * BLOCK + 1)
    result["smallest_gain_points_in_the_tenth_year"] = _smallest(world, lambda gain: within(gain, later))
    grid = [gain / 100 for gain in range(31)]
    result["power_curve"] = [{"gain_points": 100 * gain, "promoted_within_3_nights": within(gain)} for gain in grid]
    return result


def _years_of_noise(world: _World, years: int, alpha: float) -> int:
    """Years of candidates without a true change, one after another, in which any was promoted."""
    found = 0
    for start in range(0, years, AT_A_TIME):
        now = min(AT_A_TIME, years - start)
        fates = judge(now * BLOCK, world.chances(), world.night, alpha, world.settings, SEED + start)
        nights, promoted_on = (counts.reshape(now, BLOCK) for counts in (fates.nights, fates.promoted_on))
        begins = nights.cumsum(axis=1) - nights
        found += int(((promoted_on > 0) & (begins + promoted_on <= BLOCK)).any(axis=1).sum())
    return found


def _smallest(world: _World, within: Callable[[float], float]) -> float | None:
    """The smallest gain, on a grid, from which on the chance of promotion is at least POWER; None up to 100 points."""
    steps = np.arange(1, int(100 / STEP_POINTS) + 1)
    low, high = 0, len(steps)
    while low < high:  # the chance grows with the gain
        middle = (low + high) // 2
        gain = min(float(steps[middle]) * STEP_POINTS / 100, 1 - 2 * world.measured.trained_churn)
        low, high = (low, middle) if within(gain) >= POWER else (middle + 1, high)
    return None if low == len(steps) else float(steps[low]) * STEP_POINTS


Rule = Callable[["_World", np.random.Generator, Chances, int], NDArray[np.bool_]]


def _point_estimate(world: _World, random: np.random.Generator, chances: Chances, nights: int) -> NDArray[np.bool_]:
    """Promote when at least as many of the same items pass as before, every night."""
    change = np.zeros(nights, np.int64)
    sizes = [(chances.trained, world.trained_items), *((pair, world.night.old_per_skill) for pair in chances.old)]
    for (gain, loss), items in sizes:
        gained = random.binomial(items, gain, nights)
        change += gained - random.binomial(items - gained, loss / (1 - gain))
    return change >= 0


def _z_test(world: _World, random: np.random.Generator, chances: Chances, nights: int) -> NDArray[np.bool_]:
    """Promote when tonight's pass rate is significantly above the incumbent's on other items, at 5 % every night."""
    passed = np.zeros((2, nights), np.int64)
    sizes = [(chances.trained, world.trained_items), *((pair, world.night.old_per_skill) for pair in chances.old)]
    for number, ((gain, loss), items) in enumerate(sizes):
        before = world.measured.before if number == 0 else world.measured.old_before
        passed[0] += random.binomial(items, before, nights)
        passed[1] += random.binomial(items, min(1.0, max(0.0, before + gain - loss)), nights)
    total = world.trained_items + world.old_items
    rates = passed / total
    pooled = rates.mean(axis=0)
    return np.asarray((rates[1] - rates[0]) / np.sqrt(2 * pooled * (1 - pooled) / total) >= Z)


def _each_night_alone(world: _World, gain: float) -> float:
    """The sign test on one night's items, three nights sharing a candidate's alpha, nothing carried over."""
    random = np.random.default_rng(SEED)
    alpha = candidate_alpha(world.settings.alpha, 1) / world.settings.gate_nights
    up, down = world.chances(gain).trained
    shape = (world.candidates, world.settings.gate_nights)
    gained = random.binomial(world.trained_items, up, shape)
    lost = random.binomial(world.trained_items - gained, down / (1 - up))
    needed = np.array([_sign_test_needs(alpha, count) for count in range(int(lost.max()) + 1)])
    return float((gained >= needed[lost]).any(axis=1).mean())


def _sign_test_needs(alpha: float, lost: int) -> int:
    gained = lost + math.ceil(-math.log2(alpha)) - 1
    while sign_test(gained, lost) > alpha:
        gained += 1
    return gained


def _rival(world: _World, years: int, rule: Rule) -> dict[str, Any]:
    random = np.random.default_rng(SEED)

    def nights(chances: Chances, count: int) -> NDArray[np.bool_]:
        return rule(world, random, chances, count)

    def within(gain: float) -> float:
        count = world.settings.gate_nights * world.candidates
        return float(nights(world.chances(gain), count).reshape(-1, world.settings.gate_nights).any(axis=1).mean())

    noise = nights(world.chances(), years * BLOCK).reshape(years, BLOCK).any(axis=1)
    return {
        "no_change": {"years_with_false_promotion": float(noise.mean())},
        **{
            name: {"promoted_fraction": float(nights(world.chances(0.05, old=old), world.candidates).mean())}
            for name, old in world.losses.items()
        },
        "gain_20": {"promoted_within_3_nights": within(0.20)},
        "smallest_gain_points": _smallest(world, within),
    }
