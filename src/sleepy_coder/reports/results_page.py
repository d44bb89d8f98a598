"""docs/results.md from `results/*.json` and nothing else. A smaller run is called by its form's name, never full."""

from collections.abc import Iterator, Mapping
from typing import Any

from sleepy_coder.reports.learning_pictures import curves, heatmap, sweep
from sleepy_coder.reports.not_shown import not_shown
from sleepy_coder.reports.wording import Result, form_of, percent, spread

HEAD = "# Results\n\n*Made from `results/` by `make docs`; no number here was typed.*\n"
MEASURES = (
    "Percent, with 95 % intervals over seeds and skills. Arms with a curve below were asked every night; of the "
    "others, asked when a skill was just learned and at the end, forgetting is BWT with its sign turned. Skills of a "
    "stream share no error code, so these items hardly try the router, which has [its own test](concepts/gates.md)."
)
ELSEWHERE = (
    "Drift is KL(base ‖ arm) at the end on the prompts of the known items, of whom the arm would ask. Tokens are those "
    "trained on; almost strict refines old skills besides."
)

CONTROLS = {"base": "The base model alone", "lora": "A LoRA for each skill"}


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
    lines += not_shown(results)
    return "\n".join(lines) + "\n"


def result_pictures(results: Mapping[str, Result]) -> dict[str, str]:
    """SVG files beside the page, by name."""
    knobs = results.get("sweeps", {}).get("knobs", {})
    turned = {f"results-sweep-{knob}.svg": sweep(knob, points) for knob, points in _drawn(knobs).items()}
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
        cells = (spread(row[key]) for key in ("acc", "bwt", "fwt", "forgetting", "plasticity", "intransigence"))
        yield f"| {name} | {' | '.join(cells)} | {row['trained_per_skill']:,.0f} |"
    yield "\n" + MEASURES + "\n"
    yield from _elsewhere(result)
    yield from _differences(result)
    against = result["routed_minus_averaged"]
    yield "| skill | routed | averaged |"
    yield "|---|---|---|"
    for skill, row in against["per_skill"].items():
        yield f"| {skill} | {100 * row['routed']:.0f} | {100 * row['averaged']:.0f} |"
    yield "\n![pass rates by night](results-curves.svg)\n"
    for name, row in result["arms"].items():
        if "matrix" in row and row["trained_per_skill"]:
            yield f"![learning matrix of {name}](results-matrix-{name}.svg)"
    yield ""


def _elsewhere(result: Result) -> Iterator[str]:
    """What an arm does besides: where nothing new was to be learned, and what a skill cost it."""
    yield "| arm | known items, before and after | lost there | canaries lost | drift, nats a token | tokens a skill |"
    yield "|---|---|---|---|---|---|"
    for name, row in result["arms"].items():
        known = f"{100 * row['known']['before']:.1f}, {100 * row['known']['after']:.1f}"
        drift = "none" if row["drift"] is None else f"{row['drift']:.4f}"
        tokens = "none" if row.get("tokens_per_skill") is None else f"{row['tokens_per_skill']:,.0f}"
        yield f"| {name} | {known} | {row['known']['lost']} | {row['canaries']['lost']} | {drift} | {tokens} |"
    yield "\n" + ELSEWHERE + "\n"


def _differences(result: Result) -> Iterator[str]:
    """The headline figures."""
    against = result["routed_minus_averaged"]
    yield f"Routed Share minus {against['against']}: {_difference(against)}."
    if (best := against["of_any_scale"]) is not None:
        yield (
            f"Minus the best of {best['tried']} averages, each scaled in several ways and chosen on these very items "
            f"({best['against']}, {best['setting'].rpartition(', ')[2]}): {_difference(best)}."
        )
    yield "p is one-sided, by sign flips over skills; these intervals are over skills, those of arms over seeds too.\n"
    for key, words in (("all_skills", "all skills"), ("frozen_basis", "skills that kept no new column")):
        kept, interval = result["gain_kept_of_lora"][key], result["gain_kept_intervals"][key]
        if kept is not None:
            yield f"Of a LoRA's gain, {words}: {percent(kept)} ({' to '.join(map(percent, interval))})."
    never, kept = result["skills_never_expanded"], result["skills_without_expansion"]
    yield f"For {percent(never)} of the skills no column was opened, for {percent(kept - never)} opened in vain.\n"


