"""`completion SHELL`: the script that makes a shell complete commands and options."""

from enum import StrEnum
from typing import Annotated

import typer

from sleepy_coder.cli.lazy import one_command
from sleepy_coder.cli.options import Json
from sleepy_coder.cli.output import hand_on, print_json

app = one_command()


class Shell(StrEnum):
    """Shells that typer can complete for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


@app.command()
def completion(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell")],
    as_json: Json = False,
) -> int:
    """Print the script; `eval "$(sleepy-coder completion bash)"` switches completion on."""
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # theirs, but not marked so

    script = get_completion_script(prog_name="sleepy-coder", complete_var="_SLEEPY_CODER_COMPLETE", shell=shell)
    if as_json:
        print_json("completion", {"shell": shell.value, "script": script})
    else:
        hand_on(f"{script}\n")
    return 0
