"""Breaks that only edition 2024 reports: code as one wrote it in edition 2021.

See https://doc.rust-lang.org/edition-guide/rust-2024/ for each rule.
"""

from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.syntax import Break, Cut, Syntax, within

_BY_REFERENCE = ("tuple_pattern", "tuple_struct_pattern", "struct_pattern", "field_pattern", "slice_pattern")
_PLACES = ("for_expression", "closure_parameters", "let_condition", "parameter")


def unsafe_extern(syntax: Syntax, rng: Random) -> list[Break]:
    """`unsafe extern "C" { .. }` made `extern "C" { .. }`."""
    words = (child for node in syntax.all("foreign_mod_item") for child in node.children if child.type == "unsafe")
    return [Break.one(word.start_byte, word.next_sibling.start_byte) for word in words if word.next_sibling is not None]


def unsafe_attribute(syntax: Syntax, rng: Random) -> list[Break]:
    """`#[unsafe(no_mangle)]` made `#[no_mangle]`."""
    found = []
    for node in syntax.all("attribute"):
        tokens = node.named_children[-1]
        if syntax.text(node).startswith("unsafe(") and tokens.type == "token_tree":
            inner = (Cut(node.start_byte, tokens.start_byte + 1), Cut(tokens.end_byte - 1, tokens.end_byte))
            found.append(Break(inner))
    return found


def raw_name(syntax: Syntax, rng: Random) -> list[Break]:
    """One `r#gen` made `gen`, which is a keyword now."""
    kinds = ("identifier", "field_identifier", "shorthand_field_identifier", "type_identifier")
    return [
        Break.one(node.start_byte, node.start_byte + len("r#"))
        for node in syntax.all(*kinds)
        if syntax.text(node) == "r#gen"
    ]


def binding_modifier(syntax: Syntax, rng: Random) -> list[Break]:
    """`Some(x)` made `Some(ref x)` or `Some(&x)` where the pattern already borrows."""
    found = []
    for node in syntax.all("identifier", "shorthand_field_identifier"):
        if node.parent is None or node.parent.type not in _BY_REFERENCE or _is_path(node):
            continue
        if node.type == "identifier" and within(node, "let_declaration", "match_pattern", *_PLACES) is not None:
            found.append(Break.one(node.start_byte, node.start_byte, b"&"))
        found.append(Break.one(node.start_byte, node.start_byte, b"ref "))
    return found


def _is_path(node: Node) -> bool:
    """Whether the name is that of the struct or variant, not one that is bound."""
    return node.parent is not None and node.parent.child_by_field_name("type") == node


def use_bound(syntax: Syntax, rng: Random) -> list[Break]:
    """`impl Trait + use<>` made `impl Trait`, which captures every lifetime now."""
    found = []
    for node in syntax.all("use_bounds"):
        plus = node.prev_sibling
        if plus is not None and plus.type == "+" and plus.prev_sibling is not None:
            found.append(Break.one(plus.prev_sibling.end_byte, node.end_byte))
    return found


def raw_reference(syntax: Syntax, rng: Random) -> list[Break]:
    """`&raw mut COUNT` made `&mut COUNT`, `&raw const COUNT` made `&COUNT`."""
    found = []
    for node in syntax.all("reference_expression"):
        word = next((child for child in node.children if child.type == "raw"), None)
        kind = word.next_sibling if word is not None else None
        if word is None or kind is None or kind.next_sibling is None:
            continue
        end = kind.start_byte if kind.type == "mutable_specifier" else kind.next_sibling.start_byte
        found.append(Break.one(word.start_byte, end))
    return found
