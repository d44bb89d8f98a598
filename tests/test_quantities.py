"""Durations and sizes as people write them."""

import hypothesis
import pytest
from hypothesis import strategies as st

from sleepy_coder.quantities import parse_duration, parse_size


@hypothesis.settings(deadline=None)
@hypothesis.given(st.integers(0, 40), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_durations_add_up(days: int, hours: int, minutes: int, seconds: int) -> None:
    total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    assert parse_duration(f"{days}d{hours}h{minutes}m{seconds}s") == total == parse_duration(str(total))


@pytest.mark.parametrize("text", ["", "m", "15 minutes", "5m3h", "-"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a duration"):
        parse_duration(text)


def test_sizes() -> None:
    assert [parse_size(text) for text in ("7", "3KiB", "5 MiB", "2GiB")] == [7, 3072, 5 * 1024**2, 2 * 1024**3]
    with pytest.raises(ValueError, match="not a size"):
        parse_size("2GB")
