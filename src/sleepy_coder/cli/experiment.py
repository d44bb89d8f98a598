"""`experiment list|run NAME`: what a model, a library or a method is worth, measured with its intervals."""

import importlib
import inspect
from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.measured import Name, Out, Quick, check_call, deliver, show_list
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note
from sleepy_coder.errors import UsageError
from sleepy_coder.experiments.table import EXPERIMENTS
from sleepy_coder.settings import load

Middle = Annotated[bool, typer.Option("--middle", help="At most ten minutes on two cores, where there is such a form.")]
Minutes = Annotated[
    float | None,
    typer.Option(
        "--minutes",
        min=0,
        metavar="N",
        help="Begin no part after so long, where there are parts; the same `--out` goes on.",
    ),
]

app = several_commands("Measure what a model, a library or a method is worth.")


@app.command(name="list")
def list_experiments(as_json: Json = False) -> None:
    """List the experiments and what each measures."""
    show_list("experiment", _known(), as_json=as_json)


@app.command()
def run(
    name: Name,
    quick: Quick = False,
    middle: Middle = False,
    minutes: Minutes = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Run one experiment and print its figures."""
    check_call("experiment", name, _known(), out)
    compiler = equipment.compiler(load(Path()).settings)
    module = importlib.import_module(EXPERIMENTS[name][0])
    takes = inspect.signature(module.run).parameters.keys()
    asked = {"middle": middle or None, "minutes": minutes}
    more: dict[str, Any] = {option: value for option, value in asked.items() if value is not None}
    for option in more.keys() - takes:
        raise UsageError(f"{name} has nothing for --{option}: run it with --quick, or whole")
    if "out" in takes:  # it keeps finished parts there, and takes up those it finds
        more["out"] = out
    result = module.run(compiler, quick=quick, tell=lambda words: note(f"{name}: {words}"), **more)
    deliver(result, out, as_json=as_json)


def _known() -> dict[str, str]:
    return {name: what for name, (_, what) in EXPERIMENTS.items()}
