"""Telling how far long work is, where nobody watches a terminal."""

from sleepy_coder.cli.stations import QUIET_SECONDS, plain_lines


def test_a_line_at_the_start_and_the_end_and_few_between() -> None:
    lines: list[str] = []
    now = 0.0
    tell = plain_lines(lines.append, lambda: now)
    for step in range(101):
        now = 0.3 * step
        tell("learn", step / 100, f"step {step}")
    assert len(lines) == 1 + int(0.3 * 100 / QUIET_SECONDS)
    assert "step 0" in lines[0] and "step 100" in lines[-1] and "100%" in lines[-1]


def test_an_end_is_told_once() -> None:
    lines: list[str] = []
    tell = plain_lines(lines.append, lambda: 0.0)
    for _ in range(3):
        tell("merge", 1.0, "done")
    assert len(lines) == 1
