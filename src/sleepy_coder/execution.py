"""Mapping work items over whatever executes them. Nothing above this module knows whether that is a thread, a process
or a cluster.
"""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor as Pool
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Executor(Protocol):
    """Runs one function on many items."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """The results in the order of the items, as they become ready. The first exception ends the map and is raised
        here.

        Items are taken only a few ahead of the results, so that they may come from a generator without end.
        """
        ...


def core_count() -> int:
    """The cores that this process may use, which can be fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class ThreadExecutor:
    """For work that waits for other programs. `workers` None means one for each core."""

    workers: int | None = None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """See `Executor.map`."""
        workers = self.workers or core_count()
        with ThreadPoolExecutor(workers) as pool:
            yield from _in_order(pool, workers, function, items)


@dataclass(frozen=True, slots=True)
class ProcessExecutor:
    """For work in Python itself. The function, items and results are pickled; workers are fresh interpreters, which end
    when this process does, even if it is killed."""

    workers: int | None = None

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """See `Executor.map`."""
        workers = self.workers or core_count()
        # not fork: other threads of this process may hold locks that the child would wait for
        with ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent) as pool:
            yield from _in_order(pool, workers, function, items)


def _end_with_parent() -> None:
    """Let this worker end as soon as its parent has, at work or while it waits for an item: of a parent that was killed
    no more items come, and no end either.

    The sentinel is a pipe that the parent alone holds open, so a parent that is dead already is noticed too. The
    kernel's signal for this (PR_SET_PDEATHSIG) would also come when nothing but the thread that started the worker has
    ended.
    """
    parent = parent_process()

    def watch(sentinel: int) -> None:
        wait([sentinel])
        os._exit(1)  # nothing is left to be tidied up for; programs under `rust.sandbox` die with us

    if parent is not None:
        threading.Thread(target=watch, args=(parent.sentinel,), name="parent's end", daemon=True).start()


def _in_order(pool: Pool, workers: int, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
    waiting: deque[Future[Result]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) >= 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()
