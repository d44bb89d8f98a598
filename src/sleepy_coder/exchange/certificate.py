"""The parity certificate: proof, beside every export, that the exported form says what the original says.

The exported files are read back by a program that did not write them (peft, transformers, a GGUF reader, and a real
llama.cpp where there is one), and both forms are asked the same prompts. Compared are logits, greedy tokens, the tasks
fixed, the chat template and the end token. What differs is an error; there is no export without a certificate.

Everything is computed in float32. Weights exported in half precision must say exactly what the original says once its
own weights are rounded to that type; what the rounding itself does to the original's logits is written down beside it,
and must not change which tasks are fixed. Only llama.cpp computes in the type of the weights, so that its tokens are
judged for float32 alone, and counted for the others.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import torch

from sleepy_coder.durable import write_atomically
from sleepy_coder.errors import SleepyCoderError

FILE = "parity.json"
SCHEMA = "sleepy-coder/parity/1"
TOLERANCE = 1e-4
"""Largest difference of a logit, relative to the largest logit's size. See `experiments/LOG.md`."""

MOST_TOKENS = 24


class NotAtParity(SleepyCoderError):
    """The exported form says something else than the original; nobody should use it."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """One form of one skill (None: the base model) against the original.

    logit_difference, tokens_*: against the original with weights of the same precision. rounding_difference: what that
    precision does to the original's own logits. Both relative, and None where logits cannot be seen.
    """

    form: str
    skill: str | None
    read_by: str
    precision: str
    prompts: int
    logit_difference: float | None
    rounding_difference: float | None
    tokens_compared: int
    tokens_equal: int
    fixed_by_original: tuple[str, ...]
    fixed_by_export: tuple[str, ...]
    same_prompts: bool
    same_template: bool
    same_end: bool

    @property
    def faults(self) -> tuple[str, ...]:
        """What differs, in words; empty for a valid export."""
        exact = self.logit_difference is not None or self.precision == "float32"
        found = []
        if self.logit_difference is not None and not self.logit_difference <= TOLERANCE:
            found.append(f"logits differ by {self.logit_difference:.2g}")
        if exact and self.tokens_equal != self.tokens_compared:
            found.append(f"{self.tokens_compared - self.tokens_equal} of {self.tokens_compared} tokens differ")
        if self.fixed_by_original != self.fixed_by_export:
            changed = sorted(set(self.fixed_by_original) ^ set(self.fixed_by_export))
            found.append(f"{len(changed)} tasks end differently ({', '.join(changed[:3])})")
        if not self.same_prompts:
            found.append("prompts are cut into other tokens")
        if not self.same_template:
            found.append("the chat template differs")
        if not self.same_end:
            found.append("the end token differs")
        return tuple(found)


@dataclass(slots=True)
class Certificates:
    """All certificates of one export, written as one file."""

    folder: Path
    about: dict[str, Any]
    found: list[Certificate] = field(default_factory=list)

    def add(self, certificate: Certificate) -> None:
        """Keep one. Raises NotAtParity after writing what was found."""
        self.found.append(certificate)
        self.write()
        if certificate.faults:
            raise NotAtParity(
                f"the {certificate.form} export of {certificate.skill or 'the base model'} is not at parity as "
                f"{certificate.read_by} reads it: {'; '.join(certificate.faults)}; do not use {self.folder}"
            )

    def write(self) -> None:
        """parity.json."""
        valid = bool(self.found) and not any(one.faults for one in self.found)
        rows = [{**asdict(one), "faults": one.faults} for one in self.found]
        content = {"schema": SCHEMA, "valid": valid, **self.about, "certificates": rows}
        text = msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
        write_atomically(self.folder / FILE, text, mode=0o644)


@torch.inference_mode()
def last_logits(model: Any, prompts: Sequence[Sequence[int]]) -> torch.Tensor:
    """(prompts, vocabulary) float32: what follows each prompt, each asked alone."""
    device = next(model.parameters()).device
    rows = [model(input_ids=torch.tensor([list(ids)], device=device)).logits[0, -1].float().cpu() for ids in prompts]
    return torch.stack(rows)


@torch.inference_mode()
def greedy(model: Any, prompts: Sequence[Sequence[int]], end: int, most: int = MOST_TOKENS) -> list[list[int]]:
    """The likeliest tokens after each prompt, up to and with `end`, without any constraint."""
    device = next(model.parameters()).device
    answers = []
    for ids in prompts:
        out = model(input_ids=torch.tensor([list(ids)], device=device), use_cache=True)
        tokens: list[int] = []
        while True:
            tokens.append(int(out.logits[0, -1].argmax()))
            if tokens[-1] == end or len(tokens) == most:
                break
            step = torch.tensor([[tokens[-1]]], device=device)
            out = model(input_ids=step, past_key_values=out.past_key_values, use_cache=True)
        answers.append(tokens)
    return answers


def logit_difference(original: torch.Tensor, exported: torch.Tensor) -> float:
    """Largest absolute difference, relative to the largest logit where that is above 1."""
    return float((original - exported).abs().max() / original.abs().max().clamp_min(1.0))


def tokens_in_common(original: Sequence[Sequence[int]], exported: Sequence[Sequence[int]]) -> tuple[int, int]:
    """Tokens of the original answers, and how many of them the other form says at the same place."""
    same = sum(
        a == b for mine, theirs in zip(original, exported, strict=True) for a, b in zip(mine, theirs, strict=False)
    )
    longer = sum(max(len(mine), len(theirs)) for mine, theirs in zip(original, exported, strict=True))
    return longer, same
