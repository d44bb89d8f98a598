"""A macro's value where an `Option` or a `Result` of it is wanted (E0308): for `format!(..)` and `vec![..]` rustc does
not suggest the `Some(..)` or `Ok(..)` that it has for other values.
"""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import covered, node_at
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_WANTED = re.compile(r"^expected `(Option|Result)<(.+)>`, found `(.+)`$")
_CALL = re.compile(r"[\w:]+!\s*[(\[{]")
_VARIANTS = {"Option": ("Some",), "Result": ("Ok", "Err")}


def wrapped(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The value in the only variant that holds its type."""
    wanted = _WANTED.match(span.label or "") if error.code == "E0308" else None
    value = covered(node_at(tree, span), span) if wanted is not None else None
    if wanted is None or value is None or (value.start_byte, value.end_byte) != (span.byte_start, span.byte_end):
        return
    held = zip(_VARIANTS[wanted[1]], parted(wanted[2]), strict=False)
    fitting = [variant for variant, kind in held if _is_of(wanted[3], kind)]
    # a macro that returns nothing is a statement before `Ok(())`
    if len(fitting) == 1 and wanted[3] != "()" and _CALL.match(node_text(value)):
        new = f"{fitting[0]}({node_text(value)})"
        yield f"wrap it in `{fitting[0]}`", written_over(tree, span.file, value, new)


def parted(kinds: str) -> list[str]:
    """The types of a list, which commas part that stand in no brackets."""
    parts, depth = [""], 0
    for sign in kinds:
        depth += (sign in "<([") - (sign in ">)]")
        if sign == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return [part.strip() for part in parts]


def _is_of(found: str, kind: str) -> bool:
    numbers = re.escape(found).replace(r"\{integer\}", r"[iu]\w+").replace(r"\{float\}", r"f\d+")
    return re.fullmatch(numbers, kind) is not None
