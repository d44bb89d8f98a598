"""Breaks in the members of `impl` blocks: what does not fit the trait, and visibility that may not be told."""

import re
from collections.abc import Iterator
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.naming.misspelling import misspell
from sleepy_coder.breaker.operators.fields import without_entry
from sleepy_coder.breaker.syntax import Break, Syntax, within

_OTHER_TYPES = {
    "&str": ("&String",),
    "i32": ("i64", "u32"),
    "i64": ("i32",),
    "u32": ("u64", "usize", "i32"),
    "u64": ("u32",),
    "usize": ("u32", "u64"),
    "f64": ("f32",),
    "u8": ("u32", "usize"),
    "u16": ("u32",),
    "char": ("&str",),
}
_PROVIDED = frozenset(("ne", "lt", "le", "gt", "ge", "size_hint", "nth", "clone_from", "source", "write_char"))


def members(syntax: Syntax, kind: str, *, of_trait: bool) -> Iterator[Node]:
    """The items of type `kind` that stand in `impl Trait for ..` blocks, or in those without a trait."""
    for node in syntax.all(kind):
        owner = node.parent.parent if node.parent is not None else None
        if owner is not None and owner.type == "impl_item":
            has_trait = owner.child_by_field_name("trait") is not None
            if has_trait == of_trait:
                yield node


def short(item: Node) -> bool:
    """Whether all of it is seen where a diagnostic points at its head, so that an answer can remove it."""
    return item.end_point.row - item.start_point.row < 4


def place_of_copy(item: Node) -> Node | None:
    """Behind which sibling a copy of an item belongs, so that an answer can take it away again; None for nowhere.

    Line differences would reach above what is shown for a copy right behind the item, and beyond the end of the file
    for one behind the last.
    """
    after = item.next_named_sibling
    while after is not None and after.type in ("line_comment", "attribute_item"):
        after = after.next_named_sibling
    if after is None:
        return item if item.prev_named_sibling is None else None
    at_the_end = after.next_named_sibling is None and after.parent is not None and after.parent.type == "source_file"
    return None if at_the_end else after


def whole_lines(syntax: Syntax, node: Node) -> Break:
    """An item removed, with its lines if nothing else stands on them."""
    start = node.start_byte - len(syntax.line_indent(node.start_byte))
    before, behind = syntax.source[start - 1 : start], syntax.source[node.end_byte : node.end_byte + 1]
    if before in (b"", b"\n") and behind == b"\n":
        return Break.one(start, node.end_byte + 1)
    after = node.next_sibling
    return Break.one(node.start_byte, after.start_byte if after is not None else node.end_byte)


def associated_type(syntax: Syntax, rng: Random) -> list[Break]:
    """`type Item = u32;` removed from an `impl` whose signatures spell the type out, so that it can be read there."""
    found = []
    for node in members(syntax, "type_item", of_trait=True):
        value, body = node.child_by_field_name("type"), node.parent
        if value is None or body is None:
            continue
        heads = [
            syntax.text(part)
            for method in body.named_children
            if method.type == "function_item"
            for name in ("parameters", "return_type")
            if (part := method.child_by_field_name(name)) is not None
        ]
        if any(re.search(rf"(?<!\w){re.escape(syntax.text(value))}(?!\w)", head) for head in heads):
            found.append(whole_lines(syntax, node))
    return found


def parameter_count(syntax: Syntax, rng: Random) -> list[Break]:
    """A parameter that the body does not read taken from a trait's method, or one added that the trait lacks."""
    found = []
    for method in members(syntax, "function_item", of_trait=True):
        parameters, body = method.child_by_field_name("parameters"), method.child_by_field_name("body")
        if parameters is None or body is None:
            continue
        inside = set(re.findall(r"\w+", syntax.text(body)))
        given = [child for child in parameters.named_children if child.type == "parameter"]
        for parameter in given:
            pattern = parameter.child_by_field_name("pattern")
            if pattern is not None and syntax.text(pattern) not in inside:
                found.append(without_entry(parameter))
        extra = rng.choice([b"extra: usize", b"limit: usize", b"verbose: bool", b"label: &str", b"depth: u32"])
        every = parameters.named_children
        end = every[-1].end_byte if every else parameters.start_byte + 1
        found.append(Break.one(end, end, b", " + extra if every else extra))
    return found


