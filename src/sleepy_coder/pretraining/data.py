"""Verified breaks as examples on disk, in shards that can be made again one by one.

A shard is a JSONL file that depends on its families, size and seed alone. Making it needs the compiler and no model;
training reads it where there may be no compiler.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import msgspec

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.templates import instantiate, load_templates
from sleepy_coder.lm.prompt import INSTRUCTIONS, RepairContext
from sleepy_coder.pretraining.edits import edit_tasks
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.likeness import HeldOut
from sleepy_coder.training.example import Example, Origin, make_example

SHARD = 2000


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One example without the system message, which is the same for all."""

    prompt: str
    answer: str
    skill: str
    signature: str

    @property
    def example(self) -> Example:
        """The row as the training loop takes it."""
        return Example((("system", INSTRUCTIONS), ("user", self.prompt)), self.answer, Origin.GENERATED, self.skill)


def repair_rows(
    split: str,
    families: Sequence[str],
    seed: int,
    compiler: Compiler,
    *,
    own_templates: bool = False,
    held_out: HeldOut | None = None,
) -> Iterator[Row]:
    """Verified breaks without end, each with its answer; those that the format cannot say are passed over, and so are
    those near an item of `held_out`, which counts them.
    """
    for pair in stream(split, families, seed, compiler, own_templates=own_templates):
        if held_out is not None and not held_out.admits(pair.broken, pair.green):
            continue
        context = RepairContext(pair.broken, pair.diagnostic)
        example = make_example(context, pair.green, Origin.GENERATED, pair.family)
        if example is not None:
            yield _row(example, signature(pair.diagnostic).key)


def edit_rows(seed: int, held_out: HeldOut | None = None) -> Iterator[Row]:
    """Generic edit tasks without end, on the training templates; programs near an item of `held_out` are left out."""
    rng = Random(f"edits/{seed}")
    admitted = (tree for tree in _greens(rng) if held_out is None or held_out.admits(tree))
    for example in edit_tasks(admitted, rng):
        yield _row(example, "")


def write_shard(path: Path, rows: Iterable[Row], count: int) -> None:
    """`count` rows as JSONL; whole or not at all. A shard that is there is left as it is."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        for row in islice(rows, count):
            file.write(msgspec.json.encode(row) + b"\n")
    partial.rename(path)


def read_shard(path: Path) -> list[Row]:
    """The rows of a shard."""
    decoder = msgspec.json.Decoder(Row)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]


def _row(example: Example, key: str) -> Row:
    prompt = next(content for role, content in example.messages if role == "user")
    return Row(prompt, example.answer, example.skill, key)


def _greens(rng: Random) -> Iterator[SourceTree]:
    templates = load_templates("train")
    while True:
        yield instantiate(rng.choice(templates), rng.randrange(1 << 31))
