"""`benchmark list|run NAME`: speed and memory, measured on this machine."""

import importlib

from sleepy_coder.benchmarks.table import BENCHMARKS
from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.measured import Name, Out, Quick, check_call, deliver, show_list
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note

app = several_commands("Measure speed and memory on this machine.")


@app.command(name="list")
def list_benchmarks(as_json: Json = False) -> None:
    """List the benchmarks and what each measures."""
    show_list("benchmark", _known(), as_json=as_json)


@app.command()
def run(name: Name, quick: Quick = False, out: Out = None, as_json: Json = False) -> None:
    """Run one benchmark and print its figures."""
    check_call("benchmark", name, _known(), out)
    module = importlib.import_module(BENCHMARKS[name][0])
    result = module.run(quick=quick, tell=lambda words: note(f"{name}: {words}"))
    deliver(result, out, as_json=as_json)


def _known() -> dict[str, str]:
    return {name: what for name, (_, what) in BENCHMARKS.items()}
