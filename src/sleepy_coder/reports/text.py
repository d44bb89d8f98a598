"""The morning report, the state of things and the tree of versions as text for a terminal or a file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from sleepy_coder.registry.history import HistoryNode
from sleepy_coder.reports import words
from sleepy_coder.reports.learned import cost, learned
from sleepy_coder.reports.morning import FailureLine, Morning
from sleepy_coder.reports.tallies import PassTally

BAR = 20
GAIN, LOSS, SOFT = "green", "red", "dim"
MARKS = {True: ("✓", GAIN), False: ("✕", LOSS), None: ("?", "yellow")}


def console(file: TextIO | None = None) -> Console:
    """Colours on a terminal only, unless NO_COLOR is set; never narrower than 80 columns in a file."""
    plain = Console(file=file, highlight=False)
    return plain if plain.is_terminal else Console(file=file, highlight=False, width=max(plain.width, 100))


def morning_text(report: Morning) -> RenderableType:
    """Everything that matters on one screen or two."""
    night = report.night
    colour = GAIN if night.promoted else "yellow"
    parts: list[RenderableType] = [
        _text(f"Night {night.number} · {night.started[:16].replace('T', ' ')} · {night.model}", style=SOFT),
        _text(report.headline, style=f"bold {colour}"),
        _text(report.summary),
    ]
    if report.decision is not None:
        parts += [_heading("Decision"), *(_check(c.holds, f"{c.name}: {c.words}") for c in report.decision.checks)]
    elif night.reason:
        parts.append(_text(night.reason))
    if report.failures:
        parts += [_heading("What failed by day"), _failures(report)]
    if night.skills:
        parts.append(_heading("What was learned"))
        for skill in night.skills:
            parts += [_text(f"  {skill.skill}", style="bold"), *(_sentence(words) for words in learned(skill))]
    if report.skills:
        parts += [_heading("Each skill, before and after"), _skills(report.skills)]
    moved = [line for line in report.routes if line.before != line.after]
    if moved:
        rows = [
            (x.family, x.before, "→ " + x.after, f"{x.passed_before} → {x.passed_after} of {x.total}") for x in moved
        ]
        parts += [_heading("Errors that go another way now"), _table(rows)]
    if report.gained:
        families = Counter(item.family for item in report.gained)
        counts = ", ".join(f"{family} {count}" for family, count in families.items())
        parts += [_heading(f"Gained: {len(report.gained)}"), Padding(_text(counts, GAIN), (0, 0, 0, 2))]
    if report.lost:
        ids = ", ".join(item.id for item in report.lost)
        parts += [_heading(f"Lost: {len(report.lost)}"), Padding(_text(ids, LOSS), (0, 0, 0, 2))]
    if night.basis is not None:
        k = f"k {night.basis.k_before[0]}–{night.basis.k_before[1]} → {night.basis.k_after[0]}–{night.basis.k_after[1]}"
        facts = f"{k} · p {night.basis.p or 'full core'} · φ {night.basis.phi} · {night.basis.mode}"
        parts += [_heading("Ledger"), Padding(_text(facts), (0, 0, 0, 2))]
    if night.ledger:
        ratios = [(r.skill, r.fate, *map(words.ratio, (r.estimate, r.guarantee, r.exact))) for r in night.ledger]
        parts.append(_table(ratios, header=("skill", "fate", "estimate", "guarantee", "exact")))
    if night.skills:
        trained = [
            (
                s.skill,
                s.kind,
                ", ".join(f"{name} × {count}" for name, count in s.trained_tensors.items()),
                words.thousands(s.trained_numbers),
                f"exact {words.percent(s.exact_before)} → {words.percent(s.exact_after)}",
            )
            for s in night.skills
        ]
        parts += [_heading("Received a gradient"), _table(trained)]
    if night.seconds:
        spent = " · ".join(f"{name} {words.duration(value)}" for name, value in night.seconds.items())
        parts += [_heading("Cost"), Padding(_text(" · ".join((spent, *cost(night)))), (0, 0, 0, 2))]
    if report.next_step:
        parts += [_heading("What would help most next"), Padding(_text(report.next_step), (0, 0, 0, 2))]
    return Group(*parts)


def history_tree(nodes: Sequence[HistoryNode]) -> RenderableType:
    """Versions under their parents, with what the gate said."""
    root = Tree("library", guide_style=SOFT)
    drawn: dict[str, Tree] = {}
    waiting = list(nodes)
    while waiting:
        ready = [n for n in waiting if not n.parents or any(parent in drawn for parent in n.parents)]
        ready = ready or waiting[:1]  # its parents are no longer there
        for node in ready:
            above = next((drawn[parent] for parent in node.parents if parent in drawn), root)
            drawn[node.version] = above.add(_version_line(node))
            waiting.remove(node)
    return root


def _version_line(node: HistoryNode) -> Text:
    line = _text(node.version[:12], style=f"bold {GAIN}" if node.is_current else "bold")
    if node.is_current:
        line.append("  served", style=GAIN)
    line.append("  damaged" if node.damaged else f"  {words.many(len(node.skills), 'skill')}", style="not bold")
    if node.night:
        line.append(f"  night {node.night}", style="not bold")
    for event in node.events:
        if event.action != "publish":
            reason = f": {event.reason}" if event.reason else ""
            what = f"\n  {event.at[:16].replace('T', ' ')}  {event.action}{reason}"
            line.append(_text(what, f"not bold {SOFT}"))
    return line


def _failures(report: Morning) -> Table:
    rows = [
        (str(line.count) if line.count is not None else "–", line.code, _wording(line), line.fate)
        for line in report.failures
    ]
    return _table(rows)


def _wording(line: FailureLine) -> str:
    more = len(line.shapes) - 1
    return line.shapes[0] + (f" (and {words.many(more, 'other wording')})" if more else "")


def _skills(tallies: Iterable[PassTally]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 1), pad_edge=False)
    for tally in tallies:
        bar = _text("  ")
        low, high = sorted((round(BAR * tally.before_fraction), round(BAR * tally.after_fraction)))
        bar.append("█" * low, style=SOFT)
        bar.append("█" * (high - low), style=GAIN if tally.after >= tally.before else LOSS)
        bar.append("·" * (BAR - high), style=SOFT)
        change = f"{words.percent(tally.before_fraction)} → {words.percent(tally.after_fraction)} of {tally.total}"
        flips = _text(f"▲{tally.gained}", style=GAIN if tally.gained else SOFT)
        flips.append(f" ▼{tally.lost}", style=LOSS if tally.lost else SOFT)
        table.add_row(_text("  " + tally.name), bar, change, flips, tally.group)
    return table


def _table(rows: Iterable[tuple[str, ...]], header: tuple[str, ...] = ()) -> Table:
    table = Table(box=None, show_header=bool(header), header_style=SOFT, padding=(0, 1), pad_edge=False)
    cells = list(rows)
    for index in range(len(cells[0]) if cells else 0):
        table.add_column(("  " if index == 0 and header else "") + (header[index] if header else ""), overflow="fold")
    for row in cells:
        table.add_row(_text("  " + row[0]), *map(_text, row[1:]))
    return table


def _check(holds: bool | None, text: str) -> RenderableType:
    mark, style = MARKS[holds]
    grid = Table.grid(padding=(0, 1))
    grid.add_row(_text(f"  {mark}", style=style), _text(text))
    return grid


def _sentence(text: str) -> RenderableType:
    return Padding(_text(text), (0, 0, 0, 4))


def _text(said: str, style: str = "") -> Text:
    """Words by whomever. A plain string in a table would be read as markup, and lose what stands in brackets."""
    return Text(words.visible(said), style=style)


def _heading(text: str) -> Text:
    return _text(f"\n{text}", style="bold")
