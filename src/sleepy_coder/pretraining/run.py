"""From templates and crates to packed rows and the released folder, in steps that can each be killed and run again.

data       verified breaks, edit tasks and plain Rust in shards (compiler, no model)
tokenizer  byte-level BPE on the shards
packed     all rows of the base model as token ids in one file, for training elsewhere
base       the base model, from checkpoints (`base`)
library    a LoRA for each skill of the first library, folded into the basis that nights use (`library`)
release    float16 weights, tokenizer, library and the record of what was taught, in one folder
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer

from sleepy_coder.embedded.taught import Taught, write_taught
from sleepy_coder.lm.chat import Chat
from sleepy_coder.lm.prompt import DEFINITION_LINES
from sleepy_coder.pretraining.base import Tell, new_half
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.crates import crate_rows, crate_sources, text_rows
from sleepy_coder.pretraining.data import TEXT, Row, edit_rows, program_rows, read_shard, short_rows, write_shard
from sleepy_coder.pretraining.manifest import Shard, describe, read_data_manifest, write_data_manifest
from sleepy_coder.pretraining.packed import Packed, read_packed, table_of, write_packed
from sleepy_coder.pretraining.skills import BASE, LIBRARY
from sleepy_coder.pretraining.tokenizer import train_tokenizer
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.crates import RealCrate, real_crates
from sleepy_coder.tasks.likeness import HeldOut
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.token_rows import tokenize

SHARD = 2000
HELD_OUT = 400
SHORT_EVERY = 8
"""One in so many shards of programs is of very short ones."""

HELD_OUT_FILE = "held-out.jsonl"
TOKENIZER_ROWS = 10_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A shard to be made."""

    file: str
    kind: str
    seed: int
    count: int
    rows: Callable[[], Iterator[Row]]


def make_data(config: PretrainConfig, folder: Path, cache: Path, compiler: Compiler, tell: Tell) -> None:
    """All shards that are missing, then the manifest. `cache` is where real crates are fetched to.

    The held-out rows come from the training templates with seeds of their own.
    """
    data = folder / "data"
    items = HeldOut.shipped()
    known = read_data_manifest(data)
    shards = {shard.file: shard for shard in known.shards} if known is not None else {}
    crates = real_crates("training") if config.crate_share else ()
    wanted = list(_wanted(config, crates, cache, compiler, items))
    for number, one in enumerate(wanted, start=1):
        path, before, fresh = data / one.file, items.refused, not (data / one.file).exists()
        if fresh or one.file not in shards:
            write_shard(path, one.rows() if fresh else (), one.count)
            refused = items.refused - before if fresh else None
            shards[one.file] = describe(path, one.kind, one.seed, refused)
            write_data_manifest(data, config, compiler.toolchain.version, list(shards.values()), crates)
            tell(f"data: {one.file}, {shards[one.file].rows} rows ({number} of {len(wanted)})")
    if not all(skill_shard(folder, skill).exists() for skill in LIBRARY):
        tell(f"data: {len(LIBRARY)} skills of the first library")
        rows = program_rows(LIBRARY, _seed(config, 500), compiler, held_out=items)
        for skill, found in by_skill(rows, config.skill_pairs).items():
            path = skill_shard(folder, skill)
            write_shard(path, found, len(found))
            shards[path.name] = describe(path, "skill", _seed(config, 500), None)
        write_data_manifest(data, config, compiler.toolchain.version, list(shards.values()), crates)


