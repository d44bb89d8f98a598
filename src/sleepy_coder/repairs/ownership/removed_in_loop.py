"""Elements removed by their number in a loop over them all (E0502): each removal moves those behind it, so that a loop
over a copy, or over all numbers, would skip some and end beyond the last. The number goes on where nothing was removed.

    for (i, job) in jobs.iter().enumerate() {     let mut i = 0;
        if job.done {                             while i < jobs.len() {
            jobs.remove(i);                           let job = &jobs[i];
        }                                             if job.done {
    }                                                     jobs.remove(i);
                                                      } else {
                                                          i += 1;
                                                      }
                                                  }
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tree_sitter import Node

from sleepy_coder.errors import EditRejected
from sleepy_coder.rust.bindings import bound_to
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_WITHIN = ("call_expression", "arguments", "expression_statement", "let_declaration", "assignment_expression")
_REMOVING = ("remove", "swap_remove")


class _Removal(NamedTuple):
    """A loop over a place's elements and their numbers, and the call that removes one of them."""

    loop: Node
    place: str
    number: str
    element: Node
    call: Node


def removed_in_loop(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """A `while` that counts only what stays, where the loop does nothing else with the number or the collection."""
    found = _found(error, tree)
    body = found.loop.child_by_field_name("body") if found is not None else None
    branch = _branch(found, body) if found is not None and body is not None else None
    if found is None or body is None or branch is None or _known(found):
        return
    number, line = found.number, tree.line(span.file, found.loop.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    step = "\t" if indent.endswith("\t") else "    "
    element = f"let {node_text(found.element)} = &{found.place}[{number}];"
    inner = indent + step
    pieces = [
        (
            found.loop.start_point,
            body.children[0].end_point,
            f"let mut {number} = 0;\n{indent}while {number} < {found.place}.len() {{\n{inner}{element}",
        ),
        after(branch, f" else {{\n{inner}{step}{number} += 1;\n{inner}}}"),
    ]
    yield "count what stays", rewritten(tree, span.file, pieces)


def skips(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether elements are still removed by their number in a loop over them all after edits for an error of that."""
    found = _found(error, tree)
    if found is None or error.primary is None:
        return False
    try:
        after = tree.apply(edits)
    except EditRejected:
        return False
    text = node_text(found.call)
    calls = (one for one in walk(parse(after.files[error.primary.file])) if one.type == "call_expression")
    return any(node_text(one) == text and around(one, "for_expression") is not None for one in calls)


def _found(error: Diagnostic, tree: SourceTree) -> _Removal | None:
    span = error.primary
    if error.code != "E0502" or span is None or span.file not in tree.files:
        return None
    call = around(node_at(tree, span), "call_expression", "block")
    loop = around(call, "for_expression", "function_item", "closure_expression")
    if call is None or call.type != "call_expression" or loop is None or loop.type != "for_expression":
        return None
    pattern, value = loop.child_by_field_name("pattern"), loop.child_by_field_name("value")
    parts = pattern.named_children if pattern is not None and pattern.type == "tuple_pattern" else []
    place = _numbered(node_text(value)) if value is not None else None
    if place is None or len(parts) != 2 or parts[0].type != "identifier":
        return None
    removals = {f"{place}.{method}({node_text(parts[0])})" for method in _REMOVING}
    return _Removal(loop, place, node_text(parts[0]), parts[1], call) if node_text(call) in removals else None


def _numbered(value: str) -> str | None:
    """What `place.iter().enumerate()` goes over."""
    tight = "".join(value.split())
    place = tight.removesuffix(".iter().enumerate()")
    return place if place != tight and all(part.isidentifier() for part in place.split(".")) else None


def _known(found: _Removal) -> bool:
    """Whether something outside of the loop has the number's name."""
    function = around(found.loop, "function_item", "closure_expression")
    listed = function.child_by_field_name("parameters") if function is not None else None
    of_parameter = any(one.type == "identifier" and node_text(one) == found.number for one in walk(listed))
    return of_parameter or bound_to(found.loop, found.number) is not None


def _branch(found: _Removal, body: Node) -> Node | None:
    """The `if` of the loop's body that a removal is a statement of, unless something else names the number or the
    collection, or would go on without a number of its own."""
    statement = found.call
    while statement.parent is not None and statement.parent.type in _WITHIN:
        statement = statement.parent
    block = statement.parent
    branch = block.parent if block is not None and block.type == "block" else None
    home = branch.parent if branch is not None and branch.type == "if_expression" else None
    if branch is None or home is None or home.parent != body or home.type != "expression_statement":
        return None
    kinds, taken = ("identifier", "field_expression"), (found.number, found.place)
    inside = [one for one in walk(body) if not found.call.start_byte <= one.start_byte < found.call.end_byte]
    named = any(one.type in kinds and node_text(one) in taken for one in inside)
    again = any(one.type == "continue_expression" for one in inside)
    return None if named or again or branch.child_by_field_name("alternative") is not None else branch
