"""The simulation applies the gate's own rules, and its figures can come out otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from sleepy_coder.evaluation.decision import GateItem, Group
from sleepy_coder.evaluation.gate import SequentialGate, candidate_alpha
from sleepy_coder.experiments import gate, gate_simulation
from sleepy_coder.experiments.gate_simulation import Chances, Night, judge
from sleepy_coder.settings import Settings

SETTINGS = replace(Settings(), gate_nights=2)
NIGHT = Night(round_items=20, rounds=2, old_per_skill=600)
OLD = ((0.001, 0.002), (0.0, 0.004))


def items(group: Group, skill: str, gained: int, lost: int, total: int, start: int) -> list[GateItem]:
    ways = [(False, True)] * gained + [(True, False)] * lost + [(True, True)] * (total - gained - lost)
    return [GateItem(f"{group}/{skill}/{start + n}", group, skill, *way) for n, way in enumerate(ways)]


class Recorded:
    """A random generator that tells what it drew."""

    def __init__(self, seed: int) -> None:
        self.inner, self.drawn = np.random.default_rng(seed), []

    def binomial(self, count, chance, size=None):  # type: ignore[no-untyped-def]
        self.drawn.append(self.inner.binomial(count, chance, size))
        return self.drawn[-1]


@pytest.mark.parametrize("gain", [0.1, 0.25, 0.5])
def test_a_simulated_candidate_fares_as_its_items_would_at_the_gate(
    gain: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes = set()
    for seed in range(12):
        recorded = Recorded(seed)
        with monkeypatch.context() as patch:
            patch.setattr(gate_simulation.np.random, "default_rng", lambda _, recorded=recorded: recorded)
            fates = judge(1, Chances((0.05 + gain, 0.05), OLD), NIGHT, candidate_alpha(0.05, 1), SETTINGS, seed)
        drawn = iter([int(one[0]) for one in recorded.drawn])
        found: list[GateItem] = []
        outcome, night = "undecided", 0
        while outcome == "undecided" and night < SETTINGS.gate_nights:
            night += 1
            for look in range(NIGHT.rounds):
                found += items(Group.TRAINED, "new", next(drawn), next(drawn), NIGHT.round_items, len(found))
                for skill in range(len(OLD)) if look == 0 else ():
                    found += items(Group.OLD, str(skill), next(drawn), next(drawn), NIGHT.old_per_skill, len(found))
                outcome = SequentialGate().decide(found, 1, SETTINGS).outcome
                if outcome != "undecided":
                    break
        assert (outcome == "promote", night) == (fates.promoted_on[0] > 0, fates.nights[0])
        outcomes.add(outcome)
    assert "promote" in outcomes or gain < 0.5


def test_noise_would_be_promoted_without_the_spending() -> None:
    world = gate._World(Settings(), 500, gate.MEASURED)
    assert gate._years_of_noise(world, 10, alpha=0.05) >= 8
    assert gate._years_of_noise(world, 10, alpha=candidate_alpha(0.05, 1)) <= 2


def test_the_chance_of_promotion_grows_with_the_gain_and_falls_with_a_loss() -> None:
    world = gate._World(Settings(), 400, gate.MEASURED)
    alpha = candidate_alpha(0.05, 1)

    def promoted(gain: float, **more) -> float:  # type: ignore[no-untyped-def]
        return float(
            (judge(400, world.chances(gain, **more), world.night, alpha, Settings(), 1).promoted_on > 0).mean()
        )

    assert promoted(0.0) < 0.02 < promoted(0.06) < promoted(0.2)
    for old in world.losses.values():
        assert promoted(0.2, old=old) < 0.01
