"""Breaks of whole items and of the names of types and traits: given twice, imported twice, misspelt, unboxed."""

import re
from random import Random

from tree_sitter import Node

from sleepy_coder.breaker.naming.misspelling import misspell
from sleepy_coder.breaker.operators.fields import use_item
from sleepy_coder.breaker.operators.members import place_of_copy, short
from sleepy_coder.breaker.syntax import Break, Cut, Syntax, within

_PLACES = ("source_file", "declaration_list")
_ITEMS = ("function_item", "const_item", "static_item", "struct_item", "enum_item", "type_item", "impl_item")
_UNNAMED = ("struct_item", "enum_item", "trait_item", "type_item", "type_parameter", "associated_type", "union_item")


def _spelt(syntax: Syntax, node: Node) -> str:
    name = node.child_by_field_name("name")
    return syntax.text(name) if name is not None else ""


def item_twice(syntax: Syntax, rng: Random) -> list[Break]:
    """A function, constant, type or variant repeated some items later, without its attributes."""
    found = []
    for node in syntax.all("function_item", "const_item", "static_item", "struct_item", "enum_item", "type_item"):
        parent = node.parent
        in_impl = parent is not None and parent.parent is not None and parent.parent.type in ("impl_item", "trait_item")
        if parent is None or in_impl or _spelt(syntax, node) == "main" or parent.type not in _PLACES:
            continue
        place = node if node.start_point.row == node.end_point.row else place_of_copy(node)
        if short(node) and place is not None:
            found.append(_copied(syntax, node, place))
    for variant in syntax.all("enum_variant"):
        text = syntax.source[variant.start_byte : variant.end_byte]
        found.append(Break.one(variant.end_byte, variant.end_byte, b", " + text if b"\n" not in text else b""))
    return found


def _copied(syntax: Syntax, node: Node, after: Node) -> Break:
    indent = syntax.line_indent(node.start_byte)
    text = syntax.source[node.start_byte : node.end_byte]
    gap = b"\n" if node.type in ("const_item", "static_item", "type_item") and after == node else b"\n\n"
    return Break.one(after.end_byte, after.end_byte, gap + indent + text)


def import_twice(syntax: Syntax, rng: Random) -> list[Break]:
    """A `use` repeated, or one name of its braces once more."""
    found = []
    for use in syntax.all("use_declaration"):
        argument = use.child_by_field_name("argument")
        if argument is None or use.parent is None:
            continue
        uses = [other for other in use.parent.named_children if other.type == "use_declaration"]
        indent = syntax.line_indent(use.start_byte)
        if argument.type in ("scoped_identifier", "use_as_clause"):
            text = syntax.source[use.start_byte : use.end_byte]
            place = rng.choice(uses)
            found.append(Break.one(place.end_byte, place.end_byte, b"\n" + indent + text))
        for names in [child for child in argument.named_children if child.type == "use_list"]:
            for name in [child for child in names.named_children if child.type == "identifier"]:
                text = syntax.source[name.start_byte : name.end_byte]
                path = argument.child_by_field_name("path")
                if path is not None and rng.random() < 0.5:
                    line = f"\n{indent.decode()}use {syntax.text(path)}::{text.decode()};"
                    found.append(Break.one(use.end_byte, use.end_byte, line.encode()))
                else:
                    end = names.named_children[-1].end_byte
                    found.append(Break.one(end, end, b", " + text))
    return found


def imported_and_defined(syntax: Syntax, rng: Random) -> list[Break]:
    """An item of a module of this file, imported beside it, also left behind where it is imported."""
    items = {_spelt(syntax, node): node for node in syntax.all(*_ITEMS[:-1]) if within(node, "mod_item") is not None}
    found = []
    for use in syntax.all("use_declaration"):
        text, parent = syntax.text(use), use.parent
        if parent is None or re.match(r"(pub )?use (std|core|alloc)\b", text):
            continue
        for name in dict.fromkeys(re.findall(r"\w+", text)):
            item = items.get(name)
            if item is None or not short(item) or within(item, "mod_item") == within(use, "mod_item"):
                continue
            later = [node for node in parent.named_children if node.start_byte > use.start_byte][:-1]
            after = rng.choice([use, *(node for node in later if node.type in _ITEMS)])
            indent = syntax.line_indent(use.start_byte)
            copy = re.sub(r"\bpub (?=\w)", "", syntax.text(item))
            lines = [line.removeprefix("    ") for line in copy.split("\n")]
            made = "\n\n" + "\n".join(indent.decode() + line if line else line for line in lines)
            found.append(Break.one(after.end_byte, after.end_byte, made.encode()))
    return found


