"""Breaks by implementations that may not be there: of strangers, twice, and by a derive that does not hold."""

import re
from collections.abc import Iterator
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.operators.members import members, place_of_copy, short
from sleepy_coder.breaker.syntax import Break, Syntax

# Three lines each, so that an answer, which sees four lines around the head, can take one away.
_FOREIGN = (
    "std::fmt::Display for Vec<{0}> {{\n"
    '    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {{ write!(f, "{{}}", self.len()) }}\n}}',
    "std::fmt::Display for Option<{0}> {{\n"
    '    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {{ write!(f, "{{:?}}", self) }}\n}}',
    "From<{0}> for Vec<String> {{\n    fn from(value: {0}) -> Vec<String> {{ vec![value.to_string()] }}\n}}",
    "std::ops::AddAssign<{0}> for Vec<{0}> {{\n    fn add_assign(&mut self, other: {0}) {{ self.push(other); }}\n}}",
    "PartialEq<{0}> for String {{\n    fn eq(&self, other: &{0}) -> bool {{ *self == other.to_string() }}\n}}",
)
_DERIVABLE = ("Debug", "Clone", "Default", "PartialEq", "PartialOrd", "Eq", "Ord", "Hash")


def orphan(syntax: Syntax, rng: Random) -> list[Break]:
    """An `impl` of a library's trait for a library's type added behind an item that is not the last."""
    found = []
    for node in syntax.root.named_children[:-1]:
        if node.type in ("struct_item", "enum_item", "impl_item", "function_item", "trait_item"):
            text = rng.choice(_FOREIGN).format(rng.choice(["i32", "u32", "u8", "i64", "usize", "bool", "f64"]))
            found.append(Break.one(node.end_byte, node.end_byte, f"\n\nimpl {text}".encode()))
    return found


def derived_too(syntax: Syntax, rng: Random) -> list[Break]:
    """A trait put into the derive list of a type that implements it by hand."""
    found = []
    for impl in syntax.all("impl_item"):
        trait, owner = impl.child_by_field_name("trait"), impl.child_by_field_name("type")
        if trait is None or owner is None or trait.type == "generic_type":
            continue
        name = syntax.text(trait).rpartition("::")[2]
        if name in _DERIVABLE:
            found += _with_derive(syntax, syntax.text(owner).split("<")[0], name, rng)
    return found


def copy_derived(syntax: Syntax, rng: Random) -> list[Break]:
    """`Copy` put into the derive list of a type that can be cloned."""
    return [
        made
        for item in _types(syntax)
        for made in _with_derive(syntax, _name(syntax, item), "Copy", rng)
        if "Clone" in _derives(syntax, item) and "Copy" not in _derives(syntax, item)
    ]


def _types(syntax: Syntax) -> list[Node]:
    return syntax.all("struct_item", "enum_item")


def _name(syntax: Syntax, item: Node) -> str:
    name = item.child_by_field_name("name")
    return syntax.text(name) if name is not None else ""


def _derive_node(syntax: Syntax, item: Node) -> Node | None:
    before = item.prev_sibling
    while before is not None and before.type in ("attribute_item", "line_comment"):
        if syntax.text(before).startswith("#[derive("):
            return before
        before = before.prev_sibling
    return None


def _derives(syntax: Syntax, item: Node) -> list[str]:
    node = _derive_node(syntax, item)
    return re.findall(r"[\w:]+", syntax.text(node).partition("(")[2]) if node is not None else []


def _with_derive(syntax: Syntax, owner: str, trait: str, rng: Random) -> list[Break]:
    for item in _types(syntax):
        if _name(syntax, item) != owner:
            continue
        node, derived = _derive_node(syntax, item), _derives(syntax, item)
        if node is None:
            indent = syntax.line_indent(item.start_byte).decode()
            return [Break.one(item.start_byte, item.start_byte, f"#[derive({trait})]\n{indent}".encode())]
        place = rng.randint(0, len(derived))
        made = ", ".join([*derived[:place], trait, *derived[place:]])
        return [Break.one(node.start_byte, node.end_byte, f"#[derive({made})]".encode())]
    return []


def trait_method_twice(syntax: Syntax, rng: Random) -> list[Break]:
    """A method of an `impl Trait for ..` given again."""
    return _repeated(syntax, members(syntax, "function_item", of_trait=True))


def method_twice(syntax: Syntax, rng: Random) -> list[Break]:
    """A method of an `impl` given again."""
    return _repeated(syntax, members(syntax, "function_item", of_trait=False))


def _repeated(syntax: Syntax, methods: Iterator[Node]) -> list[Break]:
    return [
        Break.one(place.end_byte, place.end_byte, b"\n\n" + syntax.line_indent(method.start_byte) + text)
        for method in methods
        if short(method) and (place := place_of_copy(method)) is not None
        if (text := syntax.source[method.start_byte : method.end_byte])
    ]
