"""A real llama.cpp as a witness: node-llama-cpp brings one built, and answers greedily to given tokens.

`sleepy-coder export` uses it where it has been installed into the program's cache; nothing is ever fetched unasked.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from sleepy_coder.errors import EnvironmentFault

VERSION = "3.22.1"
PLATFORMS = {"linux": "linux-x64", "darwin": "mac-arm64-metal", "win32": "win-x64"}
LIMIT_SECONDS = 300.0
"""For one run of node or npm."""


class LlamaAnswer(msgspec.Struct, frozen=True):
    """llama.cpp's own tokens of a prompt's text, and its greedy answer to the tokens given."""

    ids: list[int]
    tokens: list[int]


class LlamaAnswers(msgspec.Struct, frozen=True):
    """The release of llama.cpp, what it read of template and end token, and an answer for each prompt."""

    release: str
    template: str | None
    end: int | None
    answers: list[LlamaAnswer]


@dataclass(frozen=True, slots=True)
class LlamaCpp:
    """An installed node-llama-cpp."""

    node: str
    package: Path

    def answer(
        self,
        model: Path,
        prompts: Sequence[tuple[str, Sequence[int]]],
        *,
        end: int,
        most: int,
        lora: Path | None = None,
    ) -> LlamaAnswers:
        """Greedy tokens after each prompt (its text and its ids). Raises EnvironmentFault where llama.cpp fails."""
        request = {
            "model": str(model.resolve()),
            "lora": None if lora is None else str(lora.resolve()),
            "most": most,
            "end": end,
            "prompts": [{"text": text, "ids": list(ids)} for text, ids in prompts],
        }
        with (
            tempfile.TemporaryDirectory(prefix="sleepy-coder-") as folder,
            as_file(files("sleepy_coder.exchange").joinpath("llama.mjs")) as script,
        ):
            path = Path(folder) / "request.json"
            path.write_text(json.dumps(request))
            done = _run([self.node, str(script), str(self.package), str(path)])
        try:
            return msgspec.json.decode(done.stdout, type=LlamaAnswers)
        except msgspec.MsgspecError as error:
            reason = (done.stderr.strip().splitlines() or ["no answer"])[-1]
            raise EnvironmentFault(f"llama.cpp cannot answer from {model} ({reason})") from error


def find_llama_cpp(cache: Path) -> LlamaCpp | None:
    """The one in the program's cache, or None."""
    node, package = shutil.which("node"), _home(cache) / "node_modules" / "node-llama-cpp"
    if node is None or not package.is_dir():
        return None
    return LlamaCpp(node, package)


def install_llama_cpp(cache: Path) -> LlamaCpp:
    """Fetch node-llama-cpp with its built llama.cpp through npm. Raises EnvironmentFault where that cannot be."""
    found = find_llama_cpp(cache)
    if found is not None:
        return found
    npm, platform = shutil.which("npm"), PLATFORMS.get(sys.platform)
    if npm is None or shutil.which("node") is None or platform is None:
        raise EnvironmentFault("a real llama.cpp comes through npm, which is not here: install node 20 or newer")
    home = _home(cache)
    home.mkdir(parents=True, exist_ok=True)
    packages = [f"node-llama-cpp@{VERSION}", f"@node-llama-cpp/{platform}@{VERSION}"]
    command = [npm, "install", "--no-fund", "--no-audit", "--omit=optional", "--ignore-scripts", "--prefix", str(home)]
    done = _run([*command, *packages])
    found = find_llama_cpp(cache)
    if done.returncode or found is None:
        reason = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise EnvironmentFault(f"npm could not install {packages[0]} ({reason})")
    return found


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """The finished command. Raises EnvironmentFault where it does not finish."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=LIMIT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        name = Path(command[0]).stem
        raise EnvironmentFault(
            f"{name} did not finish in {LIMIT_SECONDS:.0f} s: try again when less else is running"
        ) from None


def _home(cache: Path) -> Path:
    return cache / f"llama-cpp-{VERSION}"
