"""THE training loop: the embedded model, its adapters and every night's coefficients go through it."""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from sleepy_coder.training.batches import Batch


@dataclass(frozen=True, slots=True)
class Schedule:
    """Linear warm-up, then a cosine down to a tenth of `rate`; lengths in steps."""

    rate: float
    steps: int
    warmup: int = 0
    weight_decay: float = 0.0
    clip: float = 1.0

    def at(self, step: int) -> float:
        """The learning rate of `step`, counted from 0."""
        if step < self.warmup:
            return self.rate * (step + 1) / self.warmup
        done = (step - self.warmup) / max(1, self.steps - self.warmup)
        return self.rate * (0.1 + 0.9 * 0.5 * (1 + math.cos(math.pi * min(1.0, done))))


@dataclass(frozen=True, slots=True)
class StepReport:
    """One step: the weighted mean loss in nats, tokens seen, seconds taken."""

    step: int
    loss: float
    tokens: int
    seconds: float


def train(
    model: Any,
    parameters: Sequence[torch.nn.Parameter],
    data: Iterator[Batch],
    schedule: Schedule,
    *,
    optimizer: torch.optim.Optimizer | None = None,
    first_step: int = 0,
    last_step: int | None = None,
    on_step: Callable[[StepReport], bool | None] = lambda report: None,
) -> int:
    """Trains `parameters` of `model` from `first_step` up to `last_step` (default: all); returns the steps done.

    Stops early after a step for which `on_step` returns True: the caller's clock cuts between steps only. Logits are
    made only where a token has weight.
    """
    optimizer = optimizer or make_optimizer(parameters, schedule)
    step = first_step
    model.train()
    while step < (schedule.steps if last_step is None else last_step):
        started = time.perf_counter()
        batch = next(data)
        for group in optimizer.param_groups:
            group["lr"] = schedule.at(step)
        loss = weighted_loss(model, batch)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(parameters, schedule.clip)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        if on_step(StepReport(step, float(loss.detach()), batch.tokens, time.perf_counter() - started)):
            break
    model.eval()
    return step


def make_optimizer(parameters: Sequence[torch.nn.Parameter], schedule: Schedule) -> torch.optim.Optimizer:
    """AdamW; weight decay on matrices only."""
    matrices = [parameter for parameter in parameters if parameter.ndim > 1]
    others = [parameter for parameter in parameters if parameter.ndim <= 1]
    groups = [
        {"params": matrices, "weight_decay": schedule.weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], lr=schedule.rate, betas=(0.9, 0.98))


def weighted_loss(model: Any, batch: Batch) -> torch.Tensor:
    """Mean cross-entropy over the tokens of non-zero weight, weighted; the head is applied to those alone."""
    device = next(model.parameters()).device
    ids, attention, weights = batch.ids.to(device), batch.attention.to(device), batch.weights.to(device)
    hidden = model.model(input_ids=ids, attention_mask=attention, use_cache=False).last_hidden_state[:, :-1]
    wanted = weights[:, 1:] > 0
    logits = model.lm_head(hidden[wanted]).float()
    losses = functional.cross_entropy(logits, ids[:, 1:][wanted], reduction="none")
    kept = weights[:, 1:][wanted]
    return (losses * kept).sum() / kept.sum()
