"""Rust source as an immutable value, and the only change anybody may propose to it.

Lines are counted as rustc counts them: `\\n` ends a line, `\\r\\n` too, a lone `\\r` does not. A byte order mark
belongs to no line. A text that ends in a newline has one more, empty, line after it: an edit may name that line,
`SourceTree.lines` leaves it out.
"""

import hashlib
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from sleepy_coder.errors import EditRejected, UsageError
from sleepy_coder.rust.opcodes import opcodes

BYTE_ORDER_MARK = "\ufeff"
EDITIONS = ("2015", "2018", "2021", "2024")
CRATE_TYPES = ("bin", "lib")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `new` in the place of `old` within some lines of the tree that the edit was made for.

    `first_line` and `last_line` are 1-based and inclusive. `old` occurs exactly once in the text of those lines,
    joined by newlines and without the last newline; it is empty only where that text is empty. Both texts use `\\n`;
    `apply` writes the file's own ending; where these are mixed, a line that stays keeps its own, and one that is
    replaced hands it on. With `last_line == first_line - 1` and an empty `old`, the lines of `new` are inserted before
    `first_line` (which may be one past the last line); `new` then carries no final newline.
    """

    file: str
    first_line: int
    last_line: int
    old: str
    new: str


@dataclass(frozen=True)
class SourceTree:
    """The files of one crate, decoded from UTF-8 with newlines and byte order marks as they are on disk.

    Raises UsageError for a path that is not relative, posix and inside the tree, for an unknown edition and an
    unknown crate type.
    """

    files: Mapping[str, str]
    edition: str = "2021"
    crate_type: str = "bin"

    def __post_init__(self) -> None:
        object.__setattr__(self, "files", {name: self.files[name] for name in sorted(self.files)})
        for name in self.files:
            check_name(name)
        if self.edition not in EDITIONS:
            raise UsageError(f"edition {self.edition!r} is unknown; use one of {', '.join(EDITIONS)}")
        if self.crate_type not in CRATE_TYPES:
            raise UsageError(f"crate type {self.crate_type!r} is unknown; use bin or lib")

    def __hash__(self) -> int:
        return hash(self.digest)

    @property
    def root(self) -> str:
        """The file that rustc is given. Raises UsageError when no file can be it."""
        name = "main.rs" if self.crate_type == "bin" else "lib.rs"
        for candidate in (name, f"src/{name}"):
            if candidate in self.files:
                return candidate
        if len(self.files) == 1:
            return next(iter(self.files))
        raise UsageError(f"no crate root: a {self.crate_type} crate of several files needs {name} or src/{name}")

    @property
    def has_root(self) -> bool:
        """Whether rustc could be given any file."""
        try:
            return bool(self.root)
        except UsageError:
            return False

    @cached_property
    def digest(self) -> str:
        """SHA-256, hex, of names, bytes, edition and crate type, each with its length: none passes for another."""
        sha = hashlib.sha256()
        for part in (self.edition, self.crate_type, *(text for item in self.files.items() for text in item)):
            data = part.encode()
            sha.update(len(data).to_bytes(8, "big") + data)
        return sha.hexdigest()

    def lines(self, file: str) -> tuple[str, ...]:
        """The lines of `file` without their endings. Raises EditRejected when the tree has no such file."""
        lines = self._layout(file).lines
        return lines if lines[-1] else lines[:-1]

    def line(self, file: str, number: int) -> str:
        """Line `number`, 1-based; '' for the place after a final newline. Raises EditRejected outside the file."""
        lines = self._layout(file).lines
        if not 1 <= number <= len(lines):
            raise EditRejected(f"{file} has no line {number}")
        return lines[number - 1]

    def range_text(self, file: str, first_line: int, last_line: int) -> str:
        """The text in which an edit of these lines must find its `old`. Raises EditRejected outside the file."""
        lines = self._layout(file).lines
        if not 1 <= first_line <= last_line <= len(lines):
            raise EditRejected(f"{file} has no lines {first_line} to {last_line}")
        return "\n".join(lines[first_line - 1 : last_line])

    def apply(self, edits: Sequence[Edit]) -> "SourceTree":
        """A new tree; every edit refers to this one. Raises EditRejected if one does not fit, or if two overlap."""
        by_file: defaultdict[str, list[_Patch]] = defaultdict(list)
        for edit in edits:
            if _HALF.search(edit.new):
                raise EditRejected(f"an edit of {edit.file} holds half a character, which no file can")
            by_file[edit.file].append(self._layout(edit.file).patch(edit))
        files = dict(self.files)
        for file, patches in by_file.items():
            patches.sort(key=lambda patch: (patch.start, patch.end))
            if any(left.end > right.start for left, right in pairwise(patches)):
                raise EditRejected(f"two edits of {file} overlap")
            text, pieces, position = files[file], [], 0
            for start, end, replacement in patches:
                pieces += [text[position:start], replacement]
                position = end
            files[file] = "".join(pieces) + text[position:]
        return replace(self, files=files)

    def with_files(self, files: Mapping[str, str]) -> "SourceTree":
        """The same crate with these files in the place of its own, or besides."""
        return replace(self, files={**self.files, **files})

    def write(self, folder: Path) -> None:
        """Put every file under `folder`, byte for byte."""
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())

    @classmethod
    def read(cls, *paths: Path, root: Path, edition: str = "2021", crate_type: str = "bin") -> "SourceTree":
        """The files at `paths`, named relative to `root`. Raises UsageError, naming one that is not readable UTF-8."""
        files = {}
        for path in paths:
            try:
                files[path.relative_to(root).as_posix()] = path.read_bytes().decode()
            except UnicodeDecodeError as error:
                raise UsageError(
                    f"{path} is not UTF-8 (byte {error.start}); rustc reads UTF-8 only, convert the file"
                ) from error
            except (OSError, ValueError) as error:
                raise UsageError(f"{path} cannot be read: {error}") from error
        return cls(files, edition, crate_type)

    def _layout(self, file: str) -> "_Layout":
        if file not in self.files:
            raise EditRejected(f"the tree has no file {file}")
        layouts = self._layouts
        if file not in layouts:
            layouts[file] = _Layout(file, self.files[file])
        return layouts[file]

    @cached_property
    def _layouts(self) -> dict[str, "_Layout"]:
        return {}


def edits_between(before: SourceTree, after: SourceTree) -> tuple[Edit, ...]:
    """The fewest line-wise edits with `before.apply(edits) == after`.

    Raises EditRejected for what no edit can say: files added or removed, other line endings or byte order marks.
    """
    if before.files.keys() != after.files.keys():
        raise EditRejected("an edit cannot add or remove files")
    edits: list[Edit] = []
    for file, text in before.files.items():
        if text == after.files[file]:
            continue
        old, new = before._layout(file).lines, after._layout(file).lines
        mine: list[Edit] = []
        for tag, i1, i2, j1, j2 in opcodes(old, new):
            if tag == "insert":
                mine.append(Edit(file, i1 + 1, i1, "", "\n".join(new[j1:j2])))
            elif tag == "replace":
                mine.append(Edit(file, i1 + 1, i2, "\n".join(old[i1:i2]), "\n".join(new[j1:j2])))
            elif tag == "delete" and i2 < len(old):
                mine.append(Edit(file, i1 + 1, i2 + 1, "".join(f"{line}\n" for line in old[i1:i2]), ""))
            elif tag == "delete":
                mine.append(Edit(file, i1, i2, "".join(f"\n{line}" for line in old[i1:i2]), ""))
        if len(mine) > 1 and old[-1] == "" and (mine[-2].first_line, mine[-1].first_line) == (len(old), len(old) + 1):
            # before and behind an empty last line is one place: only as one edit is their order certain
            mine[-2:] = [Edit(file, len(old), len(old), "", f"{mine[-2].new}\n\n{mine[-1].new}")]
        edits += mine
    if before.apply(edits).files != after.files:
        raise EditRejected("line endings or byte order marks differ, which no edit can change")
    return tuple(edits)


def text_edits(before: SourceTree, after: SourceTree) -> tuple[Edit, ...]:
    """`edits_between` to be read, not applied: changes of line endings and byte order marks are left out."""
    try:
        return edits_between(before, after)
    except EditRejected:
        return edits_between(*(replace(tree, files=_bare(tree.files)) for tree in (before, after)))


def _bare(files: Mapping[str, str]) -> dict[str, str]:
    return {name: text.removeprefix(BYTE_ORDER_MARK).replace("\r", "") for name, text in files.items()}


def check_name(name: str) -> None:
    """Raises UsageError unless `name` is a relative posix path that stays inside the tree, in UTF-8."""
    path = PurePosixPath(name)
    if _HALF.search(name):
        raise UsageError(f"the name of the file {name!r} is not UTF-8: rename it")
    if re.search(r"[\x00-\x1f\\]", name):
        raise UsageError(f"the name of the file {name!r} holds a backslash, a line break or the like: rename it")
    if not name or path.is_absolute() or ".." in path.parts or path.as_posix() != name:
        raise UsageError(f"{name!r} is not a plain relative path inside the crate: rename it")


class _Patch(NamedTuple):
    start: int
    end: int
    replacement: str


class _Layout:
    """Where the lines of one text lie: `lines` without endings, `starts` as offsets into the text."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
        self.starts = [start, *(match.end() for match in re.finditer("\n", text))]
        pieces = text[start:].split("\n")
        self.lines = (*(piece.removesuffix("\r") for piece in pieces[:-1]), pieces[-1])
        self.ending = "\r\n" if 2 * text.count("\r\n") > text.count("\n") else "\n"
        self.endings = [*("\r\n" if piece.endswith("\r") else "\n" for piece in pieces[:-1]), self.ending]
        self.mixed = len(set(self.endings)) > 1

    def patch(self, edit: Edit) -> _Patch:
        where, count = f"{edit.file}:{edit.first_line}", len(self.lines)
        plain = edit.new.replace("\r\n", "\n")
        new = plain.replace("\n", self.ending)
        if edit.last_line == edit.first_line - 1 and 1 <= edit.first_line <= count + 1:
            if edit.old:
                raise EditRejected(f"{where}: an insertion between lines replaces nothing")
            if edit.first_line > count:
                return _Patch(len(self.text), len(self.text), self.ending + new)
            start = self.starts[edit.first_line - 1]
            return _Patch(start, start, new + self.ending)
        if not 1 <= edit.first_line <= edit.last_line <= count:
            raise EditRejected(f"{where}: the file has no lines {edit.first_line} to {edit.last_line}")
        lines = self.lines[edit.first_line - 1 : edit.last_line]
        text, old = "\n".join(lines), edit.old.replace("\r\n", "\n")
        if not old and text:
            raise EditRejected(f"{where}: nothing is named to be replaced")
        found = text.find(old)
        if found < 0 or (old and text.find(old, found + 1) >= 0):
            times = "nowhere" if found < 0 else "twice or more"
            raise EditRejected(f"{where}: the old text occurs {times} in these lines")
        start = self._offset(edit.first_line, lines, found)
        end = self._offset(edit.first_line, lines, found + len(old))
        if self.mixed:
            return self._ended(start, end, old.split("\n"), plain.split("\n"))
        return _Patch(start, end, new)

    def _ended(self, start: int, end: int, was: list[str], becomes: list[str]) -> _Patch:
        """A patch whose lines have the endings of those that they stay or replace, the one behind `end` included."""
        first = bisect_right(self.starts, start) - 1
        own, endings = self.endings[first : first + len(was)], [self.ending] * len(becomes)
        for tag, i1, i2, j1, j2 in opcodes(was, becomes):
            if tag == "equal":
                endings[j1:j2] = own[i1:i2]
            elif tag == "replace":  # as edits of these lines alone do it: the last ending stays where it is
                shared = min(i2 - i1, j2 - j1) - 1
                endings[j1 : j1 + shared] = own[i1 : i1 + shared]
                endings[j2 - 1] = own[i2 - 1]
        *before, last = (part for pair in zip(becomes, endings, strict=True) for part in pair)
        if last != own[-1] and self.text.startswith(own[-1], end):
            return _Patch(start, end + len(own[-1]), "".join(before) + last)
        return _Patch(start, end, "".join(before))

    def _offset(self, first_line: int, lines: tuple[str, ...], position: int) -> int:
        """From a place in the joined lines to a place in the text, where endings may be longer."""
        joined = [0]
        for line in lines[:-1]:
            joined.append(joined[-1] + len(line) + 1)
        index = bisect_right(joined, position) - 1
        return self.starts[first_line - 1 + index] + position - joined[index]
