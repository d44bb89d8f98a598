"""Changes that are made to a clone and are lost with it."""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.items import node_text

SHARING = frozenset({"borrow_mut", "lock", "write", "get_mut", "as_mut", "deref_mut", "iter_mut", "make_mut"})
CHANGING = frozenset(
    (
        *("push", "push_str", "push_back", "push_front", "insert", "insert_str", "extend", "append", "remove", "pop"),
        *("pop_back", "pop_front", "clear", "truncate", "retain", "sort", "sort_by", "sort_by_key", "sort_unstable"),
        *("reverse", "dedup", "swap", "fill", "resize"),
    )
)
LOOPS = frozenset({"while_expression", "loop_expression", "for_expression"})
TAKING = frozenset({"pop", "pop_back", "pop_front", "remove"})
PARTS = frozenset({"field_expression", "index_expression"})
ASSIGNMENTS = frozenset({"assignment_expression", "compound_assignment_expr"})


def is_copy(place: Node | None) -> bool:
    """Whether what is changed is part of a clone that nobody holds; handles to shared things are no such clones."""
    while place is not None:
        if place.type == "call_expression":
            function = place.child_by_field_name("function")
            if function is None or function.type != "field_expression":
                return False
            method = function.child_by_field_name("field")
            if method is None or node_text(method) in SHARING:
                return False
            if node_text(method) == "clone":
                return True
            place = function.child_by_field_name("value")
        elif place.type in ("field_expression", "index_expression", "try_expression", "parenthesized_expression"):
            place = place.named_children[0]
        else:
            return False
    return False


def changed(statement: Node) -> Node | None:
    """What a statement like `x.push(1);` changes."""
    function = statement.child_by_field_name("function")
    if statement.type != "call_expression" or function is None or function.type != "field_expression":
        return None
    method = function.child_by_field_name("field")
    return function.child_by_field_name("value") if method is not None and node_text(method) in CHANGING else None


def is_lost_copy(binding: Node) -> bool:
    """Whether a `let` holds the clone of a part of something, of which the last that is heard is its change. One that
    is emptied in a loop was cloned for that."""
    value, pattern = binding.child_by_field_name("value"), binding.child_by_field_name("pattern")
    block = binding.parent
    if value is None or pattern is None or block is None or not (is_copy(value) and _is_part(value)):
        return False
    *_, last = (None, *_mentions(block, node_text(pattern), binding.end_byte))
    return last is not None and _is_changed_there(last, block)


def _is_part(clone: Node) -> bool:
    """Whether `x.y.clone()` or `x[i].clone()` is cloned, rather than a variable of its own."""
    function = clone.child_by_field_name("function")
    of = None if function is None else function.child_by_field_name("value")
    return of is not None and of.type in PARTS


def _mentions(node: Node, name: str, behind: int) -> Iterator[Node]:
    """A variable's uses behind a place, in order; a macro's words count as uses."""
    if node.end_byte <= behind:
        return
    if node.type == "identifier" and node.start_byte >= behind and node_text(node) == name:
        yield node
    for child in node.named_children:
        yield from _mentions(child, name, behind)


def _is_changed_there(name: Node, block: Node) -> bool:
    """Whether a use is a change; a loop that takes out one after the other needs all of it."""
    place = name
    while place.parent is not None and place.parent.type in PARTS and place.parent.named_children[0] == place:
        place = place.parent
    around = place.parent
    if around is not None and around.type in ASSIGNMENTS:
        return around.child_by_field_name("left") == place
    if place.type != "field_expression" or around is None or around.type != "call_expression":
        return False
    method = place.child_by_field_name("field")
    said = "" if method is None else node_text(method)
    return said in CHANGING and not (said in TAKING and _in_loop(around, block))


def _in_loop(node: Node | None, block: Node) -> bool:
    while node is not None and node != block:
        if node.type in LOOPS:
            return True
        node = node.parent
    return False
