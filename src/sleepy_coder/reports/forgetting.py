"""The forgetting record: what each night left of every skill, every item that flipped, and every suite's pass rates by
version. It is made from stored records alone.

A night judges what its work could have changed. A skill that it did not judge keeps the last score that is known: where
the served bits and the route are the same, the answers are the same. The measures are those of `evaluation.continual`,
taken after every night: each skill against its score when it was first judged after being learned, and its best.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import msgspec

from sleepy_coder.evaluation.record import Evaluation, from_json
from sleepy_coder.registry.night_record import NightRecord
from sleepy_coder.reports.tallies import forgetting, gained, lost


@dataclass(frozen=True, slots=True)
class NightForgetting:
    """After one night: scores by skill (carried over where the night judged none), what flipped, and the measures.

    `backward_transfer` and `forgetting` are means of fractions over the skills learned before this night; None where
    there is none.
    """

    night: str
    outcome: str
    trained: tuple[str, ...]
    scores: dict[str, float]
    judged: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    backward_transfer: float | None
    forgetting: float | None


@dataclass(frozen=True, slots=True)
class SuiteScore:
    """One evaluation of one version."""

    library: str | None
    suite: str
    arm: str
    passed: int
    total: int
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ForgettingRecord:
    """All nights, oldest first, and all evaluations of suites."""

    skills: tuple[str, ...]
    nights: tuple[NightForgetting, ...]
    evaluations: tuple[SuiteScore, ...]

    def to_json(self) -> dict[str, Any]:
        """Plain values, ready for JSON."""
        values: dict[str, Any] = msgspec.to_builtins(self)
        return values


def forgetting_record(nights: Sequence[NightRecord], evaluations: Sequence[Evaluation] = ()) -> ForgettingRecord:
    """The record of these nights, oldest first."""
    judged = [night for night in nights if night.items]
    matrix = forgetting(judged)
    rows: list[NightForgetting] = []
    scores: dict[str, float] = {}
    best: dict[str, float] = {}
    first: dict[str, float] = {}
    learned: set[str] = set()
    for row, night in zip(matrix.rows[1:], judged, strict=True):
        seen = {skill: cell for skill, cell in zip(matrix.skills, row.cells, strict=True) if cell is not None}
        scores |= {skill: cell.fraction for skill, cell in seen.items()}
        earlier = [skill for skill in learned if skill in scores]
        learned |= set(row.trained) if night.promoted else set()
        for skill in learned & scores.keys():
            first.setdefault(skill, scores[skill])
        rows.append(
            NightForgetting(
                night=night.id,
                outcome=night.outcome,
                trained=row.trained,
                scores=dict(scores),
                judged=tuple(seen),
                gained=tuple(item.id for item in gained(night.items)),
                lost=tuple(item.id for item in lost(night.items)),
                backward_transfer=_mean([scores[skill] - first[skill] for skill in earlier]),
                forgetting=_mean([max(0.0, best[skill] - scores[skill]) for skill in earlier]),
            )
        )
        for skill in learned & scores.keys():
            best[skill] = max(best.get(skill, 0.0), scores[skill])
    suites = tuple(SuiteScore(e.library, e.suite, e.arm, e.passed, e.total, e.interval) for e in evaluations)
    return ForgettingRecord(matrix.skills, tuple(rows), suites)


def stored_evaluations(folder: Path) -> list[Evaluation]:
    """Every evaluation that `evaluate` has kept, oldest first; raises UsageError for a damaged file."""
    files = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime) if folder.is_dir() else []
    return [from_json(file.read_bytes(), str(file)) for file in files]


def forgetting_page(record: ForgettingRecord) -> str:
    """One self-contained HTML page with the matrix, the measures and the flips."""
    head = "".join(f"<th><span>{escape(skill)}</span></th>" for skill in record.skills)
    body = "".join(_row(record, night) for night in record.nights)
    suites = "".join(
        f"<tr><td>{escape(e.library or 'none')}</td><td>{escape(e.suite)}</td><td>{escape(e.arm)}</td>"
        f"<td>{e.passed} of {e.total}</td><td>{100 * e.interval[0]:.1f} to {100 * e.interval[1]:.1f} %</td></tr>"
        for e in record.evaluations
    )
    flips = "".join(
        f"<li>{escape(night.night)}: gained {escape(', '.join(night.gained) or 'none')}; "
        f"lost {escape(', '.join(night.lost) or 'none')}</li>"
        for night in record.nights
    )
    return (
        f"<!doctype html><meta charset=utf-8><title>What was forgotten</title><style>{_STYLE}</style>"
        "<h1>What was forgotten</h1><p>Share of each skill's items repaired after each night. A paler cell was not "
        "judged that night: nothing it depends on had changed, or it keeps its last score.</p>"
        f"<table><tr><th>night</th><th>outcome</th><th>BWT</th><th>forgetting</th>{head}</tr>{body}</table>"
        f"<h2>Suites</h2><table>{suites}</table><h2>Every item that flipped</h2><ul>{flips}</ul>"
    )


def _row(record: ForgettingRecord, night: NightForgetting) -> str:
    cells = "".join(_cell(night, skill) for skill in record.skills)
    measures = "".join(f"<td>{_points(value)}</td>" for value in (night.backward_transfer, night.forgetting))
    return f"<tr><th>{escape(night.night)}</th><td>{escape(night.outcome)}</td>{measures}{cells}</tr>"


def _cell(night: NightForgetting, skill: str) -> str:
    score = night.scores.get(skill)
    if score is None:
        return "<td></td>"
    strength = (0.85 if skill in night.judged else 0.35) * score
    mark = " class=trained" if skill in night.trained else ""
    return f'<td{mark} style="background:rgb(38 110 160 / {strength:.2f})">{100 * score:.0f}</td>'


def _points(value: float | None) -> str:
    return "–" if value is None else f"{100 * value:+.1f}"


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#222;background:#fff}table{border-collapse:collapse}"
    "td,th{padding:.2rem .5rem;text-align:right;font-weight:400}th span{writing-mode:vertical-rl}"
    ".trained{outline:2px solid #222}li{overflow-wrap:anywhere}"
)
