"""One training step on coefficients beside a step on a LoRA of rank 8, peft's and ours.

    coefficients   ε_β and ε_α at p = 1 in a frozen basis of k = 32
    own_lora       our LoRA layer, rank 8
    peft           peft's, rank 8, dropout 0

The same model (the embedded one, float32), batch, modules (all seven projections) and optimiser; a step is forward,
backward and update as in `training.loop`, with the loss on half of the tokens. Memory is the most that tensors made in
a step hold at one moment, as the allocator counts them, and what the adapter and the optimiser keep: all beyond the
model's weights. Quick: a smaller batch and fewer rounds.
"""

import copy
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import torch

from sleepy_coder.adapters.attach import attach
from sleepy_coder.adapters.lora import LoRAAdapter
from sleepy_coder.adapters.share_layer import CoefficientAdapter
from sleepy_coder.adapters.trainable import TrainableAdapter
from sleepy_coder.benchmarks.random_skills import random_library
from sleepy_coder.benchmarks.timing import in_turns, peak_bytes
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.lm.local import load
from sleepy_coder.provenance import provenance
from sleepy_coder.training.batches import Batch
from sleepy_coder.training.loop import Schedule, make_optimizer, train

K, P, RANK, SEED = 32, 1, 8, 0


class _Rival(NamedTuple):
    """`step` is one training step, `prepare` what makes its adapter the one that trains."""

    prepare: Callable[[], object]
    step: Callable[[], object]
    parameters: Sequence[torch.nn.Parameter]


def run(*, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """The measurement. Raises EnvironmentFault without peft."""
    rows, tokens, rounds = (4, 128, 4) if quick else (16, 160, 15)
    return measure(load().model, _batch(rows, tokens), rounds, quick, tell)


def measure(model: Any, batch: Batch, rounds: int, quick: bool, tell: Callable[[str], None]) -> dict[str, Any]:
    """All rivals on one batch, in turns."""
    rivals = _rivals(model, batch)
    tell(f"{rounds} steps of each, {batch.tokens} tokens")
    seconds = in_turns(
        {name: rival.step for name, rival in rivals.items()},
        rounds,
        before={name: rival.prepare for name, rival in rivals.items()},
    )
    tell("memory")
    memory = {}
    for name, rival in rivals.items():
        rival.prepare()
        kept = sum(3 * parameter.numel() * parameter.element_size() for parameter in rival.parameters)
        memory[name] = peak_bytes(rival.step) + kept
    best = {name: min(taken) for name, taken in seconds.items()}
    return {
        "schema": "sleepy-coder/benchmark-coefficients/1",
        "step_time_over_peft": best["coefficients"] / best["peft"],
        "memory_over_peft": memory["coefficients"] / memory["peft"],
        "step_time_over_own_lora": best["coefficients"] / best["own_lora"],
        "memory_over_own_lora": memory["coefficients"] / memory["own_lora"],
        "seconds": best,
        "memory_bytes": memory,
        "trained_numbers": {name: sum(p.numel() for p in rival.parameters) for name, rival in rivals.items()},
        "rows": batch.ids.shape[0],
        "tokens": batch.ids.shape[1],
        "k": K,
        "p": P,
        "rank": RANK,
        "provenance": provenance(full=not quick, seeds=[SEED]),
    }


def _rivals(model: Any, batch: Batch) -> dict[str, _Rival]:
    attachment = attach(model)
    theirs = _peft(model, attachment.shapes)
    library = random_library(attachment.shapes, skills=1, k=K, p=P, seed=SEED)
    attachment.load(library)
    ours: dict[str, TrainableAdapter] = {
        "coefficients": CoefficientAdapter(library, rank=P, seed=SEED),
        "own_lora": LoRAAdapter(attachment.shapes, rank=RANK, seed=SEED),
    }
    rivals = {
        name: _Rival(
            lambda adapter=adapter: attachment.train(adapter),  # type: ignore[misc]
            _stepper(model, adapter.parameters(), batch),
            adapter.parameters(),
        )
        for name, adapter in ours.items()
    }
    parameters = [parameter for parameter in theirs.parameters() if parameter.requires_grad]
    inner = theirs.base_model.model
    rivals["peft"] = _Rival(lambda: attachment.select(None), _stepper(inner, parameters, batch), parameters)
    return rivals


def _stepper(model: Any, parameters: Sequence[torch.nn.Parameter], batch: Batch) -> Callable[[], object]:
    schedule = Schedule(5e-3, 1_000_000)
    optimizer = make_optimizer(parameters, schedule)

    def endless() -> Iterator[Batch]:
        while True:
            yield batch

    data = endless()
    return lambda: train(model, parameters, data, schedule, optimizer=optimizer, last_step=1)


def _peft(model: Any, shapes: Any) -> Any:
    try:
        from peft import LoraConfig, get_peft_model
    except ImportError as missing:
        raise EnvironmentFault("peft is what we measure against: `pip install peft` and run this again") from missing
    targets = sorted({matrix.rpartition(".")[2] for matrix in shapes})
    return get_peft_model(
        copy.deepcopy(model), LoraConfig(r=RANK, lora_alpha=2 * RANK, lora_dropout=0.0, target_modules=targets)
    )


def _batch(rows: int, tokens: int) -> Batch:
    ids = torch.randint(0, 2000, (rows, tokens), generator=torch.Generator().manual_seed(SEED))
    weights = torch.zeros(rows, tokens)
    weights[:, tokens // 2 :] = 1.0
    return Batch(ids, torch.ones(rows, tokens, dtype=torch.long), weights)
