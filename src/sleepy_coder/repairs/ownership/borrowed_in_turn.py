"""Two elements of a list that are borrowed at once (E0499, E0502), though the first is done with before the second is
used: the second is borrowed when it is needed, which works also where both are the same.

    let from = &mut accounts[i];          let from = &mut accounts[i];
    let to = &mut accounts[j];            from.cents -= cents;
    from.cents -= cents;                  let to = &mut accounts[j];
    to.cents += cents;                    to.cents += cents;

So is an element of a list to which more are added before it is used; that moves none of those that are there.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node, Point

from sleepy_coder.repairs.ownership.locking import times_named
from sleepy_coder.repairs.ownership.plain_locals import uses
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_PLACE = frozenset(("identifier", "self", "field_identifier", "field_expression"))
_INDEX = frozenset(("identifier", "integer_literal", "binary_expression"))
_ASSIGNING = ("assignment_expression", "compound_assignment_expr")


def borrowed_in_turn(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The `let` of the second element before its first use."""
    if error.code not in ("E0499", "E0502"):
        return
    yield from _after_pushes(error, span, tree)
    second = _element(node_at(tree, span))
    others = (_element(node_at(tree, one)) for one in error.spans if one.file == span.file and not one.is_primary)
    first = next((one for one in others if one is not None and one != second), None)
    if first is None or second is None or first.parent != second.parent or _list_of(first) != _list_of(second):
        return
    used, done = [*uses(second)], [*uses(first)]
    statement = _statement(used[0], second) if used else None
    if (
        statement is None
        or not done
        or done[-1].end_byte > statement.start_byte
        or first.start_byte > second.start_byte
    ):
        return
    names = {node_text(one) for one in walk(_index(second)) if one.type == "identifier"}
    between = _between(second, statement)
    line = tree.line(span.file, second.start_point.row + 1)
    kept = not any(_changes(one, names) for one in between) and times_named(between, _parts(second)[0]) == 0
    if not between or not kept or line.strip() != node_text(second) or _is_told(second):
        return
    yield "borrow it when it is needed", _put_down(second, statement, span.file, tree)


def _put_down(let: Node, statement: Node, file: str, tree: SourceTree) -> Edit:
    """A `let` before a later statement."""
    line = tree.line(file, let.start_point.row + 1)
    indent = line[: len(line) - len(line.lstrip())]
    gone = (Point(let.start_point.row, 0), Point(let.end_point.row + 1, 0), "")
    return rewritten(tree, file, [gone, (statement.start_point, statement.start_point, f"{node_text(let)}\n{indent}")])


def _after_pushes(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The `let` of an element behind what is added to its list before the element is used."""
    others = (_element(node_at(tree, one)) for one in error.spans if one.file == span.file and not one.is_primary)
    let = next((one for one in others if one is not None), None)
    pushed = node_at(tree, span)
    added = _statement(pushed, let) if let is not None and pushed is not None else None
    used = next(iter(uses(let)), None) if let is not None else None
    statement = _statement(used, let) if let is not None and used is not None else None
    if let is None or added is None or statement is None or _is_told(let) or added.start_byte < let.end_byte:
        return
    between = _between(let, statement)
    owner = node_text(_parts(let)[0])
    adds = re.compile(rf"{re.escape(owner)}\s*\.(?:push|push_back|extend|reserve)\(")
    about = [one for one in between if times_named([one], _parts(let)[0])]
    names = {node_text(one) for one in walk(_index(let)) if one.type == "identifier"}
    kept = not any(_changes(one, names) for one in between) and all(adds.match(node_text(one)) for one in about)
    alone = tree.line(span.file, let.start_point.row + 1).strip() == node_text(let)
    if added in about and kept and alone and all(times_named([one], _parts(let)[0]) == 1 for one in about):
        yield "borrow it when they are added", _put_down(let, statement, span.file, tree)


def _element(node: Node | None) -> Node | None:
    """The `let` around a place that binds a reference to one element of a list."""
    let = around(node, "let_declaration", "block")
    value = let.child_by_field_name("value") if let is not None and let.type == "let_declaration" else None
    place = value.child_by_field_name("value") if value is not None and value.type == "reference_expression" else None
    if let is None or place is None or place.type != "index_expression" or let.child_by_field_name("alternative"):
        return None
    pattern, parts = let.child_by_field_name("pattern"), place.named_children
    if len(parts) != 2:  # a comment, too
        return None
    owner, index = parts
    plain = all(one.type in _PLACE for one in walk(owner) if one.is_named)
    counted = all(one.type in _INDEX for one in walk(index) if one.is_named)
    return let if pattern is not None and pattern.type == "identifier" and plain and counted else None


def _is_told(let: Node) -> bool:
    """Whether a comment stands above a `let`, which would be left behind."""
    above = let.prev_named_sibling
    return above is not None and above.type in COMMENTS and above.end_point.row >= let.start_point.row - 1


def _parts(let: Node) -> list[Node]:
    value = let.child_by_field_name("value")
    place = value.child_by_field_name("value") if value is not None else None
    return place.named_children if place is not None else []


def _list_of(let: Node) -> str:
    return node_text(_parts(let)[0])


def _index(let: Node) -> Node:
    return _parts(let)[1]


def _statement(use: Node, let: Node) -> Node | None:
    """The statement of the block of a `let` in which something stands."""
    node: Node | None = use
    while node is not None and node.parent != let.parent:
        node = node.parent
    return node


def _between(first: Node, last: Node) -> list[Node]:
    found, node = [], first.next_named_sibling
    while node is not None and node.start_byte < last.start_byte:
        found.append(node)
        node = node.next_named_sibling
    return found


def _changes(statement: Node, names: set[str]) -> bool:
    """Whether a statement binds one of some names anew, assigns to it or lends it to be changed."""
    for one in walk(statement):
        field = {"let_declaration": "pattern", "reference_expression": "value"}.get(one.type)
        field = "left" if one.type in _ASSIGNING else field
        lent = one.type != "reference_expression" or any(child.type == "mutable_specifier" for child in one.children)
        if field is not None and lent and not names.isdisjoint(map(node_text, walk(one.child_by_field_name(field)))):
            return True
    return False
