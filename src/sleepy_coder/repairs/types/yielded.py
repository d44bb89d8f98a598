"""A function that returns an iterator over references and says that it is one over values (E0271): each value is copied
or cloned, as its result says, and where that cannot be the result says that they are references.

    fn above(&self) -> impl Iterator<Item = Sensor> + '_        fn above(&self) -> impl Iterator<Item = &Sensor> + '_
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.types.returned import last_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, before, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_YIELDS = re.compile(
    r"to be an iterator that yields `(?P<said>[^`]+)`, but it yields `&(?P<mut>mut )?(?P<held>[^`]+)`$"
)
_COPIED = re.compile(r"bool|char|f32|f64|[iu](?:8|16|32|64|128|size)|&.*")


def yielded(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Sequence[Edit]]]:
    """The values themselves, or the result as it is."""
    kinds = _YIELDS.search(error.message) if error.code == "E0271" else None
    function = around(node_at(tree, span), "function_item")
    if kinds is None or function is None or kinds["said"] != kinds["held"]:
        return
    chain = _chain(last_of(function.child_by_field_name("body")))
    if chain is not None and kinds["mut"] is None:
        method = "copied" if _COPIED.fullmatch(kinds["held"]) else "cloned"
        yield f"give its values by `{method}`", (rewritten(tree, span.file, [after(chain, f".{method}()")]),)
    item = next(_items(function.child_by_field_name("return_type")), None)
    if item is not None:
        reference = f"&{kinds['mut'] or ''}"
        yield "say that it gives references", (rewritten(tree, span.file, [before(item, reference)]),)


def _chain(value: Node | None) -> Node | None:
    """The calls of methods that make an iterator, in a box or not."""
    if value is not None and value.type == "call_expression" and field_text(value, "function") == "Box::new":
        given = value.child_by_field_name("arguments")
        value = given.named_children[0] if given is not None and len(given.named_children) == 1 else None
    function = value.child_by_field_name("function") if value is not None and value.type == "call_expression" else None
    return value if function is not None and function.type == "field_expression" else None


def _items(result: Node | None) -> Iterator[Node]:
    """The types to which a result binds `Item`."""
    for one in walk(result):
        kind = one.child_by_field_name("type") if one.type == "type_binding" else None
        if kind is not None and field_text(one, "name") == "Item":
            yield kind
