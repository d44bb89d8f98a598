"""`report [NIGHT]`: the morning report of a night as text, JSON or one HTML file."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note, print_json, say, table
from sleepy_coder.durable import write_atomically
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.reports.forgetting import forgetting_page, forgetting_record, stored_evaluations
from sleepy_coder.reports.page import write_page
from sleepy_coder.reports.recorded import chosen, recorded
from sleepy_coder.reports.stored import stored_report
from sleepy_coder.reports.text import console, morning_text
from sleepy_coder.settings import load

app = one_command()


@app.command()
def report(
    night: Annotated[
        str | None, typer.Argument(metavar="NIGHT", help="A night's number or id; the last one if left out.")
    ] = None,
    html: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write one self-contained page.")] = None,
    forgetting: Annotated[
        bool, typer.Option("--forgetting", help="Of all nights: what each left of every skill, and what flipped.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show what a night learned, what it decided and why; with --forgetting, what all nights left of every skill."""
    paths = find_paths().of(load(Path()).settings.model)
    if forgetting:
        _forgetting(paths, night, html, as_json=as_json)
        return
    found = stored_report(paths, chosen(recorded(paths.nights), night))
    if html is not None:
        write_page(found, html)
        note(f"wrote {html}")
    if as_json:
        print_json("report", found.to_json())
    elif html is None:
        console().print(morning_text(found))


def _forgetting(paths: Paths, night: str | None, html: Path | None, *, as_json: bool) -> None:
    if night is not None:
        raise UsageError("--forgetting is about all nights: leave NIGHT out")
    record = forgetting_record(recorded(paths.nights), stored_evaluations(paths.evaluations))
    if html is not None:
        write_atomically(html, forgetting_page(record).encode(), mode=0o644)
        note(f"wrote {html}")
    if as_json:
        print_json("forgetting", record.to_json())
    elif html is None:
        rows: list[tuple[str, ...]] = [("night", "outcome", "BWT", "forgetting", "gained", "lost")]
        rows += [
            (
                one.night,
                one.outcome,
                *("-" if value is None else f"{100 * value:+.1f}" for value in (one.backward_transfer, one.forgetting)),
                str(len(one.gained)),
                str(len(one.lost)),
            )
            for one in record.nights
        ]
        say(table(rows))
