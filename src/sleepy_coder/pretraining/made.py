"""How a released model came about: its config, data, compute and what each skill of library 0 gained.

Put together from what the steps left in the work folder, and kept beside the weights, so that they can say it.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.errors import ModelBroken
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.manifest import read_data_manifest
from sleepy_coder.provenance import machine

MADE = "made.json"
NOTE = "note.txt"
"""In the work folder: what else is to be known of a run, in sentences, such as that its data changed on the way."""


class Gain(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Exact answers to held-out rows of one skill as fractions, without its LoRA and with it."""

    before: float
    after: float


class Made(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`rows` by kind of shard; `refused` programs for being near an item of a suite; `tokens` and `seconds` of training
    the base model; `exact` its answers to held-out rows, free and greedy, as a fraction at the end; `note` what else is
    to be known."""

    config: PretrainConfig
    rustc: str
    rows: dict[str, int]
    refused: int
    packages: tuple[dict[str, str], ...]
    tokens: int
    seconds: float
    exact: float
    skills: dict[str, Gain]
    machine: dict[str, Any]
    note: str = ""


def made_of(config: PretrainConfig, folder: Path) -> Made:
    """The record of the run in `folder`, whose steps are all done."""
    manifest = read_data_manifest(folder / "data")
    assert manifest is not None, "data comes first"
    rows: Counter[str] = Counter()
    for shard in manifest.shards:
        rows[shard.kind] += shard.rows
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text("utf-8").splitlines()]
    note = folder / NOTE
    base = {line["step"]: line for line in lines if line["what"] == "base"}  # a piece that was killed is done again
    return Made(
        config=config,
        rustc=manifest.rustc,
        rows=dict(sorted(rows.items())),
        refused=sum(shard.refused or 0 for shard in manifest.shards),
        packages=manifest.packages,
        tokens=sum(line["tokens"] for line in base.values()),
        seconds=round(sum(line["tokens"] / line["tokens_per_second"] for line in base.values()), 1),
        exact=base[max(base)]["exact"],
        skills={
            line["what"]: Gain(line["before"]["exact_fraction"], line["after"]["exact_fraction"])
            for line in lines
            if line["what"] != "base"
        },
        machine=machine(manifest.rustc),
        note=note.read_text("utf-8").strip() if note.is_file() else "",
    )


def write_made(folder: Path, made: Made) -> None:
    """Put the record beside the weights."""
    (folder / MADE).write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")


def read_made(folder: Path) -> Made:
    """The record in a model's folder. Raises ModelBroken where there is none."""
    path = folder / MADE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Made)
    except (OSError, msgspec.MsgspecError) as error:
        raise ModelBroken(f"{path} cannot be read ({error}); make the model again with pretrain") from error
