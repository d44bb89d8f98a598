"""Pictures as inline SVG, drawn at 360 units wide so that their letters stay readable on a telephone.

Colours are the page's CSS variables, so a picture is right in light, in dark and on paper.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from html import escape

from sleepy_coder.evaluation.decision import Decision, Paired
from sleepy_coder.registry.night_record import CurvePoint, SkillRecord
from sleepy_coder.reports.words import points

WIDTH = 360.0
LEAST_LOSS = 1e-3  # nats; below it a curve is drawn at the bottom


def learning_curve(skill: SkillRecord, bottom: float, top: float) -> str:
    """Loss in nats by step, on a logarithmic scale from `bottom` to `top`, which all of a night's curves share."""
    height, left, right, above, below = 150.0, 34.0, 8.0, 8.0, 24.0
    last = max(skill.planned_steps, skill.steps, 1)
    low, high = math.log10(bottom), math.log10(top)

    def x(step: float) -> float:
        return left + (WIDTH - left - right) * step / last

    def y(loss: float) -> float:
        share = (math.log10(min(max(loss, bottom), top)) - low) / (high - low)
        return height - below - (height - above - below) * share

    parts = []
    for power in range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1):
        at = y(10.0**power)
        parts.append(f'<line class="grid" x1="{left}" x2="{WIDTH - right}" y1="{at:.1f}" y2="{at:.1f}"/>')
        parts.append(f'<text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    if skill.steps < skill.planned_steps:
        parts.append(
            f'<rect class="missing" x="{x(skill.steps):.1f}" y="{above}" width="{x(last) - x(skill.steps):.1f}" '
            f'height="{height - above - below}"/>'
        )
    parts.append(f'<text x="{left}" y="{height - 7}">0</text>')
    parts.append(f'<text x="{WIDTH - right}" y="{height - 7}" text-anchor="end">{last} steps</text>')
    if skill.curve:
        places = [(x(point.step), y(point.loss)) for point in skill.curve]
        parts.append(f'<polyline class="curve" points="{_joined(places)}"/>')
        parts.append(f'<circle class="after" cx="{places[-1][0]:.1f}" cy="{places[-1][1]:.1f}" r="3.5"/>')
    return _svg(height, f"Loss of {skill.skill} by training step", parts)


def loss_range(curves: Iterable[Sequence[CurvePoint]]) -> tuple[float, float]:
    """Whole decades around all losses, at least one."""
    losses = [max(point.loss, LEAST_LOSS) for curve in curves for point in curve if math.isfinite(point.loss)]
    if not losses:
        return 0.1, 1.0
    low, high = math.floor(math.log10(min(losses))), math.ceil(math.log10(max(losses)))
    return 10.0**low, 10.0 ** max(high, low + 1)


def evidence(decision: Decision) -> str:
    """Change in points with its interval, for trained skills and for old items, against zero, the margin and the
    smallest gain that these items could have shown."""
    height, side = 146.0, 7.0
    visible = decision.smallest_visible_gain_points
    ends = [edge for pair in (decision.trained, decision.old) if pair.total for edge in pair.interval_points]
    low, high = min([*ends, -decision.margin_points]), max([*ends, visible or 0.0, 1.0])

    def x(value: float) -> float:
        return side + (WIDTH - 2 * side) * (value - low) / (high - low)

    margin, zero = x(-decision.margin_points), x(0)
    parts = [f'<rect class="margin" x="{margin:.1f}" y="85" width="{zero - margin:.1f}" height="30"/>']
    for top in (25, 85):
        parts.append(f'<line class="grid" x1="{side}" x2="{WIDTH - side}" y1="{top + 15}" y2="{top + 15}"/>')
        parts.append(f'<line class="zero" x1="{zero:.1f}" x2="{zero:.1f}" y1="{top}" y2="{top + 30}"/>')
    if visible is not None:
        parts.append(f'<path class="visible" d="M{x(visible):.1f} 25v30"/>')
    parts += _track("Trained skills", decision.trained, 40.0, x)
    parts += _track("Older items", decision.old, 100.0, x)
    parts.append(f'<text x="{min(max(zero, 33), WIDTH - 33):.1f}" y="136" text-anchor="middle">no change</text>')
    if x(high) - zero > 150:
        parts.append(f'<text x="{WIDTH - side}" y="136" text-anchor="end">{points(high)} points</text>')
    return _svg(height, "Change in the share of items repaired, with intervals", parts)


def _track(name: str, pair: Paired, at: float, x: Callable[[float], float]) -> list[str]:
    if not pair.total:
        return [f'<text class="name" x="0" y="{at - 22}">{name}: none judged</text>']
    start, end, middle = (x(value) for value in (*pair.interval_points, pair.change_points))
    colour = "gain" if pair.interval_points[0] > 0 else "loss" if pair.interval_points[1] < 0 else "even"
    return [
        f'<text class="name" x="0" y="{at - 22}">{name} <tspan class="{colour}">{points(pair.change_points)}'
        f"</tspan> <tspan>({points(pair.interval_points[0])} to {points(pair.interval_points[1])})</tspan></text>",
        f'<line class="interval {colour}" x1="{start:.1f}" x2="{max(end, start + 1):.1f}" y1="{at}" y2="{at}"/>',
        f'<circle class="{colour}" cx="{middle:.1f}" cy="{at}" r="5.5"/>',
    ]


def _joined(places: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _svg(height: float, title: str, parts: Iterable[str]) -> str:
    head = f'<svg class="picture" viewBox="0 0 {WIDTH:g} {height:g}" role="img" aria-label="{escape(title)}">'
    return f"{head}{''.join(parts)}</svg>"
