"""`import DIR --skill ID`: a peft LoRA trained elsewhere becomes a skill of the library."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from sleepy_coder.agent.team import assemble, open_local, refuse_server
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json, Model
from sleepy_coder.cli.output import note, print_json, say
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.settings import load

app = one_command()


@app.command(name="import")
def import_adapter(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="adapter_config.json and adapter_model.safetensors.")],
    skill: Annotated[str, typer.Option("--skill", metavar="ID", help="What the skill is called from now on.")],
    signature: Annotated[
        list[str] | None,
        typer.Option("--signature", metavar="KEY", help="An error that goes to it, as `status` writes it; repeat."),
    ] = None,
    model: Model = None,
    as_json: Json = False,
) -> int:
    """Make a skill of a LoRA that peft wrote, and serve it; no data are needed. `rollback` takes it back.

    Without --signature no error is sent to the skill yet: `evaluate --arm skill:ID` shows what it is worth.
    """
    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}: name the one that peft wrote")
    settings = load(Path(), {"model": model}).settings
    refuse_server(settings.model)
    paths = find_paths().of(settings.model)
    incumbent = assemble(paths, settings).library
    from sleepy_coder.curation.first_library import write_first_library  # torch takes seconds to import
    from sleepy_coder.exchange.importing import import_skill

    loaded = open_local(settings)
    registry = Registry(paths.base)
    if incumbent is None:
        with TemporaryDirectory(prefix="sleepy-coder-") as name:
            incumbent = registry.install_initial(write_first_library(Path(name), loaded))
    loaded.load_library(incumbent.path)
    version, merged = import_skill(folder, skill, signature or (), loaded, registry, incumbent)
    registry.promote(version.id, reason=f"import of {skill}")
    error = next(row.exact for row in merged.rows if row.skill == skill)
    if as_json:
        print_json("import", {"skill": skill, "served": version.id, "previous": incumbent.id, "error": error})
    else:
        say(f"{skill} is part of {version.id}, which is served instead of {incumbent.id}")
        note(
            "no error is sent to it yet: --signature names some" if not signature else "its errors go to it from now on"
        )
    return 0
