"""A loop over a reference to a type that holds a list (E0277): by its own `iter()`, else by `IntoIterator` for the
reference, where the type is one itself or holds nothing but the list."""

import re
from collections.abc import Iterator

from tree_sitter import Node

from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, field_text, implementations, members, methods, only, receiver
from sleepy_coder.rust.items import node_text
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import below, written_over
from sleepy_coder.rust.source import Edit, SourceTree

_NO_ITERATOR = re.compile(r"^`&(?P<mut>mut )?(?:\w+::)*(?P<name>\w+)` is not an iterator$")
_LIST = re.compile(r"(?:\w+::)*(?P<list>\w+)<(?P<item>.+)>", re.DOTALL)
_LISTS = {"Vec": "std::slice::Iter", "VecDeque": "std::collections::vec_deque::Iter"}


def loops_over(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The call of `iter` in the place of `&`, or the implementation below that of the values."""
    said = _NO_ITERATOR.match(error.message) if error.code == "E0277" else None
    home = only(tree, said["name"], "struct_item") if said is not None else None
    if said is None or home is None:
        return
    method = "iter_mut" if said["mut"] else "iter"
    lent = around(value_at(tree, span), "reference_expression")
    looped = lent.child_by_field_name("value") if lent is not None and lent.start_byte == span.byte_start else None
    known = [one for one in methods(tree, said["name"]) if field_text(one, "name") == method]
    if known and lent is not None and looped is not None and not arguments_of(known[0]) and receiver(known[0]):
        yield f"go through it by `{method}`", written_over(tree, span.file, lent, f"{node_text(looped)}.{method}()")
    elif not known and not said["mut"] and home[1].child_by_field_name("type_parameters") is None:
        yield from _by_reference(said["name"], home, tree)


def _by_reference(name: str, home: tuple[str, Node], tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    owned = [*implementations(tree, name, "IntoIterator")]
    plain = [(file, one) for file, one in owned if field_text(one, "type") == name]
    fields = _fields(home[1])
    if len(owned) > len(plain) or len(plain) > 1:
        return
    if plain:
        given = re.search(r"\bself\.(\w+)\.into_iter\(\)", node_text(plain[0][1]))
        fields = {one: kind for one, kind in fields.items() if given is not None and one == given[1]}
    blocks = [*plain, *implementations(tree, name), home]
    (field, kind), *others = fields.items() or [("", "")]
    held = _LIST.fullmatch(kind) if not others else None
    if held is None or held["list"] not in _LISTS or "&" in held["item"]:
        return
    lines = (
        f"impl<'a> IntoIterator for &'a {name} {{",
        f"    type Item = &'a {held['item']};",
        f"    type IntoIter = {_LISTS[held['list']]}<'a, {held['item']}>;",
        "",
        "    fn into_iter(self) -> Self::IntoIter {",
        f"        self.{field}.iter()",
        "    }",
        "}",
    )
    yield f"go through a `&{name}`", below(*blocks[0], "\n".join(lines))


def _fields(struct: Node) -> dict[str, str]:
    """The types of a struct's fields by their names, or by their places in a tuple."""
    named = {
        field_text(one, "name"): field_text(one, "type") for one in members(struct) if one.type == "field_declaration"
    }
    body = struct.child_by_field_name("body")
    if body is None or body.type != "ordered_field_declaration_list":
        return named
    return {str(place): node_text(one) for place, one in enumerate(body.children_by_field_name("type"))}
