"""What a command says: one JSON object, or words. Results go to standard output, everything else to standard error.

What is said may quote a stranger's crate or a model: no control character of theirs reaches a terminal as it is.
"""

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from sleepy_coder.errors import UsageError
from sleepy_coder.reports.words import UNSEEN, visible

ANSWERS = {"evaluate": "evaluation"}  # what a command's answer is called where that isn't the command


def print_json(name: str, content: Mapping[str, Any]) -> None:
    """One object whose `schema` is sleepy-coder/NAME/1."""
    print(to_json({"schema": f"sleepy-coder/{name}/1", **content}, indent=2))


def print_json_line(name: str, content: Mapping[str, Any]) -> None:
    """The same on one line, at once, for commands that go on."""
    print(to_json({"schema": f"sleepy-coder/{name}/1", **content}), flush=True)


def to_json(content: Mapping[str, Any], indent: int | None = None) -> str:
    """Readable, and harmless on a terminal."""
    return escaped(json.dumps(content, indent=indent, ensure_ascii=False))


def escaped(text: str) -> str:
    """The same JSON without the control characters that it need not hold."""
    return UNSEEN.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def say(text: str) -> None:
    """A line of the result, in words."""
    print(visible(text))


def hand_on(source: str) -> None:
    """A result that other programs take, such as a diff: on a terminal visible, else as it is. No line end is added."""
    print(visible(source) if sys.stdout.isatty() else source, end="")


def note(text: str) -> None:
    """A line beside the result."""
    print(visible(text), file=sys.stderr)


def complain(arguments: list[str], message: str, status: int) -> int:
    """Say in one sentence why a command ended; with `--json` also as an object. Returns `status`."""
    sentence = " ".join(_encodable(message).split())
    if "--json" in arguments:
        command = next((word for word in arguments if not word.startswith("-")), "command")
        with contextlib.suppress(OSError):  # it may be standard output that is at fault
            print_json(ANSWERS.get(command, _encodable(command)), {"error": sentence, "exit_status": status})
    with contextlib.suppress(OSError):
        note(f"sleepy-coder: {sentence}")
    return status


def check_utf8(word: str) -> None:
    """Raises UsageError for a path, or another word of the call, that neither JSON nor the store could hold."""
    if _encodable(word) != word:
        raise UsageError(f"{word} is not UTF-8: rename it, and what it lies in")


def _encodable(text: str) -> str:
    """With the bytes of a name that are not UTF-8 written out."""
    return text.encode(errors="backslashreplace").decode()


def table(rows: Iterable[tuple[str, ...]]) -> str:
    """Columns as wide as their widest cell."""
    cells = [tuple(map(str, row)) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join(line.rstrip() for line in lines)


class Advance(Protocol):
    """Moves a progress bar by one, or to `done`, with a word about what was done."""

    def __call__(self, word: str = "", *, done: int | None = None) -> None: ...


@contextlib.contextmanager
def progress(what: str, total: int, *, quiet: bool = False) -> Iterator[Advance]:
    """A bar on standard error, only on a terminal; NO_COLOR is honoured."""
    if quiet or not sys.stderr.isatty():
        yield lambda word="", *, done=None: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, no_color="NO_COLOR" in os.environ)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    last = TextColumn("{task.fields[word]}", markup=False)
    with Progress(*columns, last, console=console, transient=True) as bars:
        bar = bars.add_task(visible(what), total=total, word="")

        def advance(word: str = "", *, done: int | None = None) -> None:
            bars.update(bar, advance=1 if done is None else None, completed=done, word=visible(word))

        yield advance
