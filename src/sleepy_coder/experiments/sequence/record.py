"""Judged streams as `results/sequential.json` holds them: measures with intervals, flips, and the claims' figures."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sleepy_coder.evaluation.continual import Score
from sleepy_coder.evaluation.statistics import bootstrap, bootstrap_ratio, sign_flip
from sleepy_coder.experiments.sequence.arms import ARMS
from sleepy_coder.experiments.sequence.judged import Ends, Judged

SHORT = {
    "accuracy": "acc",
    "backward_transfer": "bwt",
    "forward_transfer": "fwt",
    "forgetting": "forgetting",
    "plasticity": "plasticity",
    "intransigence": "intransigence",
}
AVERAGED = ("share_averaged_factors", "share_averaged_cores")
AT_ONCE = "joint"
"""The arm that learns all skills on the last night: of it there is nothing to tell but what it knows then."""

RIVALS = ("lora_sequential", "lora_replay", "olora")

Arms = Mapping[str, Sequence[Judged]]
Table = list[list[Score]]
"""Rows are seeds, columns skills, in one order for all."""


def by_arm(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    """Streams of an arm together, by seed."""
    found: defaultdict[str, list[Judged]] = defaultdict(list)
    for one in sorted(judged, key=lambda one: one.seed):
        found[one.arm].append(one)
    return dict(found)


def arm_row(name: str, arms: Arms) -> dict[str, Any]:
    """All that is told of one arm."""
    streams = arms[name]
    joint = {one.seed: one for one in arms.get(AT_ONCE, ())}
    found = [one.terms(joint.get(one.seed)) for one in streams]
    skills = sorted(streams[0].order)
    known = ("accuracy",) if name == AT_ONCE else tuple(SHORT)
    row: dict[str, Any] = {
        short: spread(table(streams, [getattr(one, measure) for one in found], skills) if measure in known else [])
        for measure, short in SHORT.items()
    }
    row["trained_per_skill"] = trained_per_skill(streams)
    row["setting"] = streams[0].setting
    row["drift"] = mean(one.drift for one in streams) if streams[0].drift is not None else None
    if streams[0].scaled:
        row["scaled"] = {setting: mean(rates.values()) for setting, rates in scaled(streams).items()}
    row["per_skill"] = per_skill(streams)
    row["known"] = _group([one.known for one in streams])
    row["canaries"] = _group([one.canaries for one in streams])
    row["seeds"] = {str(one.seed): mean(term for term in one.terms(None).accuracy) for one in streams}
    if name not in ARMS or ARMS[name].every_night:
        row["curve"] = [_night(streams, night) for night in range(len(streams[0].passed))]
        row["matrix"] = _matrix(streams)
        row["flips"] = flips(streams)
    return row


def table(streams: Sequence[Judged], found: Sequence[Sequence[Score]], skills: Sequence[str]) -> Table:
    """Terms of each stream in the order of `skills` instead of the stream's own."""
    rows = []
    for stream, own in zip(streams, found, strict=True):
        at = dict(zip(stream.order, own, strict=True))
        rows.append([at[skill] for skill in skills])
    return rows


def spread(cells: Table) -> dict[str, Score]:
    """The mean with its interval over seeds and skills; all None where nothing was measured."""
    known = [cell for row in cells for cell in row if cell is not None]
    if not known:
        return {"mean": None, "low": None, "high": None}
    interval = bootstrap(cells)
    return {"mean": sum(known) / len(known), "low": interval.low, "high": interval.high}


def per_skill(streams: Sequence[Judged]) -> dict[str, float]:
    """The pass rate of each skill at the end, items and seeds averaged."""
    skills = sorted(streams[0].order)
    rows = table(streams, [one.matrix.rows[-1] for one in streams], skills)
    return {skill: mean(row[at] for row in rows) for at, skill in enumerate(skills)}


