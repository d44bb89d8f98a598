"""A copy of what lives longer, of which a reference is kept or given back although the copy ends first (E0515, E0597):
the reference is to the original.

    for path in paths {                           for path in paths {
        let copy = path.name.clone();                 let copy = &path.name;
        longest = &copy;                              longest = copy;

Not where the copy is changed. That the original is not changed meanwhile either the compiler sees.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.ownership.interior import has_cells
from sleepy_coder.repairs.ownership.plain_locals import binding, uses
from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import node_at
from sleepy_coder.rust.rewritten import Piece, apart, instead
from sleepy_coder.rust.source import Edit, SourceTree

_OUTLIVED = {
    "E0515": re.compile(r" local variable `(?P<name>\w+)`$"),
    "E0597": re.compile(r"^`(?P<name>\w+)` does not live long enough$"),
}
_COPYING = frozenset(("clone", "to_vec", "to_owned", "to_path_buf"))
_PLACES = frozenset(("identifier", "field_expression", "index_expression"))


def borrowed_originals(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The original in the place of its copy: as it is, if it is a reference, or a reference to it."""
    outlived = _OUTLIVED.get(error.code or "")
    said = outlived.search(error.message) if outlived is not None else None
    if said is None or has_cells(tree):
        return
    borrowed = (
        one for one in error.spans if one.label == f"`{said['name']}` is borrowed here" and one.file == span.file
    )
    use = node_at(tree, next(borrowed, span))
    let = binding(use, said["name"]) if use is not None else None
    value = let.child_by_field_name("value") if let is not None else None
    original = _original(value) if value is not None else None
    if let is None or value is None or original is None:
        return
    if any(child.type == "mutable_specifier" for child in let.children):
        return
    place = node_text(original)
    uses_of_it = [piece for one in uses(let) if (piece := _without_reference(one)) is not None]
    if original.type == "identifier":
        yield "do without the copy", apart(tree, span.file, [instead(value, place), *uses_of_it])
    yield "borrow the original", apart(tree, span.file, [instead(value, f"&{place}"), *uses_of_it])


def _original(value: Node) -> Node | None:
    """The place that a call copies."""
    method, given = method_of(value), field_text(value, "arguments")
    place = method.parent.child_by_field_name("value") if method is not None and method.parent is not None else None
    if method is None or place is None or node_text(method) not in _COPYING or given != "()":
        return None
    return place if place.type in _PLACES else None


def _without_reference(use: Node) -> Piece | None:
    """A use of what is a reference by then."""
    outer = use.parent
    if outer is None or outer.type != "reference_expression":
        return None
    if any(child.type == "mutable_specifier" for child in outer.children):
        return None
    field = outer.parent
    short = field is not None and field.type == "field_initializer" and field_text(field, "field") == node_text(use)
    return instead(field if short and field is not None else outer, node_text(use))
