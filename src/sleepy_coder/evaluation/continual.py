"""Learning over many nights as one matrix, and the measures that the literature takes from it.

R[i, j] is the score on task j after learning i tasks; row 0 is the base model. Task j (1 to T) is learned at step j.
The definitions are those of Lopez-Paz and Ranzato 2017 (arXiv:1706.08840) and Chaudhry et al. 2018 (arXiv:1801.10112).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sleepy_coder.evaluation.record import Evaluation


@dataclass(frozen=True, slots=True)
class LearningMatrix:
    """Scores as fractions: T + 1 rows (base model, then after each night) by T columns (what each night learned).

    Raises ValueError for another shape.
    """

    tasks: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        wide = len(self.tasks)
        if wide == 0 or len(self.rows) != wide + 1 or any(len(row) != wide for row in self.rows):
            raise ValueError(f"{wide} tasks need {wide + 1} rows of {wide} scores")


@dataclass(frozen=True, slots=True)
class Measures:
    """All as fractions. None where the number of tasks leaves nothing to average, or no joint training is known."""

    accuracy: float  # ACC: mean over tasks at the end
    backward_transfer: float | None  # BWT: at the end against just learned, tasks but the last
    forgetting: float | None  # the best score a task ever had before the end against its last, tasks but the last
    forward_transfer: float | None  # FWT: just before learning against the base model, tasks but the first
    plasticity: float  # just learned against the base model
    intransigence: float | None  # joint training against just learned


def measures(matrix: LearningMatrix, joint: Sequence[float] | None = None) -> Measures:
    """The measures of `matrix`; `joint` is each task's score when all are trained together."""
    R, T = matrix.rows, len(matrix.tasks)
    if joint is not None and len(joint) != T:
        raise ValueError(f"joint training has {len(joint)} scores for {T} tasks")
    tasks = range(1, T + 1)

    def score(step: int, task: int) -> float:
        return R[step][task - 1]

    return Measures(
        accuracy=_mean([score(T, j) for j in tasks]) or 0.0,
        backward_transfer=_mean([score(T, j) - score(j, j) for j in tasks[:-1]]),
        forgetting=_mean([max(score(i, j) for i in range(j, T)) - score(T, j) for j in tasks[:-1]]),
        forward_transfer=_mean([score(j - 1, j) - score(0, j) for j in tasks[1:]]),
        plasticity=_mean([score(j, j) - score(0, j) for j in tasks]) or 0.0,
        intransigence=None if joint is None else _mean([joint[j - 1] - score(j, j) for j in tasks]),
    )


def scores_by_group(evaluation: Evaluation, groups: Mapping[str, str]) -> dict[str, float]:
    """The pass rate of each group (a skill, a night) of items; items that `groups` does not name are left out."""
    passed: dict[str, list[bool]] = {}
    for item in evaluation.items:
        if item.id in groups:
            passed.setdefault(groups[item.id], []).append(item.passed)
    return {group: sum(found) / len(found) for group, found in sorted(passed.items())}


def learning_matrix(
    evaluations: Sequence[Evaluation], groups: Mapping[str, str], order: Sequence[str]
) -> LearningMatrix:
    """The matrix of evaluations in time order, the base model's first, with one column per group in `order`.

    Raises KeyError for a group without items.
    """
    rows = []
    for evaluation in evaluations:
        scores = scores_by_group(evaluation, groups)
        rows.append(tuple(scores[group] for group in order))
    return LearningMatrix(tuple(order), tuple(rows))


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None
