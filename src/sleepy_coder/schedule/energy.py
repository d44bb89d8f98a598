"""What the processor took of energy, where the machine counts it and lets us read the count.

Linux tells of Intel's and AMD's counters under /sys/class/powercap, a folder `intel-rapl:N` for each processor package
(https://docs.kernel.org/power/powercap/powercap.html); most distributions let root alone read them. Memory, disk and
screen are not in it.
"""

from dataclasses import dataclass, field
from pathlib import Path

POWERCAP = Path("/sys/class/powercap")
PACKAGE = "intel-rapl:[0-9]"


@dataclass(slots=True)
class EnergyMeter:
    """Counts from its making on. The counters start again from 0 after some minutes of work: read it more often than
    every quarter of an hour."""

    folder: Path = POWERCAP
    joules: float | None = None
    _last: dict[Path, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._last = self._counts()
        self.joules = 0.0 if self._last else None

    def read(self) -> float | None:
        """Joules so far; None where nothing can be read."""
        now = self._counts()
        if self.joules is None or now.keys() != self._last.keys():
            self.joules = None
            return None
        for zone, count in now.items():
            taken = count - self._last[zone]
            if taken < 0:
                taken += _number(zone / "max_energy_range_uj") or 0
            self.joules += taken / 1e6
        self._last = now
        return self.joules

    def _counts(self) -> dict[Path, int]:
        """Microjoules of every package."""
        counts = {zone: _number(zone / "energy_uj") for zone in sorted(self.folder.glob(PACKAGE))}
        return {zone: count for zone, count in counts.items() if count is not None}


def _number(file: Path) -> int | None:
    try:
        return int(file.read_text())
    except (OSError, ValueError):
        return None
