"""`pretrain [--config NAME|FILE] [--resume] [--until STEP] [--minutes M] [--out DIR]`: a new embedded model."""

from pathlib import Path
from typing import Annotated

import typer

from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note, print_json, say
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.pretraining.config import STEPS, load_config
from sleepy_coder.settings import load

app = one_command()


@app.command()
def pretrain(
    config: Annotated[
        str,
        typer.Option(
            "--config", metavar="NAME|FILE", help="A config of the package (`embedded`, `tiny`, ..), or a TOML file."
        ),
    ] = "embedded",
    resume: Annotated[bool, typer.Option("--resume", help="Go on with the run that was begun.")] = False,
    until: Annotated[
        str, typer.Option("--until", metavar="STEP", help="data, packed, base or release: stop behind this step.")
    ] = "release",
    minutes: Annotated[
        float | None,
        typer.Option("--minutes", min=0.1, metavar="M", help="Stop training the base model after so long; exit 1."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where the finished model goes; replaced as a whole.")
    ] = None,
    as_json: Json = False,
) -> int:
    """Train the embedded model and its first library on generated programs that rustc has verified.

    The work lies in the cache folder and survives being killed: --resume goes on. Point SLEEPY_CODER_EMBEDDED at
    the finished folder to use it instead of the package's own. `docs/pretraining.md` tells how to train elsewhere.
    """
    if until not in STEPS:
        raise UsageError(f"there is no step {until}; choose from {', '.join(STEPS)}")
    chosen = load_config(config)
    paths = find_paths()
    folder = paths.cache / "pretrain" / chosen.name
    compiler = equipment.compiler(load(Path()).settings)
    from sleepy_coder.pretraining.recipe import make_embedded, open_work  # torch: only now that all else is in order

    open_work(folder, chosen, resume=resume)
    note(f"pretrain: {chosen.name} in {folder}")
    made = make_embedded(
        chosen, folder, out or folder / "release", paths.cache, compiler, note, until=until, minutes=minutes
    )
    if made is None:
        note(f"pretrain: not released yet; `pretrain --config {config} --resume` goes on")
        if as_json:
            print_json("pretrain", {"config": chosen.name, "folder": str(folder), "digest": None, "bytes": 0})
        return 1 if minutes is not None and until in ("base", "release") else 0
    if as_json:
        result = {"config": chosen.name, "folder": str(made.folder), "digest": made.digest, "bytes": made.disk_bytes}
        print_json("pretrain", result)
    else:
        say(str(made.folder))
    return 0
