"""The names that the compiler gives to files, in the terms of a package: rustc calls a module's file by the path that
led there, such as `src/bin/../part.rs` for `#[path = "../part.rs"]`.
"""

import os
import re
from pathlib import Path

_SPACE = re.compile(r"(?<!\\) ")


def names_within(folder: Path, start: Path, said: str) -> tuple[str, ...]:
    """What a file may be called from `folder` that the compiler, working in `start`, calls `said`: as it is spelt,
    where the links among its folders lead, and where it leads itself if it is a link. Nothing for a file outside. No
    part of `folder` may be a link.
    """
    path = os.path.join(start, said)  # noqa: PTH118  a Path costs ten times as much, for each file of each call
    above, name = os.path.split(path)
    settled = os.path.join(os.path.realpath(above), name)  # noqa: PTH118
    spelt = [os.path.normpath(path)] if ".." not in Path(said).parts else []
    ways = (*spelt, settled, os.path.realpath(path))
    return tuple(dict.fromkeys(way.removeprefix(f"{folder}/") for way in ways if way.startswith(f"{folder}/")))


def listed(listing: Path) -> list[str]:
    """What a call read, as it says, from the first rule of what rustc wrote for make; nothing if it wrote nothing."""
    if not listing.is_file():
        return []
    rule = os.fsdecode(listing.read_bytes()).split("\n", 1)[0].partition(": ")[2]
    return [word.replace("\\ ", " ") for word in _SPACE.split(rule) if word]
