"""A type whose values are moved (E0382, E0507) and that could be copied: it derives `Clone`, and all of its fields are
copied. Then rustc's `.clone()` at each place says the same as one `Copy` at the type, unless what is copied is changed
and the change lost with the copy."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.repairs.lossy import changes_copy
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import defined, field_text, implementations, is_library, methods, receiver
from sleepy_coder.rust.items import COMMENTS, attribute_name, node_text
from sleepy_coder.rust.rewritten import after, rewritten
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_MOVED = re.compile(r"has type `(?:\w+::)*(\w+)(?:<'\w+>)?`, which does not implement the `Copy` trait")
_TYPES = ("struct_item", "enum_item")
_SHARED = ("primitive_type", "unit_type", "never_type")
_INTO_CLOSURE = "moved into closure here"


def copies(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """`Copy` among what the type derives, where no other crate may come to rely on it."""
    said = "\n".join(one.label or "" for one in error.spans) if error.code in ("E0382", "E0507") else ""
    if _INTO_CLOSURE in said or (said and changes_copy(error, tree)):
        return
    for name in dict.fromkeys(_MOVED.findall(said)):
        found = defined(tree, name, *_TYPES)
        clone = derived(found[0][1], "Clone") if len(found) == 1 and _free(name, found[0][1], tree) else None
        if clone is not None:
            yield f"copy `{name}`", rewritten(tree, found[0][0], [after(clone, ", Copy")])


def _free(name: str, home: Node, tree: SourceTree) -> bool:
    """Whether a type could derive `Copy` and its owner alone is concerned. What moves on, as an iterator or a source of
    random numbers, would go on twice.
    """
    public = any(node_text(child) == "pub" for child in home.children) and is_library(tree)
    moves_on = next(implementations(tree, name, "Iterator"), None) is not None or any(
        receiver(one) in ("&mut self", "mut self") for one in methods(tree, name)
    )
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
