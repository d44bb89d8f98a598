"""What results do not show: goals missed, runs missing, means that their own intervals do not bear out."""

from collections.abc import Iterator, Mapping
from typing import Any

from sleepy_coder.evaluation.statistics import sign_flip
from sleepy_coder.reports.wording import Result, form_of, percent

EXPERIMENTS = ("sequential", "parameters", "sweeps", "subspace", "capacity", "longevity")
FEWER_NUMBERS, GAIN_KEPT = 67, 0.9
MOSTLY = 50  # percent

GOALS = (
    ("routed Share at least 10 points above the better average", lambda r: r["routed_minus_averaged"]["points"] >= 10),
    ("with p < 0.001 over skills", lambda r: r["routed_minus_averaged"]["p"] < 0.001),
    ("routed Share forgets at most 0.5 points", lambda r: _is(r, "share_routed", "forgetting", "mean", 0.005)),
    ("upper end of that interval at most 1 point", lambda r: _is(r, "share_routed", "forgetting", "high", 0.01)),
    ("no canary lost", lambda r: r["canaries_lost"] == 0),
    ("at least 90 % of a LoRA's gain in the frozen basis", lambda r: _kept(r, "frozen_basis", 0.9)),
    ("at least 95 % of a LoRA's gain over all skills", lambda r: _kept(r, "all_skills", 0.95)),
    (
        "better than sequential LoRA, replay and O-LoRA on every seed",
        lambda r: all(one["better"] == one["seeds"] for one in r["better_acc_than"].values()),
    ),
)


def not_shown(results: Mapping[str, Result]) -> Iterator[str]:
    """A section of the page; `results` holds what there is of `EXPERIMENTS`."""
    yield "## What we could not show\n"
    for name in EXPERIMENTS:
        if name not in results:
            yield f"* `{name}`: no run of it is in `results/`."
        elif form_of(results[name]) != "full":
            yield f"* `{name}`: a {form_of(results[name])} run stands here; it shows signs at best, and proves nothing."
    for name in results.get("capacity", {}).get("missing", ()):
        yield f"* `capacity`: {name} has not been measured."
    for words, reached in GOALS if "sequential" in results else ():
        if not reached(results["sequential"]):
            yield f"* Not reached: {words}."
    if "sequential" in results:
        yield from _uncertain(results["sequential"])
        yield from _basis(results["sequential"]["arms"])
    if "subspace" in results:
        yield from _shared(results["subspace"]["held_out_error"])
    if "sweeps" in results:
        yield from _coefficients_alone(results["sweeps"])


def _uncertain(result: Result) -> Iterator[str]:
    """Goals that the mean reaches and its interval does not, and what the headline figures leave out."""
    for key, least in (("frozen_basis", 0.9), ("all_skills", 0.95)):
        interval = result["gain_kept_intervals"][key]
        if _kept(result, key, least) and interval[0] < least:
            ends = " to ".join(map(percent, interval))
            yield f"* Not certain: {percent(least)} of a LoRA's gain, {key.replace('_', ' ')}; the interval is {ends}."
    lost = result["arms"]["share_routed"]["known"]["lost"]
    if lost:
        yield f"* That nothing known is ever lost: through routing {lost} known items fail at the end, over all seeds."


def _shared(error: Mapping[str, float]) -> Iterator[str]:
    """How little of a skill lies in the directions of others, by squared norm."""
    own, untrained = (100 * (1 - error[name] ** 2) for name in ("trained", "untrained"))
    if own < MOSTLY:
        yield f"* That skills share a subspace: about {own:.0f} % of a skill's ΔW, by squared norm, lies in the basis"
        yield f"  of all others; of untrained adapters that start alike it is {untrained:.0f} %."


def _basis(arms: Mapping[str, Any]) -> Iterator[str]:
    """What the shared basis is worth by itself: beside one of random directions, and in numbers trained."""
    own, random, lora = (arms.get(name) for name in ("share_routed", "random_basis", "lora_per_skill_routed"))
    if own is None or random is None or lora is None:
        return
    differences = [own["per_skill"][skill] - random["per_skill"][skill] for skill in own["per_skill"]]
    chance = sign_flip(differences)
    if chance >= 0.05:
        points = 100 * sum(differences) / len(differences)
        yield f"* That the basis of adapters is better than a random one: {points:+.1f} points, p = {chance:.2g}."
    fewer = lora["trained_per_skill"] / own["trained_per_skill"]
    if fewer < FEWER_NUMBERS:
        yield f"* Not reached: {FEWER_NUMBERS} times fewer trained numbers than LoRAs have. It was {fewer:.1f} times."


def _coefficients_alone(result: Result) -> Iterator[str]:
    """What few numbers in the frozen basis are worth, trained as long as LoRAs, their rate chosen on practice items."""
    few = result["few"]
    goal = f"{percent(GAIN_KEPT)} of a LoRA's gain with {FEWER_NUMBERS} times fewer numbers"
    if few is None or few["gain_kept_of_lora"] is None or few["times_fewer_than_lora"] < FEWER_NUMBERS:
        yield f"* Not reached: {goal}."
    elif few["gain_kept_of_lora"] < GAIN_KEPT:
        yield f"* Not reached: {goal}. It was {percent(few['gain_kept_of_lora'])}."
    elif few["interval"][0] < GAIN_KEPT:
        yield f"* Not certain: {goal}; the interval is {' to '.join(map(percent, few['interval']))}."


def _is(result: Result, arm: str, measure: str, end: str, most: float) -> bool:
    value = result["arms"][arm][measure][end]
    return value is not None and value <= most


def _kept(result: Result, key: str, least: float) -> bool:
    value = result["gain_kept_of_lora"][key]
    return value is not None and value >= least
