"""Times of rivals at the same work, taken in turns, so that a busy machine is busy for all of them."""

import os
import time
from collections.abc import Callable, Mapping
from typing import Any

import torch


def in_turns(
    rivals: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    before: Mapping[str, Callable[[], object]] | None = None,
    warmups: int = 1,
) -> dict[str, list[float]]:
    """Wall seconds of every rival in every round; `before` it and `warmups` rounds at first are not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for number in range(-warmups, rounds):
        for name, run in rivals.items():
            if before and name in before:
                before[name]()
            began = time.perf_counter()
            run()
            if number >= 0:
                seconds[name].append(time.perf_counter() - began)
    return seconds


def peak_bytes(run: Callable[[], object]) -> int:
    """The most bytes that tensors made by `run` held at one moment, as the allocator counts them."""
    os.environ.setdefault("KINETO_LOG_LEVEL", "5")  # the profiler would report its own start
    activity = torch.profiler.ProfilerActivity.CPU
    with torch.profiler.profile(activities=[activity], profile_memory=True) as profile:
        run()
    held = peak = 0
    events: list[Any] = profile.profiler.kineto_results.events()
    for event in sorted((event for event in events if event.name() == "[memory]"), key=lambda event: event.start_ns()):
        held += event.nbytes()
        peak = max(peak, held)
    return peak
