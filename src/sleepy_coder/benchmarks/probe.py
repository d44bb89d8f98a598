"""One run of the `sleepy-coder` command in this process, with a note of what it imported and how often it compiled.

    python -m sleepy_coder.benchmarks.probe REPORT ARGUMENT...

does what `sleepy-coder ARGUMENT...` does, exits as it does, and then writes {"heavy": [...], "compiles": N} to REPORT.
"""

import json
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HEAVY = ("torch", "transformers", "tokenizers", "scipy", "matplotlib")
"""What costs so much to import that neither `--help` nor a fix without a model may do it."""


def is_compile(command: Sequence[str]) -> bool:
    """Whether a command, with all that contains it, has rustc read a program."""
    names = {Path(word).name for word in command}
    return ("cargo" in names and bool(names & {"check", "test", "build", "rustc"})) or (
        "rustc" in names and any(word.startswith("--emit") for word in command)
    )


def main() -> int:
    """Run the command line that follows the report's name; returns its exit status."""
    report, *arguments = sys.argv[1:]
    compiles = 0

    def listen(event: str, details: tuple[Any, ...]) -> None:
        nonlocal compiles
        if event == "subprocess.Popen" and is_compile([str(word) for word in details[1]]):
            compiles += 1

    sys.addaudithook(listen)
    sys.argv = ["sleepy-coder", *arguments]
    try:
        runpy.run_module("sleepy_coder.cli.main", run_name="__main__")
        status = 0
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    heavy = [name for name in HEAVY if name in sys.modules]
    Path(report).write_text(json.dumps({"heavy": heavy, "compiles": compiles}))
    return status


if __name__ == "__main__":
    sys.exit(main())
