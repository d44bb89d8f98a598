"""The benchmarks by name. Each is one file and one function; what it returns is what `results/NAME.json` holds."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sleepy_coder.benchmarks import start

Tell = Callable[[str], None]


class Benchmark(NamedTuple):
    """What is measured, in one line, and the measurement: `run(quick=…, tell=…)` gives the same keys either way."""

    what: str
    run: Callable[..., Mapping[str, Any]]


BENCHMARKS: dict[str, Benchmark] = {
    "start": Benchmark("seconds until --help is printed, and of a fix by compiler suggestions alone", start.run),
}
