"""Numbers in words."""

import pytest

from sleepy_coder.reports.words import duration, many, percent, points, several, size, thousands

NO_BREAK = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("fraction", "words"), [(0, "0 %"), (1, "100 %"), (0.999, "99 %"), (0.001, "1 %"), (0.875, "88 %")]
)
def test_all_and_none_are_said_only_where_they_are_exact(fraction: float, words: str) -> None:
    assert percent(fraction).replace(NO_BREAK, " ") == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.34, "0.3 s"),
        (9.96, "10.0 s"),
        (59.7, "1 min"),
        (272, "4 min 32 s"),
        (3599.9, "1 h 0 min"),
        (5000, "1 h 23 min"),
    ],
)
def test_durations_carry_over_to_the_next_unit(seconds: float, words: str) -> None:
    assert duration(seconds).replace(NO_BREAK, " ") == words


def test_differences_have_a_sign() -> None:
    assert points(3) == "+3.0"
    assert points(-3) == "\N{MINUS SIGN}3.0"


def test_sizes_and_counts() -> None:
    assert size(512).replace(NO_BREAK, " ") == "512 bytes"
    assert size(3 * 2**20).replace(NO_BREAK, " ") == "3.0 MiB"
    assert thousands(1234567).replace("\N{NARROW NO-BREAK SPACE}", " ") == "1 234 567"
    assert many(1, "item").endswith("item") and many(2, "item").endswith("items")


def test_lists_read_as_sentences() -> None:
    assert [several(list(words)) for words in ("a", "ab", "abc")] == ["a", "a and b", "a, b and c"]
