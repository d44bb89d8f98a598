"""Where a line of a changed tree lies in the tree that the change was made to."""

from sleepy_coder.rust.opcodes import opcodes
from sleepy_coder.rust.source import SourceTree


def original_line(original: SourceTree, changed: SourceTree, file: str, line: int) -> int:
    """The 1-based line of `original` that became `line` of `changed`; of a new line the one that it was put before."""
    if original.files.get(file) == changed.files.get(file):
        return line
    old, new = original.lines(file), changed.lines(file)
    for _, old_start, old_end, new_start, new_end in opcodes(old, new):
        if line <= new_start:
            return line  # equal lines far from a change are left out: these are above it
        if line <= new_end:
            return min(old_start + line - new_start, max(old_end, old_start + 1))
    return line + len(old) - len(new)


def unchanged_line(original: SourceTree, changed: SourceTree, file: str, line: int) -> int | None:
    """The 1-based line of `original` that `line` of `changed` is, None for one that was written anew."""
    if file not in original.files or original.files[file] == changed.files.get(file):
        return line
    old, new = original.lines(file), changed.lines(file)
    for tag, old_start, _, new_start, new_end in opcodes(old, new):
        if line <= new_start:
            return line  # equal lines far from a change are left out: these are above it
        if line <= new_end:
            return old_start + line - new_start if tag == "equal" else None
    return line + len(old) - len(new)
