"""The rustc calls that cargo makes for a package, read from what `cargo check -vv --message-format=json` prints.

Each line `Running` shows one call as a shell would take it, with its environment.
"""

import json
import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sleepy_coder.rust.supervision import Completed

_RUNNING = re.compile(r"^ +Running `", re.MULTILINE)
_VARIABLE = re.compile(r"[^=/]+=")  # some hold the name of a target


@dataclass(frozen=True, slots=True)
class Unit:
    """One call. `stem` is the path of what it makes without the suffix, `needs` are the stems of those that it reads.

    `own` says that it compiles the package itself, not one that depends on it.
    """

    stem: str
    words: tuple[str, ...]
    env: Mapping[str, str]
    needs: tuple[str, ...]
    own: bool

    @property
    def out(self) -> str:
        """The folder that it writes to."""
        return _after(self.words, "--out-dir")

    @property
    def listing(self) -> str:
        """Where it lists the files that it read."""
        return f"{self.out}/{Path(self.stem).name.removeprefix('lib')}.d"

    @property
    def source(self) -> str:
        """The file that it starts from: relative to the workspace, or absolute where that does not hold it."""
        return next(word for word in self.words[1:] if word.endswith(".rs"))


def learned(known: Mapping[str, Unit], completed: Completed, programs: Sequence[Path], folder: Path) -> dict[str, Unit]:
    """`known` with the calls that `completed` shows of the package in `folder` and of what depends on it, in the order
    in which they may run. A call starts with `programs`, or the last of them. Calls for build scripts are left out.
    """
    units = dict(known)
    started = tuple(map(str, programs))
    for words in _commands(completed.stderr.decode(errors="replace")):
        first = next((place for place, word in enumerate(words) if not _VARIABLE.match(word)), len(words))
        env = dict(word.split("=", 1) for word in words[:first])
        call = tuple(words[first:])
        known_start = call[:1] == started[-1:] or call[: len(started)] == started
        if not known_start or "--out-dir" not in call or not any(word.endswith(".rs") for word in call):
            continue
        needs = tuple(stem for stem in units if any(f"={stem}." in word for word in call))
        own = env.get("CARGO_MANIFEST_DIR") == str(folder)
        out = _after(call, "--out-dir")
        if (own or needs) and Path(out).parent.name != "build":
            suffix = next((word.partition("=")[2] for word in call if word.startswith("extra-filename=")), "")
            unit = Unit(f"{out}/lib{_after(call, '--crate-name')}{suffix}", call, env, needs, own)
            units[unit.stem] = unit
    return units


def artifacts(completed: Completed) -> set[str]:
    """The stems of all that was compiled without an error."""
    found = set()
    for line in completed.stdout.decode(errors="replace").split("\n"):
        if line.startswith('{"reason":"compiler-artifact"'):
            found |= {name.rpartition(".")[0] for name in json.loads(line)["filenames"]}
    return found


def _commands(stderr: str) -> Iterator[list[str]]:
    """The words of each call; a value may run over several lines and hold anything."""
    for start in _RUNNING.finditer(stderr):
        end = stderr.find("`\n", start.end())
        while end >= 0:
            try:
                yield shlex.split(stderr[start.end() : end])
            except ValueError:  # a quotation is still open
                end = stderr.find("`\n", end + 1)
            else:
                break


def _after(words: tuple[str, ...], flag: str) -> str:
    return words[words.index(flag) + 1]
