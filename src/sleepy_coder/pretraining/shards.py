"""All training data of one run as shards: which there are to be, and the making of those that are missing.

A shard depends on nothing but what it is to hold, so several are made at a time, each in a process of its own, and a
run that was killed makes only what is missing. Held-out rows come from the training templates with seeds of their own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.leaf import UNCHECKED
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.execution import ProcessExecutor
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.crates import crate_rows, crate_sources, text_rows
from sleepy_coder.pretraining.data import TEXT, Row, edit_rows, program_rows, short_pairs, short_rows, write_shard
from sleepy_coder.pretraining.manifest import Shard, describe, read_data_manifest, write_data_manifest
from sleepy_coder.pretraining.skills import BASE, LIBRARY
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.crates import RealCrate, fetched, real_crates
from sleepy_coder.tasks.likeness import HeldOut

SHARD = 2000
HELD_OUT = 400
SHORT_EVERY = 8
"""One in so many shards of programs is of very short ones."""

ROWS_PER_LINE = 0.5
"""Of a crate: about two places a line are found, of which a part become pairs."""

SKILLS_AT_A_TIME = 7
HELD_OUT_FILE = "held-out.jsonl"
HELD_OUT_KIND, SKILL_KIND = "held-out", "skill"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What one worker is to make: a file of `count` rows or, of skills, a file for each of the families."""

    file: str
    kind: str
    seed: int
    count: int
    families: tuple[str, ...] = BASE
    crate: RealCrate | None = None
    told_share: float = 0.0


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where shards are made, and with what; `with_crates` if plain text may be taken from real crates."""

    data: Path
    cache: Path
    compiler: Compiler
    with_crates: bool

    def make(self, wanted: Wanted) -> list[Shard]:
        """Write what is wanted and tell what it is."""
        items = HeldOut.shipped()
        rows = self._rows(wanted, items)
        found: dict[str, Iterable[Row]] = {wanted.file: rows}
        if wanted.kind == SKILL_KIND:
            found = dict(by_skill(rows, wanted.count, wanted.families))
        made = []
        for name, mine in found.items():
            path = self.data / (skill_file(name) if wanted.kind == SKILL_KIND else name)
            fresh = not path.exists()
            write_shard(path, mine, wanted.count)
            made.append(describe(path, wanted.kind, wanted.seed, items.refused if fresh else None))
            if fresh:
                items.refused = 0  # of a group, the refused are counted with its first shard
        return made

    def _rows(self, wanted: Wanted, items: HeldOut) -> Iterator[Row]:
        told, families, seed = wanted.told_share, wanted.families, wanted.seed
        if wanted.crate is not None:
            crate, tools = wanted.crate, (self.compiler, self.cache)
            return crate_rows(crate, families, seed, *tools, told_share=told, held_out=items)
        if wanted.kind == "edits":
            return edit_rows(seed, items)
        if wanted.kind == TEXT:
            return text_rows(crate_sources(self.compiler, self.cache) if self.with_crates else (), seed, items)
        make = short_rows if wanted.kind == "short" else program_rows
        return make(families, seed, self.compiler, told_share=told, held_out=items)


def make_data(
    config: PretrainConfig, folder: Path, cache: Path, compiler: Compiler, tell: Callable[[str], None]
) -> None:
    """All shards that are missing, then the manifest. `cache` is where real crates are fetched to."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    known = read_data_manifest(data)
    shards = {shard.file: shard for shard in known.shards} if known is not None else {}
    crates = real_crates("training") if config.crate_share else ()
    counts = rows_by_size({crate: _lines(fetched(crate, cache)) for crate in crates}, _of_crates(config))
    missing = [one for one in wanted_of(config, counts) if not {*files_of(one)} <= shards.keys()]
    rows = sum(shard.rows for shard in shards.values())
    workshop = Workshop(data, cache, compiler, bool(crates))
    for done, made in enumerate(ProcessExecutor().map(workshop.make, missing), start=1):
        shards |= {shard.file: shard for shard in made}
        rows += sum(shard.rows for shard in made)
        write_data_manifest(data, config, compiler.toolchain.version, [shards[file] for file in sorted(shards)], crates)
        tell(f"data: {made[0].file}, {rows} rows in all ({done} of {len(missing)} pieces of work)")


