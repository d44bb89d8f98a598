"""Does more capacity learn more, forget less, gain more from routing? One stream on several base models.

Each size is an embedded model with its first library, which the full form makes where it lies in no folder yet and
stands in no result (`sized_models`): the same rows and steps for all. Beside them stands the model that ships, of the
largest's shape but trained for longer. A few arms of the sequential experiment take part, each tuned anew for each
size; they are asked at the ends of their skills and not every night, which no measure here needs. The result file is
written after each size, and a run that finds a size there as it lies in its folder does not measure it again.
"""

import json
import math
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from sleepy_coder.durable import write_result
from sleepy_coder.embedded.location import embedded_folder
from sleepy_coder.execution import ProcessExecutor
from sleepy_coder.experiments.sequence.arms import Scope
from sleepy_coder.experiments.sequence.form import Form, chosen
from sleepy_coder.experiments.sequence.record import AVERAGED, SHORT, difference
from sleepy_coder.experiments.sequential import measure
from sleepy_coder.experiments.sized_models import make_sizes
from sleepy_coder.lm.loading.weights import digest_of
from sleepy_coder.paths import find_paths
from sleepy_coder.pretraining.config import load_config
from sleepy_coder.provenance import provenance
from sleepy_coder.registry.version import digest_files, version_name
from sleepy_coder.rust.compiler import Compiler

SHIPPED = "shipped"
SIZES = ("size-600k", "size-1m", "size-3m")
ARMS = ("base", "lora_sequential", "lora_per_skill_oracle", "share_oracle", "share_routed", *AVERAGED)
SEEDS = 1
"""The first of the form's: one stream."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Work:
    name: str
    folder: Path
    form: Form
    compiler: Compiler


def run(
    compiler: Compiler,
    *,
    quick: bool,
    middle: bool = False,
    minutes: float | None = None,
    out: Path | None = None,
    tell: Tell = lambda words: None,
) -> dict[str, Any]:
    """All sizes as one JSON object, which `out` holds after each; none begins after so many `minutes`.

    Raises UsageError where the cache holds half-made models of other configs.
    """
    ends = math.inf if minutes is None else time.monotonic() + 60 * minutes
    form = _form(chosen(quick=quick, middle=middle))
    models = _measured(out, form)
    if form.full:
        wanted = {name: load_config(name) for name in SIZES if name not in models}
        left = math.inf if minutes is None else minutes
        make_sizes(wanted, _sizes(), find_paths().cache, compiler, tell, minutes=left)

    def result() -> dict[str, Any]:
        whole = form.full and models.keys() >= {*SIZES}
        return {
            "schema": "sleepy-coder/capacity/3",
            "form": form.name,
            "size": form.size,
            "models": models,
            "missing": [name for name in SIZES if name not in models],
            "larger_minus_smaller": larger_minus_smaller(models),
            "provenance": provenance(full=whole, seeds=form.seeds, rustc=compiler.toolchain.version),
        }

    for name, folder in folders().items():
        made = (folder / "model" / "config.json").is_file()
        if not made or models.get(name, {}).get("model") == _digest(folder) or time.monotonic() > ends:
            continue
        tell(f"{name}: the sequential experiment, {form.name} form")
        (found,) = ProcessExecutor(1).map(_stream, [_Work(name, folder, form, compiler)])
        models[name] = _row(found, folder)
        if out is not None:
            write_result(out, result())
    return result()


def folders() -> dict[str, Path]:
    """Where each size lies, or would lie."""
    return {name: _sizes() / name for name in SIZES} | {SHIPPED: embedded_folder()}


def larger_minus_smaller(models: Mapping[str, Any]) -> dict[str, Any] | None:
    """The largest size against the smallest, over skills: what routed Share passes, what a LoRA for each does, and
    what routing gains over the better average. None where fewer than two have been measured."""
    measured = [name for name in SIZES if name in models]
    if len(measured) < 2:
        return None
    large, small = measured[-1], measured[0]
    more, less = (_by_skill(models[name]) for name in (large, small))
    return {
        "larger": large,
        "smaller": small,
        **{what: difference([more[what][skill] - less[what][skill] for skill in more[what]]) for what in more},
    }


def _by_skill(row: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    routed = row["arms"]["share_routed"]["per_skill"]
    averaged = row["arms"][row["routed_minus_averaged"]["against"]]["per_skill"]
    return {
        "share_routed": routed,
        "lora_per_skill": row["arms"]["lora_per_skill_oracle"]["per_skill"],
        "gain_of_routing": {skill: rate - averaged[skill] for skill, rate in routed.items()},
    }


def _sizes() -> Path:
    return find_paths().cache / "sizes"


def _form(form: Form) -> Form:
    return replace(form, seeds=form.seeds[:SEEDS])


def _measured(out: Path | None, form: Form) -> dict[str, dict[str, Any]]:
    """The sizes that a result file holds in this form."""
    try:
        found = json.loads(out.read_text(encoding="utf-8")) if out is not None else {}
    except (OSError, ValueError):
        return {}
    return dict(found["models"]) if found.get("size") == form.size else {}


def _stream(work: _Work) -> dict[str, Any]:
    """All arms on one size, in a process of its own, because a process has one embedded model."""
    os.environ["SLEEPY_CODER_EMBEDDED"] = str(work.folder)
    tell = partial(_tell, work.name)
    return measure(work.form, work.compiler, scope=Scope(ARMS, every_night=False), tell=tell)


def _row(result: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """What of the sequential experiment says something about capacity."""
    arms = result["arms"]
    told = (*SHORT.values(), "trained_per_skill", "setting", "per_skill", "known")
    return {
        "model": _digest(folder),
        "weight_bytes": sum(file.stat().st_size for file in (folder / "model").glob("*.safetensors")),
        "arms": {name: {key: arms[name][key] for key in told} for name in ARMS},
        "routed_minus_averaged": {key: result["routed_minus_averaged"][key] for key in ("points", "p", "against")},
        "gain_kept_of_lora": result["gain_kept_of_lora"],
        "skills_without_expansion": result["skills_without_expansion"],
        "provenance": result["provenance"],
    }


def _digest(folder: Path) -> str:
    """Of the model, and of the library that skills are learned beside."""
    return f"{digest_of(folder / 'model')}/{version_name(digest_files(folder / 'library'))}"


def _tell(size: str, words: str) -> None:
    print(f"capacity: {size}: {words}", file=sys.stderr, flush=True)
