"""Embedded models of several sizes, each with its first library, made from the same rows in the same number of steps.

Below the folder lie `rows/` (data and tokenizer), `work/SIZE/` (what a run that was killed takes up) and `SIZE/`, the
finished model and library. Rows are made once; of the sizes as many train at a time as there are cores, the largest
first, because it takes longest.
"""

import math
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from sleepy_coder.execution import ProcessExecutor
from sleepy_coder.experiments.sequence.work import use_threads
from sleepy_coder.pretraining.base import Tell
from sleepy_coder.pretraining.config import Architecture, PretrainConfig
from sleepy_coder.pretraining.recipe import make_embedded, open_work
from sleepy_coder.pretraining.run import make_tokenizer
from sleepy_coder.pretraining.shards import make_data
from sleepy_coder.rust.compiler import Compiler


@dataclass(frozen=True, slots=True)
class _Size:
    config: PretrainConfig
    folder: Path
    cache: Path
    compiler: Compiler
    ends: float


def make_sizes(
    configs: Mapping[str, PretrainConfig],
    folder: Path,
    cache: Path,
    compiler: Compiler,
    tell: Tell,
    *,
    minutes: float = math.inf,
) -> None:
    """Make what is missing; what is not done after so many `minutes` of training is left for another run.

    Raises UsageError where the folder holds the work of other configs.
    """
    ends = time.time() + 60 * minutes
    missing = [config for name, config in configs.items() if not (folder / name / "model" / "config.json").is_file()]
    if not missing:
        return
    rows = folder / "rows"
    shape = Architecture()  # of no size, so that it makes no difference which of them are missing
    alike = {replace(config, name="rows", architecture=shape) for config in missing}
    assert len(alike) == 1, "sizes differ in nothing but their shape"
    open_work(rows, min(alike, key=repr), resume=True)
    make_data(missing[0], rows, cache, compiler, tell)
    make_tokenizer(missing[0], rows)
    largest_first = sorted(missing, key=lambda config: -config.architecture.width)
    list(ProcessExecutor().map(_make, [_Size(config, folder, cache, compiler, ends) for config in largest_first]))


def _make(size: _Size) -> None:
    use_threads(1)
    name, minutes = size.config.name, (size.ends - time.time()) / 60
    work = size.folder / "work" / name
    open_work(work, size.config, resume=True)
    for part in ("data", "tokenizer"):
        shutil.copytree(size.folder / "rows" / part, work / part, dirs_exist_ok=True)
    make_embedded(
        size.config,
        work,
        size.folder / name,
        size.cache,
        size.compiler,
        partial(_tell, name),
        minutes=None if math.isinf(minutes) else max(minutes, 0.0),
    )


def _tell(size: str, words: str) -> None:
    print(f"{size}: {words}", file=sys.stderr, flush=True)
