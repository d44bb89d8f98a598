"""Arithmetic on numbers of two types, of which one holds every value of the other, or is a float; and what is computed
of whole numbers where another type is wanted, which must be converted before and not after it is computed: behind it a
fraction is gone, a sum or a product too large, a difference below zero.
"""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.types.late_conversions import computed
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import field_text
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, on_one_line, value_at
from sleepy_coder.rust.numbers import converts, is_number
from sleepy_coder.rust.rewritten import written_over
from sleepy_coder.rust.source import Edit, SourceTree

_MIXED = re.compile(r"^no implementation for `(&?\w+|\{\w+\}) [-+*/%]=? (&?\w+|\{\w+\})`$")
_OF_NO_TYPE = {"{float}": "f64", "{integer}": "isize"}
"""What stands for a number whose type is open: a float that nothing else is said of, and an integer that may be any."""
_WANTED = re.compile(r"^expected `(\w+)`, found `(\w+)`$")
_GROWING = frozenset(("*", "+", "-", "<<"))
_TIGHT = frozenset(
    (
        *("identifier", "self", "field_expression", "call_expression", "index_expression", "parenthesized_expression"),
        *("try_expression", "await_expression", "scoped_identifier", "macro_invocation", "integer_literal"),
    )
)
"""What `as` binds less tightly than."""


