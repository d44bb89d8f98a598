"""Which form runs, and that only the largest may be called full."""

from dataclasses import replace
from itertools import pairwise

import pytest

from sleepy_coder.errors import UsageError
from sleepy_coder.experiments.sequence.form import FULL, MIDDLE, QUICK, chosen


def test_the_form_that_was_asked_for_is_run() -> None:
    assert chosen(quick=False, middle=False) is FULL
    assert [form.full for form in (QUICK, MIDDLE, FULL)] == [False, False, True]


def test_two_forms_at_once_are_refused_by_name() -> None:
    with pytest.raises(UsageError, match="--quick and --middle are different forms"):
        chosen(quick=True, middle=True)


def test_each_form_asks_more_than_the_one_before() -> None:
    forms = (QUICK, MIDDLE, FULL)
    assert all(len(form.seeds) < len(FULL.seeds) for form in forms[:-1])
    for small, large in pairwise(forms):
        for field in ("skills", "examples", "items", "steps", "tokens_per_batch", "trials"):
            assert getattr(small, field) <= getattr(large, field)


def test_forms_that_differ_in_seeds_alone_are_of_one_size() -> None:
    assert replace(FULL, seeds=(7,)).size == FULL.size != replace(FULL, skills=21).size
