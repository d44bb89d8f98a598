"""`suite ...`: the task collections that days work on and results are measured with."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.output import Json, note, print_json, progress, table
from sleepy_coder.durable import write_atomically
from sleepy_coder.errors import UsageError
from sleepy_coder.execution import ThreadExecutor
from sleepy_coder.settings import find_paths, load
from sleepy_coder.tasks.suites import Suite, add_suite, added, load_suite, shipped
from sleepy_coder.tasks.task import dump_tasks

Name = Annotated[str, typer.Argument(metavar="NAME|FILE", help="A suite's name, or any file of tasks.")]

app = several_commands("List, show, build, verify and add suites.")


def own_suites() -> Path:
    """Where the owner's own suites lie."""
    return find_paths().home / "suites"


@app.command(name="list")
def list_suites(as_json: Json = False) -> int:
    """List the suites that are known by name."""
    suites = [load_suite(name, own_suites()) for name in (*shipped(), *added(own_suites()))]
    if as_json:
        print_json("suite-list", {"suites": [_summary(suite) for suite in suites]})
    else:
        rows = [(suite.name, f"{len(suite.tasks)} tasks", f"{len(suite.families)} families") for suite in suites]
        print(table(rows) if rows else "there are no suites")
    return 0


@app.command()
def show(
    suite: Name, task: Annotated[str | None, typer.Option("--task", metavar="ID")] = None, as_json: Json = False
) -> int:
    """Show what is in a suite, or one of its tasks."""
    loaded = load_suite(suite, own_suites())
    if task is not None:
        return _show_task(loaded, task, as_json=as_json)
    if as_json:
        print_json("suite", {**_summary(loaded), "tasks": [one.id for one in loaded.tasks]})
        return 0
    print(f"{loaded.name}: {len(loaded.tasks)} tasks, SHA-256 {loaded.digest}")
    counts = Counter(one.family or "-" for one in loaded.tasks)
    print(table((family, str(count)) for family, count in counts.items()))
    return 0


@app.command()
def build(
    name: Annotated[str, typer.Argument(metavar="NAME", help="day, frozen or canaries.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write the tasks.")],
    as_json: Json = False,
) -> int:
    """Build a shipped suite anew from the frozen templates; every task is proved by rustc."""
    from sleepy_coder.tasks.build import RECIPES
    from sleepy_coder.tasks.build import build as build_tasks

    if name not in RECIPES:
        raise UsageError(f"{name} is no suite that can be built: choose from {', '.join(RECIPES)}")
    compiler = equipment.compiler(load(Path()).settings)
    note(f"building {name}: {sum(RECIPES[name].counts.values())} tasks, which takes some minutes")
    write_atomically(file, dump_tasks(build_tasks(name, compiler)).encode(), mode=0o644)
    built = load_suite(str(file))
    if as_json:
        print_json("suite-build", {**_summary(built), "file": str(file)})
    else:
        print(f"{file}: {len(built.tasks)} tasks, SHA-256 {built.digest}")
    return 0


@app.command()
def verify(suite: Name, as_json: Json = False) -> int:
    """Prove a suite: broken programs fail as they should, references pass, cheats score nothing."""
    from sleepy_coder.tasks.proof import prove

    loaded = load_suite(suite, own_suites())
    compiler = equipment.compiler(load(Path()).settings)
    faults = []
    with progress(f"verifying {loaded.name}", len(loaded.tasks)) as advance:
        for found in ThreadExecutor().map(lambda task: prove(task, compiler), loaded.tasks):
            faults += found
            advance()
    if as_json:
        listed = [{"task": fault.task, "fault": fault.what} for fault in faults]
        print_json("suite-verify", {**_summary(loaded), "faults": listed})
    else:
        for fault in faults:
            print(f"{fault.task}: {fault.what}")
        note(f"{loaded.name}: {len(loaded.tasks)} tasks, {len(faults)} faults")
    return 1 if faults else 0


@app.command()
def add(file: Annotated[Path, typer.Argument(metavar="FILE")], as_json: Json = False) -> int:
    """Keep a copy of a suite file and know it by its name."""
    suite = add_suite(file, own_suites())
    if as_json:
        print_json("suite-add", _summary(suite))
    else:
        print(f"{suite.name}: {len(suite.tasks)} tasks, SHA-256 {suite.digest}")
    return 0


def _summary(suite: Suite) -> dict[str, Any]:
    families = dict(Counter(task.family or "-" for task in suite.tasks))
    return {"suite": suite.name, "suite_digest": suite.digest, "total": len(suite.tasks), "families": families}


def _show_task(suite: Suite, task_id: str, *, as_json: bool) -> int:
    found = next((one for one in suite.tasks if one.id == task_id), None)
    if found is None:
        raise UsageError(f"suite {suite.name} has no task {task_id}")
    if as_json:
        print_json("task", {"id": found.id, "family": found.family, "files": found.files, "reference": found.reference})
        return 0
    for name, text in found.files.items():
        print(f"// {name}\n{text}")
    return 0
