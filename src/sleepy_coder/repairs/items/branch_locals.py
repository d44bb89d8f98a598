"""A local that is bound in each branch of an `if` or a `match` and used behind it (E0425), as where a block is no scope
of its own: it is declared before the branches, and each of these gives it its value.

    if fast { let step = 2; }             let step;
    else { let step = 1; }                if fast { step = 2; }
    walk(step);                           else { step = 1; }
                                          walk(step);
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import node_at
from sleepy_coder.rust.rewritten import Piece, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_UNKNOWN = re.compile(r"^cannot find value `(\w+)` in this scope$")
_LEAVING = ("return_expression", "break_expression", "continue_expression")


def branch_locals(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`let` before the branches, and an assignment in each."""
    unknown = _UNKNOWN.match(error.message) if error.code == "E0425" else None
    found = _bound_in_branches(node_at(tree, span), unknown[1]) if unknown is not None else None
    if unknown is None or found is None:
        return
    statement, lets = found
    kinds = {kind for one in lets if (kind := field_text(one, "type"))}
    changed = any(child.type == "mutable_specifier" for one in lets for child in one.children)
    line = tree.line(span.file, statement.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    if len(kinds) > 1 or line[len(indent) :].encode() != line.encode()[statement.start_point.column :]:
        return
    kind = f": {kinds.pop()}" if kinds else ""
    text = f"let {'mut ' if changed else ''}{unknown[1]}{kind};\n{indent}"
    pieces: list[Piece] = [(statement.start_point, statement.start_point, text)]
    for one in lets:
        value = one.child_by_field_name("value")
        if value is not None:
            pieces.append((one.start_point, value.start_point, f"{unknown[1]} = "))
    yield f"declare `{unknown[1]}` before the branches", rewritten(tree, span.file, pieces)


def _bound_in_branches(use: Node | None, name: str) -> tuple[Node, list[Node]] | None:
    """The nearest statement before a use whose branches all bind a name or leave, and where they bind it."""
    node = use
    while node is not None and node.type != "function_item":
        above = node.prev_named_sibling if node.parent is not None and node.parent.type == "block" else None
        while above is not None:
            inner = above.named_children[0] if above.type == "expression_statement" else above
            branches = _branches(inner)
            lets = [_binding(one, name) for one in branches or ()]
            plain = [one for one in lets if one is not None]
            if plain and branches is not None:
                open_ = [one for one, let in zip(branches, lets, strict=True) if let is None and not _leaves(one)]
                return (above, plain) if not open_ else None
            above = above.prev_named_sibling
        node = node.parent
    return None


def _branches(node: Node) -> list[Node] | None:
    """The blocks of an `if` with an `else`, or of a `match`, one of which is run; None where others may be."""
    if node.type == "match_expression":
        body = node.child_by_field_name("body")
        arms = [one for one in body.named_children if one.type == "match_arm"] if body is not None else []
        values = [one.child_by_field_name("value") for one in arms]
        return [one for one in values if one is not None]
    if node.type != "if_expression":
        return None
    consequence, otherwise = (node.child_by_field_name(field) for field in ("consequence", "alternative"))
    last = otherwise.named_children[-1] if otherwise is not None and otherwise.named_children else None
    rest = [last] if last is not None and last.type == "block" else _branches(last) if last is not None else None
    return [consequence, *rest] if consequence is not None and rest is not None else None


def _binding(branch: Node, name: str) -> Node | None:
    """The only `let` of a branch that binds a name and nothing else, to a value."""
    lets = [one for one in branch.named_children if one.type == "let_declaration"]
    named = [one for one in lets if field_text(one, "pattern") == name and one.child_by_field_name("value") is not None]
    return named[0] if len(named) == 1 and named[0].child_by_field_name("alternative") is None else None


def _leaves(branch: Node) -> bool:
    """Whether a branch ends with `return`, `break` or `continue`."""
    parts = [one for one in branch.named_children if one.type not in COMMENTS] if branch.type == "block" else [branch]
    last = parts[-1] if parts else None
    inner = last.named_children[0] if last is not None and last.type == "expression_statement" else last
    return inner is not None and (
        inner.type in _LEAVING or re.match(r"panic!|unreachable!", node_text(inner)) is not None
    )
