"""What `suite build` does: tasks, by groups of families so that a build cut short goes on, and the suite's card."""

import hashlib
import tempfile
from pathlib import Path
from typing import NamedTuple

import msgspec

from sleepy_coder.cli import equipment
from sleepy_coder.cli.output import note
from sleepy_coder.durable import write_atomically
from sleepy_coder.errors import UsageError
from sleepy_coder.evaluation.baselines import make_card
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import load
from sleepy_coder.tasks.build import PRACTICE, Recipe, build, recipe
from sleepy_coder.tasks.card import card_path, dump_card
from sleepy_coder.tasks.explain import explained
from sleepy_coder.tasks.proof.prove import prove
from sleepy_coder.tasks.suites import DIGESTS, EXPLAIN, Suite, keep_suite, load_suite
from sleepy_coder.tasks.task import Task, dump_tasks

GROUP = 12
"""Families built at a time."""


def build_from_templates(name: str, file: Path, count: int | None, seed: int | None) -> Suite:
    """Build or go on building a suite at `file`, then its card beside it."""
    made_of = recipe(name, count, seed)
    if not file.parent.is_dir():
        raise UsageError(f"there is no folder {file.parent} to write {file.name} to: make it first")
    compiler = equipment.compiler(load(Path()).settings)
    if name == PRACTICE and file.exists():
        raise UsageError(f"{file} is there already: choose another file, since practice is drawn anew each time")
    kept = _kept(file, made_of, compiler)
    done, wrong = kept.tasks, kept.wrong_repairs
    families = [family for family in made_of.counts if family not in done]
    for start in range(0, len(families), GROUP):
        group = families[start : start + GROUP]
        note(f"{name}: families {start + 1} to {start + len(group)} of {len(families)}")
        part = Recipe({family: made_of.counts[family] for family in group}, made_of.half, made_of.seed, made_of.split)
        built = build(name, part, compiler, tell=note)
        for task in built.tasks:
            done.setdefault(task.family or "", []).append(task)
        wrong |= built.wrong_repairs
        ordered = [task for family in made_of.counts for task in done.get(family, ())]
        _write(file, dump_tasks(ordered).encode())
    suite = load_suite(str(file))
    note("the card: baselines without a model, likeness of templates")
    card = make_card(suite, compiler, held_out=name != PRACTICE, known=wrong)
    write_atomically(card_path(file), dump_card(card), mode=0o644)
    return load_suite(str(file))


def _write(file: Path, content: bytes) -> None:
    """Write a suite; in a folder of suites with digests, such as the package's own, its digest too."""
    digests = file.with_name(DIGESTS)
    known = msgspec.json.decode(digests.read_bytes(), type=dict[str, str]) if digests.is_file() else None
    write_atomically(file, content, mode=0o644)
    if known is not None:
        told = msgspec.json.encode({**known, file.stem: hashlib.sha256(content).hexdigest()}, order="sorted")
        write_atomically(digests, msgspec.json.format(told, indent=1) + b"\n", mode=0o644)


class _Kept(NamedTuple):
    tasks: dict[str, list[Task]]
    wrong_repairs: dict[str, str]


def _kept(file: Path, made_of: Recipe, compiler: Compiler) -> _Kept:
    """Tasks by family, of those families of which a file holds as many as are wanted and all still prove themselves."""
    if not file.is_file():
        return _Kept({}, {})
    tasks = load_suite(str(file)).tasks
    found = {family: [task for task in tasks if task.family == family] for family in made_of.counts}
    whole = {family: mine for family, mine in found.items() if len(mine) == made_of.counts[family]}
    note(f"{file.name} holds {len(whole)} of {len(found)} families: do they still prove themselves?")
    proof = prove([task for mine in whole.values() for task in mine], compiler)
    for fault in proof.faults:
        note(f"{fault.task}: {fault.what}")
    faulty = {fault.task for fault in proof.faults}
    sound = {family: mine for family, mine in whole.items() if not any(task.id in faulty for task in mine)}
    return _Kept(sound, dict(proof.told_apart))


def build_explain(own: Path) -> Suite:
    """The installed compiler's error index as a suite among the owner's own, in the place of an earlier one."""
    compiler = equipment.compiler(load(Path()).settings)
    note(f"explain: the error index of {compiler.toolchain.version}")
    with tempfile.TemporaryDirectory(prefix="sleepy-coder-") as folder:
        tasks = explained(compiler, Path(folder))
    return keep_suite(EXPLAIN, dump_tasks(tasks).encode(), own)
