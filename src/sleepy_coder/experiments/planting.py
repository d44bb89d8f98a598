"""What to repair in real crates: single errors and groups of three, planted where a test would notice.

The breaker proposes sites of every family in every crate; what gives exactly one error is a candidate. They are drawn
by turns over the families, each time from a crate drawn by the seed, and accepted only where a `panic!` put before the
broken statement turns a test red. No family and no code may hold more than `MOST_FRACTION` of the items. What a panic
does is kept on disk, so that planting can be interrupted.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec

from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.leaf import Leaf
from sleepy_coder.errors import EditRejected
from sleepy_coder.experiments.halves import SplitCrate
from sleepy_coder.rust.items import parse
from sleepy_coder.rust.source import Edit, SourceTree, edits_between

MOST_FRACTION = 0.05
PER_GROUP = 3


class Planted(msgspec.Struct, frozen=True):
    """Errors in one crate: the edits that make them of its green tree, with family and code of each."""

    id: str
    crate: str
    families: tuple[str, ...]
    codes: tuple[str, ...]
    edits: tuple[tuple[str, int, int, str, str], ...]

    def tree(self, green: SourceTree) -> SourceTree:
        """The crate with the errors."""
        return green.apply([Edit(*edit) for edit in self.edits])


class Amount(NamedTuple):
    """How many items, and how many sites of each family are proposed in each crate."""

    singles: int
    groups: int
    sites: int
    families: int | None = None


class _Reach:
    """Whether a test reaches a place, asked once and kept in a file of lines."""

    def __init__(self, file: Path) -> None:
        self._file = file
        lines = file.read_bytes().splitlines() if file.is_file() else []
        self._known = {(row[0], row[1], row[2]): bool(row[3]) for row in map(msgspec.json.decode, lines)}

    def __call__(self, name: str, crate: SplitCrate, edit: Edit) -> bool:
        file, offset = edit.file, panic_place(crate.green.files[edit.file], edit)
        if offset is None:
            return False
        key = (name, file, offset)
        if key not in self._known:
            text = crate.green.files[file].encode()
            panicking = (text[:offset] + b" if true { panic!() } " + text[offset:]).decode()
            tree = SourceTree({**crate.green.files, file: panicking}, crate.green.edition, crate.green.crate_type)
            self._known[key] = crate.turns_red(tree)
            with self._file.open("ab") as out:
                out.write(msgspec.json.encode([*key, self._known[key]]) + b"\n")
        return self._known[key]


def plant(
    crates: Mapping[str, SplitCrate], amount: Amount, seed: int, folder: Path, tell: Callable[[str], None]
) -> list[Planted]:
    """Single errors, then groups; as many as can be had. `folder` keeps what a panic did."""
    rng = Random(f"real-crates:{seed}")
    pool = _proposed(crates, amount, rng, tell)
    reach = _Reach(folder / "reach.jsonl")
    singles: list[Planted] = []
    most = max(1, int(amount.singles * MOST_FRACTION))
    held: Counter[str] = Counter()
    for one in _turns(pool, rng):
        if len(singles) == amount.singles:
            break
        if max(held[one.families[0]], held[one.codes[0]]) < most and reach(one.crate, crates[one.crate], _first(one)):
            held.update((one.families[0], one.codes[0]))
            singles.append(msgspec.structs.replace(one, id=f"single-{len(singles):03d}"))
            tell(f"{len(singles)} of {amount.singles} single errors")
    return singles + _groups(singles, crates, amount.groups, rng)


def panic_place(source: str, edit: Edit) -> int | None:
    """The byte before the statement that an edit changes, or at the start of the function whose head it changes."""
    lines = source.encode().split(b"\n")
    start = sum(len(line) + 1 for line in lines[: edit.first_line - 1])
    within = b"\n".join(lines[edit.first_line - 1 : edit.last_line])
    offset = start + (within.find(edit.old.encode()) if edit.old else len(within) - len(within.lstrip()))
    node = parse(source).descendant_for_byte_range(offset, offset + 1)
    while node is not None and node.parent is not None:
        if node.type == "function_item":
            inside = node.child_by_field_name("body")
            return None if inside is None else inside.start_byte + 1
        if node.parent.type == "block" and node.is_named and node.type != "block" and "item" not in node.type:
            return node.start_byte
        node = node.parent
    return None


def _proposed(
    crates: Mapping[str, SplitCrate], amount: Amount, rng: Random, tell: Callable[[str], None]
) -> dict[str, dict[str, list[Planted]]]:
    """By family and crate: breaks that give exactly one error, in a random order."""
    pool: defaultdict[str, dict[str, list[Planted]]] = defaultdict(dict)
    families = sorted(family.name for family in FAMILIES)
    chosen = families if amount.families is None else rng.sample(families, amount.families)
    for name, crate in crates.items():
        tell(f"breaking {name}")
        leaf = Leaf([crate.crate])
        drawn = []
        for family in chosen:
            sites = leaf.sites(family, rng)
            drawn += rng.sample(sites, min(amount.sites, len(sites)))
        for pair in leaf.judged(drawn):
            try:
                made = edits_between(pair.green, pair.broken)
            except EditRejected:  # it breaks a line ending
                continue
            edits = tuple((e.file, e.first_line, e.last_line, e.old, e.new) for e in made)
            one = Planted("", name, (pair.family,), (pair.diagnostic.code or "syntax",), edits)
            pool[pair.family].setdefault(name, []).append(one)
    return dict(pool)


def _turns(pool: Mapping[str, Mapping[str, Sequence[Planted]]], rng: Random) -> Iterator[Planted]:
    """One of each family in turn, each from a crate drawn anew, until nothing is left."""
    left = {family: {name: rng.sample(ones, len(ones)) for name, ones in by.items()} for family, by in pool.items()}
    while left:
        for family in rng.sample(sorted(left), len(left)):
            name = rng.choice(sorted(left[family]))
            yield left[family][name].pop()
            if not left[family][name]:
                del left[family][name]
            if not left[family]:
                del left[family]


def _groups(singles: Sequence[Planted], crates: Mapping[str, SplitCrate], count: int, rng: Random) -> list[Planted]:
    """Threes of different families in one crate, from the single errors, which a test is known to reach."""
    by_crate: defaultdict[str, list[Planted]] = defaultdict(list)
    for one in singles:
        by_crate[one.crate].append(one)
    rich = sorted(name for name, ones in by_crate.items() if len({one.families[0] for one in ones}) >= PER_GROUP)
    most = max(1, int(PER_GROUP * count * MOST_FRACTION))
    held: Counter[str] = Counter()
    groups: dict[tuple[str, ...], Planted] = {}
    for _ in range(50 * count if rich else 0):
        if len(groups) == count:
            break
        name = rng.choice(rich)
        three = rng.sample(by_crate[name], PER_GROUP)
        key = tuple(sorted(one.id for one in three))
        named = Counter(word for one in three for word in {one.families[0], one.codes[0]})
        if key in groups or any((held + named)[word] > most for word in named):
            continue
        group = Planted(
            f"group-{len(groups):03d}",
            name,
            tuple(one.families[0] for one in three),
            tuple(one.codes[0] for one in three),
            tuple(edit for one in three for edit in one.edits),
        )
        try:
            group.tree(crates[name].green)
        except EditRejected:
            continue
        if len(set(group.families)) == PER_GROUP:
            groups[key] = group
            held += named
    return list(groups.values())


def _first(one: Planted) -> Edit:
    return Edit(*one.edits[0])
