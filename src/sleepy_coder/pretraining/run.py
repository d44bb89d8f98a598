"""From shards to packed rows and the released folder, in steps that can each be killed and run again.

data       verified breaks, edit tasks and plain Rust in shards (`shards`; compiler, no model)
tokenizer  byte-level BPE on the shards
packed     all rows of the base model as token ids in one file, for training elsewhere
base       the base model, from checkpoints (`base`)
library    a LoRA for each skill of the first library, folded into the basis that nights use (`library`)
release    float16 weights, tokenizer, library, what was taught and how (`made`), in one folder
"""

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from transformers import AutoTokenizer

from sleepy_coder.breaker.families import NOVEL
from sleepy_coder.embedded.taught import Taught, write_taught
from sleepy_coder.errors import UsageError
from sleepy_coder.lm.chat import Chat
from sleepy_coder.lm.prompt import DEFINITION_LINES
from sleepy_coder.pretraining.base import new_half
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.data import TEXT, Row, read_shard
from sleepy_coder.pretraining.made import Made, write_made
from sleepy_coder.pretraining.packed import Packed, read_packed, table_of, write_packed
from sleepy_coder.pretraining.shards import HELD_OUT_FILE, base_shards
from sleepy_coder.pretraining.skills import BASE, LIBRARY
from sleepy_coder.pretraining.tokenizer import train_tokenizer
from sleepy_coder.training.batches import TokenRow
from sleepy_coder.training.token_rows import tokenize

TOKENIZER_ROWS = 10_000


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
        rows = _distinct(row for shard in base_shards(folder) for row in read_shard(shard))
        known = set(rows)
        held_out = [row for row in read_shard(folder / "data" / HELD_OUT_FILE) if row not in known]
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


def _distinct(rows: Iterable[Row]) -> list[Row]:
    """Rows without repetitions. Raises UsageError for one of a family that the base model may not see."""
    found = list(dict.fromkeys(rows))
    withheld = {row.skill for row in found} & {*NOVEL, *LIBRARY}
    if withheld:
        raise UsageError(f"the data holds {min(withheld)}, which is withheld by now: remove the run's folder")
    return found


def token_rows(tokenizer: Any, rows: Sequence[Row]) -> list[TokenRow]:
    """Rows through the chat template; plain text as it is, all of it prompt."""
    texts, examples = [r.prompt for r in rows if r.skill == TEXT], [r.example for r in rows if r.skill != TEXT]
    encoded = tokenizer(texts, add_special_tokens=False)["input_ids"] if texts else []
    plain = iter(TokenRow(tuple(ids), len(ids)) for ids in encoded)
    chats = iter(tokenize(tokenizer, examples) if examples else [])
    return [next(plain) if row.skill == TEXT else next(chats) for row in rows]


def release(model: Any, tokenizer: Any, library: Path, target: Path, made: Made | None = None) -> None:
    """The folder that ships: `model/` in float16 and `library/`. What was there is replaced as a whole.

    made: how it came about, once that is known.
    """
    staging = target.with_name(target.name + ".partial")
    shutil.rmtree(staging, ignore_errors=True)
    half = new_half(model)
    half.save_pretrained(staging / "model")
    tokenizer.save_pretrained(staging / "model")
    (staging / "model" / "generation_config.json").unlink(missing_ok=True)
    write_taught(staging / "model", Taught(BASE, LIBRARY, DEFINITION_LINES))
    if made is not None:
        write_made(staging / "model", made)
    shutil.copytree(library, staging / "library")
    if target.exists():
        shutil.rmtree(target)
    staging.rename(target)
