"""The measures of continual learning on a 3 by 3 example worked by hand."""

import dataclasses

import pytest

from sleepy_coder.evaluation.continual import LearningMatrix, measures, terms

EXAMPLE = LearningMatrix(
    tasks=("a", "b", "c"),
    rows=(
        (0.10, 0.20, 0.30),  # base model
        (0.80, 0.25, 0.30),  # after learning a
        (0.90, 0.70, 0.40),  # after learning b
        (0.60, 0.65, 0.75),  # after learning c
    ),
)


def test_the_worked_example() -> None:
    found = measures(EXAMPLE, joint=(0.85, 0.80, 0.75))
    assert found.accuracy == pytest.approx((0.60 + 0.65 + 0.75) / 3)
    assert found.backward_transfer == pytest.approx(((0.60 - 0.80) + (0.65 - 0.70)) / 2)
    assert found.forgetting == pytest.approx(((0.90 - 0.60) + (0.70 - 0.65)) / 2)
    assert found.forward_transfer == pytest.approx(((0.25 - 0.20) + (0.40 - 0.30)) / 2)
    assert found.plasticity == pytest.approx(((0.80 - 0.10) + (0.70 - 0.20) + (0.75 - 0.30)) / 3)
    assert found.intransigence == pytest.approx(((0.85 - 0.80) + (0.80 - 0.70) + (0.75 - 0.75)) / 3)
    assert measures(EXAMPLE).intransigence is None


def test_one_task_leaves_nothing_to_forget() -> None:
    found = measures(LearningMatrix(("a",), ((0.1,), (0.9,))))
    assert found.accuracy == 0.9 and found.plasticity == pytest.approx(0.8)
    assert (found.backward_transfer, found.forgetting, found.forward_transfer) == (None, None, None)


def test_no_change_means_no_measure_but_accuracy() -> None:
    still = LearningMatrix(("a", "b"), ((0.5, 0.5),) * 3)
    found = dataclasses.astuple(measures(still, joint=(0.5, 0.5)))
    assert found == (0.5, 0.0, 0.0, 0.0, 0.0, 0.0)


def test_wrong_shapes_are_refused() -> None:
    for rows in (((0.1, 0.2),), ((0.1,), (0.2,), (0.3,)), ()):
        with pytest.raises(ValueError, match="need 3 rows of 2"):
            LearningMatrix(("a", "b"), rows)
    with pytest.raises(ValueError, match="0 tasks need 1 rows"):
        LearningMatrix((), ())
    with pytest.raises(ValueError, match="joint"):
        measures(EXAMPLE, joint=(0.1,))


def test_scores_that_were_not_measured_are_left_out_of_the_means() -> None:
    sparse = LearningMatrix(("a", "b", "c"), ((0.1, 0.2, 0.3), (0.8, 0.25, None), (None, 0.7, 0.4), (0.6, 0.65, 0.75)))
    found, whole = measures(sparse), measures(EXAMPLE)
    assert (found.accuracy, found.backward_transfer) == (whole.accuracy, whole.backward_transfer)
    assert (found.forward_transfer, found.plasticity) == (whole.forward_transfer, whole.plasticity)
    assert found.forgetting == pytest.approx(((0.80 - 0.60) + (0.70 - 0.65)) / 2)  # of what is known
    assert terms(sparse).backward_transfer[2] is None
