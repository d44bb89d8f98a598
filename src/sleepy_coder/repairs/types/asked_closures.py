"""A `?` in a closure that gives each value of a chain (E0277), where the function could give the failure back: each
value becomes a Result, and what collects them, or adds them up, stops at the first failure and is asked instead.

    lines.map(|l| parse(l)?).collect()      lines.map(|l| parse(l)).collect::<Result<Vec<_>, _>>()?
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.chains import method_of
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import Piece, after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_IN_CLOSURE = re.compile(r"^the `\?` operator can only be used in a closure that returns `Result` or `Option`")
_FAILING = re.compile(r"(?:\w+::)*(?P<kind>Option|\w*Result)\b")
_COLLECTION = re.compile(r"<\s*(?P<kind>(?:\w+::)*(?!Result\b|Option\b)\w+(?:<.*>)?)\s*>", re.DOTALL)


def asked_closures(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The `?` behind the chain's end, if the closure ends in it and has no other."""
    closure = around(node_at(tree, span), "closure_expression") if error.code == "E0277" else None
    body = closure.child_by_field_name("body") if closure is not None and _IN_CLOSURE.match(error.message) else None
    asked = body.named_children[-1] if body is not None and body.type == "block" and body.named_children else body
    function = around(closure, "function_item")
    failing = _FAILING.match(field_text(function, "return_type"))
    if body is None or asked is None or asked.type != "try_expression" or failing is None:
        return
    others = [one for one in walk(body) if one.type in ("try_expression", "return_expression") and one != asked]
    mapped = closure.parent.parent if closure is not None and closure.parent is not None else None
    name = method_of(mapped) if mapped is not None else None
    end = _next(mapped) if name is not None and node_text(name) == "map" else None
    if others or end is None:
        return
    mark = asked.children[-1]
    pieces: list[Piece] = [(mark.start_point, mark.end_point, "")]
    given = _given(end, "Option" if failing["kind"] == "Option" else "Result")
    if given is not None:
        yield "ask what it collects", rewritten(tree, span.file, [*pieces, given, after(end, "?")])


def _next(call: Node | None) -> Node | None:
    """The call that takes the values of a chain, as its next one."""
    access = call.parent if call is not None else None
    while access is not None and access.type in ("field_expression", "generic_function"):
        access = access.parent
    name = method_of(access) if access is not None and access.type == "call_expression" else None
    return access if name is not None and node_text(name) in ("collect", "sum", "product") else None


def _given(end: Node, kind: str) -> Piece | None:
    """What a chain's end gives before it is asked, as far as it or its `let` tells."""
    name, function = method_of(end), end.child_by_field_name("function")
    told = function.child_by_field_name("type_arguments") if function is not None else None
    typed = end.parent is not None and end.parent.type == "let_declaration" and end.parent.child_by_field_name("type")
    held = _COLLECTION.fullmatch(node_text(told)) if told is not None else None
    if name is None or (told is not None and held is None):
        return None
    rest = ", _" if kind == "Result" else ""
    if told is not None and held is not None:
        return told.start_point, told.end_point, f"<{kind}<{held['kind']}{rest}>>"
    listed = "_" if typed or node_text(name) != "collect" else "Vec<_>"
    return after(name, f"::<{kind}<{listed}{rest}>>")
