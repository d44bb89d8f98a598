"""How fast the embedded model is there, and how fast it answers."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence

import torch

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.lm.local import LocalModel
from sleepy_coder.lm.prompt import RepairContext, messages
from sleepy_coder.training.batches import TokenRow, pad

BATCH = 16
_LOAD = """
import time
import torch
began = time.perf_counter()
from sleepy_coder.embedded.location import EMBEDDED, library_folder
from sleepy_coder.lm.local import load
load(EMBEDDED).load_library(library_folder())
print(time.perf_counter() - began)
"""


def load_seconds(repetitions: int) -> float:
    """From a process that has imported torch to a model with its library: the median of several fresh processes.

    Raises EnvironmentFault if one of them fails.
    """
    found = []
    for _ in range(repetitions):
        done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=False)
        if done.returncode:
            raise EnvironmentFault(f"a fresh process cannot load the model: {done.stderr.strip().splitlines()[-1]}")
        found.append(float(done.stdout))
    return sorted(found)[len(found) // 2]


def tokens_per_second(model: LocalModel, contexts: Sequence[RepairContext], repetitions: int) -> dict[str, float]:
    """Tokens of answers a second, one error at a time and sixteen together: of the writing alone, and
    (`.._with_prompt`) of the whole time, which reading the prompts takes most of. The best of several times.
    """
    chosen = contexts[:BATCH]
    ways: dict[str, list[Sequence[RepairContext]]] = {
        "single": [[context] for context in chosen],
        f"batch{BATCH}": [chosen],
    }
    found = {}
    for name, batches in ways.items():
        tokens = sum(_answer(model, batch) for batch in batches)
        whole, reading = (
            min(_seconds(work, model, batches) for _ in range(repetitions)) for work in (_answer, _read_prompts)
        )
        found[name] = tokens / max(whole - reading, 1e-9)
        found[f"{name}_with_prompt"] = tokens / whole
    return found


def _seconds(
    work: Callable[[LocalModel, Sequence[RepairContext]], object],
    model: LocalModel,
    batches: Sequence[Sequence[RepairContext]],
) -> float:
    began = time.perf_counter()
    for batch in batches:
        work(model, batch)
    return time.perf_counter() - began


def _answer(model: LocalModel, batch: Sequence[RepairContext]) -> int:
    """One answer each; how many tokens they are, each with the one that ends it."""
    found = model.propose(batch, attempts=1, seed=0, skills=[None] * len(batch))
    return sum(one[0].tokens + 1 for one in found)


@torch.inference_mode()
def _read_prompts(model: LocalModel, batch: Sequence[RepairContext]) -> None:
    """All that comes before the first token of an answer."""
    prompts = [tuple(model.chat.ids(messages(context))) for context in batch]
    rows = pad([TokenRow(ids, len(ids)) for ids in prompts], prompt_weight=0.0, padding=model.chat.padding, multiple=1)
    model.model(input_ids=rows.ids, attention_mask=rows.attention, use_cache=True, logits_to_keep=1)
