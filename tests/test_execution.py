"""Work is mapped in order, lazily and with its failures, whoever does it."""

import itertools
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
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


PARENT = """
import os, sys, time
from pathlib import Path
from sleepy_coder.execution import ProcessExecutor

def work(seconds):
    (Path(sys.argv[1]) / str(os.getpid())).touch()
    time.sleep(seconds)

if __name__ == "__main__":
    list(ProcessExecutor(2).map(work, [600, 600]))
"""


def test_workers_end_soon_after_their_parent_was_killed(tmp_path: Path) -> None:
    script, places = tmp_path / "parent.py", tmp_path / "workers"
    script.write_text(PARENT)
    places.mkdir()
    parent = subprocess.Popen([sys.executable, script, places])
    try:
        _await(lambda: len(list(places.iterdir())) == 2)
        workers = [psutil.Process(int(place.name)) for place in places.iterdir()]
    finally:
        parent.kill()
        parent.wait()
    try:
        _await(lambda: not any(map(_runs, workers)))
    finally:
        for worker in filter(_runs, workers):
            worker.kill()


def _await(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)


def _runs(process: psutil.Process) -> bool:
    return process.is_running() and process.status() != psutil.STATUS_ZOMBIE  # nobody may have asked how it ended