def _difference(row: Mapping[str, Any]) -> str:
    return f"{row['points']:+.1f} points ({row['low']:+.1f} to {row['high']:+.1f}), p = {row['p']:.2g}"


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
    never, kept = share["skills_never_expanded"], share["skills_without_expansion"]
    yield (
        f"\nIn this stream no column was opened for {percent(never)} of the skills, which trained "
        f"{share['trained_where_never_expanded']:,.0f} numbers each, and for {percent(kept - never)} in vain. "
        "Served at rank p:\n"
    )
    yield "| p | resident per skill, kB | times smaller than a LoRA | breaks even at |"
    yield "|---|---|---|---|"
    for p, row in share["p"].items():
        even = f"{row['break_even_skills']:.0f} skills"
        kilobytes = row["resident_bytes_per_skill"] / 1e3
        yield f"| {p} | {kilobytes:.1f} | {row['times_smaller_than_lora']:.1f} | {even} |"
    yield ""


def _capacity(result: Result) -> Iterator[str]:
    yield f"## Larger models ({form_of(result)} run)\n"
    yield (
        "| model | weights, MB | base | a LoRA each, by oracle | routed Share | its forgetting | sequential LoRA | "
        "its forgetting | routed minus averaged |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for name, row in result["models"].items():
        arms = row["arms"]
        cells = (
            f"{row['weight_bytes'] / 1e6:.1f}",
            spread(arms["base"]["acc"]),
            spread(arms["lora_per_skill_oracle"]["acc"]),
            *(spread(arms[arm][what]) for arm in ("share_routed", "lora_sequential") for what in ("acc", "forgetting")),
            f"{row['routed_minus_averaged']['points']:+.1f} points",
        )
        yield f"| {name} | {' | '.join(cells)} |"
    yield ""
    if (found := result["larger_minus_smaller"]) is not None:
        yield f"{found['larger']} minus {found['smaller']}, over skills, p one-sided:\n"
        yield f"* what routed Share passes: {_difference(found['share_routed'])}"
        yield f"* what a LoRA for each skill passes: {_difference(found['lora_per_skill'])}"
        yield f"* what routing gains over averaging: {_difference(found['gain_of_routing'])}"
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
        yield f"{CONTROLS[name]}: {spread(one['acc'])}, {one['trained_per_skill']:,.0f} numbers trained per skill.\n"
    if (few := result["few"]) is not None and few["interval"] is not None:
        yield (
            f"Few numbers in the frozen basis, way and rate chosen on practice items of other skills: {few['way']} at "
            f"{few['rate']:g} keeps {percent(few['gain_kept_of_lora'])} of a LoRA's gain "
            f"({' to '.join(map(percent, few['interval']))}) with {few['times_fewer_than_lora']:.0f} times fewer.\n"
        )
    yield "| knob | value | ACC | of a LoRA's gain | trained per skill | learned without expansion |"
    yield "|---|---|---|---|---|---|"
    for knob, points in result["knobs"].items():
        for one in points:
            alone = f"{100 * one['skills_without_expansion']:.0f} %"
            trained = f"{one['trained_per_skill']:,.0f}"
            kept = percent(one["gain_kept_of_lora"])
            yield f"| {knob} | {one['value']:g} | {spread(one['acc'])} | {kept} | {trained} | {alone} |"
    yield ""
    for knob in _drawn(result["knobs"]):
        yield f"![pass rate by {knob}](results-sweep-{knob}.svg)"
    yield ""


def _drawn(knobs: Mapping[str, Any]) -> dict[str, Any]:
    """One value gives no curve."""
    return {knob: points for knob, points in knobs.items() if len(points) > 1}


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
            f"{percent(first['first']['passed'])}, then {percent(last['first']['passed'])} | "
            f"{one['forgotten_points']:+.1f} points |"
        )
    yield ""
