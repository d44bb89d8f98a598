"""A change as `git apply` takes it."""

import difflib
import re
from collections.abc import Mapping


def unified_diff(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    """What `git apply` takes of texts by their paths: a patch with a/ and b/ prefixes, endings as they are, and a mark
    where a final newline is missing; '' when nothing differs.
    """
    parts: list[str] = []
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        source, target = _quoted(f"a/{name}"), _quoted(f"b/{name}")
        parts.append(f"diff --git {source} {target}\n")
        if old is None:
            parts.append("new file mode 100644\n" + ("" if new else "index 0000000..e69de29\n"))
        if new is None:
            parts.append("deleted file mode 100644\n" + ("" if old else "index e69de29..0000000\n"))
        # git ends a name with a tab when it holds a space, so that a date after it could be told apart
        tab = "\t" if " " in name else ""
        headers = ("/dev/null" if old is None else source + tab, "/dev/null" if new is None else target + tab)
        lines = difflib.unified_diff(_kept_lines(old or ""), _kept_lines(new or ""), *headers)
        parts.extend(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
    return "".join(parts)


def _kept_lines(text: str) -> list[str]:
    """Lines with their newline; str.splitlines would also split at form feeds and the like, which git does not."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _quoted(name: str) -> str:
    """As git writes it: https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath"""
    escaped = re.sub(r'["\\]', r"\\\g<0>", name)
    escaped = re.sub(r"[\x00-\x1f\x7f]", lambda found: f"\\{ord(found[0]):03o}", escaped)
    return f'"{escaped}"' if escaped != name else name
