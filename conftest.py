"""`--resume`: tests that have passed on these very sources are not run again.

`make test-slow` uses it: what takes an hour may be cut at any moment and goes on where it was. What passed is written
down under the digest of all sources, so any change makes every test due again.
"""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--resume", action="store_true", help="leave out tests that passed on these very sources")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--resume"):
        # with xdist the workers select, and the controller alone, which hears of every result, writes
        writes = not hasattr(config, "workerinput")
        config.pluginmanager.register(Resume(ROOT / ".cache" / "passed-tests", digest(ROOT), writes=writes), "resume")


def digest(root: Path) -> str:
    """SHA-256 over names and bytes of everything that decides whether a test passes."""
    total = hashlib.sha256()
    for path in _sources(root):
        total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _sources(root: Path) -> Iterator[Path]:
    yield from (root / name for name in ("pyproject.toml", "constraints.txt"))
    for folder in ("src", "tests", "examples"):
        found = (root / folder).rglob("*")
        yield from sorted(path for path in found if path.is_file() and not _made({*path.parts}))


def _made(parts: set[str]) -> bool:
    return bool(parts & {"__pycache__", "target"}) or any(part.endswith(".egg-info") for part in parts)


class Resume:
    """The record is a file of the sources' digest and the ids of tests, one a line; the newest sources alone count."""

    def __init__(self, record: Path, sources: str, *, writes: bool) -> None:
        self.record = record
        self.writes = writes
        lines = record.read_text().splitlines() if record.is_file() else []
        self.known = lines[:1] == [sources]
        self.passed = set(lines[1:]) if self.known else set()
        self.sources = sources

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        done = [item for item in items if item.nodeid in self.passed]
        config.hook.pytest_deselected(items=done)
        items[:] = [item for item in items if item.nodeid not in self.passed]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if not self.writes or report.when != "call" or not report.passed:
            return
        if not self.known:
            self.record.parent.mkdir(parents=True, exist_ok=True)
            self.record.write_text(f"{self.sources}\n")
            self.known = True
        with self.record.open("a") as file:
            file.write(f"{report.nodeid}\n")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        # nothing left to run is success here
        if session.exitstatus == pytest.ExitCode.NO_TESTS_COLLECTED and self.passed:
            session.exitstatus = pytest.ExitCode.OK
