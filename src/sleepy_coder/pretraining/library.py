"""Library 0: a LoRA for each skill that the base model was not taught, folded into one basis.

All adapters start from the same random A, so that what they learn is comparable; see `adapters.lora`.
"""

import json
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.library_files import read_library, write_library
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.lm.model import ModelIdentity
from sleepy_coder.pretraining.base import Tell
from sleepy_coder.pretraining.config import PretrainConfig
from sleepy_coder.pretraining.data import Row, read_shard
from sleepy_coder.pretraining.run import token_rows
from sleepy_coder.pretraining.shards import skill_shard
from sleepy_coder.pretraining.skills import LIBRARY
from sleepy_coder.registry.manifest import BaseModel, Manifest, Skill, write_manifest
from sleepy_coder.routing.library_router import write_router
from sleepy_coder.settings import Settings
from sleepy_coder.share.fold import FoldedAdapter
from sleepy_coder.share.merge import initialise
from sleepy_coder.training.batches import batches
from sleepy_coder.training.loop import Schedule, train
from sleepy_coder.training.measure import Fit, fit

HELD_OUT = 40
ROUTER = Settings().router


def train_skill(
    config: PretrainConfig, folder: Path, skill: str, model: Any, tokenizer: Any, tell: Tell
) -> FoldedAdapter:
    """One skill's LoRA, trained or taken from where an earlier run left it, as its folded ΔW."""
    attachment = attach(model)
    adapter = LoRAAdapter(attachment.shapes, rank=config.rank, seed=config.seed)
    path = folder / "skills" / f"{skill}.safetensors"
    if path.exists():
        adapter.load_state(load_file(path))
        attachment.detach()
        return adapter.folded()
    rows = token_rows(tokenizer, read_shard(skill_shard(folder, skill)))
    apart = min(HELD_OUT, max(1, len(rows) // 4))
    held_out, kept = rows[:apart], rows[apart:]
    before = fit(model, held_out, padding=tokenizer.pad_token_id)
    attachment.train(adapter)
    data = batches(
        kept,
        tokens_per_batch=config.skill_tokens_per_batch,
        longest=config.longest,
        prompt_weight=0.0,
        padding=tokenizer.pad_token_id,
        seed=config.seed,
    )
    schedule = Schedule(config.skill_rate, config.skill_steps, warmup=5)
    train(model, adapter.parameters(), data, schedule)
    after = fit(model, held_out, padding=tokenizer.pad_token_id)
    attachment.detach()
    path.parent.mkdir(parents=True, exist_ok=True)
    save_file(adapter.state(), path)
    _log(folder, skill, before, after)
    tell(f"library: {skill} exact {before.exact_fraction:.0%} → {after.exact_fraction:.0%}")
    return adapter.folded()


def make_library(
    config: PretrainConfig, folder: Path, model: Any, tokenizer: Any, base: ModelIdentity, tell: Tell
) -> Path:
    """All skills in one basis, written as a version folder; returns the folder."""
    folded = {skill: train_skill(config, folder, skill, model, tokenizer, tell) for skill in LIBRARY}
    merged = initialise(folded, tolerance=config.tolerance, k_cap=config.most_directions)
    target = folder / "library"
    target.mkdir(parents=True, exist_ok=True)
    described = write_library(target, merged.library, half=True)
    served = read_library(target)
    owners = _signatures({skill: read_shard(skill_shard(folder, skill)) for skill in LIBRARY})
    manifest = Manifest(
        base_model=BaseModel(base.id, base.digest),
        skills={skill: Skill(signatures=owners[skill], served=served.digest(skill)) for skill in LIBRARY},
        router=write_router(ROUTER, owners, target),
        tensors=described,
        notes=f"library 0 of {config.name}: LoRA of rank {config.rank}, {config.skill_steps} steps each",
    )
    write_manifest(target, manifest)
    worst = max(row.estimate for row in merged.rows)
    tell(f"library: {len(LIBRARY)} skills, bytes {described['bytes']}, largest error of a ΔW {worst:.3f}")
    return target


def _signatures(rows: dict[str, list[Row]]) -> dict[str, tuple[str, ...]]:
    """Each signature with the skill that saw it most; no signature belongs to two."""
    counts: dict[str, dict[str, int]] = {}
    for skill, seen in rows.items():
        for row in seen:
            per_skill = counts.setdefault(row.signature, {})
            per_skill[skill] = per_skill.get(skill, 0) + 1
    owner = {key: max(sorted(per_skill), key=per_skill.__getitem__) for key, per_skill in counts.items()}
    return {skill: tuple(sorted(key for key, name in owner.items() if name == skill)) for skill in rows}


def _log(folder: Path, skill: str, before: Fit, after: Fit) -> None:
    line = {"what": skill, "before": before._asdict(), "after": after._asdict()}
    with (folder / "log.jsonl").open("a") as file:
        file.write(json.dumps(line) + "\n")
