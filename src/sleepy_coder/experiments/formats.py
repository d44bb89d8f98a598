"""Which answer format is worth most: the same rows, shape and steps for each, one answer judged by the compiler.

`passed_per_second` counts verified repairs for each second of answering, which is what a user of a small machine gets.
Some wrong answers of each format are kept, to be read.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.experiments.small_models import answering_seconds, examples_of, pairs_of, score, train_model
from sleepy_coder.lm.formats import FORMATS
from sleepy_coder.pretraining.config import Architecture, load_config
from sleepy_coder.pretraining.skills import BASE
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler

SEED, HELD_OUT_SEED = 8_100_001, 8_100_002
PAIRS, ITEMS, STEPS, REPETITIONS = 12_000, 456, 800, 3
PAIRS_QUICK, ITEMS_QUICK, STEPS_QUICK = 80, 8, 10
FAMILIES_QUICK = ("E0384-mut-removed", "E0308-deref-removed", "parse-semicolon", "E0596-mut-removed")
QUICK_SHAPE = Architecture(vocabulary=512, width=48, layers=2, heads=2, key_value_heads=1, feed_forward=96)


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """All formats as one JSON object."""
    config = replace(load_config("size-3m"), steps=STEPS)
    families, count, items = BASE, PAIRS, ITEMS
    if quick:
        families, count, items = FAMILIES_QUICK, PAIRS_QUICK, ITEMS_QUICK
        config = replace(config, steps=STEPS_QUICK, warmup=2, tokens_per_batch=1024, architecture=QUICK_SHAPE)
    tell(f"making {count} pairs")
    pairs = pairs_of(families, SEED, count, compiler)
    known = {pair.broken.digest for pair in pairs}
    held_out = [pair for pair in pairs_of(families, HELD_OUT_SEED, items, compiler) if pair.broken.digest not in known]
    trained, sayable = {}, {}
    for name, one in FORMATS.items():
        tell(f"{name}: training")
        examples = examples_of(pairs, one.naming)
        sayable[name] = len(examples) / len(pairs)
        trained[name] = train_model(config, examples, examples_of(held_out, one.naming), tell, one.naming)
    tell(f"answering {len(held_out)} errors")
    models = [one.model for one in trained.values()]
    seconds = dict(zip(trained, answering_seconds(models, held_out, 1 if quick else REPETITIONS), strict=True))
    rows = {}
    for name, made in trained.items():
        passed, total, wrong = score(made.model, held_out, compiler, FORMATS[name].naming)
        interval = clopper_pearson(passed, total)
        rows[name] = {
            "pass_at_1": passed / total,
            "interval": [interval.low, interval.high],
            "passed": passed,
            "total": total,
            "seconds": seconds[name],
            "passed_per_second": passed / seconds[name],
            "answer_tokens": made.answer_tokens,
            "sayable_fraction": sayable[name],
            "curve": made.curve,
            "wrong": [one._asdict() for one in wrong],
        }
        tell(f"{name}: {passed} of {total}, {seconds[name]:.1f} s")
    return {
        "schema": "sleepy-coder/formats/1",
        "formats": rows,
        "pairs": len(pairs),
        "steps": config.steps,
        "provenance": provenance(full=not quick, seeds=[SEED, HELD_OUT_SEED], rustc=compiler.toolchain.version),
    }
