"""Work is mapped in order, lazily and with its failures, whoever does it."""

import itertools
import threading
from collections.abc import Iterator

import pytest

from sleepy_coder.execution import Executor, ProcessExecutor, ThreadExecutor, core_count


@pytest.fixture(params=[ThreadExecutor(2), ProcessExecutor(2)], ids=["threads", "processes"])
def executor(request: pytest.FixtureRequest) -> Executor:
    chosen: Executor = request.param
    return chosen


def test_results_keep_the_order_of_their_items(executor: Executor) -> None:
    assert list(executor.map(abs, range(-20, 0))) == list(range(20, 0, -1))


def test_nothing_maps_to_nothing(executor: Executor) -> None:
    assert list(executor.map(abs, [])) == []


def test_a_failure_reaches_the_caller_after_the_results_before_it(executor: Executor) -> None:
    results = executor.map(int, ["1", "2", "no", "4"])
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(ValueError):
        next(results)


def test_items_may_come_without_end() -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in itertools.count():
            taken.append(item)
            yield item

    results = ThreadExecutor(2).map(abs, items())
    assert list(itertools.islice(results, 5)) == [0, 1, 2, 3, 4]
    assert len(taken) <= 5 + 2 * 2


def test_threads_work_at_the_same_time() -> None:
    meeting = threading.Barrier(2, timeout=30)
    assert sorted(ThreadExecutor(2).map(lambda _: meeting.wait(), range(2))) == [0, 1]


def test_there_is_a_worker_for_each_core() -> None:
    assert core_count() >= 1
    assert list(ThreadExecutor().map(abs, [-1])) == [1]
