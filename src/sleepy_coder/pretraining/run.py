"""From templates to the embedded model and library 0, in steps that can each be killed and run again.

data       verified breaks and edit tasks in shards (compiler, no model)
tokenizer  byte-level BPE on the shards
train      the base model, from checkpoints
library    a LoRA for each skill of the first library, folded into the basis that nights use
release    float16 weights, tokenizer and library in one folder
"""

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from transformers import AutoTokenizer, Qwen2Config, Qwen2ForCausalLM

from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.data import SHARD, Row, edit_rows, read_shard, repair_rows, write_shard
from sleepy_coder.pretraining.skills import BASE, LIBRARY
from sleepy_coder.pretraining.tokenizer import train_tokenizer
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.tasks.likeness import HeldOut
from sleepy_coder.training.batches import TokenRow, batches, tokenize
from sleepy_coder.training.checkpoint import load_checkpoint, save_checkpoint
from sleepy_coder.training.loop import Schedule, StepReport, make_optimizer, train
from sleepy_coder.training.measure import Fit, fit

CHECKPOINT_STEPS = 100
HELD_OUT = 400

Tell = Callable[[str], None]


def make_data(config: PretrainConfig, folder: Path, compiler: Compiler, tell: Tell) -> None:
    """All shards that are missing. The held-out rows come from the training templates with seeds of their own."""
    count = -(-config.pairs // SHARD)
    items = HeldOut.shipped()
    for index in range(count):
        size = min(SHARD, config.pairs - index * SHARD)
        write_shard(
            base_shard(folder, index), repair_rows("train", BASE, _seed(config, index), compiler, held_out=items), size
        )
        tell(f"data: shard {index + 1} of {count}")
    edits = round(config.pairs * config.edit_share)
    write_shard(folder / "data" / "edits.jsonl", edit_rows(config.seed, items), edits)
    held_out = repair_rows("train", BASE, _seed(config, 900), compiler)
    write_shard(folder / "data" / "held-out.jsonl", held_out, HELD_OUT)
    if not all(skill_shard(folder, skill).exists() for skill in LIBRARY):
        tell(f"data: {len(LIBRARY)} skills of the first library")
        rows = repair_rows("train", LIBRARY, _seed(config, 500), compiler, held_out=items)
        for skill, found in by_skill(rows, config.skill_pairs).items():
            write_shard(skill_shard(folder, skill), found, len(found))
    tell(f"data: {items.refused} programs refused as near an item of a suite")


def by_skill(rows: Iterable[Row], count: int) -> dict[str, list[Row]]:
    """Up to `count` rows for each skill of the first library; a rare one gets fewer rather than hold up the others."""
    found: dict[str, list[Row]] = {skill: [] for skill in LIBRARY}
    for row in islice(rows, 2 * count * len(LIBRARY)):
        if len(found[row.skill]) < count:
            found[row.skill].append(row)
        if all(len(mine) == count for mine in found.values()):
            break
    return found


def base_shard(folder: Path, index: int) -> Path:
    """Where a shard of the base model's data lies."""
    return folder / "data" / f"base-{index:03d}.jsonl"


def skill_shard(folder: Path, skill: str) -> Path:
    """Where the data of one skill of the first library lies."""
    return folder / "data" / f"skill-{skill}.jsonl"


def make_tokenizer(config: PretrainConfig, folder: Path) -> Any:
    """The tokenizer of this run, trained once, on prompts and answers of the base families only."""
    place = folder / "tokenizer"
    if not (place / "tokenizer.json").exists():
        rows = [
            row for index in range(min(4, -(-config.pairs // SHARD))) for row in read_shard(base_shard(folder, index))
        ]
        texts = (f"{row.prompt}\n{row.answer}" for row in rows)
        train_tokenizer(texts, config.architecture.vocabulary).save_pretrained(place)
    return AutoTokenizer.from_pretrained(place)


def new_model(config: PretrainConfig, tokenizer: Any) -> Any:
    """A Qwen2 of the config's shape with random weights from its seed."""
    torch.manual_seed(config.seed)
    shape = config.architecture
    return Qwen2ForCausalLM(
        Qwen2Config(
            vocab_size=shape.vocabulary,
            hidden_size=shape.width,
            intermediate_size=shape.feed_forward,
            num_hidden_layers=shape.layers,
            num_attention_heads=shape.heads,
            num_key_value_heads=shape.key_value_heads,
            max_position_embeddings=shape.positions,
            tie_word_embeddings=True,
            bos_token_id=None,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    )


def train_base(config: PretrainConfig, folder: Path, tokenizer: Any, tell: Tell) -> Any:
    """The base model, trained to the end from whatever checkpoint there is; the log of losses lies beside it."""
    model = new_model(config, tokenizer)
    parameters = list(model.parameters())
    schedule = Schedule(config.rate, config.steps, config.warmup, config.weight_decay)
    optimizer = make_optimizer(parameters, schedule)
    path = folder / "checkpoint.safetensors"
    first = load_checkpoint(path, parameters, optimizer)
    if first >= config.steps:
        return model.eval()
    held_out = token_rows(tokenizer, read_shard(folder / "data" / "held-out.jsonl"))
    data = batches(
        _base_rows(config, folder, tokenizer),
        tokens_per_batch=config.tokens_per_batch,
        longest=config.longest,
        prompt_weight=config.prompt_weight,
        padding=tokenizer.pad_token_id,
        seed=config.seed,
    )
    for _ in range(first):
        next(data)
    spent = 0.0

    def on_step(report: StepReport) -> None:
        nonlocal spent
        spent += report.seconds
        if report.step % CHECKPOINT_STEPS and report.step != config.steps:
            return
        save_checkpoint(path, parameters, optimizer, report.step)
        model.eval()
        known = fit(model, held_out, padding=tokenizer.pad_token_id)
        model.train()
        _log(folder, "base", report, known)
        rate = round(report.tokens / report.seconds)
        tell(
            f"train: step {report.step} of {config.steps}, loss {report.loss:.3f}, held out {known.loss:.3f}, "
            f"exact {known.exact_fraction:.1%}, {rate} tokens/s, {spent / 60:.1f} min"
        )

    train(model, parameters, data, schedule, optimizer=optimizer, first_step=first, on_step=on_step)
    return model


def token_rows(tokenizer: Any, rows: Sequence[Row]) -> list[TokenRow]:
    """Rows through the chat template."""
    return tokenize(tokenizer, [row.example for row in rows])


def release(model: Any, tokenizer: Any, library: Path, target: Path) -> None:
    """The folder that ships: `model/` in float16 and `library/`. What was there is replaced as a whole."""
    staging = target.with_name(target.name + ".partial")
    shutil.rmtree(staging, ignore_errors=True)
    half = new_half(model)
    half.save_pretrained(staging / "model")
    tokenizer.save_pretrained(staging / "model")
    (staging / "model" / "generation_config.json").unlink(missing_ok=True)
    shutil.copytree(library, staging / "library")
    if target.exists():
        shutil.rmtree(target)
    staging.rename(target)


def new_half(model: Any) -> Any:
    """A copy in float16, which is what ships: the library is made on the weights that will be loaded."""
    half = type(model)(model.config)
    half.load_state_dict(model.state_dict())
    return half.half()


def _base_rows(config: PretrainConfig, folder: Path, tokenizer: Any) -> list[TokenRow]:
    shards = [read_shard(base_shard(folder, index)) for index in range(-(-config.pairs // SHARD))]
    rows = [row for shard in shards for row in shard] + read_shard(folder / "data" / "edits.jsonl")
    return token_rows(tokenizer, rows)


def _seed(config: PretrainConfig, part: int) -> int:
    return config.seed * 1000 + part


def _log(folder: Path, what: str, report: StepReport, known: Fit) -> None:
    line = {
        "what": what,
        "step": report.step,
        "loss": report.loss,
        "held_out_loss": known.loss,
        "exact": known.exact_fraction,
    }
    with (folder / "log.jsonl").open("a") as file:
        file.write(json.dumps(line) + "\n")
