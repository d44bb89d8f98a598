"""The most memory that this process and its children held at once."""

import threading
from types import TracebackType

import psutil

SECONDS_BETWEEN = 0.5


class PeakMemory:
    """Watches from `__enter__` to `__exit__`; `bytes` is the largest sum of resident sizes seen so far.

    Pages that processes share are counted for each of them, so the figure is rather too high than too low; a child that
    comes and goes between two looks is missed.
    """

    def __init__(self) -> None:
        self.bytes = 0
        self._process = psutil.Process()
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="peak memory", daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()
        self._look()

    def _watch(self) -> None:
        while not self._done.wait(SECONDS_BETWEEN):
            self._look()

    def _look(self) -> None:
        total = 0
        for process in (self._process, *self._process.children(recursive=True)):
            try:
                total += process.memory_info().rss
            except psutil.Error:
                continue  # it has ended since it was listed
        self.bytes = max(self.bytes, total)
