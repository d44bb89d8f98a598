"""Writes those parts of the documentation that are made from results/ and from tables in the code.

    python tools/docs.py     policy, commands, settings, model-card and results in docs/, and the measured blocks of
                             README.md, docs/pretraining.md and docs/concepts/

docs/families.md, which takes a compiler and a minute, is made by tools/families.py; `make docs` runs both.

Exits with status 3 if a result is missing or lacks a key: a number stands in the docs only if a result holds it.
"""

import contextlib
import importlib
import io
import json
import os
import re
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sleepy_coder.cli.main import COMMANDS
from sleepy_coder.cli.main import main as sleepy_coder
from sleepy_coder.embedded.location import model_folder
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.evaluation.decision import Decision, GateItem, Group
from sleepy_coder.evaluation.gate import SequentialGate
from sleepy_coder.evaluation.statistics import wilson
from sleepy_coder.pretraining.made import read_made
from sleepy_coder.reports.gate_pictures import decision_picture, power_picture
from sleepy_coder.reports.model_card import model_card
from sleepy_coder.reports.not_shown import EXPERIMENTS
from sleepy_coder.reports.results_page import result_pictures, results_page
from sleepy_coder.reports.settings_page import settings_page
from sleepy_coder.reports.wording import form_of
from sleepy_coder.settings import Settings
from sleepy_coder.tasks.policy import EXCEPTIONS, FORBIDDEN_MARKS

ROOT = Path(__file__).parents[1]
BEGIN, END = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"
SOURCES = ("demo", "start", "embedded")
MAY_LACK = ("plasticity", "real_crates", "handwritten", "night", "sequential")
GAP = "\N{NO-BREAK SPACE}"  # where a line may not be broken
SHARE_SOURCES = ("merge", "mixed_batch", "coefficients", "parameters")

POLICY = """\
# What a repair may not do

*Made from the tables in `src/sleepy_coder/tasks/policy.py` by `make docs`.*

Every candidate is compared with what it started from before it is compiled. Refused, whatever the compiler would say:
a public item that is gone; an item, field, variant, test, statement or match arm deleted; a value that shares no name
with the one it replaces; `=` for `+=`; an operand of arithmetic or logic left out; a comment, attribute or assertion
deleted, a text or number changed that the compiler does not point at; an edit far from the error; in a file that did
not parse, a word that is gone, code made a text, an `if`, loop or `return` added, and what lies in a block although its
indentation says otherwise; and any of these, where it was not before:

{marks}

These errors allow more:

| error | what is allowed | because |
|---|---|---|
"""


def main() -> int:
    """Write everything; returns the exit status."""
    readme = ROOT / "README.md"
    (ROOT / "docs" / "policy.md").write_text(policy_page())
    (ROOT / "docs" / "commands.md").write_text(commands_page())
    (ROOT / "docs" / "settings.md").write_text(settings_page())
    try:
        readme.write_text(with_block(readme.read_text(), measured_block(load_results(ROOT / "results"))))
        page = ROOT / "docs" / "concepts" / "share.md"
        page.write_text(with_block(page.read_text(), share_block(ROOT / "results")))
        page = ROOT / "docs" / "pretraining.md"
        page.write_text(with_block(page.read_text(), chosen_block(ROOT / "results")))
        page = ROOT / "docs" / "concepts" / "gates.md"
        page.write_text(with_block(page.read_text(), gates_block(ROOT / "results")))
        for name, picture in gate_pictures(ROOT / "results").items():
            (ROOT / "docs" / "concepts" / name).write_text(picture)
        (ROOT / "docs" / "model-card.md").write_text(card_page(ROOT / "results"))
        for name, text in result_files(ROOT / "results").items():
            (ROOT / "docs" / name).write_text(text)
    except EnvironmentFault as fault:
        print(f"docs: {fault}", file=sys.stderr)
        return fault.exit_status
    print("docs: README.md and docs/ are up to date")
    return 0