def rows_by_size(lines: Mapping[RealCrate, int], rows: int) -> dict[RealCrate, int]:
    """How many rows each crate is to give: alike, but none more than its lines are likely to bear."""
    counts: dict[RealCrate, int] = {}
    for crate in sorted(lines, key=lambda crate: (lines[crate], crate.name)):
        even = -(-(rows - sum(counts.values())) // (len(lines) - len(counts)))
        counts[crate] = min(even, max(1, round(ROWS_PER_LINE * lines[crate])))
    return counts


def wanted_of(config: PretrainConfig, crates: Mapping[RealCrate, int]) -> Iterator[Wanted]:
    """Everything that this config asks for, so many rows of these crates; what takes longest comes first."""
    told = config.told_share
    for number, (crate, count) in enumerate(sorted(crates.items(), key=lambda one: one[0].name)):
        yield Wanted(
            f"crate-{crate.name}.jsonl", "crate", _seed(config, 600 + number), count, crate=crate, told_share=told
        )
    programs = config.pairs - (_of_crates(config) if crates else 0)
    for index, start in enumerate(range(0, programs, SHARD)):
        kind = "short" if index % SHORT_EVERY == SHORT_EVERY - 1 else "programs"
        count = min(SHARD, programs - start)
        yield Wanted(f"{kind}-{index:03d}.jsonl", kind, _seed(config, index), count, told_share=told)
    for number, first in enumerate(range(0, len(LIBRARY), SKILLS_AT_A_TIME)):
        group = LIBRARY[first : first + SKILLS_AT_A_TIME]
        yield Wanted(f"skills-{number}", SKILL_KIND, _seed(config, 500 + number), config.skill_pairs, group)
    for kind, share in (("edits", config.edit_share), (TEXT, config.text_share)):
        yield Wanted(f"{kind}.jsonl", kind, config.seed, round(config.pairs * share))
    yield Wanted(HELD_OUT_FILE, HELD_OUT_KIND, _seed(config, 900), HELD_OUT)


def training_pairs(config: PretrainConfig, compiler: Compiler) -> Iterator[tuple[str, Iterator[Pair]]]:
    """By kind the first shard of programs, the first of short ones and all of the first library's skills, as breaks of
    programs from the first one on: what anything that must not have been trained on is compared with.
    """
    seen = set()
    for one in wanted_of(config, {}):
        if one.kind == SKILL_KIND or (one.kind in ("programs", "short") and one.kind not in seen):
            seen.add(one.kind)
            if one.kind == "short":
                yield one.kind, short_pairs(one.families, one.seed, compiler)
            else:
                yield one.kind, stream("train", one.families, one.seed, compiler)


def files_of(wanted: Wanted) -> list[str]:
    """The files that come of it."""
    return [skill_file(skill) for skill in wanted.families] if wanted.kind == SKILL_KIND else [wanted.file]


def by_skill(rows: Iterable[Row], count: int, skills: Sequence[str]) -> dict[str, list[Row]]:
    """Up to `count` rows for each of these skills; a rare one gets fewer rather than hold up the others."""
    found: dict[str, list[Row]] = {skill: [] for skill in skills}
    for row in islice(rows, 2 * count * len(skills)):
        if len(found[row.skill]) < count:
            found[row.skill].append(row)
        if all(len(mine) == count for mine in found.values()):
            break
    return found


def skill_file(skill: str) -> str:
    """The name of the shard of one skill of the first library."""
    return f"skill-{skill}.jsonl"


def skill_shard(folder: Path, skill: str) -> Path:
    """Where the data of one skill of the first library lies."""
    return folder / "data" / skill_file(skill)


def base_shards(folder: Path) -> list[Path]:
    """The shards that the base model learns from, in a fixed order."""
    manifest = read_data_manifest(folder / "data")
    shards: Sequence[Shard] = manifest.shards if manifest is not None else ()
    return [folder / "data" / shard.file for shard in shards if shard.kind not in (HELD_OUT_KIND, SKILL_KIND)]


def _of_crates(config: PretrainConfig) -> int:
    return round(config.pairs * config.crate_share)


def _lines(folder: Path) -> int:
    """Of the Rust files that a check compiles."""
    files = [path for path in folder.rglob("*.rs") if not UNCHECKED.search(path.relative_to(folder).as_posix())]
    return sum(path.read_bytes().count(b"\n") for path in files)


def _seed(config: PretrainConfig, part: int) -> int:
    return config.seed * 1000 + part
