"""`experiment list|run NAME`: what a model, a library or a method is worth, measured with its intervals."""

import importlib
from pathlib import Path

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.measured import Name, Out, Quick, check_call, deliver, show_list
from sleepy_coder.cli.output import Json, note
from sleepy_coder.experiments.table import EXPERIMENTS
from sleepy_coder.settings import load

app = several_commands("Measure what a model, a library or a method is worth.")


@app.command(name="list")
def list_experiments(as_json: Json = False) -> None:
    """List the experiments and what each measures."""
    show_list("experiment", _known(), as_json=as_json)


@app.command()
def run(name: Name, quick: Quick = False, out: Out = None, as_json: Json = False) -> None:
    """Run one experiment and print its figures."""
    check_call("experiment", name, _known(), out)
    compiler = equipment.compiler(load(Path()).settings)
    module = importlib.import_module(EXPERIMENTS[name][0])
    result = module.run(compiler, quick=quick, tell=lambda words: note(f"{name}: {words}"))
    deliver(result, out, as_json=as_json)


def _known() -> dict[str, str]:
    return {name: what for name, (_, what) in EXPERIMENTS.items()}