def result_files(folder: Path) -> dict[str, str]:
    """docs/results.md and its pictures. Raises EnvironmentFault for a result that lacks a key."""
    found = {name: json.loads(path.read_text()) for name in EXPERIMENTS if (path := folder / f"{name}.json").is_file()}
    measured = {name: result for name, result in found.items() if "form" in result}
    try:
        return {"results.md": results_page(measured), **result_pictures(measured)}
    except (KeyError, TypeError) as error:
        raise EnvironmentFault(f"a result lacks a key that docs/results.md quotes: {error}") from error


def card_page(folder: Path) -> str:
    """docs/model-card.md. Raises EnvironmentFault for a result that is missing or lacks a key."""
    crates = _result(folder, "real_crates") if (folder / "real_crates.json").exists() else None
    try:
        return model_card(read_made(model_folder()), _result(folder, "embedded"), crates)
    except KeyError as error:
        raise EnvironmentFault(f"a result lacks a key that docs/model-card.md quotes: {error}") from error


def policy_page() -> str:
    """docs/policy.md."""
    rows = (f"| {', '.join(row.codes)} | {row.act.value} | {row.reason} |\n" for row in EXCEPTIONS)
    marks = ", ".join(f"`{mark}`" if "!" in mark or "#" in mark else mark for mark in FORBIDDEN_MARKS)
    return POLICY.replace("{marks}", textwrap.fill(marks, 118)) + "".join(rows)


def commands_page() -> str:
    """docs/commands.md: what every command says of itself."""
    parts = ["# Commands\n\n*Made from the commands themselves by `make docs`.*\n"]
    for name, (module, line) in COMMANDS.items():
        app = importlib.import_module(module).app
        below = [one.name or one.callback.__name__ for one in app.registered_commands]
        grouped = len(below) > 1 or app.registered_callback is not None
        parts.append(f"\n## {name}\n\n{line}\n")
        parts += [_help(name, sub) for sub in below] if grouped else [_help(name)]
    return "".join(parts)


def _help(*command: str) -> str:
    os.environ["COLUMNS"] = "100"
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        sleepy_coder([*command, "--help"])
    return f"\n```text\n{said.getvalue().strip()}\n```\n"


def load_results(folder: Path) -> dict[str, Any]:
    """The results that the README quotes, by name. Raises EnvironmentFault for one that is missing or no JSON."""
    results = {}
    for name in (*SOURCES, *MAY_LACK):
        path = folder / f"{name}.json"
        if name in MAY_LACK and not path.exists():
            continue
        try:
            results[name] = json.loads(path.read_text())
        except (OSError, ValueError) as error:
            raise EnvironmentFault(f"results/{path.name} is missing or damaged: run what makes it first") from error
    return results


def with_block(text: str, block: str) -> str:
    """`text` with what stands between the marks replaced. Raises EnvironmentFault if the marks are gone."""
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise EnvironmentFault(f"a page has lost its marks {BEGIN.strip()} and {END.strip()}")
    return head + BEGIN + block + END + tail


def measured_block(results: Mapping[str, Any]) -> str:
    """The README's figures. Raises EnvironmentFault for a result that lacks a key."""
    try:
        tables = {
            "demo": _demo,
            "start": _start,
            "embedded": _embedded,
            "plasticity": _plasticity,
            "real_crates": _real_crates,
            "handwritten": _handwritten,
            "night": _night,
            "sequential": _sequential,
        }
        lines = [line for name, table in tables.items() if name in results for line in table(results[name])]
    except (KeyError, TypeError) as error:
        raise EnvironmentFault(f"a result lacks a key that the README quotes: {error}") from error
    return "".join(f"{line}\n" for line in lines)


