"""A `?` on an error where the function returns a String (E0277), which is the error's text, or an Option, which has no
place for one. For an enum of errors: `error_variants.py`.
"""

from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of, next_call
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import Piece, after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree

_TEXT_WANTED = "`?` couldn't convert the error to `String`"
_DISCARDED = "use `.ok()?` if you want to discard"


def error_conversions(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`map_err` or `ok` before the `?`."""
    asked = around(value_at(tree, span), "try_expression") if error.code == "E0277" else None
    if asked is not None and asked.named_children and (span.label or "").startswith(_DISCARDED):
        value = asked.named_children[0]
        yield "take it as an Option", rewritten(tree, span.file, [after(value, next_call(value, "ok()"))])
    if asked is None or not asked.named_children or _TEXT_WANTED not in error.message:
        return
    value = asked.named_children[0]
    pieces = [*_parsed(asked, value), after(value, next_call(value, "map_err(|e| e.to_string())"))]
    yield "make it a `String`", rewritten(tree, span.file, pieces)


def _parsed(asked: Node, value: Node) -> Iterator[Piece]:
    """What a text is parsed into, as far as a `let` tells: a closure must know what error it is given."""
    let, method = asked.parent, method_of(value)
    kind = let.child_by_field_name("type") if let is not None and let.type == "let_declaration" else None
    bare = method is not None and method.parent is not None and method.parent.parent == value
    if kind is not None and method is not None and bare and node_text(method) == "parse":
        yield after(method, f"::<{node_text(kind)}>")
