"""`export --format peft|merged|gguf DIR`: what was learned, for other programs, with proof that it is the same."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import msgspec
import typer

from sleepy_coder.agent.team import assemble, open_local, refuse_server
from sleepy_coder.cli import equipment
from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json, Library, Model
from sleepy_coder.cli.output import note, print_json, say
from sleepy_coder.errors import UsageError
from sleepy_coder.paths import find_paths
from sleepy_coder.settings import load

FORMATS = ("peft", "merged", "gguf")
PRECISIONS = ("float32", "float16", "bfloat16")

app = one_command()


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is empty or not there yet.")],
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS))],
    skill: Annotated[
        list[str] | None, typer.Option("--skill", metavar="ID", help="One skill; ID=WEIGHT several times mixes.")
    ] = None,
    routed: Annotated[bool, typer.Option("--routed", help="All skills, each on its own, and routes.json.")] = False,
    precision: Annotated[
        str, typer.Option("--type", metavar="|".join(PRECISIONS), help="Of merged and gguf weights.")
    ] = "float32",
    version: Library = None,
    model: Model = None,
    as_json: Json = False,
) -> int:
    """Write skills as peft folders, as one merged model, or as GGUF files, and prove that they say the same.

    The proof lies beside them as parity.json. Exit status 1 if the exported form says something else.
    """
    _check(folder, form, precision, routed)
    settings = load(Path(), {"model": model}).settings
    refuse_server(settings.model)
    paths = find_paths()
    found = assemble(paths, settings, version).library
    if found is None:
        raise UsageError(f"{settings.model} has no library yet: a night or `import` makes one")
    compiler = equipment.compiler(settings)
    from sleepy_coder.adapters.library_files import read_library  # torch takes seconds to import
    from sleepy_coder.exchange import export as forms
    from sleepy_coder.exchange.llama_cpp import find_llama_cpp
    from sleepy_coder.exchange.parity import examination
    from sleepy_coder.exchange.selection import select

    library, skills = select(read_library(found.path), skill or (), everything=routed)
    original = open_local(replace(settings, precision="float32"))  # certificates compare in nothing less
    original.load_library(found.path)
    original.attachment.load(library)
    folder.mkdir(parents=True, exist_ok=True)
    note("drawing tasks to compare by")
    exam = examination(original, compiler, sorted(skills))
    llama = find_llama_cpp(paths.cache) if form == "gguf" else None
    if form == "gguf" and llama is None:
        note("no llama.cpp in the cache: the files are read back by transformers alone")
    work = forms.Export(folder, found, skills, exam, precision, llama, note)
    certificates = forms.FORMATS[form](work)
    if as_json:
        print_json("export", {"folder": str(folder), "certificates": msgspec.to_builtins(certificates)})
    else:
        for one in certificates:
            say(_words(one))
        note(f"written: {folder}; the proof is parity.json")
    return 0


def _check(folder: Path, form: str, precision: str, routed: bool) -> None:
    if form not in FORMATS:
        raise UsageError(f"unknown format {form!r}: choose from {', '.join(FORMATS)}")
    if precision not in PRECISIONS:
        raise UsageError(f"unknown type {precision!r}: choose from {', '.join(PRECISIONS)}")
    if form == "peft" and precision != PRECISIONS[0]:
        raise UsageError(f"a peft folder holds {PRECISIONS[0]}: leave --type out, or use merged or gguf")
    if form == "merged" and routed:
        raise UsageError("one set of weights cannot be routed: name a skill or a mixture with --skill, or use peft")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is not an empty folder: name another one")


def _words(one: Any) -> str:
    logits = "" if one.logit_difference is None else f"logits within {one.logit_difference:.1g}, "
    if one.rounding_difference:
        logits += f"{one.precision} itself moves them by {one.rounding_difference:.1g}, "
    tasks = (
        f", {len(one.fixed_by_export)} of {one.prompts} tasks fixed alike" if one.logit_difference is not None else ""
    )
    return (
        f"{one.form} {one.skill or 'base model'}, read by {one.read_by}: {logits}"
        f"{one.tokens_equal} of {one.tokens_compared} tokens equal{tasks}"
    )
