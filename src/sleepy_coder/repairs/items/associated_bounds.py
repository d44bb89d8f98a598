"""A method of a trait that is called on an associated type which nothing says has it (E0599): the bound goes to where
the type's parameter is declared. Of parameters themselves rustc says so."""

import re
from collections.abc import Iterator

from tree_sitter import Node, Point

from sleepy_coder.repairs.items.copied_parameters import declared_at, takes_away
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import is_library
from sleepy_coder.rust.nodes import node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_LACKING = re.compile(
    r"^no method named `(?P<method>\w+)` found for associated type `<(?P<name>\w+) as [^`]+>::(?P<type>\w+)`"
)
_OF = {
    "clone": "Clone",
    "cmp": "Ord",
    "max": "Ord",
    "min": "Ord",
    "clamp": "Ord",
    "partial_cmp": "PartialOrd",
    "eq": "PartialEq",
    "ne": "PartialEq",
    "to_string": "std::fmt::Display",
    "hash": "std::hash::Hash",
}
"""The traits of methods that belong to one alone."""


def associated_bounds(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`I::Item: Clone` in the `where` of the item that declares the parameter."""
    lacking = _LACKING.match(error.message) if error.code == "E0599" else None
    trait = _OF.get(lacking["method"]) if lacking is not None else None
    declared = declared_at(node_at(tree, span), lacking["name"]) if lacking is not None else None
    home = declared.parent.parent if declared is not None and declared.parent is not None else None
    if lacking is None or trait is None or declared is None or home is None:
        return
    if is_library(tree) and takes_away(declared):
        return
    bound = f"{lacking['name']}::{lacking['type']}: {trait}"
    clause = next((one for one in home.named_children if one.type == "where_clause"), None)
    yield f"ask for `{bound}`", rewritten(tree, span.file, [_listed(home, clause, bound)])


def _listed(home: Node, clause: Node | None, bound: str) -> tuple[Point, Point, str]:
    """A bound behind the others of a clause, or in a clause of its own."""
    inner = " " * home.start_point.column
    predicates = clause.named_children if clause is not None else []
    if clause is not None and predicates:
        last = predicates[-1]
        comma = "," if last.next_sibling is not None and last.next_sibling.type == "," else ""
        put = last.next_sibling if comma and last.next_sibling is not None else last
        lines = last.start_point.row > clause.start_point.row
        gap = f"\n{' ' * last.start_point.column}" if lines else " "
        return after(put, f"{'' if comma else ','}{gap}{bound}{comma}")
    body = home.child_by_field_name("body")
    ends = (home.child_by_field_name(part) for part in ("return_type", "type", "parameters"))
    end = next(one for one in ends if one is not None)
    return end.end_point, (body or end).start_point, f"\n{inner}where\n{inner}    {bound},\n{inner}"
