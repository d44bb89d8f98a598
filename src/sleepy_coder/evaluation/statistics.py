"""The statistics behind every claim: exact where a decision hangs on them, always with the items that flipped.

Proportions are fractions, 0 to 1. `gained` counts items that failed before and pass now, `lost` the reverse; items
that did not flip say nothing about the sign of a change. scipy is imported on first use, because it is slow to load.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT_FLIPS = 20
DRAWS = 100_000
RESAMPLES = 2_000


class Interval(NamedTuple):
    """A confidence interval."""

    low: float
    high: float


def clopper_pearson(passed: int, total: int, level: float = 0.95) -> Interval:
    """The exact two-sided interval of a proportion (Clopper and Pearson 1934); all of [0, 1] without items."""
    tail = (1 - level) / 2
    return Interval(lower_bound(passed, total, tail), upper_bound(passed, total, tail))


def upper_bound(passed: int, total: int, alpha: float) -> float:
    """The exact one-sided upper confidence bound at level 1 - alpha: the p at which P(X <= passed) is alpha."""
    _check(passed, total)
    if passed == total:
        return 1.0
    from scipy.special import betainccinv

    return float(betainccinv(passed + 1, total - passed, alpha))


def lower_bound(passed: int, total: int, alpha: float) -> float:
    """The exact one-sided lower confidence bound at level 1 - alpha: the p at which P(X >= passed) is alpha."""
    _check(passed, total)
    if passed == 0:
        return 0.0
    from scipy.special import betaincinv

    return float(betaincinv(passed, total - passed + 1, alpha))


def wilson(passed: int, total: int, level: float = 0.95) -> Interval:
    """The score interval of a proportion (Wilson 1927): closer to its level on average than the exact one."""
    _check(passed, total)
    if total == 0:
        return Interval(0.0, 1.0)
    from scipy.special import ndtri

    z = float(ndtri((1 + level) / 2))
    p = passed / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    return Interval(0.0 if passed == 0 else middle - half, 1.0 if passed == total else middle + half)


def sign_test(gained: int, lost: int) -> float:
    """The exact one-sided p-value of "more gained than lost" among the items that flipped; 1 where none did."""
    if gained < 0 or lost < 0:
        raise ValueError(f"counts of flips are not negative: {gained}, {lost}")
    if gained == 0:
        return 1.0
    from scipy.special import betainc

    return float(betainc(gained, lost + 1, 0.5))


def paired_difference(gained: int, lost: int, passed_before: int, total: int, level: float = 0.95) -> Interval:
    """The interval of (pass rate after - before) on the same items: Newcombe 1998, method 10 (hybrid score).

    Raises ValueError for counts that do not fit together. All of [-1, 1] without items.
    """
    both = passed_before - lost
    neither = total - both - lost - gained
    if min(both, neither, gained, lost) < 0:
        raise ValueError(f"{gained} gained, {lost} lost and {passed_before} passed before do not fit {total} items")
    if total == 0:
        return Interval(-1.0, 1.0)
    after, before = (both + gained) / total, (both + lost) / total
    after_low, after_high = wilson(both + gained, total, level)
    before_low, before_high = wilson(both + lost, total, level)
    product = (both + gained) * (neither + lost) * (both + lost) * (neither + gained)
    excess = both * neither - gained * lost
    corrected = max(excess - total / 2, 0.0) if excess > 0 else float(excess)  # Newcombe's continuity correction
    phi = corrected / math.sqrt(product) if product else 0.0

    def reach(one: float, other: float) -> float:
        return math.sqrt(max(one * one - 2 * phi * one * other + other * other, 0.0))

    difference = after - before
    low = difference - reach(after - after_low, before_high - before)
    high = difference + reach(after_high - after, before - before_low)
    return Interval(max(low, -1.0), min(high, 1.0))


def sign_flip(differences: Sequence[float]) -> float:
    """The one-sided p-value of "the mean is above 0" where each difference might as well have the other sign.

    Exact up to `EXACT_FLIPS` differences (Fisher 1935, section 21), from `DRAWS` draws of a fixed seed beyond.
    1 without differences.
    """
    import numpy as np

    values = np.abs(np.asarray(differences, dtype=np.float64))
    observed, count = float(np.sum(differences)), len(values)
    slack = 1e-9 * (float(values.sum()) + 1.0)  # sums that are equal but for rounding count as equal
    if count <= EXACT_FLIPS:
        sums = np.zeros(1)
        for value in values:
            sums = np.concatenate([sums + value, sums - value])
        return float((sums >= observed - slack).mean())
    signs = np.random.default_rng(0).integers(0, 2, (DRAWS, count), dtype=np.int8) * 2 - 1
    return (1 + int((signs @ values >= observed - slack).sum())) / (1 + DRAWS)


def bootstrap(table: Sequence[Sequence[float | None]], level: float = 0.95) -> Interval:
    """The percentile interval of the mean of a table, rows (seeds) and columns (skills) both drawn anew with
    replacement (Efron and Tibshirani 1993, chapter 13). None are left out. Raises ValueError where all are None.
    """
    import numpy as np

    values = _cells(table)
    if values.ndim != 2 or not np.isfinite(values).any():
        raise ValueError("there is nothing to take the mean of")
    known = np.isfinite(values)
    sums, counts = _resampled(np.where(known, values, 0.0)), _resampled(known.astype(np.float64))
    means = sums[counts > 0] / counts[counts > 0]
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high))


def bootstrap_ratio(
    above: Sequence[Sequence[float | None]], below: Sequence[Sequence[float | None]], level: float = 0.95
) -> Interval:
    """The same for sum(above) / sum(below), two tables of one shape whose cells are drawn together. A cell that either
    lacks is left out; draws in which the sum below is not positive count as infinite."""
    import numpy as np

    over, under = _cells(above), _cells(below)
    known = np.isfinite(over) & np.isfinite(under)
    if not known.any():
        raise ValueError("there is nothing to take the ratio of")
    sums, divisors = (_resampled(np.where(known, values, 0.0)) for values in (over, under))
    ratios = np.where(divisors > 0, sums / np.where(divisors > 0, divisors, 1.0), np.inf)
    low, high = np.quantile(ratios, [(1 - level) / 2, (1 + level) / 2], method="closest_observation")
    return Interval(float(low), float(high))


def _cells(table: Sequence[Sequence[float | None]]) -> "NDArray[np.float64]":
    import numpy as np

    return np.array([[math.nan if cell is None else cell for cell in row] for row in table], dtype=np.float64)


def _resampled(cells: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """The sum of the cells in each resample."""
    rows, columns = _times_drawn(*cells.shape)
    sums: NDArray[np.float64] = ((rows @ cells) * columns).sum(axis=1)
    return sums


@lru_cache(maxsize=8)
def _times_drawn(*shape: int) -> "list[NDArray[np.float64]]":
    """How often each row and each column of a table is drawn in each resample, the same for all tables of a shape."""
    import numpy as np

    rng = np.random.default_rng(0)
    drawn = [[rng.integers(0, size, size) for size in shape] for _ in range(RESAMPLES)]
    return [
        np.array([np.bincount(draw[axis], minlength=size) for draw in drawn], dtype=np.float64)
        for axis, size in enumerate(shape)
    ]


def ratio(above: float, above_interval: Interval, below: float, below_interval: Interval) -> Interval:
    """The interval of above / below, two rates that are not negative, from their own: MOVER-R (Newcombe 2016,
    Statistical Methods in Medical Research 25, pages 1774 to 1778).

    It takes the two for independent, so it is wider than need be where both were measured on the same items. The upper
    end is infinite where the lower one of `below` is 0. Raises ValueError if `below` is 0.
    """
    if below <= 0:
        raise ValueError(f"there is no ratio to {below}")
    product = above * below

    def bound(one: float, other: float) -> float:  # the two terms of the paper's root
        return math.sqrt(max(product * product - one * (2 * above - one) * other * (2 * below - other), 0.0))

    least, most = above_interval
    divisor = below_interval.low * (2 * below - below_interval.low)
    low = least * (2 * above - least) / (product + bound(least, below_interval.high)) if least > 0 else 0.0
    high = (product + bound(most, below_interval.low)) / divisor if divisor > 0 else math.inf
    return Interval(low, high)


def _check(passed: int, total: int) -> None:
    if not 0 <= passed <= total:
        raise ValueError(f"{passed} of {total} is no proportion")