def scaled(streams: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """Of an arm that combines, by setting: the pass rate of each skill at the end, seeds averaged."""
    skills = sorted(streams[0].order)
    found = {}
    for setting in streams[0].scaled:
        rates = [[count / one.items for count in one.scaled[setting]] for one in streams]
        rows = table(streams, rates, skills)
        found[setting] = {skill: mean(row[at] for row in rows) for at, skill in enumerate(skills)}
    return found


def trained_per_skill(streams: Sequence[Judged]) -> float:
    """Numbers that received a gradient, per skill; 0 for arms that learn nothing."""
    nights = [numbers for one in streams for numbers in one.trained]
    return sum(nights) / len(nights) if nights else 0.0


def claims(arms: Arms) -> dict[str, Any]:
    """The headline differences."""
    routed = arms["share_routed"]
    oracle = {one.seed: one for one in arms["share_oracle"]}
    ceiling = {one.seed: one for one in arms["lora_per_skill_oracle"]}
    whole = [_gains(oracle[seed], ceiling[seed]) for seed in oracle]
    frozen = [[gain if not gain.widened else _UNKNOWN for gain in gains] for gains in whole]
    learned = sum(len(one.order) for one in routed)
    lost = [one.lost_canaries for one in routed]
    return {
        "routed_minus_averaged": against_averages(arms),
        "gain_kept_of_lora": {"frozen_basis": _share(frozen), "all_skills": _share(whole)},
        "gain_kept_intervals": {"frozen_basis": _interval(frozen), "all_skills": _interval(whole)},
        "skills_without_expansion": 1 - sum(len(one.expanded) for one in routed) / learned,
        "skills_never_expanded": 1 - sum(one.opened for one in routed) / learned,
        "canaries_lost": sum(map(len, lost)),
        "lost_canaries": sorted({item for items in lost for item in items}),
        "better_acc_than": {rival: _seeds_better(routed, arms[rival]) for rival in RIVALS if rival in arms},
    }


def against_averages(arms: Arms) -> dict[str, Any]:
    """Routed Share against the better of the two averaged arms, skill by skill (items and seeds averaged within)."""
    better = max(AVERAGED, key=lambda name: mean(per_skill(arms[name]).values()))
    routed, averaged = per_skill(arms["share_routed"]), per_skill(arms[better])
    differences = {skill: routed[skill] - averaged[skill] for skill in routed}
    return {
        **difference(list(differences.values())),
        "against": better,
        "per_skill": {skill: {"routed": routed[skill], "averaged": averaged[skill]} for skill in routed},
        "of_any_scale": _against_any_scale(routed, arms),
    }


def difference(of_skills: Sequence[float]) -> dict[str, float]:
    """The mean over skills in points, its interval, and the one-sided p that it is above zero."""
    interval = bootstrap([of_skills])
    return {
        "points": 100 * mean(of_skills),
        "low": 100 * interval.low,
        "high": 100 * interval.high,
        "p": sign_flip(of_skills),
    }


def _against_any_scale(routed: Mapping[str, float], arms: Arms) -> dict[str, Any] | None:
    """The same against the best of all averages with all scales, chosen on these very items: a rival with hindsight."""
    rivals = {
        (name, setting): rates
        for name, streams in arms.items()
        if streams[0].scaled
        for setting, rates in scaled(streams).items()
    }
    if not rivals:
        return None
    name, setting = max(rivals, key=lambda rival: mean(rivals[rival].values()))
    differences = [routed[skill] - rate for skill, rate in rivals[name, setting].items()]
    return {
        **difference(differences),
        "against": name,
        "setting": setting,
        "tried": len(rivals),
    }


def flips(streams: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """From one night to the next, over all nights and seeds, by group of items."""
    groups = streams[0].flips
    return {
        group: {what: sum(getattr(one.flips[group], what) for one in streams) for what in ("gained", "lost")}
        for group in groups
    }


def mean(values: Iterable[Score]) -> float:
    """Of what was measured; 0 of nothing."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else 0.0


class _Gain(NamedTuple):
    """What Share gained over the base model, what a LoRA gained, whether the basis was widened."""

    share: Score
    lora: Score
    widened: bool = False


_UNKNOWN = _Gain(None, None)


def _gains(own: Judged, ceiling: Judged) -> list[_Gain]:
    """Skill by skill, in one order for all seeds."""
    found = []
    for skill in sorted(own.order):
        mine, theirs = (_gained(one, one.order.index(skill)) for one in (own, ceiling))
        known = mine is not None and theirs is not None
        found.append(_Gain(mine, theirs, skill in own.expanded) if known else _UNKNOWN)
    return found


def _gained(one: Judged, at: int) -> Score:
    last, first = one.matrix.rows[-1][at], one.matrix.rows[0][at]
    return None if last is None or first is None else last - first


def _share(gains: Sequence[Sequence[_Gain]]) -> float | None:
    """Of the LoRAs' gain; None where they gained nothing."""
    share, lora = (sum(getattr(gain, who) or 0.0 for row in gains for gain in row) for who in ("share", "lora"))
    return share / lora if lora > 0 else None


def _interval(gains: Sequence[Sequence[_Gain]]) -> list[float] | None:
    """Of `_share`, over seeds and skills."""
    if not _share(gains):
        return None
    share, lora = ([[getattr(gain, who) for gain in row] for row in gains] for who in ("share", "lora"))
    return list(bootstrap_ratio(share, lora))


def _seeds_better(own: Sequence[Judged], rival: Sequence[Judged]) -> dict[str, int]:
    theirs = {one.seed: mean(one.matrix.rows[-1]) for one in rival}
    return {"seeds": len(own), "better": sum(mean(one.matrix.rows[-1]) > theirs[one.seed] for one in own)}


def _group(ends: Sequence[Ends]) -> dict[str, Any]:
    """Pass rates of a group before the first and after the last night, and what flipped between."""
    items = sum(one.items for one in ends)
    return {
        "before": sum(one.before for one in ends) / items if items else 0.0,
        "after": sum(one.after for one in ends) / items if items else 0.0,
        "gained": sum(one.gained for one in ends),
        "lost": sum(one.lost for one in ends),
    }


def _night(streams: Sequence[Judged], night: int) -> dict[str, Any]:
    """Over all skills of the stream, learned or not yet."""
    skills = sorted(streams[0].order)
    return {"night": night, **spread(table(streams, [one.matrix.rows[night] for one in streams], skills))}


def _matrix(streams: Sequence[Judged]) -> list[list[float]]:
    """Means over the seeds by position in the stream: rows are nights, columns the skill learned on each."""
    rows = range(len(streams[0].passed))
    columns = range(len(streams[0].order))
    return [[round(mean(one.matrix.rows[i][j] for one in streams), 4) for j in columns] for i in rows]
