"""A local that begins as `0` and is used as a float (E0277, E0308): it is the literal that lacks its point. Where the
local is also used as an integer, the compiler says so. Where `{:?}` shows it, `3` would become `3.0`.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.ownership.plain_locals import binding, debugged
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, covered, value_at
from sleepy_coder.rust.rewritten import after, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree

_MIXED = re.compile(
    r"^no implementation for `(?:(?P<left>\{integer\}) [-+*/%]=? &?(?:f\d+|\{float\})"
    r"|&?(?:f\d+|\{float\}) [-+*/%]=? (?P<right>\{integer\}))`$"
)
_FLOAT_WANTED = re.compile(r"^expected `f(?:32|64)`, found integer$")


def float_literals(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The literal that a local is bound to as a float, or the local where it is used."""
    use = _integer(error, span, tree)
    let = binding(use, node_text(use)) if use is not None and use.type == "identifier" else None
    value = let.child_by_field_name("value") if let is not None else None
    if let is None or use is None or value is None:
        return
    if value.type != "integer_literal" or not node_text(value).isdecimal():
        return
    if not debugged(let) or _is_changed(use):
        yield "begin with a float", rewritten(tree, span.file, [after(value, ".0")])
    elif error.code == "E0308" and "`f64`" in (span.label or ""):
        yield "make it a float here", written_over(tree, span.file, use, f"f64::from({node_text(use)})")


def _is_changed(use: Node) -> bool:
    """Whether a float is added to a local, which only a float can hold."""
    return use.parent is not None and use.parent.type == "compound_assignment_expr"


def _integer(error: Diagnostic, span: Span, tree: SourceTree) -> Node | None:
    """What is an integer where a float is wanted."""
    place = value_at(tree, span) if error.code in ("E0277", "E0308") else None
    if error.code == "E0308":
        return covered(place, span) if _FLOAT_WANTED.match(span.label or "") else None
    mixed = _MIXED.match(span.label or "")
    operation = around(place, "binary_expression", "compound_assignment_expr") if mixed is not None else None
    return operation.child_by_field_name("left" if mixed and mixed["left"] else "right") if operation else None
