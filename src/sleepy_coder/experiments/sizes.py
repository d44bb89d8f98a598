"""What a larger model gains from the same compute: three shapes, each given as many operations, curves kept.

Compute is counted in floating-point operations of training, so that it does not depend on who else uses the machine.
Beside what a model knows stands what it can learn: the mean gain of a LoRA on a few novel skills.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.experiments import plasticity
from sleepy_coder.experiments.formats import FAMILIES_QUICK, HELD_OUT_SEED, ITEMS, ITEMS_QUICK, PAIRS_QUICK, SEED
from sleepy_coder.experiments.small_models import examples_of, pairs_of, score, train_model
from sleepy_coder.lm.prompt import DEFINITION_LINES
from sleepy_coder.pretraining.base import new_model
from sleepy_coder.pretraining.config import PretrainConfig, load_config
from sleepy_coder.pretraining.skills import BASE
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.training.speed import flops_per_token

SIZES = ("size-3m", "size-5m", "size-8m")
PAIRS = 24_000
LEARNED = ("E0277-index-cast", "E0599-method-typo", "E0604-char-cast", "E0621-lifetime-removed")
QUICK_STEPS, QUICK_TOKENS = 3, 512


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """All sizes as one JSON object."""
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
    examples, apart = examples_of(pairs), examples_of(held_out)
    rows = {}
    for name, config in configs.items():
        fair = with_compute(config, compute)
        tell(f"{name}: {fair.steps} steps")
        began = time.perf_counter()
        trained = train_model(fair, examples, apart, tell)
        seconds = time.perf_counter() - began
        parameters = sum(parameter.numel() for parameter in trained.model.model.parameters())
        passed, total, _ = score(trained.model, held_out, compiler)
        interval = clopper_pearson(passed, total)
        amount, skills = (plasticity.QUICK, LEARNED[:1]) if quick else (plasticity.FULL, LEARNED)
        gains = {skill: plasticity.gain(trained.model, skill, amount, compiler, DEFINITION_LINES) for skill in skills}
        rows[name] = {
            "parameters": parameters,
            "half_precision_bytes": 2 * parameters,
            "steps": fair.steps,
            "training_flops": training_flops(fair),
            "train_seconds": seconds,
            "pass_at_1": passed / total,
            "interval": [interval.low, interval.high],
            "passed": passed,
            "total": total,
            "gain_points_lora": sum(one.points for one in gains.values()) / len(gains),
            "gains": {skill: one._asdict() for skill, one in gains.items()},
            "held_out_loss": trained.curve[-1]["held_out_loss"],
            "curve": trained.curve,
        }
        tell(f"{name}: {passed} of {total}, LoRA {rows[name]['gain_points_lora']:+.0f} points")
    return {
        "schema": "sleepy-coder/sizes/1",
        "sizes": rows,
        "pairs": len(pairs),
        "provenance": provenance(full=not quick, seeds=[SEED, HELD_OUT_SEED], rustc=compiler.toolchain.version),
    }


def training_flops(config: PretrainConfig) -> float:
    """Of all steps, rows taken as full."""
    model = new_model(config, end=0, padding=0)
    return flops_per_token(model, config.longest) * config.tokens_per_batch * config.steps


def with_compute(config: PretrainConfig, compute: float) -> PretrainConfig:
    """The config with as many steps as this many operations allow."""
    return replace(config, steps=max(2, round(config.steps * compute / training_flops(config))))
