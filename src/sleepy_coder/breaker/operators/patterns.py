"""Breaks of patterns: what a match covers, what a pattern binds, how a variant is written."""

import re
from itertools import pairwise
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.naming.misspelling import misspell
from sleepy_coder.breaker.syntax import Break, Syntax, within

_OPPOSITES = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}
_WAYS_OUT = frozenset(("return;", "return", "return None;", "return None", "continue;", "continue"))


def range_end(syntax: Syntax, rng: Random) -> list[Break]:
    """`0..=9 => ..` made `0..9 => ..`, so that 9 is in no arm."""
    return [
        Break.one(mark.start_byte, mark.end_byte, b"..")
        for node in syntax.all("range_pattern")
        if within(node, "match_pattern") is not None
        for mark in node.children
        if mark.type == "..=" and mark.next_sibling is not None
    ]


def needless_guard(syntax: Syntax, rng: Random) -> list[Break]:
    """`n if n < 5 => a, n => b` made `n if n < 5 => a, n if n >= 5 => b`: rustc does not reckon with guards."""
    found = []
    for block in syntax.all("match_block"):
        patterns = [arm.child_by_field_name("pattern") for arm in block.named_children if arm.type == "match_arm"]
        for guarded, plain in pairwise(pattern for pattern in patterns if pattern is not None):
            opposite = _opposite(syntax, guarded)
            if opposite is None or plain.child_by_field_name("condition") is not None:
                continue
            shape = syntax.text(guarded.children[0])
            if syntax.text(plain) in (shape, re.sub(r"\b[a-z]\w*", "_", shape)):
                found.append(Break.one(plain.start_byte, plain.end_byte, f"{shape} if {opposite}".encode()))
    return found


def _opposite(syntax: Syntax, pattern: Node) -> str | None:
    """The negation of a pattern's guard, if that is a comparison."""
    guard = pattern.child_by_field_name("condition")
    if guard is None or guard.type != "binary_expression":
        return None
    left, operator, right = (guard.child_by_field_name(name) for name in ("left", "operator", "right"))
    if left is None or operator is None or right is None or operator.type not in _OPPOSITES:
        return None
    return f"{syntax.text(left)} {_OPPOSITES[operator.type]} {syntax.text(right)}"


def else_of_let(syntax: Syntax, rng: Random) -> list[Break]:
    """`let Some(x) = y else { continue };` made `let Some(x) = y;`, where the way out needs no guess."""
    found = []
    for node in syntax.all("let_declaration"):
        value, other = node.child_by_field_name("value"), node.child_by_field_name("alternative")
        if value is None or other is None:
            continue
        if " ".join(syntax.text(other)[1:-1].split()) in _WAYS_OUT:
            found.append(Break.one(value.end_byte, other.end_byte))
    return found


def variant_arguments(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name(_)` or `Name(..)` made `Name`."""
    return [
        Break.one(kind.end_byte, node.end_byte)
        for node in syntax.all("tuple_struct_pattern")
        if (kind := node.child_by_field_name("type")) is not None
        and all(syntax.text(child) in ("_", "..", "(", ")", ",") for child in node.children[1:])
    ]


def bound_twice(syntax: Syntax, rng: Random) -> list[Break]:
    """`(a, _)` made `(a, a)`."""
    found = []
    for node in syntax.all("tuple_pattern", "tuple_struct_pattern"):
        fields = [child for child in node.children if child.type not in ("(", ")", ",")]
        names = [syntax.text(child) for child in fields if child.type == "identifier" and child.text != fields[0].text]
        if node.type == "tuple_pattern" and fields and fields[0].type == "identifier":
            names.insert(0, syntax.text(fields[0]))
        blanks = [child for child in fields if child.type == "_"]
        if names and blanks and blanks[-1].start_byte > fields[0].start_byte:
            found.append(Break.one(blanks[-1].start_byte, blanks[-1].end_byte, rng.choice(names).encode()))
    return found


def variant_name(syntax: Syntax, rng: Random) -> list[Break]:
    """`Some(x)` in a pattern misspelt."""
    return [
        Break.one(kind.start_byte, kind.end_byte, misspell(syntax.text(kind), rng).encode())
        for node in syntax.all("tuple_struct_pattern")
        if (kind := node.child_by_field_name("type")) is not None and kind.type == "identifier"
    ]
