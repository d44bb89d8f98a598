"""How well a model knows examples, without decoding: teacher-forced, in a few batches."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import torch

from sleepy_coder.lm.head import hidden_states, logits_of
from sleepy_coder.training.batches import TokenRow, pad


class Fit(NamedTuple):
    """Mean loss per answer token in nats; the fraction of answers that unconstrained greedy decoding gives exactly."""

    loss: float
    exact_fraction: float


@torch.inference_mode()
def fit(model: Any, rows: Sequence[TokenRow], *, padding: int, rows_per_batch: int = 32) -> Fit:
    """An answer counts as exact if every one of its tokens, the end included, is the likeliest after the true ones."""
    ordered = sorted(rows, key=lambda row: len(row.ids))
    device = next(model.parameters()).device
    loss, tokens, exact = 0.0, 0, 0
    for first in range(0, len(ordered), rows_per_batch):
        batch = pad(ordered[first : first + rows_per_batch], prompt_weight=0.0, padding=padding)
        ids = batch.ids.to(device)
        hidden = hidden_states(model, ids, batch.attention.to(device))
        wanted = batch.weights[:, 1:].to(device) > 0
        logits = logits_of(model, hidden[:, :-1][wanted])
        targets = ids[:, 1:][wanted]
        counts = wanted.sum(1).tolist()
        loss += float(torch.nn.functional.cross_entropy(logits, targets, reduction="sum"))
        tokens += sum(counts)
        right = torch.split(logits.argmax(-1) == targets, counts)
        exact += sum(bool(row.all()) for row in right)
    return Fit(loss / tokens, exact / len(ordered))
