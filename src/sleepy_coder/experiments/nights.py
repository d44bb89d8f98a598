"""Real nights in a row, for what the gate's simulation has to assume: how often items flip, and what judging costs.

A novel family is taught on three nights. From the second on a candidate has trained the same skill anew, so that
what flips on its items is mostly chance. The third may add no column to the basis (its cap is what the basis has
already), so that the merge has to turn it and the old skills' bits change.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.embedded.location import EMBEDDED, library_folder
from sleepy_coder.experiments.night.failing import keep_failures
from sleepy_coder.paths import find_paths
from sleepy_coder.provenance import provenance
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import Settings

TAUGHT = ("E0277-index-cast",)
FAILURES = 4  # of each family, by day
BUDGET_SECONDS = 240.0
SEED = 41_000

SETTINGS = replace(Settings(), seed=SEED, dreams_per_skill=64, held_out_per_skill=8, training_steps=24, gate_rounds=3)
SETTINGS = replace(SETTINGS, gate_items_per_skill=40)
QUICK = replace(SETTINGS, dreams_per_skill=24, training_steps=2, gate_rounds=1, gate_items_per_skill=6)
QUICK = replace(QUICK, gate_old_items=30, gate_canaries=4)


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """All nights as one JSON object. Raises what a night raises."""
    from sleepy_coder.lm.local import load
    from sleepy_coder.night import run_night

    settings = QUICK if quick else SETTINGS
    days = [TAUGHT] if quick else [TAUGHT] * 3
    rows: list[dict[str, Any]] = []
    model = load(EMBEDDED)
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-nights-") as folder:
        paths = find_paths({"SLEEPY_CODER_HOME": folder})
        paths.home.mkdir(exist_ok=True)
        for number, families in enumerate(days, start=1):
            tell(f"night {number}: {', '.join(families)}")
            tonight = settings
            if number == 3:
                tonight = replace(settings, basis_columns_cap=_columns(Registry(paths.home)), gate_old_items=160)
            failing = [stream("frozen", [family], SEED + number, compiler) for family in families]
            pairs = [pair for one in failing for pair in islice(one, FAILURES)]
            keep_failures(paths, pairs, origin="experiment:nights", seed=SEED + number)
            began = time.perf_counter()
            record = run_night(
                paths=paths,
                settings=tonight,
                model=model,
                compiler=compiler,
                initial_library=library_folder(),
                budget_seconds=BUDGET_SECONDS,
            )
            taught_before = sum(set(families) <= set(earlier["families"]) for earlier in rows)
            rows.append(_row(record, families, taught_before, time.perf_counter() - began))
            tell(record.reason)
    return {
        "schema": "sleepy-coder/nights/1",
        "nights": rows,
        "provenance": provenance(
            full=not quick, seeds=[SEED], digests={"model": model.identity.digest}, rustc=compiler.toolchain.version
        ),
    }


def _row(record: NightRecord, families: Sequence[str], taught_before: int, seconds: float) -> dict[str, Any]:
    decision = record.decision or {}
    groups = {
        group: {key: decision[group][key] for key in ("total", "identical", "before", "gained", "lost")}
        for group in ("trained", "old")
        if decision
    }
    asked = [item for item in record.items if not item.identical]
    return {
        "families": list(families),
        "taught_before": taught_before,
        "outcome": record.outcome,
        "mode": None if record.basis is None else record.basis.mode,
        **groups,
        "canaries": decision.get("canaries", 0),
        "canaries_lost": len(decision.get("canaries_lost", ())),
        "skills": [
            {"skill": line["skill"], **{key: line["result"][key] for key in ("total", "gained", "lost")}}
            for line in decision.get("skills", ())
            if line["group"] == "trained" or line["result"]["gained"] or line["result"]["lost"]
        ],
        "answers": len(record.items) + len(asked),
        "trial_seconds": record.seconds.get("trial"),
        "night_seconds": seconds,
    }


def _columns(registry: Registry) -> int:
    """The most columns that a side of the served basis has."""
    current = registry.current()
    shapes = current.manifest.tensors.get("shapes", {}) if current else {}
    return max((shape[side] for shape in shapes.values() for side in ("k_beta", "k_alpha")), default=1)
