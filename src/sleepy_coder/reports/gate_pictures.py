"""Pictures about the gate for pages that have no style of their own: what the morning report draws, and the chance of
promotion by the size of the gain."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from sleepy_coder.evaluation.decision import Decision
from sleepy_coder.reports.pictures import WIDTH, evidence

STYLE = """
.picture { background: #fff; font: 11.5px system-ui, sans-serif; } text { fill: #5a5f6e; } .name { font-size: 12.5px; fill: #1c1e26; }
tspan.gain, .gain { fill: #0d7a5c; } tspan.loss, .loss { fill: #c03d0b; } tspan.even { fill: #1c1e26; } .grid { stroke: #d9dce4; }
.zero { stroke: #5a5f6e; } .margin { fill: #d9dce4; } .visible { stroke: #8d6300; stroke-width: 2; stroke-dasharray: 3 2.5; fill: none; }
.interval { stroke-width: 4; stroke-linecap: round; opacity: .45; } line.gain { stroke: #0d7a5c; } line.loss { stroke: #c03d0b; }
line.even { stroke: #1c1e26; } circle.even { fill: #1c1e26; } .curve { fill: none; stroke: #3d56c9; stroke-width: 1.8; }
"""  # noqa: E501  # one rule a line


def standalone(svg: str) -> str:
    """A picture of the report as a file of its own."""
    start = svg.index(">") + 1
    head = svg[:start].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return f"{head}<style>{STYLE}</style>{svg[start:]}\n"


def decision_picture(decision: Decision) -> str:
    """Change on trained and old items with intervals, as the morning report draws it."""
    return standalone(evidence(decision))


def power_picture(curve: Sequence[Mapping[str, Any]], smallest: float) -> str:
    """The chance of promotion within three nights by the true gain in points; `smallest` is marked."""
    height, left, right, above, below = 190.0, 40.0, 10.0, 12.0, 34.0
    most = max(point["gain_points"] for point in curve)

    def place(gain: float, share: float) -> tuple[float, float]:
        return left + (WIDTH - left - right) * gain / most, height - below - (height - above - below) * share

    parts = []
    for share in (0.0, 0.5, 0.9, 1.0):
        _, y = place(0, share)
        parts.append(f'<line class="grid" x1="{left}" x2="{WIDTH - right}" y1="{y:.1f}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{share:.0%}</text>')
    line = " ".join("{:.1f},{:.1f}".format(*place(p["gain_points"], p["promoted_within_3_nights"])) for p in curve)
    x, bottom = place(smallest, 0)
    parts.append(f'<polyline class="curve" points="{line}"/>')
    parts.append(f'<path class="visible" d="M{x:.1f} {above}V{bottom:.1f}"/>')
    parts.append(f'<text x="{x + 5:.1f}" y="{bottom - 6:.1f}">{smallest:g} points</text>')
    parts += [
        f'<text x="{place(gain, 0)[0]:.1f}" y="{height - 18}" text-anchor="middle">{gain}</text>'
        for gain in range(0, int(most) + 1, 10)
    ]
    parts.append(f'<text x="{WIDTH - right}" y="{height - 4}" text-anchor="end">true gain in points</text>')
    title = escape("Chance of promotion within three nights by the true gain")
    svg = f'<svg class="picture" viewBox="0 0 {WIDTH:g} {height:g}" role="img" aria-label="{title}">'
    return standalone(svg + "".join(parts) + "</svg>")
