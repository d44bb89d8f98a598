"""`benchmark list|run NAME`: speed and memory, measured on this machine."""

import json
from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.benchmarks.table import BENCHMARKS
from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.output import Json, note, print_json, table
from sleepy_coder.durable import write_atomically
from sleepy_coder.errors import UsageError

app = several_commands("Measure speed and memory on this machine.")


@app.command(name="list")
def list_benchmarks(as_json: Json = False) -> int:
    """List the benchmarks and what each measures."""
    if as_json:
        print_json("benchmark-list", {"benchmarks": {name: one.what for name, one in BENCHMARKS.items()}})
    else:
        print(table((name, one.what) for name, one in BENCHMARKS.items()))
    return 0


@app.command()
def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="See `benchmark list`.")],
    quick: Annotated[bool, typer.Option("--quick", help="At most 40 seconds; fewer runs, the same keys.")] = False,
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Keep the result as JSON.")] = None,
    as_json: Json = False,
) -> int:
    """Run one benchmark and print its figures."""
    if name not in BENCHMARKS:
        raise UsageError(f"there is no benchmark {name!r}: choose from {', '.join(BENCHMARKS)}")
    if out is not None and not out.parent.is_dir():
        raise UsageError(f"there is no folder {out.parent} to write {out.name} to")
    result = BENCHMARKS[name].run(quick=quick, tell=lambda words: note(f"{name}: {words}"))
    if out is not None:
        write_atomically(out, json.dumps(result, indent=2, ensure_ascii=False).encode() + b"\n", mode=0o644)
    if as_json:
        print_json(f"benchmark-{name}", result)
    else:
        print(table((key, f"{value:g}") for key, value in result.items() if isinstance(value, int | float)))
    if out is not None:
        note(f"written: {out}")
    return 0
