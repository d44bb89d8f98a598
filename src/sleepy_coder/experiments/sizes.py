"""What a larger model gains from the same compute: three shapes, each given as many operations, curves kept.

Compute is counted in floating-point operations of training, so that it does not depend on who else uses the machine.
Beside what a model knows stands what it can learn: the mean gain of a LoRA on a few novel skills. The result file is
written after each size, the largest first, and a run that was cut takes up what it finds there.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.durable import write_result
from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.experiments import plasticity
from sleepy_coder.experiments.formats import FAMILIES_QUICK, HELD_OUT_SEED, ITEMS, ITEMS_QUICK, PAIRS_QUICK, SEED
from sleepy_coder.experiments.small_models import examples_of, pairs_of, score, train_model
from sleepy_coder.lm.prompt import DEFINITION_LINES
from sleepy_coder.pretraining.base import new_model
from sleepy_coder.pretraining.config import PretrainConfig, load_config
from sleepy_coder.pretraining.skills import BASE
from sleepy_coder.provenance import provenance, source_digest
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.training.speed import flops_per_token

SIZES = ("size-3m", "size-5m", "size-8m")
CODE = ("sleepy_coder.adapters", "sleepy_coder.lm", "sleepy_coder.pretraining", "sleepy_coder.training")
PAIRS = 24_000
LEARNED = ("E0277-index-cast", "E0599-method-typo", "E0604-char-cast", "E0621-lifetime-removed")
QUICK_STEPS, QUICK_TOKENS = 3, 512

Tell = Callable[[str], None]


def run(compiler: Compiler, *, quick: bool, tell: Tell = lambda words: None, out: Path | None = None) -> dict[str, Any]:
    """All sizes as one JSON object, those that `out` holds of the same data and code taken from there."""
    families, count, items = (FAMILIES_QUICK, PAIRS_QUICK, ITEMS_QUICK) if quick else (BASE, PAIRS, ITEMS)
    configs = {name: load_config(name) for name in SIZES}
    if quick:
        configs = {
            name: replace(config, steps=QUICK_STEPS, warmup=1, tokens_per_batch=QUICK_TOKENS, longest=QUICK_TOKENS)
            for name, config in configs.items()
        }
    compute = training_flops(configs[SIZES[0]])
    tell(f"making {count} pairs; {compute:.2e} operations for each size")
    pairs = pairs_of(families, SEED, count, compiler)
    known = {pair.broken.digest for pair in pairs}
    held_out = [pair for pair in pairs_of(families, HELD_OUT_SEED, items, compiler) if pair.broken.digest not in known]
    digests = {"pairs": _digest(pairs), "held_out": _digest(held_out), "code": source_digest(*CODE)}
    rows = _measured(out, digests)
    seeds = [SEED, HELD_OUT_SEED]

    def result() -> dict[str, Any]:
        full = not quick and rows.keys() == set(SIZES)
        return {
            "schema": "sleepy-coder/sizes/1",
            "sizes": {name: rows[name] for name in SIZES if name in rows},
            "missing": [name for name in SIZES if name not in rows],
            "pairs": len(pairs),
            "provenance": provenance(full=full, seeds=seeds, digests=digests, rustc=compiler.toolchain.version),
        }

    for name in reversed(SIZES):
        if name not in rows:
            rows[name] = _row(with_compute(configs[name], compute), pairs, held_out, compiler, tell, quick=quick)
            if out is not None:
                write_result(out, result())
    return result()


def _row(
    config: PretrainConfig,
    pairs: Sequence[Pair],
    held_out: Sequence[Pair],
    compiler: Compiler,
    tell: Tell,
    *,
    quick: bool,
) -> dict[str, Any]:
    """What one size knows and what it can learn."""
    tell(f"{config.name}: {config.steps} steps")
    trained = train_model(config, examples_of(pairs), examples_of(held_out), tell)
    parameters = sum(parameter.numel() for parameter in trained.model.model.parameters())
    passed, total, _ = score(trained.model, held_out, compiler)
    interval = clopper_pearson(passed, total)
    amount, skills = (plasticity.QUICK, LEARNED[:1]) if quick else (plasticity.FULL, LEARNED)
    gains = {skill: plasticity.gain(trained.model, skill, amount, compiler, DEFINITION_LINES) for skill in skills}
    points = sum(one.points for one in gains.values()) / len(gains)
    tell(f"{config.name}: {passed} of {total}, LoRA {points:+.0f} points")
    return {
        "parameters": parameters,
        "half_precision_bytes": 2 * parameters,
        "steps": config.steps,
        "training_flops": training_flops(config),
        "train_seconds": sum(line["tokens"] / line["tokens_per_second"] for line in trained.curve),
        "pass_at_1": passed / total,
        "interval": [interval.low, interval.high],
        "passed": passed,
        "total": total,
        "gain_points_lora": points,
        "gains": {skill: one._asdict() for skill, one in gains.items()},
        "held_out_loss": trained.curve[-1]["held_out_loss"],
        "curve": trained.curve,
    }


def _measured(out: Path | None, digests: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """The sizes that a result file holds, if they learned and were asked the same in the same way."""
    try:
        found = json.loads(out.read_text(encoding="utf-8")) if out is not None else {}
    except (OSError, ValueError):
        return {}
    same = found.get("provenance", {}).get("digests", {}) == digests
    return dict(found["sizes"]) if same else {}


def _digest(pairs: Sequence[Pair]) -> str:
    """Of the broken programs and their repairs, in their order."""
    said = "".join(f"{pair.broken.digest}{pair.green.digest}" for pair in pairs)
    return hashlib.sha256(said.encode()).hexdigest()


def training_flops(config: PretrainConfig) -> float:
    """Of all steps, rows taken as full."""
    model = new_model(config, end=0, padding=0)
    return flops_per_token(model, config.longest) * config.tokens_per_batch * config.steps


def with_compute(config: PretrainConfig, compute: float) -> PretrainConfig:
    """The config with as many steps as this many operations allow."""
    return replace(config, steps=max(2, round(config.steps * compute / training_flops(config))))
