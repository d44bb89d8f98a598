"""A type whose values are moved (E0382, E0507) and that could be copied: it derives `Clone`, and all of its fields are
copied. Then rustc's `.clone()` at each place says the same as one `Copy` at the type."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import defined, field_text
from sleepy_coder.rust.items import COMMENTS, attribute_name, node_text
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MOVED = re.compile(r"has type `(?:\w+::)*(\w+)(?:<'\w+>)?`, which does not implement the `Copy` trait")
_TYPES = ("struct_item", "enum_item")
_SHARED = ("primitive_type", "unit_type", "never_type")


def copies(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`Copy` among what the type derives, where no other crate may come to rely on it."""
    said = "\n".join(one.label or "" for one in error.spans) if error.code in ("E0382", "E0507") else ""
    for name in dict.fromkeys(_MOVED.findall(said)):
        found = defined(tree, name, *_TYPES)
        clone = derived(found[0][1], "Clone") if len(found) == 1 and _free(*found[0], tree) else None
        if clone is not None:
            yield f"copy `{name}`", rewritten(tree, found[0][0], [after(clone, ", Copy")])


def _free(file: str, home: Node, tree: SourceTree) -> bool:
    """Whether a type could derive `Copy` and its owner alone is concerned. A copied iterator would go on twice."""
    public = any(node_text(child) == "pub" for child in home.children) and tree.crate_type != "bin"
    moves_on = re.search(rf"\bIterator\s+for\s+{field_text(home, 'name')}\b", tree.files[file]) is not None
    return not public and not moves_on and _holds_copies(home, tree)


def derived(home: Node, trait: str) -> Node | None:
    """Where a type's attributes say that it derives a trait."""
    above = home.prev_named_sibling
    while above is not None and (above.type == "attribute_item" or above.type in COMMENTS):
        names = walk(above) if attribute_name(above) == "derive" else ()
        found = next((one for one in names if one.type == "identifier" and node_text(one) == trait), None)
        if found is not None:
            return found
        above = above.prev_named_sibling
    return None


def _holds_copies(home: Node, tree: SourceTree) -> bool:
    """Whether all fields of a type without type parameters are copied."""
    parameters = home.child_by_field_name("type_parameters")
    if any(one.type != "lifetime_parameter" for one in (parameters.named_children if parameters is not None else ())):
        return False
    fields = [
        kind
        for one in walk(home.child_by_field_name("body"))
        if one.type in ("field_declaration", "ordered_field_declaration_list")
        for kind in one.children_by_field_name("type")
    ]
    return all(_copied(field, tree) for field in fields)


def _copied(kind: Node, tree: SourceTree) -> bool:
    if kind.type in _SHARED:
        return node_text(kind) != "str"
    if kind.type == "reference_type":
        return not any(child.type == "mutable_specifier" for child in kind.children)
    if kind.type == "array_type":
        element = kind.child_by_field_name("element")
        return element is not None and _copied(element, tree)
    if kind.type == "tuple_type" or (kind.type == "generic_type" and field_text(kind, "type") == "Option"):
        held = kind if kind.type == "tuple_type" else kind.child_by_field_name("type_arguments")
        return all(_copied(one, tree) for one in (held.named_children if held is not None else ()))
    found = defined(tree, node_text(kind), *_TYPES) if kind.type == "type_identifier" else []
    return len(found) == 1 and derived(found[0][1], "Copy") is not None
