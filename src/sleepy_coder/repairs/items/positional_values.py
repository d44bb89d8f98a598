"""A value of named fields, made as if it were a tuple (E0423, E0533), as after the fields got their names: what stands
in the place of a field is its value, unless it names another one, or several fields are of one type and nothing tells
which value is whose: neither a name nor a literal.

    Size(3, 4)                                Size { width: 3, height: 4 }

Where a function of the type's own makes such values of as many others, it decides: a `new` that hands all on as they
are says the same, and another `new` is called if its parameters are called as the fields are.
"""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from sleepy_coder.repairs.items.alike_names import akin
from sleepy_coder.rust.diagnostic import Diagnostic, Span
from sleepy_coder.rust.homes import arguments_of, bare, field_text, members, methods, only, receiver
from sleepy_coder.rust.items import COMMENTS, node_text, parse
from sleepy_coder.rust.nodes import around, value_at
from sleepy_coder.rust.rewritten import after, rewritten, written_over
from sleepy_coder.rust.source import Edit, SourceTree
from sleepy_coder.rust.walk import walk

_VARIANT = re.compile(r"^expected value, found struct variant `(?:\w+::)*(?P<name>\w+)`")
_STRUCT = re.compile(r"^expected function, tuple struct or tuple variant, found struct `(?:\w+::)*(?P<name>\w+)`")
_GIVEN = ("field_initializer", "shorthand_field_initializer")
_NAMES = ("identifier", "field_identifier")


def positional_values(error: Diagnostic, span: Span, tree: SourceTree) -> Iterator[tuple[str, Edit]]:
    """The literal with its braces, where each field gets one value."""
    variant = _VARIANT.match(error.message) if error.code == "E0533" else None
    struct = _STRUCT.match(error.message) if error.code == "E0423" else None
    call = around(value_at(tree, span), "call_expression") if variant or struct else None
    function, given = (
        call.child_by_field_name(part) if call is not None else None for part in ("function", "arguments")
    )
    if call is None or function is None or given is None or function.start_byte != span.byte_start:
        return
    said = (variant or struct or {"name": ""})["name"]
    home = only(tree, said, "enum_variant" if variant else "struct_item")
    declared = [one for one in members(home[1]) if one.type == "field_declaration"] if home else []
    fields, types = ([field_text(one, part) for one in declared] for part in ("name", "type"))
    values = [node_text(one) for one in given.named_children]
    if not fields or len(values) != len(fields) or any(one.type in COMMENTS for one in given.named_children):
        return
    made = _makers(said, len(values), tree) if struct is not None else []
    if not all(_hands_on(one, fields) for one in made):
        taken = [field_text(one, "pattern") for one in arguments_of(made[0])]
        in_order = all(map(_means, taken, fields)) and not _is_open(taken, types, given.named_children)
        only_new = [field_text(one, "name") for one in made] == ["new"]
        if only_new and in_order and said != bare(field_text(around(call, "impl_item"), "type")):
            yield f"call `{said}::new`", rewritten(tree, span.file, [after(function, "::new")])
        return
    own = set(fields) == set(values)
    if own or not _is_open(fields, types, given.named_children):
        named = zip(values if own else fields, values, strict=True)
        listed = ", ".join(name if name == value else f"{name}: {value}" for name, value in named)
        yield "name its fields", written_over(tree, span.file, call, f"{node_text(function)} {{ {listed} }}")


def misplaces(error: Diagnostic, edits: Sequence[Edit], tree: SourceTree) -> bool:
    """Whether edits name the fields of such a value in the place of a function of its type that makes one of as many
    others, or give a field what may be another one's."""
    struct = _STRUCT.match(error.message) if error.code == "E0423" else None
    if struct is None:
        return False
    home = only(tree, struct["name"], "struct_item")
    declared = [one for one in members(home[1]) if one.type == "field_declaration"] if home is not None else []
    types = {field_text(one, "name"): field_text(one, "type") for one in declared}
    for made in _literals(struct["name"], edits):
        body = made.child_by_field_name("body")
        given = [one for one in (body.named_children if body is not None else []) if one.type in _GIVEN]
        names = [field_text(one, "field") or node_text(one) for one in given]
        values = [one.child_by_field_name("value") or one for one in given]
        if _is_open(names, [types.get(name, name) for name in names], values):
            return True
        if not all(_hands_on(one, names) for one in _makers(struct["name"], len(names), tree)):
            return True
    return False


def _literals(struct: str, edits: Sequence[Edit]) -> Iterator[Node]:
    """The literals of a struct that edits write."""
    for edit in edits:
        for one in walk(parse(f"fn f() {{ {edit.new} }}")):
            if one.type == "struct_expression" and bare(field_text(one, "name")) == struct:
                yield one


def _is_open(names: Sequence[str], types: Sequence[str], values: Sequence[Node]) -> bool:
    """Whether values may be other fields' than those in whose places they stand."""
    words = [[node_text(one) for one in walk(value) if one.type in _NAMES] for value in values]
    own = [any(_means(word, name) for word in said) for name, said in zip(names, words, strict=True)]
    for name, said, is_own in zip(names, words, own, strict=True):
        if not is_own and any(akin(word, other) for word in said for other in names if other != name):
            return True
    told = [is_own or _is_literal(value) for is_own, value in zip(own, values, strict=True)]
    same = ([is_told for is_told, kind in zip(told, types, strict=True) if kind == one] for one in set(types))
    return any(len(group) > 1 and not any(group) for group in same)


def _means(word: str, name: str) -> bool:
    """Whether a name stands for a field's: the same, one like it, or the letter that it begins with."""
    return akin(word, name) or (len(word) == 1 and name.startswith(word))


def _is_literal(value: Node) -> bool:
    inner = value.named_children[0] if value.type == "unary_expression" else value
    return inner.type.endswith("_literal")


def _makers(struct: str, count: int, tree: SourceTree) -> list[Node]:
    """The functions of a type's own that make its values of so many others: `new` alone, where it is one of them."""
    kind = re.compile(rf"\b(?:Self|{struct})\b")
    own = (one for one in methods(tree, struct) if kind.search(field_text(one, "return_type")) and not receiver(one))
    found = [one for one in own if len(arguments_of(one)) == count]
    return [one for one in found if field_text(one, "name") == "new"] or found


def _hands_on(maker: Node, fields: Sequence[str]) -> bool:
    """Whether all that a function does is to give each field what stands in its place."""
    body = maker.child_by_field_name("body")
    parts = body.named_children if body is not None else []
    listed = parts[0].child_by_field_name("body") if len(parts) == 1 and parts[0].type == "struct_expression" else None
    given = {
        field_text(one, "field") or node_text(one): field_text(one, "value") or node_text(one)
        for one in (listed.named_children if listed is not None else [])
    }
    return [given.get(name) for name in fields] == [field_text(one, "pattern") for one in arguments_of(maker)]
