"""`report [NIGHT]`: the morning report of a night as text, JSON or one HTML file."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.output import Json, note, print_json
from sleepy_coder.reports.page import write_page
from sleepy_coder.reports.recorded import chosen, recorded
from sleepy_coder.reports.stored import stored_report
from sleepy_coder.reports.text import console, morning_text
from sleepy_coder.settings import find_paths, load

app = one_command()


@app.command()
def report(
    night: Annotated[
        str | None, typer.Argument(metavar="NIGHT", help="A night's number or id; the last one if left out.")
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one self-contained page.")] = None,
    as_json: Json = False,
) -> None:
    """Show what a night learned, what it decided and why."""
    paths = find_paths().of(load(Path()).settings.model)
    found = stored_report(paths, chosen(recorded(paths.nights), night))
    if html is not None:
        write_page(found, html)
        note(f"wrote {html}")
    if as_json:
        print_json("report", found.to_json())
    elif html is None:
        console().print(morning_text(found))
