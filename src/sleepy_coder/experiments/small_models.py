"""Models trained from nothing on verified breaks, in the very way that pretraining does it, to compare recipes.

A training leaves its checkpoints below the cache, so that an experiment that was interrupted goes on where it was.
"""

import hashlib
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.evaluation.decision import Group
from sleepy_coder.evaluation.practice import judge_answers, routes
from sleepy_coder.evaluation.trial import practice_items
from sleepy_coder.lm.answer import render_answer
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.lm.model import Candidate, LanguageModel, ModelIdentity
from sleepy_coder.lm.naming import ANCHORS, Naming
from sleepy_coder.lm.prompt import DEFINITION_LINES, RepairContext, excerpt
from sleepy_coder.paths import find_paths
from sleepy_coder.pretraining.base import Tell, train_base
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.packed import Packed, table_of
from sleepy_coder.pretraining.tokenizer import train_tokenizer
from sleepy_coder.routing.router import FixedRouter
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.training.example import Example, Origin, make_example
from sleepy_coder.training.token_rows import tokenize

WRONG_KEPT = 20


@dataclass(frozen=True, slots=True)
class Trained:
    """A model that answers, the folder that holds it, its curve (a line for each report), and its rows' mean length in
    answer tokens."""

    model: LocalModel
    folder: Path
    curve: list[dict[str, Any]]
    answer_tokens: float


class Wrong(NamedTuple):
    """An answer that mends nothing, beside the one that was learned for such errors."""

    family: str
    verdict: str
    wanted: str
    said: str


class Score(NamedTuple):
    """Greedy answers judged by the compiler, the first wrong ones kept to be read."""

    passed: int
    total: int
    wrong: list[Wrong]


def pairs_of(families: Sequence[str], seed: int, count: int, compiler: Compiler) -> list[Pair]:
    """Different programs from the training templates; a seed of its own makes other instances."""
    found: dict[str, Pair] = {}
    for pair in islice(stream("train", families, seed, compiler), 4 * count):
        found.setdefault(pair.broken.digest, pair)
        if len(found) == count:
            break
    return list(found.values())


def context_of(pair: Pair) -> RepairContext:
    """The error as pretraining shows it."""
    return RepairContext(pair.broken, pair.diagnostic, definition_lines=DEFINITION_LINES)


def examples_of(pairs: Sequence[Pair], naming: Naming = ANCHORS) -> list[Example]:
    """As pretraining makes them; those that the format cannot say are left out."""
    made = [make_example(context_of(pair), pair.green, Origin.GENERATED, pair.family, naming) for pair in pairs]
    return [example for example in made if example is not None]


def train_model(
    config: PretrainConfig,
    examples: Sequence[Example],
    held_out: Sequence[Example],
    tell: Tell,
    naming: Naming = ANCHORS,
) -> Trained:
    """A model of the config's shape, trained to the end of its steps."""
    texts = [f"{dict(example.messages)['user']}\n{example.answer}" for example in examples]
    tokenizer = train_tokenizer(texts, config.architecture.vocabulary)
    rows, apart = tokenize(tokenizer, examples), tokenize(tokenizer, held_out)
    shape = replace(config.architecture, vocabulary=len(tokenizer))
    packed = Packed(
        replace(config, architecture=shape),
        table_of(rows, [config.prompt_weight] * len(rows)),
        table_of(apart, [config.prompt_weight] * len(apart)),
        tokenizer.eos_token_id,
        tokenizer.pad_token_id,
    )
    folder = work_folder(packed)
    folder.mkdir(parents=True, exist_ok=True)
    trained = train_base(packed, folder, tell)
    tokenizer.save_pretrained(folder / "weights")
    tell(f"{config.name}: {folder / 'weights'} is the model, which the setting `teacher` may name")
    curve = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    answers = sum(len(row.ids) - row.answer_start for row in rows)
    model = LocalModel(trained, tokenizer, ModelIdentity(config.name, "0" * 64), naming)
    return Trained(model, folder / "weights", curve, answers / len(rows))


def work_folder(packed: Packed) -> Path:
    """Where such a training leaves its checkpoints; another one for another config or other rows."""
    said = hashlib.sha256(repr((packed.config, packed.end, packed.padding)).encode())
    for table in (packed.train, packed.held_out):
        said.update(table.tokens.tobytes() + table.ends.tobytes() + table.heads.tobytes())
    return find_paths().cache / "experiments" / f"{packed.config.name}-{said.hexdigest()[:16]}"


def propose(model: LanguageModel, pairs: Sequence[Pair]) -> list[Candidate]:
    """One answer to each error."""
    found = model.propose([context_of(pair) for pair in pairs], attempts=1, seed=0, skills=[None] * len(pairs))
    return [candidates[0] for candidates in found]


def answering_seconds(models: Sequence[LanguageModel], pairs: Sequence[Pair], repetitions: int) -> list[float]:
    """What each model takes for its answers to all of these errors: the best of several times, taken in turn."""
    best = [float("inf")] * len(models)
    for _ in range(repetitions):
        for number, model in enumerate(models):
            began = time.perf_counter()
            propose(model, pairs)
            best[number] = min(best[number], time.perf_counter() - began)
    return best


def score(model: LanguageModel, pairs: Sequence[Pair], compiler: Compiler, naming: Naming = ANCHORS) -> Score:
    """How many of these errors one answer mends, as the compiler and the program's output tell."""
    items = practice_items(Group.OLD, None, pairs)
    candidates = propose(model, pairs)
    judged = judge_answers(items, routes(items, FixedRouter(None)), [one.edits for one in candidates], compiler)
    wrong = [
        Wrong(pair.family, one.verdict.value, _wanted(pair, naming), candidate.text)
        for pair, candidate, one in zip(pairs, candidates, judged, strict=True)
        if not one.passed
    ]
    return Score(len(judged) - len(wrong), len(judged), wrong[:WRONG_KEPT])


def _wanted(pair: Pair, naming: Naming) -> str:
    return render_answer(pair.broken, pair.green, excerpt(context_of(pair)), naming) or ""
