"""Training and mixed-batch generation on an accelerator, in Qwen2.5-Coder's shapes with random weights, beside peft.

    bare          forward and the gradient of the input embeddings, the model frozen: what no adapter can undercut
    coefficients  ε_β and ε_α at p = 1 in a frozen basis of k = 32
    peft          its LoRA of rank 8, dropout 0

Same card, run, precision (bfloat16), activation checkpointing, loss and batch; times between synchronisations, in
turns. Memory is the allocator's peak beyond what was allocated before the step.
Generation decodes with 64 skills in a batch of 64 rows, ours and peft's `adapter_names`.

NOT MEASURED YET: no accelerator was at hand when this was written. `--quick` runs the same code on a CPU in tiny shapes
to show that it runs; its ratios say nothing about a GPU, and its result says so ("accelerator": null).
"""

import copy
import time
from collections.abc import Callable, Mapping
from typing import Any

import torch

from sleepy_coder.adapters.attach import Attachment, attach
from sleepy_coder.adapters.share_layer import CoefficientAdapter
from sleepy_coder.benchmarks.mixed_batch import peft_model
from sleepy_coder.benchmarks.parameters import CONFIGS
from sleepy_coder.benchmarks.random_skills import random_library
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.lm.loading.placement import place, size_of
from sleepy_coder.provenance import provenance
from sleepy_coder.training.batches import Batch
from sleepy_coder.training.loop import loss_sum

K, P, RANK, SKILLS, SEED = 32, 1, 8, 64, 0
TINY = {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "vocab_size": 512,
}
Work = Callable[[], object]


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The measurement. Raises EnvironmentFault without an accelerator, unless quick."""
    there = torch.cuda.is_available()
    if not there and not quick:
        raise EnvironmentFault("this machine has no accelerator: --quick shows on the CPU that the benchmark runs")
    device = "cuda" if there else "cpu"
    parts = {}
    for name, config in CONFIGS.items():
        tell(f"{name}{' (tiny)' if quick else ''} on {device}")
        parts[name] = measure(name, {**config, **TINY} if quick else dict(config), device, quick)
    return {
        "schema": "sleepy-coder/benchmark-gpu/1",
        "accelerator": torch.cuda.get_device_name() if there else None,
        "shapes": "tiny" if quick else "published",
        **parts,
        "provenance": provenance(full=not quick, seeds=[SEED]),
    }


def measure(name: str, shape: Mapping[str, Any], device: str, quick: bool) -> dict[str, Any]:
    """One model's ratios."""
    model = random_model(name, shape, device)
    rows, tokens, rounds = (2, 32, 2) if quick else (8, 512, 10)
    attachment = attach(model, serving_rank=P)
    library = random_library(attachment.shapes, skills=SKILLS, k=K, p=P, seed=SEED)
    attachment.load(library)
    training = compare_training(model, attachment, _batch(model, rows, tokens), rounds, device)
    generation = compare_generation(model, attachment, 4 if quick else 32, rounds, device)
    return {**training, **generation, "rows": rows, "tokens": tokens, "skills": SKILLS, "k": K, "p": P, "rank": RANK}


def random_model(name: str, shape: Mapping[str, Any], device: str) -> Any:
    """bfloat16 with activation checkpointing. Raises ModelBroken where it does not fit."""
    from transformers import Qwen2Config, Qwen2ForCausalLM

    config = Qwen2Config(**shape)
    place(name, size_of(config), device=device, precision="bfloat16")
    torch.manual_seed(SEED)
    with torch.device(device):
        torch.set_default_dtype(torch.bfloat16)
        try:
            model = Qwen2ForCausalLM(config)
        finally:
            torch.set_default_dtype(torch.float32)
    model.activation_checkpointing_enable({"use_reentrant": False})
    return model.eval().requires_grad_(False)


