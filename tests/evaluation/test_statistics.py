"""Published values, definitions by brute force, and coverage: the numbers a claim rests on."""

import math
from itertools import product

import numpy as np
import pytest

from sleepy_coder.evaluation import statistics as s


def binomial_tail(n: int, p: float, at_least: int) -> float:
    return math.fsum(math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(at_least, n + 1))


def test_the_exact_interval_of_15_of_30_is_the_published_31_to_69() -> None:
    low, high = s.clopper_pearson(15, 30)
    assert (round(low, 3), round(high, 3)) == (0.313, 0.687)
    assert s.clopper_pearson(0, 0) == (0.0, 1.0)
    assert s.clopper_pearson(0, 10)[0] == 0.0 and s.clopper_pearson(10, 10)[1] == 1.0


@pytest.mark.parametrize(("passed", "total"), [(0, 1), (1, 1), (3, 17), (16, 17), (250, 500)])
def test_bounds_are_where_the_tail_is_alpha(passed: int, total: int) -> None:
    for alpha in (0.2, 0.05, 1e-6):
        high, low = s.upper_bound(passed, total, alpha), s.lower_bound(passed, total, alpha)
        if passed < total:
            below = math.fsum(math.comb(total, k) * high**k * (1 - high) ** (total - k) for k in range(passed + 1))
            assert below == pytest.approx(alpha, rel=1e-6)
        if passed > 0:
            assert binomial_tail(total, low, passed) == pytest.approx(alpha, rel=1e-6)
        assert low < passed / total or passed == 0
        assert high > passed / total or passed == total


def test_wilson_equals_its_published_example_and_stays_within_the_unit() -> None:
    low, high = s.wilson(81, 263)  # Newcombe 1998, Statistics in Medicine 17:857, table I
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    assert s.wilson(0, 20).low == 0.0 and s.wilson(20, 20).high == 1.0 and s.wilson(0, 0) == (0.0, 1.0)


def test_the_sign_test_is_the_binomial_tail() -> None:
    for gained, lost in product(range(12), range(12)):
        expected = binomial_tail(gained + lost, 0.5, gained)
        assert s.sign_test(gained, lost) == pytest.approx(expected, rel=1e-9)
    assert s.sign_test(0, 0) == 1.0
    assert s.sign_test(5000, 4000) < 1e-20


def test_the_interval_of_a_ratio_covers_it_as_often_as_it_promises() -> None:
    rng = np.random.default_rng(1)
    for above, below, total in ((0.1, 0.6, 48), (0.5, 0.5, 30), (0.9, 0.8, 100)):
        passed = rng.binomial(total, [above, below], (2000, 2))
        covered = 0
        for one, other in passed:
            low, high = s.ratio(one / total, s.wilson(one, total), other / total, s.wilson(other, total))
            covered += low <= above / below <= high
        assert 0.935 < covered / 2000 < 0.98


def test_the_interval_of_a_ratio_keeps_to_its_corners() -> None:
    half = s.Interval(0.4, 0.6)
    assert tuple(s.ratio(0.5, half, 1.0, s.Interval(1.0, 1.0))) == pytest.approx(half), "a sure divisor adds nothing"
    assert s.ratio(0.0, s.Interval(0.0, 0.2), 0.5, half).low == 0.0
    assert math.isinf(s.ratio(0.5, half, 0.1, s.Interval(0.0, 0.3)).high)
    with pytest.raises(ValueError, match="no ratio"):
        s.ratio(0.5, half, 0.0, s.Interval(0.0, 0.1))


def test_the_paired_interval_equals_its_published_example() -> None:
    low, high = s.paired_difference(gained=12, lost=2, passed_before=22, total=50)  # Newcombe 1998, 17:2635, method 10
    assert (round(low, 4), round(high, 4)) == (0.0562, 0.3292)
    mirrored = s.paired_difference(gained=2, lost=12, passed_before=32, total=50)
    assert tuple(mirrored) == pytest.approx((-high, -low))


def test_the_paired_interval_survives_the_corners() -> None:
    assert s.paired_difference(0, 0, 0, 0) == (-1.0, 1.0)
    for gained, lost, passed in ((0, 0, 0), (0, 0, 9), (9, 0, 0), (0, 9, 9), (4, 5, 5)):
        low, high = s.paired_difference(gained, lost, passed, 9)
        assert -1 <= low <= (gained - lost) / 9 <= high <= 1
    with pytest.raises(ValueError, match="do not fit"):
        s.paired_difference(5, 0, 6, 10)


def test_the_paired_interval_covers_what_it_says() -> None:
    random = np.random.default_rng(5)
    true_gain, true_loss = 0.25, 0.1
    cells = random.multinomial(60, [true_gain, true_loss, 0.4, 0.25], size=1500)
    covered = 0
    for gained, lost, both, _ in cells.tolist():
        low, high = s.paired_difference(gained, lost, both + lost, 60)
        covered += low <= true_gain - true_loss <= high
    assert 0.93 <= covered / 1500 <= 0.985


def test_nonsense_is_refused() -> None:
    for call in (lambda: s.clopper_pearson(3, 2), lambda: s.wilson(-1, 2), lambda: s.sign_test(-1, 2)):
        with pytest.raises(ValueError, match=r"no proportion|not negative"):
            call()


def test_sign_flips_are_counted_exactly_and_drawn_where_there_are_too_many() -> None:
    some = [0.3, -0.1, 0.2, 0.0, 0.4]
    flipped = [
        sum(sign * value for sign, value in zip(signs, some, strict=True)) for signs in product((1, -1), repeat=5)
    ]
    assert s.sign_flip(some) == pytest.approx(np.mean([total >= sum(some) - 1e-9 for total in flipped]))
    assert s.sign_flip([1.0] * 12) == 2**-12 and s.sign_flip([-1.0] * 12) == 1.0 and s.sign_flip([]) == 1.0
    assert s.sign_flip([0.0] * 7) == 1.0
    assert s.sign_flip([1.0] * 8 + [0.0] * 12) == pytest.approx(2**-8)
    assert s.sign_flip([1.0] * 8 + [0.0] * 13) == pytest.approx(2**-8, rel=0.2)


def test_a_bootstrap_over_rows_and_columns_is_wider_than_one_over_cells() -> None:
    rng = np.random.default_rng(1)
    columns = rng.normal(size=12)
    table = [[float(value + 0.1 * rng.normal()) for value in columns] for _ in range(5)]
    low, high = s.bootstrap(table)
    whole = float(np.mean(table))
    spread = float(np.std(columns)) / math.sqrt(12)
    assert low < whole < high and high - low == pytest.approx(2 * 1.96 * spread, rel=0.25)
    assert s.bootstrap([[0.5, None], [0.5, None]]) == (0.5, 0.5)
    with pytest.raises(ValueError, match="nothing"):
        s.bootstrap([[None]])


def test_a_ratio_of_tables_is_drawn_cell_by_cell_and_one_that_is_the_same_everywhere_is_certain() -> None:
    below: list[list[float | None]] = [[1.0, 2.0, 4.0], [3.0, None, 5.0]]
    half: list[list[float | None]] = [[None if cell is None else cell / 2 for cell in row] for row in below]
    assert s.bootstrap_ratio(half, below) == pytest.approx((0.5, 0.5))
    low, high = s.bootstrap_ratio([[0.0, 2.0, 4.0], [3.0, 9.0, 5.0]], below)
    assert low < 14 / 15 <= high == pytest.approx(1.0)
    with pytest.raises(ValueError, match="nothing"):
        s.bootstrap_ratio([[None]], [[1.0]])
