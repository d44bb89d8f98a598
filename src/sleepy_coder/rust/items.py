"""The named items of a Rust file, from its syntax tree."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import tree_sitter_rust
from tree_sitter import Language, Node, Parser, Point, Range

from sleepy_coder.rust.source import BYTE_ORDER_MARK

LANGUAGE = Language(tree_sitter_rust.language())
_END = 0xFFFFFFFF  # as tree-sitter writes a range without one
_BEHIND_MARK = Range(Point(0, 0), Point(_END, _END), len(BYTE_ORDER_MARK.encode()), _END)

ITEMS = {
    "function_item": "fn",
    "function_signature_item": "fn",
    "struct_item": "struct",
    "enum_item": "enum",
    "union_item": "union",
    "trait_item": "trait",
    "type_item": "type",
    "const_item": "const",
    "static_item": "static",
    "mod_item": "mod",
    "impl_item": "impl",
    "macro_definition": "macro",
    "enum_variant": "variant",
    "field_declaration": "field",
    "associated_type": "type",
    "use_declaration": "use",
    "extern_crate_declaration": "use",
    "foreign_mod_item": "extern",
}
COMMENTS = frozenset({"line_comment", "block_comment"})
LITERALS = frozenset({"string_literal", "raw_string_literal", "char_literal"})

# a constant within a function stands where a `let` could stand, so it is both an item and a statement
LOCALS = frozenset({"const_item", "static_item"})
NOT_UNITS = (
    (frozenset(ITEMS) - LOCALS) | COMMENTS | {"attribute_item", "inner_attribute_item", "empty_statement", "label"}
)
"""What stands in a block and is neither a statement nor its value."""


@dataclass(frozen=True, slots=True)
class Item:
    """One definition. `key` is its path, e.g. `mod a::impl Foo::fn bar`; lines are 1-based and include attributes."""

    kind: str
    name: str
    key: str
    public: bool
    test: bool
    first_line: int
    last_line: int
    text: str  # the tokens, of tests only

    def moved(self, lines: int) -> "Item":
        """The same, `lines` further down."""
        return replace(self, first_line=self.first_line + lines, last_line=self.last_line + lines)


def node_text(node: Node) -> str:
    """The source under a node, with its exact bytes decoded."""
    return (node.text or b"").decode("utf-8", "replace")


@lru_cache(maxsize=16)
def parse(source: str) -> Node:
    """The root of the syntax tree of one file: bytes count from its start, columns in bytes from its lines', to which a
    byte order mark does not belong. Cached, as the rules look at the same two versions one after another.
    """
    ranges = [_BEHIND_MARK] if source.startswith(BYTE_ORDER_MARK) else None
    return Parser(LANGUAGE, included_ranges=ranges).parse(source.encode("utf-8")).root_node


@lru_cache(maxsize=256)
def definitions(source: str) -> tuple[Item, ...]:
    """Every named item outside function bodies, quickly: bodies are not entered."""
    items: list[Item] = []
    _definitions(parse(source), (), items)
    return tuple(items)


def _definitions(node: Node, path: tuple[str, ...], items: list[Item]) -> None:
    attributes: list[Node] = []
    for child in node.named_children:
        if child.type == "attribute_item":
            attributes.append(child)
        elif child.type in ITEMS:
            item = item_of(child, path, attributes)
            items.append(item)
            attributes = []
            _definitions(child, (*path, f"{item.kind} {item.name}"), items)
        elif child.type in ("declaration_list", "field_declaration_list", "enum_variant_list", "ERROR"):
            _definitions(child, path, items)


def item_of(node: Node, path: tuple[str, ...], attributes: list[Node]) -> Item:
    kind = ITEMS[node.type]
    named = node.child_by_field_name("name")
    if node.type == "impl_item":
        parts = [node.child_by_field_name("trait"), node.child_by_field_name("type")]
        name = " for ".join(" ".join(tokens(part)) for part in parts if part is not None)
    elif node.type in ("use_declaration", "extern_crate_declaration"):
        argument = node.child_by_field_name("argument") or node
        name = " ".join(tokens(argument))
    else:
        name = node_text(named) if named is not None else ""
    visibility = [node_text(child) for child in node.children if child.type == "visibility_modifier"]
    test = any(attribute_name(attribute).rsplit("::", 1)[-1] == "test" for attribute in attributes)
    first = attributes[0] if attributes else node
    return Item(
        kind=kind,
        name=name,
        key="::".join((*path, f"{kind} {name}")),
        public="pub" in visibility,
        test=test,
        first_line=first.start_point.row + 1,
        last_line=node.end_point.row + 1,
        text=" ".join(tokens(node)) if test else "",
    )


def tokens(node: Node) -> Iterator[str]:
    """All tokens under a node but comments; a literal is one token."""
    if node.type in COMMENTS:
        return
    if node.child_count == 0 or node.type in LITERALS:
        if text := node_text(node).strip():
            yield text
        return
    for child in node.children:
        yield from tokens(child)


def attribute_name(node: Node) -> str:
    inner = [child for child in node.named_children if child.type == "attribute"]
    return node_text(inner[0].named_children[0]) if inner and inner[0].named_children else ""
