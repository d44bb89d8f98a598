"""A trait of the library that a type lacks and could derive: rustc names it as a candidate for the method (E0599)."""

import re
from collections.abc import Iterator

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text, implementations
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.suggestion import derived_along

_CANDIDATE = re.compile(r"candidate #\d+: `(?:\w+::)*(\w+)`")
_TYPE = re.compile(r"\bnot found for this (?:struct|enum|union)\b")
_DERIVED = {
    "Clone": "Clone",
    "Debug": "Debug",
    "Default": "Default",
    "Hash": "Hash",
    "Ord": "PartialEq, Eq, PartialOrd, Ord",
    "PartialOrd": "PartialEq, PartialOrd",
}
"""With what each of them needs."""


def derives(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The candidates that can be derived, put above the type."""
    homes = (one for one in error.spans if _TYPE.search(one.label or "") and one.file in tree.files)
    home = next(homes, None) if error.code == "E0599" else None
    if home is None or home.in_macro:
        return
    line, number = tree.line(home.file, home.line_start), home.line_start
    indent = line[: len(line) - len(line.lstrip())]
    for trait in _CANDIDATE.findall("\n".join(error.remarks)):
        if trait in _DERIVED and not (trait == "Clone" and _is_dropped(home, tree)):
            edit = Edit(home.file, number, number - 1, "", f"{indent}#[derive({_DERIVED[trait]})]")
            yield f"derive `{trait}`", derived_along(edit, tree)


def _is_dropped(home: Span, tree: SourceTree) -> bool:
    """Whether the type of a place has a `drop`, which would deal twice with what a clone shares."""
    name = field_text(around(node_at(tree, home), "struct_item", "enum_item", "union_item"), "name")
    return name != "" and next(implementations(tree, name, "Drop"), None) is not None
