"""Breaks where Option, Result and `?` meet."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.operators.removals import unwrap, without_method
from sleepy_coder.breaker.syntax import Break, Method, Syntax, within


def ok_method(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.ok()` made `x`, where no `?` follows."""
    followed = {method.call.end_byte for method in syntax.methods("ok") if _is_tried(method.call)}
    return [cut for cut in without_method(syntax, "ok") if cut.cuts[0].end not in followed]


def tried_result(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.ok()?` made `x?` in a function that returns an Option."""
    return [Break.one(method.dot, method.call.end_byte) for method in syntax.methods("ok") if _is_tried(method.call)]


def error_mapping(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.map_err(Name)?` made `x?`; also a closure that only turns the error into text."""
    return [
        Break.one(method.dot, method.call.end_byte)
        for method in syntax.methods("map_err")
        if _is_tried(method.call) and _needs_no_guess(syntax, method)
    ]


def tried_in_unit(syntax: Syntax, rng: Random) -> list[Break]:
    """`x.unwrap()` made `x?` in a function that returns neither Option nor Result."""
    found = []
    for method in syntax.methods("unwrap", "expect"):
        place = within(method.call, "function_item", "closure_expression", "async_block")
        if place is None or place.type != "function_item":
            continue
        kind = place.child_by_field_name("return_type")
        if kind is None or not any(word in syntax.text(kind) for word in ("Option", "Result")):
            found.append(Break.one(method.dot, method.call.end_byte, b"?"))
    return found


def boxed(syntax: Syntax, rng: Random) -> list[Break]:
    """`Box::new(x)` made `x`."""
    return [unwrap(call, argument) for call, argument in syntax.calls("Box::new")]


def _is_tried(call: Node) -> bool:
    return call.parent is not None and call.parent.type == "try_expression"


def _needs_no_guess(syntax: Syntax, method: Method) -> bool:
    """Whether the argument is a path, or a closure of the shape `|e| e.to_string()` or `|e| Name(e)`."""
    if method.arguments.named_child_count != 1:
        return False
    argument = method.arguments.named_children[0]
    if argument.type in ("identifier", "scoped_identifier"):
        return True
    parameters, body = argument.child_by_field_name("parameters"), argument.child_by_field_name("body")
    if argument.type != "closure_expression" or parameters is None or body is None:
        return False
    name = syntax.text(parameters).strip("| ")
    return syntax.text(body) == f"{name}.to_string()" or syntax.text(body).endswith(f"({name})")
