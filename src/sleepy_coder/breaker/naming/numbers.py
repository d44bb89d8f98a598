"""Other integers for a program, such that it still compiles and hardly ever panics."""

import re
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.naming.pools import words
from sleepy_coder.breaker.syntax import Cut, Syntax, within

# What these methods are given is a position, a length or a base.
_FIXED_ARGUMENTS = frozenset(
    words(
        "nth skip take get get_mut remove insert chunks windows step_by swap split_at truncate with_capacity splitn"
        " rsplitn chunks_exact swap_remove drain rotate_left rotate_right repeat pow powi from_digit to_digit is_digit"
        " from_str_radix from_millis from_secs"
    )
)


def number_cuts(syntax: Syntax, rng: Random) -> list[Cut]:
    """Other integers of the same size, in the same order.

    A value that is a length, an index or the end of a range anywhere stays everywhere.
    """
    nodes = syntax.all("integer_literal")
    fixed = {0, 1}
    values: dict[int, list[Node]] = {}
    for node in nodes:
        text = syntax.text(node)
        if text.isdecimal():
            values.setdefault(int(text), []).append(node)
            if _is_fixed(syntax, node):
                fixed.add(int(text))
        else:
            fixed.update(int(digits) for digits in re.findall(r"^\d+", text))
    cuts: list[Cut] = []
    order = sorted(values)
    low = 1
    for index, value in enumerate(order):
        above = order[index + 1] - 1 if index + 1 < len(order) else value * 2
        made = value
        if value not in fixed and value < 10_000 and rng.random() < 0.7:
            ceiling = next(limit for limit in (9, 99, 127, 255, 999, 9_999) if value <= limit)
            high = min(value + max(2, value // 3), above, ceiling)
            floor = max(low + 1, value - max(2, value // 3), 2)
            made = rng.randint(floor, high) if floor <= high else value
        low = made
        if made != value:
            cuts.extend(Cut(node.start_byte, node.end_byte, str(made).encode()) for node in values[value])
    return cuts


def _is_fixed(syntax: Syntax, node: Node) -> bool:
    parent = node.parent
    if parent is None or parent.type in ("array_type", "index_expression", "range_expression", "field_expression"):
        return True
    if parent.type in (
        "type_arguments",
        "range_pattern",
        "match_pattern",
        "tuple_pattern",
        "or_pattern",
        "enum_variant",
    ):
        return True
    if parent.type.endswith("_pattern") or within(node, "array_type", "const_item") is not None:
        return True
    if parent.type == "binary_expression" and syntax.text(parent.children[1]) in ("<<", ">>", "%", "/"):
        return True
    if parent.type == "arguments" and parent.parent is not None:
        called = parent.parent.child_by_field_name("function")
        return called is not None and re.split(r"\W+", syntax.text(called))[-1] in _FIXED_ARGUMENTS
    if parent.type in ("array_expression", "token_tree"):
        around = [side.type for side in (node.prev_sibling, node.next_sibling) if side is not None]
        return not {";", "..", "..=", ".", "<<", ">>", "%", "/"}.isdisjoint(around) or around == ["[", "]"]
    return False
