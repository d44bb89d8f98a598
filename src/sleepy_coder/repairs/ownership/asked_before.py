"""A value that a method of the whole computes while a part is borrowed to be written (E0502): it is computed before
the part is borrowed, where nothing between the two may change what the method sees, and the method cannot fail or be
noticed where the borrow ends the function.

    let entry = self.open.get_mut(&n)?;           let fee = self.fee(n);
    let fee = self.fee(n);                        let entry = self.open.get_mut(&n)?;
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import COMMENTS, node_text, parse
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_BORROWING = frozenset(
    ("get_mut", "iter_mut", "values_mut", "first_mut", "last_mut", "front_mut", "back_mut", "as_mut")
)
_FAILING = frozenset(("unwrap", "expect"))
_HANDED_ON = frozenset(("unwrap", "expect", "ok_or", "ok_or_else", "next"))
_PURE = frozenset(
    (
        *("abs", "as_str", "checked_add", "checked_sub", "clone", "cloned", "contains", "contains_key", "copied"),
        *("count", "filter", "first", "get", "is_empty", "is_none", "is_some", "iter", "keys", "last", "len", "map"),
        *("max", "min"),
        *("saturating_add", "saturating_mul", "saturating_sub", "sum", "to_string", "trim", "unwrap_or"),
        *("unwrap_or_default", "values"),
    )
)
_CHANGING = frozenset(("assignment_expression", "compound_assignment_expr", "macro_invocation", "call_expression"))
_BINDING = frozenset(("let_declaration", "for_expression", "match_expression", "closure_expression", "let_condition"))


def asked_before(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The later of two `let`s before the earlier."""
    second = around(node_at(tree, span), "let_declaration", "block") if error.code == "E0502" else None
    firsts = [one for one in error.spans if (one.label or "").startswith("mutable borrow occurs here")]
    if second is None or second.type != "let_declaration" or len(firsts) != 1 or firsts[0].file != span.file:
        return
    first = around(node_at(tree, firsts[0]), "let_declaration", "block")
    if first is None or first.type != "let_declaration" or first.parent != second.parent:
        return
    between = _between(first, second)
    if between is None or not _only_borrows(first) or any(map(_may_change, between)):
        return
    if _depends(second, [first, *between]):
        return
    value = second.child_by_field_name("value")
    subtracts = any(one.type == "-" for one in walk(value))  # which fails where the function may have returned
    if not _harmless(value, tree) or (subtracts and _may_leave(first)):
        return
    if any(one.type == "attribute_item" for one in (first.prev_sibling, *between) if one is not None):
        return
    start, end = first.start_point.row + 1, second.end_point.row + 1
    top, bottom = with_comments(second), second.end_point.row + 1
    if not (alone(tree, span.file, first) and alone(tree, span.file, second)):
        return
    moved, rest = tree.range_text(span.file, top, bottom), tree.range_text(span.file, start, top - 1)
    yield "compute it first", Edit(span.file, start, end, f"{rest}\n{moved}", f"{moved}\n{rest}")


def with_comments(statement: Node) -> int:
    """The first line of a statement or of the comments right above it."""
    row, above = statement.start_point.row, statement.prev_named_sibling
    while above is not None and above.type in COMMENTS and above.end_point.row >= row - 1:
        before = above.prev_named_sibling
        if before is not None and before.end_point.row == above.start_point.row:
            break  # it stands behind something else
        row, above = above.start_point.row, before
    return row + 1


def _between(first: Node, second: Node) -> list[Node] | None:
    """The statements between two of a block, the first before the second."""
    found: list[Node] = []
    node = first.next_named_sibling
    while node is not None and node != second:
        found.append(node)
        node = node.next_named_sibling
    return found if node is not None else None


def _only_borrows(let: Node) -> bool:
    """Whether a `let` borrows a part and does nothing else: what `entry` or `pop_mut` does may be seen."""
    value = let.child_by_field_name("value")
    while value is not None and value.type in ("call_expression", "try_expression", "reference_expression"):
        if value.type == "reference_expression":
            inner = value.child_by_field_name("value")
            return inner is not None and not any(one.type in _CHANGING for one in walk(inner))
        if value.type == "try_expression":
            value = value.named_children[0]
            continue
        function, given = value.child_by_field_name("function"), value.child_by_field_name("arguments")
        method = function.child_by_field_name("field") if function is not None else None
        if function is None or method is None:
            return False
        if node_text(method) in _BORROWING:
            return given is not None and not any(one.type in _CHANGING for one in walk(given))
        if node_text(method) not in _HANDED_ON:
            return False
        value = function.child_by_field_name("value")
    return False


def _may_leave(let: Node) -> bool:
    """Whether the borrow may end the function."""
    asked = any(one.type == "try_expression" for one in walk(let)) or let.child_by_field_name("alternative") is not None
    return asked or any(one.type == "field_identifier" and node_text(one) in _FAILING for one in walk(let))


def _may_change(statement: Node) -> bool:
    return statement.type not in COMMENTS and any(one.type in _CHANGING for one in walk(statement))


def _harmless(value: Node | None, tree: SourceTree, *, depth: int = 2) -> bool:
    """Whether a value is computed without a way to fail or to be noticed, as far as what it calls shows."""
    for one in walk(value):
        if one.type in ("index_expression", "macro_invocation", "assignment_expression", "compound_assignment_expr"):
            return False
        if one.type == "binary_expression" and (operator := one.child_by_field_name("operator")) is not None:
            right = one.child_by_field_name("right")
            if operator.type in ("/", "%") and (
                right is None or right.type not in ("integer_literal", "float_literal")
            ):
                return False
        if one.type == "call_expression" and not _calls_harmless(one, tree, depth):
            return False
    return value is not None


def _calls_harmless(call: Node, tree: SourceTree, depth: int) -> bool:
    function = call.child_by_field_name("function")
    method = function.child_by_field_name("field") if function is not None else None
    if method is None:
        return False
    name = node_text(method)
    homes = [
        one
        for file, text in tree.files.items()
        if file.endswith(".rs") and f"fn {name}" in text
        for one in walk(parse(text))
        if one.type == "function_item" and node_text(one.child_by_field_name("name") or one) == name
    ]
    if not homes:
        return name in _PURE
    return depth > 0 and len(homes) == 1 and _harmless(homes[0].child_by_field_name("body"), tree, depth=depth - 1)


def _depends(let: Node, earlier: list[Node]) -> bool:
    """Whether a `let` names what an earlier one binds, binds what an earlier one names, or leaves the function."""
    if let.child_by_field_name("alternative") is not None or any(one.type == "try_expression" for one in walk(let)):
        return True
    value, pattern = let.child_by_field_name("value"), let.child_by_field_name("pattern")
    bound = {name for one in earlier for inner in walk(one) if inner.type in _BINDING for name in _pattern(inner)}
    named = {node_text(name) for one in earlier for name in walk(one) if name.type == "identifier"}
    used = {node_text(one) for one in walk(value) if one.type == "identifier"}
    return bool(bound & used) or bool({node_text(one) for one in walk(pattern) if one.type == "identifier"} & named)


def _pattern(node: Node) -> set[str]:
    pattern = node.child_by_field_name("pattern")
    return {node_text(one) for one in walk(pattern) if one.type == "identifier"}


def alone(tree: SourceTree, file: str, statement: Node) -> bool:
    """Whether a statement has its lines to itself."""
    first = tree.line(file, statement.start_point.row + 1).encode()
    last = tree.line(file, statement.end_point.row + 1).encode()
    return not first[: statement.start_point.column].strip() and not last[statement.end_point.column :].strip()