def share_block(folder: Path) -> str:
    """The figures of docs/concepts/share.md: a table for each result that was measured."""
    tables = {
        "merge": _merge,
        "mixed_batch": _mixed_batch,
        "coefficients": _coefficients,
        "parameters": _parameters,
    }
    lines: list[str] = []
    for name in SHARE_SOURCES:
        path = folder / f"{name}.json"
        if not path.exists():
            continue
        result = json.loads(path.read_text())
        try:
            lines += [*tables[name](result), ""]
        except (KeyError, TypeError) as error:
            raise EnvironmentFault(f"results/{path.name} lacks a key that the docs quote: {error}") from error
        run = result["provenance"]
        where = f"{run['machine']['cpu']}, {run['machine']['cores']} cores, {run['run']} run"
        lines += [f"([results/{path.name}](../../results/{path.name}); {where})", ""]
    return "".join(f"{line}\n" for line in lines)


def chosen_block(folder: Path) -> str:
    """The figures of docs/pretraining.md: a table for each result that was measured. Raises EnvironmentFault."""
    lines: list[str] = []
    for name, table in (("formats", _formats), ("sizes", _sizes)):
        if not (folder / f"{name}.json").exists():
            continue
        result = _result(folder, name)
        try:
            lines += [*table(result), "", f"([results/{name}.json](../results/{name}.json))", ""]
        except (KeyError, TypeError) as error:
            raise EnvironmentFault(f"results/{name}.json lacks a key that the docs quote: {error}") from error
    return "".join(f"{line}\n" for line in lines)


def gates_block(folder: Path) -> str:
    """The figures of docs/concepts/gates.md. Raises EnvironmentFault for a result that is missing or lacks a key."""
    gate, routing = (_result(folder, name) for name in ("gate", "routing"))
    try:
        lines = [
            *_prose(
                f"{gate['years']} simulated years of {gate['nights_a_year']} nights, {gate['skills']} old skills, "
                f"{gate['night']['trained_items']} trained and {gate['night']['old_items']} old items a night "
                f"([results/gate.json](../../results/gate.json); {_when(gate)}):"
            ),
            "",
            "| rule | years with a false promotion | loss spread | loss in one skill | gain of 20 | smallest gain |",
            "|---|---|---|---|---|---|",
        ]
        for key, name in (("ours", "this gate"), ("point_estimate", "at least as good"), ("z_test", "z-test a night")):
            one, never = gate[key], "none"
            smallest = never if one["smallest_gain_points"] is None else f"{one['smallest_gain_points']:g} points"
            cells = (
                f"{100 * one['no_change']['years_with_false_promotion']:.1f} %",
                *(f"{100 * one[loss]['promoted_fraction']:.1f} %" for loss in ("loss_spread", "loss_in_one_skill")),
                f"{100 * one['gain_20']['promoted_within_3_nights']:.1f} %",
                smallest,
            )
            lines.append(f"| {name} | {' | '.join(cells)} |")
        lines += [
            "",
            *_prose(
                f"Routers on {routing['known']} errors of the library's skills and {routing['novel']} of others, in "
                f"{routing['errors_in']}, which nobody trained on ([results/routing.json](../../results/routing.json); "
                f"{_when(routing)}{_library_of(routing)}):"
            ),
            "",
            "| router | known, to the right skill | others, abstained | known, abstained | a decision |",
            "|---|---|---|---|---|",
        ]
        for name, row in routing["routers"].items():
            shares = (f"{100 * row[key]:.1f} %" for key in ("known_correct", "novel_abstained", "known_abstained"))
            words = name.replace("_", " ")
            lines.append(f"| {words} | {' | '.join(shares)} | {row['decision_milliseconds']:.2f} ms |")
    except (KeyError, TypeError) as error:
        raise EnvironmentFault(f"a result lacks a key that docs/concepts/gates.md quotes: {error}") from error
    return "".join(f"{line}\n" for line in lines)


