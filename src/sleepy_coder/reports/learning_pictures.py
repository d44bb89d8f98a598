"""Pictures of learning over many nights: the learning matrix as a heatmap, and pass rates by night with their bands."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from sleepy_coder.reports.gate_pictures import standalone
from sleepy_coder.reports.pictures import WIDTH

COLOURS = ("#3d56c9", "#c03d0b", "#0d7a5c", "#8d6300", "#7a3db8")


def heatmap(title: str, matrix: Sequence[Sequence[float]]) -> str:
    """Rows are nights, the first before anything was learned; columns the skills in the stream's order. The darker,
    the more items pass."""
    side = min(20.0, (WIDTH - 40) / len(matrix[0]))
    top, left = 24.0, 34.0
    parts = [f'<text class="name" x="0" y="14">{escape(title)}</text>']
    for night, row in enumerate(matrix):
        y = top + night * side
        if night % max(1, len(matrix) // 6) == 0:
            parts.append(f'<text x="{left - 6}" y="{y + side / 2 + 4:.1f}" text-anchor="end">{night}</text>')
        parts += [
            f'<rect x="{left + column * side:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}" '
            f'fill="#3d56c9" fill-opacity="{score:.2f}" stroke="#d9dce4"><title>night {night}, skill {column + 1}: '
            f"{score:.0%}</title></rect>"
            for column, score in enumerate(row)
        ]
    height = top + len(matrix) * side + 8
    return _picture(title, height, parts)


def curves(title: str, arms: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """The pass rate over all skills of the stream after each night, one line an arm, with its interval as a band."""
    height, left, right, above, below = 220.0, 46.0, 8.0, 24.0, 22.0 + 14 * len(arms)
    last = max(len(points) for points in arms.values()) - 1

    def place(night: float, share: float) -> str:
        x = left + (WIDTH - left - right) * night / max(last, 1)
        return f"{x:.1f},{height - below - (height - above - below) * share:.1f}"

    parts = [f'<text class="name" x="0" y="14">{escape(title)}</text>']
    for share in (0.0, 0.5, 1.0):
        y = place(0, share).partition(",")[2]
        parts.append(f'<line class="grid" x1="{left}" x2="{WIDTH - right}" y1="{y}" y2="{y}"/>')
        parts.append(f'<text x="{left - 6}" y="{float(y) + 4:.1f}" text-anchor="end">{share:.0%}</text>')
    for number, (name, points) in enumerate(arms.items()):
        colour = COLOURS[number % len(COLOURS)]
        band = [place(one["night"], one["high"]) for one in points]
        band += [place(one["night"], one["low"]) for one in reversed(points)]
        line = " ".join(place(one["night"], one["mean"]) for one in points)
        parts.append(f'<polygon points="{" ".join(band)}" fill="{colour}" fill-opacity="0.12"/>')
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="1.8"/>')
        y_name = height - below + 30 + 14 * number
        parts.append(f'<text x="{left}" y="{y_name:.1f}" style="fill:{colour}">{escape(name)}</text>')
    parts.append(f'<text x="{WIDTH - right}" y="{height - below + 14}" text-anchor="end">{last} nights</text>')
    return _picture(title, height + 12, parts)


def sweep(title: str, points: Sequence[Mapping[str, Any]]) -> str:
    """The pass rate by the value of one knob, values in their order and not to scale, with its interval as a band."""
    height, left, right, above, below = 150.0, 38.0, 24.0, 24.0, 22.0

    def place(number: int, share: float) -> tuple[float, float]:
        x = left + (WIDTH - left - right) * number / max(len(points) - 1, 1)
        return x, height - below - (height - above - below) * share

    def line(key: str) -> list[str]:
        return ["{:.1f},{:.1f}".format(*place(number, one["acc"][key])) for number, one in enumerate(points)]

    parts = [f'<text class="name" x="0" y="14">{escape(title)}</text>']
    for share in (0.0, 0.5, 1.0):
        _, y = place(0, share)
        parts.append(f'<line class="grid" x1="{left}" x2="{WIDTH - right}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{share:.0%}</text>')
    band = " ".join([*line("high"), *reversed(line("low"))])
    parts.append(f'<polygon points="{band}" fill="{COLOURS[0]}" fill-opacity="0.12"/>')
    parts.append(f'<polyline class="curve" points="{" ".join(line("mean"))}"/>')
    for number, one in enumerate(points):
        x, _ = place(number, 0)
        parts.append(f'<text x="{x:.1f}" y="{height - 6}" text-anchor="middle">{one["value"]:g}</text>')
    return _picture(title, height, parts)


def _picture(title: str, height: float, parts: Sequence[str]) -> str:
    head = f'<svg class="picture" viewBox="0 0 {WIDTH:g} {height:g}" role="img" aria-label="{escape(title)}">'
    return standalone(f"{head}{''.join(parts)}</svg>")
