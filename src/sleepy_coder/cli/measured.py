"""What `benchmark` and `experiment` share: a list of what can be measured, and a result printed and kept."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.cli.output import note, print_json, say, table, to_json
from sleepy_coder.durable import write_result
from sleepy_coder.errors import UsageError

Name = Annotated[str, typer.Argument(metavar="NAME", help="One of those that `list` shows.")]
Quick = Annotated[bool, typer.Option("--quick", help="At most 40 seconds; fewer runs, the same keys.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="FILE", help="Keep the result as JSON.")]


def show_list(kind: str, known: Mapping[str, str], *, as_json: bool) -> None:
    """Names, and what each measures."""
    if as_json:
        print_json(f"{kind}-list", {f"{kind}s": dict(known)})
    else:
        say(table(known.items()))


def check_call(kind: str, name: str, known: Mapping[str, str], out: Path | None) -> None:
    """Raise UsageError before anything is measured in vain."""
    if name not in known:
        raise UsageError(f"there is no {kind} {name!r}: choose from {', '.join(known)}")
    if out is not None and not out.parent.is_dir():
        raise UsageError(f"there is no folder {out.parent} to write {out.name} to: make it first")


def deliver(result: Mapping[str, Any], out: Path | None, *, as_json: bool) -> None:
    """Keep the result, whole or not at all, and print it: as it is, or its plain figures in words."""
    if out is not None:
        write_result(out, result)
        note(f"written: {out}")
    say(to_json(result, indent=2) if as_json else table(_figures(result)))


def _figures(result: Mapping[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """The numbers of the result and of its parts, one level deep, lists and provenance left out."""
    rows = []
    for key, value in result.items():
        if isinstance(value, int | float):
            rows.append((prefix + key, f"{value:g}"))
        elif isinstance(value, Mapping) and not prefix and key != "provenance":
            rows += _figures(value, f"{key}.")
    return rows
