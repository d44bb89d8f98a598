"""How rustc of several versions words the errors of the same broken programs.

    python tools/wordings.py OUT.json 1.63=/path/to/rustc 1.85=/path/to/rustc

A few breaks of each family are made with the installed toolchain; the other compilers see the same programs. Only
programs of the generator are compiled, with `--emit=metadata`. Libraries of an unpacked compiler are looked for beside
it. The result is what `rust/signature.py` was fitted to, and what the routing experiment replays.
"""

import argparse
import json
import os
import subprocess
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path

from sleepy_coder.breaker.corpus import stream
from sleepy_coder.breaker.families import FAMILIES
from sleepy_coder.breaker.pairs import Pair
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.rust.diagnostic import Diagnostic, parse_rustc
from sleepy_coder.rust.sandbox import best_sandbox
from sleepy_coder.rust.toolchain import find_toolchain

PAIRS = 4  # of each family
LOOKED_AT = 8
SEED = 1_630_185


def errors(rustc: Path, pair: Pair) -> list[Diagnostic]:
    """The errors with a code, or of the parser, that this rustc reports."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in pair.broken.files.items():
            (folder / file).write_text(text)
        libraries = [rustc.parents[1] / "lib" / "x86_64-linux-gnu", rustc.parents[1] / "lib"]
        command = [rustc, "--error-format=json", f"--edition={pair.broken.edition}", "--emit=metadata", "main.rs"]
        environment = {**os.environ, "LD_LIBRARY_PATH": os.pathsep.join(map(str, libraries))}
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    return [one for one in parse_rustc(done.stderr) if one.level == "error" and one.spans]


def words(one: Diagnostic) -> dict[str, str | None]:
    """What a signature is made from."""
    return {"code": one.code, "message": one.message, "label": one.primary.label if one.primary else None}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("rustc", nargs="+", metavar="VERSION=PATH")
    given = parser.parse_args()
    others = {name: Path(path) for name, _, path in (one.partition("=") for one in given.rustc)}
    toolchain = find_toolchain()
    compiler = Compiler(toolchain, best_sandbox(required=False))
    installed = toolchain.version.split()[1]
    rows = []
    made: Counter[str] = Counter()
    names = [family.name for family in FAMILIES]
    for pair in islice(stream("train", names, SEED, compiler), LOOKED_AT * len(names)):
        made[pair.family] += 1
        if made[pair.family] > PAIRS:
            continue
        said = {installed: words(pair.diagnostic)}
        for name, rustc in others.items():
            found = errors(rustc, pair)
            if len(found) == 1:  # what an older compiler reports more, or cannot read, is no comparison
                said[name] = words(found[0])
        rows.append({"family": pair.family, "template": pair.template, "said": said})
    rows.sort(key=lambda row: str(row["family"]))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    given.out.write_text("[\n" + lines + "\n]\n")


main()
