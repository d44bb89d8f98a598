"""docs/results.md from `results/*.json` and nothing else. A smaller run is called by its form's name, never full."""

from collections.abc import Iterator, Mapping
from typing import Any

from sleepy_coder.evaluation.statistics import sign_flip
from sleepy_coder.reports.learning_pictures import curves, heatmap, sweep

Result = Mapping[str, Any]

EXPERIMENTS = ("sequential", "parameters", "sweeps", "subspace", "capacity", "longevity")
HEAD = "# Results\n\n*Made from `results/` by `make docs`; no number here was typed.*\n"
FEWER_NUMBERS, GAIN_KEPT = 67, 0.9
MOSTLY = 50  # percent
FROZEN = ("at_p_1", "core_alone")
ELSEWHERE = ("random", "weights")
"""How the names of knobs end where no column is ever opened, and begin where those that there are no skill's."""

CONTROLS = {"base": "The base model alone", "lora": "A LoRA for each skill"}
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


def form_of(result: Result) -> str:
    """The run's own word for its size; `full` only where its provenance says so too, which lacks no seed then."""
    form = str(result["form"])
    return form if form != "full" or result["provenance"]["run"] == "full" else "partial"


def results_page(results: Mapping[str, Result]) -> str:
    """The page; `results` holds what there is of `EXPERIMENTS`. Raises KeyError for a result that lacks a key."""
    lines = [HEAD]
    if "sequential" in results:
        lines += _sequential(results["sequential"])
    if "parameters" in results:
        lines += _parameters(results["parameters"])
    if "sweeps" in results:
        lines += _sweeps(results["sweeps"])
    if "capacity" in results:
        lines += _capacity(results["capacity"])
    if "subspace" in results:
        lines += _subspace(results["subspace"])
    if "longevity" in results:
        lines += _longevity(results["longevity"])
    lines += _not_shown(results)
    return "\n".join(lines) + "\n"


def result_pictures(results: Mapping[str, Result]) -> dict[str, str]:
    """SVG files beside the page, by name."""
    knobs = results.get("sweeps", {}).get("knobs", {})
    turned = {f"results-sweep-{knob}.svg": sweep(knob, points) for knob, points in knobs.items()}
    if "sequential" not in results:
        return turned
    arms = {name: row for name, row in results["sequential"]["arms"].items() if "matrix" in row}
    learned = {name: row for name, row in arms.items() if row["trained_per_skill"]}
    pictures = {f"results-matrix-{name}.svg": heatmap(name, row["matrix"]) for name, row in learned.items()}
    drawn = {name: arms[name]["curve"] for name in (*learned, "base") if name in arms}
    return turned | pictures | {"results-curves.svg": curves("Novel items that pass, by night", drawn)}


def _sequential(result: Result) -> Iterator[str]:
    yield f"## One skill a night ({form_of(result)} run)\n"
    items, seeds = result["items"], result["seeds"]
    yield (
        f"{result['skills']} novel skills, {seeds} seed{'s' * (seeds > 1)}, {result['merges']} merges each; "
        f"{items['novel']} items of novel skills, {items['known']} of known families, {items['canaries']} canaries.\n"
    )
    yield "| arm | ACC | BWT | FWT | forgetting | plasticity | intransigence | trained per skill |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, row in result["arms"].items():
        cells = (_spread(row[key]) for key in ("acc", "bwt", "fwt", "forgetting", "plasticity", "intransigence"))
        yield f"| {name} | {' | '.join(cells)} | {row['trained_per_skill']:,.0f} |"
    against = result["routed_minus_averaged"]
    yield (
        f"\nRouted Share minus {against['against']}: {against['points']:+.1f} points ({against['low']:+.1f} to "
        f"{against['high']:+.1f}), p = {against['p']:.2g}.\n"
    )
    yield "| skill | routed | averaged |"
    yield "|---|---|---|"
    for skill, row in against["per_skill"].items():
        yield f"| {skill} | {100 * row['routed']:.0f} | {100 * row['averaged']:.0f} |"
    yield "\n![pass rates by night](results-curves.svg)\n"
    for name, row in result["arms"].items():
        if "matrix" in row and row["trained_per_skill"]:
            yield f"![learning matrix of {name}](results-matrix-{name}.svg)"
    yield ""


