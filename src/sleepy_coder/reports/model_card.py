"""docs/model-card.md: what the shipped model is, what it was made from, what it can do and what not.

Made of three things alone: the record beside the weights (`pretraining.made`), results/embedded.json and
results/real_crates.json, which is measured oftener than the first takes it in.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sleepy_coder.pretraining.made import Made

POOR = 0.5
"""Of first answers: a family below it is named among what the model cannot do."""

HEAD = """\
# The embedded model

*Made by `make docs` from the record beside the weights, [results/embedded.json](../results/embedded.json) and
[results/real_crates.json](../results/real_crates.json).*

A small Qwen2 that has learned one thing: to mend one Rust compiler error, in the answer format of this program. It is
no chat model and writes no code of its own. [How it is made](pretraining.md); what it may not do: [policy](policy.md).
"""

LIMITS = """\

## What it cannot do

* It sees one error and at most 32 lines around its places. What must be known from elsewhere it cannot know.
* It was trained on planted mistakes, one at a time. People's mistakes are messier, and often of no family below.
* It speaks the wording of one rustc; other versions word some errors in another way.
* Of what nobody has taught it yet it mends next to nothing: that is what nights are for.
"""


def model_card(made: Made, measured: Mapping[str, Any], crates: Mapping[str, Any] | None = None) -> str:
    """The page, of the results of `embedded` and, where it was run, of `real-crates`. Raises KeyError where a result
    lacks something.
    """
    parts = (_shape(made, measured), _data(made), _known(measured, crates), _families(measured), _limits(measured))
    return HEAD + "".join(f"{line}\n" for part in parts for line in part)


def _shape(made: Made, measured: Mapping[str, Any]) -> Iterator[str]:
    shape, machine, speed = made.config.architecture, made.machine, measured["tokens_per_second"]
    yield ""
    yield "| | |"
    yield "|---|---|"
    yield f"| parameters | {measured['parameters']:,}, in float16 |"
    yield f"| on disk, with library 0 | {measured['disk_bytes'] / 1e6:.1f} MB |"
    yield (
        f"| shape | Qwen2, {shape.layers} layers of {shape.width}, {shape.heads} heads ({shape.key_value_heads} of "
        f"keys), feed-forward {shape.feed_forward}, vocabulary {shape.vocabulary:,} |"
    )
    yield (
        f"| training | {made.tokens / 1e6:.1f} million tokens in {made.config.steps:,} steps, {made.seconds / 60:.0f} "
        f"minutes on {machine['cores']} cores ({machine['cpu']}) |"
    )
    yield f"| library 0 | {len(made.skills)} skills, a LoRA of rank {made.config.rank} each, in one basis |"
    yield f"| loading | {measured['load_seconds']:.2f} s in a process that has imported torch |"
    yield (
        f"| answering | {speed['single']:.0f} tokens a second alone, {speed['batch16']:.0f} in a batch of 16, on "
        f"{measured['machine']['cores']} cores |"
    )


def _data(made: Made) -> Iterator[str]:
    named = {
        "programs": "breaks of generated programs",
        "short": "breaks of very short programs",
        "crate": "breaks of real crates",
        "edits": "edits said in words",
        "text": "pieces of plain Rust",
        "skill": "breaks for the skills of library 0",
        "held-out": "kept apart to measure by",
    }
    yield from (
        "",
        "## Data",
        "",
        "Every break was verified by rustc: it brings the error, and its repair compiles.",
        "",
    )
    yield "| what | examples |"
    yield "|---|---|"
    yield from (f"| {words} | {made.rows[kind]:,} |" for kind, words in named.items() if kind in made.rows)
    yield ""
    yield f"{made.refused:,} programs were left out because they are near an item of a suite. Compiler: {made.rustc}."
    if made.note:
        yield from ("", made.note, "")
    if made.packages:
        yield "Real code comes from these packages of Debian, and none of it is in the repository:"
        yield ""
        yield "; ".join(f"{one['name']} {one['version']} ({one['licence']})" for one in made.packages) + "."


def _known(measured: Mapping[str, Any], crates: Mapping[str, Any] | None) -> Iterator[str]:
    rows = {
        "known": "families it was taught, kinds of program it has not seen",
        "known_seen_templates": "the base model's families, unseen programs of kinds it has seen",
        "library": "families of library 0, by its specialists",
        "library_base_model_alone": "the same without the specialists",
        "novel": "families that nobody has taught it",
    }
    yield from ("", "## What it knows", "", "The first answer, unless said otherwise, judged as `fix` judges.", "")
    yield "| errors | fixed | 95 % interval | items |"
    yield "|---|---|---|---|"
    for key, words in rows.items():
        part = measured[key]
        low, high = part["interval"]
        interval = f"{100 * low:.0f} to {100 * high:.0f} %"
        yield f"| {words} | {100 * part['pass_at_1']:.1f} % | {interval} | {part['total']} |"
    yield ""
    any_of_8 = measured["known"]["pass_at_8"]
    yield f"One of eight different answers mends {100 * any_of_8:.1f} % of the families it was taught."
    explain = measured["explain"]
    if explain.get("agent") is not None:
        yield f"On rustc's error index the whole agent mends {_beside(explain)}."
    if crates is None:
        yield "Broken real crates have not been measured."
    else:
        single = crates["single"]
        yield (
            f"Of {single['items']} single errors in real crates that nothing was trained on `fix --test` mends "
            f"{_beside(single)}."
        )


def _beside(part: Mapping[str, Any]) -> str:
    return f"{100 * part['agent']:.1f} %, the compiler's suggestions alone {100 * part['suggestions']:.1f} %"


def _families(measured: Mapping[str, Any]) -> Iterator[str]:
    families = {**measured["known"]["families"], **measured["novel"]["families"]}
    yield from ("", "## By family, on `frozen`", "")
    yield "| family | items | first answer | any of eight |"
    yield "|---|---|---|---|"
    for family, one in sorted(families.items()):
        yield f"| {family} | {one['total']} | {one['passed']} | {one.get('passed_by_any', 'not asked')} |"


def _limits(measured: Mapping[str, Any]) -> Iterator[str]:
    families = measured["known"]["families"]
    poor = [name for name, one in families.items() if one["passed"] < POOR * one["total"]]
    yield from LIMITS.splitlines()
    if poor:
        yield f"* Its first answer mends less than half of {len(poor)} of the {len(families)} families it was taught:"
        yield f"  {', '.join(poor)}."
