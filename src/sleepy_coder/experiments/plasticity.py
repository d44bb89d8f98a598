"""How much a model learns of a skill that it has never seen: a rank-8 LoRA, 400 examples, two minutes.

Answers are judged as the model gives them, one answer under the grammar, on programs from templates that nobody
trains on. Set SLEEPY_CODER_EMBEDDED to measure another model. Each skill is kept in the result file once it is
measured, so that a run may be cut at any moment and goes on.
"""

import json
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import torch

from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.durable import write_result
from sleepy_coder.embedded.location import EMBEDDED
from sleepy_coder.embedded.taught import taught
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.practice import judge_answers, routes
from sleepy_coder.evaluation.trial import practice_items
from sleepy_coder.lm.local import LocalModel, load
from sleepy_coder.lm.prompt import RepairContext
from sleepy_coder.provenance import provenance
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.share.library import SkillLibrary
from sleepy_coder.share.merge import initialise
from sleepy_coder.training.batches import TokenRow, batches
from sleepy_coder.training.example import Origin, make_example
from sleepy_coder.training.loop import Schedule, StepReport, train
from sleepy_coder.training.token_rows import tokenize

SEED, HELD_OUT_SEED = 8_200_001, 8_200_002
RANK, RATE, STEPS, TOKENS, LONGEST = 8, 3e-3, 120, 2560, 1024


class Amount(NamedTuple):
    """Of one skill: how many examples to learn from and errors to be asked, and how long learning may take."""

    examples: int
    items: int
    seconds: float


FULL, QUICK = Amount(400, 20, 120.0), Amount(24, 4, 5.0)
QUICK_SKILLS = ("E0277-index-cast",)


class Gain(NamedTuple):
    """Repairs of `total` errors before and after; what learning took."""

    before: int
    after: int
    total: int
    steps: int
    seconds: float

    @property
    def points(self) -> float:
        """Of a hundred errors, how many more are mended."""
        return 100 * (self.after - self.before) / self.total


def run(
    compiler: Compiler,
    *,
    quick: bool,
    tell: Callable[[str], None] = lambda words: None,
    out: Path | None = None,
) -> dict[str, Any]:
    """All novel skills (quick: one) as one JSON object, those that `out` holds taken from there.

    Raises ModelBroken where the weights are missing.
    """
    model, lines = load(EMBEDDED), taught().definition_lines
    amount, skills = (QUICK, QUICK_SKILLS) if quick else (FULL, NOVEL)
    gains = _measured(out, amount, model.identity.digest)
    for skill in skills:
        if skill not in gains:
            found = gains[skill] = gain(model, skill, amount, compiler, lines)
            tell(f"{skill}: {found.before} of {found.total}, after {found.seconds:.0f} s {found.after}")
            if out is not None:
                write_result(out, _result(gains, amount, skills, model, compiler))
    return _result(gains, amount, skills, model, compiler)


def _measured(out: Path | None, amount: Amount, digest: str) -> dict[str, Gain]:
    """What a result file holds of this model in this amount."""
    try:
        found = json.loads(out.read_text(encoding="utf-8")) if out is not None else {}
    except (OSError, ValueError):
        return {}
    if found.get("amount") != amount._asdict() or found["provenance"]["digests"]["model"] != digest:
        return {}
    return {name: Gain(*(row[key] for key in Gain._fields)) for name, row in found["skills"].items()}


def _result(
    gains: Mapping[str, Gain], amount: Amount, skills: Sequence[str], model: LocalModel, compiler: Compiler
) -> dict[str, Any]:
    return {
        "schema": "sleepy-coder/plasticity/1",
        "gain_points_mean": sum(one.points for one in gains.values()) / len(gains),
        "gain_points_least": min(one.points for one in gains.values()),
        "amount": amount._asdict(),
        "threads": torch.get_num_threads(),
        "skills": {name: {**one._asdict(), "gain_points": one.points} for name, one in gains.items()},
        "provenance": provenance(
            full=amount == FULL and gains.keys() == set(skills),
            seeds=[SEED, HELD_OUT_SEED],
            digests={"model": model.identity.digest},
            rustc=compiler.toolchain.version,
        ),
    }


def gain(model: LocalModel, skill: str, amount: Amount, compiler: Compiler, definition_lines: int) -> Gain:
    """What the model makes of one skill's errors before and after learning it; nothing is left behind."""
    pairs = list(islice(stream("train", [skill], SEED, compiler), amount.examples))
    apart = _different(stream("frozen", [skill], HELD_OUT_SEED, compiler, own_templates=True), amount.items)
    before = _passed(model, apart, None, compiler, definition_lines)
    rows = _rows(model, skill, pairs, definition_lines)
    try:
        steps, seconds = _learn(model, skill, rows, amount.seconds)
        after = _passed(model, apart, skill, compiler, definition_lines)
    finally:
        model.attachment.load(SkillLibrary())
    return Gain(before, after, len(apart), steps, seconds)


def _different(pairs: Iterable[Pair], count: int) -> list[Pair]:
    found: dict[str, Pair] = {}
    for pair in islice(pairs, 10 * count):
        found.setdefault(pair.broken.digest, pair)
        if len(found) == count:
            break
    return list(found.values())


def _context(pair: Pair, definition_lines: int) -> RepairContext:
    return RepairContext(pair.broken, pair.diagnostic, definition_lines=definition_lines)


def _rows(model: LocalModel, skill: str, pairs: Sequence[Pair], definition_lines: int) -> list[TokenRow]:
    contexts = [_context(pair, definition_lines) for pair in pairs]
    made = [make_example(c, p.green, Origin.GENERATED, skill) for c, p in zip(contexts, pairs, strict=True)]
    return tokenize(model.tokenizer, [example for example in made if example is not None])


def _learn(model: LocalModel, skill: str, rows: Sequence[TokenRow], most_seconds: float) -> tuple[int, float]:
    """Train a LoRA until its steps or its time are over, and make it the only skill of the model."""
    adapter = LoRAAdapter(model.attachment.shapes, rank=RANK, seed=SEED)
    model.attachment.train(adapter)
    data = batches(
        rows, tokens_per_batch=TOKENS, longest=LONGEST, prompt_weight=0.0, padding=model.chat.padding, seed=SEED
    )
    began = time.monotonic()

    def late(report: StepReport) -> bool:
        return time.monotonic() - began > most_seconds

    steps = train(model.model, adapter.parameters(), data, Schedule(RATE, STEPS, warmup=5), on_step=late)
    seconds = time.monotonic() - began
    model.attachment.load(initialise({skill: adapter.folded()}, k=RANK).library)
    return steps, seconds


def _passed(
    model: LocalModel, pairs: Sequence[Pair], skill: str | None, compiler: Compiler, definition_lines: int
) -> int:
    items = practice_items(Group.TRAINED, skill, pairs)
    contexts = [_context(pair, definition_lines) for pair in pairs]
    found = model.propose(contexts, attempts=1, seed=0, skills=[skill] * len(pairs))
    judged = judge_answers(items, routes(items, FixedRouter(skill)), [one[0].edits for one in found], compiler)
    return sum(one.passed for one in judged)