def _parameters(result: Result) -> Iterator[str]:
    yield f"## What each arm trains and keeps ({form_of(result)} run)\n"
    yield f"A LoRA of rank 8 has {result['lora_numbers']:,} numbers; {result['skills']} skills.\n"
    yield "| arm | trained per skill | times fewer than a LoRA | in memory, MB | kept, MB |"
    yield "|---|---|---|---|---|"
    for name, row in result["arms"].items():
        fewer = f"{row['times_fewer_than_lora']:.1f}" if row.get("times_fewer_than_lora") else "none"
        sizes = (f"{row[key] / 1e6:.2f}" for key in ("resident_bytes", "stored_bytes"))
        yield f"| {name} | {row['trained_per_skill']:,.0f} | {fewer} | {' | '.join(sizes)} |"
    share = result["share"]
    alone = f"{100 * share['skills_without_expansion']:.0f} %"
    yield f"\nLearned without expansion: {alone} of the skills. Served at rank p:\n"
    yield "| p | resident per skill, kB | times smaller than a LoRA | breaks even at |"
    yield "|---|---|---|---|"
    for p, row in share["p"].items():
        even = f"{row['break_even_skills']:.0f} skills"
        kilobytes = row["resident_bytes_per_skill"] / 1e3
        yield f"| {p} | {kilobytes:.1f} | {row['times_smaller_than_lora']:.1f} | {even} |"
    yield ""


def _capacity(result: Result) -> Iterator[str]:
    yield f"## Larger models ({form_of(result)} run)\n"
    yield "| model | weights, MB | base | routed Share | its forgetting | sequential LoRA | routed minus averaged |"
    yield "|---|---|---|---|---|---|---|"
    for name, row in result["models"].items():
        arms = row["arms"]
        cells = (
            f"{row['weight_bytes'] / 1e6:.1f}",
            _spread(arms["base"]["acc"]),
            _spread(arms["share_routed"]["acc"]),
            _spread(arms["share_routed"]["forgetting"]),
            _spread(arms["lora_sequential"]["acc"]),
            f"{row['routed_minus_averaged']['points']:+.1f} points",
        )
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""


def _subspace(result: Result) -> Iterator[str]:
    yield f"## Is there a subspace? ({form_of(result)} run)\n"
    yield f"Bases of {result['k']} columns a side, {result['skills']} skills. Overlap of two halves of the skills:\n"
    yield "| adapters | outputs (β) | by chance | inputs (α) | by chance |"
    yield "|---|---|---|---|---|"
    for name, sides in (*result["halves"].items(), ("trained, two starts", result["across_starts"])):
        cells = (f"{sides[side][key]:.2f}" for side in ("beta", "alpha") for key in ("overlap", "chance"))
        yield f"| {name.replace('_', ' ')} | {' | '.join(cells)} |"
    yield "\n| what is left of a skill's ΔW | relative error |"
    yield "|---|---|"
    for name, error in result["held_out_error"].items():
        yield f"| {name.replace('_', ' ')} | {error:.2f} |"
    yield ""


def _sweeps(result: Result) -> Iterator[str]:
    yield f"## Sweeps ({form_of(result)} run)\n"
    for name, one in result["controls"].items():
        yield f"{CONTROLS[name]}: {_spread(one['acc'])}, {one['trained_per_skill']:,.0f} numbers trained per skill.\n"
    yield "| knob | value | ACC | of a LoRA's gain | trained per skill | learned without expansion |"
    yield "|---|---|---|---|---|---|"
    for knob, points in result["knobs"].items():
        for one in points:
            alone = f"{100 * one['skills_without_expansion']:.0f} %"
            trained = f"{one['trained_per_skill']:,.0f}"
            kept = _percent(one["gain_kept_of_lora"])
            yield f"| {knob} | {one['value']:g} | {_spread(one['acc'])} | {kept} | {trained} | {alone} |"
    yield ""
    for knob in result["knobs"]:
        yield f"![pass rate by {knob}](results-sweep-{knob}.svg)"
    yield ""