def _when(result: Mapping[str, Any]) -> str:
    """The day and the commit of a run, and whether its sources had changes that no commit holds."""
    run = result["provenance"]
    commit, plus, _ = run["commit"].partition("+")
    changed = ", with changes to the sources that were not committed" if plus else ""
    return f"measured on {run['date'][:10]} at commit {commit[:7]}{changed}"


def _library_of(routing: Mapping[str, Any]) -> str:
    """How many skills the routers chose from; the first runs, on an earlier library, do not say."""
    skills = routing.get("skills")
    return f", with a library of {skills} skills" if skills else ", with a library of 13 skills, before today's"


def gate_pictures(folder: Path) -> dict[str, str]:
    """Files beside docs/concepts/gates.md: the power of the gate, and two nights that it refuses."""
    ours = _result(folder, "gate")["ours"]
    refused = _example(trained=(40, 2, 96), old=(0, 22, 1080))
    undecided = _example(trained=(9, 2, 96), old=(0, 0, 1080))
    return {
        "gate-power.svg": power_picture(ours["power_curve"], ours["smallest_gain_points"]),
        "gate-refused.svg": decision_picture(refused),
        "gate-undecided.svg": decision_picture(undecided),
    }


def _example(trained: tuple[int, int, int], old: tuple[int, int, int]) -> Decision:
    """What the gate decides of so many items gained, lost and judged."""
    items = []
    for group, skill, (gained, lost, total) in ((Group.TRAINED, "new", trained), (Group.OLD, "E0308-some", old)):
        ways = [(False, True)] * gained + [(True, False)] * lost + [(True, True)] * (total - gained - lost)
        items += [GateItem(f"{skill}/{n}", group, skill, *way) for n, way in enumerate(ways)]
    return SequentialGate().decide(items, 1, Settings())


def _result(folder: Path, name: str) -> Any:
    try:
        return json.loads((folder / f"{name}.json").read_text())
    except (OSError, ValueError) as error:
        raise EnvironmentFault(f"results/{name}.json is missing or damaged: run what makes it first") from error