def mixed_numbers(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """Operands of two types, one of them converted to the other's."""
    kinds = _MIXED.match(span.label or "")
    place = value_at(tree, span) if kinds is not None else None
    operation = around(place, "binary_expression", "compound_assignment_expr")
    if kinds is None or operation is None:
        return
    sides = [(kinds[1], kinds[2], "left"), (kinds[2], kinds[1], "right")]
    for own, other, name in sides[operation.type == "compound_assignment_expr" :]:
        value, kind, wanted = operation.child_by_field_name(name), own.removeprefix("&"), other.removeprefix("&")
        kind, wanted = (_result(operation) if one == "{float}" else _OF_NO_TYPE.get(one, one) for one in (kind, wanted))
        if value is None or value.type == "integer_literal" or not on_one_line(value) or _is_mixture(value, kind):
            continue
        operands = _bare(value) or value
        if _is_cut(operands, kind, wanted):
            value, new = operands, _operands(operands, kind, wanted)
        elif wanted[0] == "f" and kind[0] != "f" and _divides(value):
            continue
        else:
            value = _variable(value) if converts(kind, wanted) and wanted[0] != "f" else value
            new = _converted(value, kind, wanted, shared=own.startswith("&"))
            if new is not None and _is_compared(value, tree, span.file):
                new = f"({new})"  # behind a type `<` begins its arguments
        if new is not None:
            yield f"convert the `{own}` to `{wanted}`", written_over(tree, span.file, value, new)


def _result(operation: Node) -> str:
    """The float that an operation of a function's last value is to be: `f32` where the function gives one back."""
    value = operation
    while value.parent is not None and value.parent.type in ("binary_expression", "parenthesized_expression"):
        value = value.parent
    body = value.parent
    last = body is not None and body.type == "block" and body.named_children[-1] == value
    narrow = last and body is not None and field_text(body.parent, "return_type") == "f32"
    return "f32" if narrow else _OF_NO_TYPE["{float}"]


def converted_first(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """A quotient whose fraction is wanted, or what may not fit its own type, of converted numbers."""
    kinds = _WANTED.match(span.label or "") if error.code == "E0308" else None
    operation = _bare(computed(tree, span)) if kinds is not None else None
    if kinds is None or operation is None or not on_one_line(operation) or _is_needed_twice(operation, span):
        return
    wanted, kind = kinds[1], kinds[2]
    growing = _operator(operation) in _GROWING - {"<<" if wanted[0] == "f" else ""}
    may_be_larger = converts(kind, wanted) and growing
    new = _operands(operation, kind, wanted) if may_be_larger or _is_cut(operation, kind, wanted) else None
    if new is not None:
        yield f"convert to `{wanted}` first", written_over(tree, span.file, operation, new)


def _is_needed_twice(value: Node, span: Span) -> bool:
    """Whether what is computed before a span has a name that is used elsewhere, too."""
    let = around(value, "let_declaration") if value.end_byte <= span.byte_start else None
    pattern = let.child_by_field_name("pattern") if let is not None else None
    if let is None or let.parent is None or pattern is None:
        return False
    below = node_text(let.parent).encode()[let.end_byte - let.parent.start_byte :].decode()
    return len(re.findall(rf"\b{node_text(pattern)}\b", below)) > 1


def _is_compared(value: Node, tree: SourceTree, file: str) -> bool:
    rest = tree.line(file, value.end_point.row + 1).encode()[value.end_point.column :]
    return rest.lstrip().startswith(b"<")


def _is_cut(operation: Node, kind: str, wanted: str) -> bool:
    """Whether a quotient of whole numbers has lost its fraction when it is converted, or a difference its sign."""
    late = _operator(operation) == "/" or (_operator(operation) == "-" and kind[0] == "u")
    return wanted[0] == "f" and kind[0] in "iu" and late


def _divides(value: Node) -> bool:
    """Whether a computation has lost a fraction on its way."""
    parts = value.named_children if value.type in ("binary_expression", "parenthesized_expression") else []
    return _operator(value) == "/" or any(map(_divides, parts))


def _operands(operation: Node, kind: str, wanted: str) -> str | None:
    """An operation on converted operands."""
    left, right = (operation.child_by_field_name(name) for name in ("left", "right"))
    if left is None or right is None:
        return None
    new = [_operand(left, kind, wanted)]
    new.append(node_text(right) if _operator(operation) == "<<" else _operand(right, kind, wanted))
    return f" {_operator(operation)} ".join(one for one in new if one is not None) if None not in new else None


def _operand(value: Node, kind: str, wanted: str) -> str | None:
    """An operand as the wanted type; None where a fraction is already lost in it, or it is of two types."""
    if value.type == "integer_literal" and node_text(value).isdecimal():
        return f"{node_text(value)}.0" if wanted[0] == "f" else node_text(value)
    bare = _bare(value)
    if wanted[0] != "f" and bare is not None and _operator(bare) in _GROWING:
        new = _operands(bare, kind, wanted)
        return f"({new})" if new is not None and bare != value else new
    lost = wanted[0] == "f" and "/" in node_text(value)
    return None if lost or _is_mixture(value, kind) else _converted(value, kind, wanted, shared=False)


def _operator(node: Node) -> str:
    operator = node.child_by_field_name("operator") if node.type == "binary_expression" else None
    return node_text(operator) if operator is not None else ""


def _bare(node: Node | None) -> Node | None:
    """What parentheses hold."""
    while node is not None and node.type == "parenthesized_expression":
        node = node.named_children[0]
    return node


def _converted(value: Node, kind: str, wanted: str, *, shared: bool) -> str | None:
    """A value as the wanted type, if that holds what it is; `shared` if the value is a reference."""
    bare = value.named_children[0] if value.type == "parenthesized_expression" else value
    text = node_text(bare)
    if shared and bare.type == "reference_expression":
        text = node_text(bare.named_children[-1])
    elif shared:
        text = f"*{text}" if bare.type in _TIGHT else ""
    if text and converts(kind, wanted):
        return f"{wanted}::from({text})"
    if text and is_number(kind) and is_number(wanted) and kind[0] != "f" and wanted[0] == "f":
        return f"{text} as {wanted}" if bare.type in _TIGHT or shared else f"({text}) as {wanted}"
    return None


def _variable(value: Node) -> Node:
    """What varies in a value: converted before it is multiplied by a constant, it does not overflow."""
    inner = value.named_children[0] if value.type == "parenthesized_expression" else value
    if inner.type != "binary_expression":
        return value
    varying = [side for side in inner.named_children if side.type != "integer_literal"]
    return _variable(varying[0]) if len(varying) == 1 else value


def _is_mixture(value: Node, kind: str) -> bool:
    """Whether part of a computation is cast to another type than the one that is said of it, which then is a guess."""
    if value.type == "type_cast_expression":
        cast = value.child_by_field_name("type")
        return cast is not None and node_text(cast) != kind
    parts = value.named_children if value.type in ("binary_expression", "parenthesized_expression") else []
    return any(_is_mixture(part, kind) for part in parts)
