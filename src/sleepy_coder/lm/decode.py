"""Batched decoding under the answer grammar: one prefill a context, then all its attempts together.

The library's `generate` re-runs the prompt for every attempt, draws all rows from one stream (so that a row depends on
its neighbours) and spends more on bookkeeping than a small model spends on arithmetic; this loop is what is left.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from sleepy_coder.lm.beam import Beam
from sleepy_coder.lm.grammar import Grammar
from sleepy_coder.lm.vocabulary import Vocabulary

TEMPERATURE = 0.8


@dataclass(frozen=True, slots=True)
class Decoded:
    """One answer's token ids (without the end token) and the sum of their log-probabilities in nats."""

    ids: tuple[int, ...]
    log_probability: float


@torch.inference_mode()
def decode(
    model: Any,
    vocabulary: Vocabulary,
    prompts: Sequence[Sequence[int]],
    grammars: Sequence[Grammar],
    *,
    attempts: int,
    seed: int,
    temperature: float = TEMPERATURE,
    most_tokens: int = 96,
    expand: Callable[[int], None] = lambda times: None,
) -> list[list[Decoded]]:
    """Up to `attempts` different answers a prompt: the greedy one, then others drawn at `temperature`, likeliest first.

    There are fewer only where the grammar admits no more. `expand(times)` is called after the prefill, when every row
    of the batch becomes `times` rows (for what the rows carry elsewhere, such as their adapters). The noise depends on
    the prompt and `seed` alone.
    """
    longest = max(len(prompt) for prompt in prompts)
    ids = torch.full((len(prompts), longest), vocabulary.end)
    attention = torch.zeros((len(prompts), longest), dtype=torch.long)
    for row, prompt in enumerate(prompts):
        ids[row, longest - len(prompt) :] = torch.tensor(prompt)
        attention[row, longest - len(prompt) :] = 1
    device = next(model.parameters()).device
    positions = (attention.cumsum(1) - 1).clamp_min(0)
    out = model(
        input_ids=ids.to(device),
        attention_mask=attention.to(device),
        position_ids=positions.to(device),
        use_cache=True,
        logits_to_keep=1,
    )
    cache = out.past_key_values
    logits = out.logits[:, -1].float().cpu()
    if attempts > 1:
        cache.batch_repeat_interleave(attempts)
        expand(attempts)
        logits = logits.repeat_interleave(attempts, 0)
        attention = attention.repeat_interleave(attempts, 0)
    position = attention.sum(1, keepdim=True)
    beams = [
        Beam(grammar, vocabulary, attempts, temperature, _generator(prompt, seed))
        for prompt, grammar in zip(prompts, grammars, strict=True)
    ]
    rows = torch.arange(len(attention))
    for _ in range(most_tokens):
        steps = [beam.advance(logits[at * attempts :]) for at, beam in enumerate(beams)]
        if all(beam.done for beam in beams):
            break
        parents = torch.tensor([at * attempts + step.parent for at, own in enumerate(steps) for step in own])
        if not torch.equal(parents, rows):
            cache.reorder_cache(parents.to(device))
        tokens = torch.tensor([[step.token] for own in steps for step in own])
        attention = torch.cat([attention, torch.ones((len(rows), 1), dtype=torch.long)], 1)
        out = model(
            input_ids=tokens.to(device),
            attention_mask=attention.to(device),
            position_ids=position.to(device),
            past_key_values=cache,
            use_cache=True,
        )
        position = position + 1
        logits = out.logits[:, -1].float().cpu()
    return [[Decoded(answer.ids, answer.log_probability) for answer in beam.ranked()] for beam in beams]


def _generator(prompt: Sequence[int], seed: int) -> torch.Generator:
    digest = hashlib.sha256(repr((tuple(prompt), seed)).encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:7], "big"))
