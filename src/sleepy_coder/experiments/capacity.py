"""Does more capacity learn more, forget less, gain more from routing? The sequential experiment on several base models.

Each size is an embedded model with its first library in a folder of its own, made by

    sleepy-coder pretrain --config size-5m --out CACHE/sizes/size-5m        (CACHE: `sleepy-coder paths`)

Sizes that nobody has made are named in the result and left out; the model that ships is always there.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sleepy_coder.embedded.location import embedded_folder
from sleepy_coder.errors import EnvironmentFault
from sleepy_coder.experiments.sequence.form import Form, chosen
from sleepy_coder.experiments.sequence.record import SHORT
from sleepy_coder.provenance import provenance
from sleepy_coder.rust.compiler import Compiler
from sleepy_coder.settings import find_paths

SHIPPED = "shipped"
SIZES = ("size-3m", "size-5m", "size-8m")
ARMS = ("base", "lora_sequential", "lora_per_skill_oracle", "share_routed", "joint")

Tell = Callable[[str], None]


def run(compiler: Compiler, *, quick: bool, middle: bool = False, tell: Tell = lambda words: None) -> dict[str, Any]:
    """All sizes as one JSON object. Raises EnvironmentFault where the experiment fails on one."""
    form = chosen(quick=quick, middle=middle)
    found = {name: folder for name, folder in folders().items() if (folder / "model" / "config.json").is_file()}
    models = {}
    for name, folder in found.items():
        tell(f"{name}: the sequential experiment, {form.name} form")
        models[name] = _row(_sequential(folder, form, tell), folder)
    return {
        "schema": "sleepy-coder/capacity/1",
        "form": form.name,
        "models": models,
        "missing": [name for name in SIZES if name not in found],
        "provenance": provenance(
            full=form.full and all(name in found for name in SIZES), seeds=form.seeds, rustc=compiler.toolchain.version
        ),
    }


def folders() -> dict[str, Path]:
    """Where each size lies, or would lie."""
    return {SHIPPED: embedded_folder()} | {name: find_paths().cache / "sizes" / name for name in SIZES}


def _sequential(folder: Path, form: Form, tell: Tell) -> dict[str, Any]:
    """In a process of its own, because a process has one embedded model."""
    flags = [] if form.full else [f"--{form.name}"]
    with TemporaryDirectory(prefix="sleepy-coder-capacity-") as place:
        out = Path(place) / "sequential.json"
        command = [sys.executable, "-m", "sleepy_coder.cli.main", "experiment", "run", "sequential", *flags]
        environment = {**os.environ, "SLEEPY_CODER_EMBEDDED": str(folder)}
        with subprocess.Popen(
            [*command, "--out", str(out)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stderr is not None
            last = ""
            for line in process.stderr:
                last = line.strip()
                tell(last.removeprefix("sequential: "))
        if process.returncode != 0:
            raise EnvironmentFault(f"the sequential experiment failed on {folder.name}: {last}")
        result: dict[str, Any] = json.loads(out.read_text("utf-8"))
        return result


def _row(result: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """What of the sequential experiment says something about capacity."""
    arms = result["arms"]
    known = arms["share_routed"]["known"]
    return {
        "weight_bytes": sum(file.stat().st_size for file in (folder / "model").glob("*.safetensors")),
        "arms": {name: {short: arms[name][short] for short in SHORT.values()} for name in ARMS},
        "routed_minus_averaged": {key: result["routed_minus_averaged"][key] for key in ("points", "p", "against")},
        "gain_kept_of_lora": result["gain_kept_of_lora"],
        "skills_without_expansion": result["skills_without_expansion"],
        "known": {"before": known["before"], "after": known["after"]},
    }
