"""Every way judges the same candidates of a real crate, and the figures are ratios of what each took."""

from pathlib import Path

import pytest

from sleepy_coder.benchmarks.verify import Size, Tools, measure
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain

EXAMPLE = sorted((Path(__file__).parents[2] / "examples").glob("*/Cargo.toml"))[0].parent


@pytest.mark.slow
def test_every_way_agrees_and_all_figures_are_there(tmp_path: Path) -> None:
    tools = Tools(find_toolchain(), best_sandbox(required=False))
    size = Size(errors=4, rounds=1, warm=4, cold=1, members=2)
    found = measure(EXAMPLE, tmp_path, size, tools, lambda words: None)
    assert found["errors"] >= 2
    for key in ("times_cold_copy", "times_warm_copy", "first_fix_times_sooner", "cost_in_workspace"):
        assert found[key] > 0
    rates = found["candidates_per_second"]
    assert min(rates.values()) > 0