def compare_training(model: Any, attachment: Attachment, batch: Batch, rounds: int, device: str) -> dict[str, Any]:
    """Seconds and peak bytes of a forward and backward pass of each rival."""
    adapter = CoefficientAdapter(attachment.library, rank=P, seed=SEED, device=device)
    theirs = _peft(model)
    embedding = model.get_input_embeddings()

    def bare() -> None:
        hook = embedding.register_forward_hook(lambda *given: given[2].requires_grad_(True))
        loss_sum(model, batch).backward()  # type: ignore[no-untyped-call]
        hook.remove()

    def ours() -> None:
        loss_sum(model, batch).backward()  # type: ignore[no-untyped-call]

    def peft() -> None:
        loss_sum(theirs.base_model.model, batch).backward()  # type: ignore[no-untyped-call]

    prepare: dict[str, Work] = {
        "bare": lambda: attachment.select(None),
        "coefficients": lambda: attachment.train(adapter),
        "peft": lambda: attachment.select(None),
    }
    works: dict[str, Work] = {"bare": bare, "coefficients": ours, "peft": peft}
    model.train()
    theirs.train()
    seconds, peaks = _in_turns(works, prepare, rounds, device)
    model.eval()
    attachment.select(None)
    return {
        "training_over_bare": seconds["coefficients"] / seconds["bare"],
        "training_over_peft": seconds["coefficients"] / seconds["peft"],
        "memory_over_peft": peaks["coefficients"] / peaks["peft"] if peaks["peft"] else None,
        "training_seconds": seconds,
        "training_peak_bytes": peaks,
        "training_tokens_per_second": batch.tokens / seconds["coefficients"],
    }


@torch.inference_mode()
def compare_generation(model: Any, attachment: Attachment, steps: int, rounds: int, device: str) -> dict[str, Any]:
    """Decoded tokens per second, a skill for each of 64 rows."""
    names = list(attachment.library.skills)
    theirs = peft_model(model, attachment.library, names)
    ids = torch.randint(0, model.config.vocab_size, (len(names), 16), generator=torch.Generator().manual_seed(SEED))
    prompts = ids.to(device)

    def decode(step: Callable[..., Any]) -> Work:
        def work() -> None:
            out = step(prompts, use_cache=True)
            for _ in range(steps):
                chosen = out.logits[:, -1:].argmax(-1)
                out = step(chosen, past_key_values=out.past_key_values, use_cache=True)

        return work

    works = {"ours": decode(model), "peft": decode(lambda rows, **more: theirs(rows, adapter_names=names, **more))}
    prepare: dict[str, Work] = {"ours": lambda: attachment.select(names), "peft": lambda: attachment.select(None)}
    seconds, _ = _in_turns(works, prepare, rounds, device)
    attachment.select(None)
    return {
        "generation_times_peft": seconds["peft"] / seconds["ours"],
        "generation_seconds": seconds,
        "generation_tokens_per_second": len(names) * (steps + 1) / seconds["ours"],
    }


def _in_turns(
    works: Mapping[str, Work], prepare: Mapping[str, Work], rounds: int, device: str
) -> tuple[dict[str, float], dict[str, int]]:
    """The least seconds and the peak bytes beyond the start of each; the first round is not counted."""
    seconds: dict[str, float] = {}
    peaks: dict[str, int] = {}
    for number in range(rounds + 1):
        for name, work in works.items():
            prepare[name]()
            before = _reset(device)
            began = time.perf_counter()
            work()
            peak = _reset(device, since=before)
            if number:
                seconds[name] = min(seconds.get(name, float("inf")), time.perf_counter() - began)
                peaks[name] = max(peaks.get(name, 0), peak)
    return seconds, peaks


def _reset(device: str, since: int | None = None) -> int:
    """Waits for the device. Bytes allocated now, or with `since` the peak beyond it; 0 on a CPU."""
    if device != "cuda":
        return 0
    torch.cuda.synchronize()
    if since is not None:
        return int(torch.cuda.max_memory_allocated()) - since
    torch.cuda.reset_peak_memory_stats()
    return int(torch.cuda.memory_allocated())


def _peft(model: Any) -> Any:
    try:
        from peft import LoraConfig, get_peft_model
    except ImportError as missing:
        raise EnvironmentFault("peft is what we measure against: `pip install peft` and run this again") from missing
    targets = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
    config = LoraConfig(r=RANK, lora_alpha=2 * RANK, lora_dropout=0.0, target_modules=targets)
    return get_peft_model(copy.deepcopy(model), config)


def _batch(model: Any, rows: int, tokens: int) -> Batch:
    generator = torch.Generator().manual_seed(SEED)
    ids = torch.randint(0, model.config.vocab_size, (rows, tokens), generator=generator)
    weights = torch.zeros(rows, tokens)
    weights[:, tokens // 2 :] = 1.0
    return Batch(ids, torch.ones(rows, tokens, dtype=torch.long), weights)