def _formats(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"Three answer formats, each learned from {found['pairs']:,} pairs in {found['steps']:,} steps:"
    yield ""
    yield "| format | pairs that it can say | first answer right | of | seconds | verified repairs a second |"
    yield "|---|---|---|---|---|---|"
    for name, one in found["formats"].items():
        said = f"{100 * one['sayable_fraction']:.1f} % | {_first(one)} | {one['total']}"
        yield f"| {name} | {said} | {one['seconds']:.1f} | {one['passed_per_second']:.1f} |"


def _sizes(found: Mapping[str, Any]) -> Iterator[str]:
    compute = max(one["training_flops"] for one in found["sizes"].values())
    yield f"Shapes that were given the same {compute:.1e} operations, on {found['pairs']:,} pairs:"
    yield ""
    yield "| shape | parameters | steps | minutes | loss on others | first answer right | of | a LoRA gains |"
    yield "|---|---|---|---|---|---|---|---|"
    for name, one in found["sizes"].items():
        spent = f"{one['parameters'] / 1e6:.1f} M | {one['steps']:,} | {one['train_seconds'] / 60:.0f}"
        known = f"{one['held_out_loss']:.2f} | {_first(one)} | {one['total']}"
        yield f"| {name} | {spent} | {known} | {one['gain_points_lora']:+.0f} points |"


def _first(one: Mapping[str, Any]) -> str:
    return _percent({"passed_fraction": one["pass_at_1"], "interval": one["interval"]})


def _merge(merge: Mapping[str, Any]) -> Iterator[str]:
    yield f"Merging {merge['skills']} adapters of rank 8 one by one, the cost of one merge in seconds for 28 layers:"
    yield ""
    yield "| k | 10th merge | last | published rule, p = 1 | p = 8 | incremental SVD | largest gap to one-shot, p = 1 |"
    yield "|---|---|---|---|---|---|---|"
    for name, table in merge["tables"].items():
        own, last = table["seconds"], str(merge["skills"])
        published = " | ".join(f"{table[p]['published_rule_seconds'][last]:.2f}" for p in ("p1", "p8"))
        gap, brand = table["p1"]["worst_error_gap"], table["incremental_svd_seconds"]
        yield f"| {name[1:]} | {own['10']:.2f} | {own[last]:.2f} | {published} | {brand:.2f} | {gap:.4f} |"


def _mixed_batch(mixed: Mapping[str, Any]) -> Iterator[str]:
    yield f"A batch in which every row uses another skill (p = {mixed['p']}, k = {mixed['k']}):"
    yield ""
    yield "| model | step | over the bare model | times faster than peft's mixed batch | over peft with one adapter |"
    yield "|---|---|---|---|---|"
    for model in ("embedded", "large"):
        for step in ("prefill", "decode"):
            one = mixed[model][step]
            ratios = f"{one['over_bare']:.2f} | {one['times_peft_mixed']:.1f} | {one['over_peft_single']:.2f}"
            yield f"| {model} | {step} | {ratios} |"


def _coefficients(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"A training step at p = {found['p']}, k = {found['k']}, beside LoRA of rank {found['rank']}:"
    yield ""
    yield "| | seconds | memory beyond the weights, MiB | numbers trained |"
    yield "|---|---|---|---|"
    for name, words in (("coefficients", "coefficients"), ("own_lora", "our LoRA"), ("peft", "peft's LoRA")):
        memory = found["memory_bytes"][name] / 2**20
        yield f"| {words} | {found['seconds'][name]:.3f} | {memory:.0f} | {found['trained_numbers'][name]:,} |"


def _parameters(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"What a skill takes in larger models, in numbers, all projections adapted, k = {found['k']}:"
    yield ""
    yield "| model | p | LoRA of rank 8 | coefficients | times smaller | core | basis, once | breaks even at |"
    yield "|---|---|---|---|---|---|---|---|"
    for model, counted in found["models"].items():
        for p, line in counted["p"].items():
            per_skill = f"{line['lora']:,} | {line['coefficients']:,} | {line['times_smaller_than_lora']:.0f}"
            shared = f"{line['core']:,} | {line['basis']:,} | {line['break_even_skills']} skills"
            yield f"| {model} | {p} | {per_skill} | {shared} |"


def _demo(demo: Mapping[str, Any]) -> Iterator[str]:
    machine = demo["provenance"]["machine"]
    before, after, flips = demo["before"], demo["after"], demo["flips"]
    yield f"`make demo` on {machine['cores']} cores ({machine['cpu']}), [results/demo.json](results/demo.json):"
    yield ""
    yield "| | before the night | after it |"
    yield "|---|---|---|"
    yield f"| items fixed | {_percent(before)} | {_percent(after)} |"
    yield ""
    gained, lost = len(flips["gained"]), len(flips["lost"])
    outcome = demo["decision"]["outcome"]
    yield f"* gain: {demo['gain_points']:+.1f} points; {gained} items gained, {lost} lost; decision: {outcome}"
    seconds, peak = demo["seconds"], demo["memory_bytes"]["peak"]
    yield f"* the night took {_minutes(seconds['night'])}, the whole demo {_minutes(seconds['total'])}"
    yield f"* peak memory: {peak / 2**30:.1f} GiB"
    yield ""
    if "printed" in demo:
        yield from ("What it printed:", "", "```text", *demo["printed"], "```", "")


def _start(start: Mapping[str, Any]) -> Iterator[str]:
    help_seconds, fix_seconds = start["help_cpu_seconds"], start["fix_suggestions_seconds"]
    yield f"The start, [results/start.json](results/start.json): `--help` takes {help_seconds:.2f} s of CPU; a fix by"
    yield f"compiler suggestions takes {fix_seconds:.2f} s besides rustc's own time."
    yield ""


def _embedded(embedded: Mapping[str, Any]) -> Iterator[str]:
    parameters, megabytes = embedded["parameters"] / 1e6, embedded["disk_bytes"] / 1e6
    yield f"The embedded model ({parameters:.1f} million parameters, {megabytes:.1f} MB with its library), the first"
    yield "answer alone, no compiler suggestions, [results/embedded.json](results/embedded.json):"
    yield ""
    apart = "hard" in embedded["known"]  # families that no baseline passes half of
    yield f"| errors | fixed | 95 % interval | items |{' hard families alone |' if apart else ''}"
    yield f"|---|---|---|---|{'---|' if apart else ''}"
    rows = {
        "known": "families it was trained on, programs it has not seen",
        "known_new_templates": "the same families, kinds of program it has not seen",
        "known_seen_templates": "the base model's families, kinds of program it has seen",
        "library": "families of the first library, by its specialists",
        "library_base_model_alone": "the same items without the specialists",
        "novel": "families that nobody has taught it yet",
    }
    for key in ("known", *(key for key in rows if key in embedded and key != "known")):
        part, words = embedded[key], rows[key]
        low, high = part["interval"]
        line = (
            f"| {words} | {100 * part['pass_at_1']:.0f} % | {100 * low:.0f} to {100 * high:.0f} % | {part['total']} |"
        )
        yield line + (f" {_of_hard(part['hard'])} |" if apart else "")
    yield ""


def _plasticity(found: Mapping[str, Any]) -> Iterator[str]:
    amount, skills = found["amount"], found["skills"].values()
    before, after, total = (sum(one[key] for one in skills) for key in ("before", "after", "total"))
    time = f"{amount['seconds']:.0f} seconds"
    yield f"To learn one such family: {amount['examples']} examples and at most {time} of LoRA training. Of {total}"
    yield f"errors of {len(skills)} families, in kinds of program that it has not seen, the first answer mends"
    yield f"{100 * before / total:.0f} % before and {100 * after / total:.0f} % after"
    yield "([results/plasticity.json](results/plasticity.json))."
    yield ""


def _real_crates(found: Mapping[str, Any]) -> Iterator[str]:
    single, groups = found["single"], found["groups"]
    crates, kinds = len(found["crates"]), len(found["operators"])
    yield from _prose(
        f"Errors of {kinds} kinds planted in {crates} real crates that nothing was trained on, "
        "[results/real_crates.json](results/real_crates.json). The tests of each crate are halved. `fix --test` and "
        "compiler suggestions alone run one half, and an item counts as fixed, whoever mended it, if the crate "
        "compiles and that half passes. The other half looks for harm."
    )
    yield ""
    yield "| | items | `fix --test` | compiler suggestions alone | `cargo fix` |"
    yield "|---|---|---|---|---|"
    for words, part in (("one error", single), ("three errors at once", groups)):
        low, high = part["interval"]
        agent = f"{100 * part['agent']:.0f} % ({100 * low:.0f} to {100 * high:.0f} %)"
        yield f"| {words} | {part['items']} | {agent} | {_share(part['suggestions'])} | {_share(part['cargo_fix'])} |"
    yield ""
    seconds = single["seconds"]
    median, late = seconds["median"], seconds["p95"]
    yield f"* a verified fix of one error takes {median:.1f} s in the median, {late:.1f} s at the 95th percentile"
    items = single["items"] + groups["items"]
    arms = [round(part[arm] * part["items"]) for arm in ("agent", "suggestions") for part in (single, groups)]
    yield from _prose(
        f"* harm with tests: of the {sum(arms)} repairs that count, {found['harmful_accepted']} fails a test of the "
        f"other half ({sum(arms[:2])} by `fix --test` and {sum(arms[2:])} by compiler suggestions alone, single errors "
        "and groups)"
    )
    called, share = found["accepted_without_tests"], found["harmful_fraction_without_tests"]
    yield from _prose(
        f"* harm without tests: where `fix` could run none it called {called} of these {items} items done, single "
        f"errors and groups; {round(share * called)} of the {called} ({100 * share:.1f} %) fails a test of either half"
    )
    yield ""


def _handwritten(found: Mapping[str, Any]) -> Iterator[str]:
    yield from _prose(
        f"{found['items']} programs with errors of the kinds that people make, written for this suite by language "
        "models that knew neither the agent nor its rules and could not compile, and judged by their own assertions, "
        "[results/handwritten.json](results/handwritten.json):"
    )
    yield ""
    yield "| | mended rightly | 95 % interval | called done, but wrong | left |"
    yield "|---|---|---|---|---|"
    names = {
        "fix": "`fix FILE.rs`, which sees no assertion",
        "fix_run": "the same, where the assertions judge too",
        "suggestions": "`fix` without a model (stage 0)",
        "cargo_fix": "`cargo fix`",
    }
    for arm, words in names.items():
        one = found["arms"][arm]
        low, high = one["interval"]
        interval = f"{100 * low:.0f} to {100 * high:.0f} %"
        yield f"| {words} | {_share(one['fraction'])} | {interval} | {one['wrong']} | {one['left']} |"
    yield ""


def _night(found: Mapping[str, Any]) -> Iterator[str]:
    """What is measured so far: the result fills part by part."""
    yield "Nights, [results/night.json](results/night.json):"
    yield ""
    if found["five_skills"] is not None:
        yield from _five_skills(found["five_skills"], found["five_skills_seconds"])
    if found["repeat_error_rate"] is not None:
        yield from _repeats(found["repeat_error_rate"])
    if found["crash"] is not None:
        kills, lost = found["crash"]["kills"], found["crash"]["lost"]
        yield f"* killed without warning {kills} times, at every stage, and gone on with: lost {lost} times"
    if found["secrets"] is not None:
        planted, leaked = found["secrets"]["planted"], found["secrets"]["leaked"]
        yield f"* of {planted} planted secrets {leaked} were stored, learned from or reported"
    yield ""
    yield from _origins({name: one for name, one in found["origins"].items() if one["gain_points"] is not None})


def _five_skills(night: Mapping[str, Any], seconds: float) -> Iterator[str]:
    fates = [one["fate"] for one in night["skills"]]
    merged = fates.count("merged")
    yield from _prose(
        f"* a night for {len(night['families'])} skills with the embedded model takes {_minutes(seconds)}; {merged} of "
        f"the skills were merged into the library, {len(fates) - merged} were not"
    )


def _origins(found: Mapping[str, Any]) -> Iterator[str]:
    """How many fresh items a night mends that had examples of one origin alone, or of all (`together`)."""
    if not found:
        return
    yield "What a night learns from examples of one origin alone, on fresh items:"
    yield ""
    yield "| examples from | items | mended before | mended after | 95 % interval |"
    yield "|---|---|---|---|---|"
    for name in sorted(found, key=lambda name: name == "together"):
        one = found[name]
        low, high = wilson(one["after"], one["items"])
        words = "all origins" if name == "together" else name
        after = f"{one['after']} ({_share(one['after'] / one['items'])})"
        yield f"| {words} | {one['items']} | {one['before']} | {after} | {100 * low:.0f} to {100 * high:.0f} % |"
    yield ""


def _repeats(found: Mapping[str, Any]) -> Iterator[str]:
    night = min(5, len(found["with_nights"])) - 1
    slept, idle = (found[arm][night] for arm in ("with_nights", "without_nights"))
    ratio = ""
    if found["night5_ratio"] is not None:
        low, high = found["night5_ratio_interval"]
        to = "no upper end known" if high is None else f"to {high:.1f}"
        chance = ": this may be chance" if high is None or high >= 1 else ""
        ratio = f"; the ratio is {found['night5_ratio']:.1f} (95 % interval {low:.1f}, {to}){chance}"
    yield from _prose(
        "* on a real crate, of the owner's errors whose kind was met there before, the agent leaves "
        f"{_of_repeats(slept)} unmended after {night + 1} nights, and {_of_repeats(idle)} without nights, in "
        f"{len(found['seeds'])} fortnights of each{ratio}"
    )


def _of_repeats(one: Mapping[str, Any]) -> str:
    low, high = one["interval"]
    return f"{_share(one['mean'])} of {one['total']} (95 % interval {100 * low:.0f} to {100 * high:.0f} %)"


def _sequential(found: Mapping[str, Any]) -> Iterator[str]:
    arms, against = found["arms"], found["routed_minus_averaged"]
    routed, best = arms["share_routed"], against["of_any_scale"]
    acc = {name: _share(row["acc"]["mean"]) for name, row in arms.items()}
    before, after = (f"{100 * routed['known'][end]:.1f} %" for end in ("before", "after"))
    numbers = routed["trained_per_skill"] / arms["lora_per_skill_routed"]["trained_per_skill"]
    yield f"{found['skills']} skills that the model never saw, learned one a night, {found['items']['novel']} items,"
    yield f"{form_of(found)} run (seeds: {found['seeds']}), [results/sequential.json](results/sequential.json):"
    yield ""
    for said in (
        f"fixed after the last night: {acc['share_routed']} by routing to specialists, {acc[against['against']]} by the"
        f" better of two averages: {_gain(against)}; ahead of the best of {best['tried']} averages, chosen on these"
        f" very items, by {_gain(best)}",
        f"beside it: the base model {acc['base']}, the compiler's suggestions {acc['suggestions']}, copying the most"
        f" similar past edit without a model {acc['copy_neighbour']}; one LoRA trained night after night"
        f" {acc['lora_sequential']}, with replay {acc['lora_replay']}, O-LoRA {acc['olora']}, a LoRA for each skill"
        f" {acc['lora_per_skill_routed']}",
        f"forgotten: {100 * routed['forgetting']['mean']:.1f} points; canaries lost: {found['canaries_lost']}; of what"
        f" the model knew before {before} passed and {after} do at the end, as new skills are asked in its place",
        f"not shown: that the shared basis is better than random columns ({acc['random_basis']}), or cheaper to train"
        f" ({numbers:.1f} times the numbers of a LoRA for each skill)",
    ):
        yield from _prose(f"* {said}")
    yield "* [all arms, skill by skill, and what could not be shown](docs/results.md)"
    yield ""


def _gain(row: Mapping[str, Any]) -> str:
    """Points with their interval over skills."""
    return f"{row['points']:+.0f} points ({row['low']:+.0f} to {row['high']:+.0f}, one-sided p = {row['p']:.1g})"


def _prose(text: str) -> list[str]:
    """Lines of a paragraph, or of an item of a list."""
    indent = "  " if text.startswith("* ") else ""
    whole = re.sub("`[^`]+`", lambda code: code[0].replace(" ", GAP), text)
    lines = textwrap.wrap(whole, 100, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return [line.replace(GAP, " ") for line in lines]


def _share(value: float) -> str:
    return f"{100 * value:.0f} %"


def _of_hard(part: Mapping[str, Any]) -> str:
    if not part["total"]:
        return "none"
    low, high = part["interval"]
    return f"{100 * part['pass_at_1']:.0f} % ({100 * low:.0f} to {100 * high:.0f} %) of {part['total']}"


def _percent(part: Mapping[str, Any]) -> str:
    fraction = f"{100 * part['passed_fraction']:.1f} %"
    if "interval" not in part:
        return fraction
    low, high = part["interval"]
    return f"{fraction} (95 % interval {100 * low:.0f} to {100 * high:.0f} %)"


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.1f} minutes"


if __name__ == "__main__":
    sys.exit(main())
