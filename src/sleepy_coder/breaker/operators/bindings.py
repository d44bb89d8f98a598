"""Breaks of mutability, receivers, visibility and derives: small words on declarations."""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Syntax, within


def _drop_word(node: Node) -> Break:
    """The word and the space before the next one are removed."""
    after = node.next_sibling
    return Break.one(node.start_byte, after.start_byte if after is not None else node.end_byte)


def mut_local(syntax: Syntax, rng: Random) -> list[Break]:
    """`let mut x` made `let x`; parameters and patterns too."""
    return [
        _drop_word(node)
        for node in syntax.all("mutable_specifier")
        if node.parent is not None
        and node.parent.type not in ("self_parameter", "reference_type", "reference_expression")
    ]


def mut_self(syntax: Syntax, rng: Random) -> list[Break]:
    """`&mut self` made `&self`."""
    return [
        _drop_word(node)
        for node in syntax.all("mutable_specifier")
        if node.parent is not None and node.parent.type == "self_parameter"
    ]


def mut_borrowed(syntax: Syntax, rng: Random) -> list[Break]:
    """`mut` removed from a local, or from `&mut self`."""
    return mut_local(syntax, rng) + mut_self(syntax, rng)


def pub_item(syntax: Syntax, rng: Random) -> list[Break]:
    """`pub` removed from an item within a module."""
    return [
        _drop_word(node)
        for node in syntax.all("visibility_modifier")
        if node.parent is not None and node.parent.type.endswith("_item") and within(node, "mod_item") is not None
    ]


def pub_field(syntax: Syntax, rng: Random) -> list[Break]:
    """`pub` removed from a field within a module."""
    return [
        _drop_word(node)
        for node in syntax.all("visibility_modifier")
        if within(node, "mod_item") is not None
        and node.parent is not None
        and node.parent.type in ("field_declaration", "ordered_field_declaration_list", "function_item")
    ]


def self_parameter(syntax: Syntax, rng: Random) -> list[Break]:
    """`fn f(&self, x: T)` made `fn f(x: T)`."""
    found = []
    for node in syntax.all("self_parameter"):
        comma = node.next_sibling
        if comma is not None and comma.type == "," and comma.next_sibling is not None:
            found.append(Break.one(node.start_byte, comma.next_sibling.start_byte))
        else:
            found.append(Break.one(node.start_byte, node.end_byte))
    return found


def derive(syntax: Syntax, rng: Random) -> list[Break]:
    """`PartialEq` or `PartialOrd` removed from a derive list, the attribute too if nothing is left."""
    found = []
    for item in syntax.all("attribute_item"):
        text = syntax.text(item)
        if not text.startswith("#[derive("):
            continue
        traits = [name.strip() for name in text[len("#[derive(") : text.rindex(")")].split(",") if name.strip()]
        for gone in ({"PartialEq"}, {"PartialEq", "Eq"}, {"PartialOrd"}, {"PartialOrd", "Ord"}):
            if not gone <= set(traits):
                continue
            kept = [name for name in traits if name not in gone]
            if kept:
                found.append(Break.one(item.start_byte, item.end_byte, f"#[derive({', '.join(kept)})]".encode()))
            else:
                end = item.next_sibling.start_byte if item.next_sibling is not None else item.end_byte
                found.append(Break.one(item.start_byte, end))
    return found
