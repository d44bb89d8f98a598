"""Betting on flips: honest at every look, right in closed form, and of use."""

import math
from itertools import product

import numpy as np
import pytest

from sleepy_coder.evaluation import evidence as e

ALPHA = 0.02


def wealth_ever(changes: np.ndarray, log_wealth) -> np.ndarray:  # type: ignore[no-untyped-def]
    """The highest log wealth over all looks, one a column; `changes` are runs by items of -1, 0, 1."""
    gained, lost = (changes > 0).cumsum(axis=1), (changes < 0).cumsum(axis=1)
    return log_wealth(gained, lost, np.arange(1, changes.shape[1] + 1)[None, :]).max(axis=1)


def test_looking_after_every_item_does_not_promote_noise() -> None:
    random = np.random.default_rng(1)
    noise = random.choice([-1, 0, 1], p=[0.2, 0.6, 0.2], size=(4000, 300))
    ever = wealth_ever(noise, lambda gained, lost, total: e.gain_evidence(gained, lost))
    assert 0 < (ever >= -math.log(ALPHA)).mean() <= ALPHA


def test_a_loss_of_the_margin_is_hardly_ever_taken_for_none_however_often_one_looks() -> None:
    random = np.random.default_rng(2)
    losing = random.choice([-1, 0, 1], p=[0.15, 0.80, 0.05], size=(4000, 300))
    ever = wealth_ever(losing, lambda gained, lost, total: e.no_loss_evidence(gained, lost, total, 0.10))
    assert 0 < (ever >= -math.log(ALPHA)).mean() <= ALPHA


def test_the_strata_of_a_mixture_may_be_drawn_evenly() -> None:
    """One half of the items always gains, the other always loses: no gain on average, and none is seen."""
    rounds = np.tile([1, -1], 150)
    for start in (rounds, -rounds):
        ever = wealth_ever(start[None, :], lambda gained, lost, total: e.gain_evidence(gained, lost))
        assert ever[0] < -math.log(ALPHA)


def test_the_closed_form_is_the_mean_over_all_bets() -> None:
    bets = (np.arange(200_000) + 0.5) / 200_000
    for gained, lost in product((0, 1, 7, 30), (0, 2, 11)):
        expected = np.mean((1 + bets) ** gained * (1 - bets) ** lost)
        assert math.exp(e.gain_evidence(gained, lost)) == pytest.approx(expected, rel=1e-4)


def test_the_weights_of_the_bets_sum_to_one_and_no_bet_ruins() -> None:
    assert e.WEIGHTS.sum() == pytest.approx(1.0) and len(e.WEIGHTS) == len(e.SHARES) and e.SHARES.max() < 1
    assert e.no_loss_evidence(0, 0, 0, 0.01) == pytest.approx(0.0)
    assert math.isfinite(e.no_loss_evidence(0, 500, 500, 0.01))


def test_needed_counts_are_the_least_that_convince() -> None:
    for alpha, lost in product((0.05, 1e-4), (0, 1, 5, 40)):
        needed = e.gains_needed(alpha, lost)
        assert e.gain_evidence(needed, lost) >= -math.log(alpha) > e.gain_evidence(needed - 1, lost)
    for alpha, margin in product((0.03, 1e-4), (0.01, 0.05)):
        needed = e.items_needed(alpha, margin)
        assert e.lost_at_most(0, 0, needed, alpha) <= margin < e.lost_at_most(0, 0, needed - 1, alpha)


def test_the_bound_on_what_was_lost_covers_it_at_all_times() -> None:
    random = np.random.default_rng(3)
    missed = 0
    for _ in range(300):
        changes = random.choice([-1, 0, 1], p=[0.08, 0.9, 0.02], size=200)
        bounds = [
            e.lost_at_most(int((changes[:n] > 0).sum()), int((changes[:n] < 0).sum()), n, 0.1) for n in (20, 80, 200)
        ]
        missed += min(bounds) < 0.06
    assert missed <= 0.1 * 300
    assert e.lost_at_most(0, 0, 0, 0.1) == 1.0


def test_the_smallest_visible_gain_has_the_power_asked_for() -> None:
    gain = e.smallest_visible_gain(60, 0.001, 0.8)
    assert gain is not None
    needed = e.gains_needed(0.001)
    tail = math.fsum(math.comb(60, k) * gain**k * (1 - gain) ** (60 - k) for k in range(needed, 61))
    assert tail == pytest.approx(0.8, rel=1e-6)
    assert e.smallest_visible_gain(4, 0.05, 0.8) is None
