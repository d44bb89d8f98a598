"""A demonstration as it is printed and as `results/demo.json` keeps it."""

import textwrap
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sleepy_coder.evaluation.statistics import clopper_pearson
from sleepy_coder.experiments.demo import Demo, DemoItem, Ending
from sleepy_coder.provenance import provenance
from sleepy_coder.reports import words
from sleepy_coder.reports.tallies import BASE
from sleepy_coder.reports.yesterday import STAGES

COLUMNS = 100
OUTCOMES = {"promote": "promoted", "keep": "kept back", "undecided": "undecided, so kept back"}


@dataclass(frozen=True, slots=True)
class FamilyLine:
    """One family's line of the table; ways are the routes of its errors, the most frequent first."""

    family: str
    novel: bool
    total: int
    before: int
    after: int
    ways_before: tuple[str, ...]
    ways_after: tuple[str, ...]


def family_lines(items: Sequence[DemoItem]) -> tuple[FamilyLine, ...]:
    """Novel families first, in the order of the suite."""
    names = dict.fromkeys(item.family for item in sorted(items, key=lambda item: not item.novel))
    return tuple(_line(name, [item for item in items if item.family == name]) for name in names)


def printed(demo: Demo) -> list[str]:
    """The lines that a run prints, without any path."""
    lines = family_lines(demo.items)
    known = [item for item in demo.items if not item.novel]
    rows = [("family", "items", "before", "after", "way of its errors")]
    rows += [(one.family, str(one.total), str(one.before), str(one.after), _way(one)) for one in lines if one.novel]
    if known:
        pooled = _line(f"{len({item.family for item in known})} known families", known)
        moved = sum(item.before.route != item.after.route for item in known)
        way = "as before" if not moved else f"{moved} go another way"
        rows.append((pooled.family, str(pooled.total), str(pooled.before), str(pooled.after), way))
    total, before, after = len(demo.items), _passed(demo, _before), _passed(demo, _after)
    gain = words.points(100 * (after - before) / total)
    paragraphs = [
        f"Fixed by day {before} of {total}, after the night {after}: {gain} points, "
        f"{len(demo.gained)} gained, {len(demo.lost)} lost.",
        f"Won by day: {_won(demo, _before)}.",
        f"Won after the night: {_won(demo, _after)}.",
        f"The new library was {OUTCOMES.get(demo.night.outcome, demo.night.outcome)}. {demo.night.reason}",
        f"The night took {words.duration(demo.seconds.night)}, everything {words.duration(demo.seconds.total)}; "
        f"peak memory {words.size(demo.peak_bytes)}.".replace(words.NO_BREAK, " "),
    ]
    return [
        f"A day and a night, seed {demo.seed}: {total} items, {len(demo.novel)} families that the model never saw",
        "",
        *_aligned(rows),
        "",
        *(line for paragraph in paragraphs for line in textwrap.wrap(paragraph, COLUMNS, break_on_hyphens=False)),
    ]


def to_json(demo: Demo, *, level: float, rustc: str) -> dict[str, Any]:
    """The content of `results/demo.json`: no path of the machine that ran it, apart from the command's last parts."""
    night = demo.night
    return {
        "seed": demo.seed,
        "novel_families": list(demo.novel),
        "before": _side(demo, _before, level),
        "after": _side(demo, _after, level),
        "gain_points": 100 * (_passed(demo, _after) - _passed(demo, _before)) / len(demo.items),
        "flips": {"gained": list(demo.gained), "lost": list(demo.lost)},
        "decision": night.decision or {"outcome": night.outcome, "reason": night.reason},
        "families": [asdict(line) for line in family_lines(demo.items)],
        "night": {
            "promoted": night.promoted,
            "cut": night.cut,
            "plan": night.plan,
            "not_due": night.not_due,
            "skills": [_skill(asdict(skill)) for skill in night.skills],
            "basis": None if night.basis is None else asdict(night.basis),
            "ledger": [asdict(row) for row in night.ledger],
        },
        "seconds": {**asdict(demo.seconds), "stations": night.seconds},
        "memory_bytes": {"peak": demo.peak_bytes},
        "items": [asdict(item) for item in demo.items],
        "printed": printed(demo),
        "provenance": provenance(
            full=True,
            seeds=[demo.seed],
            digests={
                "suite": demo.suite_digest,
                "model": demo.model.digest,
                "library_before": night.incumbent,
                "library_after": (night.candidate or "") if night.promoted else night.incumbent,
            },
            rustc=rustc,
        ),
    }


Side = Callable[[DemoItem], Ending]


def _before(item: DemoItem) -> Ending:
    return item.before


def _after(item: DemoItem) -> Ending:
    return item.after


def _passed(demo: Demo, side: Side) -> int:
    return sum(side(item).passed for item in demo.items)


def _wins(demo: Demo, side: Side) -> Counter[int | None]:
    return Counter(side(item).stage for item in demo.items if side(item).passed)


def _won(demo: Demo, side: Side) -> str:
    wins = _wins(demo, side)
    return ", ".join(f"{wins[stage]} by {name}" for stage, name in enumerate(STAGES))


def _side(demo: Demo, side: Side, level: float) -> dict[str, Any]:
    passed, total = _passed(demo, side), len(demo.items)
    wins = _wins(demo, side)
    return {
        "passed": passed,
        "total": total,
        "passed_fraction": passed / total,
        "interval": list(clopper_pearson(passed, total, level)),
        "won_by_stage": {name: wins[stage] for stage, name in enumerate(STAGES)},
    }


def _line(name: str, items: Sequence[DemoItem]) -> FamilyLine:
    def ways(side: Side) -> tuple[str, ...]:
        return tuple(way for way, _ in Counter(side(item).route or BASE for item in items).most_common())

    return FamilyLine(
        family=name,
        novel=items[0].novel,
        total=len(items),
        before=sum(item.before.passed for item in items),
        after=sum(item.after.passed for item in items),
        ways_before=ways(_before),
        ways_after=ways(_after),
    )


def _way(line: FamilyLine) -> str:
    before, after = ", ".join(line.ways_before), ", ".join(line.ways_after)
    return before if before == after else f"{before} → {after}"


def _skill(record: dict[str, Any]) -> dict[str, Any]:
    """Without the curve's points, of which the morning report makes a picture."""
    return {key: value for key, value in record.items() if key != "curve"}


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    left = {0, len(widths) - 1}
    return [
        "  ".join(
            c.ljust(w) if i in left else c.rjust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
