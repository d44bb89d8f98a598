"""`model list|use|show`: which models are known here, what they need, and what their libraries hold."""

import json
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from sleepy_coder.agent.team import is_server
from sleepy_coder.cli.lazy import several_commands
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import note, print_json, say, table
from sleepy_coder.durable import make_folder, write_atomically
from sleepy_coder.embedded.location import EMBEDDED, library_folder
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import Paths, find_paths
from sleepy_coder.registry.library import Registry
from sleepy_coder.registry.manifest import FILE, Manifest, read_manifest
from sleepy_coder.settings import load

Name = Annotated[str, typer.Argument(metavar="MODEL", help="`embedded`, a folder, a Hugging Face id, or URL#MODEL.")]

app = several_commands("Which models are known, what they need, and what their libraries hold.")


@app.command(name="list")
def list_models(as_json: Json = False) -> None:
    """List the models that have been used here, with their libraries; `*` marks the one in use."""
    used, paths = load(Path()).settings.model, find_paths()
    rows = [_row(name, paths, used) for name in _known(paths, used)]
    if as_json:
        print_json("model-list", {"models": rows})
    else:
        say(table(_cells(row) for row in rows))


@app.command()
def use(name: Name, as_json: Json = False) -> None:
    """Use MODEL from now on, in every command that is not told another one."""
    _check_named(name)
    if is_server(name):
        from sleepy_coder.lm.served.server import split_name

        split_name(name)
    elif Path(name).expanduser().is_dir():
        from sleepy_coder.lm.loading.weights import check_folder

        check_folder(Path(name).expanduser())
        name = str(Path(name).expanduser().resolve())
    elif name != EMBEDDED and not re.fullmatch(r"[\w.-]+/[\w.-]+(@[\w.-]+)?", name):
        raise UsageError(f"{name} is no folder, and no Hugging Face id such as owner/model@revision")
    file = find_paths().user_file
    make_folder(file.parent)
    text = file.read_text("utf-8") if file.is_file() else ""
    line = f"model = {json.dumps(name, ensure_ascii=False)}\n"
    kept = re.sub(r"(?m)^model\s*=.*\n?", "", text)
    write_atomically(file, (line + kept).encode())
    if as_json:
        print_json("model-use", {"model": name, "file": str(file)})
    else:
        say(f"{name} is used from now on ({file})")


@app.command()
def show(name: Name, as_json: Json = False) -> None:
    """Show what MODEL is, whether it fits this machine, and its library; of a server, what it serves."""
    _check_named(name)
    found = _server(name) if is_server(name) else _local(name)
    if as_json:
        print_json("model-show", found)
        return
    say(table((key, _said(value)) for key, value in found.items() if value is not None))
    if found.get("fits") is False:
        note("it does not fit this machine now")


def _check_named(name: str) -> None:
    if not name.strip():  # else it would pass for the folder that we are in
        raise UsageError("no model is named: say `embedded`, a folder, a Hugging Face id or URL#MODEL")


def _known(paths: Paths, used: str) -> list[str]:
    """embedded, every model with a library here, and the one in use."""
    names = [EMBEDDED]
    for base in sorted((paths.home / "models").glob("*")):
        registry = Registry(base)
        current = registry.current_id()
        if current is not None:
            names.append(read_manifest(registry.folder / current).base_model.id)
    return list(dict.fromkeys([*names, used]))


def _library(name: str, paths: Paths) -> tuple[str | None, Manifest | None]:
    registry = Registry(paths.of(name).base)
    current = registry.current_id()
    if current is not None:
        return current, read_manifest(registry.folder / current)
    fresh = name == EMBEDDED and (library_folder() / FILE).is_file()
    return (None, read_manifest(library_folder())) if fresh else (None, None)


def _row(name: str, paths: Paths, used: str) -> dict[str, Any]:
    version, manifest = _library(name, paths)
    skills = sorted(manifest.skills) if manifest is not None else []
    return {"model": name, "used": name == used, "library": version, "skills": skills}


def _local(name: str) -> dict[str, Any]:
    from sleepy_coder.lm.loading.hub import folder_of
    from sleepy_coder.lm.loading.placement import GIB, best_device, free_bytes, needs, size_of
    from sleepy_coder.lm.loading.reading import read_config
    from sleepy_coder.lm.loading.weights import digest_of

    folder = folder_of(name)
    config = read_config(name, folder)
    size, device = size_of(config), best_device()
    free = free_bytes(device)
    wanted = {precision: needs(size, device, precision).needed_bytes for precision in ("float32", "bfloat16", "4bit")}
    version, manifest = _library(name, find_paths())
    return {
        "model": name,
        "family": config.model_type,
        "parameters": size.parameters,
        "digest": digest_of(folder),
        "device": device,
        "free_gib": round(free / GIB, 2),
        **{f"needs_{precision}_gib": round(needed / GIB, 2) for precision, needed in wanted.items()},
        "fits": min(wanted["float32"], wanted["bfloat16"]) <= free,
        "library": version,
        "skills": sorted(manifest.skills) if manifest is not None else [],
    }


def _server(name: str) -> dict[str, Any]:
    from sleepy_coder.lm.served.server import Patience, Server, check_url

    url = name.partition("#")[0]
    check_url(url)
    served = Server(url, Patience(connect_seconds=3.0, silence_seconds=10.0, tries=2)).models()
    return {
        "server": url,
        "models": sorted(model for model, base in served.items() if base is None),
        "adapters": {model: base for model, base in sorted(served.items()) if base is not None},
    }


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    return "*" if row["used"] else "", row["model"], row["library"] or "-", f"{len(row['skills'])} skills"


def _said(value: Any) -> str:
    if isinstance(value, list | dict):
        return ", ".join(value) or "none"
    return str(value)
