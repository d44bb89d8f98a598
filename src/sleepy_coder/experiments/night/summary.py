"""What the parts of the experiment come to, as far as they are measured."""

import math
from collections.abc import Mapping
from typing import Any

from sleepy_coder.evaluation.statistics import Interval, bootstrap, ratio, wilson

FIFTH = 5


def fortnight_part(seed: int, with_nights: bool) -> str:
    """A fortnight's name."""
    return f"fortnight {seed} {'with' if with_nights else 'without'} nights"


def summary(
    found: Mapping[str, dict[str, Any]], crash: list[str], origins: Mapping[str, str], seeds: int, days: int
) -> dict[str, Any]:
    """The keys of the result from the parts `found`; None stands for what no part has measured. Kills are counted as
    far as they go, and so are seeds of which both fortnights are there. `crash` and `origins` name the parts.
    """
    five = found.get("skills")
    rounds = [found[name] for name in crash if name in found]
    return {
        "repeat_error_rate": _repeat_error_rate(found, seeds, days),
        "origins": {origin: found.get(name, {"gain_points": None}) for origin, name in origins.items()},
        "crash": together(rounds) if rounds else None,
        "secrets": found.get("secrets"),
        "five_skills_seconds": None if five is None else five["seconds"],
        "five_skills": five,
    }


def _repeat_error_rate(found: Mapping[str, dict[str, Any]], seeds: int, days: int) -> dict[str, Any] | None:
    names = {seed: [fortnight_part(seed, with_nights) for with_nights in (True, False)] for seed in range(seeds)}
    lived = {seed: [found[name] for name in both] for seed, both in names.items() if found.keys() >= set(both)}
    if not lived:
        return None
    learned, idle = ([both[arm]["errors"] for both in lived.values()] for arm in (0, 1))
    nights = [{"seed": seed, **night} for seed, (slept, _) in lived.items() for night in slept["nights"]]
    return {**repeats(learned, idle, days), "seeds": list(lived), "nights": nights}


def repeats(with_nights: list[list[dict[str, Any]]], without: list[list[dict[str, Any]]], days: int) -> dict[str, Any]:
    """How often errors that were met before stayed after each night, by arm, rows by seed; and after the fifth night as
    a part of what stays without nights, None where that is nothing. An upper end that is not known is None too.
    """
    counted = [[row["fresh"] and row["repeated"] for row in rows] for rows in with_nights]
    learned, idle = (rates(arm, counted, days) for arm in (with_nights, without))
    fifth = min(FIFTH, days - 1) - 1
    after, before = learned[fifth], idle[fifth]
    part, interval = None, None
    if before["mean"]:
        part = after["mean"] / before["mean"]
        low, high = ratio(after["mean"], Interval(*after["interval"]), before["mean"], Interval(*before["interval"]))
        interval = [low, high if math.isfinite(high) else None]
    return {
        "with_nights": learned,
        "without_nights": idle,
        "night5_ratio": part,
        "night5_ratio_interval": interval,
        "errors": sum(map(len, with_nights)),
        "not_fresh": sum(row["repeated"] and not row["fresh"] for rows in with_nights for row in rows),
    }


def rates(arms: list[list[dict[str, Any]]], counts: list[list[bool]], days: int) -> list[dict[str, Any]]:
    """For each night, how many of the errors met before stayed on the day after it, over all seeds."""
    found = []
    for night in range(1, days):
        rows = [
            [row for row, flag in zip(errors, flags, strict=True) if flag and row["day"] == night + 1]
            for errors, flags in zip(arms, counts, strict=True)
        ]
        total, stayed = sum(map(len, rows)), sum(row["stayed"] for own in rows for row in own)
        mean, interval = (stayed / total, _interval(rows)) if total else (0.0, (0.0, 1.0))
        found.append({"night": night, "mean": mean, "interval": list(interval), "total": total})
    return found


def _interval(rows: list[list[dict[str, Any]]]) -> tuple[float, float]:
    """Of the rate, rows by seed. Errors of one signature tend to stay together, so that Wilson's interval, which takes
    each for itself, may be too narrow; one drawn over seeds and signatures knows nothing where all went one way. The
    wider ends of both are told."""
    outcomes = [row["stayed"] for own in rows for row in own]
    table = []
    for own in rows:
        by_signature: dict[str, list[bool]] = {}
        for row in own:
            by_signature.setdefault(row["signature"], []).append(row["stayed"])
        table.append([sum(stayed) / len(stayed) for stayed in by_signature.values()])
    widest = max(map(len, table))
    clustered = bootstrap([[*cells, *[None] * (widest - len(cells))] for cells in table])
    single = wilson(sum(outcomes), len(outcomes))
    return min(clustered.low, single.low), max(clustered.high, single.high)


def together(rounds: list[dict[str, Any]]) -> dict[str, Any]:
    stages = rounds[0]["by_stage"]
    by_stage = {
        stage: {key: sum(one["by_stage"][stage][key] for one in rounds) for key in ("kills", "lost")}
        for stage in stages
    }
    sums = {key: sum(one[key] for one in rounds) for key in ("kills", "lost", "rounds")}
    return {**sums, "by_stage": by_stage, "problems": [problem for one in rounds for problem in one["problems"]]}
