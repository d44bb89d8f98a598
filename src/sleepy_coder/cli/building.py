"""What `suite build` does: tasks, by groups of families so that a build cut short goes on, and the suite's card."""

import tempfile
from pathlib import Path

from sleepy_coder.cli import equipment
from sleepy_coder.cli.output import note
from sleepy_coder.durable import write_atomically
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.baselines import make_card
from sleepy_coder.settings import load
from sleepy_coder.tasks.build import PRACTICE, Recipe, build, recipe
from sleepy_coder.tasks.card import card_path, dump_card
from sleepy_coder.tasks.explain import explained
from sleepy_coder.tasks.suites import Suite, keep_suite, load_suite
from sleepy_coder.tasks.task import Task, dump_tasks

GROUP = 12
"""Families built at a time."""


def build_from_templates(name: str, file: Path, count: int | None, seed: int | None) -> Suite:
    """Build or go on building a suite at `file`, then its card beside it."""
    made_of = recipe(name, count, seed)
    compiler = equipment.compiler(load(Path()).settings)
    if name == PRACTICE and file.exists():
        raise UsageError(f"{file} is there already: choose another file, since practice is drawn anew each time")
    done = _kept(file, made_of)
    families = [family for family in made_of.counts if family not in done]
    wrong: dict[str, str] = {}
    for start in range(0, len(families), GROUP):
        group = families[start : start + GROUP]
        note(f"{name}: families {start + 1} to {start + len(group)} of {len(families)}")
        part = Recipe({family: made_of.counts[family] for family in group}, made_of.half, made_of.seed, made_of.split)
        built = build(name, part, compiler, tell=note)
        for task in built.tasks:
            done.setdefault(task.family or "", []).append(task)
        wrong |= built.wrong_repairs
        ordered = [task for family in made_of.counts for task in done.get(family, ())]
        write_atomically(file, dump_tasks(ordered).encode(), mode=0o644)
    suite = load_suite(str(file))
    note("the card: baselines without a model, likeness of templates")
    card = make_card(suite, compiler, held_out=name != PRACTICE, known=wrong)
    write_atomically(card_path(file), dump_card(card), mode=0o644)
    return load_suite(str(file))


def _kept(file: Path, made_of: Recipe) -> dict[str, list[Task]]:
    """Tasks by family, of those families of which a file holds as many as are wanted."""
    if not file.is_file():
        return {}
    tasks = load_suite(str(file)).tasks
    found = {family: [task for task in tasks if task.family == family] for family in made_of.counts}
    return {family: mine for family, mine in found.items() if len(mine) == made_of.counts[family]}


def build_explain(own: Path) -> Suite:
    """The installed compiler's error index as a suite among the owner's own, in the place of an earlier one."""
    compiler = equipment.compiler(load(Path()).settings)
    note(f"explain: the error index of {compiler.toolchain.version}")
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as folder:
        tasks = explained(compiler, Path(folder))
    return keep_suite("explain", dump_tasks(tasks).encode(), own)
