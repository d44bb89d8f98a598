"""Batched decoding under the answer grammar: one prefill a context, then all its attempts together.

The library's `generate` re-runs the prompt for every attempt, draws all rows from one stream (so that a row depends on
its neighbours) and spends more on bookkeeping than a small model spends on arithmetic; this loop is what is left.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import torch

from sleepy_coder.lm.beam import Beam
from sleepy_coder.lm.cache import BeamCache
from sleepy_coder.lm.grammar import Grammar
from sleepy_coder.lm.vocabulary import Vocabulary

LEAST_WIDTH = 4
"""Of a beam, however few answers are wanted: wider ones are hardly more often right at first (decision 10)."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """One answer's token ids (without the end token) and the sum of their log-probabilities in nats."""

    ids: tuple[int, ...]
    log_probability: float


class _Row(NamedTuple):
    """Of the next batch: which row's past it goes on with, which prompt it answers, as which of its open answers, and
    what it reads."""

    parent: int
    prompt: int
    rank: int
    token: int


@torch.inference_mode()
def decode(
    model: Any,
    vocabulary: Vocabulary,
    prompts: Sequence[Sequence[int]],
    grammars: Sequence[Grammar],
    *,
    attempts: int,
    seed: int,
    temperature: float = 0.0,
    most_tokens: int = 96,
    on_rows: Callable[[Sequence[int]], None] = lambda prompts: None,
) -> list[list[Decoded]]:
    """Up to `attempts` different answers a prompt, the likeliest first; with a `temperature` they are drawn.

    There are fewer only where the grammar admits no more. A row of the batch is an answer that has not ended; `on_rows`
    hears to which prompt each row belongs whenever that changes after the prefill (for what rows carry elsewhere, such
    as their adapters). The noise depends on the prompt and `seed` alone.
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
    cache = BeamCache(out.past_key_values, len(prompts), len(prompts) * width_for(attempts), device)
    logits = out.logits[:, -1].float().cpu()
    position = attention.sum(1, keepdim=True)
    beams = [
        Beam(
            grammar,
            vocabulary,
            wanted=attempts,
            width=width_for(attempts),
            temperature=temperature,
            generator=_generator(prompt, seed),
        )
        for prompt, grammar in zip(prompts, grammars, strict=True)
    ]
    owners = list(range(len(beams)))  # of each row the prompt
    places = [[prompt] for prompt in owners]  # of each beam the rows of its open answers
    for _ in range(most_tokens):
        rows = _placed(_advance(beams, places, logits), owners)
        if not rows:
            break
        parents, now = [row.parent for row in rows], [row.prompt for row in rows]
        cache.arrange(parents, now)
        attention, position = attention[parents], position[parents]
        if owners != now:
            on_rows(now)
            owners = now
        places = [[] for _ in beams]
        for at, answer in sorted(enumerate(rows), key=lambda one: one[1].rank):
            places[answer.prompt].append(at)
        attention = torch.cat([attention, torch.ones((len(rows), 1), dtype=torch.long)], 1)
        out = model(
            input_ids=torch.tensor([[row.token] for row in rows], device=device),
            attention_mask=attention.to(device),
            position_ids=position.to(device),
            past_key_values=cache.past,
            use_cache=True,
        )
        position = position + 1
        logits = out.logits[:, -1].float().cpu()
    return [[Decoded(answer.ids, answer.log_probability) for answer in beam.ranked()] for beam in beams]


def width_for(attempts: int) -> int:
    """The most rows of a batch that one prompt takes."""
    return max(attempts, LEAST_WIDTH)


def _advance(beams: Sequence[Beam], places: Sequence[Sequence[int]], logits: torch.Tensor) -> list[_Row]:
    """All beams by one token; logits: a row for each open answer, where `places` tells."""
    rows: list[_Row] = []
    for prompt, (beam, own) in enumerate(zip(beams, places, strict=True)):
        if own:
            steps = beam.advance(logits[own])
            rows += [_Row(own[step.parent], prompt, rank, step.token) for rank, step in enumerate(steps)]
    return rows


def _placed(rows: Sequence[_Row], owners: Sequence[int]) -> list[_Row]:
    """The rows in an order that leaves most of them where their parents were, and most others with their prompts: the
    cache copies only what moves."""
    placed: dict[int, _Row] = {}
    for row in rows:
        if row.parent < len(rows):
            placed.setdefault(row.parent, row)
    free: defaultdict[int, list[int]] = defaultdict(list)
    for at in range(len(rows)):
        if at not in placed:
            free[owners[at] if at < len(owners) else -1].append(at)
    strangers = []
    for row in rows:
        if placed.get(row.parent) is not row:
            if free[row.prompt]:
                placed[free[row.prompt].pop()] = row
            else:
                strangers.append(row)
    rest = [at for own in free.values() for at in own]
    placed.update(zip(rest, strangers, strict=True))
    return [placed[at] for at in range(len(rows))]


def _generator(prompt: Sequence[int], seed: int) -> torch.Generator:
    digest = hashlib.sha256(repr((tuple(prompt), seed)).encode()).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest[:7], "big"))
