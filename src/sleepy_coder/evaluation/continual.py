"""Learning over many nights as one matrix, and the measures that the literature takes from it.

R[i, j] is the score on task j after learning i tasks; row 0 is the base model. Task j (1 to T) is learned at step j.
The definitions are those of Lopez-Paz and Ranzato 2017 (arXiv:1706.08840) and Chaudhry et al. 2018 (arXiv:1801.10112).
"""

from collections.abc import Sequence
from dataclasses import dataclass

Score = float | None
"""A fraction; None where it was not measured."""


@dataclass(frozen=True, slots=True)
class LearningMatrix:
    """Scores as fractions: T + 1 rows (base model, then after each night) by T columns (what each night learned).

    Measures need row 0, the last row, and the scores just before and just after a task was learned; forgetting looks
    at whatever else there is. Raises ValueError for another shape.
    """

    tasks: tuple[str, ...]
    rows: tuple[tuple[Score, ...], ...]

    def __post_init__(self) -> None:
        wide = len(self.tasks)
        if wide == 0 or len(self.rows) != wide + 1 or any(len(row) != wide for row in self.rows):
            raise ValueError(f"{wide} tasks need {wide + 1} rows of {wide} scores")


@dataclass(frozen=True, slots=True)
class Terms:
    """What each measure is the mean of: one term for each task, in the matrix's order; None where there is none."""

    accuracy: tuple[Score, ...]
    backward_transfer: tuple[Score, ...]
    forgetting: tuple[Score, ...]
    forward_transfer: tuple[Score, ...]
    plasticity: tuple[Score, ...]
    intransigence: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """All as fractions. None where the number of tasks leaves nothing to average, or no joint training is known."""

    accuracy: float  # ACC: mean over tasks at the end
    backward_transfer: float | None  # BWT: at the end against just learned, tasks but the last
    forgetting: float | None  # the best score a task ever had before the end against its last, tasks but the last
    forward_transfer: float | None  # FWT: just before learning against the base model, tasks but the first
    plasticity: float  # just learned against the base model
    intransigence: float | None  # joint training against just learned


def terms(matrix: LearningMatrix, joint: Sequence[Score] | None = None) -> Terms:
    """The measures task by task; `joint` is each task's score when all are trained together."""
    R, T = matrix.rows, len(matrix.tasks)
    if joint is not None and len(joint) != T:
        raise ValueError(f"joint training has {len(joint)} scores for {T} tasks")
    tasks = range(T)

    def best(task: int) -> Score:
        known = [score for row in R[task + 1 : T] if (score := row[task]) is not None]
        return max(known, default=None)

    return Terms(
        accuracy=tuple(R[T][j] for j in tasks),
        backward_transfer=tuple(_less(R[T][j], R[j + 1][j]) if j < T - 1 else None for j in tasks),
        forgetting=tuple(_less(best(j), R[T][j]) if j < T - 1 else None for j in tasks),
        forward_transfer=tuple(_less(R[j][j], R[0][j]) if j else None for j in tasks),
        plasticity=tuple(_less(R[j + 1][j], R[0][j]) for j in tasks),
        intransigence=tuple(None if joint is None else _less(joint[j], R[j + 1][j]) for j in tasks),
    )


def measures(matrix: LearningMatrix, joint: Sequence[Score] | None = None) -> Measures:
    """The means of all terms."""
    found = terms(matrix, joint)
    return Measures(
        accuracy=_mean(found.accuracy) or 0.0,
        backward_transfer=_mean(found.backward_transfer),
        forgetting=_mean(found.forgetting),
        forward_transfer=_mean(found.forward_transfer),
        plasticity=_mean(found.plasticity) or 0.0,
        intransigence=_mean(found.intransigence),
    )


def _less(score: Score, other: Score) -> Score:
    return None if score is None or other is None else score - other


def _mean(values: Sequence[Score]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
