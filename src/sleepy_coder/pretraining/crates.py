"""Rows from real code: the crates of the training split, broken and verified by cargo, and pieces of them as they are.

The crates are fetched when they are wanted and never committed; those of the evaluation split are never opened here.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

from sleepy_coder.breaker.leaf import UNCHECKED, Leaf
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.pretraining.data import TEXT, Row, greens, rows_of
from sleepy_coder.pretraining.telling import Telling
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree
from sleepy_coder.tasks.crates import RealCrate, open_real, real_crates
from sleepy_coder.tasks.likeness import HeldOut

PIECE_LINES = 24
FEWEST_LINES = 6


def crate_rows(
    crate: RealCrate,
    families: Sequence[str],
    seed: int,
    compiler: Compiler,
    cache: Path,
    *,
    told_share: float,
    held_out: HeldOut,
) -> Iterator[Row]:
    """Breaks of one training crate until every site was tried; no more than are asked for are made."""
    return rows_of(apart_from(held_out, _pairs(crate, families, seed, compiler, cache)), Telling(told_share))


def apart_from(held_out: HeldOut, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Pairs whose break lies in a file that is near no item; each file is compared once, for a crate is long."""
    admitted: dict[str, bool] = {}
    for pair in pairs:
        (file,) = [name for name, text in pair.green.files.items() if pair.broken.files[name] != text]
        text = pair.green.files[file]
        if text not in admitted:
            admitted[text] = held_out.admits(SourceTree({"main.rs": text}))
        if admitted[text]:
            yield pair


def text_rows(sources: Sequence[SourceTree], seed: int, held_out: HeldOut) -> Iterator[Row]:
    """Pieces of plain Rust without end: of templates and of these sources in turn; nothing near an item."""
    rng = Random(f"text/{seed}")
    programs = greens(rng)
    turn = 0
    while True:
        tree = rng.choice(sources) if sources and turn % 2 else next(programs)
        turn += 1
        file = rng.choice([name for name in tree.files if name.endswith(".rs") and not UNCHECKED.search(name)])
        lines = tree.lines(file)
        first = rng.randrange(max(1, len(lines) - PIECE_LINES + 1))
        piece = lines[first : first + PIECE_LINES]
        text = "\n".join(piece)
        if len(piece) >= FEWEST_LINES and held_out.admits(SourceTree({"main.rs": text})):
            yield Row(text, "", TEXT, "")


def crate_sources(compiler: Compiler, cache: Path) -> list[SourceTree]:
    """The Rust files of all training crates."""
    found = []
    for crate in real_crates("training"):
        with closing(open_real(crate, cache, compiler.toolchain, compiler.sandbox)) as opened:
            found.append(opened.tree)
    return found


def _pairs(crate: RealCrate, families: Sequence[str], seed: int, compiler: Compiler, cache: Path) -> Iterator[Pair]:
    with closing(open_real(crate, cache, compiler.toolchain, compiler.sandbox)) as opened:
        for wave in Leaf([opened]).waves(dict.fromkeys(families, 1.0), seed):
            yield from wave.pairs
