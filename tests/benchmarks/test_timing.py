import time

import torch

from sleepy_coder.benchmarks.timing import in_turns, peak_bytes


def test_rivals_take_turns_and_warm_ups_do_not_count() -> None:
    order: list[str] = []
    rivals = {"a": lambda: order.append("a"), "b": lambda: time.sleep(0.01)}
    seconds = in_turns(rivals, 2, before={"b": lambda: order.append("before b")}, warmups=1)
    assert order == ["a", "before b"] * 3
    assert len(seconds["a"]) == len(seconds["b"]) == 2
    assert min(seconds["b"]) >= 0.01 > min(seconds["a"])


def test_the_peak_is_of_what_is_held_at_once() -> None:
    kept = []

    def run() -> None:
        for _ in range(3):
            torch.zeros(1 << 20, dtype=torch.uint8)
        kept.append(torch.zeros(1 << 20, dtype=torch.uint8))
        torch.zeros(1 << 21, dtype=torch.uint8)

    assert 3 << 20 <= peak_bytes(run) < (3 << 20) + 100_000
