"""THE training loop: the embedded model, its adapters and every night's coefficients go through it."""

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn import functional

from sleepy_coder.errors import ModelBroken, TrainingDiverged
from sleepy_coder.lm.head import hidden_states, logits_of
from sleepy_coder.lm.loading.memory import is_out_of_memory, release
from sleepy_coder.training.batches import Batch
from sleepy_coder.training.processes import Processes, launched


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
    precision: torch.dtype | None = None,
    on_step: Callable[[StepReport], bool | None] = lambda report: None,
) -> int:
    """Trains `parameters` of `model` from `first_step` up to `last_step` (default: all); returns the steps done.

    Stops early after a step for which `on_step` returns True: the caller's clock cuts between steps only. Logits are
    made only where a token has weight. `precision` is what matrix products are made in where the weights are kept in
    more. A batch that memory does not hold is worked through in halves, quarters and so
    on, with the same gradient; the processes of one `accelerate launch` share every batch. Raises TrainingDiverged
    where a loss, a gradient or a parameter is not finite.
    """
    optimizer = optimizer or make_optimizer(parameters, schedule)
    processes = launched()
    step, pieces, loss = first_step, 1, 0.0
    model.train()
    try:
        while step < (schedule.steps if last_step is None else last_step):
            started = time.perf_counter()
            batch = next(data)
            for group in optimizer.param_groups:
                group["lr"] = schedule.at(step)
            loss, pieces = _accumulate(model, parameters, batch, processes, pieces, precision)
            norm = float(torch.nn.utils.clip_grad_norm_(parameters, schedule.clip))
            if not (math.isfinite(loss) and math.isfinite(norm)):
                raise TrainingDiverged(_diverged(step + 1, loss))
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if on_step(StepReport(step, loss, batch.tokens, time.perf_counter() - started)):
                break
        if not all(bool(torch.isfinite(parameter).all()) for parameter in parameters):
            raise TrainingDiverged(_diverged(step, loss))
    finally:
        optimizer.zero_grad(set_to_none=True)
        model.eval()
    return step


def _diverged(step: int, loss: float) -> str:
    return f"the training diverged at step {step} (loss {loss:.3g}); choose a lower learning rate or a wider precision"


def make_optimizer(parameters: Sequence[torch.nn.Parameter], schedule: Schedule) -> torch.optim.Optimizer:
    """AdamW; weight decay on matrices only."""
    matrices = [parameter for parameter in parameters if parameter.ndim > 1]
    others = [parameter for parameter in parameters if parameter.ndim <= 1]
    groups = [
        {"params": matrices, "weight_decay": schedule.weight_decay},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW([g for g in groups if g["params"]], lr=schedule.rate, betas=(0.9, 0.98))


def _accumulate(
    model: Any,
    parameters: Sequence[torch.nn.Parameter],
    batch: Batch,
    processes: Processes,
    pieces: int,
    precision: torch.dtype | None,
) -> tuple[float, int]:
    """The batch's mean loss, with its gradient left in `parameters`, and the number of pieces that memory allowed.

    Raises ModelBroken where a single row is too much.
    """
    total = float(batch.weights[:, 1:].sum())
    own = processes.part(batch)
    while True:
        try:
            loss = sum(_backward(model, piece, total, precision) for piece in _pieces(own, pieces))
            break
        except RuntimeError as error:  # torch's OutOfMemoryError is one
            if not is_out_of_memory(error) or own is None:
                raise
            if pieces >= len(own.ids):
                raise ModelBroken(
                    "training ran out of memory on a single example; set SLEEPY_CODER_PRECISION=4bit, or choose a "
                    "smaller model"
                ) from error
        pieces *= 2
        for parameter in parameters:
            parameter.grad = None
        release()
    if processes.count > 1:
        for parameter in parameters:
            parameter.grad = torch.zeros_like(parameter) if parameter.grad is None else parameter.grad
        known = torch.tensor([loss], device=parameters[0].device)
        processes.add_up([*(p.grad for p in parameters if p.grad is not None), known])
        loss = float(known)
    return loss, pieces


def _pieces(batch: Batch | None, count: int) -> Iterator[Batch]:
    if batch is None:
        return
    size = -(-len(batch.ids) // count)
    for first in range(0, len(batch.ids), size):
        rows = slice(first, first + size)
        yield batch.part(rows)


def _backward(model: Any, batch: Batch, total: float, precision: torch.dtype | None) -> float:
    if not batch.weights[:, 1:].any():
        return 0.0
    device = next(model.parameters()).device
    with torch.autocast(device.type, precision, enabled=precision is not None):
        loss = loss_sum(model, batch) / total
    loss.backward()  # type: ignore[no-untyped-call]
    return float(loss.detach())


def loss_sum(model: Any, batch: Batch) -> torch.Tensor:
    """Sum of cross-entropy times weight, in nats; the head is applied to the tokens of non-zero weight alone."""
    device = next(model.parameters()).device
    ids, attention, weights = batch.ids.to(device), batch.attention.to(device), batch.weights.to(device)
    positions = None if batch.positions is None else batch.positions.to(device)
    hidden = hidden_states(model, ids, attention, positions)[:, :-1]
    wanted = weights[:, 1:] > 0
    losses = functional.cross_entropy(logits_of(model, hidden[wanted]), ids[:, 1:][wanted], reduction="none")
    return (losses * weights[:, 1:][wanted]).sum()