def parameter_type(syntax: Syntax, rng: Random) -> list[Break]:
    """In a trait's method as implemented: another number type, `&mut` for `&` or the reverse, `&Vec<T>` for `&[T]`."""
    found = []
    for method in members(syntax, "function_item", of_trait=True):
        parameters = method.child_by_field_name("parameters")
        for parameter in parameters.named_children if parameters is not None else ():
            text = syntax.text(parameter)
            if parameter.type == "self_parameter" and text.startswith("&"):
                mutable = text == "&mut self"
                found.append(Break.one(parameter.start_byte, parameter.end_byte, b"&self" if mutable else b"&mut self"))
            kind = parameter.child_by_field_name("type") if parameter.type == "parameter" else None
            other = _other_type(syntax.text(kind), rng) if kind is not None else None
            if kind is not None and other is not None:
                found.append(Break.one(kind.start_byte, kind.end_byte, other.encode()))
    return found


def _other_type(text: str, rng: Random) -> str | None:
    if text in _OTHER_TYPES:
        return rng.choice(_OTHER_TYPES[text])
    if text.startswith("&["):
        return f"&Vec<{text[2:-1]}>"
    if text.startswith("&mut "):
        return "&" + text.removeprefix("&mut ")
    return "&mut " + text[1:] if re.match(r"&[A-Z(]", text) else None


def self_removed(syntax: Syntax, rng: Random) -> list[Break]:
    """`self` removed from a trait's method that does not use it."""
    found = []
    for method in members(syntax, "function_item", of_trait=True):
        body, receiver = method.child_by_field_name("body"), _receiver(method)
        if body is not None and receiver is not None and not re.search(r"\bself\b", syntax.text(body)):
            found.append(without_entry(receiver))
    return found


def self_added(syntax: Syntax, rng: Random) -> list[Break]:
    """`&self` given to a trait's function that has none."""
    found = []
    for method in members(syntax, "function_item", of_trait=True):
        parameters = method.child_by_field_name("parameters")
        if parameters is not None and _receiver(method) is None:
            start = parameters.start_byte + 1
            found.append(Break.one(start, start, b"&self, " if parameters.named_child_count else b"&self"))
    return found


def _receiver(method: Node) -> Node | None:
    parameters = method.child_by_field_name("parameters")
    children = parameters.named_children if parameters is not None else []
    return next((child for child in children if child.type == "self_parameter"), None)


def method_name(syntax: Syntax, rng: Random) -> list[Break]:
    """The name of a trait's method misspelt where it is implemented, if the trait can do without that method."""
    return [
        _misspelt(syntax, method, rng)
        for method in members(syntax, "function_item", of_trait=True)
        if _is_provided(syntax, method)
    ]


def _is_provided(syntax: Syntax, method: Node) -> bool:
    """Whether the method has a body in its trait, which is the program's own; of the library's, some known ones do."""
    name = method.child_by_field_name("name")
    spelt = syntax.text(name) if name is not None else ""
    bodies = (
        own
        for trait in syntax.all("trait_item")
        if (body := trait.child_by_field_name("body")) is not None
        for own in body.named_children
        if own.type == "function_item"
    )
    mine = (own.child_by_field_name("name") for own in bodies)
    return spelt in _PROVIDED or any(own is not None and syntax.text(own) == spelt for own in mine)


def _misspelt(syntax: Syntax, item: Node, rng: Random) -> Break:
    name = item.child_by_field_name("name") or item
    return Break.one(name.start_byte, name.end_byte, misspell(syntax.text(name), rng).encode())


def pub_added(syntax: Syntax, rng: Random) -> list[Break]:
    """`pub` before a trait's method where it is implemented, or before a variant."""
    found = []
    for node in [*members(syntax, "function_item", of_trait=True), *syntax.all("enum_variant")]:
        word = b"pub(crate) " if rng.random() < 0.15 and within(node, "mod_item") is not None else b"pub "
        found.append(Break.one(node.start_byte, node.start_byte, word))
    return found
