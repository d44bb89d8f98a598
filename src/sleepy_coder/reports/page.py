"""The morning report as one HTML file: style and pictures inside, nothing fetched from anywhere."""

from functools import cache
from importlib import resources
from pathlib import Path

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from sleepy_coder.durable import write_atomically
from sleepy_coder.reports import pictures, words
from sleepy_coder.reports.learned import cost, learned
from sleepy_coder.reports.morning import Morning
from sleepy_coder.reports.tallies import BASE, PassTally


def write_page(report: Morning, path: Path) -> None:
    """Write the page, whole or not at all; raises SpaceProblem or StoreProblem."""
    write_atomically(path, page(report).encode())


def page(report: Morning) -> str:
    """The whole HTML text."""
    night = report.night
    low, high = pictures.loss_range(skill.curve for skill in night.skills)
    curves = {skill.skill: Markup(pictures.learning_curve(skill, low, high)) for skill in night.skills}
    return _template().render(
        report=report,
        night=night,
        decision=report.decision,
        curves=curves,
        evidence=None if report.decision is None else Markup(pictures.evidence(report.decision)),
        moved=[line for line in report.routes if line.before != line.after],
        stayed=[line for line in report.routes if line.before == line.after],
        stages=_stages(night.seconds),
        total_seconds=night.seconds.get("total", sum(night.seconds.values())),
        most_failures=max((line.count or 0 for line in report.failures), default=0),
        flips=[("gained", "▲", report.gained), ("lost", "▼", report.lost)],
        older=_pooled(report.groups),
        base=BASE,
        words=words,
        learned={skill.skill: learned(skill) for skill in night.skills},
        cost=cost(night),
        style=Markup(_resource("morning.css")),
    )


def _stages(seconds: dict[str, float]) -> list[tuple[str, float, float]]:
    """Name, seconds and share of the whole, in the order in which they ran."""
    parts = {name: value for name, value in seconds.items() if name != "total"}
    whole = sum(parts.values())
    return [(name, value, value / whole if whole else 0.0) for name, value in parts.items()]


def _pooled(groups: tuple[PassTally, ...]) -> PassTally | None:
    """Old items and canaries together."""
    older = [group for group in groups if group.name != "trained"]
    if not older:
        return None
    sums = [sum(getattr(group, name) for group in older) for name in ("total", "before", "after", "gained", "lost")]
    return PassTally("older", "old", *sums)


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )
    return environment.from_string(_resource("morning.html"))


def _resource(name: str) -> str:
    return (resources.files("sleepy_coder.reports") / name).read_text(encoding="utf-8")
