"""How fast the embedded model is there, and how fast it answers."""

import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Any

from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.lm.model import LanguageModel
from sleepy_coder.lm.prompt import RepairContext

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


def tokens_per_second(model: LanguageModel, contexts: Sequence[RepairContext], repetitions: int) -> dict[str, Any]:
    """Tokens of greedy answers for each second from the question on, reading it included: one error at a time, and
    sixteen together. The best of several times, taken in turn.
    """
    chosen = contexts[:BATCH]
    single = [[context] for context in chosen]
    rates = [(_rate(model, single), _rate(model, [chosen])) for _ in range(repetitions)]
    return {"single": max(one for one, _ in rates), f"batch{BATCH}": max(many for _, many in rates)}


def _rate(model: LanguageModel, batches: Sequence[Sequence[RepairContext]]) -> float:
    tokens = 0
    began = time.perf_counter()
    for batch in batches:
        found = model.propose(batch, attempts=1, seed=0, skills=[None] * len(batch))
        tokens += sum(one[0].tokens + 1 for one in found)  # and the token that ends an answer
    return tokens / (time.perf_counter() - began)