def _wanted(
    config: PretrainConfig, crates: Sequence[RealCrate], cache: Path, compiler: Compiler, items: HeldOut
) -> Iterator[_Wanted]:
    told = config.told_share
    of_crates = round(config.pairs * config.crate_share)
    programs = config.pairs - of_crates
    for index, start in enumerate(range(0, programs, SHARD)):
        seed, kind = _seed(config, index), "short" if index % SHORT_EVERY == SHORT_EVERY - 1 else "programs"
        make = short_rows if kind == "short" else program_rows
        yield _Wanted(
            f"{kind}-{index:03d}.jsonl",
            kind,
            seed,
            min(SHARD, programs - start),
            lambda make=make, seed=seed: make(BASE, seed, compiler, told_share=told, held_out=items),  # type: ignore[misc]
        )
    for number, crate in enumerate(crates):
        seed = _seed(config, 600 + number)
        yield _Wanted(
            f"crate-{crate.name}.jsonl",
            "crate",
            seed,
            -(-of_crates // len(crates)),
            lambda crate=crate, seed=seed: crate_rows(  # type: ignore[misc]
                crate, BASE, seed, compiler, cache, told_share=told, held_out=items
            ),
        )
    yield _Wanted(
        "edits.jsonl",
        "edits",
        config.seed,
        round(config.pairs * config.edit_share),
        lambda: edit_rows(config.seed, items),
    )
    yield _Wanted(
        "text.jsonl",
        TEXT,
        config.seed,
        round(config.pairs * config.text_share),
        lambda: text_rows(crate_sources(compiler, cache) if crates else (), config.seed, items),
    )
    yield _Wanted(
        HELD_OUT_FILE,
        "held-out",
        _seed(config, 900),
        HELD_OUT,
        lambda: program_rows(BASE, _seed(config, 900), compiler),
    )


def by_skill(rows: Iterable[Row], count: int) -> dict[str, list[Row]]:
    """Up to `count` rows for each skill of the first library; a rare one gets fewer rather than hold up the others."""
    found: dict[str, list[Row]] = {skill: [] for skill in LIBRARY}
    for row in islice(rows, 2 * count * len(LIBRARY)):
        if len(found[row.skill]) < count:
            found[row.skill].append(row)
        if all(len(mine) == count for mine in found.values()):
            break
    return found


def skill_shard(folder: Path, skill: str) -> Path:
    """Where the data of one skill of the first library lies."""
    return folder / "data" / f"skill-{skill}.jsonl"


def base_shards(folder: Path) -> list[Path]:
    """The shards that the base model learns from, in a fixed order."""
    manifest = read_data_manifest(folder / "data")
    shards: Sequence[Shard] = manifest.shards if manifest is not None else ()
    return [folder / "data" / shard.file for shard in shards if shard.kind not in ("held-out", "skill")]


def make_tokenizer(config: PretrainConfig, folder: Path) -> Any:
    """The tokenizer of this run, trained once, on what the base model learns from alone."""
    place = folder / "tokenizer"
    if not (place / "tokenizer.json").exists():
        shards = [read_shard(path) for path in base_shards(folder)]
        share = TOKENIZER_ROWS / max(1, sum(len(rows) for rows in shards))
        rows = [row for shard in shards for row in shard[: max(1, round(len(shard) * min(1.0, share)))]]
        texts = (f"{row.prompt}\n{row.answer}" for row in rows)
        train_tokenizer(texts, config.architecture.vocabulary).save_pretrained(place)
    return AutoTokenizer.from_pretrained(place)


def make_packed(config: PretrainConfig, folder: Path, tokenizer: Any) -> Packed:
    """The base model's rows as token ids, made once; `packed.npz` is all that training needs."""
    path = folder / "packed.npz"
    if not path.exists():
        rows = [row for shard in base_shards(folder) for row in read_shard(shard)]
        held_out = read_shard(folder / "data" / HELD_OUT_FILE)
        weights = [config.text_weight if row.skill == TEXT else config.prompt_weight for row in rows]
        chat = Chat(tokenizer)
        write_packed(
            path,
            Packed(
                config,
                table_of(token_rows(tokenizer, rows), weights),
                table_of(token_rows(tokenizer, held_out), [config.prompt_weight] * len(held_out)),
                chat.end,
                chat.padding,
            ),
        )
    return read_packed(path)


def token_rows(tokenizer: Any, rows: Sequence[Row]) -> list[TokenRow]:
    """Rows through the chat template; plain text as it is, all of it prompt."""
    texts, examples = [r.prompt for r in rows if r.skill == TEXT], [r.example for r in rows if r.skill != TEXT]
    encoded = tokenizer(texts, add_special_tokens=False)["input_ids"] if texts else []
    plain = iter(TokenRow(tuple(ids), len(ids)) for ids in encoded)
    chats = iter(tokenize(tokenizer, examples) if examples else [])
    return [next(plain) if row.skill == TEXT else next(chats) for row in rows]


def release(model: Any, tokenizer: Any, library: Path, target: Path) -> None:
    """The folder that ships: `model/` in float16 and `library/`. What was there is replaced as a whole."""
    staging = target.with_name(target.name + ".partial")
    shutil.rmtree(staging, ignore_errors=True)
    half = new_half(model)
    half.save_pretrained(staging / "model")
    tokenizer.save_pretrained(staging / "model")
    (staging / "model" / "generation_config.json").unlink(missing_ok=True)
    write_taught(staging / "model", Taught(BASE, LIBRARY, DEFINITION_LINES))
    shutil.copytree(library, staging / "library")
    if target.exists():
        shutil.rmtree(target)
    staging.rename(target)


def _seed(config: PretrainConfig, part: int) -> int:
    return config.seed * 1000 + part
