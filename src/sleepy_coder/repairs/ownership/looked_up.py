"""A reference that is found in a map and returned, while the way on changes the map: rustc keeps the borrow for that
way too (E0499, E0502, E0506). Whether the key is there is asked first, without a borrow that lasts.

    if let Some(page) = self.pages.get(url) { return page; }
    if self.pages.contains_key(url) { return &self.pages[url]; }
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import instead, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_CODES = ("E0499", "E0502", "E0506")
_REQUIRED = "returning this value requires that"
PURE = frozenset(
    (
        *("identifier", "self", "field_identifier", "field_expression", "reference_expression", "unary_expression"),
        *("parenthesized_expression", "tuple_expression", "string_literal", "string_content", "integer_literal"),
        *("char_literal", "escape_sequence", "scoped_identifier"),
    )
)
"""Of which a place or a key consists that may be said twice."""


def looked_up(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`contains_key` before the value is looked up."""
    for one in error.spans if error.code in _CODES else ():
        if one.file != span.file or not (one.label or "").startswith(_REQUIRED):
            continue
        found = around(node_at(tree, one), "if_expression", "function_item", "closure_expression")
        condition = found.child_by_field_name("condition") if found is not None else None
        returned = _returned(found) if found is not None and found.type == "if_expression" else None
        if condition is None or returned is None or condition.type != "let_condition":
            continue
        bound = _bound(condition)
        looked = condition.child_by_field_name("value")
        way = _way(looked) if looked is not None else None
        if bound is None or looked is None or way is None:
            continue
        place, method, key = way
        whole = node_text(returned) == f"Some({bound})"
        if not whole and node_text(returned) != bound:
            continue
        single = f"&{place}[{key}]" if method == "get" else f"{place}.get_mut({key}).unwrap()"
        new = node_text(looked) if whole else single
        pieces = [instead(condition, f"{place}.contains_key({key})"), instead(returned, new)]
        yield "ask for the key first", rewritten(tree, span.file, pieces)


def _returned(branch: Node) -> Node | None:
    """What the only statement of an `if` without an `else` returns."""
    body = branch.child_by_field_name("consequence")
    if body is None or branch.child_by_field_name("alternative") is not None or len(body.named_children) != 1:
        return None
    (only,) = body.named_children
    inner = only.named_children[0] if only.type == "expression_statement" and only.named_children else only
    return inner.named_children[0] if inner.type == "return_expression" and inner.named_children else None


def _bound(condition: Node) -> str | None:
    """The name in `Some(name)`."""
    pattern = condition.child_by_field_name("pattern")
    if pattern is None or pattern.type != "tuple_struct_pattern" or len(pattern.named_children) != 2:
        return None
    outer, inner = pattern.named_children
    return node_text(inner) if node_text(outer) == "Some" and inner.type == "identifier" else None


def _way(looked: Node) -> tuple[str, str, str] | None:
    """Place, method and key of `place.get(key)`, where both may be said twice."""
    function, given = looked.child_by_field_name("function"), looked.child_by_field_name("arguments")
    method = function.child_by_field_name("field") if function is not None else None
    place = function.child_by_field_name("value") if function is not None else None
    if looked.type != "call_expression" or method is None or place is None or given is None:
        return None
    plain = all(one.type in PURE for part in (place, *given.named_children) for one in walk(part) if one.is_named)
    if node_text(method) not in ("get", "get_mut") or len(given.named_children) != 1 or not plain:
        return None
    return node_text(place), node_text(method), node_text(given.named_children[0])
