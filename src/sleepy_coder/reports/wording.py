"""How results are put into words."""

from collections.abc import Mapping
from typing import Any

Result = Mapping[str, Any]
"""A file of `results/`, as JSON gives it."""


def form_of(result: Result) -> str:
    """The run's own word for its size; `full` only where its provenance says so too, which lacks no seed then."""
    form = str(result["form"])
    return form if form != "full" or result["provenance"]["run"] == "full" else "partial"


def percent(fraction: float | None) -> str:
    """In whole percent."""
    return "none" if fraction is None else f"{100 * fraction:.0f} %"


def spread(cell: Mapping[str, float | None]) -> str:
    """Points with their interval."""
    if cell["mean"] is None or cell["low"] is None or cell["high"] is None:
        return "none"
    mean, low, high = (f"{round(100 * float(cell[key] or 0), 1) + 0.0:.1f}" for key in ("mean", "low", "high"))
    return f"{mean} ({low} to {high})"
