"""Diagnostics in the form in which equal programs give equal ones: each error once, and nothing that depends on more
than the program.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sleepy_coder.rust.diagnostic import Diagnostic

# rustc shortens long type names and points to a file that holds the whole name; the file is in our temporary folder
_LONG_TYPE = re.compile(r"^the full (type )?name|^consider using `--verbose` to print the full type name")
_LONG_TYPE_LINES = re.compile(
    r"^ *= note: (the full (type )?name|consider using `--verbose` to print).*\n", re.MULTILINE
)
# rustc tells what implements a trait in the order in which it came to read the library's files, which depends on all
# else that it has checked, and names macros of the library that happen to lie last
_IMPLEMENTORS = re.compile(
    r"(?<=other types implement trait )(`.*`)\n"
    r"((?: *(?:-->|:::) .*\n| *\|\n| *= note: (?:`.*` implements .*|in this macro invocation)\n)+)"
)
_MACRO = "this error originates in the macro"


def distinct(
    diagnostics: Iterable[Diagnostic], alike: Callable[[str], str] = lambda message: message
) -> Iterator[Diagnostic]:
    """Each error once, though rustc tells one in a macro's body again for every call; messages are compared as `alike`
    makes them."""
    seen: set[tuple[str | None, str, tuple[tuple[str, int, int], ...]]] = set()
    for found in diagnostics:
        where = tuple((span.file, span.byte_start, span.byte_end) for span in found.primaries)
        key = (found.code, alike(found.message), where)
        if key not in seen:
            seen.add(key)
            yield found


def tidied(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Without what depends on more than the program: temporary files, and the order of the library's."""
    return tuple(
        replace(
            found,
            children=tuple(
                child
                for child in found.children
                if not (_LONG_TYPE.match(child.message) or (_lists(found) and child.message.startswith(_MACRO)))
            ),
            rendered=_LONG_TYPE_LINES.sub("", _listed(found.rendered) if _lists(found) else found.rendered),
        )
        for found in diagnostics
    )


def _lists(diagnostic: Diagnostic) -> bool:
    return any("other types implement trait" in child.message for child in diagnostic.children)


def _listed(rendered: str) -> str:
    """With the types that implement a trait in alphabetical order, and not where in the library."""

    def block(match: re.Match[str]) -> str:
        notes = {line for line in match[2].splitlines(keepends=True) if "` implements " in line}
        return f"{match[1]}\n{''.join(sorted(notes))}"

    return re.sub(rf"^ *= note: {_MACRO}.*\n", "", _IMPLEMENTORS.sub(block, rendered), flags=re.MULTILINE)