def _trait_names(syntax: Syntax) -> list[Node]:
    """Where a trait is named: in `impl Trait for`, in bounds, behind `dyn` and `impl`."""
    found = []
    for node in syntax.all("type_identifier"):
        parent = node.parent
        if parent is not None and parent.type == "generic_type" and parent.child_by_field_name("type") == node:
            top, parent = parent, parent.parent
        else:
            top = node
        if parent is None:
            continue
        if parent.type == "trait_bounds" or parent.child_by_field_name("trait") == top:
            found.append(node)
    return found


def trait_name(syntax: Syntax, rng: Random) -> list[Break]:
    """A trait's name misspelt, or the `use` that brings it removed."""
    made = [Break.one(n.start_byte, n.end_byte, misspell(syntax.text(n), rng).encode()) for n in _trait_names(syntax)]
    return made + use_item(syntax, rng)


def not_a_trait(syntax: Syntax, rng: Random) -> list[Break]:
    """A type of the program where a trait belongs."""
    own = [_spelt(syntax, item) for item in syntax.all("struct_item", "enum_item", "type_item") if _plain(item)]
    return [
        Break.one(node.start_byte, node.end_byte, rng.choice(own).encode())
        for node in _trait_names(syntax)
        if own and (node.parent is None or node.parent.type != "generic_type")
    ]


def _plain(item: Node) -> bool:
    in_impl = item.parent is not None and item.parent.parent is not None and item.parent.parent.type == "impl_item"
    return item.child_by_field_name("type_parameters") is None and not in_impl


def type_name(syntax: Syntax, rng: Random) -> list[Break]:
    """A type's name misspelt where it is used."""
    traits = {node.id for node in _trait_names(syntax)}
    parameters = {_spelt(syntax, node) for node in syntax.all("type_parameter")}
    found = []
    for node in syntax.all("type_identifier"):
        parent, text = node.parent, syntax.text(node)
        if parent is None or node.id in traits or text == "Self" or text in parameters:
            continue
        if parent.child_by_field_name("name") == node or parent.type.startswith("scoped_"):
            continue
        found.append(Break.one(node.start_byte, node.end_byte, misspell(text, rng).encode()))
    return found


def associated_name(syntax: Syntax, rng: Random) -> list[Break]:
    """`Self::Item`, `T::Item` or `Iterator<Item = T>` with the associated type misspelt."""
    owners = {"Self", *(_spelt(syntax, node) for node in syntax.all("type_parameter"))}
    found = [name for node in syntax.all("type_binding") if (name := node.child_by_field_name("name")) is not None]
    for node in syntax.all("scoped_type_identifier"):
        name, path = node.child_by_field_name("name"), node.child_by_field_name("path")
        if name is not None and path is not None and syntax.text(path) in owners:
            found.append(name)
    return [Break.one(n.start_byte, n.end_byte, misspell(syntax.text(n), rng).encode()) for n in found]


def unboxed(syntax: Syntax, rng: Random) -> list[Break]:
    """`Box<Name>` made `Name` within the definition of `Name`; again with every `Box::new(x)` made `x`."""
    news = [
        (Cut(call.start_byte, inner.start_byte), Cut(inner.end_byte, call.end_byte))
        for call, inner in syntax.calls("Box::new")
    ]
    found = []
    for item in syntax.all("struct_item", "enum_item"):
        inside = [
            node
            for node in syntax.all("generic_type")
            if item.start_byte < node.start_byte < item.end_byte
            and re.fullmatch(rf"Box<{re.escape(_spelt(syntax, item))}\b.*>", syntax.text(node))
        ]
        cuts = [Cut(node.start_byte, node.end_byte, syntax.text(node)[4:-1].encode()) for node in inside]
        for cut in cuts:
            found.append(Break((cut,)))
            if len(cuts) == 1 and 0 < len(news) < 4:
                found.append(Break((cut, *(part for pair in news for part in pair))))
    return found
