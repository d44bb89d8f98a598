"""Verified breaks and what is learned beside them as rows on disk, in shards that can be made again one by one.

A shard is a JSONL file that depends on its kind, families, size and seed alone. Making it needs the compiler and no
model; training reads it where there may be no compiler.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import msgspec

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.breaker.templates import Template, instantiate, load_templates
from sleepy_coder.durable import write_atomically
from sleepy_coder.lm.prompt import INSTRUCTIONS
from sleepy_coder.pretraining.edits import edit_tasks
from sleepy_coder.pretraining.telling import Telling
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.signature import signature
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.likeness import HeldOut
from sleepy_coder.training.example import Example, Origin, make_example

SHORT_LINES = 20
TEXT = "text"


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One example without the system message, which is the same for all; of plain text, the text is the prompt."""

    prompt: str
    answer: str
    skill: str
    signature: str

    @property
    def example(self) -> Example:
        """The row as the training loop takes it."""
        return Example((("system", INSTRUCTIONS), ("user", self.prompt)), self.answer, Origin.GENERATED, self.skill)


def rows_of(pairs: Iterable[Pair], telling: Telling, held_out: HeldOut | None = None) -> Iterator[Row]:
    """Pairs with their answers. Those that the format cannot say are passed over, and so are those near an item of
    `held_out`, which counts them.
    """
    for pair in pairs:
        if held_out is not None and not held_out.admits(pair.broken, pair.green):
            continue
        example = make_example(telling.context(pair), pair.green, Origin.GENERATED, pair.family)
        if example is not None:
            yield row_of(example, signature(pair.diagnostic).key)


def program_rows(
    families: Sequence[str], seed: int, compiler: Compiler, *, told_share: float = 0.0, held_out: HeldOut | None = None
) -> Iterator[Row]:
    """Breaks of the training templates' programs without end."""
    return rows_of(stream("train", families, seed, compiler), Telling(told_share), held_out)


def short_rows(
    families: Sequence[str], seed: int, compiler: Compiler, *, told_share: float = 0.0, held_out: HeldOut | None = None
) -> Iterator[Row]:
    """The same of very short programs with names of one letter, of those families that have such templates."""
    return rows_of(short_pairs(families, seed, compiler), Telling(told_share), held_out)


def short_pairs(families: Sequence[str], seed: int, compiler: Compiler) -> Iterator[Pair]:
    """Breaks of the training templates that are short."""
    having = {template.family for template in load_templates("train") if is_short(template)}
    chosen = [family for family in families if family in having]
    return stream("train", chosen, seed, compiler, keep=is_short, terse=True)


def is_short(template: Template) -> bool:
    """Whether a template is one that people would write with names of one letter."""
    return template.source.count("\n") <= SHORT_LINES


def edit_rows(seed: int, held_out: HeldOut | None = None) -> Iterator[Row]:
    """Generic edit tasks without end, on the training templates; programs near an item of `held_out` are left out."""
    rng = Random(f"edits/{seed}")
    admitted = (tree for tree in greens(rng) if held_out is None or held_out.admits(tree))
    for example in edit_tasks(admitted, rng):
        yield row_of(example, "")


def greens(rng: Random) -> Iterator[SourceTree]:
    """Programs of the training templates without end."""
    templates = load_templates("train")
    while True:
        yield instantiate(rng.choice(templates), rng.randrange(1 << 31))


def row_of(example: Example, key: str) -> Row:
    """An example as a row."""
    prompt = next(content for role, content in example.messages if role == "user")
    return Row(prompt, example.answer, example.skill, key)


def write_shard(path: Path, rows: Iterable[Row], count: int) -> None:
    """`count` rows as JSONL; whole or not at all. A shard that is there is left as it is."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, b"".join(msgspec.json.encode(row) + b"\n" for row in islice(rows, count)), mode=0o644)


def read_shard(path: Path) -> list[Row]:
    """The rows of a shard."""
    decoder = msgspec.json.Decoder(Row)
    return [decoder.decode(line) for line in path.read_bytes().splitlines()]
