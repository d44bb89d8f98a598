"""Breaks of numbers and references: casts, dereferences, and the way into a tuple."""

from random import Random

from sleepy_coder.breaker.operators.removals import unwrap, without_method
from sleepy_coder.breaker.syntax import Break, Syntax

_INTEGERS = frozenset(f"{sign}{size}" for sign in "iu" for size in ("8", "16", "32", "64", "128", "size"))


def char_through_byte(syntax: Syntax, rng: Random) -> list[Break]:
    """`n as u8 as char` made `n as char`."""
    found = []
    for cast in syntax.all("type_cast_expression"):
        value, kind = cast.child_by_field_name("value"), cast.child_by_field_name("type")
        if value is None or kind is None or syntax.text(kind) != "char":
            continue
        inner = value.named_children[0] if value.type == "parenthesized_expression" else value
        if inner.type != "type_cast_expression":
            continue
        number, byte = inner.child_by_field_name("value"), inner.child_by_field_name("type")
        if number is not None and byte is not None and syntax.text(byte) == "u8":
            found.append(unwrap(value, number))
    return found


def cast_reference(syntax: Syntax, rng: Random) -> list[Break]:
    """`*x as f64` made `x as f64`."""
    return [
        Break.one(value.start_byte, value.start_byte + 1)
        for cast in syntax.all("type_cast_expression")
        if (value := cast.child_by_field_name("value")) is not None
        and value.type == "unary_expression"
        and value.children[0].type == "*"
    ]


def integer_width(syntax: Syntax, rng: Random) -> list[Break]:
    """`n as u64` and `u64::from(n)` made `n`, between integers."""
    found = []
    for cast in syntax.all("type_cast_expression"):
        value, kind = cast.child_by_field_name("value"), cast.child_by_field_name("type")
        if value is None or kind is None or syntax.text(kind) not in _INTEGERS:
            continue
        parent = cast.parent
        outer = parent if parent is not None and parent.type == "parenthesized_expression" else cast
        found.append(unwrap(outer, value))
    wider = [f"{kind}::from" for kind in sorted(_INTEGERS)]
    return found + [unwrap(call, argument) for call, argument in syntax.calls(*wider)] + without_method(syntax, "into")


def compared_reference(syntax: Syntax, rng: Random) -> list[Break]:
    """`*x == 3` made `x == 3`."""
    return [
        Break.one(side.start_byte, side.start_byte + 1)
        for comparison in syntax.all("binary_expression")
        if comparison.children[1].type in ("==", "!=")
        for side in comparison.named_children
        if side.type == "unary_expression" and side.children[0].type == "*"
    ]


def tuple_index(syntax: Syntax, rng: Random) -> list[Break]:
    """`pair.0` made `pair[0]`."""
    found = []
    for node in syntax.all("field_expression"):
        value, field = node.child_by_field_name("value"), node.child_by_field_name("field")
        if value is not None and field is not None and field.type == "integer_literal":
            index = f"[{syntax.text(field)}]"
            found.append(Break.one(value.end_byte, field.end_byte, index.encode()))
    return found


def inclusive_end(syntax: Syntax, rng: Random) -> list[Break]:
    """`v[2..]` made `v[2..=]`."""
    return [
        Break.one(node.children[-1].start_byte, node.end_byte, b"..=")
        for node in syntax.all("range_expression", "range_pattern")
        if node.children[-1].type == ".." and node.child_count > 1
    ]
