"""What the embedded model and its first library know: greedy answers, stage 0 off, by family.

`known` are unseen instances of the families that the base model was trained on, from the templates it was trained on;
`known_new_templates` the same families in programs whose templates nobody trained on. `library` are the families of
the first library's specialists under the shipped router, beside the base model on the same items; `novel` are the
families that nights have to learn.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.embedded.location import EMBEDDED, library_folder, model_folder
from sleepy_coder.embedded.taught import taught
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.practice import Judged, PracticeItem, judge_items, routes
from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.evaluation.trial import practice_items
from sleepy_coder.provenance import provenance
from sleepy_coder.registry.manifest import read_manifest
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.routing.signature_router import SignatureRouter
from sleepy_coder.rust.compiler import Compiler

SEED = 7_000_001
"""No training stream uses it."""

PER_FAMILY = 10
PER_FAMILY_QUICK = 2


def run(compiler: Compiler, *, quick: bool, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """The whole measurement as one JSON object. Raises ModelBroken where the weights are missing."""
    from sleepy_coder.lm.local import load

    count = PER_FAMILY_QUICK if quick else PER_FAMILY
    began = time.perf_counter()
    model = load(EMBEDDED)
    model.load_library(library_folder())
    load_seconds = time.perf_counter() - began
    manifest = read_manifest(library_folder())
    shipped, base = SignatureRouter.of(manifest), FixedRouter(None)
    known = taught()
    parts: dict[str, Any] = {}
    for name, split, families in (
        ("known", "train", known.base),
        ("known_new_templates", "frozen", known.base),
        ("library", "frozen", known.library),
        ("novel", "frozen", NOVEL),
    ):
        tell(f"{name}: making items")
        items = _items(split, families, count, compiler)
        tell(f"{name}: answering {len(items)} items")
        judged = judge_items(items, routes(items, shipped), model, compiler)
        parts[name] = _part(items, judged)
        if name == "library":
            alone = judge_items(items, routes(items, base), model, compiler)
            parts["library_base_model_alone"] = _part(items, alone)
    files = [*model_folder().iterdir(), *library_folder().iterdir()]
    return {
        "schema": "sleepy-coder/embedded/1",
        "parameters": sum(parameter.numel() for parameter in model.model.parameters()),
        "disk_bytes": sum(file.stat().st_size for file in files if file.is_file()),
        "load_seconds": load_seconds,
        **parts,
        "provenance": provenance(
            full=not quick, seeds=[SEED], digests={"model": model.identity.digest}, rustc=compiler.toolchain.version
        ),
    }


def _items(split: str, families: Sequence[str], count: int, compiler: Compiler) -> list[PracticeItem]:
    """`count` different programs of each family."""
    found: list[Pair] = []
    for family in families:
        pairs: dict[str, Pair] = {}
        for tried, pair in enumerate(stream(split, [family], SEED, compiler, own_templates=split == "frozen")):
            pairs.setdefault(pair.broken.digest, pair)
            if len(pairs) == count or tried == 20 * count:
                break
        found += pairs.values()
    return practice_items(Group.OLD, None, found)


def _part(items: Sequence[PracticeItem], judged: Sequence[Judged]) -> dict[str, Any]:
    """The pass rate with its interval, in all and by family."""
    counts: defaultdict[str, list[bool]] = defaultdict(list)
    for item, one in zip(items, judged, strict=True):
        counts[item.pair.family].append(one.passed)
    passed = sum(one.passed for one in judged)
    interval = clopper_pearson(passed, len(judged))
    return {
        "pass_at_1": passed / len(judged),
        "interval": [interval.low, interval.high],
        "passed": passed,
        "total": len(judged),
        "families": {name: {"passed": sum(found), "total": len(found)} for name, found in sorted(counts.items())},
    }
