"""`suite ...`: the task collections that days work on and results are measured with."""

from collections import Counter
from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import hand_on, print_json, say, table
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.tasks.suites import Suite, add_suite, added, load_suite, shipped

Name = Annotated[str, typer.Argument(metavar="NAME|FILE", help="A suite's name, or any file of tasks.")]

app = several_commands("List, show, build, verify and add suites.")


@app.command(name="list")
def list_suites(as_json: Json = False) -> int:
    """List the suites that are known by name."""
    suites = [load_suite(name, find_paths().suites) for name in (*shipped(), *added(find_paths().suites))]
    if as_json:
        print_json("suite-list", {"suites": [_summary(suite) for suite in suites]})
    else:
        rows = [(suite.name, f"{len(suite.tasks)} tasks", f"{len(suite.families)} families") for suite in suites]
        say(table(rows) if rows else "there are no suites")
    return 0


@app.command()
def show(
    suite: Name, task: Annotated[str | None, typer.Option("--task", metavar="ID")] = None, as_json: Json = False
) -> int:
    """Show what is in a suite, or one of its tasks."""
    loaded = load_suite(suite, find_paths().suites)
    if task is not None:
        return _show_task(loaded, task, as_json=as_json)
    if as_json:
        print_json("suite", {**_summary(loaded), "tasks": [one.id for one in loaded.tasks]})
        return 0
    say(f"{loaded.name}: {len(loaded.tasks)} tasks, SHA-256 {loaded.digest}")
    counts = Counter(one.family or "-" for one in loaded.tasks)
    say(table((family, str(count)) for family, count in counts.items()))
    return 0


@app.command()
def build(
    name: Annotated[str, typer.Argument(metavar="NAME", help="day, frozen, canaries, practice or explain.")],
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Where to write the tasks; yours to choose, but for explain.")
    ] = None,
    count: Annotated[
        int | None, typer.Option("--count", min=1, metavar="N", help="Of practice and canaries: tasks in all.")
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", min=0, metavar="N", help="What is drawn.")] = None,
    as_json: Json = False,
) -> int:
    """Build a suite; every task is proved by rustc.

    day, frozen and canaries are made from the frozen templates, practice from others, explain from the error index of
    the compiler that is installed. Families that FILE holds are kept if they still prove themselves, so that a build
    cut short goes on.
    """
    from sleepy_coder.cli.building import build_explain, build_from_templates
    from sleepy_coder.tasks.build import recipe

    if name == "explain":
        if file is not None:
            raise UsageError("explain is kept with your own suites and takes no file: its text may not be passed on")
        built = build_explain(find_paths().suites)
    elif file is None:
        recipe(name)  # there may be no such suite
        raise UsageError(f"say where to write the suite: suite build {name} FILE")
    else:
        built = build_from_templates(name, file, count, seed)
    if as_json:
        print_json("suite-build", {**_summary(built), "file": str(file or find_paths().suites / "explain.jsonl")})
    else:
        say(f"{built.name}: {len(built.tasks)} tasks, SHA-256 {built.digest}")
    return 0


@app.command()
def verify(suite: Name, as_json: Json = False) -> int:
    """Prove a suite: broken programs fail as they should, references pass, cheats and wrong repairs score nothing,
    and training has seen none of it.

    Exit status 1 if anything is wrong.
    """
    from sleepy_coder.cli.proving import prove_suite

    found = prove_suite(load_suite(suite, find_paths().suites))
    if as_json:
        print_json("suite-verify", found.plain)
    else:
        say(found.words)
    return 1 if found.faulty else 0


@app.command()
def add(file: Annotated[Path, typer.Argument(metavar="FILE")], as_json: Json = False) -> int:
    """Keep a copy of a suite file and know it by its name."""
    suite = add_suite(file, find_paths().suites)
    if as_json:
        print_json("suite-add", _summary(suite))
    else:
        say(f"{suite.name}: {len(suite.tasks)} tasks, SHA-256 {suite.digest}")
    return 0


def _summary(suite: Suite) -> dict[str, Any]:
    families = dict(Counter(task.family or "-" for task in suite.tasks))
    return {"suite": suite.name, "suite_digest": suite.digest, "total": len(suite.tasks), "families": families}


def _show_task(suite: Suite, task_id: str, *, as_json: bool) -> int:
    found = next((one for one in suite.tasks if one.id == task_id), None)
    if found is None:
        raise UsageError(
            f"suite {suite.name} has no task {task_id}: `sleepy-coder suite show {suite.name} --json` lists them"
        )
    if as_json:
        print_json("task", {"id": found.id, "family": found.family, "files": found.files, "reference": found.reference})
        return 0
    for name, text in found.files.items():
        hand_on(f"// {name}\n{text}\n")
    return 0
