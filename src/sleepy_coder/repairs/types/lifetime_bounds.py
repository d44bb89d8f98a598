"""A function that gives back what one lifetime lends in some cases and what another one lends in others (an error
without a code): rustc says in words which has to outlive the other, and that is written where it is declared.

    fn pick<'a, 'b>(first: Option<&'a str>, rest: &'b str) -> &'a str       fn pick<'a, 'b: 'a>(..) -> &'a str

Not where the body never names what the result's own lifetime lends: then the value may be the mistake.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, node_at
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MESSAGE = "lifetime may not live long enough"
_BOUND = re.compile(r"^consider adding the following bound: `(?P<longer>'\w+): (?P<shorter>'(?!static)\w+)`$")
_RETURNED = re.compile(
    r"^(?:function|method|associated function) was supposed to return data with lifetime `(?P<shorter>'\w+)` "
    r"but it is returning data with lifetime `(?P<longer>'\w+)`$"
)


def lifetime_bounds(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The bound behind the lifetime that has to be the longer one."""
    said = next((found for one in error.children if (found := _BOUND.match(one.message))), None)
    returned = _RETURNED.match(span.label or "") if error.message == _MESSAGE else None
    function = around(node_at(tree, span), "function_item")
    if said is None or returned is None or function is None or said.groupdict() != returned.groupdict():
        return
    block = around(function, "impl_item")
    declared = _declared(function, said["longer"])
    if declared is None or (block is not None and block.child_by_field_name("trait") is not None):
        return
    lent = [one for one in arguments_of(function) if re.search(rf"{said['shorter']}\b", field_text(one, "type"))]
    body = function.child_by_field_name("body")
    named = {node_text(one) for one in walk(body) if one.type == "identifier"}
    if any(field_text(one, "pattern") in named for one in lent):
        sign = " +" if ":" in node_text(declared) else ":"
        bound = rewritten(tree, span.file, [after(declared, f"{sign} {said['shorter']}")])
        yield f"let `{said['longer']}` outlive `{said['shorter']}`", bound


def _declared(function: Node, lifetime: str) -> Node | None:
    """The lifetime among a function's parameters, with its bounds."""
    listed = function.child_by_field_name("type_parameters")
    own = listed.named_children if listed is not None else []
    return next((one for one in own if re.match(rf"{lifetime}\b", node_text(one))), None)
