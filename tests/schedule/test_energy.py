"""Energy is counted over all processor packages, across the counters' wrap, and is unknown rather than zero."""

from pathlib import Path

from sleepy_coder.schedule.energy import EnergyMeter


def package(folder: Path, number: int, count: int) -> Path:
    zone = folder / f"intel-rapl:{number}"
    zone.mkdir(exist_ok=True)
    (zone / "energy_uj").write_text(f"{count}\n")
    (zone / "max_energy_range_uj").write_text("10000000\n")
    return zone


def test_packages_are_added_and_a_wrap_is_seen(tmp_path: Path) -> None:
    package(tmp_path, 0, 1_000_000)
    package(tmp_path, 1, 9_000_000)
    inner = tmp_path / "intel-rapl:0:0"  # a part of package 0, counted there already
    inner.mkdir()
    (inner / "energy_uj").write_text("5")
    meter = EnergyMeter(tmp_path)
    package(tmp_path, 0, 3_000_000)
    package(tmp_path, 1, 1_000_000)
    assert meter.read() == 2.0 + 2.0
    package(tmp_path, 0, 4_000_000)
    assert meter.read() == 5.0


def test_what_cannot_be_read_is_unknown(tmp_path: Path) -> None:
    assert EnergyMeter(tmp_path / "nothing").read() is None
    zone = package(tmp_path, 0, 1)
    meter = EnergyMeter(tmp_path)
    (zone / "energy_uj").unlink()
    assert meter.read() is None and meter.joules is None