def _longevity(result: Result) -> Iterator[str]:
    yield f"## Many skills in one library ({form_of(result)} run)\n"
    yield (
        "| library | skills | nights that turned the basis | refused, at the end | first skill's error, last night | "
        "mean error | guaranteed | beyond their guarantee | first skill passes | forgotten |"
    )
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for name, one in result["libraries"].items():
        first, last = one["nights"][0], one["nights"][-1]
        turned = sum(night["matrices_turned"] > 0 for night in one["nights"])
        yield (
            f"| {name} | {one['trained_skills']} | {turned} | {last['pending']} | {last['first']['exact']:.4f} | "
            f"{one['mean_exact_error']:.4f} | {one['mean_guarantee']:.4f} | {len(one['beyond_their_guarantee'])} | "
            f"{_percent(first['first']['passed'])}, then {_percent(last['first']['passed'])} | "
            f"{one['forgotten_points']:+.1f} points |"
        )
    yield ""


def _not_shown(results: Mapping[str, Result]) -> Iterator[str]:
    yield "## What we could not show\n"
    for name in EXPERIMENTS:
        if name not in results:
            yield f"* `{name}`: no run of it is in `results/`."
        elif form_of(results[name]) != "full":
            yield f"* `{name}`: a {form_of(results[name])} run stands here; it shows signs at best, and proves nothing."
    for name in results.get("capacity", {}).get("missing", ()):
        yield f"* `capacity`: nobody has made a model of {name}."
    for words, reached in GOALS if "sequential" in results else ():
        if not reached(results["sequential"]):
            yield f"* Not reached: {words}."
    if "sequential" in results:
        yield from _basis(results["sequential"]["arms"])
    if "subspace" in results:
        yield from _shared(results["subspace"]["held_out_error"])
    if "sweeps" in results:
        yield from _coefficients_alone(results["sweeps"])


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
    """What the most useful coefficients are worth that are so few, in the frozen basis."""
    lora = result["controls"]["lora"]["trained_per_skill"]
    alone = (
        found for knob, found in result["knobs"].items() if knob.endswith(FROZEN) and not knob.startswith(ELSEWHERE)
    )
    points = [one for found in alone for one in found]
    few = [one for one in points if lora >= FEWER_NUMBERS * one["trained_per_skill"] and one["gain_kept_of_lora"]]
    best = max(few, key=lambda one: float(one["gain_kept_of_lora"]), default=None)
    if best is None or best["gain_kept_of_lora"] < GAIN_KEPT:
        kept = "none" if best is None else _percent(best["gain_kept_of_lora"])
        goal = f"{_percent(GAIN_KEPT)} of a LoRA's gain with {FEWER_NUMBERS} times fewer numbers"
        yield f"* Not reached: {goal}. It was {kept}."


def _percent(fraction: float | None) -> str:
    return "none" if fraction is None else f"{100 * fraction:.0f} %"


def _is(result: Result, arm: str, measure: str, end: str, most: float) -> bool:
    value = result["arms"][arm][measure][end]
    return value is not None and value <= most


def _kept(result: Result, key: str, least: float) -> bool:
    value = result["gain_kept_of_lora"][key]
    return value is not None and value >= least


def _spread(cell: Mapping[str, float | None]) -> str:
    """Points with their interval."""
    if cell["mean"] is None or cell["low"] is None or cell["high"] is None:
        return "none"
    mean, low, high = (f"{round(100 * float(cell[key] or 0), 1) + 0.0:.1f}" for key in ("mean", "low", "high"))
    return f"{mean} ({low} to {high})"
