"""A value of a type parameter that is moved out of where it must stay (E0507, E0508): written as if it were copied,
which a bound on the parameter allows. rustc sees no more than that it could be cloned, under another bound.

Where others use an implementation, the bound would take its other methods from them: the one method asks for it.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import is_library, members
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_MOVED = re.compile(r"has type `(\w+)`, which does not implement the `Copy` trait")


def copied_parameters(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`Copy` among the bounds of the parameter, where it is declared."""
    said = "\n".join(one.label or "" for one in error.spans) if error.code in ("E0507", "E0508") else ""
    place = node_at(tree, span) if said else None
    for name in dict.fromkeys(_MOVED.findall(said)):
        declared = declared_at(place, name)
        if declared is not None and is_library(tree) and takes_away(declared):
            yield from _asked_of_one(around(place, "function_item"), name, span.file, tree)
        elif declared is not None:
            bounds = declared.child_by_field_name("bounds")
            piece = after(bounds, " + Copy") if bounds is not None else after(declared, ": Copy")
            yield f"let `{name}` be copied", rewritten(tree, span.file, [piece])


def declared_at(place: Node | None, name: str) -> Node | None:
    """Where the function or the implementation around a place declares a type parameter."""
    home = around(place, "function_item", "impl_item")
    while home is not None:
        listed = home.child_by_field_name("type_parameters")
        for one in listed.named_children if listed is not None else ():
            declared = one.child_by_field_name("name")
            if one.type == "type_parameter" and declared is not None and node_text(declared) == name:
                return one
        home = around(home.parent, "function_item", "impl_item")
    return None


def takes_away(declared: Node) -> bool:
    """Whether a parameter is that of an implementation of several methods."""
    block = declared.parent.parent if declared.parent is not None else None
    held = members(block) if block is not None and block.type == "impl_item" else []
    return sum(one.type == "function_item" for one in held) > 1


def _asked_of_one(method: Node | None, name: str, file: str, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`where T: Copy` on a method that asks for nothing yet."""
    parts = [method.child_by_field_name(part) for part in ("parameters", "return_type", "body")] if method else []
    block = around(method, "impl_item")
    if method is None or block is None or block.child_by_field_name("trait") is not None or parts[2] is None:
        return
    if any(one.type == "where_clause" for one in method.named_children):
        return
    line = tree.line(file, method.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    step = "\t" if indent.startswith("\t") else "    "
    end, body = parts[1] or parts[0], parts[2]
    if end is not None:
        clause = f"\n{indent}where\n{indent}{step}{name}: Copy,\n{indent}"
        yield f"let `{name}` be copied here", rewritten(tree, file, [(end.end_point, body.start_point, clause)])
