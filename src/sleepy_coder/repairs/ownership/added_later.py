"""Elements that are pushed to a list while a loop changes those that it has (E0499), or would never end if it met those
that it adds (E0502, `endless_rounds.py`): they wait in a list of their own and follow when the loop is done.

    for cell in self.cells.iter_mut() {            let mut added = Vec::new();
        if cell.splits() {                         for cell in self.cells.iter_mut() {
            self.cells.push(Cell::new());              if cell.splits() {
        }                                                  added.push(Cell::new());
    }                                                  }
                                                   }
                                                   self.cells.extend(added);

Not where the loop only reads and may end, nor where the list is one of what is still to be done: it may be meant to
meet what it adds, as one that goes through a graph. Nor where each element is to get the same value, as `done`.
"""

import re
from collections.abc import Iterable, Iterator

from tree_sitter import Node, Point

from sleepy_coder.repairs.ownership.endless_rounds import never_ends
from sleepy_coder.repairs.ownership.locking import times_named
from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, before, instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_NAMES = ("added", "more", "fresh")
_TO_DO = re.compile(r"queue|todo|to_do|stack|frontier|open|pending|work|visit|order|task|job|node", re.IGNORECASE)
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")
_LEAVING = ("return_expression", "try_expression", "await_expression")


def added_later(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """A list before the loop, pushes to that, and an `extend` behind the loop."""
    place = _pushed_to(node_at(tree, span)) if error.code in ("E0499", "E0502") else None
    loop = _loop(place) if place is not None else None
    body = loop.child_by_field_name("body") if loop is not None else None
    function = around(loop, "function_item")
    if place is None or loop is None or body is None or function is None:
        return
    if _TO_DO.search(node_text(place)):
        return
    name = free_name(function, _NAMES)
    pushes = [one for one in walk(body) if _is(one, place) and _pushed_to(one) == one]
    indent = own_lines(loop, span.file, tree)
    calls = [call for one in pushes if (call := around(one, "call_expression")) is not None]
    meant = _changes(loop, body) and not _sets_all(loop, body)
    if not meant and not any(never_ends(loop, one, tree) for one in calls):
        return
    if name is None or indent is None or leaves_past(loop, body) or times_named([body], place) != len(pushes):
        return
    pieces = [
        before(loop, f"let mut {name} = Vec::new();\n{indent}"),
        *(instead(one, name) for one in pushes),
        behind(loop, span.file, tree, f"\n{indent}{node_text(place)}.extend({name});"),
    ]
    yield "add them when the loop is done", rewritten(tree, span.file, pieces)


def free_name(function: Node, names: Iterable[str]) -> str | None:
    """The first of some names that a function does not have."""
    known = {node_text(one) for one in walk(function) if one.type == "identifier"}
    return next((one for one in names if one not in known), None)


def own_lines(loop: Node, file: str, tree: SourceTree) -> str | None:
    """What a loop is indented by, if nothing else but a comment stands in its first and its last line."""
    line = tree.line(file, loop.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    last = tree.line(file, loop.end_point.row + 1).encode()
    ends = re.fullmatch(rb"\s*(?://.*)?", last[loop.end_point.column :]) is not None
    return indent if ends and loop.start_point.column == len(indent.encode()) else None


def behind(loop: Node, file: str, tree: SourceTree, text: str) -> Piece:
    """`text` put behind the last line of a loop."""
    end = Point(loop.end_point.row, len(tree.line(file, loop.end_point.row + 1).encode()))
    return end, end, text


def leaves_past(loop: Node, body: Node) -> bool:
    """Whether a way out of a loop leads past what stands behind it."""
    return any(one.type in _LEAVING or (one.type == "label" and one.parent != loop) for one in walk(body))


def _pushed_to(node: Node | None) -> Node | None:
    """The place to which the call at a node pushes."""
    call = around(node, "call_expression", "block")
    method = method_of(call) if call is not None else None
    owner = method.parent.child_by_field_name("value") if method is not None and method.parent is not None else None
    starts = owner is not None and node is not None and owner.start_byte == node.start_byte
    return owner if method is not None and node_text(method) == "push" and starts else None


def _loop(place: Node) -> Node | None:
    """The loop around a push that goes over the place that is pushed to."""
    name = "".join(node_text(place).split())
    loop = around(place, "for_expression", "closure_expression", "function_item")
    while loop is not None and loop.type == "for_expression":
        value = loop.child_by_field_name("value")
        tight = "".join(node_text(value).split()) if value is not None else ""
        if tight in (f"&{name}", f"&mut{name}") or tight.startswith((f"{name}.iter()", f"{name}.iter_mut()")):
            return loop
        loop = around(loop.parent, "for_expression", "closure_expression", "function_item")
    return None


def _elements(loop: Node) -> set[str]:
    """What a loop calls its elements, or their parts."""
    return {node_text(one) for one in walk(loop.child_by_field_name("pattern")) if one.type == "identifier"}


def _changes(loop: Node, body: Node) -> bool:
    """Whether a loop assigns to its elements."""
    lefts = (one.child_by_field_name("left") for one in walk(body) if one.type in _ASSIGNING)
    return any(_names(left, _elements(loop)) for left in lefts)


def _sets_all(loop: Node, body: Node) -> bool:
    """Whether each element gets the same value, or each that does not have it yet: so should those that are added."""
    names = _elements(loop)
    for one in walk(body):
        left, value = one.child_by_field_name("left"), one.child_by_field_name("right")
        if one.type != "assignment_expression" or left is None or not _names(left, names) or _names(value, names):
            continue
        condition = around(one, "if_expression", "match_expression", "closure_expression")
        within = condition is not None and condition.start_byte > body.start_byte
        if not within or f"!{node_text(left)}" in field_text(condition, "condition"):
            return True
    return False


def _names(part: Node | None, names: set[str]) -> bool:
    return any(one.type == "identifier" and node_text(one) in names for one in walk(part))


def _is(node: Node, place: Node) -> bool:
    return node.type == place.type and node_text(node) == node_text(place)
