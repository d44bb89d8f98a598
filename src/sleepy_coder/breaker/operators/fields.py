"""Breaks in struct literals, patterns and imports: one entry of a list removed or repeated."""

import re
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Syntax, within


def without_entry(node: Node) -> Break:
    """A list entry removed with one comma."""
    after, before = node.next_sibling, node.prev_sibling
    if after is not None and after.type == ",":
        follows = after.next_sibling
        return Break.one(
            node.start_byte, follows.start_byte if follows is not None and follows.is_named else after.end_byte
        )
    if before is not None and before.type == ",":
        return Break.one(before.start_byte, node.end_byte)
    return Break.one(node.start_byte, node.end_byte)


def initialiser(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name { a, b }` made `Name { a }`; only shorthand fields, so that the repair needs no guess."""
    return [without_entry(node) for node in syntax.all("shorthand_field_initializer")]


def initialiser_twice(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name { a: 1, b }` made `Name { a: 1, a: 1, b }`."""
    found = []
    for node in syntax.all("field_initializer", "shorthand_field_initializer"):
        text = syntax.source[node.start_byte : node.end_byte]
        if b"\n" in text:
            continue
        place = node
        if rng.random() < 0.5 and node.parent is not None:
            others = [child for child in node.parent.named_children if child.type == node.type]
            place = rng.choice(others)
        found.append(Break.one(place.end_byte, place.end_byte, b", " + text))
    return found


def pattern_field(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name(a, _)` made `Name(a)`; nobody may use the name that is gone."""
    found: list[Break] = []
    for node in syntax.all("tuple_struct_pattern"):
        fields = [child for child in node.children if child.type not in ("(", ")", ",")][1:]
        if len(fields) > 1 and all(child.type != "remaining_field_pattern" for child in fields):
            found.extend(without_entry(child) for child in fields if not _is_used(syntax, child))
    return found


def _is_used(syntax: Syntax, pattern: Node) -> bool:
    """Whether a name that a part of a pattern binds occurs again in the function."""
    function = within(pattern, "function_item")
    text = syntax.text(function) if function is not None else ""
    return any(len(re.findall(rf"\b{name}\b", text)) > 1 for name in re.findall(r"\b[a-z]\w*", syntax.text(pattern)))


def rest(syntax: Syntax, rng: Random) -> list[Break]:
    """`Name { a, .. }` made `Name { a }`."""
    return [
        without_entry(node)
        for node in syntax.all("remaining_field_pattern")
        if node.parent is not None and node.parent.type == "struct_pattern"
    ]


def use_item(syntax: Syntax, rng: Random) -> list[Break]:
    """A `use` line removed, or one name out of its braces."""
    found = []
    for use in syntax.all("use_declaration"):
        end = use.end_byte + (1 if syntax.source[use.end_byte : use.end_byte + 1] == b"\n" else 0)
        found.append(Break.one(use.start_byte - len(syntax.line_indent(use.start_byte)), end))
    for node in syntax.all("use_list"):
        if node.named_child_count > 1:
            found.extend(without_entry(child) for child in node.named_children)
    return found
