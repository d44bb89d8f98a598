"""Batched decoding under the answer grammar: one prefill a context, then all its attempts together.

The library's `generate` re-runs the prompt for every attempt, samples all rows from one stream (so that a row depends
on its neighbours) and spends more on bookkeeping than a small model spends on arithmetic; this loop is what is left.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import torch

from sleepy_coder.lm.grammar import Grammar, GrammarState
from sleepy_coder.lm.vocabulary import Vocabulary

TEMPERATURE = 0.8


@dataclass(frozen=True, slots=True)
class Decoded:
    """One answer's token ids (without the end token) and the sum of their log-probabilities in nats."""

    ids: tuple[int, ...]
    log_probability: float


@dataclass(slots=True)
class _Row:
    state: GrammarState
    generator: torch.Generator | None
    ids: list[int]
    log_probability: float = 0.0
    done: bool = False


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
    """`attempts` answers a prompt, the first greedy, the others sampled at `temperature` from a stream of their own.

    `expand(times)` is called after the prefill, when every row of the batch becomes `times` rows (for what the rows
    carry elsewhere, such as their adapters). Sampling uses Gumbel noise from a generator seeded by the prompt, `seed`
    and the attempt.
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
    rows = [
        _Row(GrammarState(grammar), _generator(prompt, seed, attempt) if attempt else None, [])
        for prompt, grammar in zip(prompts, grammars, strict=True)
        for attempt in range(attempts)
    ]
    for _ in range(most_tokens):
        chosen = torch.tensor([[_step(row, logits[i], vocabulary, temperature)] for i, row in enumerate(rows)])
        if all(row.done for row in rows):
            break
        attention = torch.cat([attention, torch.ones((len(rows), 1), dtype=torch.long)], 1)
        out = model(
            input_ids=chosen.to(device),
            attention_mask=attention.to(device),
            position_ids=position.to(device),
            past_key_values=cache,
            use_cache=True,
        )
        position = position + 1
        logits = out.logits[:, -1].float().cpu()
    answers = [Decoded(tuple(row.ids), row.log_probability) for row in rows]
    return [answers[first : first + attempts] for first in range(0, len(answers), attempts)]


def _step(row: _Row, logits: torch.Tensor, vocabulary: Vocabulary, temperature: float) -> int:
    if row.done:
        return vocabulary.end
    mask = vocabulary.mask(row.state.allowed())
    log_probabilities = torch.log_softmax(logits[: vocabulary.size].masked_fill(~mask, -torch.inf), 0)
    if row.generator is None:
        choice = int(log_probabilities.argmax())
    else:
        noise = -torch.log(-torch.log(torch.rand(len(log_probabilities), generator=row.generator) + 1e-20) + 1e-20)
        choice = int((log_probabilities / temperature + noise).argmax())
    row.log_probability += float(log_probabilities[choice])
    if choice == vocabulary.end:
        row.done = True
        return choice
    row.ids.append(choice)
    row.state.advance(vocabulary.pieces[choice] or b"")
    return choice


def _generator(prompt: Sequence[int], seed: int, attempt: int) -> torch.Generator:
    digest = hashlib.sha256(repr((tuple(prompt), seed, attempt)).encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:7], "big"))
