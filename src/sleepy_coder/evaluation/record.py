"""The result of an evaluation: one line per item, one interval, and where it all came from."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.journal import Journal
from sleepy_coder.tasks.task import Task
from sleepy_coder.tasks.verify import Verdict

SCHEMA = "sleepy-coder/evaluation/1"


class ItemResult(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one item ended. `routes` lists every error met and the skill asked for it; None where that is not known."""

    id: str
    verdict: Verdict
    stage: int | None  # that mended the last error; None when nothing was mended
    attempts: int  # candidates judged
    seconds: float
    family: str | None = None
    passed_attempts: int = 0  # of the candidates, where each is a whole answer
    routes: tuple[tuple[str, str | None], ...] | None = None

    @property
    def passed(self) -> bool:
        """FIXED, and nothing else, passes."""
        return self.verdict == Verdict.FIXED


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Some of the items of an evaluation."""

    passed: int
    total: int
    interval: tuple[float, float]


class Evaluation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A suite under one arm and one library version; `interval` is the exact one of the pass rate, as fractions.

    `hard` and `easy` count the items of the suite's hard and easy families apart; None where that is not known.
    """

    suite: str
    suite_digest: str
    library: str | None
    arm: str
    passed: int
    total: int
    interval: tuple[float, float]
    items: tuple[ItemResult, ...]
    hard: Part | None = None
    easy: Part | None = None
    seeds: tuple[int, ...] = (0,)
    schema: str = SCHEMA
    provenance: dict[str, Any] | None = None

    def __post_init__(self) -> None:
        if self.schema != SCHEMA:
            raise ValueError(f"schema {self.schema!r} is not {SCHEMA!r}")

    @property
    def passed_fraction(self) -> float:
        """The pass rate; 0 without items."""
        return self.passed / self.total if self.total else 0.0

    @property
    def passed_by_any_fraction(self) -> float:
        """The share of items that any of their answers mends: pass@k of k answers. 0 without items.

        Answers to one item differ from each other, so that no smaller k can be estimated from them.
        """
        return sum(item.passed_attempts > 0 for item in self.items) / max(self.total, 1)


Solve = Callable[[Sequence[Task]], Sequence[ItemResult]]


def evaluate(
    tasks: Sequence[Task],
    solve: Solve,
    *,
    suite: str,
    suite_digest: str,
    library: str | None,
    arm: str,
    seed: int = 0,
    journal: Path | None = None,
    about: Mapping[str, str] | None = None,
    easy_families: Collection[str] | None = None,
    chunk: int = 64,
    level: float = 0.95,
    on_progress: Callable[[int], None] = lambda done: None,
) -> Evaluation:
    """Solve all tasks, `chunk` at a time, and record how each ended.

    With a journal, finished chunks survive a kill and are not done again, provided that it was begun with the same
    library, arm, seed and `about` (whatever else decides the results: the model's digest, the number of attempts).
    Raises ValueError if `solve` answers for other tasks than it was given.
    """
    done: dict[str, ItemResult] = {}
    kept: Journal[ItemResult] | None = None
    if journal is not None:
        header = {"schema": SCHEMA, "suite_digest": suite_digest, "library": library, "arm": arm, "seed": seed}
        header |= about or {}
        kept = Journal(journal, header, ItemResult)
        done |= {item.id: item for item in kept.rows}
    pending = [task for task in tasks if task.id not in done]
    on_progress(len(tasks) - len(pending))
    for start in range(0, len(pending), chunk):
        part = pending[start : start + chunk]
        results = solve(part)
        if [item.id for item in results] != [task.id for task in part]:
            raise ValueError("the solver answered for other tasks than it was given")
        if kept is not None:
            kept.append(results)
        done |= {item.id: item for item in results}
        on_progress(len(tasks) - len(pending) + start + len(part))
    items = tuple(done[task.id] for task in tasks)
    return summarise(
        items,
        suite=suite,
        suite_digest=suite_digest,
        library=library,
        arm=arm,
        seeds=(seed,),
        level=level,
        easy_families=easy_families,
    )


def summarise(
    items: Sequence[ItemResult],
    *,
    suite: str,
    suite_digest: str,
    library: str | None,
    arm: str,
    seeds: tuple[int, ...] = (0,),
    level: float = 0.95,
    easy_families: Collection[str] | None = None,
) -> Evaluation:
    """The evaluation that these items make up; raises ValueError for an id given twice."""
    if len({item.id for item in items}) != len(items):
        raise ValueError("an item is given twice")
    whole = _part(items, level)
    hard = easy = None
    if easy_families is not None:
        hard = _part([item for item in items if item.family not in easy_families], level)
        easy = _part([item for item in items if item.family in easy_families], level)
    return Evaluation(
        suite=suite,
        suite_digest=suite_digest,
        library=library,
        arm=arm,
        passed=whole.passed,
        total=whole.total,
        interval=whole.interval,
        items=tuple(items),
        hard=hard,
        easy=easy,
        seeds=seeds,
    )


def _part(items: Sequence[ItemResult], level: float) -> Part:
    passed = sum(item.passed for item in items)
    low, high = clopper_pearson(passed, len(items), level)
    return Part(passed=passed, total=len(items), interval=(low, high))


def to_json(evaluation: Evaluation) -> bytes:
    """The file under `results/` or the answer to `--json`: schema first, the items last."""
    plain = msgspec.to_builtins(evaluation)
    ordered = {"schema": plain.pop("schema"), **plain}
    ordered["items"] = ordered.pop("items")
    return msgspec.json.format(msgspec.json.encode(ordered), indent=1) + b"\n"


def from_json(content: bytes, origin: str) -> Evaluation:
    """The reverse; raises UsageError that names `origin`."""
    try:
        return msgspec.json.decode(content, type=Evaluation)
    except ValueError as error:
        raise UsageError(f"{origin} is not an evaluation result: {error}") from error
