"""A cache gives back what it was given, and no damage to it ever fails a run."""

import stat
from pathlib import Path

import pytest

from sleepy_coder.evaluation.cache import Cache


def test_values_come_back_in_a_later_run(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "verdicts.db"
    with Cache(path) as cache:
        assert cache.get("a") is None
        cache.put("a", b"1")
        cache.put("a", b"2\0\xff")
    with Cache(path) as cache:
        assert cache.get("a") == b"2\0\xff" and cache.get("b") is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", [b"", b"not a database" * 200, b"SQLite format 3\0" + b"\x07" * 5000])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "verdicts.db"
    path.write_bytes(damage)
    with Cache(path) as cache:
        cache.put("a", b"1")
        assert cache.get("a") == b"1"
    with Cache(path) as cache:
        assert cache.get("a") == b"1"


def test_a_cache_in_memory_and_one_that_may_not_write_work_on(tmp_path: Path) -> None:
    with Cache(None) as cache:
        cache.put("a", b"1")
        assert cache.get("a") == b"1"
    (tmp_path / "verdicts.db").mkdir()  # cannot be opened, cannot be removed
    with Cache(tmp_path / "verdicts.db") as cache:
        cache.put("a", b"1")
        assert cache.get("a") == b"1"
    with Cache(tmp_path / "other.db") as cache:
        cache.put("a", b"1")
        cache._connection.execute("PRAGMA query_only = ON")
        cache.put("a", b"2")
        assert cache.get("a") == b"1"
