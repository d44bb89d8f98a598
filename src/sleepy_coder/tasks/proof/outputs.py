"""How green programs end and what they print, many at a time: linking one costs more than running a hundred.

Programs become modules of one crate whose `main` calls each in turn and says between them what came of it. A program
that ends the process, or never ends, costs the others of its crate a second try without it. What could not live in a
module is built and run alone.
"""

import re
import secrets
from collections.abc import Sequence
from typing import NamedTuple

from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.source import SourceTree

PROGRAMS_PER_RUN = 96
SECONDS = 5.0
"""A program of a suite takes milliseconds; a wrong one may run forever."""

PANICKED = 101
_MAIN = re.compile(r"^fn main\(\) \{", re.MULTILINE)
_ALONE = re.compile(r"\bcrate\b(?!\))|#!\[|macro_rules!|\bextern\b|process::|panic::|#\[(no_mangle|macro_export)")
_MAIN_FILE = """\
fn run(number: usize, program: fn()) {{
    println!("{begin}{{number}}{end}");
    let ended = std::panic::catch_unwind(program).is_ok();
    println!("{begin}{{}}{end}", if ended {{ "ended" }} else {{ "panicked" }});
}}

fn main() {{
    std::panic::set_hook(Box::new(|_| {{}}));
{calls}}}
"""


class Ending(NamedTuple):
    """How a program ended; `status` is None where it had to be stopped."""

    status: int | None
    stdout: str


def endings(trees: Sequence[SourceTree], compiler: Compiler) -> list[Ending | None]:
    """How each program ends; None for one that does not link. Time for one program is short here."""
    known: dict[int, Ending] = {}
    editions: dict[str, list[int]] = {}
    for index, tree in enumerate(trees):
        if _can_share(tree):
            editions.setdefault(tree.edition, []).append(index)
    chunks = [
        part[at : at + PROGRAMS_PER_RUN] for part in editions.values() for at in range(0, len(part), PROGRAMS_PER_RUN)
    ]
    while chunks:
        found = list(ThreadExecutor().map(lambda chunk: _together(chunk, trees, compiler), chunks))
        known.update((index, ending) for endings, _ in found for index, ending in endings.items())
        chunks = [part for _, left in found for part in left if part]
    alone = [index for index in range(len(trees)) if index not in known]
    results = dict(zip(alone, ThreadExecutor().map(lambda index: _alone(trees[index], compiler), alone), strict=True))
    return [known.get(index) or results.get(index) for index in range(len(trees))]


def _can_share(tree: SourceTree) -> bool:
    if tree.crate_type != "bin" or len(tree.files) != 1:
        return False
    text = tree.files[tree.root]
    return len(_MAIN.findall(text)) == 1 and not _ALONE.search(text)


def _alone(tree: SourceTree, compiler: Compiler) -> Ending | None:
    result = compiler.run(tree, wall_seconds=SECONDS)
    return Ending(result.status, result.stdout) if result.compiled else None


def _together(
    chunk: list[int], trees: Sequence[SourceTree], compiler: Compiler
) -> tuple[dict[int, Ending], list[list[int]]]:
    """What one run told, and in which groups to try the rest."""
    secret = secrets.token_hex(8)
    result = compiler.run(_crate([trees[index] for index in chunk], secret), wall_seconds=SECONDS)
    known: dict[int, Ending] = {}
    parts = re.split(rf"\x1e{secret} (\w+)\x1e\n", result.stdout)
    pieces = list(zip(parts[1::2], parts[2::2], strict=True))
    for (word, stdout), (verdict, rest) in zip(pieces[::2], pieces[1::2], strict=False):
        if word.isdigit() and verdict in ("ended", "panicked") and not rest:
            known[chunk[int(word)]] = Ending(0 if verdict == "ended" else PANICKED, stdout)
    left = [index for index in chunk if index not in known]
    if not left or len(chunk) == 1:
        return known, []
    if known:  # the first that is left ended the process or was cut off: it goes alone, the others once more
        return known, [left[1:]]
    half = len(left) // 2
    return known, [left[:half], left[half:]]


def _crate(trees: Sequence[SourceTree], secret: str) -> SourceTree:
    files = {f"m{n}.rs": _MAIN.sub("pub fn main() {", tree.files[tree.root]) for n, tree in enumerate(trees)}
    calls = "".join(f"    run({n}, m{n}::main);\n" for n in range(len(trees)))
    main = _MAIN_FILE.format(begin=f"\\x1e{secret} ", end="\\x1e", calls=calls)
    files["main.rs"] = "".join(f"mod m{n};\n" for n in range(len(trees))) + main
    return SourceTree(files, edition=trees[0].edition)
